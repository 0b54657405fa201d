"""The structure of acts: every character in its place, whatever the mark-up and the defects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.acts import Act, Kind, Provision, balance, parse_act
from saralau.documents.reading import read_bytes

from ..conftest import CODE_2020, CODE_2025, CODE_KK, CODES, EXAMPLES, parsed, sample


def act_of(text: str) -> Act:
    return parse_act(read_bytes(text.encode(), "a.md"))


def shape(provision: Provision) -> tuple[object, ...]:
    return (
        provision.kind,
        provision.number,
        provision.excluded,
        provision.implied,
        tuple(shape(child) for child in provision.children),
    )


LINES = st.sampled_from(
    [
        "ОБЩАЯ ЧАСТЬ", "Глава 1. ПРОТИВ ЛИЧНОСТИ", "Статья 5. Кража", "Статья 6-1. Иное", "1. Первое, –", "2.Второе:",
        "1) первый;", "2 второй;", "3-1) третий, –", "наказывается штрафом.", "Примечание. Слово.", "Примечания.",
        "Сноска. Статья 5 с изменениями.", "Просто слова.", '"Статья 7. В кавычках', '".', "а) буква;", "Президент", "5-бап. Ұрлық",
        "###", "- - -", "1.", ")", "2) исключен Законом от 01.01.2020 № 1;",
    ]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=20), max_size=40))
def test_every_character_belongs_to_exactly_one_thing(lines: list[str]) -> None:
    """Whatever the order of lines, hostile ones among them, the ledger of the finished tree balances."""
    document = read_bytes("\n\n".join(lines).encode("utf-8", "replace"), "a.md")
    from saralau.languages import language

    ledger = balance(parse_act(document, language("ru")))
    assert ledger.balanced
    classes = (ledger.headings, ledger.provisions, ledger.notes, ledger.front, ledger.back, ledger.orphans)
    assert sum(classes) == ledger.total


def test_inserted_articles_with_a_full_stop_have_the_hyphen_in_their_address() -> None:
    act = act_of(
        "Статья 272. Доступ\n\nДоступ.\n\nСтатья 272.1. Иной доступ\n\nИной доступ.\n\nСтатья 273. Третье\n\nТретье."
    )
    assert [article.number for article in act.articles()] == ["272", "272-1", "273"]


def test_a_quotation_that_is_never_closed_ends_before_the_next_article() -> None:
    text = (EXAMPLES / "sample-code.ru.html").read_text("utf-8")
    opened = text.replace("<p>3) неоднократно;</p>", '<p>"3) неоднократно;</p>')
    act = parse_act(read_bytes(opened.encode(), "a.html"))
    assert [a.number for a in act.articles()] == [a.number for a in sample("ru").act.articles()]
    assert ("unclosed_quotation", "10") in {(d.code, d.address.short if d.address else "") for d in act.defects}
    assert balance(act).balanced


def test_a_quotation_that_is_never_closed_ends_before_the_next_point_of_its_list() -> None:
    lines = (
        "Статья 5. Об отмене", "Отменить:", "1) статью прежнего кодекса:", '"Статья 7. Прежняя', "1. Правило:", "1) первое;",
        "2) второе.", "2) прежний закон;", "3) прежний указ.", "Статья 6. Иное", "Иное.",
    )  # fmt: skip
    act = act_of("\n\n".join(lines))
    points = [point.number for article in act.articles() for point in article.children]
    assert points == ["1", "2", "3"]
    assert [defect.code for defect in act.defects] == ["unclosed_quotation"]


@pytest.mark.corpus
@pytest.mark.parametrize("name", CODES)
def test_the_list_of_acts_repealed_is_whole_though_its_quotation_is_not_closed(name: str) -> None:
    """Article 467(3) quotes an article of 1997; the Russian text forgets to close it, the Kazakh does not."""
    last = next(article for article in parsed(name).articles() if article.number == "467").children[-1]
    assert (last.number, [point.number for point in last.children]) == ("3", ["1", "2"])


def test_a_quotation_that_is_closed_keeps_its_headings_to_itself() -> None:
    act = sample("ru").act
    assert "7" not in {article.number for article in act.articles()}
    assert not [defect for defect in act.defects if defect.code == "unclosed_quotation"]


def test_the_fictional_act_has_one_structure_in_both_languages() -> None:
    russian, kazakh = sample("ru").act, sample("kk").act
    assert [shape(unit) for unit in russian.provisions] == [shape(unit) for unit in kazakh.provisions]


def test_defects_are_parsed_through_and_named_alike_in_both_languages() -> None:
    def defects(language: str) -> Counter[tuple[str, str]]:
        found = sample(language).act.defects
        return Counter((d.code, d.address.short if d.address else "") for d in found if d.code != "mixed_alphabets")

    assert defects("ru") == defects("kk")
    assert set(defects("ru")) == {
        ("missing_space", "10"),
        ("doubled_punctuation", "12-1"),
        ("missing_bracket", "20"),
        ("unnumbered_first_part", "32.1"),
    }


def test_front_and_back_matter() -> None:
    act = sample("ru").act
    assert [act.words(span) for span in act.front] == ["СОДЕРЖАНИЕ"]
    assert [act.words(span) for span in act.back] == ["Президент", "Республики Алтынсай", "А. ПРИМЕРОВ"]


def test_a_quoted_article_is_not_an_article() -> None:
    assert [article.number for article in sample("ru").act.articles()][-1] == "40"


def test_a_note_in_the_middle_of_a_list_ends_where_the_list_goes_on() -> None:
    first = next(sample("ru").act.articles())
    assert [(child.kind, child.number) for child in first.children] == [
        (Kind.POINT, "1"),
        (Kind.NOTE, None),
        (Kind.POINT, "1-1"),
    ]


def test_two_headings_in_one_tag_and_a_heading_over_two_lines() -> None:
    headings = [unit.title for unit in sample("ru").act.walk() if unit.kind in (Kind.CODE_PART, Kind.SECTION, Kind.CHAPTER)]
    assert headings[:4] == [
        "ОБЩАЯ ЧАСТЬ",
        "НАЧАЛА",
        "ОСОБЕННАЯ ЧАСТЬ",
        "УГОЛОВНЫЕ ПРАВОНАРУШЕНИЯ ПРОТИВ ИМУЩЕСТВА",
    ]


def test_numbered_items_of_a_note_are_not_parts() -> None:
    article = next(article for article in sample("ru").act.articles() if article.number == "32")
    assert [child.number for child in article.children if child.kind is Kind.PART] == ["1", "2"]
    note = article.children[-1]
    assert [item.kind for item in note.children] == [Kind.ITEM, Kind.ITEM]


def test_text_that_begins_in_mid_sentence_is_an_orphan() -> None:
    act = act_of("конец фразы.\n\n2) пункт.\n\nСтатья 5. Кража\n\nТекст.")
    assert [act.words(span) for span in act.orphans] == ["конец фразы.", "2) пункт."]


def test_lettered_points() -> None:
    act = act_of("Статья 5. Кража\n\n1. Кража:\n\nа) группой;\n\nб) неоднократно, –\n\nнаказывается штрафом.")
    part = next(act.articles()).children[0]
    assert [point.number for point in part.children] == ["а", "б"]
    assert len(part.closing) == 1


def test_two_unnumbered_offences_of_one_article_are_two_parts() -> None:
    act = act_of("Статья 5. Кража\n\nПервое –\n\nнаказывается штрафом.\n\nВторое –\n\nнаказывается арестом.")
    assert [child.number for child in next(act.articles()).children] == ["1", "2"]
    assert {defect.code for defect in act.defects} == {"unnumbered_first_part", "unnumbered_part"}


def corpus_articles(name: str) -> Iterator[Provision]:
    return parsed(name).articles()


@pytest.mark.corpus
@pytest.mark.parametrize("name", CODES)
def test_official_texts_balance(name: str) -> None:
    assert balance(parsed(name)).balanced


@pytest.mark.corpus
def test_the_code_of_2025_has_502_article_headings() -> None:
    articles = list(corpus_articles(CODE_2025))
    assert len(articles) == 502
    assert [article.number for article in articles if article.excluded] == [
        "47", "108", "109", "130", "197", "215", "219", "235", "240", "241", "373", "374", "393",
    ]  # fmt: skip


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "code", "address"),
    [
        (CODE_2025, "missing_space", "208"),  # "2.Умышленное"
        (CODE_2025, "unnumbered_first_part", "379.1"),
        (CODE_2020, "unnumbered_part", "427.2"),
        (CODE_KK, "missing_bracket", "209"),
        (CODE_KK, "missing_space", "450"),  # in the heading itself
        (CODE_KK, "duplicate_number", "179.2"),
    ],
)
def test_known_defects_of_the_official_texts(name: str, code: str, address: str) -> None:
    found = [(defect.code, defect.address.short) for defect in parsed(name).defects if defect.address]
    assert (code, address) in found


@pytest.mark.corpus
def test_a_part_after_a_note_is_still_a_part() -> None:
    """430: its note stands between parts three and four."""
    article = next(article for article in corpus_articles(CODE_2025) if article.number == "430")
    assert [child.number for child in article.children if child.kind is Kind.PART] == ["1", "2", "3", "4"]


@pytest.mark.corpus
def test_the_kazakh_file_begins_in_mid_sentence() -> None:
    act = parsed(CODE_KK)
    assert len(act.orphans) == 12
    assert next(act.articles()).number == "73"


CONTENTS = "Глава 1. Общее\n\nСтатья 1. Первая\n\nСтатья 2. Вторая\n\nГлава 2. Особое\n\nСтатья 3. Третья\n\n"


@pytest.mark.parametrize("preamble", ["", "Настоящий Закон о том и о сем.\n\n"])
def test_a_table_of_contents_stands_before_the_act(preamble: str) -> None:
    body = "## Глава 1. Общее\n\n### Статья 1. Первая\n\nТекст.\n\n### Статья 2. Вторая\n\nТекст.\n\n## Глава 2. Особое\n\n### Статья 3. Третья\n\nТекст."
    act = act_of(f"## Оглавление\n\n{CONTENTS}# О вещах\n\n{preamble}{body}")
    assert [article.number for article in act.articles()] == ["1", "2", "3"]
    assert [act.words(span) for span in act.front][:2] == ["Оглавление", "Глава 1. Общее"]
    assert balance(act).balanced
    assert act.defects == ()


def test_headings_without_text_that_never_come_again_are_articles() -> None:
    assert [article.number for article in act_of(CONTENTS).articles()] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("article", "annex"),
    [("Статья 1. А", "Приложение 2"), ("1-бап. А", "2-қосымша"), ("Article 1. A", "Annex 2"), ("§ 1 Eins", "Anlage 2")],
)
def test_an_annex_ends_the_last_article(article: str, annex: str) -> None:
    act = act_of(f"{article}\n\n1. x y.\n\n2. x y:\n\n1) x.\n\n{annex}\n\nТаблица\n\n1. x\n\n2. x")
    last = act.provisions[-1]
    assert (last.kind, last.number, act.words(last.heading[0])) == (Kind.DIVISION, "2", annex)
    assert len(last.text) == 3
    assert balance(act).balanced


@pytest.mark.parametrize(
    "heading",
    [
        "Статья 2. Кража",
        "Ст. 2. Кража",
        "Статья 2 . Кража",
        "Статья 2: Кража",
        "Статья 2 – Кража",
        "Статья 2",
        "2-бап. Ұрлық",
        "2 – бап. Ұрлық",
        "2–бап. Ұрлық",
    ],
)
def test_headings_of_articles_as_people_type_them(heading: str) -> None:
    first = "1-бап. А" if "бап" in heading else "Статья 1. А"
    assert [article.number for article in act_of(f"{first}\n\nТекст.\n\n{heading}\n\nТекст.").articles()] == ["1", "2"]


def test_a_short_table_of_contents_is_known_by_its_dots() -> None:
    act = act_of("Статья 1. Доступ .......... 2\n\nСтатья 1. Доступ\n\nТекст.")
    assert [article.title for article in act.articles()] == ["Доступ"]
