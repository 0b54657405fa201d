"""Files and folders. Links that lead out of the folder are not followed; what is no file is not opened."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from saralau.corpus.sources.layouts import Text, join
from saralau.corpus.sources.model import Aside, Item, Skipped, skipped
from saralau.corpus.units import Hints
from saralau.documents.archive import LARGEST
from saralau.messages import InputError

_DEEPEST = 60  # folders in folders


def shown(path: str | Path) -> str:
    """A path as text that can be stored: bytes that are no UTF-8 are written out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_file(path: str) -> bytes:
    """The bytes of a file: not of a link, a device or a pipe, nor of more than one act can have. InputError says which."""
    name = shown(path)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise InputError("source-not-a-file", name=name)
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InputError("file-absent", name=name) from None
    except OSError as refusal:
        raise InputError("file-refused", name=name, why=refusal.strerror or refusal) from None
    if len(data) > LARGEST:
        raise InputError("file-too-large", name=name, limit=LARGEST // 2**20)
    return data


def read_files(root: str, main: str, parts: tuple[str, ...]) -> bytes:
    """A text that is split into files."""
    inside = {Path(part).name: read_file(f"{root}/{part}") for part in parts}
    whole = join(read_file(f"{root}/{main}") if main else b"", inside)
    if len(whole) > LARGEST:
        raise InputError("file-too-large", name=shown(f"{root}/{main or parts[0]}"), limit=LARGEST // 2**20)
    return whole


def file_item(path: Path) -> Item:
    """A file that somebody named."""
    return Item(shown(path), _stamp(path.stat()), shown(path.name), partial(read_file, str(path)))


def _stamp(status: os.stat_result) -> str:
    return f"{status.st_size}:{status.st_mtime_ns}"


@dataclass(slots=True)
class Folder:
    """A folder as a place: what lies in it by path from there, with the stamp of each file."""

    root: str
    seen: dict[str, str]

    def called(self, path: str) -> str:
        """The whole path."""
        return shown(f"{self.root}/{path}")

    def stamp(self, paths: Sequence[str]) -> str:
        """Sizes and times of change."""
        if len(paths) == 1:
            return self.seen[paths[0]]
        whole = "\n".join(f"{path}:{self.seen[path]}" for path in paths)
        return hashlib.sha256(os.fsencode(whole)).hexdigest()[:32]

    def content(self, path: str) -> bytes:
        """The bytes of a file."""
        return read_file(f"{self.root}/{path}")

    def item(self, path: str, stamp: str, text: Text, hints: Hints) -> Item:
        """A file, or files that make one text."""
        read = (
            partial(read_files, self.root, text.main, tuple(text.parts))
            if text.parts
            else partial(read_file, f"{self.root}/{path}")
        )
        return Item(self.called(path), stamp, shown(Path(path).name), read, hints)


def walk(root: Path) -> Iterator[tuple[str, str] | Path | Skipped | Aside]:
    """What lies in a folder, in the order of names: files by path from there with their stamps; folders that hold a
    history of their own, which are not gone into; what is skipped.
    """
    todo: list[tuple[Path, str, int]] = [(root, "", 0)]
    while todo:
        folder, prefix, depth = todo.pop()
        try:
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as refusal:
            yield skipped(shown(folder), "file-refused", name=shown(folder), why=refusal.strerror or refusal)
            continue
        inner: list[tuple[Path, str, int]] = []
        for entry in entries:
            path = folder / entry.name
            if entry.is_symlink():
                yield _link(path, root)
            elif entry.is_dir(follow_symlinks=False):
                if entry.name.startswith("."):
                    continue
                if depth >= _DEEPEST:
                    yield skipped(shown(path), "source-too-deep", name=shown(path), limit=_DEEPEST)
                elif is_history(path):
                    yield path
                else:
                    inner.append((path, f"{prefix}{entry.name}/", depth + 1))
            else:
                yield _file(entry, path, prefix)
        todo += reversed(inner)


def is_history(path: Path) -> bool:
    """Whether a folder is a git repository: one with files beside it, or a bare one."""
    return (path / ".git").exists() or (
        (path / "HEAD").is_file() and (path / "objects").is_dir() and (path / "refs").is_dir()
    )


def _file(entry: os.DirEntry[str], path: Path, prefix: str) -> tuple[str, str] | Skipped | Aside:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as refusal:
        return skipped(shown(path), "file-refused", name=shown(path), why=refusal.strerror or refusal)
    if not stat.S_ISREG(status.st_mode):
        return skipped(shown(path), "source-not-a-file", name=shown(path))
    return prefix + entry.name, _stamp(status)


def _link(path: Path, root: Path) -> Skipped | Aside:
    """A link inside the folder leads to what is read anyway; one that leads out is not followed."""
    try:
        inside = path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        inside = False
    return Aside(shown(path)) if inside else skipped(shown(path), "source-link-outside", name=shown(path))
