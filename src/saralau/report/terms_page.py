"""The terms of several acts as a page for a jurist: what is wrong, two definitions word by word, matrix, network, drift."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from saralau.history.wording import Piece
from saralau.messages import say
from saralau.report.charts import inline
from saralau.report.definitions import kinds_said
from saralau.report.page import drawn
from saralau.report.terms import TermsTold, compared
from saralau.report.terms_picture import terms_picture
from saralau.report.terms_told import drift_rows, going_said, kind_said, others_said, why_said
from saralau.report.vocabulary import labels
from saralau.terms.conflicts import KINDS, TermFinding


class Found(NamedTuple):
    """A finding in a table: `pieces` where two definitions are compared, `going` where one is being lost."""

    term: str
    place: str
    others: str
    pieces: tuple[Piece, ...]
    going: str


class Section(NamedTuple):
    """A kind of findings."""

    id: str
    title: str
    why: str
    rows: tuple[Found, ...]


class Table(NamedTuple):
    """A drift table: editions as columns, wordings as rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def terms_page(told: TermsTold, code: str) -> str:
    """The page as HTML in the language `code`; nothing is loaded from anywhere."""
    picture = inline(terms_picture(told, code), say("usage-network", code))
    return drawn(
        "terms.html",
        code,
        title=say("usage-title", code, count=len(told.acts)),
        acts=[_act(told, place, code) for place in range(len(told.acts))],
        sections=_sections(told, code),
        names=[one.title for one in told.acts],
        matrix=told.matrix,
        picture=Markup(picture) if told.matrix else None,  # noqa: S704  # nosec B704  # drawn here, its words escaped
        ties=told.ties,
        namesakes=told.namesakes,
        tables=_drift(told, code),
    )


def _act(told: TermsTold, place: int, code: str) -> tuple[str, int, int, str]:
    one = told.acts[place]
    kinds = next(row.kinds for row in told.kinds if row.name == one.title)
    return one.title, len(told.lives[place]), sum(map(len, one.uses.values())), kinds_said(dict(kinds), code)


def _sections(told: TermsTold, code: str) -> list[Section]:
    rows = {"losing": tuple(_found(told, one.finding, going_said(one, code)) for one in told.losing)}
    rows |= {kind: tuple(_found(told, one) for one in told.findings if one.kind == kind) for kind in KINDS}
    return [Section(kind, kind_said(kind, code), why_said(kind, code), some) for kind, some in rows.items() if some]


def _found(told: TermsTold, one: TermFinding, going: str = "") -> Found:
    return Found(one.term, f"{one.act} {one.address.printed}", others_said(one), compared(told, one), going)


def _drift(told: TermsTold, code: str) -> list[Table]:
    tables = []
    for name in dict.fromkeys(edition.code for edition in told.editions):
        some = [edition for edition in told.editions if edition.code == name]
        columns = tuple(f"{edition.edition or '–'} ({edition.language})" for edition in some)
        rows = tuple((labels(wording)[code], counts) for wording, counts in drift_rows(some))
        tables.append(Table(name, columns, rows))
    return tables
