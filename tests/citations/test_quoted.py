"""Wordings of another act's articles that an act gives: what they say of "this article" is no dead reference of this act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from saralau.messages import languages, say
from saralau.report.citing import Cited, cite, status_of

from ..conftest import CODES, CORPUS, EXAMPLES

RUSSIAN = """# Закон о пасеках

## Статья 1. Пасека

1. Пасека стоит у леса.

2. Ульи считают по статье 3 настоящего Закона.

## Статья 2. Улей

Улей цел, если иное не сказано в части второй настоящей статьи.

Его красят по части девятой настоящей статьи.

## Статья 3. О введении настоящего Закона в действие

1. Признать утратившими силу:

1) Уголовный кодекс Республики Казахстан от 16 июля 1997 года, за исключением статьи 51.

До конца года статью 51 изложить в следующей редакции:

"Статья 51. Домики

1. Домик, указанный в статье 777 настоящего Кодекса, стоит у леса.

Примечание. Положения примечания к настоящей статье и части восьмой настоящей статьи не применяются.";

2) иные акты.

2. Часть восьмая настоящей статьи не применяется.
"""
KAZAKH = """# Аралар туралы заң

## 1-бап. Қолданысқа енгізу

1. Күші жойылды деп танылсын:

1) 51-бапты қоспағанда, 1997 жылғы 16 шілдедегі Қазақстан Республикасының Қылмыстық кодексі.

Жыл соңына дейін 51-бап мынадай редакцияда жазылсын:

"51-бап. Үйлер

Осы Кодекстің 777-бабында көрсетілген үй орман жанында тұрады. Осы баптың сегізінші бөлігі қолданылмайды.";
"""


def told(cited: Cited) -> Iterator[tuple[str, str, str]]:
    """Act, place and what stands there, of each reference to a provision."""
    for one, found in cited.found:
        if one.kind == "provision" and one.address is not None:
            yield one.work.id if one.work else "?" if one.unknown else "own", one.address.printed, found.status


def file(folder: Path, text: str, code: str) -> Cited:
    path = folder / f"act.{code}.md"
    path.write_text(text, "utf-8")
    return cite(path, code)


def test_the_wording_of_a_repealed_code_speaks_of_that_code(tmp_path: Path) -> None:
    """The eighth part of article 3 is dead, whose words they are; a paragraph without a number is a part."""
    old = "criminal-code-1997"
    assert list(told(file(tmp_path, RUSSIAN, "ru"))) == [
        ("own", "3", "exists"),
        ("own", "2(2)", "exists"),
        ("own", "2(9)", "dead"),
        (old, "51", "not_in_hand"),
        (old, "51", "not_in_hand"),
        (old, "51", "not_in_hand"),
        (old, "777", "not_in_hand"),
        (old, "51", "not_in_hand"),
        (old, "51(8)", "not_in_hand"),
        ("own", "3(8)", "dead"),
    ]


def test_so_it_does_in_kazakh(tmp_path: Path) -> None:
    found = list(told(file(tmp_path, KAZAKH, "kk")))
    assert [(act, place) for act, place, _ in found] == [
        ("criminal-code-1997", place) for place in ("51", "51", "51", "777", "51(8)")
    ]


def test_a_wording_of_an_act_that_is_not_named_belongs_to_none_that_can_be_told(tmp_path: Path) -> None:
    text = RUSSIAN.replace(
        "Уголовный кодекс Республики Казахстан от 16 июля 1997 года, за исключением статьи 51", "прежний акт"
    )
    found = list(told(file(tmp_path, text, "ru")))
    assert ("?", "777", "unresolved") in found and ("own", "777", "dead") not in found


def test_a_former_article_that_a_repeal_quotes_is_no_reference() -> None:
    """The sample repeals an article of a former code that nothing names, and quotes it."""
    for name in ("sample-code.en.md", "sample-code.kk.md", "sample-code.ru.html"):
        cited = cite(EXAMPLES / name)
        assert [found.status for one, found in cited.found if one.address and one.address.article == "7"] == []


@pytest.mark.parametrize("code", languages())
def test_where_nothing_is_near_no_dash_stands_for_it(tmp_path: Path, code: str) -> None:
    cited = file(tmp_path, "# Закон\n\n## Статья 1. Рой\n\nПо статье 9 и главе 12 настоящего Закона.\n", "ru")
    said = [status_of(one, found, code) for one, found in cited.found if found.status == "dead"]
    assert said and set(said) == {say("cite-dead-alone", code)}


@pytest.mark.corpus
@pytest.mark.parametrize("name", CODES)
def test_the_code_quotes_an_article_of_the_former_code(name: str) -> None:
    """Article 467 keeps article 51 of the Code of 1997 for a year, in a wording of its own; no reference in it is dead."""
    cited = cite(CORPUS / name)
    inside = [(one, found) for one, found in cited.found if one.at and one.at.printed == "467(3)(1)" and not one.noted]
    places = [(one.work.id if one.work else "", one.address.printed) for one, _ in inside if one.address and not one.unknown]
    assert set(places) == {("criminal-code-1997", "51"), ("criminal-code-1997", "193")}
    assert [one for one, found in cited.found if found.status == "dead" and not one.noted] == []
