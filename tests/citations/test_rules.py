"""Points of orders and of the rules that they approve: where a reference to them leads, in the order and from elsewhere."""

from __future__ import annotations

import pytest

from saralau.acts import Act, Address, parse_act, read_act
from saralau.citations import Citation, Contents, Resolution, Shelf, cited_in_act, find_citations
from saralau.documents.reading import read_bytes
from saralau.languages import language
from saralau.messages import say
from saralau.report.citing import cite_document, where

from ..conftest import EXAMPLES

SAMPLES = ("ru.html", "kk.md", "en.md")


def cited(act: Act) -> dict[str, list[Citation]]:
    """References by the short address at which they stand."""
    found: dict[str, list[Citation]] = {}
    for one in cited_in_act(act, notes=False):
        found.setdefault(one.at.short if one.at else "", []).append(one)
    return found


def provisions(found: list[Citation]) -> list[str]:
    return [one.address.short for one in found if one.address is not None and one.work is None and not one.unknown]


@pytest.mark.parametrize("name", SAMPLES)
def test_references_of_an_order_to_itself(name: str) -> None:
    act = read_act(EXAMPLES / f"sample-order.{name}")
    found, home = cited(act), Contents(act)
    assert provisions(found["body.3.1-1"]) == ["body.3.1"]  # of this point
    assert "att1.4" in provisions(found["att1.3"])  # of these Rules
    assert provisions(found["att2.2"]) == ["att1.3"]  # of the Rules, from another annex
    for one in (one for many in found.values() for one in many if one.work is None and not one.unknown):
        assert home.resolve(one).status == "exists", one


def test_annexes_are_looked_up() -> None:
    act = read_act(EXAMPLES / "sample-order.ru.html")
    found, home = cited(act), Contents(act)
    annexes = [home.resolve(one) for at in ("body.1.1", "body.1.2", "att1.3") for one in found[at] if one.kind == "division"]
    assert [(one.status, one.address) for one in annexes] == [
        ("exists", Address("att1")),
        ("exists", Address("att2")),
        ("exists", Address("att1-1")),  # annex 1 to these Rules
    ]


ORDER = "Приказ Министра\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить Правила.\n\n2. {}\n\nПриложение к приказу\n\n## Правила\n\n1. Раз.\n\n2. {}"


def order(first: str, second: str = "Два.") -> Act:
    return parse_act(read_bytes(ORDER.format(first, second).encode(), "a.md"), language("ru"))


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Исполнить подпункт 2) пункта 1.", "body.1.2"),
        ("Исполнить пункт 2 Правил.", "att1.2"),
        ("Исполнить подпункт 3) пункта 2 Правил.", "att1.2.3"),
        ("Исполнить пункт 2 приложения 1 к настоящему приказу.", "att1.2"),
    ],
)
def test_from_the_order(words: str, address: str) -> None:
    assert provisions(cited(order(words))["body.2"]) == [address]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("Смотри пункт 1.", "att1.1"),
        ("Смотри пункт 1 настоящих Правил.", "att1.1"),
        ("Смотри пункт 1 настоящего приказа.", "body.1"),
    ],
)
def test_from_its_rules(words: str, address: str) -> None:
    assert provisions(cited(order("Второе.", words))["att1.2"]) == [address]


def test_an_article_in_an_order_is_of_another_act() -> None:
    (one,) = cited(order("Применять статью 15."))["body.2"]
    assert one.unknown and one.address == Address("15")


HERE = Address("7")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "в порядке пункта 3 Правил хранения, утвержденных приказом Министра записей от 5 мая 2030 года № 12"),
        ("kk", "Жазбалар министрінің 2030 жылғы 5 мамырдағы № 12 бұйрығымен бекітілген Қағидалардың 3-тармағына сәйкес"),
        ("en", "under point 3 of the Rules approved by the Order of the Minister of Records of 5 May 2030 No. 12"),
    ],
)
def test_rules_that_another_act_approved(code: str, text: str) -> None:
    found = find_citations(text, code, HERE, country="kz")
    (one,) = (one for one in found if one.kind == "division")
    assert one.work is not None and one.work.iri == "/akn/kz/act/order/2030-05-05/12" and one.place == "annex"
    assert not any(one.kind == "provision" for one in found)


BY_ORDER = [
    ("ru", "По {} Правил хранения, утвержденных приказом Министра записей от 14 мая 2031 года № 77", "пункту {}", "подпункту 2) пункта {}"),
    ("kk", "Жазбалар министрінің 2031 жылғы 14 мамырдағы № 77 бұйрығымен бекітілген Қағидалардың {} бойынша", "{}-тармағы",
     "{}-тармағының 2) тармақшасы"),
    ("en", "Under {} of the Rules approved by the Order of the Minister of Records of 14 May 2031 No. 77", "point {}", "point 2) of paragraph {}"),
]  # fmt: skip
APPROVING = "/akn/kz/act/order/2031-05-14/77"


def beside(text: str, *texts: Act) -> tuple[Citation, Resolution]:
    """A reference in a paper, with an order in hand."""
    shelf = Shelf(tuple((APPROVING, "", act) for act in texts))
    found = cite_document(read_bytes(f"{text}.".encode(), "paper.txt"), holdings=shelf).found
    ((citation, resolution),) = [pair for pair in found if pair[0].kind in ("provision", "division")]
    return citation, resolution


@pytest.mark.parametrize(("code", "text", "point", "subpoint"), BY_ORDER)
def test_rules_are_looked_up_in_the_order_that_approved_them(code: str, text: str, point: str, subpoint: str) -> None:
    act = read_act(next(EXAMPLES / f"sample-order.{name}" for name in SAMPLES if name.startswith(code)))
    citation, resolution = beside(text.format(point.format(4)), act)
    assert citation.work is not None and citation.work.iri == APPROVING
    assert (citation.kind, citation.address, resolution.status) == ("provision", Address("att1", "4"), "exists")
    assert beside(text.format(subpoint.format(4)), act)[0].address == Address("att1", "4", "2")
    citation, resolution = beside(text.format(point.format(44)), act)
    assert (citation.address, resolution.status) == (Address("att1", "44"), "dead")


@pytest.mark.parametrize(("code", "text", "point", "subpoint"), BY_ORDER)
def test_else_the_order_is_meant_and_how_far_that_is_told(code: str, text: str, point: str, subpoint: str) -> None:
    words = text.format(subpoint.format(4))
    citation, resolution = beside(words)
    assert (citation.kind, citation.place, resolution.status) == ("division", "annex", "not_in_hand")
    assert citation.annexed is not None and citation.annexed.address == Address("", "4", "2")
    assert where(citation, code).endswith(say("cite-annexed", code, point="4(2)"))
    assert citation.work is not None and citation.work.iri == APPROVING


def test_of_two_annexes_of_that_name_none_is_taken() -> None:
    two = order("Второе.").document.text + "\n\nПриложение 2 к приказу\n\n## Правила\n\n1. Раз.\n\n2. Два."
    act = parse_act(read_bytes(two.encode(), "a.md"), language("ru"))
    _, text, point, _ = BY_ORDER[0]
    citation, resolution = beside(text.format(point.format(2)), act)
    assert (citation.kind, resolution.status, resolution.reason) == ("division", "unresolved", "annex")


@pytest.mark.parametrize(("code", "text"), [("ru", "по пункту 3 Правил хранения"), ("kk", "Қағидалардың 3-тармағы бойынша")])
def test_rules_of_which_nothing_tells_who_approved_them(code: str, text: str) -> None:
    (one,) = find_citations(text, code, HERE, country="kz")
    assert one.unknown  # and no part of the article in which the words stand


@pytest.mark.parametrize("text", ["в порядке пункта 3 настоящей статьи", "по пункту 3, правило которого"])
def test_a_word_of_no_name_leads_nowhere_else(text: str) -> None:
    assert [one.address for one in find_citations(text, "ru", HERE)] == [Address("7", "3")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "ru",
            "части второй статьи 1 настоящего Закона, статье 28 Закона Республики Казахстан от 1 февраля 2030 года № 15-X",
        ),
        (
            "ru",
            "части второй статьи 1 настоящего Кодекса и статье 28 Закона Республики Казахстан от 1 февраля 2030 года № 15-X",
        ),
        (
            "kk",
            "осы Заңның 1-бабының екінші бөлігі мен Қазақстан Республикасының 2030 жылғы 1 ақпандағы № 15-X Заңының 28-бабы",
        ),
        (
            "en",
            "paragraph 2 of article 1 of this Law and article 28 of the Law of the Republic of Kazakhstan of 1 February 2030 No. 15-X",
        ),
    ],
)
def test_two_acts_in_one_breath(code: str, text: str) -> None:
    own, other = (one for one in find_citations(text, code, HERE, country="kz") if one.kind == "provision")
    assert own.own and own.work is None and own.address == Address("1", "2")
    assert not other.own and other.work is not None and other.address == Address("28")
    assert other.work.iri == "/akn/kz/act/law/2030-02-01/15-x"


@pytest.mark.parametrize(
    ("code", "text", "address"),
    [
        ("ru", "статья 5 Приказа Министра внутренних дел Республики Казахстан от 5 мая 2030 года № 12", "5"),
        (
            "ru",
            "пункт 5 приказа и.о. Министра труда, занятости и отдыха Республики Казахстан от 5 мая 2030 года № 12",
            "body.5",
        ),
        ("ru", "подпункт 2) пункта 5 приказа Председателя Комитета записей от 5 мая 2030 года № 12", "body.5.2"),
        ("kk", "Қазақстан Республикасы Ішкі істер министрінің 2030 жылғы 5 мамырдағы № 12 бұйрығының 5-бабы", "5"),
        ("en", "point 5 of the Order of the Minister of Records of 5 May 2030 No. 12", "body.5"),
        ("kk", "Ішкі істер министрінің 2030 жылғы 5 мамырдағы № 12 бұйрығының 5-тармағының 2) тармақшасы", "body.5.2"),
        (
            "en",
            "article 5 of the Order of the Minister of Internal Affairs of the Republic of Kazakhstan of 5 May 2030 No. 12",
            "5",
        ),
    ],
)
def test_an_issuer_between_the_kind_and_the_date(code: str, text: str, address: str) -> None:
    (one,) = find_citations(text, code, HERE, country="kz")
    assert one.work is not None and one.work.iri == "/akn/kz/act/order/2030-05-05/12"
    assert one.address is not None and one.address.short == address


def test_an_issuer_does_not_reach_over_another_act() -> None:
    text = "приказ Министра записей и статья 5 Закона Республики Казахстан от 5 мая 2030 года № 12-X"
    (one,) = (one for one in find_citations(text, "ru", HERE, country="kz") if one.kind == "provision")
    assert one.work is not None and one.work.kind == "law"


def test_numbers_with_letters_of_any_alphabet() -> None:
    (one,) = find_citations("приказ Министра записей Республики Казахстан от 5 мая 2030 года № 12/НҚ", "ru", country="kz")
    assert one.work is not None and one.work.iri == "/akn/kz/act/order/2030-05-05/12-нқ"
