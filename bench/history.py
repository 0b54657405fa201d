"""The life of the law: notes read, two editions compared, survival measured; beside git's comparison of words."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from saralau.acts import read_act
from saralau.amendments import find_amendments, find_notes
from saralau.history import Text
from saralau.history.diffing import diff_editions
from saralau.history.life import life
from saralau.history.units import units
from saralau.offences import find_offences


def rows(corpus: Path, best: Callable[[Callable[[], object]], float]) -> Iterator[str]:
    """The rows of the table from the texts under `corpus`, none where they are absent; `best` times some work."""
    if not (corpus / "kz").is_dir():
        return
    old, new = (read_act(corpus / "kz" / name) for name in ("criminal-code.ru.2020.md", "criminal-code.ru.2025.html"))
    every = [read_act(path) for path in sorted((corpus / "kz").iterdir())]
    notes = [note for act in every for note in find_notes(act)]
    read = best(lambda: [find_notes(act) for act in every])
    understood = sum(note.understood for note in notes)
    share = f"{understood} understood whole ({understood / len(notes):.1%})"
    yield f"notes of ten acts: {len(notes)} in {read * 1000:.0f} ms, {share}"
    yield f"the life of the Code from two texts: {best(lambda: life([new, old])) * 1000:.0f} ms"
    earlier, later = (Text(act, find_offences(act, None).items, find_amendments(act)) for act in (old, new))
    ours = best(lambda: diff_editions(earlier, later))
    yield f"two editions compared, by structure, words, sanctions and features: {ours:.2f} s (budget 2)"
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("old", "new")]
        for path, act in zip(paths, (old, new), strict=True):
            path.write_text("\n".join(unit.text for unit in units(act).values()), "utf-8")
        line = ["git", "diff", "--no-index", "--word-diff=porcelain", *map(str, paths)]
        theirs = best(lambda: subprocess.run(line, capture_output=True, check=False))
        yield f"  git diff --word-diff on the same words, without structure: {theirs:.2f} s; ratio {theirs / ours:.1f}"
