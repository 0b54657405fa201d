"""The terms of several acts as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saralau.history.definitions import Losing
from saralau.history.drift import Edition
from saralau.messages import say
from saralau.report.definitions import kinds_said
from saralau.report.terms import TermsTold
from saralau.report.vocabulary import labels
from saralau.terms.conflicts import KINDS, TermFinding
from saralau.terms.namesakes import Namesakes


def terms_lines(told: TermsTold, code: str) -> Iterator[str]:
    """Each act in a line, what is going to be lost, the findings kind by kind, the drift."""
    for one, terms in zip(told.acts, told.lives, strict=True):
        uses = sum(map(len, one.uses.values()))
        yield say("usage-act", code, name=one.title, definitions=len(terms), uses=uses)
    if told.losing:
        yield ""
        yield section("losing", len(told.losing), code)
        yield from ("  " + losing_said(one, code) for one in told.losing)
    for kind in KINDS:
        some = [one for one in told.findings if one.kind == kind]
        if some:
            yield ""
            yield section(kind, len(some), code)
            yield from ("  " + finding_said(one, code) for one in some)
    if told.namesakes:
        yield ""
        yield say("usage-namesakes", code)
        yield from namesakes_lines(told.namesakes, code)
    if told.editions:
        yield ""
        yield from drift_lines(told.editions, code)
    yield ""
    yield say("usage-kinds", code)
    for row in told.kinds:
        year = row.year or say("causes-unknown", code)
        yield f"  {row.name}, {year}: {kinds_said(dict(row.kinds), code)}"
    yield ""
    yield say("usage-limits", code)


def section(kind: str, count: int, code: str) -> str:
    """The heading of a kind of findings."""
    return f"{kind_said(kind, code)}: {count}"


def kind_said(kind: str, code: str) -> str:
    """What a kind of findings is called."""
    return say("usage-kind-" + kind.replace("_", "-"), code)


def why_said(kind: str, code: str) -> str:
    """What a kind of findings means."""
    return say("usage-why-" + kind.replace("_", "-"), code)


def finding_said(one: TermFinding, code: str) -> str:
    """A finding in a line: where, which term, the other places."""
    places = others_said(one)
    at = {"act": one.act, "at": one.address.printed, "term": one.term}
    return say("usage-finding-beside", code, places=places, **at) if places else say("usage-finding", code, **at)


def others_said(one: TermFinding) -> str:
    """The other places of a finding."""
    return "; ".join(dict.fromkeys(f"{place.act} {place.address.printed}" for place in one.others))


def losing_said(one: Losing, code: str) -> str:
    """A term that is losing its definition, in a line."""
    return f"{finding_said(one.finding, code)} – {going_said(one, code)}"


def going_said(one: Losing, code: str) -> str:
    """What happens to the definition, by which law, when."""
    number = one.number or say("causes-unknown", code)
    message = "usage-going-" + one.action
    if one.entry is None:
        return say(message, code, number=number)
    day = say("usage-day" if one.entry.exact else "usage-day-earliest", code, day=one.entry.not_before)
    return f"{say(message, code, number=number)}, {day}"


def namesakes_lines(groups: Sequence[Namesakes], code: str) -> Iterator[str]:
    """Each group: why it is one, then each name with the places where it stands."""
    for group in groups:
        yield "  " + say(f"usage-namesakes-{group.why}", code)
        for called in group.called:
            places = "; ".join(dict.fromkeys(f"{place.act} {place.address.printed}" for place in called.places))
            yield f"    {called.words} ({len(called.places)}): {places}"


def drift_lines(editions: Sequence[Edition], code: str) -> Iterator[str]:
    """How many parts and points each wording stands in, edition by edition."""
    yield say("usage-drift", code)
    for one in sorted({edition.code for edition in editions}):
        some = [edition for edition in editions if edition.code == one]
        yield "  " + " | ".join(f"{edition.edition or '–'} ({edition.language})" for edition in some) + f"  {one}"
        for wording, counts in drift_rows(some):
            yield "  " + " ".join(f"{count:>4}" for count in counts) + "  " + labels(wording)[code]


def drift_rows(editions: Sequence[Edition]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each wording with its counts, those of the newest edition first."""
    wordings = {wording for edition in editions for wording in edition.places}
    rows = [(wording, tuple(len(edition.places.get(wording, ())) for edition in editions)) for wording in wordings]
    return iter(sorted(rows, key=lambda row: (-row[1][-1], -max(row[1]), row[0])))
