"""What the impact tells beside the text itself: findings of the linter, siblings, definitions, references left, notes and titles."""

from __future__ import annotations

import pytest

from saralau.acts import Act, Address, read_act
from saralau.documents.reading import read_bytes
from saralau.drafts import apply, read_draft
from saralau.drafts.applying import read_back
from saralau.drafts.impact import Impact, weigh
from saralau.messages import languages
from saralau.report.draft_findings import Linted, linted
from saralau.report.draft_record import impact_record
from saralau.report.draft_told import impact_lines, impact_markdown

from ..conftest import EXAMPLES
from .acts import act_in


@pytest.fixture
def altynsay(monkeypatch: pytest.MonkeyPatch) -> Act:
    """The fictional code, of a state whose packs are at hand."""
    monkeypatch.setenv("SARALAU_PACKS", str(EXAMPLES / "packs"))
    return read_act(EXAMPLES / "sample-code.ru.html")


def effect(act: Act, text: str) -> Impact:
    draft = read_draft(read_bytes(text.encode(), "draft.txt"), act)
    assert (draft.rest, [one.told("en") for one in draft.refused]) == ((), [])
    return weigh(act, draft)


def rows(found: Linted) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Rule and provision of what a draft brings, and of what it mends."""
    brought, mended = (
        [(one.rule.code, one.finding.address.printed if one.finding.address else "") for one in side]
        for side in (found.brought, found.mended)
    )
    return brought, mended


DOUBLED = 'в статье 7 слова "ложного огня" заменить словами "ложного ложного огня,,";'


def test_findings_that_a_draft_brings_and_mends() -> None:
    act = act_in("ru")
    told = effect(act, DOUBLED)
    found = linted(told)
    brought, mended = rows(found)
    assert {address for _, address in brought} == {"7"} and len(brought) == 2 and mended == []
    assert found.after == found.before + 2
    back = effect(read_back(told.edition, act), 'в статье 7 слова "ложного ложного огня,," заменить словами "ложного огня";')
    assert rows(linted(back)) == ([], brought)


def test_findings_in_kazakh() -> None:
    told = effect(act_in("kk"), "6-бапта «ескегін» деген сөз «ескегін ескегін,,» деген сөздермен ауыстырылсын;")
    brought, mended = rows(linted(told))
    assert {address for _, address in brought} == {"6"} and mended == []


def test_a_finding_that_only_moved_is_neither() -> None:
    act = read_back(effect(act_in("ru"), DOUBLED).edition, act_in("ru"))
    before = rows(linted(effect(act, "статью 6 исключить;")))
    assert not [row for side in before for row in side if row[1] == "7"]  # the lines behind it move
    assert not [
        row for side in rows(linted(effect(act, "статью 7 считать статьей 6-2;"))) for row in side if row[1] in ("7", "6-2")
    ]
    reworded = effect(act, 'в статье 7 слово "Зажжение" заменить словом "Разведение";')
    assert rows(linted(reworded)) == ([], [])


def test_findings_without_words_are_codes_and_addresses() -> None:
    told = effect(act_in("ru"), DOUBLED)
    found = linted(told)
    for code in languages():
        page = impact_markdown(told, found, code, quoting=False)
        for one in found.brought:
            assert one.rule.code in page
        section = page.split("## ")[-2]
        assert "ложного" not in section
        assert len(list(impact_lines(told, found, code))) > 10
    assert impact_record(told, found)["findings"]["brought"] == [
        {"rule": one.rule.code, "name": one.rule.name, "provision": "7"} for one in found.brought
    ]


GROUPS = "".join(
    f'дополнить статьей {number} следующего содержания:\n\n"Статья {number}. Порча данных\n\n1. Порча данных –\n\n'
    f"наказывается штрафом в размере до двухсот месячных расчетных показателей.\n\n"
    f'2. То же деяние, совершенное преступной группой, –\n\nнаказывается лишением свободы на срок до {years} лет.";\n\n'
    for number, years in (("21-1", "трех"), ("21-2", "пяти"))
)


def test_a_punishment_out_of_line_with_its_siblings(altynsay: Act) -> None:
    draft = read_draft(read_bytes(GROUPS.encode(), "groups.txt"), altynsay)
    act = read_back(apply(altynsay, draft), altynsay)
    raised = 'в абзаце втором части второй статьи 22 слово "двух" заменить словом "{}";'
    told = effect(act, raised.format("пятнадцати"))
    assert told.out_of_line is not None
    (one,) = told.out_of_line
    assert (one.address, one.turn, one.by, one.features, one.new) == (
        Address("22", "2"),
        "heavier",
        "features",
        ("criminal_group",),
        True,
    )
    assert one.siblings == (Address("21-1", "2"), Address("21-2", "2"))
    assert (one.lowest, one.highest) == one.siblings
    assert effect(act, raised.format("четырех")).out_of_line == ()
    (milder,) = effect(act, raised.format("одного")).out_of_line or ()
    assert (milder.turn, milder.new) == ("milder", False)  # two years were less than every sibling's maximum too
    for code in languages():
        lines = "\n".join(impact_lines(told, linted(told), code))
        assert "21-1(2)" in lines and "22(2)" in lines


def test_siblings_need_the_order_of_punishments() -> None:
    assert effect(act_in("ru"), "статью 6 исключить;").out_of_line is None


def test_a_definition_that_is_lost_while_its_term_is_used(altynsay: Act) -> None:
    told = effect(altynsay, "пункт 1-1) статьи 1 исключить;")
    assert told.undefined is not None
    (one,) = told.undefined
    assert (one.term, one.address, one.lost) == ("крупный размер", Address("1", None, "1-1"), True)
    assert Address("11", "2") in {use.within for use in one.uses} and one.times >= len(one.uses) > 0
    page = impact_markdown(told, linted(told), "ru", quoting=False)
    assert "теряет определение" in page and "крупный размер" not in page
    assert "крупный размер" in "\n".join(impact_lines(told, linted(told), "kk"))


def test_a_definition_that_is_worded_otherwise(altynsay: Act) -> None:
    unit = altynsay.words(next(u for u in altynsay.walk() if u.address == Address("1", None, "1-1")).text[0])
    words = " ".join(unit.split())
    text = f'пункт 1-1) статьи 1 изложить в следующей редакции:\n\n"{words.rstrip(";.")} либо больше;";'
    (one,) = effect(altynsay, text).undefined or ()
    assert (one.term, one.lost) == ("крупный размер", False)
    assert effect(altynsay, 'в статье 12 слово "пяти" заменить словом "восьми";').undefined == ()


def test_references_to_a_renumbered_part_are_left_and_told(altynsay: Act) -> None:
    told = effect(altynsay, "часть вторую статьи 20 считать частью четвертой;")
    assert [(one.at, one.to, one.now) for one in told.left] == [
        ("20(2-1)", "20(2)", "20(4)"),
        ("20(3)", "20(2)", "20(4)"),
    ]
    assert told.categories == ()  # it moved, and nothing became milder
    assert told.draft.articles == ("20",)


def test_notes_and_titles_of_chapters_are_told() -> None:
    told = effect(act_in("ru"), "примечание к статье 5 исключить;")
    assert [(one.place, one.how) for one in told.besides] == [("5/note", "excluded")]
    told = effect(act_in("ru"), 'в заголовке главы 2 слово "МАЯКАХ" заменить словом "ОГНЯХ";')
    assert [(one.place, one.how) for one in told.besides] == [("chapter 2/title", "reworded")]
    assert "глава 2, заголовок: " in "\n".join(impact_lines(told, linted(told), "ru"))
