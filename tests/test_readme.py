"""The README's tour, run as a new user would: every command works and prints what the README shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import ROOT
from .following import exported, run, steps

READMES = pytest.mark.parametrize("name", ["README.md", "README.ru.md", "README.kk.md"])


@READMES
def test_every_command_prints_what_is_shown(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In English each command in a process of its own, as a reader has it; the others in this one, which is quicker."""
    monkeypatch.chdir(ROOT)
    environment: dict[str, str] = {}
    ran = 0
    for kind, command, shown in steps((ROOT / name).read_text("utf-8")):
        if kind != "command":
            continue
        if command.startswith("export "):
            environment |= exported(command)
        elif command.startswith("saralau "):
            code, told = run(command.replace(" report/", f" {tmp_path}/"), environment, afresh=name == "README.md")
            printed = told.splitlines()
            assert code == 0, told
            assert [line for line in shown if line not in printed] == [], command
            ran += 1
        else:
            assert command in ("make report", "make test")
    assert ran == 15


@READMES
def test_the_files_it_points_to_are_there(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text("utf-8")):
        assert (ROOT / target).exists(), target


def test_the_python_of_the_tour_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    code = re.findall(r"(?ms)^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"))
    exec(code[0], {})
    assert "10(2) II" in capsys.readouterr().out.splitlines()


def test_the_threat_model_names_tests_that_there_are() -> None:
    told = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs/security.md").read_text("utf-8"))
    assert len(told) > 30
    absent = [f"{file}::{name}" for file, name in told if f"def {name}(" not in (ROOT / file).read_text("utf-8")]
    assert absent == []
