"""What a draft says that cannot be done, or cannot be understood: each in one sentence that names the place."""

from __future__ import annotations

import pytest

from saralau.drafts import apply
from saralau.messages import InputError

from .acts import act_in, document, drafted, told

REFUSED = [
    ("пункт 9) части второй статьи 5 исключить;", "the act has no 5(2)(9)"),
    ("часть четвертую статьи 5 исключить;", "the act has no 5(4)"),
    ("статью 50 исключить;", "the act has no 50"),
    ("пункт 2) части второй статьи 5 исключить;", "5(2)(2) is excluded already"),
    ('часть вторую статьи 5 дополнить пунктом 3) следующего содержания: "3) в тумане;"', "has 5(2)(3) already"),
    ('дополнить статьей 6-1 следующего содержания: "Статья 6-1. Якорь\nЯкорь тонет."', "has 6-1 already"),
    ('часть вторую статьи 5 дополнить пунктом 4) следующего содержания: "5) в тумане;"', "not the wording of that unit"),
    ('часть вторую статьи 5 дополнить пунктом 4) следующего содержания: "в тумане;"', "not the wording of that unit"),
    (
        'часть вторую статьи 5 дополнить пунктом 4) следующего содержания: "4) в тумане;\n5) днем;"',
        "not the wording of that unit",
    ),
    ('часть третью статьи 5 дополнить пунктом 1) следующего содержания: "1) в тумане;"', "has no list"),
    ('пункт 1) части второй статьи 5 изложить в следующей редакции: "3) в тумане;"', "not the wording of that unit"),
    ('статью 6 изложить в следующей редакции: "Статья 8. Якорь\nЯкорь."', "not the wording of that unit"),
    ('в статье 7 слова "якорь" исключить;', "does not have the words “якорь”"),
    ('в статье 7 слово "огня" заменить словом "света";', None),
    ('в статье 7 слово "маяка" заменить словом "мыса";', "has the words “маяка” 2 times"),
    ('в статье 7 слова "огня", "маяка" заменить соответственно словами "а", "б", "в";', "2 pieces are replaced by 3"),
    ("часть вторую исключить;", "no article is named"),
    ('слово "маяка" исключить;', "no article is named"),
    ('абзац пятый части первой статьи 5 изложить в следующей редакции: "А –";', "the act has no 5(1) ¶5"),
    ('примечание к статье 6 изложить в следующей редакции: "Примечание. А.";', "the act has no 6/note"),
    ('статью 5 дополнить примечанием следующего содержания: "Примечание. А.";', "has 5/note already"),
    ("главу 1 исключить;", "chapter 1 can neither be added nor excluded"),
    ("абзац первый части первой статьи 5 исключить;", "cannot be excluded alone"),
]


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_what_cannot_be_done_is_refused_in_one_sentence(text: str, sentence: str | None) -> None:
    draft = drafted("\n" + text)
    sentences = [one.told("en") for one in draft.refused]
    if sentence is None:
        assert sentences == []
        return
    assert len(sentences) == 1 and sentence in sentences[0] and sentences[0].startswith("Line 2 of the draft")
    with pytest.raises(InputError, match="Line 2"):
        apply(act_in("ru"), draft)


NOT_UNDERSTOOD = [
    "статью 6 погладить;",
    "статью 6 исключить по желанию;",
    "часть вторую статьи 5 дополнить смыслом;",
    'в статье 7 слова "огня" улучшить;',
    "Просьба поддержать проект.",
]


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_what_is_not_understood_is_listed_with_its_place(text: str) -> None:
    draft = drafted(f"статью 7 исключить;\n{text}\n")
    assert told(draft) == [("exclude", "7", "", "")]
    assert [draft.line(span) for span in draft.rest] == [2]


def test_a_law_around_the_instructions_is_understood_as_such() -> None:
    draft = drafted(
        """Проект
Закон Республики Алтынсай
О внесении изменений и дополнений в Кодекс о лодках

Статья 1. Внести в Кодекс Республики Алтынсай о лодках (Ведомости, 2018 г., № 3, ст. 12; 2020 г., № 4, ст. 5) следующие изменения и дополнения:

1) статью 7 исключить.

Статья 2. Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования.

Президент
Республики Алтынсай                                    А. Примеров
"""
    )
    assert told(draft) == [("exclude", "7", "", "")]
    assert (draft.rest, draft.refused) == ((), ())


def test_a_law_in_kazakh() -> None:
    draft = drafted(
        """Алтынсай Республикасының Заңы
Қайықтар кодексіне өзгерістер мен толықтырулар енгізу туралы

1-бап. Алтынсай Республикасының Қайықтар кодексіне мынадай өзгерістер мен толықтырулар енгізілсін:

1) 6-бап алып тасталсын.

2-бап. Осы Заң алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.

Алтынсай Республикасының
Президенті А. Примеров
""",
        "kk",
    )
    assert told(draft) == [("exclude", "6", "", "")]
    assert (draft.rest, draft.refused) == ((), ())


def test_a_quotation_without_an_end_is_refused_with_its_line() -> None:
    draft = drafted(
        'статью 7 исключить;\nчасть вторую статьи 5 дополнить пунктом 4) следующего содержания:\n"4) в тумане;\n'
    )
    assert told(draft) == [("exclude", "7", "", "")]
    assert "Line 3" in draft.refused[-1].told("en")


def test_quotations_in_quotations_closed_by_one_mark() -> None:
    for marks in ('"4) "тихо";', '"4) "тихо"";', "«4) «тихо»;", "«4) «тихо»»;"):
        draft = drafted(f"часть вторую статьи 5 дополнить пунктом 4) следующего содержания:\n{marks}\nстатью 7 исключить;\n")
        assert [row[:2] for row in told(draft)] == [("add", "5(2)(4)"), ("exclude", "7")], marks


def test_a_wording_with_lists_of_quoted_words() -> None:
    text = 'дополнить статьей 8 следующего содержания:\n"Статья 8. Слова\n1) "лодка" – судно;\n2) "плот" – тоже.";\nстатью 7 исключить;'
    assert [row[:2] for row in told(drafted(text))] == [("add", "8"), ("exclude", "7")]


def test_nothing_is_said() -> None:
    with pytest.raises(InputError, match="is no draft"):
        drafted("Погода сегодня хорошая.\n")


def test_an_edited_copy_is_a_draft() -> None:
    from .acts import RU

    edited = RU.replace("3) группой лиц, –", "3) группой лиц;\n\n4) в тумане, –").replace("до трех лет", "до четырех лет")
    edited = edited.replace(
        "2. То же деяние, совершенное ночью, –\n\nнаказывается арестом на срок до десяти суток.", "2. исключена."
    )
    draft = drafted(edited, name="boats.md")
    assert [(one.kind, one.target.printed) for one in draft.instructions] == [
        ("add", "5(2)(4)"),
        ("exclude", "6-1(2)"),
        ("reword", "7"),
    ]
    assert "4) в тумане, –" in apply(act_in("ru"), draft)


def test_every_character_is_consumed_or_listed() -> None:
    """Words put between instructions are all found again, in what was not understood or in a refusal."""
    text = "статью 7 исключить; лишнее слово;\n\nстатью 6 исключить; ещё одно"
    draft = drafted(text)
    left = [span.of(document(text).text) for span in draft.rest]
    assert left == ["лишнее слово", "ещё одно"]
