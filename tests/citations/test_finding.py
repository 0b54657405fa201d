"""References inside an act: lists, nested units, relative references, both word orders."""

from __future__ import annotations

import pytest

from saralau.acts import Address
from saralau.citations import find_citations
from saralau.documents import Span
from saralau.languages import fold, language

HERE = Address("121", "4")


def targets(words: str, code: str) -> list[str]:
    folded = fold(words)
    found = find_citations(folded, Span(0, len(folded)), language(code), HERE)
    return [target.printed for citation in found for target in citation.targets]


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        ("ru", "частью первой настоящей статьи", ["121(1)"]),
        ("ru", "частями первой, второй или 2-1 настоящей статьи", ["121(1)", "121(2)", "121(2-1)"]),
        (
            "ru",
            "частями первой, второй, пунктом 3) части 3-1 и частью 3-2 настоящей статьи",
            ["121(1)", "121(2)", "121(3-1)(3)", "121(3-2)"],
        ),
        ("ru", "пунктами 1) и 2) части третьей", ["121(3)(1)", "121(3)(2)"]),
        ("ru", "пунктом 2)", ["121(4)(2)"]),
        ("ru", "пунктом 1) настоящей части", ["121(4)(1)"]),
        ("ru", "статьями 176 и 179 настоящего Кодекса", ["176", "179"]),
        ("ru", "частью второй статьи 188 настоящего Кодекса", ["188(2)"]),
        ("ru", "частью второй статьи 5 Закона", []),
        ("ru", "большей частью имущества", []),
        ("kk", "осы баптың бірінші бөлігінде", ["121(1)"]),
        ("kk", "осы баптың бірінші немесе екінші бөліктерінде", ["121(1)", "121(2)"]),
        (
            "kk",
            "осы баптың бірінші, екінші бөліктерінде, 3-1-бөлігінің 3) тармағында және 3-2-бөлігінде",
            ["121(1)", "121(2)", "121(3-1)(3)", "121(3-2)"],
        ),
        ("kk", "осы баптың үшіншібөлігінде", ["121(3)"]),
        ("kk", "2) тармақта", ["121(4)(2)"]),
        ("kk", "осы Кодекстің 176 және 179-баптарында", ["176", "179"]),
        ("ru", "ст. 188, ч. 2, п. 4", ["188(2)(4)"]),  # as courts write it
        ("ru", "статье 188, части 2 настоящей статьи", ["188", "121(2)"]),
        ("en", "part one of this article", ["121(1)"]),
        ("en", "parts one, two or 2-1 of this article", ["121(1)", "121(2)", "121(2-1)"]),
        ("en", "part one or point 4) of part two of this article", ["121(1)", "121(2)(4)"]),
        ("en", "paragraph 1 of this article", ["121(1)"]),
        ("en", "Articles 20 and 21 of this Convention", ["20", "21"]),
        ("en", "Article 13, paragraph 2", ["13(2)"]),
        ("en", "Article 5 of the Law", []),
        ("en", "the greater part of the property", []),
        ("de", "§ 202a Abs. 2", ["202a(2)"]),
        ("de", "§ 202a Absatz 2", ["202a(2)"]),
        ("de", "§ 328 Abs. 2 Nr. 3 und 4", ["328(2)(3)", "328(2)(4)"]),
        ("de", "den §§ 202a, 202b und 303a", ["202a", "202b", "303a"]),
        ("de", "des Absatzes 1", ["121(1)"]),
        ("de", "Absatz 1 Nummer 2", ["121(1)(2)"]),
    ],
)
def test_references_become_the_full_set_of_addresses(code: str, words: str, expected: list[str]) -> None:
    assert targets(words, code) == expected


def test_a_reference_to_another_act_is_said_to_be_one() -> None:
    folded = fold("статьи 5 Закона")
    (citation,) = find_citations(folded, Span(0, len(folded)), language("ru"), HERE)
    assert (citation.own_act, citation.targets) == (False, ())


def test_the_span_points_at_the_words() -> None:
    words = "деяния, предусмотренные частями первой или второй настоящей статьи, если они"
    folded = fold(words)
    (citation,) = find_citations(folded, Span(0, len(folded)), language("ru"), HERE)
    assert citation.span.of(words) == "частями первой или второй настоящей статьи"


@pytest.mark.parametrize(
    "words",
    [
        "часть 1 " * 10_000,
        "пункт 1) части " * 8_000,
        "1, " * 20_000,
        "осы баптың " * 8_000,
        "§ 1 Abs. " * 9_000,
        "of the " * 9_000,
    ],
)
@pytest.mark.parametrize("code", ["ru", "kk", "en", "de"])
def test_hostile_text_is_read_to_its_end(words: str, code: str) -> None:
    targets(words, code)
