"""An act as a sheet: its paragraphs in order, each with the unit that it belongs to; written as Markdown, a law kept in git.

A sheet is what a draft edits. Parsing the Markdown of a sheet gives the units of the act from which it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saralau.acts import Act, Kind, Provision
from saralau.documents import Span

Path = tuple[str, ...]
"""Units from the article down: `("article:194", "part:2", "point:3")`; empty for divisions and what stands outside."""

_LEVELS = {
    Kind.CODE_PART: 2,
    Kind.SECTION: 2,
    Kind.CHAPTER: 3,
    Kind.PARAGRAPH: 3,
    Kind.DIVISION: 3,
    Kind.ANNEX: 3,
    Kind.ARTICLE: 4,
}
_OUTSIDE: Path = ()


class Paragraph(NamedTuple):
    """A paragraph. `role`: heading, text (a unit's own words, its number included), editors (an editors' note), or outside.

    `level` is that of a heading. `label` are the characters of its number, which no exchange of words touches; `excluded`
    tells that it stands in the place of an excluded unit.
    """

    path: Path
    role: str
    text: str
    level: int = 0
    label: int = 0
    excluded: bool = False


def sheet_of(act: Act) -> list[Paragraph]:
    """The paragraphs of an act. Linear in the text."""
    found = [_plain(act, span) for span in act.front]
    found += [_note(act, note.lines, _OUTSIDE) for note in act.front_notes]
    found += [_plain(act, span) for span in act.orphans]
    for provision in act.provisions:
        found += paragraphs_of(act, provision, _OUTSIDE)
    return [*found, *(_plain(act, span) for span in act.back)]


def paragraphs_of(act: Act, provision: Provision, within: Path) -> Iterator[Paragraph]:
    """The paragraphs of a provision that stands in another one."""
    path = (*within, step(provision)) if within or provision.kind is Kind.ARTICLE else _OUTSIDE
    if provision.heading:
        level = _LEVELS.get(provision.kind, 4)
        words = " ".join(_words(act, span) for span in provision.heading)
        title = " ".join((provision.title or "").split())
        label = len(words) - len(title) if title and words.endswith(title) else 0
        yield Paragraph(path, "heading", words, level, label, provision.excluded)
    for span in provision.text:
        yield _text(act, span, provision, path)
    for child in provision.children:
        yield from paragraphs_of(act, child, path)
    for span in provision.closing:
        yield _text(act, span, provision, path)
    yield from (_note(act, note.lines, path) for note in provision.notes)


def step(provision: Provision) -> str:
    """A provision as one step of a path."""
    return f"{provision.kind.value}:{provision.number or ''}"


def markdown(sheet: Sequence[Paragraph]) -> str:
    """The sheet as Markdown: headings with number signs, one paragraph a line, a blank line between."""
    lines = (f"{'#' * one.level} {one.text}" if one.level else one.text for one in sheet)
    return "\n\n".join(lines) + "\n"


def extent(sheet: Sequence[Paragraph], path: Path) -> range:
    """Where a unit stands, from its first paragraph to its last; an empty range where it does not.

    The editors' notes at the end of an article are no words of it.
    """
    inside = [
        at for at, one in enumerate(sheet) if one.path[: len(path)] == path and (one.role != "editors" or one.path != path)
    ]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _plain(act: Act, span: Span) -> Paragraph:
    return Paragraph(_OUTSIDE, "outside", _words(act, span))


def _note(act: Act, lines: Sequence[Span], path: Path) -> Paragraph:
    """An editors' note in one paragraph: what tells its later lines from law is lost with the tags of the source."""
    return Paragraph(path, "editors", " ".join(_words(act, span) for span in lines))


def _text(act: Act, span: Span, provision: Provision, path: Path) -> Paragraph:
    label = provision.label
    held = label is not None and span.start <= label.start < span.end
    number = len(_words(act, label)) if label and held else 0
    return Paragraph(path, "text", _words(act, span), 0, number, provision.excluded)


def _words(act: Act, span: Span) -> str:
    return " ".join(act.words(span).split())
