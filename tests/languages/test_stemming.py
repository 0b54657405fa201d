"""What stays of words when their endings go: all forms of a word the same, other words not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.languages import language, stem


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("ru", "система системы системе систему системой систем системам системами системах"),
        ("ru", "информация информации информацию информацией информаций информациями"),
        ("ru", "электронный электронная электронное электронного электронной электронных электронными"),
        ("ru", "владелец владельца владельцу владельцем владельцы владельцев"),
        ("ru", "ссылка ссылки ссылку ссылкой ссылок ссылками"),
        ("ru", "имя имени именем имена имен именами"),
        ("ru", "пользователь пользователя пользователем пользователи пользователей"),
        ("ru", "сеть сети сетью сетей сетями"),
        ("ru", "деяние деяния деянию деянием деяний деяниями"),
        ("ru", "иной иная иных иным иного"),
        ("kk", "жүйе жүйесі жүйенің жүйесінің жүйеге жүйесіне жүйеде жүйесінде жүйелер жүйелері жүйелерінен жүйесімен"),
        ("kk", "объект объектісі объектісінің объектілер объектілеріне"),
        ("kk", "топ тобы топтың тобының топқа тобына топтар топтары"),
        ("kk", "құжат құжаты құжаттың құжатты құжаттарды құжаттары"),
        ("kk", "желі желісі желілер желілерінде желісіндегі"),
        ("kk", "ұйым ұйымы ұйымның ұйымдар ұйымдардың ұйымдарында"),
    ],
)
def test_all_forms_of_a_word(code: str, forms: str) -> None:
    assert len({stem(form, language(code)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("ru", "информация", "информационный"),
        ("ru", "информация", "информатизация"),
        ("ru", "документ", "документооборот"),
        ("ru", "скот", "скотокрадство"),
        ("kk", "қылмыс", "қылмыстық"),
        ("kk", "банк", "банкроттық"),
    ],
)
def test_derived_words_are_others(code: str, one: str, other: str) -> None:
    assert stem(one, language(code)) != stem(other, language(code))


def test_a_language_whose_endings_are_not_encoded() -> None:
    assert stem("häuser", language("de")) == "häuser"


@given(st.sampled_from(("ru", "kk")), st.text(alphabet="абвдеиклмнорстуыьяғқңіәө-", min_size=1, max_size=14))
def test_a_stem_is_never_empty(code: str, word: str) -> None:
    found = stem(word, language(code))
    assert found
    assert len(found) <= len(word) + 1  # an irregular word or another spelling of its end
