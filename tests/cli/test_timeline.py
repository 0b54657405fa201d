"""The command about a state's timeline as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from saralau.cli.main import app
from saralau.messages import InputError


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["--ui", "en", "timeline", *arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0
    return done.output


def test_it_is_printed() -> None:
    told = run("kz")
    assert told.startswith("Republic of Kazakhstan: the digital environment in law, as of 2026-01-09")
    assert "in force; to be repealed by Digital Code, No.\u00a0255-VIII (not before 2026-07-10)" in told


def test_a_page_and_a_picture_are_written(tmp_path: Path) -> None:
    page, picture = tmp_path / "page.html", tmp_path / "picture.svg"
    assert "Written:" in run("kz", "--html", str(page), "--svg", str(picture))
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert picture.read_text("utf-8").startswith("<svg")


def test_a_table_adds_indicators(tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text("id,date,value,title_en,source\nwells,2020,12,Wells,counted\n", "utf-8")
    assert "2020  Wells: 12\n      unverified: from the table given, source “counted”" in run(
        "kz", "--indicators", str(table)
    )
    record = json.loads(run("kz", "--indicators", str(table), "--json"))
    assert [one["id"] for one in record["indicators"]][-1] == "wells"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("xx",), "No pack has a timeline"),
        (("kz", "--on", "soon"), "soon is not a date"),
        (("kz", "--indicators", "no.csv"), "there is no such file"),
    ],
)
def test_what_cannot_be_used_is_told(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError, match=message):
        run(*arguments)


def test_a_day_before_leaves_out_what_came_later() -> None:
    record = json.loads(run("kz", "--on", "2008-01-01", "--json"))
    told = {one["id"]: one for one in record["events"]}
    assert "informatization" not in told
    assert told["informatization-2003"]["became"]["status"] == "perhaps_repealed"  # within a year of the law of 11.01.2007
    assert record["indicators"] == []
