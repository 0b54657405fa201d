"""The one verb of the room: read a file, whatever format it is in. A new format is a new entry in `_READERS`."""

from __future__ import annotations

import hashlib
import importlib
from pathlib import Path

from saralau.documents.decoding import decode
from saralau.documents.model import Document, DocumentError, Source

# suffix -> format; format -> module and function. Modules load only when a file needs them.
_SUFFIXES = {".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown"}
_READERS = {
    "html": ("saralau.documents.html", "read_html"),
    "markdown": ("saralau.documents.markdown", "read_markdown"),
}
LARGEST = 256 * 1024 * 1024  # bytes; the largest code is under 3 MB, so more is a mistake or an attack


def read(path: str | Path) -> Document:
    """Reads the file at `path` into a Document.

    Raises DocumentError, with one sentence naming the file and the mend, for a file that is absent, too large, of
    an unknown format, in an unknown encoding, or so broken that its parser would lose text.
    """
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError("file-too-large", name=path, limit=LARGEST // 2**20)
        data = path.read_bytes()
    except FileNotFoundError:
        raise DocumentError("file-absent", name=path) from None
    except OSError as refusal:
        raise DocumentError("file-refused", name=path, why=refusal.strerror or refusal) from None
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """The same for bytes already in memory; `name` tells the format by its suffix, failing that the content does."""
    raw, encoding = decode(data, name)
    format_ = _SUFFIXES.get(Path(name).suffix.lower()) or _guess(raw)
    if format_ is None:
        raise DocumentError("file-format-unknown", name=name, known=", ".join(sorted(_SUFFIXES)))
    module, function = _READERS[format_]
    assembly = getattr(importlib.import_module(module), function)(raw, name)
    source = Source(name, format_, encoding, hashlib.sha256(data).hexdigest(), len(data))
    return assembly.finish(raw, source)  # type: ignore[no-any-return]


def _guess(raw: str) -> str | None:
    head = raw[:2048].lstrip().lower()
    if head.startswith(("<!doctype html", "<html", "<article", "<div", "<p", "<h1", "<h2", "<h3")):
        return "html"
    return "markdown" if head.startswith("#") or "\n#" in raw[:65536] else None
