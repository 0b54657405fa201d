"""L009: terms, ages and amounts outside sanctions that differ between the two texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from saralau.acts import Provision
from saralau.documents import Span
from saralau.languages.numbers import number_pattern, read_number
from saralau.lint.model import Finding, Rule
from saralau.lint.parallels import comparable
from saralau.lint.subject import Subject
from saralau.lint.words import lexicon
from saralau.packs.lexicons import Wordings


def check(subject: Subject) -> Iterator[Finding]:
    """Numbers that stand before what they count, and stand nowhere in the same unit of the other text.

    A unit in which a number before a measure cannot be read is not compared: what it says is unknown. Nor are ordinals.
    """
    parallel = subject.parallel
    if parallel is None:
        return
    measures, others = (lexicon("measures", one.act.language) for one in (subject, parallel))
    if measures is None or others is None:
        return
    here, there = _Reading(subject, measures), _Reading(parallel, others)
    for unit, other in comparable(subject):
        ours, theirs = here.amounts(unit), there.amounts(other)
        if not (ours or theirs) or None in (*ours.values(), *theirs.values()):
            continue
        extra, missing = set(ours.values()) - there.numbers(other), set(theirs.values()) - here.numbers(unit)
        if extra or missing:
            span = next((span for span, value in ours.items() if value in extra), None)
            told = {"words": _said(ours.values()), "other": _said(theirs.values())}
            yield Finding(span or (*unit.text, *unit.heading)[0], unit.address, told)


def _said(values: Iterable[int | None]) -> str:
    return ", ".join(map(str, values)) or "–"


class _Reading:
    """One text with what it takes to read its numbers."""

    def __init__(self, subject: Subject, measures: Wordings) -> None:
        self.folded, self.numerals = subject.act.folded, subject.act.language.numerals
        self.measures = measures
        number = number_pattern(self.numerals)
        self.before = re.compile(rf"(?<!\w)({number})\s*$")
        self.anywhere = re.compile(rf"(?<!\w){number}(?!\w)")
        self.sanctions = sorted(offence.sanction.span for offence in subject.by_address.values())
        self.starts = [span.start for span in self.sanctions]

    def amounts(self, unit: Provision) -> dict[Span, int | None]:
        """The numbers of a unit's own words outside sanctions, by the place of what they count; None for one unread."""
        found: dict[Span, int | None] = {}
        for line in (*unit.text, *unit.closing):
            for _, start, end in self.measures.find(self.folded, *line):
                index = bisect_right(self.starts, start) - 1
                if index < 0 or start >= self.sanctions[index].end:
                    read = self.before.search(self.folded, max(line.start, start - 60), start)
                    found[Span(start, end)] = read_number(read[1], self.numerals) if read else None
        return found

    def numbers(self, unit: Provision) -> set[int | None]:
        """Every number of a unit, whatever it counts."""
        lines = (*unit.text, *unit.closing)
        return {read_number(one[0], self.numerals) for line in lines for one in self.anywhere.finditer(self.folded, *line)}


RULE = Rule("L009", "parallel-numbers", "parallel", check)
