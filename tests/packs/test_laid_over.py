"""Packs laid over those in hand: seen within the block, by nobody else, and gone behind it."""

from __future__ import annotations

from threading import Thread

from saralau.cases.encoding import encoding
from saralau.packs import laid_over, load, names

MADE_UP = {"nowhere/jurisdiction": {"titles": {"en": "Nowhere"}}}


def test_a_pack_is_there_within_the_block_only() -> None:
    with laid_over(MADE_UP):
        assert load("nowhere/jurisdiction")["titles"]["en"] == "Nowhere"
        assert "nowhere/jurisdiction" in names("nowhere/")
    assert names("nowhere/") == []


def test_what_is_made_of_packs_is_made_anew_and_forgotten() -> None:
    standing = encoding("kz")
    name = "kz/criminal-code.elements"
    with laid_over({name: {**load(name), "until": "2099-12-31"}}):
        assert encoding("kz").until == "2099-12-31"
        assert encoding("kz") is encoding("kz")
    assert encoding("kz") is standing


def test_the_inner_of_two_holds_and_leaves_the_outer_one() -> None:
    with laid_over(MADE_UP):
        with laid_over({"nowhere/jurisdiction": {"titles": {"en": "Elsewhere"}}}):
            assert load("nowhere/jurisdiction")["titles"]["en"] == "Elsewhere"
        assert load("nowhere/jurisdiction")["titles"]["en"] == "Nowhere"


def test_another_thread_does_not_see_it() -> None:
    seen: list[list[str]] = []
    with laid_over(MADE_UP):
        thread = Thread(target=lambda: seen.append(names("nowhere/")))
        thread.start()
        thread.join()
    assert seen == [[]]
