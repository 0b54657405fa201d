"""Damaged acts in every format: nothing crashes, nothing is lost, a refusal names the file. `make long` draws a million."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saralau.documents.reading import read_bytes
from saralau.messages import InputError

from .damage import check_tree, damaged_bytes, damaged_tree, read_or_refused
from .office import packed
from .writing import WRITERS, source, written

LANGUAGES = st.sampled_from(["ru", "kk", "en"])
SEEDS = st.integers(0, 2**32)
PRINTED = [format_ for format_ in WRITERS if format_.endswith("pdf")]
OTHERS = [format_ for format_ in WRITERS if format_ not in PRINTED]


@given(LANGUAGES, st.sampled_from(OTHERS), SEEDS)
def test_a_damaged_act_is_read_whole(language: str, format_: str, seed: int) -> None:
    check_tree(damaged_tree(source(language), random.Random(seed)), format_)


@given(LANGUAGES, st.sampled_from(OTHERS), SEEDS)
def test_a_damaged_file_is_read_or_refused(language: str, format_: str, seed: int) -> None:
    read_or_refused(damaged_bytes(written(language, format_), format_, random.Random(seed)), f"a.{format_}")


@settings(max_examples=20)
@given(LANGUAGES, st.sampled_from(PRINTED), SEEDS)
def test_so_are_printed_ones(language: str, format_: str, seed: int) -> None:
    check_tree(damaged_tree(source(language), random.Random(seed)), format_)
    read_or_refused(damaged_bytes(written(language, format_), format_, random.Random(seed)), f"a.{format_}")


def test_damage_is_survived_often_enough_to_test_anything() -> None:
    read = {
        format_: sum(
            read_or_refused(damaged_bytes(written("ru", format_), format_, random.Random(seed)), f"a.{format_}") is not None
            for seed in range(60)
        )
        for format_ in OTHERS
    }
    assert min(read.values()) > 2, read


# Found by the long run, kept as they were found.


def test_a_name_in_an_archive_of_ten_thousand_letters_is_one_sentence() -> None:
    with pytest.raises(InputError) as refusal:
        read_bytes(packed({"a" * 10_000 + ".md": "x", "b.md": "y"}), "a.zip")
    assert len(str(refusal.value)) < 2_000


def test_a_part_without_a_name_is_no_part() -> None:
    data = packed({"x": "x", "b.md": "### Статья 1. А"}).replace(b"x", b"\x00", 1)
    nameless = packed({"": "x", "b.md": "### Статья 1. А"})
    assert [read_bytes(file, "a.zip").text.strip() for file in (data, nameless)] == ["Статья 1. А"] * 2
