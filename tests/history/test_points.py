"""Editions of acts without articles: compared, and asked for a day, point by point."""

from __future__ import annotations

from saralau.acts import Act, Address, parse_act, read_act
from saralau.amendments import find_amendments
from saralau.documents.reading import read_bytes
from saralau.history import Text
from saralau.history.diffing import diff_editions
from saralau.history.standing import standing_on

from ..conftest import EXAMPLES

SAMPLE = EXAMPLES / "sample-order.ru.html"


def changed() -> Act:
    """The order with a word changed in a point of its rules, of which no note tells, and in one of which a note does."""
    text = SAMPLE.read_text("utf-8").replace("до одного года", "до двух лет").replace("на сайте", "в газете")
    return parse_act(read_bytes(text.encode(), "later.html"))


def test_changes_are_told_of_points_and_not_of_the_whole_text() -> None:
    earlier, later = read_act(SAMPLE), changed()
    diff = diff_editions(Text(earlier, (), ()), Text(later, (), find_amendments(later)))
    assert [(one.article, one.announced) for one in diff.articles] == [("body.3", True), ("att1.4", False)]
    assert [change.address for one in diff.articles for change in one.changes] == [
        Address("body", "3", "1"),
        Address("att1", "4", "1"),
    ]


def test_a_day_is_asked_of_each_point() -> None:
    before, after = (standing_on([read_act(SAMPLE)], day) for day in ("2031-12-01", "2033-01-01"))
    assert [row.address.short for row in before.articles][:5] == ["body.1", "body.2", "body.3", "body.4", "att1.1"]
    assert [row.address.short for row in before.articles if row.status != "in_hand"] == ["body.3"]
    assert {row.status for row in after.articles} == {"in_hand"}
