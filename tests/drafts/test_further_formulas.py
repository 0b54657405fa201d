"""Formulas beside the plain ones: renumbering, paragraphs, sentences, marks, contents, titles, letters of both alphabets."""

from __future__ import annotations

import pytest

from saralau.acts import Act, Address, parse_act
from saralau.documents.reading import read_bytes
from saralau.drafts import Draft, apply, read_draft
from saralau.drafts.model import Done, placed
from saralau.languages import language
from saralau.messages import InputError, languages

from .acts import KK, RU, act_in, drafted, told


def edition(text: str, code: str = "ru") -> list[str]:
    """The paragraphs of the edition that a draft makes, which must be understood wholly."""
    draft = drafted(text, code)
    assert (draft.rest, [one.told("en") for one in draft.refused]) == ((), [])
    return apply(act_in(code), draft).strip().split("\n\n")


CHANGED: list[tuple[str, str, list[str], list[str]]] = [
    # renumbering
    (
        "ru",
        "часть вторую статьи 6-1 считать частью третьей;",
        ["2. То же деяние, совершенное ночью, –"],
        ["3. То же деяние, совершенное ночью, –"],
    ),
    (
        "ru",
        'в статье 5:\nчасть третью считать частью четвертой;\nдополнить частью третьей следующего содержания:\n"3. Угон плота.";',
        ["3. Угон лодки, повлекший ее гибель, –"],
        ["3. Угон плота.", "4. Угон лодки, повлекший ее гибель, –"],
    ),
    (
        "ru",
        "части вторую и третью статьи 5 считать соответственно частями третьей и четвертой;",
        ["2. Угон лодки, совершенный:", "3. Угон лодки, повлекший ее гибель, –"],
        ["3. Угон лодки, совершенный:", "4. Угон лодки, повлекший ее гибель, –"],
    ),
    ("ru", "пункт 3) части второй статьи 5 считать пунктом 4);", ["3) группой лиц, –"], ["4) группой лиц, –"]),
    ("ru", "статью 7 считать статьей 8;", ["#### Статья 7. Ложный огонь"], ["#### Статья 8. Ложный огонь"]),
    (
        "kk",
        "5-баптың үшінші бөлігі төртінші бөлік деп есептелсін;",
        ["3. Қайықтың жойылуына әкеп соққан айдап әкету –"],
        ["4. Қайықтың жойылуына әкеп соққан айдап әкету –"],
    ),
    (
        "kk",
        "5-баптың екінші және үшінші бөліктері тиісінше үшінші және төртінші бөліктер деп есептелсін;",
        ["2. Мынадай:", "3. Қайықтың жойылуына әкеп соққан айдап әкету –"],
        ["3. Мынадай:", "4. Қайықтың жойылуына әкеп соққан айдап әкету –"],
    ),
    (
        "kk",
        "5-баптың екінші бөлігінің 3) тармағы 4) тармақ деп саналсын;",
        ["3) адамдар тобы жасаған қайықты айдап әкету –"],
        ["4) адамдар тобы жасаған қайықты айдап әкету –"],
    ),
    # paragraphs
    (
        "ru",
        'часть первую статьи 5 дополнить абзацами третьим и четвертым следующего содержания:\n"Угон плота.\nУгон весла.";',
        [],
        ["Угон плота.", "Угон весла."],
    ),
    (
        "ru",
        'часть первую статьи 5 дополнить абзацем вторым следующего содержания:\n"либо ее потопление –";',
        [],
        ["либо ее потопление –"],
    ),
    (
        "kk",
        "5-баптың бірінші бөлігі мынадай мазмұндағы үшінші абзацпен толықтырылсын:\n«Сал да – қайық.»;",
        [],
        ["Сал да – қайық."],
    ),
    # sentences
    (
        "ru",
        'примечание к статье 5 дополнить предложением вторым следующего содержания: "Бревно лодкой не считается.";',
        ["Примечание. Плот считается лодкой, если на нем есть весло."],
        ["Примечание. Плот считается лодкой, если на нем есть весло. Бревно лодкой не считается."],
    ),
    (
        "ru",
        'первое предложение части первой статьи 5 изложить в следующей редакции: "Угон –";',
        ["1. Угон чужой лодки, то есть ее увод без цели присвоения, –"],
        ["1. Угон –"],
    ),
    # marks
    ("ru", "в пункте 1) части второй статьи 5 точку с запятой заменить точкой;", ["1) ночью;"], ["1) ночью."]),
    (
        "ru",
        'в пункте 1) части второй статьи 5 знак препинания ";" заменить знаком препинания ".";',
        ["1) ночью;"],
        ["1) ночью."],
    ),
    (
        "kk",
        "5-баптың екінші бөлігінің 1) тармағындағы нүктелі үтір нүктемен ауыстырылсын;",
        ["1) түнде;"],
        ["1) түнде."],
    ),
    (
        "kk",
        "5-баптың екінші бөлігінің 1) тармағындағы «;» деген тыныс белгісі «.» деген тыныс белгісімен ауыстырылсын;",
        ["1) түнде;"],
        ["1) түнде."],
    ),
    # titles
    (
        "ru",
        'в заголовке главы 2 слово "МАЯКАХ" заменить словом "ОГНЯХ";',
        ["### Глава 2. О МАЯКАХ"],
        ["### Глава 2. О ОГНЯХ"],
    ),
    (
        "ru",
        'заголовок главы 2 изложить в следующей редакции: "Глава 2. ОБ ОГНЯХ";',
        ["### Глава 2. О МАЯКАХ"],
        ["### Глава 2. ОБ ОГНЯХ"],
    ),
    (
        "kk",
        "1-тараудың тақырыбы мынадай редакцияда жазылсын: «1-тарау. САЛДАР ТУРАЛЫ»;",
        ["### 1-тарау. ҚАЙЫҚТАР ТУРАЛЫ"],
        ["### 1-тарау. САЛДАР ТУРАЛЫ"],
    ),
    (
        "kk",
        "6-бапта:\nтақырыптағы «Ескекті» деген сөз «Қайықты» деген сөзбен ауыстырылсын;",
        ["#### 6-бап. Ескекті бүлдіру"],
        ["#### 6-бап. Қайықты бүлдіру"],
    ),
    (
        "kk",
        "6-баптың тақырыбынан «Ескекті» деген сөз алып тасталсын;",
        ["#### 6-бап. Ескекті бүлдіру"],
        ["#### 6-бап. бүлдіру"],
    ),
    # words in every place of a whole unit
    (
        "ru",
        'в статье 7 слова "маяка" заменить словами "мыса";',
        ["Зажжение ложного огня вблизи маяка либо гашение маяка –"],
        ["Зажжение ложного огня вблизи мыса либо гашение мыса –"],
    ),
    # a blank at the joints
    (
        "ru",
        'в части первой статьи 5 слова ", то есть" заменить словами "или";',
        ["1. Угон чужой лодки, то есть ее увод без цели присвоения, –"],
        ["1. Угон чужой лодки или ее увод без цели присвоения, –"],
    ),
]


@pytest.mark.parametrize(("code", "text", "gone", "come"), CHANGED)
def test_what_it_does_and_nothing_else(code: str, text: str, gone: list[str], come: list[str]) -> None:
    act = act_in(code)
    old, new = apply(act, Draft(act.document, ())).strip().split("\n\n"), edition(text, code)
    assert [one for one in old if one not in new] == gone
    assert [one for one in new if one not in old] == come


def test_an_added_paragraph_stands_where_its_number_belongs() -> None:
    text = 'часть первую статьи 5 дополнить абзацем вторым следующего содержания:\n"либо ее потопление –";'
    paragraphs = edition(text)
    assert paragraphs[paragraphs.index("либо ее потопление –") + 1].startswith("наказывается штрафом в размере до ста")


SENTENCES = RU.replace("если на нем есть весло.", "если на нем есть весло. По ст. 7 он маяк. Бревно – нет.")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "второе предложение примечания к статье 5 исключить;",
            "Плот считается лодкой, если на нем есть весло. Бревно – нет.",
        ),
        (
            "предложение третье примечания к статье 5 исключить;",
            "Плот считается лодкой, если на нем есть весло. По ст. 7 он маяк.",
        ),
        (
            'третье предложение примечания к статье 5 изложить в следующей редакции: "Бревно – тоже.";',
            "Плот считается лодкой, если на нем есть весло. По ст. 7 он маяк. Бревно – тоже.",
        ),
        (
            'во втором предложении примечания к статье 5 слово "маяк" заменить словом "бакен";',
            "Плот считается лодкой, если на нем есть весло. По ст. 7 он бакен. Бревно – нет.",
        ),
    ],
)
def test_sentences_are_counted_past_abbreviations(text: str, note: str) -> None:
    act = parse(SENTENCES)
    draft = read_draft(read_bytes(text.encode(), "draft.txt"), act)
    assert (draft.rest, draft.refused) == ((), ())
    assert f"\nПримечание. {note}\n" in apply(act, draft)


def test_a_sentence_in_kazakh() -> None:
    text = "5-баптың үшінші бөлігінің екінші сөйлемі алып тасталсын;"
    draft = drafted(text, "kk")
    assert [(one.target.address, one.target.sentence) for one in draft.instructions] == []
    assert "5(3), sentence 2" in draft.refused[0].told("en")
    act = parse(
        KK.replace("бас бостандығынан айыруға жазаланады.\n\n#### 6", "айыруға жазаланады. Сал – қайық.\n\n#### 6"), "kk"
    )
    draft = read_draft(read_bytes(text.replace("екінші сөйлемі", "үшінші сөйлемі").encode(), "draft.txt"), act)
    assert "Сал" not in apply(act, draft)


def parse(text: str, code: str = "ru") -> Act:
    """Another text of the fictional code."""
    return parse_act(read_bytes(text.encode(), f"boats.{code}.md"), language(code))


def test_contents_are_set_aside_and_named_and_the_article_is_added() -> None:
    text = (
        '1) в оглавлении:\nдополнить заголовком статьи 6-2 следующего содержания:\n"Статья 6-2. Якорь";\n'
        '2) дополнить статьей 6-2 следующего содержания:\n"Статья 6-2. Якорь\nЯкорь тонет.";'
    )
    for given in (text, text.replace("1) ", "").replace("2) ", "")):
        draft = drafted(given)
        assert [row[:2] for row in told(draft)] == [("add", "6-2")]
        assert (draft.rest, draft.refused, [draft.line(span) for span in draft.contents]) == ((), (), [2])
    draft = drafted(
        'оглавление дополнить заголовком статьи 6-2 следующего содержания: "Статья 6-2. Якорь";\nстатью 7 исключить;'
    )
    assert ([row[:2] for row in told(draft)], len(draft.contents)) == ([("exclude", "7")], 1)


def test_contents_in_kazakh() -> None:
    text = (
        "1) мазмұнында:\nмынадай мазмұндағы 6-1-баптың тақырыбымен толықтырылсын:\n«6-1-бап. Түн»;\n"
        "2) мынадай мазмұндағы 6-1-баппен толықтырылсын:\n«6-1-бап. Түн\nТүн қараңғы.»;"
    )
    draft = drafted(text, "kk")
    assert [row[:2] for row in told(draft)] == [("add", "6-1")]
    assert (draft.rest, draft.refused, [draft.line(span) for span in draft.contents]) == ((), (), [2])


REFUSED = [
    (
        'статьи 6 и 7 дополнить примечаниями следующего содержания:\n"Примечание. Багор – весло.";',
        "one wording cannot be added to several units (6, 7)",
    ),
    ("часть вторую статьи 5 считать частью третьей;", "has 5(3) already"),
    ("часть вторую статьи 5 считать пунктом 3);", "5(2) cannot become 5(2)(3)"),
    ("статью 6 считать статьей 7;", "has 7 already"),
    ("в пункте 1) части второй статьи 5 точку заменить запятой;", "does not end with the mark “.”"),
    ('часть первую статьи 5 дополнить абзацем пятым следующего содержания: "А.";', "cannot be added as 5(1) ¶5"),
    ('часть вторую статьи 5 дополнить абзацем вторым следующего содержания: "А.";', "behind a list of points"),
    ('примечание к статье 5 дополнить пунктом 2) следующего содержания: "2) А.";', "cannot be told"),
    ("второе предложение части первой статьи 5 исключить;", "5(1), sentence 2 is all that its paragraph says"),
    ('дополнить главой 3 следующего содержания: "Глава 3. Я\nСтатья 8. Якорь\nЯкорь.";', "chapter 3 can neither be added"),
    ("главу 2 исключить;", "chapter 2 can neither be added nor excluded"),
    ('заголовок главы 9 изложить в следующей редакции: "Глава 9. А";', "the act has no chapter 9, title"),
    ("заголовок статьи 6 исключить;", "6, title cannot be added or excluded alone"),
    ('в статье 5 знаки препинания "," исключить;', "has the words “,” 7 times"),
    ('в абзаце втором части первой статьи 5 слова "до" исключить;', None),
    ('в пункте 1) части второй статьи 5 слова "весло" исключить;', "does not have the words"),
]


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_what_cannot_be_done_is_refused(text: str, sentence: str | None) -> None:
    draft = drafted(text)
    assert draft.rest == ()
    assert [sentence in one.told("en") for one in draft.refused] == ([True] if sentence else [])
    for one in draft.refused:
        assert all("chapter:" not in one.told(code) and "sentence:" not in one.told(code) for code in languages())


def test_in_how_many_places_is_told() -> None:
    (one,) = drafted('в статье 7 слова "маяка" заменить словами "мыса";').instructions
    assert one.done == Done(2)
    rows = drafted('в статьях 6 и 6-1 слова "Порча чужого" заменить словами "Поломка чужого";').instructions
    assert [(one.target.printed, one.done.places) for one in rows] == [("6", 1), ("6-1", 1)]
    (one,) = drafted("5-бапта «айдап әкету» деген сөздер «ұрлау» деген сөздермен ауыстырылсын;", "kk").instructions
    assert one.done.places == 3
    draft = drafted("5-бапта «айдап» деген сөз «алып» деген сөзбен ауыстырылсын;", "kk")
    assert "3 times" in draft.refused[0].told("en")
    draft = drafted('в части второй статьи 5 слово "лодки" заменить словом "плота";')
    assert draft.instructions[0].done == Done()


def test_a_number_is_no_part_of_a_longer_one() -> None:
    act = parse(RU.replace("То же деяние, совершенное ночью", "Деяния по частям 2, 2-1 и 2"))
    text = 'в части второй статьи 6-1 цифры "2" заменить цифрами "3";'
    assert "Деяния по частям 3, 2-1 и 3," in apply(act, read_draft(read_bytes(text.encode(), "draft.txt"), act))


def test_words_are_found_in_letters_of_the_other_alphabet() -> None:
    act = parse(
        KK.replace("екі жылға дейінгі мерзімге", "екi жылға дейiнгi мерзiмге"), "kk"
    )  # Latin i, as published texts have
    text = "5-баптың екінші бөлігінде «екі жылға дейінгі» деген сөздер «үш жылға дейінгі» деген сөздермен ауыстырылсын;"
    draft = read_draft(read_bytes(text.encode(), "draft.txt"), act)
    assert [one.done for one in draft.instructions] == [Done(1, letters=True)]
    assert "\nүш жылға дейінгі мерзiмге бас" in apply(act, draft)
    act = parse(RU.replace("чужого паруса", "чужoго паруса"))  # Latin o
    draft = read_draft(read_bytes('в статье 6-1 слова "чужого паруса" исключить;'.encode(), "draft.txt"), act)
    assert draft.instructions[0].done.letters


def test_a_note_with_points_can_be_excluded() -> None:
    text = RU.replace(
        "Примечание. Плот считается лодкой, если на нем есть весло.",
        "Примечания. В этой статье:\n\n1) плот – лодка;\n\n2) бревно – не лодка.",
    )
    act = parse(text)
    draft = read_draft(read_bytes("примечание к статье 5 исключить;".encode(), "draft.txt"), act)
    made = apply(act, draft)
    assert "Примечания. Исключены.\n" in made and "бревно" not in made and "#### Статья 6. Порча весла" in made


def test_what_is_not_understood_alone_is_listed_with_its_lines() -> None:
    draft = drafted("О внесении изменений в Кодекс о лодках\n\nстатью 6 погладить;\n\nчасть первую статьи 5 похвалить.")
    assert told(draft) == [] and [draft.line(span) for span in draft.rest] == [3]
    with pytest.raises(InputError, match="is no draft"):
        drafted("Погода сегодня хорошая.\n")


def test_a_moved_unit_of_an_edited_copy_is_told_once() -> None:
    edited = RU.replace(
        "Порча чужого весла –\n\nнаказывается штрафом в размере до двадцати месячных расчетных показателей.",
        "1. Порча чужого весла –\n\nнаказывается штрафом в размере до двадцати месячных расчетных показателей.\n\n"
        "2. То же деяние, совершенное ночью, –\n\nнаказывается арестом на срок до десяти суток.",
    )
    draft = drafted(edited, name="boats.md")
    assert [(one.kind, one.target.printed, one.to) for one in draft.instructions] == [
        ("renumber", "6", Address("6", "1")),
        ("add", "6(2)", None),
    ]


@pytest.mark.parametrize("code", languages())
def test_places_are_named_in_words(code: str) -> None:
    for printed in ("chapter:7/title", "section:2", "paragraph:1", "annex:3", "5(2)/sentence:2"):
        assert ":" not in placed(printed, code)
    assert placed("5(1) ¶2", code) == "5(1) ¶2" and placed("5/note", code) == "5/note"
