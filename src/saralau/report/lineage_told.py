"""The line of an act or a provision in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saralau.cases.vocabulary import terms
from saralau.history import Step
from saralau.messages import say
from saralau.report.lineage import Descent, Pair, Place
from saralau.report.vocabulary import labels
from saralau.report.wordings import Difference, Heaviest, Wording


def lineage_lines(found: Descent, code: str) -> Iterator[str]:
    """The line in words: steps with their sources, then what each wording has otherwise."""
    what = _name(found, found.act, code)
    yield say("lineage-heading", code, what=f"{what}, {_printed(found.at, code)}" if found.at else what)
    if not found.steps:
        yield say("lineage-nothing", code)
    for line in dict.fromkeys(step.line for step in found.steps):
        if line:
            yield found.lines.titles[line][code]
        for step in found.steps:
            if step.line == line:
                yield f"  {_step(step, found, code)}"
                yield from (f"    {passing}" for passing in _passings(step, code))
    if found.wordings:
        yield say("lineage-wordings", code)
        yield from (f"  {line}" for one in found.wordings for line in _wording(one, found, code))
        for pair in found.pairs:
            yield from (f"  {line}" for line in _pair(pair, found, code))
    for place in found.without:
        yield say("lineage-without", code, what=_place(found, place, code))
    if found.pairs:
        yield say("lineage-limits", code)


def _step(step: Step, found: Descent, code: str) -> str:
    older, newer = (_name(found, act, code) if act else "" for act in (step.older, step.newer))
    number = f" № {step.number}" if step.number else ""
    touched = [place for one in step.passings if one.older == one.newer for place in one.newer]
    where = ", ".join(_printed(place, code) for place in ([step.at] if step.at else touched))
    words = [
        say(f"lineage-{step.relation.replace('_', '-')}", code, law=f"{step.passed}{number}", older=older, newer=newer),
        *_force(step, code),
        say(f"lineage-source-{step.source}", code) + (f" ({where})" if where else ""),
        *([] if step.verified else [say("lineage-unverified", code)]),
        *([say("lineage-announced", code)] if step.announced else []),
        *([] if step.in_hand else [say("lineage-not-in-hand", code)]),
    ]
    return "; ".join(words)


def _force(step: Step, code: str) -> Iterator[str]:
    force = step.force
    if force is None:
        return
    if force.on is not None:
        told = say("lineage-force-on", code, day=force.on)
    elif force.months_after is not None:
        told = say("lineage-force-months", code, n=force.months_after)
    else:
        told = say("lineage-force-publication", code)
    mark = "" if force.verified else f" ({say('lineage-unverified', code)})"
    yield told + mark


def _passings(step: Step, code: str) -> Iterator[str]:
    for one in step.passings:
        if one.older == one.newer:
            continue
        older, newer = (", ".join(_printed(place, code) for place in places) for places in (one.older, one.newer))
        how = say(f"lineage-how-{one.how}", code) if one.how else ""
        words = [f"{older} → {newer or '–'}", how, say(f"lineage-source-{one.source}", code)]
        words += [say("lineage-doubt", code)] if one.doubt else []
        words += [] if one.verified else [say("lineage-unverified", code)]
        yield "; ".join(filter(None, words))


def _wording(one: Wording, found: Descent, code: str) -> Iterator[str]:
    yield say("lineage-wording", code, what=_titled(one, found, code), source=say(f"lineage-from-{one.source}", code))
    for facet in ("conduct", "consequence", "ict", "features"):
        codes = getattr(one, facet)
        if codes is None:
            yield f"  {say(f'lineage-facet-{facet}', code)}: {say('lineage-unread', code)}"
        elif facet == "consequence":
            asked = f" ({say('lineage-required-yes' if one.required else 'lineage-required-no', code)})" if codes else ""
            told = _terms(codes, found, facet, code) or say("lineage-none", code)
            yield f"  {say('lineage-facet-consequence', code)}: {told}{asked}"
        elif codes:
            yield f"  {say(f'lineage-facet-{facet}', code)}: {_terms(codes, found, facet, code)}"
    yield f"  {say('lineage-facet-heaviest', code)}: {_heaviest(one.heaviest, code)}"


def _pair(pair: Pair, found: Descent, code: str) -> Iterator[str]:
    before, after, differing = pair
    heads = f"{_titled(before, found, code)} → {_titled(after, found, code)}"
    if not differing:
        yield f"{heads}: {say('lineage-same', code)}"
        return
    yield f"{heads}:"
    for one in differing:
        yield f"  {say(f'lineage-facet-{one.facet}', code)}: {_difference(one, before, after, found, code)}"


def _difference(one: Difference, before: Wording, after: Wording, found: Descent, code: str) -> str:
    if one.facet == "heaviest":
        return f"{_heaviest(before.heaviest, code)} → {_heaviest(after.heaviest, code)}"
    if one.facet == "required":
        was, now = (say(f"lineage-required-{told[0]}", code) for told in (one.lost, one.gained))
        return f"{was} → {now}"
    told = []
    if one.lost:
        told.append(say("lineage-lost", code, what=_terms(one.lost, found, one.facet, code)))
    if one.gained:
        told.append(say("lineage-gained", code, what=_terms(one.gained, found, one.facet, code)))
    return "; ".join(told)


def _terms(codes: Sequence[str], found: Descent, facet: str, code: str) -> str:
    own = found.lines.terms
    of_facts = facet in ("conduct", "consequence")
    return ", ".join(
        own[one][code] if one in own else terms().label(one, code) if of_facts else labels(one)[code] for one in codes
    )


def _heaviest(threat: Heaviest | None, code: str) -> str:
    if threat is None:
        return say("lineage-unread-threat", code)
    kind = say("kind-" + threat.kind.replace("_", "-"), code)
    if threat.maximum is None or threat.unit is None:
        return f"{kind} {say('amount-life', code)}"
    return f"{kind} {say('amount-up-to', code, max=say(f'unit-{threat.unit}-upper', code, n=threat.maximum))}"


def _titled(one: Wording, found: Descent, code: str) -> str:
    when = say("lineage-as-of", code, day=one.as_of) if one.as_of else say("lineage-as-of-unknown", code)
    parts = "".join(f", {_printed(part, code)}" for part in one.with_parts)
    return f"{_place(found, (one.act, one.at), code)}{parts}, {when}"


def _place(found: Descent, place: Place, code: str) -> str:
    return f"{_name(found, place[0], code)}, {_printed(place[1], code)}"


def _name(found: Descent, act: str, code: str) -> str:
    return found.lines.acts[act][code]


def _printed(place: str, code: str) -> str:
    """`227(1)`; a chapter by its number."""
    if place.startswith("chapter:"):
        return say("lineage-chapter", code, number=place.removeprefix("chapter:"))
    article, *units = place.split(".")
    return article + "".join(f"({unit})" for unit in units if unit)
