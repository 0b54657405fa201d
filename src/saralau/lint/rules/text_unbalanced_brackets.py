"""T004: a bracket that is opened and not closed, or closed and not opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.acts import Address
from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject

_BRACKET = re.compile(r"[()]")
_NUMBERED = re.compile(r"(?:[0-9]|(?<![^\W_])[^\W\d_])$")  # what stands before the bracket of a point: "2)", "а)"


def check(subject: Subject) -> Iterator[Finding]:
    """Brackets of each line. That of a point's number closes one only if nothing else does."""
    text = subject.act.document.text
    for span, address in subject.places:
        if text.find("(", *span) >= 0 or text.find(")", *span) >= 0:
            yield from _unpaired(text, span, address)


def _unpaired(text: str, span: Span, address: Address | None) -> Iterator[Finding]:
    opened: list[int] = []
    numbered: list[int] = []
    for found in _BRACKET.finditer(text, *span):
        at = found.start()
        if found[0] == "(":
            opened.append(at)
        elif _NUMBERED.search(text, max(at - 2, span.start), at):
            numbered.append(at)
        elif opened:
            opened.pop()
        else:
            yield Finding(Span(at, at + 1), address, {"mark": ")"})
    for at in reversed(opened):
        closing = numbered[-1] if numbered and numbered[-1] > at else None
        if closing is None:
            yield Finding(Span(at, at + 1), address, {"mark": "("})
        else:
            numbered.pop()


RULE = Rule("T004", "unbalanced-bracket", "text", check)
