"""The command about the terms of several acts: what it prints for people and for programs, the page and the picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html

from ..conftest import CORPUS
from ..history.test_definitions import LAW
from ..terms.test_conflicts import ALONE, ONE, OTHER
from .test_commands import LANGUAGES, saralau
from .test_schemas import printed, schema


@pytest.fixture
def acts(tmp_path: Path) -> list[str]:
    texts = {"one.md": ONE, "other.md": OTHER, "alone.md": ALONE, "law.md": LAW}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    return [str(tmp_path / name) for name in texts]


def test_for_programs(acts: list[str]) -> None:
    (record,) = printed("terms", *acts, "--json")
    schema("terms-1").validate(record)
    differing = [row for row in record["findings"] if row["kind"] == "differently" and row["act"] == "other.md"]
    assert [(row["term"], row["words"]) for row in differing] == [("семейство", {"kept": 0, "other": 1, "this": 2})]
    states = {row["term"]: [cell["state"] for cell in row["cells"]] for row in record["matrix"]}
    assert states["сетевой домик"] == ["defined", "used", "absent", "defined"]
    assert states["семейство"] == ["defined", "differently", "defined", "absent"]
    ties = {(tie["source"], tie["target"]): (tie["undefined"], tie["both"], tie["otherwise"]) for tie in record["network"]}
    assert ties["other.md", "one.md"] == (1, 2, 1)
    lives = {row["at"]: row for row in record["acts"][3]["definitions"]}
    assert lives["1..2"]["announced"] == [
        {"action": "excluded", "passed": "2026-01-09", "number": "6-VIII", "not_before": "2026-07-01", "exact": True}
    ]
    assert lives["1..2-1"]["since"] == "2016-02-01"
    assert [(row["act"], row["term"]) for row in record["losing"]] == []


@LANGUAGES
def test_for_people(ui: str, acts: list[str]) -> None:
    done = saralau("--ui", ui, "terms", *acts)
    assert (done.returncode, done.stderr) == (0, "")
    assert "other.md 1(1): семейство → one.md 1(2)" in done.stdout


@LANGUAGES
def test_the_page_and_the_picture(ui: str, acts: list[str], tmp_path: Path) -> None:
    page, picture = tmp_path / "terms.html", tmp_path / "terms.svg"
    done = saralau("--ui", ui, "terms", *acts, "--html", str(page), "--picture", str(picture))
    assert (done.returncode, done.stdout.split()) == (0, [str(page), str(picture)])
    root = html.fromstring(page.read_bytes())
    assert root.get("lang") == ui
    ids = [one.get("id") for one in root.iter() if isinstance(one.tag, str) and one.get("id")]
    assert len(ids) == len(set(ids))
    assert all(link[1:] in ids for link in root.xpath("//a/@href"))
    assert root.xpath("//del") and root.xpath("//ins")
    assert not root.xpath("//@src")
    assert etree.fromstring(picture.read_bytes()).tag.endswith("svg")


def test_one_act_alone(acts: list[str], tmp_path: Path) -> None:
    """Nothing is shared: the page has no matrix, the picture no lines."""
    page, picture = tmp_path / "terms.html", tmp_path / "terms.svg"
    assert saralau("terms", acts[2], "--html", str(page), "--picture", str(picture)).returncode == 0
    assert 'id="matrix"' not in page.read_text("utf-8")


def test_words_of_a_hostile_file_are_escaped(tmp_path: Path) -> None:
    text = ONE.replace("сетевой домик", "сетевой <b>домик")
    for name in ("one.md", "other.md"):
        (tmp_path / name).write_text(text, "utf-8")
    files = [str(tmp_path / name) for name in ("one.md", "other.md")]
    page = tmp_path / "terms.html"
    assert saralau("terms", *files, "--html", str(page)).returncode == 0
    assert "<b>" not in page.read_text("utf-8")


def test_two_files_of_one_name_are_refused(acts: list[str], tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more/one.md").write_text(ONE, "utf-8")
    done = saralau("--ui", "en", "terms", acts[0], str(tmp_path / "more/one.md"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "one.md" in done.stderr and done.stderr.count("\n") == 1


def test_a_language_that_is_not_encoded(tmp_path: Path) -> None:
    (tmp_path / "act.md").write_text(
        "§ 1 Begriffe\n\n(1) Ein Haus ist ein Bau im Sinne des Gesetzes und der Verordnung.\n", "utf-8"
    )
    done = saralau("--ui", "en", "terms", str(tmp_path / "act.md"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.corpus
def test_the_official_texts() -> None:
    (record,) = printed("terms", *[str(file) for file in sorted((CORPUS / "kz").iterdir())], "--json")
    schema("terms-1").validate(record)
    assert len(record["acts"]) == 10
