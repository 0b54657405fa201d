"""A qualification as lines for reading and as a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saralau.cases.absorbing import Absorption
from saralau.cases.asking import Question
from saralau.cases.assuming import would_change
from saralau.cases.charging import Charge
from saralau.cases.formula import Finding, Truth
from saralau.cases.joining import Joining
from saralau.cases.qualifying import Answer, Qualification
from saralau.cases.retroacting import Later
from saralau.cases.sentencing import Sentence
from saralau.messages import say
from saralau.offences.model import Punishment, Unit
from saralau.packs import load
from saralau.report.amounts import said
from saralau.report.case_reservations import before_force, reservations, reservations_record
from saralau.report.findings import asked, elements, term
from saralau.report.sentences import in_money, printed, references, sentence_lines, sentence_record
from saralau.report.titles import Titles, titles_for

_TRUTHS = {True: "yes", False: "no", None: "unknown"}


def qualification_lines(found: Qualification, code: str) -> Iterator[str]:
    """What stands, what is absorbed and why, what turns on something, what to ask; for each person."""
    title = found.case.titles.get(code) or found.case.id
    yield say("case-heading", code, title=title, edition=found.encoding.newest.edition)
    yield from (f"  {one}" for one in reservations(found, code))
    for one in found.assumed:
        laws = ", ".join(f"{change.passed} № {change.number}" for change in one.between)
        assumed = say("case-beyond", code, article=one.article, day=one.day, edition=one.edition)
        yield f"  {assumed}" + (" " + say("case-beyond-laws", code, laws=laws) if laws else "")
    if any(deed.date < found.rules.data["edition"] for deed in found.case.deeds):
        yield "  " + say("case-general-part", code, edition=found.rules.data["edition"])
    titles = titles_for(load(found.encoding.newest.register))
    for answer in found.answers:
        yield ""
        person = answer.person
        age = say("case-age-unknown", code) if person.age is None else str(person.age)
        yield say(
            "case-person", code, id=person.id, age=age if person.born is None else say("case-born", code, day=person.born)
        )
        yield from _answer(answer, found, titles, code)
    if absent := would_change(found):
        yield ""
        yield say("case-absent", code)
        for part in absent:
            told = {"what": part.address.printed, "deed": part.deed, "on": elements(part.open, code)}
            yield "  " + say("case-absent-one", code, **told)
    yield ""
    yield say("case-limits", code)


def brief(found: Qualification, code: str) -> str:
    """One line: what is charged so far, and how much is open."""
    charges = [charge.address.printed for answer in found.answers for charge in answer.charges]
    count = sum(len(answer.hanging) + len(answer.open) for answer in found.answers)
    now = say("ask-now", code, charges=", ".join(dict.fromkeys(charges)) or say("ask-nothing", code), open=count)
    early = before_force(found)
    return now if early is None else say("ask-before-force", code, since=early[0]) + " " + now


def question_line(question: Question, code: str) -> str:
    """A question of an interview in words."""
    facet = asked(Finding(question.of, question.facet, ()), code)
    provisions = ", ".join(at.printed for at in question.provisions)
    if question.whose:
        words = ", ".join(term(one, code) for one in question.terms)
        return say("ask-whose", code, of=question.of, what=words, provisions=provisions)
    return say("ask-question", code, of=question.of, facet=facet, provisions=provisions)


def _answer(answer: Answer, found: Qualification, titles: Titles, code: str) -> Iterator[str]:
    liable = dict(answer.liable)
    if not answer.charges:
        undecided = answer.hanging or answer.excused or any(one.applied for one in answer.later)
        yield "  " + say("case-no-charge" if undecided else "case-outside", code)
    for charge, general in zip(answer.charges, answer.sentences, strict=True):
        texts = titles.article(charge.address.article).texts
        title = texts.get(code) or charge.offence.title
        yield from _charge(charge, general, title, liable[charge.address], found, code)
    for excused in answer.excused:
        told = {"what": excused.address.printed, "deeds": ", ".join(excused.deeds), "source": printed(excused.rule.source)}
        yield "  " + say("case-excused", code, why=excused.rule.data["label"][code], **told)
    if answer.joined is not None:
        yield "  " + _joined(answer.joined, code)
    for one in answer.displaced:
        told = {"what": one.what.printed, "by": one.by.printed, "source": printed(one.source)}
        yield "  " + say("case-displaced", code, **told)
    for test in answer.absorbed:
        yield "  " + say("case-absorbed", code, what=test.what.printed, by=test.by.printed, source=printed(test.source))
    for later in answer.later:
        yield from _later(later, code)
    for test in answer.open:
        yield "  " + say("case-turns", code, what=test.what.printed, by=test.by.printed)
        yield "      " + _turning(test, code)
    for test in answer.refused:
        yield "  " + say("case-beside", code, what=test.what.printed, by=test.by.printed, why=_why(test, code))
    for hanging in answer.hanging:
        on = elements(hanging.open, code)
        yield "  " + say("case-hanging", code, what=hanging.address.printed, deed=hanging.deed, on=on)
    for failing in answer.failing:
        on = elements(failing.failed, code)
        assumed = " " + say("case-assumed", code) if any(finding.assumed for finding in failing.failed) else ""
        yield "  " + say("case-failing", code, what=failing.address.printed, deed=failing.deed, on=on) + assumed


def _charge(charge: Charge, general: Sentence, title: str, liable: Truth, found: Qualification, code: str) -> Iterator[str]:
    offence = charge.offence
    words = charge.address.printed + "".join(f"({point})" for point in charge.points)
    if charge.edition != found.encoding.newest.edition:
        words += " " + say("case-edition", code, edition=charge.edition)
    if charge.features:
        words += " " + say("case-features", code, features=", ".join(feature.printed for feature in charge.features))
    words += references(general, code)
    yield "  " + say("case-charge", code, what=words, title=title, deeds=", ".join(charge.deeds))
    yield "      " + say("category-" + offence.category.value.replace("_", "-"), code)
    day = max(found.case.deed(id).date for id in charge.deeds)
    if liable is not True:
        yield "      " + say("case-too-young" if liable is False else "case-age-asked", code)
    if liable is False:
        return
    for line in sentence_lines(general, day, found.rules, code):
        yield "      " + line
    for punishment in (*offence.sanction.principal, *offence.sanction.additional):
        kind = say("kind-" + punishment.kind.value.replace("_", "-"), code)
        yield f"      – {kind}: {said(punishment, code)}{_in_money(punishment, day, found, code)}"


def _later(later: Later, code: str) -> Iterator[str]:
    """What a later law makes of an act, and in which components it threatens more or less."""
    becomes = "" if later.becomes is None else later.becomes.printed
    how = "case-later-" + later.outcome.value.replace("_", "-")
    outcome = say(how, code, deed=later.deed, becomes=becomes, on=elements(later.open, code))
    yield "  " + say("case-later", code, what=later.what.printed, edition=later.later, outcome=outcome)
    for one in later.components:
        kind = say("kind-" + one.kind.replace("_", "-"), code) + ": " if one.kind else ""
        aspect = say("case-differs-" + one.aspect.replace("_", "-"), code)
        yield f"      – {kind}{aspect} – {say('case-milder' if one.change < 0 else 'case-heavier', code)}"


def _joined(rule: Joining, code: str) -> str:
    """How the punishments for the charges are joined."""
    ways = f" {say('explain-or', code)} ".join(say(f"case-by-{way}", code) for way in rule.ways)
    caps = "; ".join(
        say("kind-" + cap.kind.replace("_", "-"), code)
        + ": "
        + say("amount-up-to", code, max=say(f"unit-{cap.unit.value}-upper", code, n=cap.maximum))
        for cap in rule.caps
    )
    return say("case-joined", code, ways=ways, source=printed(rule.source)) + (f" {caps}" if caps else "")


def _in_money(punishment: Punishment, day: str, found: Qualification, code: str) -> str:
    """The most in the currency of the jurisdiction, by the index of the day of the act."""
    index = found.rules.index(day)
    limit = punishment.implied_maximum
    most = limit.value if punishment.maximum is None and limit is not None else punishment.maximum
    if punishment.unit is not Unit.MCI or index is None or most is None:
        return ""
    return " " + in_money(most * index, found.rules, code, day)


def _turning(test: Absorption, code: str) -> str:
    if test.linked:
        return say("case-turns-on-words", code, what=test.what.printed, by=test.by.printed)
    return say("case-turns-on-facts", code, on=elements(test.uncovered, code))


def _why(test: Absorption, code: str) -> str:
    """The first test that fails, in words."""
    if not test.severer:
        return say("case-why-severity", code)
    if not test.conduct:
        return say("case-why-conduct", code)
    return say("case-why-elements", code, on=elements(test.uncovered, code))


def qualification_record(found: Qualification) -> dict[str, Any]:
    """A qualification as JSON (`saralau/qualified-case/1`)."""
    return {
        "schema": "saralau/qualified-case/1",
        "case": found.case.id,
        "act": found.encoding.act,
        "edition": found.encoding.newest.edition,
        "on": found.on,
        "general_part_edition": found.rules.data["edition"],
        **reservations_record(found),
        "wording_assumed": [
            {
                "article": one.article,
                "day": one.day,
                "edition": one.edition,
                "changed_by": [{"passed": change.passed, "number": change.number} for change in one.between],
            }
            for one in found.assumed
        ],
        "taken_as_absent": [
            {"address": one.address.short, "act": one.deed, "facts": [_finding(finding) for finding in one.open]}
            for one in would_change(found)
        ],
        "persons": [_person(answer) for answer in found.answers],
    }


def _person(answer: Answer) -> dict[str, Any]:
    liable = dict(answer.liable)
    return {
        "id": answer.person.id,
        "charges": [
            {
                "address": charge.address.short,
                "edition": charge.edition,
                "points": list(charge.points),
                "features": [feature.short for feature in charge.features],
                "acts": list(charge.deeds),
                "category": charge.offence.category.value,
                "limitation_years": charge.offence.limitation_years,
                "of_age": _TRUTHS[liable[charge.address]],
                "general_part": sentence_record(general),
            }
            for charge, general in zip(answer.charges, answer.sentences, strict=True)
        ],
        "excused": [
            {"address": one.address.short, "acts": list(one.deeds), "rule": one.rule.id, "source": one.rule.source}
            for one in answer.excused
        ],
        "displaced": [
            {"address": one.what.short, "by": one.by.short, "act": one.deed, "source": one.source}
            for one in answer.displaced
        ],
        "later": [
            {
                "act": one.deed,
                "address": one.what.short,
                "edition": one.edition,
                "later": one.later,
                "outcome": one.outcome.value,
                "becomes": one.becomes and one.becomes.short,
                "components": [part._asdict() for part in one.components],
                "open": [_finding(finding) for finding in one.open],
                "applied": one.applied,
            }
            for one in answer.later
        ],
        "absorbed": [_test(test) for test in answer.absorbed],
        "turning": [_test(test) for test in answer.open],
        "beside": [_test(test) for test in answer.refused],
        "joined": None
        if answer.joined is None
        else {
            "ways": list(answer.joined.ways),
            "caps": [{"kind": cap.kind, "max": cap.maximum, "unit": cap.unit.value} for cap in answer.joined.caps],
            "source": answer.joined.source,
        },
        "hanging": [
            {"address": one.address.short, "act": one.deed, "open": [_finding(finding) for finding in one.open]}
            for one in answer.hanging
        ],
        "failing": [
            {"address": one.address.short, "act": one.deed, "failed": [_finding(finding) for finding in one.failed]}
            for one in answer.failing
        ],
    }


def _test(test: Absorption) -> dict[str, Any]:
    return {
        "address": test.what.short,
        "by": test.by.short,
        "conduct": _TRUTHS[test.conduct],
        "elements": _TRUTHS[test.elements],
        "severer": test.severer,
        "uncovered": [_finding(finding) for finding in test.uncovered],
        "by_another_reading": _TRUTHS[test.otherwise],
        "source": test.source,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {"act": finding.deed, "facet": finding.facet, "terms": list(finding.terms), "assumed_absent": finding.assumed}
