"""Whatever a client types, the server has the same text, and nothing that it is asked about it fails."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saralau.documents import Span
from saralau.lsp.checking import check, check_article
from saralau.lsp.drafts import Draft, edit
from saralau.lsp.hovering import told_at
from saralau.lsp.outlining import folds, outline
from saralau.lsp.reading import name_of, read_draft
from saralau.lsp.renumbering import number_at, renumber
from saralau.lsp.seeking import led_to, references_to, target_at
from saralau.lsp.text import text_of
from saralau.messages import InputError

from .test_protocol import KK, RU

WORDS = st.one_of(
    st.text(max_size=8),
    st.text("\r\n\x0b\x0c\x1c\x85\u2028\u2029🖧a,\ufeff\ud800\x00", max_size=6),
    st.sampled_from(
        ["### Статья 4. Новая\n", "\n4) ", "статьи 2", "часть вторая", "–", ",,", "</p>", "<b>", "2-бап", "\n\n"]
    ),
)
ENCODINGS = ("utf-8", "utf-16", "utf-32")


class Edit(NamedTuple):
    """Words in the place of what stands between two shares of the text."""

    start: float
    end: float
    words: str


EDITS = st.lists(st.builds(Edit, st.floats(0, 1), st.floats(0, 1), WORDS), max_size=6)


def units(words: str, encoding: str) -> int:
    if encoding == "utf-32":
        return len(words)
    return (
        len(words.encode("utf-8", "surrogatepass"))
        if encoding == "utf-8"
        else len(words.encode("utf-16-le", "surrogatepass")) // 2
    )


def position(source: str, offset: int, encoding: str) -> tuple[int, int]:
    """What a client makes of a character: lines end with what the protocol names."""
    ends = [found.end() for found in re.finditer(r"\r\n|\n|\r", source) if found.end() <= offset]
    return len(ends), units(source[ends[-1] if ends else 0 : offset], encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(st.one_of(st.sampled_from([RU, KK]), st.text(max_size=30)), EDITS)
def test_the_text_is_the_clients(encoding: str, source: str, edits: list[Edit]) -> None:
    text = text_of(source, encoding)
    for one in edits:
        low, high = sorted(round(share * len(source)) for share in (one.start, one.end))
        if source[low - 1 : low + 1] == "\r\n" or source[high - 1 : high + 1] == "\r\n":
            continue  # no client can point between the two
        places = [position(source, offset, encoding) for offset in (low, high)]
        assert [text.position(offset) for offset in (low, high)] == places
        assert [text.offset(*place) for place in places] == [low, high]
        text = text.edited(Span(low, high), one.words)
        source = source[:low] + one.words + source[high:]
        assert text.source == source
        assert list(text.starts) == list(text_of(source).starts)


@given(st.integers(-2, 60), st.integers(-2, 400))
def test_a_position_beyond_the_text_is_its_end(line: int, character: int) -> None:
    for encoding in ENCODINGS:
        offset = text_of(RU, encoding).offset(line, character)
        assert 0 <= offset <= len(RU)
        assert line < 0 or line >= RU.count("\n") or RU[:offset].count("\n") == line


@given(st.sampled_from([RU, KK, ""]), EDITS, st.sampled_from(["act.md", "act.html", "act.txt"]), st.floats(0, 1))
@settings(max_examples=100)
def test_nothing_that_is_typed_makes_it_fail(source: str, edits: list[Edit], name: str, share: float) -> None:
    draft = Draft("untitled:1", name, text_of(source), 1)
    draft.checked = check(read_draft(draft.text, name), None, "en", lambda: False)
    for one in edits:
        low, high = sorted(round(place * len(draft.text.source)) for place in (one.start, one.end))
        edit(draft, Span(low, high), one.words)
        length = len(draft.text.source)
        assert draft.checked is not None and draft.dirty is not None
        assert 0 <= draft.dirty.start <= draft.dirty.end <= length
        assert list(draft.checked.articles) == sorted(draft.checked.articles)
        found = check_article(draft.text.source, name, draft.dirty, draft.checked, "kk")
        assert all(0 <= one.span.start <= one.span.end <= length for one in (*(found or ()), *draft.found))
    reading = read_draft(draft.text, name)
    whole = check(reading, None, "ru", lambda: False)
    assert whole is not None
    assert all(draft.text.position(place) for one in whole.found for place in one.span)
    assert all(span.start <= span.end for span, _ in folds(reading))
    assert all(one.span.start <= one.opening.start for one in outline(reading))
    if reading.subject is None:
        return
    at = reading.inside(round(share * len(draft.text.source)))
    told_at(reading, at, "ru")
    list(led_to(reading, at))
    if (address := target_at(reading, at)) is not None:
        list(references_to(reading, address))
    if (numbered := number_at(reading, at)) is not None:
        try:
            renumber(reading, numbered[0], "77", name)
        except InputError as refusal:
            assert refusal.told("kk")


@pytest.mark.parametrize(
    ("uri", "language", "name"),
    [
        ("file:///a/b%20c.md", "markdown", "b c.md"),
        ("untitled:Untitled-1", "html", "Untitled-1.html"),
        ("file:///a/act.rst", "plaintext", "act.rst.txt"),
        ("", "", "text.txt"),
    ],
)
def test_a_document_is_read_by_its_name_or_its_language(uri: str, language: str, name: str) -> None:
    assert name_of(uri, language) == name
