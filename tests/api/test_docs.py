"""The examples of docs/api.md, sent as they stand there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from saralau.api.app import make_api

from ..conftest import ROOT


def examples() -> list[tuple[str, list[str]]]:
    """Commands of the console blocks, each with the lines shown under it."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"(?ms)^```console\n(.*?)^```", (ROOT / "docs/api.md").read_text("utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return [(command, shown) for command, shown in found if command.startswith("curl ")]


def sent(client: TestClient, command: str) -> str:
    """What curl would print."""
    words = shlex.split(command)[1:]
    headers, body, address = {}, None, ""
    while words:
        word = words.pop(0)
        if word == "-H":
            name, _, value = words.pop(0).partition(": ")
            headers[name] = value
        elif word in ("--data", "--data-binary"):
            told = words.pop(0)
            body = (ROOT / told[1:]).read_bytes() if told.startswith("@") else told.encode()
        else:
            assert not word.startswith("-"), word
            address = word
    told_by = urlsplit(address)
    assert told_by.netloc == "127.0.0.1:8080"
    url = told_by.path + (f"?{told_by.query}" if told_by.query else "")
    answer = client.request("GET" if body is None else "POST", url, content=body, headers=headers)
    return answer.text.lstrip("\ufeff")


@pytest.fixture(scope="module")
def mounted(library: Path) -> TestClient:
    app = FastAPI(openapi_url=None)
    app.mount("/api/v1", make_api(library))
    return TestClient(app, raise_server_exceptions=False)


def test_there_are_examples_of_every_kind() -> None:
    commands = "\n".join(command for command, _ in examples())
    kinds = (
        "citations lint impact qualify offences coverage format=csv Accept-Language structure register audit agreement "
        "alignment graph stability causes lineage corpus"
    )
    for kind in kinds.split():
        assert kind in commands


@pytest.mark.parametrize(("command", "shown"), examples(), ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_an_example_answers_what_is_shown(mounted: TestClient, command: str, shown: list[str]) -> None:
    got = sent(mounted, command)
    assert shown
    at = 0
    for piece in "…".join(shown).split("…"):
        place = got.find(piece, at)
        assert place >= 0, f"{piece!r} is not in {got[:2000]!r}"
        at = place + len(piece)


def test_the_table_of_addresses_names_every_route() -> None:
    from saralau.api.app import make_api

    text = (ROOT / "docs/api.md").read_text("utf-8")
    for path in make_api(ROOT / "no-library").openapi()["paths"]:
        last = [piece for piece in path.split("/") if piece and not piece.startswith("{")][-1]
        assert last in text, path


def test_the_table_of_verbs_names_every_verb() -> None:
    """Each command is in the table with its address, or in the sentence that says why it has none."""
    from typer.main import get_command

    from saralau.cli.main import app

    section = (ROOT / "docs/api.md").read_text("utf-8").partition("## Verbs")[2].partition("## How far")[0]
    for name in get_command(app).commands:  # type: ignore[attr-defined]  # a group, as it has several
        assert re.search(rf"`{name}( [^`]*)?`", section), name


def test_the_number_of_operations_is_told() -> None:
    paths = make_api(ROOT / "no-library").openapi()["paths"]
    assert f" {sum(map(len, paths.values()))} operations " in (ROOT / "docs/api.md").read_text("utf-8")
