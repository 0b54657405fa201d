"""Two editions of a fictional law and two of the Code: what differs, what no note tells."""

from __future__ import annotations

import pytest

from saralau.amendments import find_amendments
from saralau.history import Text
from saralau.history.diffing import EditionDiff, diff_editions
from saralau.history.harshness import direction
from saralau.history.units import plain, units
from saralau.offences import find_offences

from ..conftest import CODE_2020, CODE_2025, analysed
from .editions import EARLIER, LATER, edition


def text(source: str) -> Text:
    act = edition(source)
    return Text(act, find_offences(act, None).items, find_amendments(act))


def hows(found: EditionDiff) -> dict[str, str]:
    return {change.place: change.how for article in found.articles for change in article.changes}


def test_what_became_of_a_fictional_law() -> None:
    found = diff_editions(text(EARLIER), text(LATER))
    assert hows(found) == {
        "1.1": "reworded",
        "2-1/title": "added",
        "2-1": "added",
        "3.2.1": "excluded",
        "4": "printed",
        "5/title": "added",
        "5": "added",
    }
    (first,) = [change for article in found.articles for change in article.changes if change.place == "1.1"]
    assert [piece for piece in first.pieces if not piece.stays] == [(" ", " ")] or "и в тумане" in first.pieces[1].after
    assert [article.article for article in found.unannounced()] == []
    assert {article.article: article.only_printed for article in found.articles}["4"]


def test_nothing_differs_from_itself() -> None:
    found = diff_editions(text(LATER), text(LATER))
    assert not found.articles and not found.divisions and not found.silent


def test_turned_round_what_was_added_is_gone() -> None:
    there, back = hows(diff_editions(text(EARLIER), text(LATER))), hows(diff_editions(text(LATER), text(EARLIER)))
    turn = {"added": "removed", "removed": "added", "excluded": "added", "reworded": "reworded", "printed": "printed"}
    assert {place: turn[how] for place, how in there.items()} == back


def test_a_change_that_no_note_tells_is_listed_and_a_note_without_a_change_too() -> None:
    silent = LATER.replace("и в тумане", "и в бурю", 1).replace(
        "Смотритель маяка назначается на пять", "Смотритель маяка назначается на три"
    )
    found = diff_editions(text(EARLIER), text(silent))
    assert [article.article for article in found.unannounced()] == ["2"]
    unchanged = LATER.replace(" и в тумане.", ".", 1)
    assert [number for number, _ in diff_editions(text(EARLIER), text(unchanged)).silent] == ["1"]


def test_a_moved_provision_is_found_at_its_new_place() -> None:
    moved = EARLIER.replace("2. Смотритель маяка ведет журнал и хранит его десять лет.", "2. Иное.").replace(
        "### Статья 4. Журнал",
        "### Статья 3-1. Хранение\n1. Смотритель маяка ведет журнал и хранит его ровно десять лет.\n2. Прочее.\n\n### Статья 4. Журнал",
    )
    found = diff_editions(text(EARLIER), text(moved))
    assert "reworded" in hows(found)["1.2"]  # eleven words are too few to be recognised in another article


def test_quotes_dashes_and_blanks_are_the_publishers() -> None:
    assert plain("«а»\u00a0 —\n б\u00ad") == '"а" – б'


def test_every_unit_has_a_place_of_its_own() -> None:
    for source in (EARLIER, LATER):
        found = units(edition(source))
        assert all(place == unit.place for place, unit in found.items())


@pytest.mark.corpus
def test_the_texts_of_2020_and_2025() -> None:
    """Read in both: what differs in 248(1) is a misprint of 2020, mended in 2025, of which no note tells."""
    earlier, later = (
        Text(one.act, one.offences.items, one.amendments) for one in (analysed(CODE_2020), analysed(CODE_2025))
    )
    found = diff_editions(earlier, later)
    assert [article.article for article in found.unannounced()] == ["248"]
    assert not found.silent
    changed = {article.article: article for article in found.articles}
    assert {"115-1", "121-1", "217-1", "218-1"} <= changed.keys()  # introduced since 2020
    moved = {change.came_from: change.place for article in found.articles for change in article.changes if change.came_from}
    assert moved["206.2.2"] == "206.2-1.2"  # prior conspiracy, from a point of part 2 to one of the new part 2-1
    lost = {(address.short, code) for address, code in changed["297"].lost}
    assert any(code == "electronic_resources" or "electronic" in code for _, code in lost)  # 297(3)(5), excluded


@pytest.mark.corpus
def test_sanctions_heavier_and_milder() -> None:
    """105(3): from three to eight years became from five to nine. 207(2): the maxima fell from four years to three."""
    earlier, later = analysed(CODE_2020), analysed(CODE_2025)
    found = diff_editions(*(Text(one.act, one.offences.items, one.amendments) for one in (earlier, later)))
    before, after = ({offence.address: offence for offence in side.offences.items} for side in (earlier, later))
    order = ("fine", "correctional_works", "community_service", "restriction", "deprivation")
    turned: dict[str, set[str | None]] = {}
    for article in found.articles:
        for one in article.sanctions:
            turned.setdefault(one.address.short, set()).add(
                direction(one, before.get(one.address), after.get(one.address), order)
            )
    assert turned["105.3"] == {"heavier"}
    assert turned["207.2"] == {"milder"}
