"""ZIP and TAR archives, opened as if they wanted to explode or to escape: nothing is unpacked to where a name in them says.

A member is read up to the size of the largest act, an archive up to a limit of all its members together; links and devices
are left alone, and archives in archives are named and not opened.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, cast

from saralau.corpus.sources.folders import shown
from saralau.corpus.sources.kept import kept
from saralau.corpus.sources.laid import Known, laid_out
from saralau.corpus.sources.layouts import Text, join
from saralau.corpus.sources.model import Found, Item, Skipped, Walked, skipped
from saralau.corpus.units import Hints
from saralau.documents.archive import LARGEST
from saralau.documents.reading import INSIDE
from saralau.messages import InputError

MOST = 2_000_000  # members
TOTAL = 16 * 2**30  # bytes of all members unpacked
_RATIO = 400  # times that a text can be packed smaller; a law is some ten
_SMALL = 1 << 20  # bytes below which that is no matter
_PIECE = 1 << 20
_HEADER = 4 << 20  # bytes that a header of a TAR archive may have
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".tbz")
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_DAMAGES = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)


def kind_of(name: str) -> str:
    """`zip` or `tar` for the name of an archive, "" for another."""
    lower = name.lower()
    return "zip" if lower.endswith(".zip") else "tar" if lower.endswith(_TARS) else ""


def archive(path: Path, kind: str, known: Known) -> Iterator[Found]:
    """The texts in an archive; if it has not changed since it was read to its end, only that."""
    status = path.stat()
    stamp = f"{status.st_size}:{status.st_mtime_ns}"
    name = shown(path)
    if known(name, stamp):
        yield Walked(name, stamp, known=True)
        return
    try:
        yield from (_zip if kind == "zip" else _tar)(path, stamp, known)
    except _RefusedError as refusal:
        yield refusal.found
    except _DAMAGES as flaw:
        yield skipped(name, "archive-damaged", name=name, why=flaw)
    else:
        yield Walked(name, stamp, known=False)


class _RefusedError(Exception):
    """An archive is left alone as a whole."""

    def __init__(self, found: Skipped) -> None:
        super().__init__(found.reason)
        self.found = found


def _called(path: Path, member: str) -> str:
    return f"{shown(path)}{INSIDE}{shown(member)}"


def _refusal(path: Path, member: str) -> Skipped | None:
    """Why a member is not read for its name alone."""
    called = _called(path, member)
    pieces = member.replace("\\", "/").split("/")
    if member.startswith(("/", "\\")) or ".." in pieces or ":" in pieces[0] or "\0" in member:
        return skipped(called, "source-path-outside", name=called)
    if kind_of(member):
        return skipped(called, "archive-in-archive", name=called)
    return None


def _weigh(path: Path, total: int, packed: int) -> None:
    if total > TOTAL:
        raise _RefusedError(skipped(shown(path), "archive-explodes", name=shown(path), limit=TOTAL // 2**20))
    if total > LARGEST and total > packed * _RATIO:
        raise _RefusedError(skipped(shown(path), "source-ratio", name=shown(path), limit=_RATIO))


# --- ZIP


def _zip(path: Path, stamp: str, known: Known) -> Iterator[Found]:
    with zipfile.ZipFile(path) as opened:
        entries = {entry.filename: entry for entry in opened.infolist() if not entry.is_dir()}
        if len(entries) > MOST:
            raise _RefusedError(skipped(shown(path), "archive-too-many-parts", name=shown(path), limit=MOST))
        if "[Content_Types].xml" in entries or {"content.xml", "mimetype"} <= entries.keys():
            raise _RefusedError(skipped(shown(path), "source-office", name=shown(path)))
        _weigh(path, sum(entry.file_size for entry in entries.values()), path.stat().st_size)
        place = _Zip(path, stamp, opened, {})
        for name, entry in sorted(entries.items()):
            refusal = _refusal(path, name) or _zip_refusal(path, entry)
            if refusal is None:
                place.entries[name] = entry
            else:
                yield refusal
        yield from laid_out(place, place.entries, known)


def _zip_refusal(path: Path, entry: zipfile.ZipInfo) -> Skipped | None:
    called = _called(path, entry.filename)
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return skipped(called, "source-not-a-file", name=called)
    if entry.flag_bits & 1:
        return skipped(called, "archive-encrypted", name=called)
    if entry.compress_type not in _READABLE:
        return skipped(called, "archive-method-unknown", name=called)
    if entry.file_size > LARGEST:
        return skipped(called, "archive-explodes", name=called, limit=LARGEST // 2**20)
    if entry.file_size > _SMALL and entry.file_size > entry.compress_size * _RATIO:
        return skipped(called, "source-ratio", name=called, limit=_RATIO)
    return None


@dataclass(slots=True)
class _Zip:
    """A ZIP archive as a place."""

    path: Path
    whole: str  # its own stamp
    opened: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]

    def called(self, path: str) -> str:
        """Archive and member."""
        return _called(self.path, path)

    def stamp(self, paths: Sequence[str]) -> str:
        """Checksums and sizes as the archive tells them: they are the same when it is packed anew."""
        return " ".join(f"{self.entries[path].CRC:08x}:{self.entries[path].file_size}" for path in paths[:40]) + (
            f" {len(paths)} {self.whole}" if len(paths) > 40 else ""
        )

    def content(self, path: str) -> bytes:
        """The bytes of a member."""
        return _member(self.opened, path, self.called(path))

    def item(self, path: str, stamp: str, text: Text, hints: Hints) -> Item:
        """A member, or members that make one text."""
        read = partial(read_zip, str(self.path), self.whole, text.main, tuple(text.parts))
        return Item(self.called(path), stamp, shown(PurePosixPath(path).name), read, hints)


def read_zip(path: str, stamp: str, main: str, parts: tuple[str, ...]) -> bytes:
    """A member of a ZIP archive, or the text that several make."""
    try:
        opened = kept(("zip", path, stamp), lambda: zipfile.ZipFile(path))
    except _DAMAGES as flaw:
        raise InputError("archive-damaged", name=shown(path), why=flaw) from None
    inside = {PurePosixPath(part).name: _member(opened, part, _called(Path(path), part)) for part in parts}
    return join(_member(opened, main, _called(Path(path), main)) if main else b"", inside)


def _member(opened: zipfile.ZipFile, member: str, called: str) -> bytes:
    try:
        with opened.open(member) as stream:
            data = stream.read(LARGEST + 1)
    except (KeyError, RuntimeError, *_DAMAGES) as flaw:
        raise InputError("archive-damaged", name=called, why=flaw) from None
    if len(data) > LARGEST:
        raise InputError("archive-explodes", name=called, limit=LARGEST // 2**20)
    return data


# --- TAR


class _Careful:
    """A file of which no more is read at once than a header has: what a header promises is not believed."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def read(self, size: int = -1) -> bytes:
        """As a file does; a damaged archive if too much is asked for."""
        if not 0 <= size <= _HEADER:
            raise tarfile.ReadError(str(size))
        return self.file.read(size)

    def seek(self, place: int, whence: int = 0) -> int:
        """As a file does."""
        return self.file.seek(place, whence)

    def tell(self) -> int:
        """As a file does."""
        return self.file.tell()


def _tar(path: Path, stamp: str, known: Known) -> Iterator[Found]:
    with path.open("rb") as packed, closing(_unpacked(path, packed)) as file:
        place = _Tar(path, stamp, file, {})
        with tarfile.open(fileobj=cast(IO[bytes], _Careful(file)), mode="r:") as opened:
            for count, entry in enumerate(opened):
                if count > MOST:
                    raise _RefusedError(skipped(shown(path), "archive-too-many-parts", name=shown(path), limit=MOST))
                opened.members = []  # type: ignore[attr-defined]  # they are kept here, and no more of each than is needed
                if entry.isdir():
                    continue
                called = _called(path, entry.name)
                if not entry.isreg() or entry.issparse():
                    yield skipped(called, "source-not-a-file", name=called)
                elif (refusal := _refusal(path, entry.name)) is not None:
                    yield refusal
                elif entry.size > LARGEST:
                    yield skipped(called, "archive-explodes", name=called, limit=LARGEST // 2**20)
                else:
                    place.entries[entry.name.removeprefix("./")] = entry.offset_data, entry.size, int(entry.mtime)
        yield from laid_out(place, place.entries, known)


def _unpacked(path: Path, packed: IO[bytes]) -> IO[bytes]:
    """A TAR archive as it is before it is packed: in a file that nobody sees, no larger than the limit."""
    begins = packed.read(6)
    packed.seek(0)
    opener = next((opener for mark, opener in _PACKERS if begins.startswith(mark)), None)
    if opener is None:
        return path.open("rb")
    size, file = path.stat().st_size, tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    total = 0
    try:
        with opener(packed) as stream:
            while piece := stream.read(_PIECE):
                total += len(piece)
                _weigh(path, total, size)
                file.write(piece)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return cast(IO[bytes], file)


_PACKERS = (
    (b"\x1f\x8b", lambda packed: gzip.GzipFile(fileobj=packed)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\0", lzma.LZMAFile),
)


@dataclass(slots=True)
class _Tar:
    """A TAR archive as a place: by member where its bytes begin, how many they are, and its time of change.

    Its texts are read here and handed on in memory, since nobody else can find them in a packed archive.
    """

    path: Path
    whole: str
    file: IO[bytes]
    entries: dict[str, tuple[int, int, int]]

    def called(self, path: str) -> str:
        """Archive and member."""
        return _called(self.path, path)

    def stamp(self, paths: Sequence[str]) -> str:
        """The archive's own stamp and where the members are in it."""
        return f"{self.whole} " + " ".join(str(self.entries[path][0]) for path in paths[:40]) + f" {len(paths)}"

    def content(self, path: str) -> bytes:
        """The bytes of a member."""
        begin, size, _ = self.entries[path]
        self.file.seek(begin)
        data = self.file.read(size)
        if len(data) < size:
            raise InputError("archive-damaged", name=self.called(path), why=f"{len(data)} < {size}")
        return data

    def item(self, path: str, stamp: str, text: Text, hints: Hints) -> Item:
        """A member, or members that make one text."""
        try:
            inside = {PurePosixPath(part).name: self.content(part) for part in text.parts}
            data = join(self.content(text.main) if text.main else b"", inside)
        except InputError as flaw:
            return Item(self.called(path), stamp, path, partial(_refuse, flaw.message, flaw.arguments), hints)
        return Item(self.called(path), stamp, shown(PurePosixPath(path).name), partial(bytes, data), hints)


def _refuse(message: str, arguments: dict[str, str]) -> bytes:
    raise InputError(message, **arguments)
