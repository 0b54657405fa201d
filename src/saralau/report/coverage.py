"""A treaty against a code as lines and as a record: what is punished, what only under further facts, what not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from saralau.acts import Address
from saralau.cases.encoding import encoding
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import rules
from saralau.citations.works import Work
from saralau.history.chronicle import in_force_of
from saralau.messages import InputError, say
from saralau.offences.model import Category
from saralau.packs import load
from saralau.report.findings import term
from saralau.report.sentences import gravest, printed
from saralau.treaties import treaty, treaty_names
from saralau.treaties.bearing import Bearing, bearing
from saralau.treaties.closing import Change, smallest_change
from saralau.treaties.covering import NOT_COVERED, Condition, Coverage, ObligationCoverage, Punishing, ScenarioCoverage
from saralau.treaties.lacking import Lack, Need
from saralau.treaties.model import Treaty

_MOST = 4  # conditions and nearest provisions that lines show; the record has all


def coverage_lines(found: Coverage, code: str) -> Iterator[str]:
    """The gap analysis: counts, then every obligation with its scenarios."""
    yield heading(found, code)
    yield from ("  " + notice for notice in notices(found, code))
    if found.treaty.no_obligation is not None:
        yield "  " + say("cover-no-obligation", code)
        return
    yield "  " + counts(found, code)
    for row in found.obligations:
        yield ""
        yield say("cover-obligation", code, source=source(row.obligation.source), label=row.obligation.label[code])
        for one in row.scenarios:
            yield from _scenario(one, found, row, code)
    if found.general:
        yield ""
        yield say("cover-general", code)
        yield from ("  " + line for line in overall(found, code))
    yield ""
    yield say("cover-limits", code)


def overall(found: Coverage, code: str) -> Iterator[str]:
    """What the treaty demands of all offences together: aiding, attempt, legal persons, limitation, sanctions."""
    for one in found.general:
        kind = one.demand.kind.replace("_", "-")
        if one.of:
            line = say(f"cover-general-{kind}", code, source=printed(one.demand.source), met=one.met, of=one.of)
        elif one.years is not None:
            shortest, longest = one.years
            line = say(f"cover-general-{kind}", code, source=printed(one.demand.source), shortest=shortest, longest=longest)
        else:
            line = say(f"cover-general-{kind}-untold", code, source=printed(one.demand.source))
        yield line + (" " + say("cover-general-optional", code) if one.demand.optional else "")


def notices(found: Coverage, code: str) -> Iterator[str]:
    """What has to be said beside it: that treaty or code was not read from its text."""
    law = encoding(found.jurisdiction)
    oldest, newest = law.wordings[0], law.newest
    began = _began(law.act)
    if began is not None and found.day < began:
        yield say("cover-not-yet", code, day=found.day, began=began, oldest=oldest.edition)
    elif found.day < oldest.as_of:
        yield say("cover-too-early", code, day=found.day, oldest=oldest.edition, known=oldest.as_of)
    elif found.day > law.until:
        yield say("cover-too-late", code, day=found.day, until=law.until)
    elif found.day not in {one.as_of for one in law.wordings} and found.day < newest.as_of:
        yield say("cover-between", code, day=found.day)
    yield say("cover-partial", code, n=len(newest.articles))
    if not found.treaty.verified:
        yield say("cover-treaty-unverified", code)
    if not found.verified:
        yield say("cover-code-unverified", code)


def _began(act: str) -> str | None:
    """The day on which a code entered into force by its pack's timeline; None where that does not tell."""
    state, _, slug = act.partition("/")
    acts: list[dict[str, Any]] = load(f"{state}/jurisdiction")["acts"]
    row = next((row for row in acts if row["slug"] == slug), {})
    if "adopted" not in row:
        return None
    return in_force_of(Work(slug, row.get("kind", ""), row["adopted"], row.get("number"), row["iri"]))


def state(found: Coverage, code: str) -> str:
    """The state, the edition of its code and the day."""
    titles = load(f"{found.jurisdiction}/jurisdiction")["titles"]
    return say("cover-state", code, jurisdiction=titles[code], edition=found.edition, day=found.day)


def heading(found: Coverage, code: str) -> str:
    """Treaty, code and day."""
    titles = load(f"{found.jurisdiction}/jurisdiction")["titles"]
    told = {"treaty": found.treaty.titles[code], "jurisdiction": titles[code], "edition": found.edition, "day": found.day}
    return say("cover-heading", code, **told)


def counts(found: Coverage, code: str) -> str:
    """How many scenarios have which status."""
    told = found.counts()
    words = [f"{status(name, code)} – {number}" for name, number in told.items() if number]
    return say("cover-counts", code, all=sum(told.values()), words="; ".join(words))


def status(name: str, code: str) -> str:
    """A status in words."""
    return say("cover-" + name.replace("_", "-"), code)


def source(typed: str) -> str:
    """A provision of a treaty as people write it."""
    return printed(typed)


def _scenario(one: ScenarioCoverage, found: Coverage, row: ObligationCoverage, code: str) -> Iterator[str]:
    yield f"  {labelled(one, row, code)}: {status(one.status, code)}"
    yield from ("      " + reason for reason in reasons(one, found, row, code, _MOST))


def labelled(one: ScenarioCoverage, row: ObligationCoverage, code: str) -> str:
    """A scenario by its label, with the letter that names it where that is narrower than the obligation."""
    label = one.scenario.label[code]
    return label if one.scenario.source == row.obligation.source else f"{printed(one.scenario.source)} {label}"


def reasons(one: ScenarioCoverage, found: Coverage, row: ObligationCoverage, code: str, most: int) -> Iterator[str]:
    """Why a scenario has its status, down to the elements; at most so many conditions and provisions that come near."""
    yield from (punished(provision, found, code) for provision in one.punishing)
    yield from (conditional(condition, code) for condition in one.conditions[:most])
    yield from dict.fromkeys(nearest(lack, code) for lack in one.nearest[:most])
    if (change := smallest_change(one, found)) is not None:
        yield changed(change, found, code)
    elif one.status == NOT_COVERED:
        yield say("cover-nothing-near", code)
    if not one.punishing and one.scenario.reservable is not None:
        yield say("cover-not-to-punish", code, source=printed(one.scenario.reservable))
    if not one.punishing and not one.conditions:
        return
    extensions = (("attempt", one.attempt, row.obligation.attempt), ("aiding", one.aiding, row.obligation.aiding))
    for name, told, extension in extensions:
        if told is not None and extension is not None:
            yield extended(name, told, extension.source, extension.reservable, code)


def punished(provision: Punishing, found: Coverage, code: str) -> str:
    """The provision that punishes a scenario, its category, gravest punishment, and whether the treaty is content."""
    words = provision.address.printed + "".join(f"({point})" for point in provision.points)
    told = {"what": words, "gravest": gravest(provision.offence, rules(found.jurisdiction), code)}
    if provision.offence.category is Category.UNDECIDED:
        line = say("cover-by-uncategorised", code, **told)
    else:
        category = say("category-" + provision.offence.category.value.replace("_", "-"), code)
        line = say("cover-by", code, category=category, **told)
    demand = found.treaty.demand("sanctions")
    if provision.sanctions_meet or demand is None:
        return line
    return line + "; " + say("cover-sanction-short", code, source=printed(demand.source))


def conditional(condition: Condition, code: str) -> str:
    """A provision that would punish it, what it demands further, and whether the treaty lets the state make each demand."""
    words = []
    for one, permission in zip(condition.needs, condition.permitted, strict=True):
        by = say("cover-not-permitted", code)
        if permission is not None:
            by = say("cover-permitted", code, source=printed(permission.source))
        words.append(f"{need(one, code)} {by}")
    return say("cover-if", code, what=condition.address.printed, needs="; ".join(words))


def nearest(lack: Lack, code: str) -> str:
    """A provision that would have to speak of this conduct too."""
    further = [need(one, code) for one in sorted(lack.needs) if one.facet != "conduct"]
    if lack.together:
        other = [need(one, code) for one in sorted(lack.needs) if one.facet == "conduct"]
        told = say("cover-together", code, what=lack.address.printed, conduct="; ".join(other))
    else:
        told = say("cover-nearest", code, what=lack.address.printed)
    return told + (" " + say("cover-nearest-also", code, needs="; ".join(further)) if further else "")


def changed(change: Change, found: Coverage, code: str) -> str:
    """The smallest change that closes the gap, which has been tried."""
    words = [say("cover-drop", code, needs="; ".join(need(one, code) for one in change.dropped))] if change.dropped else []
    if change.named:
        words.append(say("cover-name", code, conduct=", ".join(term(one, code) for one in change.named)))
    told = say("cover-change", code, what=change.address.printed, how="; ".join(words))
    demand = found.treaty.demand("sanctions")
    if change.sanctions_meet or demand is None:
        return told
    return f"{told}; {say('cover-change-sanction', code, source=printed(demand.source))}"


def need(one: Need, code: str) -> str:
    """A further fact in words; another act by what is asked of it."""
    if one.facet != "means":
        name, words = _facet(one.facet, code), _either(one.terms, code)
        doubled = one.facet == "purpose" and name in words  # some languages say the facet in the term
        return words if doubled else f"{name} – {words}"
    by_facet: dict[str, list[str]] = {}
    for word in one.terms:
        by_facet.setdefault(terms().facet_of[word], []).append(word)
    asked = ", ".join(f"{_facet(facet, code)} – {_either(words, code)}" for facet, words in by_facet.items())
    return say("cover-another-act", code, asked=asked)


def _facet(name: str, code: str) -> str:
    return terms().label(name, code) if name in terms().facets else say(f"case-asks-{name}", code)


def _either(words: Sequence[str], code: str) -> str:
    return f" {say('explain-or', code)} ".join(term(word, code) for word in words)


def extended(name: str, told: str, source_: str, reservable: str | None, code: str) -> str:
    """Attempt or aiding in words."""
    key = f"cover-{name}-{'punished' if told == 'covered' else 'unpunished'}"
    words = say(key, code, source=printed(source_))
    if told != "covered" and reservable is not None:
        words += " " + say("cover-reservable", code, source=printed(reservable))
    return words


def coverage_record(found: Coverage) -> dict[str, Any]:
    """The coverage as JSON (`saralau/coverage/1`)."""
    return {
        "schema": "saralau/coverage/1",
        "treaty": found.treaty.id,
        "treaty_verified": found.treaty.verified,
        "jurisdiction": found.jurisdiction,
        "edition": found.edition,
        "code_verified": found.verified,
        "day": found.day,
        "counts": found.counts(),
        "general": [
            {
                "kind": one.demand.kind,
                "source": one.demand.source,
                "optional": one.demand.optional,
                "met": one.met,
                "of": one.of,
                "limitation_years": None if one.years is None else list(one.years),
            }
            for one in found.general
        ],
        "obligations": [
            {
                "id": row.obligation.id,
                "source": row.obligation.source,
                "scenarios": [_scenario_record(one, found) for one in row.scenarios],
            }
            for row in found.obligations
        ],
    }


def coverage_rows(record: Mapping[str, Any], code: str) -> Iterator[dict[str, Any]]:
    """The rows of a coverage record as a table, a scenario each, labelled in a language."""
    named = treaty(record["treaty"])
    labels = {one.id: one.label[code] for row in named.obligations for one in row.scenarios}
    basis = {key: record[key] for key in ("treaty", "jurisdiction", "edition", "day")}
    for row in record["obligations"]:
        for one in row["scenarios"]:
            yield {
                **basis,
                "obligation": row["id"],
                "source": one["source"],
                "scenario": one["id"],
                "label": labels[one["id"]],
                "status": one["status"],
                "punishing": [provision["provision"] for provision in one["punishing"]],
                "conditions": [condition["provision"] for condition in one["conditions"]],
                "nearest": [lack["provision"] for lack in one["nearest"]],
                "attempt": one["attempt"],
                "aiding": one["aiding"],
                "change": one["change"] and one["change"]["provision"],
            }


def _bearings(jurisdiction: str, typed: str) -> Iterator[tuple[Treaty, Bearing]]:
    """What all treaties in hand say of a provision; InputError where its code has no such article."""
    at = Address.read(typed)
    known = {row["number"] for row in load(encoding(jurisdiction).newest.register)["articles"]}
    if at.article not in known:
        raise InputError("no-such-article", address=at.printed)
    for name in treaty_names():
        yield from ((treaty(name), row) for row in bearing(treaty(name), jurisdiction, at))


def relevance_records(jurisdiction: str, typed: str) -> Iterator[dict[str, Any]]:
    """Which obligations of which treaties a provision meets, wholly or under further facts (`saralau/relevance/1`)."""
    for one, row in _bearings(jurisdiction, typed):
        told = {"treaty": one.id, "source": row.obligation.source, "scenario": row.scenario.id, "status": row.status}
        yield {"schema": "saralau/relevance/1", "provision": row.address.short, **told}


def relevance_lines(jurisdiction: str, typed: str, code: str) -> Iterator[str]:
    """The same in words."""
    for one, row in _bearings(jurisdiction, typed):
        words = {"what": row.address.printed, "treaty": one.titles[code], "source": source(row.obligation.source)}
        yield say("cover-bears", code, label=row.scenario.label[code], status=status(row.status, code), **words)


def _scenario_record(one: ScenarioCoverage, found: Coverage) -> dict[str, Any]:
    change = smallest_change(one, found)
    return {
        "id": one.scenario.id,
        "source": one.scenario.source,
        "status": one.status,
        "attempt": one.attempt,
        "aiding": one.aiding,
        "preparation": one.preparation,
        "punishing": [
            {
                "provision": provision.address.short,
                "points": list(provision.points),
                "edition": provision.edition,
                "category": provision.offence.category.value,
                "sanctions_meet": provision.sanctions_meet,
            }
            for provision in one.punishing
        ],
        "conditions": [
            {
                "provision": condition.address.short,
                "needs": [{"facet": need.facet, "terms": list(need.terms)} for need in condition.needs],
                "permitted_by": [None if one is None else one.source for one in condition.permitted],
            }
            for condition in one.conditions
        ],
        "nearest": [
            {
                "provision": lack.address.short,
                "needs": [{"facet": need.facet, "terms": list(need.terms)} for need in sorted(lack.needs)],
            }
            for lack in one.nearest
        ],
        "change": None
        if change is None
        else {
            "provision": change.address.short,
            "sanctions_meet": change.sanctions_meet,
            "drop": [{"facet": need.facet, "terms": list(need.terms)} for need in change.dropped],
            "name": list(change.named),
        },
    }
