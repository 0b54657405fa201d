"""What the client asks of a draft, answered in threads about the text as it is; what it gets are types of the protocol."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from saralau.documents import Span
from saralau.lsp import wire
from saralau.lsp.checking import Found
from saralau.lsp.drafts import Draft
from saralau.lsp.following import reading_of
from saralau.lsp.hovering import told_at
from saralau.lsp.outlining import folds, outline
from saralau.lsp.reading import Reading
from saralau.lsp.renumbering import number_at, renumber
from saralau.lsp.seeking import beginning, led_to, references_to, target_at
from saralau.messages import InputError, say

if TYPE_CHECKING:
    from saralau.lsp.serving import Server

T = TypeVar("T")
_FIX_ALL = "source.fixAll.saralau"


async def _asked(ls: Server, uri: str, answer: Callable[[Reading], T]) -> T | None:
    """An answer about the text as it is, worked out in a thread; an error if the text changes meanwhile."""
    draft = ls.drafts.get(uri)
    if draft is None:
        return None
    version = draft.version
    reading = await reading_of(draft, ls.workers)
    if draft.version == version:
        found = await asyncio.get_running_loop().run_in_executor(ls.workers.slow, answer, reading)
        if draft.version == version:
            return found
    raise JsonRpcException("the text has changed", types.LSPErrorCodes.ContentModified.value)


def _at(reading: Reading, position: types.Position) -> int | None:
    """The character of the act at a position of the client; None where the text is no act."""
    return None if reading.subject is None else reading.inside(wire.offset_of(reading.text, position))


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    def answer(reading: Reading) -> types.Hover | None:
        at = _at(reading, params.position)
        told = None if at is None else told_at(reading, at, ls.language)
        if told is None:
            return None
        words = types.MarkupContent(types.MarkupKind.PlainText, told[1])
        return types.Hover(words, wire.range_of(reading.text, reading.place(told[0])))

    return await _asked(ls, params.text_document.uri, answer)


async def _definition(ls: Server, params: types.DefinitionParams) -> list[types.Location] | None:
    uri = params.text_document.uri

    def answer(reading: Reading) -> list[types.Location]:
        at = _at(reading, params.position)
        places = [] if at is None else [reading.place(span) for span in led_to(reading, at)]
        return [types.Location(uri, wire.range_of(reading.text, place)) for place in places]

    return await _asked(ls, uri, answer)


async def _references(ls: Server, params: types.ReferenceParams) -> list[types.Location] | None:
    uri = params.text_document.uri

    def answer(reading: Reading) -> list[types.Location]:
        at = _at(reading, params.position)
        address = None if at is None else target_at(reading, at)
        spans = [] if address is None else [reading.place(span) for span in references_to(reading, address)]
        if address is not None and params.context.include_declaration and (own := beginning(reading.places[address])):
            spans.insert(0, reading.place(own))
        return [types.Location(uri, wire.range_of(reading.text, span)) for span in spans]

    return await _asked(ls, uri, answer)


async def _symbols(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
    return await _asked(ls, params.text_document.uri, lambda reading: wire.symbols(reading.text, outline(reading)))


async def _folding(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    return await _asked(ls, params.text_document.uri, lambda reading: list(wire.folding(reading.text, folds(reading))))


async def _prepare_rename(ls: Server, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
    def answer(reading: Reading) -> types.PrepareRenamePlaceholder | None:
        at = _at(reading, params.position)
        found = None if at is None else number_at(reading, at)
        if found is None:
            return None
        address, span = found
        number = address.point or address.part or address.article
        return types.PrepareRenamePlaceholder(wire.range_of(reading.text, reading.place(span)), number)

    return await _asked(ls, params.text_document.uri, answer)


async def _rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    draft = ls.drafts.get(params.text_document.uri)
    if draft is None:
        return None
    name, version = draft.name, draft.version

    def answer(reading: Reading) -> types.WorkspaceEdit:
        at = _at(reading, params.position)
        found = None if at is None else number_at(reading, at)
        if found is None:
            raise InputError("lsp-rename-nothing")
        edits = renumber(reading, found[0], params.new_name, name)
        return wire.workspace_edit(reading.text, draft.uri, version, edits, versioned=_versioned(ls))

    try:
        return await _asked(ls, draft.uri, answer)
    except InputError as flaw:
        raise JsonRpcException(flaw.told(ls.language), types.LSPErrorCodes.RequestFailed.value) from None


def _code_actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Mends of the findings in a stretch of the text, and of all; the findings move with the text, so nothing is awaited.

    Editors that ask for the place of the cursor only hand over what they show in its line: where nothing stands at the
    cursor, that is mended. It is known by line and code: Neovim 0.7 gives its own bytes for the client's characters.
    """
    draft = ls.drafts.get(params.text_document.uri)
    if draft is None:
        return []
    start, end = (wire.offset_of(draft.text, there) for there in (params.range.start, params.range.end))
    mendable = [one for one in draft.found if one.fix is not None]
    actions = []
    if _wanted(params, types.CodeActionKind.QuickFix.value):
        quick = types.CodeActionKind.QuickFix.value
        here = [one for one in mendable if one.span.start <= end and start <= one.span.end]
        shown = {(one.range.start.line, one.code) for one in params.context.diagnostics}
        beside = [one for one in mendable if (draft.text.position(one.span.start)[0], one.rule.code) in shown]
        actions += [_action(ls, draft, [one], quick, at=bool(here)) for one in here or beside]
    if mendable and _wanted(params, _FIX_ALL):
        actions.append(_action(ls, draft, mendable, _FIX_ALL))
    return actions


def _action(ls: Server, draft: Draft, found: Sequence[Found], kind: str, *, at: bool = False) -> types.CodeAction:
    """The mends of some findings; of two that overlap the first. `at`: what the client asked for stands where it asked."""
    fixes: list[tuple[Span, str]] = []
    for span, words in sorted(one.fix for one in found if one.fix is not None):
        if not fixes or span.start >= fixes[-1][0].end:
            fixes.append((span, words))
    single = kind == types.CodeActionKind.QuickFix.value
    one = found[0]
    title = say("lsp-fix", ls.language, said=one.said) if single else say("lsp-fix-all", ls.language, n=len(fixes))
    return types.CodeAction(
        title,
        kind=kind,
        diagnostics=[wire.diagnostic(draft.text, draft.uri, one)] if single else None,
        is_preferred=True if at else None,
        edit=wire.workspace_edit(draft.text, draft.uri, draft.version, fixes, versioned=_versioned(ls)),
    )


def _wanted(params: types.CodeActionParams, kind: str) -> bool:
    """Whether the client asks for a kind of action: by it or by one that holds it, or for any."""
    only = params.context.only
    return only is None or any(kind == asked or kind.startswith(f"{asked}.") for asked in map(wire.value, only))


def _versioned(ls: Server) -> bool:
    workspace = ls.client_capabilities.workspace
    return bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)


# Method, what the client is told of it, and what answers.
FEATURES: tuple[tuple[str, Any, Callable[..., Any]], ...] = (
    (types.TEXT_DOCUMENT_HOVER, None, _hover),
    (types.TEXT_DOCUMENT_DEFINITION, None, _definition),
    (types.TEXT_DOCUMENT_REFERENCES, None, _references),
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, None, _symbols),
    (types.TEXT_DOCUMENT_FOLDING_RANGE, None, _folding),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, None, _prepare_rename),
    (types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True), _rename),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, _FIX_ALL]),
        _code_actions,
    ),
)
