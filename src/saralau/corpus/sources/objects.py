"""Objects of a git repository, read without its settings, its hooks and what it says of objects elsewhere.

An object's size is looked up before it is unpacked, so that none is larger in memory than an act can be.
"""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from saralau.corpus.sources.folders import shown
from saralau.corpus.sources.kept import kept
from saralau.documents.archive import LARGEST
from saralau.messages import InputError

if TYPE_CHECKING:
    from dulwich.object_store import DiskObjectStore

_HEAD = re.compile(r"ref: (refs/[\w./-]{1,200})\s*")
_ID = re.compile(r"[0-9a-f]{40}")
_DAMAGES = (AssertionError, zlib.error, OSError, ValueError, IndexError)
_DEEPEST = 4100  # differences to differences
_BEGINS = 160  # bytes in which an object's header is
_OFFSET, _NAMED = 6, 7  # kinds of differences


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on disk: the folder with its objects, and the store that reads them."""

    folder: Path
    store: DiskObjectStore

    def read(self, id_: str, kinds: tuple[str, ...] = ("commit", "tree", "blob")) -> Any:
        """An object. InputError if it is absent, damaged, of another kind or too large."""
        from dulwich.errors import ApplyDeltaError, ChecksumMismatch, ObjectFormatException

        name = f"{shown(self.folder)}#{id_[:12]}"
        raw = id_.encode("ascii", "replace")
        try:
            found: Any = self.store[raw] if self._fits(raw) else None  # type: ignore[index]
        except KeyError:
            raise InputError("git-object-absent", name=name) from None
        except (ChecksumMismatch, ObjectFormatException, ApplyDeltaError, *_DAMAGES) as flaw:
            raise InputError("git-damaged", name=name, why=flaw or type(flaw).__name__) from None
        if found is None:
            raise InputError("file-too-large", name=name, limit=LARGEST // 2**20)
        if found.type_name.decode("ascii", "replace") not in kinds:
            raise InputError("git-damaged", name=name, why=found.type_name.decode("ascii", "replace"))
        return found

    def close(self) -> None:
        """Lets go of the files with objects."""
        self.store.close()

    def _fits(self, id_: bytes) -> bool:
        """Whether an object and all that it is a difference to are small enough; loose ones are unpacked up to the limit."""
        for pack in self.store.packs:
            try:
                offset = pack.index.object_offset(id_)  # type: ignore[arg-type]
            except KeyError:
                continue
            with (self.folder / "objects/pack" / Path(pack.data.filename).name).open("rb") as file:
                for _ in range(_DEEPEST):
                    file.seek(offset)
                    header = _header(file.read(_BEGINS), offset)
                    if max(header.size, *header.sizes) > LARGEST:
                        return False
                    if header.base is None:
                        return True
                    known = isinstance(header.base, int)
                    offset = header.base if known else pack.index.object_offset(header.base)  # type: ignore[arg-type, assignment]
            return False
        return self._loose_size(id_.decode("ascii")) <= LARGEST

    def _loose_size(self, id_: str) -> int:
        """The size that an object of its own file says that it has; unpacking stops there."""
        with suppress(OSError), (self.folder / "objects" / id_[:2] / id_[2:]).open("rb") as file:
            _, _, size = zlib.decompressobj().decompress(file.read(_BEGINS), 40).partition(b"\0")[0].partition(b" ")
            return int(size)
        return 0


class _Header(NamedTuple):
    """How an object in a pack begins: its size as it is packed; for a difference, where its base is (or the base's id), and
    the sizes of what it begins with and ends in.
    """

    size: int
    base: int | bytes | None
    sizes: tuple[int, int]


def _header(raw: bytes, offset: int) -> _Header:
    byte, at = raw[0], 1
    kind, size, shift = byte >> 4 & 7, byte & 15, 4
    while byte & 0x80:
        byte = raw[at]
        size |= (byte & 0x7F) << shift
        shift, at = shift + 7, at + 1
    if kind not in (_OFFSET, _NAMED):
        return _Header(size, None, (0, 0))
    base: int | bytes
    if kind == _NAMED:
        base, at = raw[at : at + 20], at + 20
    else:
        byte, at = raw[at], at + 1
        back = byte & 0x7F
        while byte & 0x80:
            byte, at = raw[at], at + 1
            back = (back + 1 << 7) | (byte & 0x7F)
        base = offset - back
    begins = zlib.decompressobj().decompress(raw[at:], 24)
    first, at = _varint(begins, 0)
    return _Header(size, base, (first, _varint(begins, at)[0]))


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        value |= (raw[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if not raw[at - 1] & 0x80:
            return value, at


def opened(folder: Path) -> Repository:
    """The repository whose objects are in `folder`. InputError if its reader is not installed."""
    return kept(("git", str(folder)), lambda: _opened(folder))


def _opened(folder: Path) -> Repository:
    try:
        from dulwich.object_store import DiskObjectStore
    except ImportError:
        raise InputError("git-reader-absent", name=shown(folder)) from None

    class Alone(DiskObjectStore):
        """Objects of this repository and no other: where else objects might be is not looked up."""

        @property
        def alternates(self) -> list[Any]:
            return []

    return Repository(folder, Alone(folder / "objects", loose_object_size_limit=LARGEST))


def folder_of(path: Path, root: Path) -> Path | None:
    """Where a repository keeps its objects: `.git` in its folder, what a file `.git` names if that is inside `root`, or the
    folder itself. None if that is elsewhere.
    """
    inner = path / ".git"
    if inner.is_file() and not inner.is_symlink():
        told = inner.read_text("utf-8", "replace").strip()[:1000]
        inner = path / told.removeprefix("gitdir:").strip() if told.startswith("gitdir:") else inner
    elif not inner.exists():
        inner = path
    try:
        whole, outer = inner.resolve(strict=True), root.resolve()
        inside = whole.is_relative_to(outer) and (whole / "objects").resolve(strict=True).is_relative_to(outer)
    except (OSError, RuntimeError):
        return None
    return whole if inside and whole.is_dir() else None


def head(folder: Path) -> str:
    """The id of the commit that a repository stands at; "" if it has none."""
    told = _line(folder / "HEAD")
    found = _HEAD.fullmatch(told)
    if found is None:
        return told.strip() if _ID.fullmatch(told.strip()) else ""
    name = found.group(1)
    if ".." in name:
        return ""
    loose = _line(folder / name).strip()
    if _ID.fullmatch(loose):
        return loose
    try:
        with (folder / "packed-refs").open(encoding="utf-8", errors="replace") as lines:
            return next((line[:40] for line in lines if line[41:].strip() == name and _ID.fullmatch(line[:40])), "")
    except OSError:
        return ""


def shallow(folder: Path) -> frozenset[str]:
    """Commits whose parents a clone has left out."""
    try:
        return frozenset((folder / "shallow").read_text("ascii", "replace").split())
    except OSError:
        return frozenset()


def _line(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(1000)
    except OSError:
        return ""
