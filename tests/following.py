"""Following a page as a reader would: which commands it has, what it shows under them, and whether that is printed."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping

from typer.testing import CliRunner

from saralau.cli.main import app
from saralau.messages import InputError

_BLOCK = re.compile(r'(?ms)^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$')


def steps(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """("file", name, lines), ("python" or "text", code, lines) and ("command", line, what is shown under it), in order."""
    for kind, title, block in _BLOCK.findall(text):
        if title:
            yield "file", title, block.splitlines()
        elif kind in ("python", "text"):
            yield kind, block, block.splitlines()
        elif kind == "console":
            command, shown = "", list[str]()
            for line in block.splitlines():
                if line.startswith("$ "):
                    if command:
                        yield "command", command, shown
                    command, shown = line[2:], []
                else:
                    shown.append(line)
            yield "command", command, shown


def follows(shown: list[str], printed: list[str]) -> str:
    """The first shown line that is not printed behind the one before it; … stands for anything, a line of it for lines."""
    left = iter(printed)
    for line in shown:
        pattern = re.compile(".*".join(map(re.escape, line.split("…"))))
        if line.strip() != "…" and not any(pattern.fullmatch(candidate) for candidate in left):
            return line
    return ""


def exported(command: str) -> dict[str, str]:
    """What `export ...` sets, but for the path."""
    return dict(pair.split("=", 1) for pair in command.split()[1:] if not pair.startswith("PATH="))


def run(command: str, environment: Mapping[str, str], afresh: bool = False) -> tuple[int, str]:
    """Exit code and what was printed. In this process, which has read the packs, unless `afresh`; a check of packs always
    in one that has not.
    """
    command, _, filtered = command.partition(" | ")
    if filtered:
        code, printed = run(command, environment, afresh)
        done = subprocess.run(["/bin/sh", "-c", filtered], input=printed, capture_output=True, text=True, check=False)
        return code or done.returncode, done.stdout + done.stderr
    arguments = shlex.split(command)[1:]
    if afresh or arguments[0] == "pack":
        line = [sys.executable, "-m", "saralau.cli.main", *arguments]
        done = subprocess.run(line, env=os.environ | environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr
    try:
        told = CliRunner().invoke(app, arguments, env=environment, catch_exceptions=False)
    except InputError as flaw:
        return 2, flaw.told("en")
    return told.exit_code, told.stdout + told.stderr
