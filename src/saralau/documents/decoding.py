"""From bytes to characters."""

from __future__ import annotations

import codecs
import re

from saralau.documents.model import DocumentError

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = frozenset(("idna", "punycode", "raw_unicode_escape", "unicode_escape", "utf_7"))  # codecs, but not for files
_SAMPLE = 65_536  # bytes from which an undeclared encoding is told


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Text and the encoding that gave it: a byte order mark decides, then UTF-8, then what the file declares, then a guess.

    Raises DocumentError where none of them reads every byte.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name), encoding
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as flaw:
        declared = _DECLARED.search(data[:4096])
        if declared is not None:
            encoding = declared.group(1).decode("ascii").lower()
            return _strictly(data, encoding, name), encoding
        guessed = _guess(data, name, flaw.start)
        return _strictly(data, guessed, name), guessed
    if (wide := _wide(data[:_SAMPLE])) is not None:
        return _strictly(data, wide, name), wide
    return text, "utf-8"


def _wide(sample: bytes) -> str | None:
    """UTF-16 without its mark, which is valid UTF-8 as well: every other byte is that of a script, Latin or Cyrillic."""
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(high) > 1 and (high.count(0) + high.count(4)) * 10 > len(high) * 9:
            return encoding
    return None


def _guess(data: bytes, name: str, at: int) -> str:
    """The encoding that the bytes themselves suggest; DocumentError where they suggest none."""
    import chardet

    found = chardet.detect(data[:_SAMPLE])
    encoding, sure = found["encoding"], found["confidence"]
    if not encoding or sure < 0.3 or encoding.lower() in ("ascii", "utf-8"):
        raise DocumentError("encoding-undeclared", name=name, line=data.count(b"\n", 0, at) + 1)
    return encoding.lower()


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        trick = codecs.lookup(encoding).name.replace("-", "_") in _NOT_TEXT
        return data.decode("no such encoding" if trick else encoding)
    except LookupError:
        raise DocumentError("encoding-unknown", name=name, encoding=encoding) from None
    except UnicodeDecodeError as flaw:
        line = data.count(b"\n", 0, flaw.start) + 1
        raise DocumentError("encoding-wrong", name=name, line=line, byte=flaw.start, encoding=encoding) from None
