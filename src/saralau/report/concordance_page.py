"""A concordance of two acts as a page: a table each row of which opens to its evidence."""

from __future__ import annotations

from typing import NamedTuple

from saralau.history import Concordance, Link, Row
from saralau.messages import say
from saralau.report.concordance import LIKELY, SURE, became, confidence, counts, evidence, heading, new_line
from saralau.report.page import drawn


class Target(NamedTuple):
    """A newer article in a cell, with why it stands there."""

    article: str
    title: str
    words: str
    level: str
    reasons: tuple[str, ...]


class Line(NamedTuple):
    """An older article: what became of it, and where it went; what comes nearest if nowhere."""

    article: str
    title: str
    how: str
    words: str
    level: str
    targets: tuple[Target, ...]
    nearest: str


def concordance_page(found: Concordance, code: str) -> str:
    """The page as HTML, in the language `code`. Nothing is loaded from anywhere."""
    return drawn(
        "concordance.html",
        code,
        title=heading(found, code),
        counts=counts(found, code),
        rows=[_line(row, code) for row in found.rows],
        new=[new_line(one, code) for one in found.new],
    )


def _line(row: Row, code: str) -> Line:
    targets = tuple(_target(link, code) for link in row.links)
    near = row.nearest
    nearest = say("concordance-nearest", code, article=near.article, title=near.title) if near and not targets else ""
    return Line(row.article, row.title, row.how, became(row, code), _level(row.confidence), targets, nearest)


def _target(link: Link, code: str) -> Target:
    told = confidence(link.confidence, code)
    return Target(link.article, link.title, told, _level(link.confidence), tuple(evidence(link, code)))


def _level(share: float) -> str:
    return "sure" if share >= SURE else "likely" if share >= LIKELY else "unsure"
