"""The ledger: every visible character of a document belongs to exactly one thing, and here is the proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saralau.acts.model import Act, EditorNote, Provision
from saralau.documents import Span


@dataclass(frozen=True, slots=True)
class Ledger:
    """Visible characters by class. `unassigned` must be empty; `doubled` too."""

    headings: int
    provisions: int
    notes: int
    front: int
    back: int
    orphans: int
    total: int
    unassigned: tuple[Span, ...]
    doubled: tuple[Span, ...]

    @property
    def balanced(self) -> bool:
        """Whether nothing is lost and nothing is counted twice."""
        return not self.unassigned and not self.doubled


def balance(act: Act) -> Ledger:
    """Counts from the finished tree, not from what the parser believes it did. Linear in the text."""
    text = act.document.text
    claims = sorted(_claims(act))
    counted = dict.fromkeys(("headings", "provisions", "notes", "front", "back", "orphans"), 0)
    unassigned: list[Span] = []
    doubled: list[Span] = []
    reached = 0
    for span, owner in claims:
        if span.start < reached:
            doubled.append(span)
        if text[reached : span.start].strip():
            unassigned.append(Span(reached, span.start))
        counted[owner] += _visible(text, span)
        reached = max(reached, span.end)
    if text[reached:].strip():
        unassigned.append(Span(reached, len(text)))
    return Ledger(
        **counted,
        total=_visible(text, Span(0, len(text))),
        unassigned=tuple(unassigned),
        doubled=tuple(doubled),
    )


def _claims(act: Act) -> Iterator[tuple[Span, str]]:
    for owner, spans in (("front", act.front), ("back", act.back), ("orphans", act.orphans)):
        for span in spans:
            yield span, owner
    yield from _note_claims(act.front_notes)
    for provision in act.walk():
        yield from _provision_claims(provision)


def _provision_claims(provision: Provision) -> Iterator[tuple[Span, str]]:
    for span in provision.heading:
        yield span, "headings"
    for span in (*provision.text, *provision.closing):
        yield span, "provisions"
    yield from _note_claims(provision.notes)


def _note_claims(notes: tuple[EditorNote, ...]) -> Iterator[tuple[Span, str]]:
    for note in notes:
        for span in note.lines:
            yield span, "notes"


def _visible(text: str, span: Span) -> int:
    return sum(map(len, text[span.start : span.end].split()))
