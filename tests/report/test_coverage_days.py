"""What is said of a day for which no text of a code is in hand."""

from __future__ import annotations

import pytest

from saralau.report.coverage import notices
from saralau.treaties import cover, treaty


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("1990-01-01", "this code was not there yet: it has been law since 2015-01-01"),
        ("2014-12-31", "this code was not there yet"),
        ("2015-01-01", "the edition of 2020-05-04, which is known to have been in force on 2020-05-20"),
        ("2030-01-01", "2030-01-01 is after the day"),
    ],
)
def test_a_day_without_a_text_is_told_for_what_it_is(day: str, told: str) -> None:
    assert told in next(notices(cover(treaty("okinawa2000"), "kz", day), "en"))
