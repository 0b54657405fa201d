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
        ("ru", "ч.ч. 1-3 ст. 205", ["205(1)", "205(3)"]),  # the ends of a range
        ("ru", "чч. 1-3 ст. 205", ["205(1)", "205(3)"]),
        ("ru", "части 1-3 статьи 205", ["205(1-3)"]),  # one part, inserted
        ("ru", "п. «а» ч. 2 ст. 227", ["227(2)(а)"]),
        ("ru", "ст. 227 ч. 2 п. «а»", ["227(2)(а)"]),
        ("ru", "пунктами «а», «б» части второй статьи 227", ["227(2)(а)", "227(2)(б)"]),
        ("kk", "227-бабы 2-бөлігінің «а» тармағы", ["227(2)(а)"]),
        ("ru", "ст. 205¹", ["205-1"]),
        ("kk", "205¹-бап", ["205-1"]),
        ("ru", "ст. 190.2 УК", ["190.2"]),  # no such article, which is better said than 190
        ("ru", "статья сто восемьдесят восьмая", ["188"]),
        ("kk", "екі жүз бесінші бап", ["205"]),
        ("kk", "бір жүз сексен сегізінші баптың екінші бөлігі", ["188(2)"]),
        ("ru", "п. 4) ч. 2 ст. 188", ["188(2)(4)"]),
        ("ru", "ст. ст. 205, 206 ч. 2, 207", ["205", "206(2)", "207"]),
        ("ru", "ст.190 ч.2, ч.3", ["190(2)", "190(3)"]),
        ("ru", "ст. 190 ч. 2 п. 1), 2), ч. 3 п. 1)", ["190(2)(1)", "190(2)(2)", "190(3)(1)"]),
        ("ru", "ст. 36 п. 2 пп. 1", ["36(2)(1)"]),
        ("ru", "чч. 1 и 2 ст. 205", ["205(1)", "205(2)"]),
        ("ru", "ст.188 ч.2 п.4", ["188(2)(4)"]),
        ("ru", "пунктами 1) и 2) частей второй и третьей статьи 188", ["188(2)(1)", "188(3)(1)", "188(2)(2)", "188(3)(2)"]),
        ("kk", "188-баб. 2-бөл. 4)-тарм.", ["188(2)(4)"]),
        ("kk", "134-баб. 3-бөл. 1-1)-тарм.", ["134(3)(1-1)"]),
        ("kk", "188-б. 2-б. 4)-т.", ["188(2)(4)"]),
        ("kk", "Алматы, 2019. 2-т. Кітап. 188-б.", []),  # a volume and a page
        ("kk", "188-бабының 2-бөлігінің 4) тармағы", ["188(2)(4)"]),
        ("ru", "первой и второй частями статьи 188", ["188(1)", "188(2)"]),
        ("ru", "подпунктом 2) пункта 1 статьи 7-2 настоящего Закона", ["7-2(1)(2)"]),
        ("ru", "подпунктах 2), 3) пункта 1 и пункте 2 статьи 5", ["5(1)(2)", "5(1)(3)", "5(2)"]),
        ("ru", "подпунктом 10) части первой настоящего пункта", ["121(4)(10)"]),
        ("ru", "пункт 2 статьи 5", ["5(2)"]),  # without the bracket that points have
        ("ru", "пунктом 2) примечания к статье 307", ["307"]),
        ("ru", "часть третью предусмотрено дополнить пунктом 5)", ["121(3)", "121(3)(5)"]),
        ("ru", "2019 г., № 1, ст. 11; № 4-5, ст. 24", []),  # items of a gazette
        ("kk", "5-баптың 2-тармағының 3) тармақшасы", ["5(2)(3)"]),
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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "статьями 116, 125 (пунктом 2) части третьей), 126 (частью четвертой) и 128",
            ["116", "125(3)(2)", "126(4)", "128"],
        ),
        ("статьями 188 (часть 2), 189 (части 1 и 2) и 190", ["188(2)", "189(1)", "189(2)", "190"]),
        ("размер – в статьях: 198 и 199 – ущерб; 202 – доход; 217-1, 218 – рубль", ["198", "199", "202", "217-1", "218"]),
        ("в статьях: 198 (часть первая) – ущерб; 202 – доход", ["198(1)", "202"]),
        ("статьями 120 (вещь), 121 (иное с лицом до 16 лет) и 144 (третье)", ["120", "121", "144"]),
        ("статьями 188 (вещь), 189 настоящего Кодекса", ["188", "189"]),
        ("статья 188 (вещь), 5 лет", ["188"]),
        ("в статьях: 1) имя; 2) другое", []),
    ],
)
def test_a_list_says_its_unit_once(words: str, expected: list[str]) -> None:
    assert targets(words, "ru") == expected


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        ("ru", "примечанием к статье 128", [("128", "note")]),
        ("ru", "пунктом 2 примечания к статье 307", [("307", "note:2")]),
        ("ru", "часть первая пункта 2 статьи 5", [("5(2)", "indent:1")]),
        ("ru", "абзацем вторым подпункта 3) пункта 1 статьи 5", [("5(1)(3)", "indent:2")]),
        ("ru", "главами 7 и 8 настоящего Кодекса", [("", "chapter:7"), ("", "chapter:8")]),
        ("ru", "настоящей главы", [("", "chapter")]),
        ("ru", "разделом 3", [("", "section:3")]),
        ("ru", "приложение цифрового правительства", []),
        ("ru", "Примечание. Вещь есть вещь.", []),
        ("kk", "128-баптың ескертпесінде", [("128", "note")]),
        ("kk", "ҚК-нің 7-тарауында", [("", "chapter:7")]),
        ("kk", "7-бөлім 98-1-баппен толықтырылды", [("", "section:7"), ("98-1", None)]),
        ("kk", "7-бөлімнің 98-1-бабы", [("98-1", None)]),
        ("en", "point 1 of article 5", [("5(1)", None)]),
    ],
)
def test_places_that_an_address_cannot_hold(code: str, words: str, expected: list[tuple[str, str | None]]) -> None:
    folded = fold(words)
    chains = find_chains(folded, Span(0, len(folded)), language(code), HERE)
    assert [(member.address.printed, member.place) for chain in chains for member in chain.members] == expected


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ru", "за исключением статьи 51"),
        ("ru", "кроме случаев, предусмотренных статьей 51"),
        ("kk", "51-бапта көзделген жағдайларды қоспағанда"),
    ],
)
def test_what_the_text_takes_out_is_told(code: str, words: str) -> None:
    folded = fold(words)
    (chain,) = find_chains(folded, Span(0, len(folded)), language(code), HERE)
    assert (chain.excepted, [target.printed for target in chain.targets]) == (True, ["51"])


def test_every_member_has_words_of_its_own() -> None:
    words = "частями первой, второй, пунктом 3) части 3-1 и частью 3-2 настоящей статьи"
    folded = fold(words)
    (chain,) = find_chains(folded, Span(0, len(folded)), language("ru"), HERE)
    assert [member.span.of(words) for member in chain.members] == ["первой", "второй", "3)", "3-2"]
