"""From bytes to characters."""

from __future__ import annotations

import codecs
import re

from saralau.documents.model import DocumentError

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE
)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Text and the encoding that gave it: a byte order mark decides, then UTF-8, then what the file declares.

    Raises DocumentError where none of them reads every byte.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strictly(data, encoding, name), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as flaw:
        declared = _DECLARED.search(data[:4096])
        if declared is None:
            line = data.count(b"\n", 0, flaw.start) + 1
            raise DocumentError("encoding-undeclared", name=name, line=line) from None
    return _strictly(data, declared.group(1).decode("ascii").lower(), name), declared.group(1).decode("ascii").lower()


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise DocumentError("encoding-unknown", name=name, encoding=encoding) from None
    except UnicodeDecodeError as flaw:
        line = data.count(b"\n", 0, flaw.start) + 1
        raise DocumentError("encoding-wrong", name=name, line=line, byte=flaw.start, encoding=encoding) from None
