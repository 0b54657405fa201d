"""Two editions side by side as a page: each article that differs, its words marked, the laws that changed it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from saralau.history.diffing import ArticleChange, UnitChange
from saralau.history.wording import Piece
from saralau.report.editions import (
    Editions,
    by,
    counted,
    feature_lines,
    heading,
    how,
    place,
    sanction_lines,
    unannounced_lines,
)
from saralau.report.page import drawn


class Side(NamedTuple):
    """A unit on the page: its place, how it changed, its words in both editions."""

    place: str
    how: str
    words: str
    before: Markup
    after: Markup


class Block(NamedTuple):
    """An article on the page."""

    article: str
    title: str
    laws: str
    announced: bool
    sides: list[Side]
    remarks: list[str]


def editions_page(told: Editions, code: str) -> str:
    """The page as HTML in the language `code`, without what is only printed otherwise; nothing is loaded from anywhere."""
    changed = [one for one in told.diff.articles if not one.only_printed]
    return drawn(
        "editions.html",
        code,
        blocks=edition_blocks(told, changed, code),
        **editions_told(told, code),
    )


def editions_told(told: Editions, code: str) -> dict[str, Any]:
    """What is said of two editions as a whole: `heading`, `counted`, `notices`."""
    return {
        "heading": heading(told, code),
        "counted": counted(told, code),
        "notices": list(unannounced_lines(told, code)),
    }


def edition_blocks(told: Editions, articles: Sequence[ArticleChange], code: str) -> list[Block]:
    """Articles that differ, in words of the language `code`."""
    titles = {article.number: article.title or "" for article in told.later.act.articles()}
    titles |= {a.number: a.title or "" for a in told.earlier.act.articles() if a.number not in titles}
    return [_block(one, titles, told, code) for one in articles]


def _block(article: ArticleChange, titles: dict[str | None, str], told: Editions, code: str) -> Block:
    sides = [_side(change, code) for change in article.changes if change.how != "printed"]
    remarks = [*sanction_lines(article, told, code), *feature_lines(article, code)]
    return Block(article.article, titles.get(article.article, ""), by(article, code), article.announced, sides, remarks)


def _side(change: UnitChange, code: str) -> Side:
    return Side(place(change, code), change.how, how(change, code), _marked(change.pieces, 0), _marked(change.pieces, 1))


def _marked(pieces: tuple[Piece, ...], side: int) -> Markup:
    """The words of one edition, those that the other does not have marked."""
    mark = (Markup("<del>{}</del>"), Markup("<ins>{}</ins>"))[side]
    return Markup("").join(escape(one[side]) if one.stays else mark.format(one[side]) for one in pieces if one[side])
