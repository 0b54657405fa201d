"""T009: a part or a point that ends without a mark, in an act whose parts and points end with one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.acts import Kind
from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject

_KINDS = (Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.NOTE, Kind.ITEM)
_SHARE = 0.9  # of the units that end with a mark, from which one without it is a slip


def check(subject: Subject) -> Iterator[Finding]:
    """Last lines that end with a letter, a figure or a bracket. Not mended: what follows decides which mark it is.

    A point may end with a word that joins it to the next ("; and").
    """
    text, folded = subject.act.document.text, subject.act.folded
    joint = re.compile(rf"{subject.act.language.citing.joints}")
    bare: list[Finding] = []
    total = 0
    for unit, address in subject.placed:
        lines = unit.closing if unit.children else unit.text
        if unit.kind not in _KINDS or unit.excluded or not lines or lines[-1] == unit.label:
            continue
        total += 1
        last = lines[-1]
        if text[last.end - 1].isalnum() or text[last.end - 1] == ")":
            start = max(text.rfind(" ", last.start, last.end) + 1, last.start)
            if not joint.fullmatch(folded, start, last.end):
                bare.append(Finding(Span(start, last.end), address, {"words": text[start : last.end]}))
    if len(bare) <= (1 - _SHARE) * total:
        yield from bare


RULE = Rule("T009", "missing-end-mark", "text", check)
