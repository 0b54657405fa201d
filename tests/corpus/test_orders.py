"""Orders and rules in a library: read, searched point by point, analysed, linted, shown as pages and as records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from saralau.acts import Address, read_act
from saralau.citations import Contents
from saralau.citations.resolving import NOTHING
from saralau.corpus.analysis.stability import STABILITY
from saralau.corpus.analysis.subject import subject_of
from saralau.corpus.searching import Query, index_of, search
from saralau.corpus.units import read_text
from saralau.lint import lint
from saralau.report.act_view import article_at, blocks, events_of, neighbours, tree, understand
from saralau.report.structure import structure_record

from ..conftest import EXAMPLES, ROOT
from .searching import put

SAMPLES = ("ru.html", "kk.md", "en.md")
IRI = "/akn/zz/act/order/2031-05-14/77"


def content(name: str) -> bytes:
    return (EXAMPLES / f"sample-order.{name}").read_bytes()


@pytest.mark.parametrize("name", SAMPLES)
def test_an_order_tells_which_act_it_is_and_is_cut_into_points(name: str) -> None:
    reading = read_text(content(name), f"order.{name}")
    assert reading.held.iri == IRI
    assert [unit.address for unit in reading.units] == [
        *("body.1", "body.2", "body.3", "body.4", "att1.1", "att1.2", "att1.3", "att1.4", "att1.5"),
        *("att1-1.1", "att1-1.2", "att2.1", "att2.2"),
    ]
    by_address = {unit.address: unit for unit in reading.units}
    assert {unit.kind for unit in reading.units} == {"point"}
    assert by_address["body.1"].title == ""  # the title of the act is no title of its points
    assert by_address["att1.4"].title.count(". ") == 1  # the rules and the chapter
    assert by_address["att1.4"].text.count("\n") >= 2  # its subpoints with it
    if name == "ru.html":
        assert by_address["att1.2"].terms == ("хранитель", "журнал")
        assert reading.held.edition == "2032-06-03"  # the note's


def test_points_are_found_each_by_itself(tmp_path: Path) -> None:
    put(tmp_path / "library", *((read_text(content(name), f"order.{name}"), content(name)) for name in SAMPLES))
    index = index_of(tmp_path / "library")
    found = search(index, Query("срок хранения"))
    assert (found.hits[0].article, found.hits[0].address) == ("att1.4", "att1.4")
    assert len({hit.article for hit in found.hits}) == len(found.hits) > 1
    assert search(index, Query("сақтаушы")).total == 2


@pytest.mark.parametrize("name", SAMPLES)
def test_rules_of_linting_find_nothing_that_is_not_there(name: str) -> None:
    found = lint(read_act(EXAMPLES / f"sample-order.{name}"))
    assert {one.rule.code for one in found} <= {"D001"}  # "keeper" is indeed defined and used in other forms alone


def test_a_gap_among_points_is_found_through_chapters_and_annexes(tmp_path: Path) -> None:
    text = content("ru.html").decode().replace(">      4. Срок хранения", ">      6. Срок хранения").replace(
        ">      5. Вещь", ">      7. Вещь"
    )  # fmt: skip
    path = tmp_path / "order.html"
    path.write_text(text, "utf-8")
    gaps = [one.finding for one in lint(read_act(path)) if one.rule.code == "S001"]
    assert [(one.address, one.told["missing"]) for one in gaps] == [(Address("att1", "6"), "4")]


def test_pages_of_an_order() -> None:
    act = read_act(EXAMPLES / "sample-order.ru.html")
    told = understand(act, Contents(act), NOTHING)
    branches = tree(told)
    assert [branch.eid for branch in branches] == ["", "att_1", "att_1__att_1", "att_2"]
    assert [one.eid for one in branches[0].inside] == ["point_1", "point_2", "point_3", "point_4"]
    point = article_at(told, Address("att1", "4", "2"))
    assert point is not None and point.address == Address("att1", "4")
    (block,) = blocks(told, point, lambda iri, eid: f"#{eid}", "ru")
    assert [eid for eid, _ in block.lines] == [
        "att_1__point_4",
        "att_1__point_4__subp_1",
        "att_1__point_4__subp_2",
        "",
    ]
    before, behind = neighbours(told, point)
    assert before is not None and before.address == Address("att1", "3")
    assert behind is not None and behind.address == Address("att1", "5")
    assert len(events_of(told, Address("body", "3"), "ru")) == 2  # the note's, and what stands for the excluded subpoint
    assert events_of(told, Address("att1", "3"), "ru") == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_the_record_of_its_structure_keeps_the_schema(name: str) -> None:
    schema = json.loads((ROOT / "docs/schemas/structure-1.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(structure_record(read_act(EXAMPLES / f"sample-order.{name}")))


def test_wordings_of_points_are_compared() -> None:
    held = read_text(content("ru.html"), "order.html").held
    wordings = list(STABILITY.rows(subject_of(content("ru.html"), held))["wordings"])
    assert [row["article"] for row in wordings][:5] == ["body.1", "body.2", "body.3", "body.4", "att1.1"]
