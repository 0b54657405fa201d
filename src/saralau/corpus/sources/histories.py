"""Law in git: each day on which a text changed is an edition.

The history is that of the branch on which the repository stands, by first parents: what its readers had. A commit's day is
its author's, in the zone in which it was written. Where law is laid out in no known way, the newest tree alone is read.
"""

from __future__ import annotations

import datetime
import hashlib
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from saralau.corpus.sources.folders import shown
from saralau.corpus.sources.laid import Known, hints_of, is_document
from saralau.corpus.sources.layouts import Placed, Text, arrange, join
from saralau.corpus.sources.model import Aside, Found, Item, Walked, skipped
from saralau.corpus.sources.objects import Repository, folder_of, head, opened, shallow
from saralau.corpus.sources.telling import Said, read_meta
from saralau.corpus.units import Hints
from saralau.documents.archive import LARGEST
from saralau.messages import InputError

_DEEPEST = 60


class _Commit(NamedTuple):
    id: str
    day: str  # ISO
    tree: str


@dataclass(slots=True)
class _Changes:
    """By path, what it was after each commit that changed it: the commit's place in the history, the blob's id or ""."""

    by_path: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)


def history(path: Path, root: Path, known: Known) -> Iterator[Found]:
    """The texts in a repository; if it stands where it stood when it was read to its end, only that."""
    name = shown(path)
    folder = folder_of(path, root)
    if folder is None:
        yield skipped(name, "git-elsewhere", name=name)
        return
    stamp = head(folder)
    if not stamp:
        yield skipped(name, "git-empty", name=name)
        return
    if known(name, stamp):
        yield Walked(name, stamp, known=True)
        return
    try:
        repository = opened(folder)
        commits = _commits(repository, stamp, shallow(folder))
        changes = _changes(repository, commits)
        yield from (
            skipped(f"{name}:{shown(link)}", "source-not-a-file", name=f"{name}:{shown(link)}")
            for link in sorted(changes.links)
        )
        yield from _texts(path, repository, commits, changes, known)
    except InputError as flaw:
        yield skipped(name, flaw.message, **flaw.arguments)
    else:
        yield Walked(name, stamp, known=False)


def _commits(repository: Repository, newest: str, without_parents: frozenset[str]) -> list[_Commit]:
    """The commits from the first to the newest."""
    found: list[_Commit] = []
    seen: set[str] = set()
    id_ = newest
    while id_ and id_ not in seen:
        seen.add(id_)
        commit = repository.read(id_, ("commit",))
        zone = datetime.timezone(datetime.timedelta(seconds=max(-86_000, min(86_000, commit.author_timezone))))
        try:
            day = datetime.datetime.fromtimestamp(commit.author_time, zone).date().isoformat()
        except (OverflowError, OSError, ValueError):
            raise InputError("git-damaged", name=f"{shown(repository.folder)}#{id_[:12]}", why=commit.author_time) from None
        found.append(_Commit(id_, day, commit.tree.decode("ascii")))
        id_ = commit.parents[0].decode("ascii") if commit.parents and id_ not in without_parents else ""
    return found[::-1]


def _changes(repository: Repository, commits: list[_Commit]) -> _Changes:
    changes = _Changes()
    before = ""
    for at, commit in enumerate(commits):
        _compare(repository, before, commit.tree, "", at, changes, 0)
        before = commit.tree
    return changes


def _compare(repository: Repository, old: str, new: str, prefix: str, at: int, changes: _Changes, depth: int) -> None:
    """Notes what differs between two trees; what is the same in both is not looked into."""
    if depth > _DEEPEST:
        raise InputError("source-too-deep", name=f"{shown(repository.folder)}:{shown(prefix)}", limit=_DEEPEST)
    was, now = _entries(repository, old), _entries(repository, new)
    for name in was.keys() | now.keys():
        mode, id_ = now.get(name, (0, ""))
        old_mode, old_id = was.get(name, (0, ""))
        if (mode, id_) == (old_mode, old_id):
            continue
        path = prefix + name
        folder, old_folder = stat.S_ISDIR(mode), stat.S_ISDIR(old_mode)
        if folder or old_folder:
            _compare(repository, old_id if old_folder else "", id_ if folder else "", f"{path}/", at, changes, depth + 1)
        if stat.S_ISLNK(mode):
            changes.links.add(path)
        text, old_text = (id_ if stat.S_ISREG(mode) else ""), (old_id if stat.S_ISREG(old_mode) else "")
        if text != old_text:
            changes.by_path.setdefault(path, []).append((at, text))


def _entries(repository: Repository, tree: str) -> dict[str, tuple[int, str]]:
    if not tree:
        return {}
    items = repository.read(tree, ("tree",)).items()
    return {
        entry.path.decode("utf-8", "surrogateescape"): (entry.mode, entry.sha.decode("ascii"))
        for entry in items
        if entry.path not in (b"", b".", b"..") and b"/" not in entry.path
    }


def _texts(path: Path, repository: Repository, commits: list[_Commit], changes: _Changes, known: Known) -> Iterator[Found]:
    acts, rest, indexes = arrange(changes.by_path)
    yield from (Aside(f"{shown(path)}:{shown(one)}") for one in indexes)
    for act in acts:
        yield from _editions(path, repository, commits, changes, act, known)
    for one in rest:
        _, blob = changes.by_path[one][-1]
        called = f"{shown(path)}:{shown(one)}"
        if not blob:
            continue
        if not is_document(one) or acts:
            yield Aside(called)
        else:
            read = partial(read_blobs, str(repository.folder), blob, (), 0, called)
            source = f"{shown(path)}#{commits[-1].id[:12]}:{shown(one)}"
            yield Item(called, blob, shown(PurePosixPath(one).name), read, source=source)


class _State(NamedTuple):
    """A text as it stood from a commit on: the commit, blobs of its file and parts and of what is said."""

    commit: _Commit
    main: str
    parts: tuple[tuple[str, str], ...]  # file name, blob
    meta: str


def _editions(
    path: Path, repository: Repository, commits: list[_Commit], changes: _Changes, act: Placed, known: Known
) -> Iterator[Item]:
    """The editions of an act, by language and day."""
    states = {code: _states(commits, changes, text, act.meta) for code, text in sorted(act.texts.items())}
    newest = {code: found[-1] for code, found in states.items() if found}
    first = min((found[0].commit.day for found in states.values() if found), default="")
    hints: dict[str, Hints] | None = None
    for code, found in states.items():
        text = act.texts[code]
        file = text.main or text.parts[0]
        # What stands beside a text may give two of its states one day: the later counts.
        editions = {_said(repository, one.meta).editions.get(code, "") or one.commit.day: one for one in found}
        times: dict[tuple[str, tuple[tuple[str, str], ...]], int] = {}
        for day, state in editions.items():
            same = (state.main, state.parts)
            again = times[same] = times.get(same, -1) + 1
            called = f"{shown(path)}#{state.commit.day}:{shown(file)}"
            blobs = " ".join(filter(None, (state.main, *(blob for _, blob in state.parts))))
            stamp = f"{hashlib.sha256(blobs.encode()).hexdigest()[:40] if state.parts else blobs} {state.meta} {again}"
            if hints is None and not known(called, stamp):
                hints = _hints(repository, act, newest, first)
            told = (hints or {}).get(code, Hints(language=code))
            read = partial(read_blobs, str(repository.folder), state.main, state.parts, again, called)
            source = f"{shown(path)}#{state.commit.id[:12]}:{shown(file)}"
            yield Item(called, stamp, shown(PurePosixPath(file).name), read, replace(told, edition=day), source)


def _states(commits: list[_Commit], changes: _Changes, text: Text, meta: str) -> list[_State]:
    """What a text was at the end of each day on which it changed; days on which it was not there are left out."""
    paths = [path for path in (text.main, *text.parts) if path]
    moments: dict[int, dict[str, str]] = {}
    for path in paths:
        for at, blob in changes.by_path[path]:
            moments.setdefault(at, {})[path] = blob
    said = changes.by_path.get(meta, [])
    now: dict[str, str] = {}
    by_day: dict[str, _State] = {}
    pointer, meta_blob = 0, ""
    for at in sorted(moments):
        now.update(moments[at])
        while pointer < len(said) and said[pointer][0] <= at:
            meta_blob = said[pointer][1] or meta_blob
            pointer += 1
        parts = tuple((PurePosixPath(path).name, now[path]) for path in text.parts if now.get(path))
        main = now.get(text.main, "")
        day = commits[at].day
        by_day.pop(day, None)
        if main or parts:
            by_day[day] = _State(commits[at], main, parts, meta_blob)
    found: list[_State] = []
    for day in sorted(by_day):
        if not found or (found[-1].main, found[-1].parts) != (by_day[day].main, by_day[day].parts):
            found.append(by_day[day])
    return found


def _hints(repository: Repository, act: Placed, newest: dict[str, _State], first: str) -> dict[str, Hints]:
    said = next((_said(repository, state.meta) for state in newest.values() if state.meta), Said())
    contents = {code: _content(repository, state.main) for code, state in newest.items()}
    return hints_of(act, said, contents, first)


def _said(repository: Repository, blob: str) -> Said:
    return _read_said(str(repository.folder), blob) if blob else Said()


@lru_cache(64)
def _read_said(folder: str, blob: str) -> Said:
    return read_meta(_content(opened(Path(folder)), blob))


def _content(repository: Repository, blob: str) -> bytes:
    """The bytes of a blob; none if it cannot be read, which whoever reads the text itself will say."""
    try:
        return bytes(repository.read(blob, ("blob",)).data) if blob else b""
    except InputError:
        return b""


def read_blobs(folder: str, main: str, parts: tuple[tuple[str, str], ...], again: int, called: str) -> bytes:
    """A text of a history. One that returns to words it had before has a line end more for each time, so that it is a text
    of its own. InputError if a blob cannot be read.
    """
    repository = opened(Path(folder))
    inside = {name: bytes(repository.read(blob, ("blob",)).data) for name, blob in parts}
    if sum(map(len, inside.values())) > LARGEST:
        raise InputError("file-too-large", name=called, limit=LARGEST // 2**20)
    return join(bytes(repository.read(main, ("blob",)).data) if main else b"", inside) + b"\n" * again
