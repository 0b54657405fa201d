"""References inside an act: lists, nested units, relative references, both word orders."""

from __future__ import annotations

import pytest

from saralau.acts import Address
from saralau.citations import find_chains
from saralau.documents import Span
from saralau.languages import fold, language

HERE = Address("121", "4")


def targets(words: str, code: str) -> list[str]:
    folded = fold(words)
    found = find_chains(folded, Span(0, len(folded)), language(code), HERE)
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
        ("ru", "статьями 134, 308 и 309", ["134", "308", "309"]),
        ("ru", "п. 4) ч. 2 ст. 188", ["188(2)(4)"]),
        ("ru", "ст.188 ч.2 п.4", ["188(2)(4)"]),
        ("ru", "пунктами 1) и 2) частей второй и третьей статьи 188", ["188(2)(1)", "188(3)(1)", "188(2)(2)", "188(3)(2)"]),
        ("kk", "188-баб. 2-бөл. 4)-тарм.", ["188(2)(4)"]),
        ("kk", "134-баб. 3-бөл. 1-1)-тарм.", ["134(3)(1-1)"]),
        ("kk", "188-бабының 2-бөлігінің 4) тармағы", ["188(2)(4)"]),
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
    (citation,) = find_chains(folded, Span(0, len(folded)), language("ru"), HERE)
    assert (citation.own_act, citation.targets) == (False, ())


def test_the_span_points_at_the_words() -> None:
    words = "деяния, предусмотренные частями первой или второй настоящей статьи, если они"
    folded = fold(words)
    (citation,) = find_chains(folded, Span(0, len(folded)), language("ru"), HERE)
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


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        ("ru", "статьями 188 – 190", [("188", "190"), ("190", None)]),
        ("ru", "статьи 317-320", [("317", "320"), ("320", None)]),
        ("ru", "статьи 99, 188-190 и 205", [("99", None), ("188", "190"), ("190", None), ("205", None)]),
        ("ru", "статья 188-1", [("188-1", None)]),
        ("kk", "188 – 190-баптарда", [("188", "190"), ("190", None)]),
        ("en", "Articles 2 through 5", [("2", "5"), ("5", None)]),
        ("de", "§§ 73 bis 73c", [("73", "73c"), ("73c", None)]),
    ],
)
def test_a_range_is_known_by_both_its_ends(code: str, words: str, expected: list[tuple[str, str | None]]) -> None:
    folded = fold(words)
    (chain,) = find_chains(folded, Span(0, len(folded)), language(code), HERE)
    assert [(member.address.printed, member.until and member.until.printed) for member in chain.members] == expected


def test_every_member_has_words_of_its_own() -> None:
    words = "частями первой, второй, пунктом 3) части 3-1 и частью 3-2 настоящей статьи"
    folded = fold(words)
    (chain,) = find_chains(folded, Span(0, len(folded)), language("ru"), HERE)
    assert [member.span.of(words) for member in chain.members] == ["первой", "второй", "3)", "3-2"]
