"""The server: what the client asks and tells, handed on to the rooms; no logic of its own."""

from __future__ import annotations

import gc
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from saralau.documents import Span
from saralau.lsp import wire
from saralau.lsp.answering import FEATURES
from saralau.lsp.complaining import complain, one_line_log
from saralau.lsp.drafts import Draft, edit, replace_text
from saralau.lsp.following import Workers, follow
from saralau.lsp.reading import name_of
from saralau.lsp.text import text_of
from saralau.messages import InputError, languages
from saralau.version import __version__


class Server(LanguageServer):
    """Open drafts by URI, and the threads that read them."""

    def __init__(self, language: str) -> None:
        super().__init__("saralau", __version__)
        self.drafts: dict[str, Draft] = {}
        quick, slow = ThreadPoolExecutor(1, "quick"), ThreadPoolExecutor(2, "slow")
        self.workers = Workers(quick, slow, self.publish, self.tell, language)
        # The texts are kept here: the library's own break lines where the protocol does not.
        for method in (types.TEXT_DOCUMENT_DID_OPEN, types.TEXT_DOCUMENT_DID_CHANGE, types.TEXT_DOCUMENT_DID_CLOSE):
            self.protocol.fm.builtin_features.pop(method)
        for method, options, handler in (*_LIFE, *FEATURES):
            self.feature(method, options)(handler)

    @property
    def language(self) -> str:
        """The language in which the client is spoken to."""
        return self.workers.language

    def publish(self, draft: Draft) -> None:
        """Hands the findings of a draft to the client, unless it has closed it."""
        if self.drafts.get(draft.uri) is not draft:
            return
        found = [wire.diagnostic(draft.text, draft.uri, one) for one in draft.found]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(draft.uri, found, draft.version))

    def tell(self, draft: Draft, flaw: BaseException) -> None:
        """What has hindered a check: settings that cannot be read are told to the person who writes, for without findings
        the text would look clean; but not again at each keystroke.
        """
        if not isinstance(flaw, InputError):
            complain(flaw)
            return
        words = flaw.told(self.language)
        if words != draft.hindered:
            draft.hindered = words
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, words))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What goes wrong in the program is told in one line on the standard error, not to the person who writes."""
        if source is not FeatureRequestError:  # those the client is answered, and the library logs
            complain(error)

    def shutdown(self) -> None:
        """Ends the threads too; what they are at is of no use any more."""
        for pool in (self.workers.quick, self.workers.slow):
            pool.shutdown(wait=False, cancel_futures=True)
        super().shutdown()  # type: ignore[no-untyped-call]  # the library types some of itself


def serve(language: str) -> None:
    """Serves a client over standard input and output until it leaves; `language` holds unless the client names another."""
    one_line_log()
    # A pass over a whole act in one thread must not keep the others from the interpreter, nor all from it for a collection:
    # an act has no cycles, and counting references frees it.
    sys.setswitchinterval(0.0005)
    gc.set_threshold(100_000, 50, 1000)
    Server(language).start_io()


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    given = params.initialization_options
    code = given.get("language") if isinstance(given, dict) else getattr(given, "language", None)
    if code in languages():
        workers = ls.workers
        ls.workers = Workers(workers.quick, workers.slow, workers.publish, workers.complain, str(code))


def _open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    text = text_of(item.text, wire.value(ls.workspace.position_encoding or "utf-16"))
    draft = Draft(item.uri, name_of(item.uri, wire.value(item.language_id)), text, item.version)
    ls.drafts[item.uri] = draft
    follow(draft, ls.workers)


def _change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    draft = ls.drafts.get(params.text_document.uri)
    if draft is None:
        return
    for change in params.content_changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            start, end = (wire.offset_of(draft.text, there) for there in (change.range.start, change.range.end))
            edit(draft, Span(min(start, end), max(start, end)), change.text)
        else:
            replace_text(draft, change.text)
    draft.version = params.text_document.version
    follow(draft, ls.workers)


def _close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    draft = ls.drafts.pop(params.text_document.uri, None)
    if draft is not None:
        if draft.following is not None:
            draft.following.cancel()
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(draft.uri, []))


_LIFE: tuple[tuple[str, Any, Any], ...] = (
    (types.INITIALIZE, None, _initialize),
    (types.TEXT_DOCUMENT_DID_OPEN, None, _open),
    (types.TEXT_DOCUMENT_DID_CHANGE, None, _change),
    (types.TEXT_DOCUMENT_DID_CLOSE, None, _close),
)
