"""The language server: how long after a keystroke its findings are there, through the protocol, from another process."""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

from saralau.acts import Kind, parse_act
from saralau.documents import read

_KEYSTROKES = 100
_LIMIT = 60.0  # seconds to wait


def rows(corpus: Path) -> Iterator[str]:
    """The rows of the table from the texts under `corpus`, none where they are absent."""
    code, plain = corpus / "kz/criminal-code.ru.2025.html", corpus / "kz/criminal-code.ru.2020.md"
    if not code.is_file() or not plain.is_file():
        return
    yield f"language server: ms from each of {_KEYSTROKES} keystrokes to its findings, over stdio (budget for a chapter 100)"
    # A key every 80 ms is steady typing; one every 400 comes when the pass over the whole text has just begun.
    for name, text, uri in (
        ("largest chapter", _largest_chapter(plain), "untitled:chapter.md"),
        ("whole Code, Markdown", plain.read_text("utf-8"), "untitled:code.md"),
        ("whole Code, HTML", code.read_text("utf-8"), "untitled:code.html"),
    ):
        opened, told = asyncio.run(_typed(text, uri, (0.08, 0.4)))
        for pause, times in told.items():
            half, most = (sorted(times)[int(share * len(times))] * 1000 for share in (0.5, 0.99))
            size = len(text.encode()) / 1e6
            yield f"  {name} ({size:.2f} MB), a key every {pause * 1000:.0f} ms: p50 {half:.0f}, p99 {most:.0f}"
        yield f"    findings of the whole when it is opened: {opened:.2f} s"


def _largest_chapter(path: Path) -> str:
    source = path.read_text("utf-8")
    act = parse_act(read(path))
    starts = [act.document.position(unit.heading[0].start).offset for unit in act.walk() if unit.kind is Kind.CHAPTER]
    starts = [source.rfind("\n", 0, start) + 1 for start in starts]
    return max((source[start:end] for start, end in zip(starts, [*starts[1:], len(source)], strict=True)), key=len)


async def _typed(text: str, uri: str, pauses: tuple[float, ...]) -> tuple[float, dict[float, list[float]]]:
    """Seconds until the findings of the opened text, and for each pause between keystrokes those after each of them."""
    client = BaseLanguageClient("bench", "1")
    seen: dict[int | None, float] = {}
    news = asyncio.Event()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def _(params: types.PublishDiagnosticsParams) -> None:
        seen.setdefault(params.version, time.perf_counter())
        news.set()

    async def until(version: int) -> float:
        while version not in seen:
            news.clear()
            await asyncio.wait_for(news.wait(), _LIMIT)
        return seen[version]

    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1] / "src")}
    await client.start_io(sys.executable, "-m", "saralau.cli.main", "lsp", env=environment)
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    begun = time.perf_counter()
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "", 1, text)))
    opened = await until(1) - begun
    drawn, version, told = random.Random(2026), 1, {}
    for pause in pauses:
        times = told[pause] = []
        while len(times) < _KEYSTROKES:
            line, column = _place(text, drawn)
            for letter in "слово,, "[: _KEYSTROKES - len(times)]:  # a word typed at a place drawn at random
                version += 1
                span = types.Range(types.Position(line, column), types.Position(line, column))
                document = types.VersionedTextDocumentIdentifier(version, uri)
                change = types.TextDocumentContentChangePartial(span, letter)
                sent = time.perf_counter()
                client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
                times.append(await until(version) - sent)
                column += 1
                await asyncio.sleep(max(pause - times[-1], 0))
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return opened, told


def _place(text: str, drawn: random.Random) -> tuple[int, int]:
    offset = text.find(" ", drawn.randrange(len(text) // 2, len(text) * 9 // 10))
    return text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1


if __name__ == "__main__":
    print("\n".join(rows(Path(sys.argv[1]))))
