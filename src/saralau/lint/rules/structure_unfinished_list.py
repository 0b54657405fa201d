"""S003: a list of points that stops as if it went on, or ends before its last point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from saralau.acts import Kind, Provision
from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.units import series


def check(subject: Subject) -> Iterator[Finding]:
    """A last point that ends with ";", a middle one that ends with "." where others of the list end with ";"."""
    text = subject.act.document.text
    for holder, address, held in series(subject.act):
        if held[0].kind is not Kind.POINT or len(held) < 2:
            continue
        *middle, last = held
        marks = Counter(_end(text, point) for point in middle if not point.excluded)
        for point in middle:
            if _end(text, point) == "." and not point.excluded and len(point.text) == 1 and marks[";"] >= marks["."]:
                yield _finding(text, point, address, "lint-unfinished-list")
        if not last.excluded and not holder.closing and _end(text, last) in ";,":
            yield _finding(text, last, address, "")


def _end(text: str, point: Provision) -> str:
    lines = point.closing or point.text
    return text[lines[-1].end - 1]


def _finding(text, point, address, _):  # type: ignore[no-untyped-def]
    end = (point.closing or point.text)[-1].end
    return Finding(Span(end - 1, end), point.address or address, {"mark": text[end - 1]})


RULE = Rule("S003", "unfinished-list", "structure", check)
