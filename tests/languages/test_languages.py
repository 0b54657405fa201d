"""Languages: folding keeps every place, detection looks at what a text numbers, numbers in words are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.languages import available, detect, fold, language, mixed_words
from saralau.languages.numbers import read_number
from saralau.messages import InputError

from ..conftest import CODES, parsed


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Статья\u00a05", "статья 5"),
        ("есептiк", "есептік"),
        ("2\u20111", "2-1"),
        ("а — б", "а – б"),
        ("Internet", "internet"),
    ],
)
def test_spelling_differences_that_mean_nothing_are_gone(words: str, folded: str) -> None:
    assert fold(words) == folded


def test_words_of_two_alphabets_are_found() -> None:
    assert mixed_words("есептiк көрсеткіш Internet") == [(0, 7)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Статья 5. Кража\n1. Кража, –\nнаказывается.", "ru"),
        ("5-бап. Ұрлық\n1. Ұрлық –\nжазаланады.", "kk"),
        # A Kazakh act that quotes Russian at length is Kazakh by what it numbers; a Russian page in a Kazakh frame is Russian.
        ("5-бап. Ұрлық\n" + "русские слова без чисел " * 50, "kk"),
        ("Қазақстан Республикасы " * 50 + "\nСтатья 5. Кража\n", "ru"),
        ("Article 5. Theft\n1. Theft –\nis punishable.", "en"),
        ("§ 242 Diebstahl\n(1) Wer eine fremde Sache wegnimmt, wird bestraft.", "de"),
        ("Merely English words", "en"),
        ("Nur schöne Wörter für Fuß und Tür", "de"),
        ("Просто русские слова", "ru"),
        ("Қазақша сөздер ғана", "kk"),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert detect(fold(text), "a.md").code == code


def test_a_language_without_grammar_is_refused() -> None:
    with pytest.raises(InputError, match="no grammar for the language fr; there are: kk, ru, en, de"):
        language("fr")
    with pytest.raises(InputError, match="no language that has a grammar"):
        detect("他人の財物を窃取した者", "a.md")
    assert available() == ("kk", "ru", "en", "de")


@pytest.mark.corpus
@pytest.mark.parametrize(("name", "code"), [*zip(CODES, ("ru", "ru", "kk"), strict=True)])
def test_the_language_of_the_official_texts(name: str, code: str) -> None:
    assert parsed(name).language.code == code


@pytest.mark.parametrize(
    ("words", "code", "value"),
    [
        ("одной тысячи двухсот", "ru", 1200),
        ("двух тысяч", "ru", 2000),
        ("ста шестидесяти", "ru", 160),
        ("бір мың екі жүз", "kk", 1200),
        ("екімың", "kk", 2000),
        ("жүз алпыс", "kk", 160),
        ("луны", "ru", None),
    ],
)
def test_numbers_in_words(words: str, code: str, value: int | None) -> None:
    assert read_number(words, language(code).numerals) == value
