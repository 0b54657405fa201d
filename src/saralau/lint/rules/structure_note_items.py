"""S008: a note that announces several items and has one."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Kind
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """The law's own notes, by the number of the word that opens them and of what is numbered in them."""
    several = subject.act.language.structure.own_notes
    for unit, address in subject.placed:
        if unit.kind is Kind.NOTE and unit.text:
            items = sum(child.kind is Kind.ITEM for child in unit.children)
            if several.match(subject.act.folded, unit.text[0].start) and max(items, len(unit.text)) < 2:
                yield Finding(unit.label or unit.text[0], address)


RULE = Rule("S008", "note-items", "structure", check)
