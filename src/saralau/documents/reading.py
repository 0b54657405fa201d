"""The one verb of the room: read a file, whatever format it is in. A new format is a new entry in a table below."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Iterator
from pathlib import Path

from saralau.documents.archive import LARGEST, Archive, open_archive
from saralau.documents.decoding import decode
from saralau.documents.model import Document, DocumentError, Source

# suffix -> format; format -> module and function. Modules load only when a file needs them.
_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".xml": "akn",
    ".akn": "akn",
}
_TEXTS = {
    "html": ("saralau.documents.html", "read_html"),
    "markdown": ("saralau.documents.markdown", "read_markdown"),
    "text": ("saralau.documents.text", "read_text"),
    "akn": ("saralau.documents.akn", "read_akn"),
}
_BINARIES = {
    "docx": ("saralau.documents.docx", "read_docx", "paragraph"),
    "odt": ("saralau.documents.odt", "read_odt", "paragraph"),
    "pdf": ("saralau.documents.pdf", "read_pdf", "page"),
}
# What other kinds of file begin with, and the sentence that says what to do with them.
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "file-old-office",
    b"{\\rtf": "file-old-office",
    b"\x89PNG": "file-picture",
    b"\xff\xd8\xff": "file-picture",
    b"II*\x00": "file-picture",
    b"MM\x00*": "file-picture",
}
KNOWN = (*_SUFFIXES, ".docx", ".odt", ".pdf", ".zip")
INSIDE = "!"  # archive.zip!member.html


def read(path: str | Path) -> Document:
    """Reads the file at `path` into a Document; `archive.zip!member.html` reads a file in an archive.

    An archive with one readable file in it is read as that file. Raises DocumentError, with one sentence naming the file and
    the mend, for a file that is absent, too large, of an unknown format, in an unknown encoding, or so broken that text
    would be lost.
    """
    outer, _, member = str(path).partition(INSIDE)
    if member and not Path(path).exists():
        return _read_member(open_archive(_bytes(Path(outer)), Path(outer).name), member)
    return read_bytes(_bytes(Path(path)), Path(path).name)


def read_bytes(data: bytes, name: str) -> Document:
    """The same for bytes already in memory. The bytes tell the format; where they could be several, the suffix does."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):  # the latter is an archive of nothing
        archive = open_archive(data, name)
        format_ = _packaged(archive)
        return _only_member(archive) if format_ is None else _read_binary(data, name, format_)
    if data.startswith(b"%PDF-"):
        return _read_binary(data, name, "pdf")
    if other := next((_OTHERS[begins] for begins in _OTHERS if data.startswith(begins)), None):
        raise DocumentError(other, name=name)
    raw, encoding = decode(data, name)
    format_ = _format(raw, name)
    module, function = _TEXTS[format_]
    assembly = getattr(importlib.import_module(module), function)(raw, name)
    return assembly.finish(raw, _source(data, name, format_, encoding, "line"))  # type: ignore[no-any-return]


def members(archive: Archive) -> Iterator[str]:
    """Files of an archive that could be acts: by their suffix, hidden ones and what systems add aside."""
    for part in sorted(archive.parts):
        path = Path(part)
        if path.suffix.lower() in KNOWN and not any(piece.startswith((".", "__")) for piece in path.parts):
            yield part


def _read_member(archive: Archive, member: str) -> Document:
    if member not in archive.parts:
        listed = ", ".join(archive.parts[:20])
        raise DocumentError("archive-member-absent", name=archive.name, member=member, known=listed or "–")
    return read_bytes(archive.read(member), f"{archive.name}{INSIDE}{member}")


def _only_member(archive: Archive) -> Document:
    if INSIDE in archive.name:
        raise DocumentError("archive-in-archive", name=archive.name)
    found = list(members(archive))
    if len(found) != 1:
        key = "archive-of-several" if found else "archive-without-acts"
        raise DocumentError(key, name=archive.name, known=", ".join(found[:20]) or ", ".join(KNOWN))
    return _read_member(archive, found[0])


def _packaged(archive: Archive) -> str | None:
    """The office format that an archive is; None for an archive of files."""
    parts = archive.parts
    if "word/document.xml" in parts:
        return "docx"
    return "odt" if "content.xml" in parts and "mimetype" in parts else None


def _read_binary(data: bytes, name: str, format_: str) -> Document:
    module, function, counted = _BINARIES[format_]
    assembly, raw, places = getattr(importlib.import_module(module), function)(data, name)
    return assembly.finish(raw, _source(data, name, format_, "", counted), places)  # type: ignore[no-any-return]


def _source(data: bytes, name: str, format_: str, encoding: str, counted: str) -> Source:
    return Source(name, format_, encoding, hashlib.sha256(data).hexdigest(), len(data), counted)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError("file-too-large", name=path, limit=LARGEST // 2**20)
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentError("file-absent", name=path) from None
    except OSError as refusal:
        raise DocumentError("file-refused", name=path, why=refusal.strerror or refusal) from None


def _format(raw: str, name: str) -> str:
    """The format of a text: by its suffix; failing that by how it begins; failing that plain text, if it is text at all."""
    if known := _SUFFIXES.get(Path(name).suffix.lower()):
        return known
    head = raw[:2048].lstrip().lower()
    if head.startswith(("<!doctype html", "<html", "<article", "<div", "<p", "<h1", "<h2", "<h3")):
        return "html"
    if "<akomantoso" in head:
        return "akn"
    if head.startswith("#") or "\n#" in raw[:65_536]:
        return "markdown"
    if Path(name).suffix or sum(not char.isprintable() and not char.isspace() for char in raw[:4096]) > 8:
        raise DocumentError("file-format-unknown", name=name, known=", ".join(KNOWN))
    return "text"
