"""Addresses in the forms that people type, packs store and documents exchange."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.acts import Address
from saralau.acts.address import follows, number_key

NUMBER = st.builds(
    lambda head, tail: "-".join(map(str, (head, *tail))),
    st.integers(1, 999),
    st.lists(st.integers(1, 9), max_size=2),
)


@given(NUMBER, st.none() | NUMBER, st.none() | NUMBER)
def test_every_address_reads_back_from_its_short_form(article: str, part: str | None, point: str | None) -> None:
    address = Address(article, part, point)
    assert Address.read(address.short) == address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("188.2.4", Address("188", "2", "4")),
        ("188(2)(4)", Address("188", "2", "4")),
        ("134.3.1-1", Address("134", "3", "1-1")),
        ("116..2", Address("116", None, "2")),
        ("299-1", Address("299-1")),
    ],
)
def test_typed_forms(typed: str, address: Address) -> None:
    assert Address.read(typed) == address


def test_forms() -> None:
    address = Address("188", "2", "4")
    assert (address.printed, address.eid) == ("188(2)(4)", "art_188__para_2__point_4")


@pytest.mark.parametrize("typed", ["", "x", "188.", "188(2", "1..", "188.2.4.5"])
def test_anything_else_is_one_clear_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="is not an address"):
        Address.read(typed)


def test_inserted_numbers_sort_after_their_head() -> None:
    numbers = ["189", "188-1", "99", "188", "188-1-1"]
    assert sorted(numbers, key=number_key) == ["99", "188", "188-1", "188-1-1", "189"]


@pytest.mark.parametrize(
    ("number", "previous", "expected"),
    [
        ("4", "3", True),
        ("3-1", "3", True),
        ("4", "3-1", True),
        ("3-2", "3-1", True),
        ("5", "3", False),
        ("1", None, False),
    ],
)
def test_what_comes_next(number: str, previous: str | None, expected: bool) -> None:
    assert follows(number, previous) is expected


def test_an_article_holds_its_points() -> None:
    assert Address("376").holds(Address("376", "2"))
    assert not Address("376", "2").holds(Address("376"))
