"""The notes of an act, read: which acts changed what, when they were passed, when they entered into force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saralau.acts import Act, Address, Kind, Provision
from saralau.amendments.dating import entry_into_force
from saralau.amendments.model import Amendment, Note
from saralau.amendments.notes import read_note
from saralau.documents import Span

_INSIDE = (Kind.PART, Kind.POINT, Kind.NOTE, Kind.ITEM)


def find_amendments(act: Act) -> tuple[Amendment, ...]:
    """Every amending act named in the editors' notes, in the order of the text."""
    return tuple(sorted((one for note in find_notes(act) for one in note.amendments), key=lambda one: one.span))


def repealed_on(act: Act) -> str | None:
    """The day (ISO) from which an act no longer stands, the earliest that its first notes allow; None if none tells."""
    first = next((span.start for main in act.mains() for span in (*main.heading, *main.text)[:1]), 0)
    days = [
        entry_into_force(one).not_before
        for note in find_notes(act)
        if note.home is None and note.span.start < first
        for one in note.amendments
        if one.action == "repealed" and not one.announced and one.target.address is None and one.target.unit in _WHOLE
    ]
    return min(days, default=None)


_WHOLE = ("act", "division")  # what a note at the beginning stands at: the act, or the heading that is its title


def find_notes(act: Act) -> tuple[Note, ...]:
    """Every editor's note, and what stands in the place of excluded units, read."""
    return tuple(_notes(act))


def _notes(act: Act) -> Iterator[Note]:
    for note in act.front_notes:
        yield _read(act, note.lines, None, "act")
    article: Address | None = None
    for provision in act.walk():
        if provision.kind is Kind.ARTICLE or (provision.address is not None and provision.address.rooted):
            article = provision.address.main if provision.address is not None else None
        elif provision.kind not in _INSIDE:
            article = None
        home, place = (article, _place(article)) if article else (None, provision.kind.value)
        for note in provision.notes:
            yield _read(act, note.lines, home, place)._replace(home=provision.address)
        if provision.excluded and provision.address is not None and provision.text:
            yield _excluded(act, provision)


def _place(home: Address) -> str:
    """The kind of provision at which notes stand: an article; in an act without articles a point, or an annex."""
    return "article" if not home.rooted else "annex" if home.part is None else "part"


def _excluded(act: Act, provision: Provision) -> Note:
    """What stands in the place of an excluded unit, without its label."""
    lines = list(provision.text)
    if provision.label is not None and lines[0].start <= provision.label.start < lines[0].end:
        lines[0] = Span(provision.label.end, lines[0].end)
    return _read(act, lines, provision.address, provision.kind.value)


def _read(act: Act, lines: Sequence[Span], home: Address | None, place: str) -> Note:
    return read_note(act, Span(lines[0].start, lines[-1].end), home, place)


def edition_of(amendments: Sequence[Amendment]) -> str | None:
    """The date of the newest amending act that any note names: how far the text has come; None if no note names one."""
    return max((one.date for one in amendments), default=None)
