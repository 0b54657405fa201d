"""A document as an office files it: headings, paragraphs, lists, tables, figures, and what it rests on.

Reports build it once; `paper_docx` and `paper_pdf` write it. It knows no format and no law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal, NamedTuple, TypeAlias

from saralau.messages import languages, say
from saralau.report.written import in_words
from saralau.version import __version__

Tone = Literal["", "good", "fair", "poor", "bad", "mark"]  # the shade of a cell; what it says stands there in words too

FEW_ROWS = 9  # a table of at most so many stays on one page

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile(r"[\r\n\t\x85\u2028\u2029]+")


class Run(NamedTuple):
    """Words of one kind within a text: in the language `lang` where it is not the paper's, marked, strong."""

    words: str
    lang: str | None = None
    marked: bool = False
    strong: bool = False


Text: TypeAlias = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3. Writers number it."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; one that leads what follows stays on its page."""

    text: Text
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What has to be said beside the answer: a reservation, or with `serious` what somebody has to look at."""

    text: Text
    serious: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list with the entries below it."""

    text: Text
    below: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]


class Column(NamedTuple):
    """A column: its head, its share of the width, whether it holds numbers."""

    head: str
    share: float = 1.0
    numbers: bool = False


class Cell(NamedTuple):
    """A cell of a table."""

    text: Text
    tone: Tone = ""


Row: TypeAlias = tuple[Cell | Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption. A row of one cell in a table of several columns heads the rows below it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (SVG) with its caption, and in words what it shows for whoever does not see it."""

    svg: str
    caption: str
    alt: str


Block: TypeAlias = Heading | Paragraph | Note | Bullets | Table | Figure


@dataclass(frozen=True, slots=True)
class Basis:
    """What a paper rests on: the day on which it was made (ISO), acts with their editions, packs; any may be empty.

    `states` are whose acts they are, `laws` which edition is applied to which day, `texts` what was read, in hand or not,
    `unknown` what the answer hangs on and nobody told.
    """

    day: str
    acts: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in the language `lang`: its kind ("Gap analysis"), its title, its basis, its blocks.

    `wide` asks for landscape. ValueError where a heading leaves out a level.
    """

    lang: str
    kind: str
    title: str
    basis: Basis
    blocks: tuple[Block, ...]
    wide: bool = False

    def __post_init__(self) -> None:
        level = 0
        for one in self.blocks:
            if isinstance(one, Heading):
                if not 1 <= one.level <= min(level + 1, 3):
                    raise ValueError(f"a heading of level {one.level} below one of level {level}: {one.text!r}")
                level = one.level


def as_read(paper: Paper) -> Paper:
    """The paper with days written out as people write them, save in words of another language: they are somebody's."""
    return replace(
        paper, title=in_words(paper.title, paper.lang), blocks=tuple(_dated(one, paper.lang) for one in paper.blocks)
    )


def _dated(piece: Any, code: str) -> Any:
    if isinstance(piece, str):
        return in_words(piece, code)
    if isinstance(piece, Figure):
        return replace(piece, caption=in_words(piece.caption, code), alt=in_words(piece.alt, code))
    if isinstance(piece, Run):
        return piece if piece.lang else piece._replace(words=in_words(piece.words, code))
    if isinstance(piece, tuple):
        inside = (_dated(one, code) for one in piece)
        return type(piece)(*inside) if hasattr(piece, "_fields") else tuple(inside)
    if is_dataclass(piece):
        return replace(piece, **{one.name: _dated(getattr(piece, one.name), code) for one in fields(piece)})  # type: ignore[type-var]
    return piece


def table(caption: str, columns: Sequence[Column], rows: Sequence[Row], note: str = "") -> Table:
    """A table of cells that may be given as mere words. ValueError where a row has neither one cell nor one per column."""
    cells = tuple(tuple(one if isinstance(one, Cell) else Cell(one) for one in row) for row in rows)
    if any(len(row) not in (1, len(columns)) for row in cells):
        raise ValueError(f"{caption!r}: a row does not fit the columns")
    return Table(caption, tuple(columns), cells, note)


def bullets(texts: Sequence[Text]) -> Bullets:
    """A list without lists below its entries."""
    return Bullets(tuple(Item(one) for one in texts))


def runs(text: Text) -> tuple[Run, ...]:
    """A text as runs, each cleaned for a file: on one line, without characters that neither XML nor PDF can hold."""
    parts = (Run(text),) if isinstance(text, str) else text
    return tuple(one._replace(words=clean(one.words)) for one in parts if one.words)


def clean(words: str) -> str:
    """Words on one line; a character that no document can hold shows as a replacement character."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _BREAKS.sub(" ", words))


def plain(text: Text) -> str:
    """A text without its marks."""
    return "".join(one.words for one in runs(text))


def spoken_day(day: str, code: str) -> str:
    """An ISO date as people write it in letters; anything else as it stands."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        return day
    year, month, number = day.split("-")
    return say("paper-day", code, day=str(int(number)), month=say(f"paper-month-{int(month)}", code), year=year)


def program(code: str) -> str:
    """The program and its version."""
    return say("paper-program", code, version=__version__)


def basis_rows(paper: Paper) -> Iterator[tuple[str, str]]:
    """What the paper rests on, as label and value."""
    return told_basis(paper.basis, paper.lang)


def told_basis(basis: Basis, code: str) -> Iterator[tuple[str, str]]:
    """A basis in the language `code`, as label and value."""
    several = {
        "state": basis.states,
        "act": basis.acts,
        "edition": tuple(spoken_day(one, code) for one in basis.editions),
        "law": basis.laws,
        "text": basis.texts,
        "unknown": basis.unknown,
        "pack": basis.packs,
    }
    for name, values in several.items():
        if values:
            yield say(f"paper-basis-{name}", code), "; ".join(dict.fromkeys(values))
    yield say("paper-basis-program", code), program(code)
    yield say("paper-basis-day", code), spoken_day(basis.day, code)


def running_head(paper: Paper) -> tuple[str, str]:
    """The two lines at the head of a page: act and edition; pack, version and day."""
    code, basis = paper.lang, paper.basis
    acts = "; ".join(dict.fromkeys(basis.acts)) or paper.title
    editions = ", ".join(in_words(one, code) for one in dict.fromkeys(basis.editions))
    above = say("paper-of-edition", code, act=acts, edition=editions) if editions else acts
    packs = ", ".join(dict.fromkeys(basis.packs))
    return above, " · ".join(filter(None, (packs, program(code), spoken_day(basis.day, code))))


def file_language(code: str) -> str:
    """The language with the region whose spelling office programs check by."""
    return {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}[code] if code in languages() else code


def say_table(number: int, caption: str, code: str) -> str:
    """A table's caption with its number."""
    return say("paper-table", code, n=number, caption=clean(caption))


def say_figure(number: int, caption: str, code: str) -> str:
    """A picture's caption with its number."""
    return say("paper-figure", code, n=number, caption=clean(caption))
