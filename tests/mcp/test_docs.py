"""The examples of docs/mcp.md, called as they stand there."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from saralau.mcp.prompts import PROMPTS
from saralau.mcp.resources import templates
from saralau.mcp.tools import TOOLS

from ..conftest import ROOT
from .conftest import Asking

TEXT = (ROOT / "docs/mcp.md").read_text("utf-8")


def examples() -> list[tuple[dict[str, Any], str]]:
    """Calls, each with the text shown under it."""
    found = re.findall(r"(?ms)^```json\n(\{\"name\".*?)^```\n```text\n(.*?)^```", TEXT)
    return [(json.loads(call), shown) for call, shown in found]


def test_there_is_an_example_of_every_tool() -> None:
    assert {call["name"] for call, _ in examples()} == set(TOOLS)
    assert all(f"**{name}**" in TEXT for name in TOOLS)


@pytest.mark.parametrize(("call", "shown"), examples(), ids=[call["name"] for call, _ in examples()])
def test_an_example_answers_what_is_shown(asking: Asking, call: dict[str, Any], shown: str) -> None:
    got = asking.told(call["name"], **call["arguments"])[1] + "\n"
    at = 0
    for piece in shown.split("…"):
        place = got.find(piece.strip("\n"), at)
        assert place >= 0, f"{piece!r} is not in {got[:3000]!r}"
        at = place + len(piece.strip("\n"))


def test_resources_prompts_and_bounds_are_told() -> None:
    from saralau.mcp.asking import CASE
    from saralau.mcp.asking import TEXT as MOST
    from saralau.mcp.limits import Limits

    assert all(one.uri in TEXT for one in templates("en"))
    assert all(f"`{name}`" in TEXT for name in PROMPTS)
    limits = Limits()
    for number in (MOST, CASE, limits.answer, limits.quoted):
        assert f"{number:,}" in TEXT
    assert f"{limits.seconds:g} seconds" in TEXT


def test_the_client_configuration_is_json() -> None:
    (block,) = re.findall(r"(?ms)^```json\n(\{\n.*?)^```", TEXT)
    entry = json.loads(block)["mcpServers"]["saralau"]
    assert (entry["command"], entry["args"][0]) == ("saralau", "mcp")
