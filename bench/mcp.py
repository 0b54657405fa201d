"""The server for assistants: a call of each tool through the official client, beside the same question to the API.

Both in this process, the library on the shelf and workers started: timed is what a call costs, not what a start does.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import anyio
from mcp.client import Client
from starlette.testclient import TestClient

from bench.api import ACT, CASE, CODES, fill
from saralau.api.app import make_api
from saralau.mcp.limits import Limits
from saralau.mcp.server import make_server
from saralau.mcp.serving import working_for
from saralau.packs.reading import read_yaml

ROOT = Path(__file__).resolve().parents[1]
_TIMES = 20
_PLACES = [
    str(number) for number in range(188, 218)
]  # another article each time: the API keeps answers, the server does not
_TEXT = "Согласно части 2 статьи 188 и статье 205 УК РК; см. также статью 999 УК РК. " * 5
_DRAFT = "# Закон о вещах\n\n## Статья 1. Вещь\n\n1. Вещь,, есть вещь.\n\n## Статья 2. Иное\n\n1. См. статью 9.\n"
_JSON, _MARKDOWN, _PLAIN = ({"content-type": kind} for kind in ("application/json", "text/markdown", "text/plain"))


def rows(corpus: Path) -> Iterator[str]:
    """The rows of the table from the texts under `corpus`, none where they are absent."""
    if not all((corpus / name).is_file() for name in CODES):
        return
    yield f"MCP: a call of each tool, median of {_TIMES}, beside the same question to the API, both in process"
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), corpus)
        working, api = working_for(Path(folder), Limits()), make_api(Path(folder))
        try:
            with TestClient(api) as asking:
                yield from anyio.run(_measured, make_server(working, "ru"), asking)
        finally:
            working.sandbox.close()
            api.state.working.sandbox.close()


async def _measured(server: Any, api: TestClient) -> list[str]:
    case = json.loads(json.dumps(read_yaml(CASE)[0], default=str))
    sent = json.dumps(case).encode()
    act = f"/acts/{ACT}"
    pairs: list[tuple[str, Callable[[int], dict[str, Any]], Callable[[int], Any] | None]] = [
        ("list_acts", lambda _: {}, lambda _: api.get("/acts")),
        (
            "search_provisions",
            lambda _: {"words": "неправомерный доступ"},
            lambda _: api.get("/search?q=неправомерный доступ"),
        ),
        (
            "read_provision",
            lambda n: {"act": ACT, "place": _PLACES[n], "lang": "ru"},
            lambda n: api.get(f"{act}/provisions/{_PLACES[n]}?lang=ru"),
        ),
        (
            "find_citations",
            lambda _: {"text": _TEXT},
            lambda _: api.post("/citations", content=_TEXT.encode(), headers=_PLAIN),
        ),
        (
            "provision_history",
            lambda n: {"act": ACT, "place": _PLACES[n], "lang": "ru"},
            lambda n: api.get(f"{act}/provisions/{_PLACES[n]}/history?lang=ru"),
        ),
        ("find_terms", lambda _: {"words": "доступ"}, None),
        ("qualify_case", lambda _: {"case": case}, lambda _: api.post("/cases/qualify", content=sent, headers=_JSON)),
        (
            "cover_treaty",
            lambda _: {"treaty": "budapest", "jurisdiction": "kz"},
            lambda _: api.get("/treaties/budapest/coverage?jurisdiction=kz"),
        ),
        ("lint_text", lambda _: {"text": _DRAFT}, lambda _: api.post("/lint", content=_DRAFT.encode(), headers=_MARKDOWN)),
        ("lint_act", lambda _: {"act": ACT, "lang": "ru"}, lambda _: api.get(f"{act}/findings?lang=ru&limit=50")),
    ]
    found = []
    async with Client(server) as client:
        listing = time.perf_counter()
        tools = (await client.list_tools()).tools
        size = sum(len(tool.model_dump_json(by_alias=True, exclude_none=True)) for tool in tools)
        found.append(f"  tools/list: {len(tools)} tools, {size} bytes, {(time.perf_counter() - listing) * 1000:.1f} ms")
        for name, arguments, question in pairs:
            took, answer = [], None
            for number in range(-1, _TIMES):
                began = time.perf_counter()
                answer = await client.call_tool(name, arguments(number))
                took.append(time.perf_counter() - began)
                assert not answer.is_error, answer
            ours = median(took[1:])
            size = len(json.dumps(answer.structured_content))
            row = f"  {name}: {ours * 1000:.1f} ms; the first {took[0] * 1000:.0f} ms; {size} bytes"
            found.append(row + (_beside(ours, question) if question else "; the API has no such question"))
    return found


def _beside(ours: float, question: Callable[[int], Any]) -> str:
    took = []
    for number in range(-1, _TIMES):
        began = time.perf_counter()
        status = question(number).status_code
        took.append(time.perf_counter() - began)
        assert status == 200, status
    theirs = median(took[1:])
    return f"; the API {theirs * 1000:.1f} ms, ratio {ours / theirs:.2f}"


if __name__ == "__main__":
    for row in rows(ROOT.parent / "shared/corpus"):
        print(row)
