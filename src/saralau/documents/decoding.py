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
            raise DocumentError(
                f"{name}, line {line}: the bytes are not UTF-8 and the file declares no encoding; save it as UTF-8"
            ) from None
    return _strictly(data, declared.group(1).decode("ascii").lower(), name), declared.group(1).decode("ascii").lower()


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise DocumentError(f"{name}: the declared encoding {encoding!r} is unknown; save it as UTF-8") from None
    except UnicodeDecodeError as flaw:
        line = data.count(b"\n", 0, flaw.start) + 1
        raise DocumentError(f"{name}, line {line}: byte {flaw.start} is not {encoding}; save the file as UTF-8") from None
