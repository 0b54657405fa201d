"""The command line: what it prints is stable, what it refuses is one clear sentence, what it writes is whole."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from saralau.messages import say

from ..conftest import EXAMPLES, ROOT

SAMPLE = str(EXAMPLES / "sample-code.ru.html")
README = str(ROOT / "README.md")
LISTS = str(EXAMPLES / "lists.yaml")
LANGUAGES = pytest.mark.parametrize("ui", ["kk", "ru", "en"])


def saralau(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONWARNINGS": "error", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "saralau.cli.main", *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environment,
        check=False,
    )


@LANGUAGES
@pytest.mark.parametrize("command", [(), ("report",), ("parse",), ("offences",), ("classify",), ("register",)])
def test_help_in_every_language(ui: str, command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "saralau.cli.main", *command, "--help"],
        capture_output=True, text=True, check=True, env={**os.environ, "SARALAU_LANG": ui},
    )  # fmt: skip
    assert "help-" not in done.stdout


def test_offences_as_json_lines() -> None:
    done = saralau("offences", SAMPLE, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) == 20
    assert {record["schema"] for record in records} == {"saralau/offence/1"}
    theft = next(record for record in records if (record["article"], record["part"]) == ("10", "2"))
    assert theft["group"] == "II"
    assert [feature["point"] for feature in theft["features"]] == ["1", "2", "3", "4", "4"]
    assert theft["features"][1]["excluded"] is True


def test_where_to_write_needs_something_to_write(tmp_path: Path) -> None:
    done = saralau("cite", SAMPLE, "-o", str(tmp_path / "x.html"))
    assert (done.returncode, done.stdout) != (0, "")
    assert "--annotate" in done.stderr


def test_offences_as_a_table() -> None:
    done = saralau("offences", SAMPLE, "--csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 20
    assert next(row for row in rows if row["article"] == "12")["deprivation_max"] == "5"


@LANGUAGES
def test_offences_and_groups_for_reading(ui: str) -> None:
    for command in ("offences", "classify"):
        done = saralau("--ui", ui, command, SAMPLE)
        assert done.returncode == 0
        assert "sha256" in done.stderr


def test_groups_as_json_name_their_basis() -> None:
    done = json.loads(saralau("classify", SAMPLE, "--json").stdout)
    assert done["schema"] == "saralau/groups/1"
    assert set(done["basis"]) == {"version", "act", "edition", "source", "sha256", "general_part"}
    assert {record["group"] for record in done["provisions"]} == {"I", "II", "III"}


def test_comparison_with_a_list() -> None:
    done = json.loads(saralau("classify", SAMPLE, "--compare", LISTS, "--json").stdout)
    verdicts = {row["at"]: (row["verdict"], row["reason"]) for row in done["rows"]}
    assert verdicts["10.2.4"] == ("both", "agreement-same")
    assert verdicts["20"][0] == "another_group"
    assert verdicts["12"] == ("only_theirs", "agreement-without-element")
    assert verdicts["21"][0] == "only_ours"


def test_structure_as_tree_and_json() -> None:
    tree = saralau("parse", SAMPLE)
    assert "point 10(2)(2) [excluded]" in tree.stdout
    record = json.loads(saralau("parse", SAMPLE, "--format", "json").stdout)
    assert record["balanced"] is True
    assert record["schema"] == "saralau/structure/1"


def test_the_report_is_written_whole_and_its_path_printed(tmp_path: Path) -> None:
    done = saralau("report", SAMPLE, "-o", str(tmp_path / "out/page.html"))
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == str((tmp_path / "out/page.html").resolve())
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["page.html"]


def test_the_report_needs_no_text(tmp_path: Path) -> None:
    done = saralau("report", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "report/index.html").stat().st_size > 100_000


def test_a_failed_report_leaves_the_old_one(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("old", "utf-8")
    (tmp_path / "bad.html").write_bytes("Кража".encode("windows-1251"))
    done = saralau("report", str(tmp_path / "bad.html"), "-o", str(page))
    assert done.returncode == 2
    assert page.read_text("utf-8") == "old"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("parse", "absent.html"), "there is no such file"),
        (("parse", SAMPLE, "--lang", "fr"), "no grammar for the language fr"),
        (("parse", README), "README.md: neither an article nor a point of an order or rules in the language en"),
        (("parse", SAMPLE, "--lang", "de"), "neither an article nor a point of an order or rules in the language de"),
        (("classify", SAMPLE, "--compare", "absent.yaml"), "there is no such file"),
        (("parse", SAMPLE, "--format", "xml"), "xml"),
        (("parse", SAMPLE, "--json", "--format", "akn"), "contradict each other"),
        (("classify", SAMPLE, "--compare", LISTS, "--written", "1.7.2024"), "1.7.2024 is not a date"),
        (("classify", SAMPLE, "--compare", SAMPLE), "no `groups:`"),
        (("--ui", "de", "parse", SAMPLE), "no messages in the language de"),
        (("register", SAMPLE), "jurisdiction.yaml"),
        (("report", "--register", "xx/none"), "there is no register xx/none"),
        (("report", "-o", "/proc/none/page.html"), "/proc/none/page.html: cannot be written"),
        (("report", "-o", "."), "cannot be written"),
        (("offences", str(ROOT / "pyproject.toml")), "pyproject.toml: "),
        (("offences", README), "README.md: neither an article nor a point of an order or rules in the language en"),
        (
            ("offences", README, "--lang", "ru"),
            "README.md: neither an article nor a point of an order or rules in the language ru",
        ),
    ],
)
def test_refusals_are_one_clear_sentence(arguments: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    done = saralau("--ui", "en", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_packs_folder_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_PACKS", "/proc/none")
    done = saralau("--ui", "en", "offences", SAMPLE)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "/proc/none, named by SARALAU_PACKS: there is no such folder" in done.stderr


@LANGUAGES
def test_refusals_in_every_language(ui: str) -> None:
    done = saralau("--ui", ui, "parse", "absent.html")
    assert done.stderr == f"saralau: {say('file-absent', ui, name='absent.html')}\n"


def test_a_text_in_no_known_language_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 第一条 窃盗\n\n他人の財物を窃取した者は、罰する。\n", "utf-8")
    done = saralau("offences", str(tmp_path / "a.md"))
    assert (done.returncode, "no language that has a grammar" in done.stderr) == (2, True)


def test_a_language_without_threats_is_parsed_and_no_more(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# § 1 Diebstahl\n\nWer eine fremde Sache wegnimmt, wird bestraft.\n", "utf-8")
    assert "article 1  Diebstahl" in saralau("parse", str(tmp_path / "a.md")).stdout
    done = saralau("offences", str(tmp_path / "a.md"))
    assert (done.returncode, "Deutsch threatens punishment is not encoded" in done.stderr) == (2, True)


@pytest.mark.parametrize("content", ["", " \n\n\t"])
def test_an_empty_file_says_so(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text(content, "utf-8")
    done = saralau("--ui", "en", "parse", str(tmp_path / "a.txt"))
    assert (done.returncode, done.stderr) == (2, "saralau: a.txt: no text in it; is it the right file?\n")
