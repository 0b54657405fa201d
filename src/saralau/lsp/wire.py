"""Places and findings in the types of the protocol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from lsprotocol import types

from saralau.acts import Kind
from saralau.documents import Span
from saralau.lsp.checking import Found
from saralau.lsp.outlining import Outlined
from saralau.lsp.text import Text

_KINDS = {
    Kind.CODE_PART: types.SymbolKind.Namespace,
    Kind.SECTION: types.SymbolKind.Module,
    Kind.CHAPTER: types.SymbolKind.Module,
    Kind.PARAGRAPH: types.SymbolKind.Package,
    Kind.DIVISION: types.SymbolKind.Package,
    Kind.ANNEX: types.SymbolKind.Module,
    Kind.ARTICLE: types.SymbolKind.Class,
    Kind.PART: types.SymbolKind.Method,
    Kind.POINT: types.SymbolKind.Field,
    Kind.NOTE: types.SymbolKind.String,
    Kind.ITEM: types.SymbolKind.Field,
}


def value(name: Enum | str) -> str:
    """A name of the protocol, which the library gives as a member of an enumeration if it knows it."""
    return str(name.value if isinstance(name, Enum) else name)


def range_of(text: Text, span: Span) -> types.Range:
    """A stretch of a text as the client counts."""
    return types.Range(types.Position(*text.position(span.start)), types.Position(*text.position(span.end)))


def offset_of(text: Text, position: types.Position) -> int:
    """The character at a position of the client."""
    return text.offset(position.line, position.character)


def diagnostic(text: Text, uri: str, one: Found) -> types.Diagnostic:
    """A finding as a warning."""
    related = [
        types.DiagnosticRelatedInformation(types.Location(uri, range_of(text, span)), words) for span, words in one.related
    ]
    return types.Diagnostic(
        range_of(text, one.span),
        one.said,
        severity=types.DiagnosticSeverity.Warning,
        code=one.rule.code,
        source="saralau",
        related_information=related or None,
    )


def symbols(text: Text, found: Iterable[Outlined]) -> list[types.DocumentSymbol]:
    """The outline."""
    return [
        types.DocumentSymbol(
            name=one.name,
            kind=_KINDS[one.unit.kind],
            range=range_of(text, one.span),
            selection_range=range_of(text, one.opening),
            detail=one.unit.address.printed if one.unit.address else None,
            children=symbols(text, one.children),
        )
        for one in found
    ]


def folding(text: Text, found: Iterable[tuple[Span, bool]]) -> Iterator[types.FoldingRange]:
    """What can be folded, where it is more than a line."""
    for span, noted in found:
        first, last = text.position(span.start)[0], text.position(span.end)[0]
        if first < last:
            kind = types.FoldingRangeKind.Comment if noted else types.FoldingRangeKind.Region
            yield types.FoldingRange(first, last, kind=kind)


def workspace_edit(
    text: Text, uri: str, version: int, edits: Sequence[tuple[Span, str]], *, versioned: bool
) -> types.WorkspaceEdit:
    """Words to be written; `versioned` if the client can tell whether its text is still the one that they are for."""
    made = [types.TextEdit(range_of(text, span), words) for span, words in edits]
    if not versioned:
        return types.WorkspaceEdit(changes={uri: made})
    document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, made)])
