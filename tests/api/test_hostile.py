"""Cases and files that nobody would write: whatever stands in them, there is an answer or one sentence."""

from __future__ import annotations

import copy
import json
import random
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.corpus.shelf import Shelf
from saralau.keeping.packing import taken
from saralau.messages import InputError
from saralau.packs.reading import read_yaml, read_yaml_text
from saralau.report.errands import cite_posted, lint_posted, qualify_posted, sent, weigh_posted

from ..conftest import EXAMPLES
from ..documents.damage import damaged_bytes
from ..documents.writing import written
from .test_api import CASE

NAMES = (
    "skimmer-gang",
    "harm-of-whom-untold",
    "extortion-by-a-gang",
    "prepared-theft",
    "what-courts-weigh",
    "group-founded",
)
JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(-1, 10**20), st.floats(allow_nan=False), st.text(max_size=8), st.just([]), st.just({}),
    st.sampled_from(["k", "entry", "access", "damage", "2025-10-14", "9999-12-31", "0001-01-01", "5 KZT", "somebody", "9" * 5000 + " KZT"]),
    st.lists(st.sampled_from(["k", "access", "1 KZT"]), max_size=3), st.dictionaries(st.sampled_from(["kind", "of", "damage", "k"]), st.text(max_size=3)),
    st.just([["k"]]), st.just({"kind": ["access"], "of": {}}), st.just([{}]),
)  # fmt: skip


@cache
def case(name: str) -> Any:
    return read_yaml(EXAMPLES / f"cases/{name}.yaml")[0]


def places(node: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every value."""
    found = [at] if at else []
    rows = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in rows:
        found += places(value, (*at, key))
    return found


@given(name=st.sampled_from(NAMES), data=st.data())
def test_a_case_with_strange_values_is_answered_or_refused(name: str, data: st.DataObject) -> None:
    broken = copy.deepcopy(case(name))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.sampled_from(places(broken)))
        node = broken
        for key in at[:-1]:
            node = node[key]
        if data.draw(st.booleans()):
            node[at[-1]] = copy.deepcopy(data.draw(JUNK))
        elif isinstance(node, dict):
            node[data.draw(st.text(max_size=5))] = node.pop(at[-1])
        else:
            node.append(copy.deepcopy(data.draw(JUNK)))
    try:
        answer = qualify_posted(json.dumps(broken).encode(), None, (), "en")
    except InputError as flaw:
        assert str(flaw)
    else:
        json.dumps(answer)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"null",
        b"[]",
        b'"x"',
        b"1",
        b"NaN",
        b'{"schema": "saralau/case/1"}',
        b"{" * 5000,
        b"\xff\xfe",
        b'{"a": 1e999}',
        b'{"schema": "saralau/case/1", "case": "\x7f"}',
        '{"schema": "saralau/case/1"}'.encode("utf-16"),
    ],
)
def test_what_is_no_case_is_refused(text: bytes) -> None:
    with pytest.raises(InputError):
        qualify_posted(text, None, (), "en")


@pytest.mark.parametrize(
    "lists",
    [
        b"", b"null", b"[1]", b'{"groups": {}}', b'{"groups": {"II": null}}', b'{"groups": {"II": {"articles": [[]]}}}', b"\xff",
        b'{"groups": {"II": {"provisions": ["10(2)(", 5, null, {"a": 1}]}}}', b"{" * 5000, b'{"groups": {"": {"provisions": [""]}}}',
    ],
)  # fmt: skip
def test_lists_that_nobody_would_write_are_refused(lists: bytes, library: Path) -> None:
    with pytest.raises(InputError):
        sent.agreement_posted(lists, "2020-01-01", library, Shelf(library).works()[0].texts[0])


@pytest.mark.parametrize("number", range(24))
def test_a_damaged_file_is_read_or_refused(number: int, library: Path) -> None:
    damaged(number, library)


@pytest.mark.long
def test_many_damaged_files(library: Path) -> None:
    for number in range(1000, 2500):
        damaged(number, library)


def damaged(number: int, library: Path) -> None:
    dice = random.Random(f"api:{number}")
    format_ = dice.choice(("html", "md", "txt", "docx", "odt", "xml"))
    content = damaged_bytes(written(dice.choice(("ru", "kk", "en")), format_), format_, dice)
    shelf = Shelf(library)
    held = next(one for one in shelf.works()[0].texts if one.language == "ru")
    name = f"posted.{format_}"
    for errand in (
        lambda: lint_posted(content, name, None, (), (), "kk"),
        lambda: cite_posted(content, name, None, None, library, shelf.works()),
        lambda: weigh_posted(content, name, library, held),
        lambda: sent.structure_posted(content, name, None),
        lambda: sent.offences_posted(content, name, None),
        lambda: sent.register_posted(content, name, None),
        lambda: sent.history_posted(content, name, None),
        lambda: sent.definitions_posted(content, name, None),
        lambda: sent.audit_posted(content, name, "2021-01-01", library, shelf.works(), held, held),
        lambda: sent.aligned_posted(content, name, None, library, held),
        lambda: sent.concordance_posted(content, name, "ru", library, held),
        lambda: sent.draft_posted(content, name, library, held),
    ):
        try:
            json.dumps(errand())
        except InputError as flaw:
            assert str(flaw)


@pytest.mark.parametrize(
    "written_so",
    ["9" * 5000, "<<: &x {<<: *x}", "[" * 30_000, "{a: " * 15_000, "a: " + "[# ]\n" * 300],
    ids=["digits", "merged-into-itself", "brackets", "mappings", "hidden-brackets"],
)
def test_a_case_in_yaml_that_no_reader_bears_is_refused_at_once(written_so: str) -> None:
    began = time.perf_counter()
    with pytest.raises(InputError, match=r"case\.yaml"):
        read_yaml_text(f"acts: {written_so}" if written_so.isdigit() else written_so, Path("case.yaml"))
    assert time.perf_counter() - began < 2


def test_an_amount_of_thousands_of_digits_is_no_amount() -> None:
    for typed in ("9" * 20_000 + " KZT", "1" + " " * 50_000 + "x", "1_" * 9_000 + "KZT"):
        told = {**CASE, "acts": [{**CASE["acts"][0], "amount": {"damage": typed}}]}
        began = time.perf_counter()
        with pytest.raises(InputError) as refused:
            qualify_posted(json.dumps(told).encode(), None, [], "en")
        assert refused.value.message == "case-money"
        assert time.perf_counter() - began < 2


def test_half_a_character_is_no_word_of_a_case() -> None:
    for told in ({**CASE, "persons": [{"id": "\ud800"}]}, {**CASE, "case": "\udfff"}, {**CASE, "\ud800": 1}):
        with pytest.raises(InputError) as refused:
            qualify_posted(json.dumps(told).encode(), None, [], "en")
        assert refused.value.message == "posted-no-json"
        with pytest.raises(InputError) as refused:
            taken(told)
        assert refused.value.message == "web-case-unreadable"
