"""The one verb of the room: everything that paths hold, one after another, without reading more than names.

A folder is gone through whole before its texts are given, since a layout is told by all its names; archives and histories in
it come where they stand, each before the texts beside it.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from saralau.corpus.sources.adapters import adapted
from saralau.corpus.sources.archives import archive, kind_of
from saralau.corpus.sources.folders import Folder, file_item, is_history, shown, walk
from saralau.corpus.sources.histories import history
from saralau.corpus.sources.laid import Known, laid_out
from saralau.corpus.sources.model import Found, skipped

_TAR_MARK = slice(257, 262)  # where a TAR archive says `ustar`


def items(paths: Iterable[Path], known: Known = lambda path, stamp: False) -> Iterator[Found]:
    """What the paths hold. `known` tells whether what lies at a path had that stamp when it was last read: then archives and
    histories are not gone through again.
    """
    for path in paths:
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - links are looked at below
        other = adapted(whole)
        yield from _held(whole, known) if other is None else other


def _held(path: Path, known: Known) -> Iterator[Found]:
    name = shown(path)
    try:
        status = path.stat()
    except FileNotFoundError:
        yield skipped(name, "file-absent", name=name)
        return
    except OSError as refusal:
        yield skipped(name, "file-refused", name=name, why=refusal.strerror or refusal)
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _folder(path.resolve(), known)
    elif not stat.S_ISREG(status.st_mode):
        yield skipped(name, "source-not-a-file", name=name)
    elif kind := _archive_kind(path):
        yield from archive(path, kind, known)
    else:
        yield file_item(path.resolve())


def _folder(root: Path, known: Known) -> Iterator[Found]:
    if is_history(root):
        yield from history(root, root, known)
        return
    place = Folder(str(root), {})
    for found in walk(root):
        if isinstance(found, Path):
            yield from history(found, root, known)
        elif not isinstance(found, tuple):
            yield found
        elif kind := kind_of(found[0]):
            yield from archive(root / found[0], kind, known)
        else:
            place.seen[found[0]] = found[1]
    yield from laid_out(place, place.seen, known)


def _archive_kind(path: Path) -> str:
    """The kind of archive that a named file is, by its name or by how it begins; "" for a document."""
    if kind := kind_of(path.name):
        return kind if kind == "tar" or not _is_office(path) else ""
    try:
        with path.open("rb") as file:
            begins = file.read(512)
    except OSError:
        return ""
    if begins[_TAR_MARK] == b"ustar":
        return "tar"
    return "zip" if begins.startswith(b"PK\x03\x04") and not path.suffix and not _is_office(path) else ""


def _is_office(path: Path) -> bool:
    """Whether a ZIP archive is an office document, or the one file of an act packed alone, which are read as files."""
    try:
        with zipfile.ZipFile(path) as opened:
            names = set(opened.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        return False
    return "[Content_Types].xml" in names or {"content.xml", "mimetype"} <= names


def holds_several(path: Path) -> bool:
    """Whether a path holds more than one text may: a folder, an archive of several files, or what an adapter knows."""
    try:
        if path.is_dir():
            return True
        if not path.is_file():
            return False
    except OSError:
        return False
    return bool(_archive_kind(path)) or adapted(path.absolute()) is not None
