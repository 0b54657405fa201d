"""T004: a bracket that is opened and not closed, or closed and not opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject

_BRACKET = re.compile(r"[()]")
_NUMBERED = re.compile(r"(?:[0-9]|(?<![^\W_])[^\W\d_])$")  # what stands before the bracket of a point: "2)", "а)"


def check(subject: Subject) -> Iterator[Finding]:
    """Brackets of each unit. That of a point's number closes one only if nothing else does."""
    text = subject.act.document.text
    for unit, address in subject.placed:
        lines = () if unit.excluded else (*unit.heading, *unit.text, *unit.closing)
        if any(text.find(mark, *line) >= 0 for line in lines for mark in "()"):
            yield from (Finding(Span(at, at + 1), address, {"mark": text[at]}) for at in sorted(_unpaired(text, lines)))


def _unpaired(text: str, lines: tuple[Span, ...]) -> Iterator[int]:
    opened: list[int] = []
    numbered: list[int] = []
    for line in lines:
        for found in _BRACKET.finditer(text, *line):
            at = found.start()
            if found[0] == "(":
                opened.append(at)
            elif _NUMBERED.search(text, max(at - 2, line.start), at):
                numbered.append(at)
            elif opened:
                opened.pop()
            else:
                yield at
    for at in reversed(opened):
        if numbered and numbered[-1] > at:
            numbered.pop()
        else:
            yield at


RULE = Rule("T004", "unbalanced-bracket", "text", check)
