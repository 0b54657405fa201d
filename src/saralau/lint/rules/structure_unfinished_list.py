"""S003: a list of points that stops as if it went on, or ends before its last point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from saralau.acts import Address, Kind, Provision
from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """A last point that ends with ";" or ",", one before it that ends with "." in a list of which others end with ";".

    Excluded points end as the editors wrote, and a note inside a list closes the point before it.
    """
    text = subject.act.document.text
    for holder, address, held in subject.series:
        if held[0].kind is not Kind.POINT or len(held) < 2:
            continue
        closed = {before.label for before, unit in pairwise(holder.children) if unit.kind is Kind.NOTE}
        alive = [point for point in held if not point.excluded]
        ends = Counter(_end(text, point) for point in alive[:-1])
        for point in alive[:-1]:
            single = len(point.text) == 1 and not point.children
            if _end(text, point) == "." and single and ends[";"] >= ends["."] and point.label not in closed:
                yield _finding(text, point, address)
        if alive and alive[-1] is held[-1] and not holder.closing and _end(text, alive[-1]) in ";,":
            yield _finding(text, alive[-1], address)


def _last(point: Provision) -> int:
    return (point.closing or point.text)[-1].end


def _end(text: str, point: Provision) -> str:
    return text[_last(point) - 1]


def _finding(text: str, point: Provision, address: Address | None) -> Finding:
    end = _last(point)
    return Finding(Span(end - 1, end), point.address or address, {"mark": text[end - 1]})


RULE = Rule("S003", "unfinished-list", "structure", check)
