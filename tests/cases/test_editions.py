"""What the editions made of encoded articles, against what their texts and notes say."""

from __future__ import annotations

from saralau.cases.comparing import Outcome
from saralau.cases.editions import EditionOfArticle, editions_of
from saralau.cases.encoding import encoding
from saralau.cases.weighing import rules


def editions(number: str) -> dict[str, EditionOfArticle]:
    return {one.edition: one for one in editions_of(encoding("kz"), number, rules("kz"))}


def test_an_article_that_the_reform_made_stands_in_the_newest_edition_only() -> None:
    found = editions("232-1")
    assert not found["2020-05-04"].parts and not found["2022-07-12"].changes
    assert {change.kind for change in found["2025-07-16"].changes} == {"came"}
    assert found["2025-07-16"].parts == ("1", "2", "3", "4", "5", "6", "7")


def test_the_reform_of_2025_reworded_part_one_of_206_and_made_a_part_and_more_punishment() -> None:
    found = editions("206")
    assert found["2022-07-12"].changes == ()
    by_part = {change.part: change for change in found["2025-07-16"].changes}
    assert by_part["2-1"].kind == "came"
    assert by_part["1"].elements and by_part["1"].threat is Outcome.SAME
    assert by_part["3"].threat is Outcome.HEAVIER  # the right to hold posts: four years, before three
