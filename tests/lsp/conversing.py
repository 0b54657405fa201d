"""A client that starts the server as an editor does and talks to it over standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

from ..conftest import ROOT

URI = "file:///drafts/act.md"
_LIMIT = 20.0  # seconds to wait for an answer


class Editor(BaseLanguageClient):
    """A client that keeps what it was told of each version of each document."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.said: asyncio.Queue[types.ShowMessageParams] = asyncio.Queue()
        self.capabilities: types.ServerCapabilities | None = None

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def _(params: types.ShowMessageParams) -> None:
            self.said.put_nowait(params)

    async def open(self, text: str, uri: str = URI, language_id: str = "markdown") -> list[types.Diagnostic]:
        """Opens a document and waits for its findings."""
        item = types.TextDocumentItem(uri, language_id, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.findings(1)

    def change(self, version: int, line: int, start: int, end: int, words: str, uri: str = URI) -> None:
        """Puts words in the place of others in one line."""
        span = types.Range(types.Position(line, start), types.Position(line, end))
        change = types.TextDocumentContentChangePartial(span, words)
        document = types.VersionedTextDocumentIdentifier(version, uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def findings(self, version: int | None) -> list[types.Diagnostic]:
        """The findings of a version by the two rules that these texts are written for; earlier versions are passed over."""
        while True:
            told = await asyncio.wait_for(self.told.get(), _LIMIT)
            if told.version == version:
                return [one for one in told.diagnostics if one.code in _RULES]

    async def message(self) -> types.ShowMessageParams:
        """What the person who writes is told next."""
        return await asyncio.wait_for(self.said.get(), _LIMIT)


_RULES = ("T002", "R001")


@asynccontextmanager
async def conversation(
    language: str | None = "en", encodings: list[str] | None = None, *, versioned: bool = False
) -> AsyncIterator[Editor]:
    """An initialized server; shut down properly at the end, having written nothing to its standard error."""
    editor = Editor()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "SARALAU_LANG": "ru"}
    await editor.start_io(sys.executable, "-W", "error", "-m", "saralau.cli.main", "lsp", env=environment)
    capabilities = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=list(encodings)) if encodings else None,
        text_document=types.TextDocumentClientCapabilities(rename=types.RenameClientCapabilities(prepare_support=True)),
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=versioned)
        ),
    )
    options: Any = {"language": language} if language else None
    params = types.InitializeParams(capabilities, initialization_options=options)
    told = await asyncio.wait_for(editor.initialize_async(params), _LIMIT)
    editor.capabilities = told.capabilities
    editor.initialized(types.InitializedParams())
    yield editor
    await asyncio.wait_for(editor.shutdown_async(None), _LIMIT)
    editor.exit(None)
    server = editor._server
    assert server is not None and server.stderr is not None
    assert await asyncio.wait_for(server.wait(), _LIMIT) == 0
    assert (await server.stderr.read()).decode() == ""
    await editor.stop()


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """The text after edits of lines without characters beyond the first plane."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        assert edit.range.start.line == edit.range.end.line
        line = lines[edit.range.start.line]
        lines[edit.range.start.line] = line[: edit.range.start.character] + edit.new_text + line[edit.range.end.character :]
    return "\n".join(lines)


def at(text: str, words: str, nth: int = 0, inside: int = 0) -> types.Position:
    """Where words stand in a text for the nth time."""
    offset = -1
    for _ in range(nth + 1):
        offset = text.index(words, offset + 1)
    before = text[: offset + inside]
    return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)
