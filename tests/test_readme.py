"""The README's tour, run as a new user would: every command works and prints what the README shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT

READMES = pytest.mark.parametrize("name", ["README.md", "README.ru.md", "README.kk.md"])


def steps(name: str) -> list[tuple[str, list[str]]]:
    """Commands of the console blocks, each with the lines shown under it."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"(?ms)^```console\n(.*?)^```", (ROOT / name).read_text("utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


@READMES
def test_every_command_prints_what_is_shown(name: str, tmp_path: Path) -> None:
    environment = dict(os.environ)
    ran = 0
    for command, shown in steps(name):
        verb, *arguments = command.replace(" report/", f" {tmp_path}/").split() if " report/" in command else command.split()
        if verb == "export":
            environment |= dict(pair.split("=", 1) for pair in arguments if not pair.startswith("PATH="))
        elif verb == "saralau":
            line = [sys.executable, "-m", "saralau.cli.main", *arguments]
            done = subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
            printed = (done.stdout + done.stderr).splitlines()
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
