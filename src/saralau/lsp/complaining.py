"""What goes wrong in the server, in one line on the standard error."""

from __future__ import annotations

import logging
import sys
import traceback

from pygls.exceptions import JsonRpcException

from saralau.messages import InputError

_LONGEST = 300  # characters of a line


def complain(flaw: BaseException) -> None:
    """One line: what, and where in the program. What the client is answered anyway is no complaint."""
    print(told(flaw), file=sys.stderr, flush=True)


def told(flaw: BaseException) -> str:
    """An error in one line."""
    frames = traceback.extract_tb(flaw.__traceback__)
    where = f" ({frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno})" if frames else ""
    return f"saralau lsp: {type(flaw).__name__}: {' '.join(str(flaw).split())[:_LONGEST]}{where}"


class _OneLine(logging.Handler):
    """Errors that the library logs; its warnings are of clients that speak of more than this server knows."""

    def emit(self, record: logging.LogRecord) -> None:
        flaw = record.exc_info[1] if record.exc_info else None
        if isinstance(flaw, InputError | JsonRpcException):  # the client is answered
            return
        words = told(flaw) if flaw else f"saralau lsp: {' '.join(record.getMessage().split())[:_LONGEST]}"
        print(words, file=sys.stderr, flush=True)


def one_line_log() -> None:
    """From now on errors that the library logs are one line each."""
    log = logging.getLogger("pygls")
    log.handlers[:] = [_OneLine(logging.ERROR)]
    log.propagate = False
