"""Acts on disk as laws in git are laid out: a folder for an act, a file for a language, `meta.yaml` beside them."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bench.fictional.republic import Front, Republic, front, history, republic
from bench.fictional.texts import TONGUES, Edition, edition, editions_of, folder, languages

_SIGNER = "Gazette of Altynsay <gazette@altynsay.example>"


def write_files(out: Path, seed: int, acts: int, *, every: bool = False) -> str:
    """Writes the newest editions; files that are there already are written over. Says where."""
    write_some(out, republic(seed, acts), range(acts), every=every)
    return f"{acts} acts in {out}"


def write_some(out: Path, state: Republic, acts: range, *, every: bool = False) -> int:
    """Writes the newest editions of some acts of a republic; gives the number of the act after the last."""
    for act in acts:
        for name, content in _files(state, act, [*editions_of(state, act, every=every, editions=1)]):
            place = out / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    return acts.stop


def write_history(out: Path, seed: int, acts: int, *, every: bool = False) -> str:
    """Makes a git repository with a commit for each edition of each act, dated by it. `out` must not be one yet."""
    state = republic(seed, acts)
    steps = [(state.days[act], act, 0) for act in range(acts)]
    steps += [(state.days[by], act, step) for act in range(acts) for step, (by, _) in enumerate(history(state, act), 1)]
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(out)], check=True)
    with subprocess.Popen(["git", "-C", str(out), "fast-import", "--quiet"], stdin=subprocess.PIPE) as git:
        assert git.stdin is not None
        for _, act, step in sorted(steps):
            told = [edition(state, act, step, language) for language in languages(state, act, every)]
            git.stdin.write(_commit(told[0], [*_files(state, act, told)]))
        git.stdin.close()
        if git.wait():
            raise SystemExit(f"git fast-import ended with {git.returncode}")
    subprocess.run(["git", "-C", str(out), "reset", "--quiet", "--hard"], check=True)
    return f"{acts} acts, {len(steps)} commits in {out}"


def _commit(told: Edition, files: list[tuple[str, bytes]]) -> bytes:
    """A commit in the language of `git fast-import`. A day before 1970 cannot be told there; the Republic is younger."""
    at = int(datetime.datetime.fromisoformat(f"{told.date}T12:00:00+00:00").timestamp())
    message = f"{told.title}\n\n{told.date}\n".encode()
    head = f"commit refs/heads/main\ncommitter {_SIGNER} {at} +0000\ndata {len(message)}\n".encode() + message
    body = (f"M 100644 inline {name}\ndata {len(content)}\n".encode() + content + b"\n" for name, content in files)
    return head + b"".join(body)


def _files(state: Republic, act: int, told: list[Edition]) -> Iterator[tuple[str, bytes]]:
    """The files of an edition in all its languages, and what is said of it."""
    place = folder(told[0].front)
    for one in told:
        iso3 = TONGUES[one.language].iso3
        if len(one.parts) == 1:
            yield f"{place}/{iso3}.md", one.parts[0].encode()
            continue
        for number, part in enumerate(one.parts, 1):
            yield f"{place}/{iso3}/{number:02}.md", part.encode()
    yield f"{place}/meta.yaml", _meta(state, told).encode()


def _meta(state: Republic, told: list[Edition]) -> str:
    by = told[0].by
    lines = ["title:", *(f"  {TONGUES[one.language].iso3}: {_quoted(one.title)}" for one in told)]
    lines += [
        f"requisite: {_quoted(_requisite(told[0]))}",
        f"approved_on: {told[0].front.date.isoformat()}",
        f"version_date: {told[0].date}",
        f'act_code: "{told[0].front.act + 1}"',
    ]
    if by is not None:
        lines.append(f"caused_by: {_quoted(_cause(front(state, by)))}")
    return "\n".join(lines) + "\n"


def _requisite(told: Edition) -> str:
    return told.parts[0].split("\n\n", 2)[1].strip()


def _cause(told: Front) -> str:
    return f"{told.kind} {told.date.isoformat()} {told.number}"


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
