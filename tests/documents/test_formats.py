"""Every reader gives the same act: the fictional code in three languages, written in every format."""

from __future__ import annotations

import pytest

from saralau.acts import Act, Provision, balance, parse_act
from saralau.documents import Span
from saralau.documents.reading import read_bytes
from saralau.offences import find_offences

from ..conftest import CODE_2020, parsed, sample
from .writing import WRITERS, as_tight_text, blocks_of, source, written


def words(act: Act, spans: tuple[Span, ...]) -> str:
    return "".join("".join(map(act.words, spans)).split())


def tree(act: Act, provision: Provision) -> tuple[object, ...]:
    """A unit with its words, blanks aside: what every format must give."""
    notes = tuple(words(act, note.lines) for note in provision.notes)
    own = (words(act, provision.heading), words(act, provision.text), words(act, provision.closing), notes)
    return (provision.kind, provision.number, provision.excluded, *own, *(tree(act, child) for child in provision.children))


@pytest.mark.parametrize("format_", WRITERS)
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_format_gives_the_same_act(language: str, format_: str) -> None:
    act = sample(language).act
    again = parse_act(read_bytes(written(language, format_), f"a.{format_}"))
    assert again.language.code == language
    assert balance(again).balanced
    for was, now in zip(act.provisions, again.provisions, strict=True):
        assert tree(again, now) == tree(act, was)
    for edge in ("front", "back", "orphans"):
        assert words(again, getattr(again, edge)) == words(act, getattr(act, edge))
    assert [words(again, note.lines) for note in again.front_notes] == [words(act, note.lines) for note in act.front_notes]


@pytest.mark.parametrize("width", [60, 72, 80, 90, 100])
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_lines_broken_without_blank_ones_between_paragraphs_give_the_same_units(language: str, width: int) -> None:
    """Where a title fills its line, nothing tells it from the words that follow; the units are the same."""
    act = sample(language).act
    again = parse_act(read_bytes(as_tight_text(source(language), width), "a.txt"))
    assert [(unit.kind, unit.number) for unit in again.walk()] == [(unit.kind, unit.number) for unit in act.walk()]
    assert len(find_offences(again).items) == len(find_offences(act).items)


@pytest.mark.corpus
@pytest.mark.parametrize("width", [60, 80, 100])
def test_so_does_the_code(width: int) -> None:
    act = parsed(CODE_2020)
    again = parse_act(read_bytes(as_tight_text(blocks_of(act), width), "a.txt"))
    units = [{(unit.kind, unit.address) for unit in text.walk() if unit.address} for text in (act, again)]
    assert units[0] == units[1]
