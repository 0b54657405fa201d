"""Which words of a reference number which level, and another number in the same form."""

from __future__ import annotations

import pytest

from saralau.acts import Address
from saralau.citations import find_citations
from saralau.citations.numbering import numbers_of, renumbered
from saralau.languages import fold, language


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("ru", "пункт 4) части второй статьи 188", [("point", "4", "4)"), ("part", "2", "второй"), ("article", "188", "188")]),
        ("ru", "п. 4) ч. 2 ст. 188", [("point", "4", "4)"), ("part", "2", "2"), ("article", "188", "188")]),
        ("ru", "частью первой настоящей статьи", [("part", "1", "первой")]),
        ("kk", "188-бабы екінші бөлігінің 4) тармағы", [("article", "188", "188-"), ("part", "2", "екінші"), ("point", "4", "4)")]),
        ("en", "Article 188(2)(4)", [("article", "188", "188"), ("part", "2", "(2"), ("point", "4", "(4")]),
    ],
)  # fmt: skip
def test_the_numbers_of_a_reference(code: str, text: str, told: list[tuple[str, str, str]]) -> None:
    (citation,) = find_citations(text, code, Address("5", "1"))
    found = numbers_of(fold(text), citation, language(code), subpoints=False)
    assert [(one.level, one.number) for one in found] == [(level, number) for level, number, _ in told]
    for one, (_, _, words) in zip(found, told, strict=True):
        assert text[one.span.start : one.span.end].rstrip(" )-") in words


def test_a_member_of_a_list_that_named_its_unit_once() -> None:
    text = "в статьях: 198 и 199 – о первом; 202 – о втором"
    *_, last = find_citations(text, "ru", Address("5"))
    assert [(one.level, one.number) for one in numbers_of(text, last, language("ru"), subpoints=False)] == [
        ("article", "202")
    ]


@pytest.mark.parametrize(
    ("code", "words", "old", "new", "expected"),
    [
        ("ru", "второй", "2", "3", "третьей"),
        ("ru", "Третья", "3", "4", "Четвертая"),
        ("ru", "третью", "3", "2", "вторую"),
        ("ru", "второй", "2", "2-1", "2-1"),
        ("ru", "4)", "4", "4-1", "4-1)"),
        ("ru", "2-1", "2-1", "3", "3"),
        ("ru", "2-1", "2", "3", None),
        ("ru", "б", "б", "в", "в"),
        ("kk", "екінші", "2", "3", "үшінші"),
        ("kk", "2-", "2", "2-1", "2-1-"),
        ("en", "second", "2", "3", "third"),
        ("en", "second", "3", "4", None),
    ],
)
def test_another_number_in_the_same_form(code: str, words: str, old: str, new: str, expected: str | None) -> None:
    assert renumbered(words, old, new, language(code).numerals) == expected
