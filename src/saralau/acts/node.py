"""A provision under construction: what the parser fills line by line and freezes at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from saralau.acts.address import Address
from saralau.acts.model import EditorNote, Kind, Provision
from saralau.documents import Span


@dataclass(slots=True)
class Node:
    """A provision under construction."""

    kind: Kind
    number: str | None = None
    address: Address | None = None
    heading: list[Span] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    label: Span | None = None
    text: list[Span] = field(default_factory=list)
    closing: list[Span] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    notes: list[list[Span]] = field(default_factory=list)
    anchors: tuple[str, ...] = ()
    excluded: bool = False
    implied: bool = False
    level: int = 0  # of the heading, as the source sets it

    def freeze(self) -> Provision:
        return Provision(
            self.kind,
            self.number,
            self.address,
            tuple(self.heading),
            " ".join(self.title) or None,
            self.label,
            tuple(self.text),
            tuple(self.closing),
            tuple(child.freeze() for child in self.children),
            tuple(EditorNote(tuple(lines)) for lines in self.notes),
            self.anchors,
            self.excluded,
            self.implied,
        )
