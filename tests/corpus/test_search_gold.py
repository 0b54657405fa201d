"""The gold for search is sound: every answer exists in the texts, in every language it names; nobody can tune on what is held out."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
from ruamel.yaml import YAML

from saralau.citations.works import work_named
from saralau.languages import fold

from ..conftest import CODE_2020, CODE_2025, CODE_KK, ROOT, parsed

QUERIES: list[dict[str, Any]] = YAML(typ="safe").load(ROOT / "tests/gold/search/queries.yaml")["queries"]
LEAST = {"kk": 40, "ru": 45, "en": 35}
CLASSES = {
    *("title", "question", "term", "phrase", "prefix", "fuzzy"),
    *("abbreviation", "inflected", "act", "cross", "note", "sanction"),
}
# The texts of a work, each with its language.
TEXTS = {
    "/akn/kz/act/code/2014-07-03/226-v": ((CODE_2025, "ru"), (CODE_2020, "ru"), (CODE_KK, "kk")),
    "/akn/kz/act/code/1997-07-16/167-i": (("kz/criminal-code-1997.articles.ru.2010.md", "ru"),),
    "/akn/kz/act/code/2026-01-09/255-viii": (("kz/digital-code.ru.2026.html", "ru"),),
    "/akn/kz/act/law/2015-11-24/418-v": (("kz/informatization-law.ru.2026.html", "ru"),),
    "/akn/kz/act/law/2007-01-11/217-iii": (("kz/informatization-law.ru.2007.md", "ru"),),
    "/akn/kz/act/law/2003-05-08/412-ii": (("kz/informatization-law.ru.2003.md", "ru"),),
    "/akn/kz/act/law/2013-05-21/94-v": (("kz/personal-data-law.ru.2026.html", "ru"),),
    "/akn/kz/act/law/2003-01-07/370-ii": (("kz/electronic-document-law.ru.2010.md", "ru"),),
    "/akn/coe/act/treaty/2001-11-23/ets-185": (("treaties/budapest-convention.en.md", "en"),),
    "/akn/de/act/code/1871-05-15/stgb": (("de/stgb.de.md", "de"),),
}


def answers() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(query, answer) for query in QUERIES for answer in query["answers"]]


@cache
def addresses(name: str) -> frozenset[str]:
    return frozenset(unit.address.eid for unit in parsed(name).walk() if unit.address is not None)


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


@cache
def article(name: str, eid: str) -> str:
    """The words of an article, heading included, or "" where the text has none of this number."""
    act = parsed(name)
    for unit in act.articles():
        if unit.address is not None and unit.address.eid == eid:
            spans = [span for part in unit.walk() for span in (*part.heading, *part.text, *part.closing)]
            return plain(" ".join(act.words(span) for span in spans))
    return ""


def test_queries_are_enough_and_of_every_class() -> None:
    assert len({query["id"] for query in QUERIES}) == len(QUERIES)
    assert {query["class"] for query in QUERIES} == CLASSES
    count = Counter(query["lang"] for query in QUERIES)
    assert set(count) == set(LEAST) and all(count[lang] >= least for lang, least in LEAST.items())


def test_a_query_is_judged_once_with_known_grades_and_filters() -> None:
    for query in QUERIES:
        places = [answer["at"] for answer in query["answers"]]
        assert places and len(set(places)) == len(places), query["id"]
        assert {answer["grade"] for answer in query["answers"]} <= {1, 2, 3}, query["id"]
        assert max(answer["grade"] for answer in query["answers"]) >= 2, query["id"]
        filters = query.get("filters", {})
        assert set(filters) <= {"in", "on", "field", "lang"}, query["id"]
        assert filters.get("field", "text") in ("title", "text", "term", "note"), query["id"]
        if "in" in filters:
            assert {place.partition("#")[0] for place in places} == {filters["in"]}, query["id"]
        if "lang" in filters:
            assert all(answer["langs"] == [filters["lang"]] for answer in query["answers"]), query["id"]


def test_the_split_is_by_hash_and_a_need_is_never_on_both_sides() -> None:
    for query in QUERIES:
        digest = hashlib.sha256(query.get("need", query["id"]).encode()).hexdigest()
        assert query["split"] == ("held-out" if int(digest, 16) % 3 else "dev"), query["id"]
    for lang in LEAST:
        split = Counter(query["split"] for query in QUERIES if query["lang"] == lang)
        assert split["dev"] >= 15 and split["held-out"] > split["dev"]


def test_works_are_those_that_packs_know() -> None:
    for _, answer in answers():
        iri = answer["at"].partition("#")[0]
        found = work_named(iri, "en") or work_named(iri, "ru")
        assert iri in TEXTS and found is not None and found.iri == iri


@pytest.mark.corpus
def test_every_answer_is_in_the_texts() -> None:
    missing = set()
    for query, answer in answers():
        work, _, eid = answer["at"].partition("#")
        assert answer["langs"], query["id"]
        for lang in answer["langs"]:
            if not any(eid in addresses(name) for name, of in TEXTS[work] if of == lang):
                missing.add((query["id"], answer["at"], lang))
    assert not missing


@pytest.mark.corpus
def test_a_quoted_phrase_stands_in_the_articles_that_answer() -> None:
    for query, answer in answers():
        if query["class"] == "phrase" and answer["grade"] == 3:
            phrase = plain(query["query"])
            work, _, eid = answer["at"].partition("#")
            texts = [article(name, eid.partition("__")[0]) for name, lang in TEXTS[work] if lang == query["lang"]]
            assert any(phrase in text for text in texts), (query["id"], answer["at"])
            assert len(phrase.split()) <= 4, query["id"]


@pytest.mark.corpus
def test_no_query_is_a_sentence_of_a_text() -> None:
    names = [name for texts in TEXTS.values() for name, _ in texts]
    whole = " ".join(plain(parsed(name).document.text) for name in names)
    assert not [query["id"] for query in QUERIES if len(query["query"].split()) > 5 and plain(query["query"]) in whole]
