"""The consequences of a draft as a page of another room shows them: plain data in words of one language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saralau.drafts.impact import Impact
from saralau.history.diffing import UnitChange
from saralau.messages import say
from saralau.report.draft_findings import Linted
from saralau.report.draft_told import title, told_sections
from saralau.report.editions import how, place
from saralau.report.impact_paper import figures


def impact_view(told: Impact, found: Linted, code: str) -> dict[str, Any]:
    """`title`, `figures` (words and numbers), `changes` (units before and after), `sections`,
    `calm` (those in which nothing changes), `limits`."""
    sections = told_sections(told, found, code)
    units, nothing = say("draft-part-units", code), (say("draft-none", code),)
    return {
        "title": title(told, code),
        "figures": [list(row) for row in figures(told, code)],
        "changes": [_changed(change, code) for article in told.diff.articles for change in article.changes],
        "language": told.before.act.language.code,
        "units": units,
        "sections": [
            {"title": one.title, "lines": list(one.lines), "serious": one.serious}
            for one in sections
            if one.title != units and one.lines != nothing
        ],
        "calm": [one.title for one in sections if one.title != units and one.lines == nothing],
        "limits": say("draft-limits", code),
    }


def _changed(change: UnitChange, code: str) -> dict[str, Any]:
    sides = [list(_side(change, side)) for side in (0, 1)]
    return {"place": place(change, code), "how": how(change, code), "before": sides[0], "after": sides[1]}


def _side(change: UnitChange, side: int) -> Iterator[tuple[str, bool]]:
    """The words of a unit before (0) or after (1), each stretch with whether the other side has it otherwise."""
    for piece in change.pieces:
        if piece[side]:
            yield piece[side], not piece.stays
