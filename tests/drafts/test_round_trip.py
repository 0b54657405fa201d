"""Applying, then comparing: an edition differs from its act in what the draft says and in nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.acts import Act, read_act
from saralau.drafts import Draft, apply, read_draft
from saralau.drafts.applying import read_back
from saralau.history import Text
from saralau.history.diffing import diff_editions
from saralau.history.units import units

from ..conftest import CODES, CORPUS, EXAMPLES
from .acts import RU, act_in, document, drafted

ACT = act_in("ru")
_WORDS = st.lists(
    st.sampled_from(["туман", "шторм", "якорь", "весло", "парус", "гавань", "буй", "мель", "киль", "руль"]),
    min_size=2,
    max_size=6,
)


def changed(before: Act, after: Act) -> dict[str, str]:
    """How each place changed, as the comparison of editions sees it."""
    diff = diff_editions(Text(before, (), ()), Text(after, (), ()))
    return {one.place: one.how for article in diff.articles for one in article.changes}


@st.composite
def operations(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """An instruction with the change that it must make."""
    words = " ".join(draw(_WORDS))
    point = draw(st.sampled_from(["2-1", "3-1", "4", "4-1", "10"]))
    article = draw(st.sampled_from(["5-1", "6-2", "7-1", "20"]))
    choices = [
        (
            f'часть вторую статьи 5 дополнить пунктом {point}) следующего содержания:\n"{point}) {words};"',
            {f"5.2.{point}": "added"},
        ),
        (f'пункт 1) части второй статьи 5 изложить в следующей редакции: "1) {words};"', {"5.2.1": "reworded"}),
        (f'абзац первый части третьей статьи 5 изложить в следующей редакции: "3. {words} –"', {"5.3": "reworded"}),
        ("пункт 3) части второй статьи 5 исключить", {"5.2.3": "excluded"}),
        (
            f'дополнить статьей {article} следующего содержания:\n"Статья {article}. {words}\n\n{words} –\n\nнаказывается арестом на срок до десяти суток."',
            {article: "added", f"{article}/title": "added"},
        ),
        (f'в статье 7 слова "ложного огня" заменить словами "{words}"', {"7": "reworded"}),
        (f'в части первой статьи 6-1 слова "чужого паруса" заменить словами "{words}"', {"6-1.1": "reworded"}),
        (f'в статье 6 после слова "Порча" дополнить словами "{words}"', {"6": "reworded"}),
        (f'заголовок статьи 6-1 изложить в следующей редакции: "{words}"', {"6-1/title": "reworded"}),
        ("часть вторую статьи 6-1 исключить", {"6-1.2": "excluded"}),
        (
            f'статью 5 дополнить частью 2-1 следующего содержания: "2-1. {words} –\n\nнаказывается арестом на срок до десяти суток."',
            {"5.2-1": "added"},
        ),
    ]
    return draw(st.sampled_from(choices))


@given(st.lists(operations(), min_size=1, max_size=5, unique_by=lambda one: next(iter(one[1]))))
def test_applying_makes_the_changes_of_the_draft_and_no_other(rows: list[tuple[str, dict[str, str]]]) -> None:
    draft = drafted(";\n\n".join(text for text, _ in rows) + ".")
    assert (draft.rest, draft.refused, len(draft.instructions)) == ((), (), len(rows))
    expected = {place: how for _, changes in rows for place, how in changes.items()}
    assert {
        place: "added" if how == "moved" else how for place, how in changed(ACT, read_back(apply(ACT, draft), ACT)).items()
    } == expected


@given(st.lists(operations(), min_size=2, max_size=5, unique_by=lambda one: next(iter(one[1]))))
def test_the_order_of_instructions_does_not_matter(rows: list[tuple[str, dict[str, str]]]) -> None:
    there, back = (apply(ACT, drafted(";\n\n".join(text for text, _ in order) + ".")) for order in (rows, rows[::-1]))
    assert there == back


@given(st.text(alphabet='абв "«»;:.\n1)часть статью 5 исключить словами', max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever stands before or behind an instruction, it is read, and every visible word is accounted for."""
    draft = drafted(f"статью 7 исключить;\n{text}")
    assert draft.instructions[0].target.printed == "7"


def same(one: Act, other: Act) -> bool:
    return [(u.place, u.text, u.excluded) for u in units(one).values()] == [
        (u.place, u.text, u.excluded) for u in units(other).values()
    ]


@pytest.mark.parametrize("name", ["sample-code.ru.html", "sample-code.kk.md", "sample-code.en.md"])
def test_a_draft_of_nothing_changes_nothing(name: str) -> None:
    act = read_act(EXAMPLES / name)
    assert same(act, read_back(apply(act, Draft(act.document, ())), act))


@pytest.mark.corpus
@pytest.mark.parametrize("name", CODES)
def test_the_code_is_written_and_read_back_unit_by_unit(name: str) -> None:
    act = read_act(CORPUS / name)
    assert same(act, read_back(apply(act, Draft(act.document, ())), act))


def test_a_copy_of_the_act_itself_is_no_change() -> None:
    assert read_draft(document(RU, "boats.md"), ACT).instructions == ()


def test_words_go_with_their_blank() -> None:
    edition = apply(ACT, drafted('в статье 7 слова "либо гашение маяка" исключить;'))
    assert "Зажжение ложного огня вблизи маяка –" in edition
    edition = apply(ACT, drafted('пункт 1) части второй статьи 5 дополнить словами ", а также в тумане";'))
    assert "\n1) ночью, а также в тумане;\n" in edition


def test_an_inserted_article_stands_behind_the_one_before_it() -> None:
    edition = apply(ACT, drafted('дополнить статьей 6-2 следующего содержания: "Статья 6-2. Якорь\nЯкорь тонет.";'))
    assert edition.index("Статья 6-1.") < edition.index("Статья 6-2.") < edition.index("Глава 2.")
