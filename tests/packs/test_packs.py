"""Packs: what ships is what people wrote; mistakes are told with file and line; a user's packs come first."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from saralau.packs import PackError, load, names
from saralau.packs.building import build
from saralau.packs.checking import check
from saralau.packs.lexicons import wordings
from saralau.packs.reading import read_yaml

from ..conftest import CODE_2020, CODE_2025, CODE_KK, ROOT, analysed

DATA = ROOT / "src/saralau/packs/data"


def test_what_ships_is_built_from_the_yaml() -> None:
    built = dict(build(ROOT / "packs", DATA))
    assert {place: place.read_text("utf-8") for place in DATA.rglob("*.json")} == built


@pytest.mark.parametrize("kind", ["features", "ict"])
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_code_of_a_lexicon_is_a_term_with_three_labels(kind: str, language: str) -> None:
    terms = {term["id"]: term for name in ("features", "ict") for term in load(f"vocabulary/{name}")["terms"]}
    for entry in load(f"lexicon/{kind}.{language}")["entries"]:
        assert set(terms[entry["code"]]["label"]) == {"kk", "ru", "en"}


@pytest.mark.parametrize("kind", ["features", "ict", "kin", "grouping", "communicable"])
def test_all_languages_word_the_same_codes(kind: str) -> None:
    russian, kazakh, english = (
        {entry["code"] for entry in load(f"lexicon/{kind}.{code}")["entries"]} for code in ("ru", "kk", "en")
    )
    assert russian == kazakh == english


@pytest.mark.parametrize("kind", ["features", "ict", "kin", "grouping", "communicable"])
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_hostile_text_is_searched_to_its_end(kind: str, language: str) -> None:
    for words in (
        "ақпараттық жүйе " * 4_000,
        "информационн " * 5_000,
        "information " * 5_000,
        "a" * 60_000,
        "а" * 60_000,
        "обмана " * 8_000,
    ):
        list(wordings(kind, language).find(words, 0, len(words)))


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("schema: nothing/1\n", "the line `schema:` must name one of"),
        (
            "schema: saralau/lexicon/1\nlanguage: ru\nentries:\n  - {code: a, match: '('}\n",
            r"a\.yaml, line 4: .*regular expression",
        ),
        (
            "schema: saralau/lexicon/1\nlanguage: ru\nentries:\n  - {code: a, match: '(?:а+)+'}\n",
            "line 4: .*exponential time",
        ),
        ("schema: saralau/lexicon/1\nlanguage: ru\nentries:\n  - {code: a, match: '(?<!а б)в'}\n", "line 4: .*fixed-width"),
        ("schema: saralau/lexicon/1\nlanguage: ru\nentries:\n  - {cod: a, match: a}\n", "line 4: "),
        ("a: [\n", r"a\.yaml, line \d"),
        ("a: &a [b]\nc: [*a, *a]\n", r"a\.yaml, line 1: .*alias"),
        ("[" * 4000, r"a\.yaml: cannot be read"),
        ("a: b\nc: \x7f\n", r"a\.yaml, line 2: .*character"),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path: Path, yaml: str, message: str) -> None:
    (tmp_path / "a.yaml").write_text(yaml, "utf-8")
    with pytest.raises(PackError, match=message):
        check(*_with_name(tmp_path / "a.yaml"))


def _with_name(path: Path) -> tuple[object, str, object]:
    data, lines = read_yaml(path)
    return data, str(path), lines


def test_on_and_no_are_words(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("on: no\n", "utf-8")
    assert read_yaml(tmp_path / "a.yaml")[0] == {"on": "no"}


def test_a_users_pack_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon/ict.ru.yaml").write_text("schema: saralau/lexicon/1\nlanguage: ru\nentries: []\n", "utf-8")
    monkeypatch.setenv("SARALAU_PACKS", str(tmp_path))
    assert load("lexicon/ict.ru")["entries"] == []
    assert "lexicon/ict.ru" in names() and "kz/general-part" in names()


def test_an_absent_pack_says_what_is_in_hand() -> None:
    with pytest.raises(PackError, match=r"in hand: .*de/jurisdiction"):
        load("xx/none")


SENTENCE = re.compile(r"[а-яәғқңөұүһіё]+(?:[ ,]+[а-яәғқңөұүһіё]+){24,}", re.IGNORECASE)


def test_no_pack_holds_a_sentence_of_a_statute() -> None:
    """Titles are names and may be long; nothing else has twenty-five Cyrillic words in a row."""
    for name in names():
        data = load(name)
        for key in ("articles", "chapters"):
            data = {**data, key: []} if isinstance(data, dict) else data
        text = json.dumps(data, ensure_ascii=False)
        text = re.sub(r'"(?:title|match)": "[^"]*"', "", text)
        assert SENTENCE.search(text) is None, name


@pytest.mark.corpus
@pytest.mark.parametrize("source", [CODE_2025, CODE_2020, CODE_KK])
def test_the_committed_registers_are_what_the_command_makes(source: str) -> None:
    from saralau.report.register import make_register

    analysis = analysed(source)
    name = f"kz/criminal-code@{analysis.edition}.{analysis.act.language.code}"
    assert json.loads(json.dumps(make_register(analysis))) == load(name)
