"""An edited copy of the act as a draft: then the draft is the difference."""

from __future__ import annotations

from saralau.acts import Act, Address, parse_act
from saralau.documents import Document, Span
from saralau.drafts.model import ADD, EXCLUDE, RENUMBER, RETITLE, REWORD, Draft, Instruction, Target
from saralau.history import Text
from saralau.history.diffing import UnitChange, diff_editions
from saralau.languages import fold

_BEGINNING = 4000  # characters in which a law that amends says so
_KINDS = {
    "added": ADD,
    "moved": ADD,
    "moved_away": EXCLUDE,
    "excluded": EXCLUDE,
    "removed": EXCLUDE,
    "reworded": REWORD,
    "printed": REWORD,
}


def edited_copy(document: Document, act: Act) -> Draft | None:
    """The draft, if the document is a copy of the act: it does not say that it amends and has half of the act's articles."""
    if act.language.naming.amends.search("\n" + fold(document.text[:_BEGINNING])):
        return None
    edited = parse_act(document, act.language)
    numbers = {article.number for article in act.articles()}
    shared = numbers & {article.number for article in edited.articles()}
    if not shared or 2 * len(shared) < len(numbers):
        return None
    diff = diff_editions(Text(act, (), ()), Text(edited, (), ()))
    told = [change for article in diff.articles for change in article.changes if change.how != "printed"]
    moved = {change.came_from for change in told if change.came_from and _address(change.came_from)}
    changes = [change for change in told if change.how != "moved_away" or change.place not in moved]
    return Draft(document, tuple(map(_instruction, changes)), edited=edited)


def _instruction(change: UnitChange) -> Instruction:
    """A change of a unit as what a law would have to say."""
    span = next(iter(change.after.spans), Span(0, 0)) if change.after else Span(0, 0)
    came_from = _address(change.came_from) if change.how == "moved" else None
    if came_from is not None and change.address is not None:
        return Instruction(RENUMBER, Target(came_from), span, to=change.address)
    address = change.address or Address(change.place.partition("/")[0])
    place = "" if change.title else change.place.partition("/")[2].replace(" ", ":")
    kind = RETITLE if change.title and change.how == "reworded" else _KINDS[change.how]
    if change.title and kind is not RETITLE:
        place = "title"
    text = change.after.text if change.after else ""
    return Instruction(kind, Target(address, "title" if kind is RETITLE else place), span, text)


def _address(place: str | None) -> Address | None:
    """The address that a place is; None for a title, a note, or a number that stands twice."""
    return None if place is None or "/" in place or " " in place else Address.read(place)
