"""What a part names beside an act takes nothing over: disorders in which one takes part, consequences that have come."""

from __future__ import annotations

import pytest

from saralau.packs import load

EDITIONS = ("criminal-code@2020-05-04.ru", "criminal-code@2022-07-12.kk", "criminal-code@2025-07-16.ru")


@pytest.mark.parametrize("edition", EDITIONS)
def test_taking_part_in_disorders_and_leaving_the_scene_are_offences_of_their_own(edition: str) -> None:
    rows = {(row["article"], row.get("part")): row for row in load(f"kz/{edition}")["offences"]}
    for address in (("272", "2"), ("347", None)):
        assert rows[address].get("own_offence") and "extends" not in rows[address]
    assert rows["272", "1"].get("own_offence")
