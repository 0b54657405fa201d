"""References with their acts: what people write, in four languages, and what stands there; the paper against its gold."""

from __future__ import annotations

import pytest

from saralau.acts import Address, parse_act
from saralau.citations import Citation, find_citations
from saralau.citations.naming import find_mentions
from saralau.citations.resolving import Contents
from saralau.documents import Span
from saralau.documents.reading import read_bytes
from saralau.languages import fold, language
from saralau.messages import InputError
from saralau.packs.reading import read_yaml
from saralau.report.citing import audit, audit_lines, cite

from ..conftest import CODE_2020, CODE_2025, CORPUS, SHARED

PAPER = "paper/review.kk.txt"


def told(citation: Citation) -> tuple[str, str]:
    act = "own" if citation.own else (citation.work.id or citation.work.iri) if citation.work else ""
    return act, citation.address.printed if citation.address else ""


@pytest.mark.parametrize(
    ("lang", "words", "expected"),
    [
        ("ru", "пункт 4) части второй статьи 188 Уголовного кодекса", [("criminal-code", "188(2)(4)")]),
        ("ru", "п. 4) ч. 2 ст. 188 УК РК", [("criminal-code", "188(2)(4)")]),
        ("ru", "статьи 134, 308 и 309 УК", [("criminal-code", "134"), ("criminal-code", "308"), ("criminal-code", "309")]),
        ("ru", "статьёй 5 настоящего Кодекса", [("own", "5")]),
        ("ru", "Законом РК от 12.07.2018 № 180-VІ", [("/akn/kz/act/law/2018-07-12/180-vi", "")]),
        ("ru", 'Закона Республики Казахстан от 24 ноября 2015 года № 418-V "Об информатизации"', [("informatization", "")]),
        ("ru", 'статьи 7 Закона Республики Казахстан "О персональных данных и их защите"', [("personal-data", "7")]),
        ("ru", "Уголовно-процессуальный кодекс Республики Казахстан", [("criminal-procedure-code", "")]),
        ("kk", "ҚК-нің 188-баб. 2-бөл. 4)-тарм.", [("criminal-code", "188(2)(4)")]),
        ("kk", "Қылмыстық кодекстің 188-бабы екінші бөлігінің 4) тармағы", [("criminal-code", "188(2)(4)")]),
        ("kk", "2015 жылғы 24 қарашадағы «Ақпараттандыру туралы» ҚР Заңы", [("informatization", "")]),
        ("kk", "ҚР Үкіметінің 2017 жылғы 30 маусымдағы №407 қаулысы", [("/akn/kz/act/resolution/2017-06-30/407", "")]),
        ("kk", "1997 жылғы Қылмыстық кодекстің 227-бабы", [("criminal-code-1997", "227")]),
        ("kk", "ҚК-нің 105-баб. 2-бөл.; 131-баб. 2-бөл.", [("criminal-code", "105(2)"), ("criminal-code", "131(2)")]),
        ("ru", "ст.ст.24 ч.3, 188 ч.2 п.1) УК РК", [("criminal-code", "24(3)"), ("criminal-code", "188(2)(1)")]),
        ("ru", "ст. 24 ч. 3, ст. 188 ч. 2 УК РК", [("criminal-code", "24(3)"), ("criminal-code", "188(2)")]),
        ("ru", "УК РК, ст. 188 ч.2", [("criminal-code", "188(2)")]),
        ("ru", "ст. 205 УК РК (ч. 2, п. 1)", [("criminal-code", "205(2)(1)")]),
        (
            "ru",
            "ст. 190 (ч. 2), 191 (ч. 3), 192 УК РК",
            [("criminal-code", "190(2)"), ("criminal-code", "191(3)"), ("criminal-code", "192")],
        ),
        ("ru", "ст. 36 Закона об информатизации", [("informatization", "36")]),
        ("ru", "ст. 36 ЗРК «Об информатизации»", [("informatization", "36")]),
        ("kk", "Ақпараттандыру туралы заңның 36-бабы", [("informatization", "36")]),
        ("kk", "ҚК-нің 188-ші бабының 2-ші бөлігі", [("criminal-code", "188(2)")]),
        ("en", "Article 2, paragraph 1 of the Convention on Cybercrime", [("budapest-convention", "2(1)")]),
        ("en", "Article 188(2)(4) of the Criminal Code", [("criminal-code", "188(2)(4)")]),
        (
            "en",
            "Articles 6(1), 7 and 8(2) of the Convention on Cybercrime",
            [("budapest-convention", "6(1)"), ("budapest-convention", "7"), ("budapest-convention", "8(2)")],
        ),
        ("de", "§ 303b Abs. 1 Nr. 2 StGB und § 100a StPO", [("stgb", "303b(1)(2)"), ("stpo", "100a")]),
    ],
)
def test_what_people_write(lang: str, words: str, expected: list[tuple[str, str]]) -> None:
    kz = {"/akn/zz/": "/akn/kz/"}
    found = [
        tuple(part.replace(*pair) for part in told(citation) for pair in kz.items())
        for citation in find_citations(words, lang)
    ]
    assert found == expected


def test_an_act_that_is_only_called_by_its_kind_is_the_one_named_last() -> None:
    words = "Шанхай Келісімі туралы. Келісімнің 2-бабында былай делінген."
    assert told(find_citations(words, "kk")[-1]) == ("sco-information-security", "2")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ru", "Закон РК от 24.11.2015 № 418-V (далее – Закон) и Закон РК от 01.02.2020 № 3-I. По статье 5 Закона."),
        ("kk", "2015 жылғы 24 қарашадағы «Ақпараттандыру туралы» ҚР Заңы (бұдан әрі – Заң). Заңның 5-бабы."),
    ],
)
def test_a_short_name_that_the_text_defines_is_that_act(lang: str, words: str) -> None:
    found = find_citations(words, lang)[-1]
    assert (told(found), found.assumed) == (("informatization", "5"), False)


@pytest.mark.parametrize(
    ("lang", "words", "expected"),
    [
        ("ru", 'Закона РК "О связи" от 5 июля 2004 года № 567', [("/akn/kz/act/law/2004-07-05/567", "Z040000567_")]),
        ("ru", "от 12.07.2018 № 180-VI; от 28.12.2018 № 208-VI", [
            ("/akn/kz/act/law/2018-07-12/180-vi", "Z1800000180"), ("/akn/kz/act/law/2018-12-28/208-vi", "Z1800000208")]),
        ("ru", "приговором городского суда от 05.03.2021 № 1-17/2021", [("/akn/kz/judgment/2021-03-05/1-17-2021", None)]),
        ("ru", "нормативное постановление Верховного Суда от 25.12.2006 № 11",
            [("/akn/kz/act/resolution/2006-12-25/11", "P06000011S_")]),
        ("kk", "Жоғарғы Сотының 2006 жылғы 25 желтоқсандағы № 11 нормативтік қаулысы",
            [("/akn/kz/act/resolution/2006-12-25/11", "P06000011S_")]),
        ("ru", "от 30.12.2021 96-VII", [("/akn/kz/act/law/2021-12-30/96-vii", "Z2100000096")]),
    ],
)  # fmt: skip
def test_an_act_that_no_pack_lists_has_an_address_by_date_and_number(
    lang: str, words: str, expected: list[tuple[str, str]]
) -> None:
    found = find_mentions(fold(words), Span(0, len(words)), language(lang), "kz")
    assert [(mention.work and mention.work.iri, mention.work and mention.work.portal_id) for mention in found] == expected


def test_an_act_of_which_only_the_title_is_told_is_found_and_said_to_be_unknown() -> None:
    for lang, words in (("ru", 'статьи 5 Закона "О вещах"'), ("kk", "«Заттар туралы» ҚР Заңының 5-бабы")):
        (found,) = find_citations(words, lang)
        assert (found.missing, found.address and found.address.printed) == ("act", "5")


def test_a_short_name_of_its_own_is_known_in_every_case() -> None:
    words = "Закон РК от 24.11.2015 № 418-V (далее – Цифровой закон). По статье 5 Цифрового закона; см. Цифровой закон."
    assert [told(found) for found in find_citations(words, "ru")[1:]] == [("informatization", "5"), ("informatization", "")]


def test_namesakes_are_told_apart_by_their_year() -> None:
    for lang, words in (
        ("ru", 'Закон РК "Об информатизации": сначала 2003 года, потом 2007 года.'),
        ("kk", "«Ақпараттандыру туралы» ҚР Заңы: 2003 жылы; 2007 жылы."),
    ):
        ids = [told(found)[0] for found in find_citations(words, lang)]
        assert ids == ["informatization", "informatization-2003", "informatization-2007"]
    assert len(find_citations('Закон РК "Об информатизации" принят. В 2004 году он изменён.', "ru")) == 1
    assert len(find_citations('Закон РК "Об информатизации" (Ведомости, 2007 г., № 2, ст. 13)', "ru")) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("внесенными Законом РК от 24.11.2015 № 418-V (порядок см. ст. 2)", ("informatization", "2")),
        ("Порядок введения в действие настоящего Кодекса см. ст. 467", ("own", "467")),
        ("Уголовный кодекс от 16 июля 1997 года, за исключением статьи 51", ("criminal-code-1997", "51")),
        ("Настоящий Кодекс действует, за исключением статьи 45", ("", "45")),
    ],
)
def test_see_and_save_lead_to_the_act_that_was_named_last(words: str, expected: tuple[str, str]) -> None:
    found = next(c for c in find_citations(words, "ru", Address("9")) if c.address)
    assert told(found) in (expected, ("", expected[1]) if expected[0] == "own" else expected)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ru", "ст. 272 УК РФ"), ("ru", "ст. 159 Уголовного кодекса Российской Федерации"), ("ru", "ст. 361 УК Украины"),
        ("ru", "статья 349 УК Республики Беларусь"), ("kk", "РФ ҚК-нің 272-бабы"),
        ("kk", "Ресей Федерациясы Қылмыстық кодексінің 205-бабы"),
        ("en", "Article 9 of the Criminal Code of the Russian Federation"),
        ("ru", "ст. 15 ХЗК РК"), ("ru", "ст. 190 УК РК и ст. 15 ХЗК РК"), ("kk", "ХЗК-нің 15-бабы"),
        ("en", "Article 5 of the Criminal Code and Article 6 GDPR"),
    ],
)  # fmt: skip
def test_an_act_that_no_pack_knows_is_never_one_that_it_does(lang: str, words: str) -> None:
    """Another state's code, and an abbreviation that nobody has explained."""
    found = [citation for citation in find_citations(words, lang) if citation.address]
    assert (found[-1].work, found[-1].missing) == (None, "act")


def test_languages_mixed_in_one_text() -> None:
    words = (
        "Мақалада ҚК-нің 188-бабы, ст. 205 УК РК және Article 2 of the Convention on Cybercrime қаралады.\n"
        "В статье 7 того же кодекса, см. Закон РК от 24.11.2015 № 418-V."
    )
    assert [told(found) for found in find_citations(words, "kk")] == [
        ("criminal-code", "188"), ("criminal-code", "205"), ("budapest-convention", "2"), ("informatization", ""),
    ]  # fmt: skip


def test_words_that_are_no_reference_are_none() -> None:
    for words in ("большей частью имущества", "по закону и совести", "5 лет и 3 месяца", "кодекс чести"):
        assert find_citations(words, "ru") == ()


ACT = """### Статья 1. Первая

1. Первое.

2. исключена Законом от 01.02.2020 № 1.

### Статья 2. Вторая

Вторая:

1) первый;

2) второй.
"""


@pytest.mark.parametrize(
    ("address", "status", "at", "misnamed"),
    [
        ("1", "exists", "1", False),
        ("1.1", "exists", "1(1)", False),
        ("1.2", "excluded", "1(2)", False),
        ("1.3", "dead", "1", False),
        ("1.1.4", "dead", "1(1)", False),
        ("1..2", "excluded", "1(2)", True),
        ("2.2", "exists", "2(2)", True),
        ("2.1.2", "exists", "2(2)", True),
        ("1-1", "dead", "1", False),
        ("9", "dead", None, False),
    ],
)
def test_what_stands_there(address: str, status: str, at: str | None, misnamed: bool) -> None:
    contents = Contents(parse_act(read_bytes(ACT.encode(), "a.md")))
    (citation,) = find_citations("статья 1", "ru", Address("1"))
    found = contents.resolve(Citation(citation.span, citation.phrase, "provision", Address.read(address)))
    assert (found.status, found.address and found.address.printed, found.misnamed) == (status, at, misnamed)


@pytest.mark.corpus
def test_the_paper_against_its_gold() -> None:
    """Every address of the paper that is not derived, and none that is not there; acts and treaties by date and number."""
    gold, _ = read_yaml(SHARED / "gold/paper.yaml")
    groups = gold["groups"]
    named = {
        *groups["II"]["provisions"],
        *groups["III"]["provisions"],
        *gold["gaps_no_ict_feature"],
        *gold["skimmer_case"]["charged_in_practice"],
        "13(2)",
    }
    audited = audit(CORPUS / PAPER, CORPUS / CODE_2025, "2024-06-30", CORPUS / CODE_2020)
    assert {citation.address.printed for citation, _ in audited.found if citation.address} == named
    assert {citation.place for citation, _ in audited.found if not citation.address} == {"chapter:7"}
    assert {resolution.status for _, resolution in audited.found} == {"exists"}
    works = {citation.work for citation, _ in cite(CORPUS / PAPER, None).found if citation.work}
    told_by_date = {(work.date, work.number) for work in works}
    for act in gold["national_acts"]:
        if "number" in act:
            assert (str(act["date"]), act["number"]) in told_by_date
        else:
            assert str(act.get("date", act.get("year"))) in {date[: 10 if "date" in act else 4] for date, _ in told_by_date}
    assert {str(treaty["date"]) for treaty in gold["instruments"] if "date" in treaty} <= {work.date for work in works}
    for code in ("kk", "ru", "en"):
        assert len(list(audit_lines(audited, code))) == len(audited.found) + 1


@pytest.mark.corpus
def test_an_audit_knows_the_act_itself_and_refuses_another() -> None:
    audited = audit(CORPUS / CODE_2025, CORPUS / CODE_2025, None)
    statuses = {resolution.status for _, resolution in audited.found}
    assert len(audited.found) > 1_500
    assert "exists" in statuses
    with pytest.raises(InputError) as refusal:
        audit(CORPUS / PAPER, CORPUS / CODE_2025, None, CORPUS / "kz/personal-data-law.ru.2026.html")
    assert refusal.value.message == "align-different-acts"


@pytest.mark.parametrize(
    "words",
    ['"а б в" ', "Закон РК от ", "статья 5 УК, ", "часть 1 часть 1 ", "№ 5 от 01.02.2020 ", "«" * 9, "ҚК-нің 5-баб. "],
)
@pytest.mark.parametrize("lang", ["ru", "kk", "en", "de"])
def test_hostile_text_is_read_to_its_end(words: str, lang: str) -> None:
    find_citations(words * 8_000, lang)
