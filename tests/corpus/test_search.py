"""Search in the fictional code: inflections, languages, days, facets, spellings; what no query may do; what snippets keep."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from saralau.cli.main import app
from saralau.corpus.searching import Found, Opened, Query, act_called, index_of, search
from saralau.corpus.searching.analysing import words
from saralau.corpus.searching.asking import LONGEST, MOST, read_query
from saralau.corpus.searching.snippets import marked_text, places, snippet
from saralau.corpus.searching.spelling import within
from saralau.messages import InputError

from ..conftest import ROOT
from .searching import CODE, NEWER, OLDER, older, put, sample


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("library")
    put(place, sample("ru"), sample("kk"), sample("en"), older())
    return place


@pytest.fixture(scope="module")
def index(folder: Path) -> Opened:
    return index_of(folder)


def articles(found: Found) -> list[str]:
    return [hit.article for hit in found.hits]


def first(index: Opened, text: str, **told: str) -> str:
    found = search(index, Query(text, **told))  # type: ignore[arg-type]
    return found.hits[0].article if found.hits else ""


@pytest.mark.parametrize(
    ("text", "language", "article"),
    [
        ("бродяжничеством", "ru", "31"),
        ("вредоносную программу", "ru", "21"),
        ("электронная сигарета", "ru", "32"),
        ("қаңғыбастықты", "kk", "31"),
        ("қаңғыбастығына", "kk", "31"),  # of қаңғыбастық, which stands there: ғ for қ before a vowel
        ("зиянды бағдарламаның", "kk", "21"),
        ("балалардың темекісі", "kk", "32"),
        ("malicious program", "en", "21"),
        ("electronic cigarette", "en", "32"),
        ("cheated buyers", "en", "11"),
    ],
)
def test_words_are_found_in_another_inflection(index: Opened, text: str, language: str, article: str) -> None:
    assert first(index, text, language=language) == article


@pytest.mark.parametrize(
    ("text", "language", "article"),
    [
        ("взлом", "kk", "20"),  # a word that no text has, to the Kazakh words for the thing
        ("вирус", "kk", "21"),
        ("hacker", "ru", "20"),
        ("computer virus", "ru", "21"),
        ("malware", "en", "21"),
        ("хостинг", "kk", "22"),
    ],
)
def test_what_is_asked_in_one_language_is_found_in_another(index: Opened, text: str, language: str, article: str) -> None:
    found = search(index, Query(text, language=language))
    assert article in articles(found)[:3]
    assert {hit.language for hit in found.hits} == {language}


def test_a_provision_is_one_hit_in_whatever_languages_it_stands(index: Opened) -> None:
    found = search(index, Query("неправомерный доступ к компьютерным данным"))
    assert articles(found).count("20") == 1
    hit = found.hits[0]
    assert hit.article == "20" and hit.language == "ru" and set(hit.languages) == {"ru", "kk", "en"}
    assert set(hit.also) <= {"20", "20.1", "20.2", "20.2-1", "20.3"} - {hit.address}


def test_the_current_wording_unless_a_day_is_told(index: Opened) -> None:
    assert first(index, "рисунки") == "33"
    assert search(index, Query("картинки", language="ru")).hits == ()
    then = search(index, Query("картинки", language="ru", on="2022-06-01")).hits[0]
    assert (then.article, then.since, then.until) == ("33", OLDER, NEWER)
    assert search(index, Query("рисунки", language="ru", on="2022-06-01", field="title")).hits == ()
    assert first(index, "рисунки", language="ru", on=NEWER, field="title") == "33"  # the day on which it began
    assert search(index, Query("картинки", language="ru", on=NEWER)).hits == ()
    unchanged = search(index, Query("бродяжничество", language="ru")).hits[0]
    assert (unchanged.since, unchanged.until) == (OLDER, "")


def test_what_did_not_change_is_kept_once(index: Opened) -> None:
    russian = sample("ru")[0].units
    changed = [unit for unit in russian if "порочащих рисунков" in unit.title]
    others = sum(len(sample(code)[0].units) for code in ("kk", "en"))
    assert index.searcher.num_docs == len(russian) + len(changed) + others


def test_phrases_beginnings_and_what_is_not_to_be_found(index: Opened) -> None:
    assert articles(search(index, Query('"электронных сигарет"'))) == ["32"]
    assert articles(search(index, Query('"сигарет электронных"'))) == []
    assert articles(search(index, Query("бродяж*"))) == ["31"]
    with_access = set(articles(search(index, Query("доступ", language="ru"))))
    without = set(articles(search(index, Query("доступ -компьютерным", language="ru"))))
    assert "20" in with_access and "20" not in without
    with pytest.raises(InputError, match="only what is not"):
        search(index, Query("-доступ"))


def test_misspelt_words_are_read_as_others_and_that_is_told(index: Opened) -> None:
    found = search(index, Query("брадяжничество"))
    assert articles(found)[0] == "31" and dict(found.read_as)["брадяжничество"] == ("бродяжничество",)
    assert search(index, Query("бродяжничество")).read_as == ()
    assert first(index, "vagrancie~") == "31"


def test_kazakh_typed_without_its_letters(index: Opened) -> None:
    found = search(index, Query("кангыбастык"))
    assert articles(found)[0] == "31" and dict(found.read_as)["кангыбастык"] == ("қаңғыбастық",)


def test_fields(index: Opened) -> None:
    assert set(articles(search(index, Query("цифровая вещь", field="term")))) == {"1"}
    assert "10" in articles(search(index, Query("11.11.2024", field="note", language="ru")))
    hit = search(index, Query("11.11.2024", field="note", language="ru")).hits[0]
    assert hit.noted and "11.11.2024" in hit.snippet.text
    titled = search(index, Query("данным", field="title", language="ru"))
    assert articles(titled) == ["20"] and titled.hits[0].heading.marks


def test_facets_count_articles_and_restrict(index: Opened) -> None:
    found = search(index, Query("доступ", language="ru", facets=("group", "punishment", "act", "year")))
    counts = {facet: dict(rows) for facet, rows in found.facets.items()}
    assert counts["act"] == {CODE: found.total} and counts["year"] == {"2020": found.total}
    for group, count in counts["group"].items():
        only = search(index, Query("доступ", language="ru", only={"group": (group,)}))
        assert only.total == count > 0
    assert search(index, Query("доступ", only={"group": ("III",)}, language="ru")).total < found.total
    assert search(index, Query("доступ", only={"year": ("1999",)})).total == 0


def test_leafing_through(index: Opened) -> None:
    whole = articles(search(index, Query("лишение свободы", language="ru", limit=50)))
    assert len(whole) == search(index, Query("лишение свободы", language="ru")).total > 4
    pages = [articles(search(index, Query("лишение свободы", language="ru", limit=2, offset=at))) for at in (0, 2, 4)]
    assert [article for page in pages for article in page] == whole[:6]


def test_an_act_is_named_by_its_address(index: Opened) -> None:
    assert act_called(index, CODE) == CODE
    with pytest.raises(InputError, match="no act of that address"):
        act_called(index, "/akn/ra/act/code/2020-01-31/2-i")


def test_a_definition_comes_before_other_mentions(index: Opened) -> None:
    assert first(index, "крупный размер", language="ru") == "1"


LETTERS = st.sampled_from([*'абвқәіabz019 "*~-–.:()[]{}|\\+^?/\t\n\x00\ud7ff\U0001f600İß', "доступ ", "-", "AND ", "title:"])


@given(st.lists(LETTERS, max_size=60).map("".join))
@example('"')
@example("***")
@example("-*")
@example("a" * LONGEST)
@example("ж" * 100 + "~")
@example("а* " * 20)
@example("title:доступ AND [a TO z]")
@example('"доступ"~3^2')
def test_any_text_has_a_reading_or_one_sentence(index: Opened, text: str) -> None:
    try:
        found = search(index, Query(text, facets=("group",)))
    except InputError as flaw:
        assert str(flaw).strip() and ("\n" in text or "\n" not in str(flaw).strip())
    else:
        assert found.strict <= found.total and len(found.hits) <= 10


def test_queries_are_bounded() -> None:
    with pytest.raises(InputError, match=str(LONGEST)):
        read_query("а" * (LONGEST + 1))
    with pytest.raises(InputError, match=str(MOST)):
        read_query("а " * (MOST + 1))
    with pytest.raises(InputError, match="2 letters"):
        read_query("а*")
    for nothing in ("", " ", '""', "-", "…"):
        with pytest.raises(InputError, match="nothing is asked"):
            read_query(nothing)


TEXT = st.lists(st.sampled_from([*"абв қab1.,\n-", "доступ ", "\U0001f600", "İ"]), max_size=400).map("".join)


@given(TEXT, st.sampled_from(["доступ", "а", "ab", "нет"]), st.integers(10, 300))
def test_highlighting_never_changes_the_text(text: str, looked_for: str, width: int) -> None:
    shown = snippet(text, places(text, lambda form: 1.0 if form == looked_for else 0.0), width)
    assert shown.text in text
    assert shown.before or text.startswith(shown.text)
    assert shown.after or text.endswith(shown.text)
    assert marked_text(shown, "\x02", "\x03").replace("\x02", "").replace("\x03", "") == shown.text
    ends = [end for _, end in shown.marks]
    assert all(start >= before for (start, _), before in zip(shown.marks, [0, *ends], strict=False))
    assert [next(words(shown.text[start:end])).form for start, end in shown.marks] == [looked_for] * len(shown.marks)
    if any(word.form == looked_for for word in words(text)) and width >= 40:
        assert shown.marks


def test_the_snippet_is_where_most_was_found() -> None:
    text = "один " * 100 + "неправомерный доступ к данным " + "два " * 100 + "доступ"
    weights = {"неправомерный": 1.0, "доступ": 1.0}
    shown = snippet(text, places(text, lambda form: weights.get(form, 0.0)), 80)
    assert "неправомерный доступ" in shown.text and len(shown.text) <= 80 and shown.before and shown.after


@pytest.mark.parametrize(
    ("one", "other", "most", "fits"),
    [
        *(("кража", "кража", 0, True), ("кража", "карта", 1, False), ("кража", "крача", 1, True)),
        *(("кража", "крaжа", 1, True), ("карж", "краж", 1, True), ("доступ", "достп", 1, True)),
        *(("доступ", "дотсуп", 1, True), ("доступ", "дступп", 1, False), ("доступ", "дступп", 2, True)),
    ],
)
def test_distance_counts_swapped_letters_once(one: str, other: str, most: int, fits: bool) -> None:
    assert within(one, other, most) is fits and within(other, one, most) is fits


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["--ui", "en", "search", *arguments, "--library", str(folder)])
    return done.exit_code, done.stdout or str(done.exception)


def test_the_command(folder: Path, tmp_path: Path) -> None:
    code, told = run(folder, "vagrancy", "--facet", "act")
    assert code == 0 and "31" in told and CODE in told and "\x1b" not in told and "1 article," in told
    code, told = run(folder, "unlawful access", "--json", "--facet", "group", "--group", "I", "--limit", "1")
    record = json.loads(told)
    Draft202012Validator(json.loads((ROOT / "docs/schemas/found-1.json").read_text("utf-8"))).validate(record)
    assert record["schema"] == "saralau/found/1" and len(record["hits"]) == 1 and record["filters"] == {"group": ["I"]}
    hit = record["hits"][0]
    assert (hit["article"], hit["until"]) == ("20", None)
    start, end = hit["title"]["marks"][0]
    assert hit["title"]["text"][start:end] == "Unlawful"
    for arguments, sentence in (
        (("a", "--facet", "colour"), "unknown facet colour"),
        (("a", "--field", "body"), "unknown field body"),
        (("a", "--lang", "xx"), "no act in the language xx"),
        (("a", "--in", "nothing"), "no act of that address"),
        (("a", "--on", "today"), "is not a date"),
    ):
        code, told = run(folder, *arguments)
        assert code != 0 and sentence in told
    assert "no index to search in" in run(tmp_path / "nothing", "a")[1]
    assert "Nothing found" in run(folder, "zzzzqqqqxxxx")[1]
