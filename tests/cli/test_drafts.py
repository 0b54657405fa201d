"""`saralau draft`: what it prints and writes, and with what it ends."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from ..conftest import EXAMPLES
from .test_schemas import printed, schema

SAMPLE = str(EXAMPLES / "sample-code.ru.html")
TEXT = 'часть первую статьи 11 исключить;\n\nчасть вторую статьи 10 дополнить пунктом 5) следующего содержания:\n\n"5) ночью;";\n'


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "saralau.cli.main", *arguments], capture_output=True, text=True, check=False
    )


def draft(folder: Path, text: str = TEXT) -> str:
    (folder / "draft.txt").write_text(text, "utf-8")
    return str(folder / "draft.txt")


def test_an_edition_that_parses(tmp_path: Path) -> None:
    edition = tmp_path / "edition.md"
    done = run("draft", "apply", SAMPLE, draft(tmp_path), "-o", str(edition))
    assert (done.returncode, done.stdout) == (0, "")
    assert run("draft", "apply", SAMPLE, draft(tmp_path)).stdout == edition.read_text("utf-8")
    tree = run("parse", str(edition)).stdout
    assert "5)" in tree


def test_what_is_not_understood_stops_it_unless_told_otherwise(tmp_path: Path) -> None:
    place = draft(tmp_path, TEXT + "\nстатью 12 приукрасить;\n")
    done = run("draft", "apply", SAMPLE, place)
    assert done.returncode == 2 and done.stdout == "" and "--partial" in done.stderr and "Line 7" in done.stderr
    done = run("draft", "apply", SAMPLE, place, "--partial")
    assert done.returncode == 0 and "5) ночью;" in done.stdout


def test_what_cannot_be_done_stops_it_always(tmp_path: Path) -> None:
    place = draft(tmp_path, "часть девятую статьи 11 исключить;\n\nстатью 99 исключить;\n")
    for command in (("apply",), ("apply", "--partial"), ("impact",)):
        done = run("draft", command[0], SAMPLE, place, *command[1:])
        assert done.returncode == 2 and done.stdout == ""
        assert "11(9)" in done.stderr
    done = run("draft", "read", SAMPLE, place)
    assert done.returncode == 1 and "11(9)" in done.stdout and "99" in done.stdout


def test_every_form(tmp_path: Path) -> None:
    place = draft(tmp_path)
    schema("draft-1").validate(printed("draft", "read", SAMPLE, place, "--json")[0])
    (record,) = printed("draft", "impact", SAMPLE, place, "--json")
    schema("draft-impact-1").validate(record)
    assert record["encoded"] == {
        "articles": [],
        "unknown": ["10", "11"],
        "unknown_because": "unnamed",
        "disagreements": [],
        "cases": None,
        "treaties": None,
    }
    files = {form: tmp_path / f"impact.{form}" for form in ("html", "docx", "md")}
    line = ("--html", str(files["html"]), "--docx", str(files["docx"]), "--markdown", str(files["md"]), "--no-words")
    done = run("draft", "impact", SAMPLE, place, *line)
    assert (done.returncode, done.stdout) == (0, "")
    page = files["html"].read_text("utf-8")
    assert "unknown" in page and "ночью" in page and "<script" not in page and "://" not in page
    assert zipfile.ZipFile(files["docx"]).testzip() is None
    assert "Обман покупателя" not in files["md"].read_text("utf-8")


def test_an_edited_copy_as_a_draft(tmp_path: Path) -> None:
    edition = tmp_path / "edition.md"
    run("draft", "apply", SAMPLE, draft(tmp_path), "-o", str(edition))
    (record,) = printed("draft", "read", SAMPLE, str(edition), "--json")
    schema("draft-1").validate(record)
    assert record["edited_copy"]
    assert [(row["kind"], row["provision"]) for row in record["instructions"]] == [("add", "10.2.5"), ("exclude", "11.1")]


def test_bad_input(tmp_path: Path) -> None:
    weather = tmp_path / "weather.txt"
    weather.write_text("Погода хорошая.\n", "utf-8")
    for line in (
        ("draft", "read", SAMPLE, str(tmp_path / "absent.txt")),
        ("draft", "read", str(EXAMPLES / "sample-code.en.md"), draft(tmp_path)),
        ("draft", "read", SAMPLE, str(weather)),
        ("draft", "impact", SAMPLE, draft(tmp_path), "--cases", str(tmp_path / "absent")),
        ("draft", "impact", SAMPLE, draft(tmp_path), "--patch", str(EXAMPLES / "drafts/access-codes.patch.yaml")),
    ):
        done = run(*line)
        assert done.returncode == 2 and done.stdout == "" and done.stderr.count("\n") == 1, line


def test_findings_of_the_rules_that_the_settings_beside_the_act_select(tmp_path: Path) -> None:
    act = tmp_path / "code.md"
    act.write_text(Path(EXAMPLES / "sample-code.kk.md").read_text("utf-8"), "utf-8")
    place = draft(tmp_path, "12-бап алып тасталсын;")
    (record,) = printed("draft", "impact", str(act), place, "--json")
    assert record["findings"]["before"] > 0
    (tmp_path / "saralau.toml").write_text('[lint]\nselect = ["P009"]\n', "utf-8")
    (record,) = printed("draft", "impact", str(act), place, "--json")
    assert record["findings"] == {"before": 0, "after": 0, "brought": [], "mended": []}


def test_a_draft_of_which_nothing_is_understood(tmp_path: Path) -> None:
    place = draft(tmp_path, "О внесении изменений в кодекс\n\nстатью 12 приукрасить;\n\nстатью 11 похвалить;\n")
    done = run("draft", "read", SAMPLE, place)
    assert done.returncode == 1 and "Line 3" in done.stdout and "похвалить" in done.stdout
