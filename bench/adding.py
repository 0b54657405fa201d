"""Adding to a library: texts and megabytes a second by one process and by two, and when nothing has changed.

`python -m bench.adding [TEXTS]`: fictional acts about gardens, seeded; a text is 24 KB on average.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from saralau.corpus.adding import add_all

_THINGS = ("сад", "огород", "пруд", "ограда", "теплица", "колодец", "аллея", "беседка")
_DEEDS = ("осматривают", "поливают", "огораживают", "измеряют", "записывают", "чистят")


def rows(texts: int = 200) -> Iterator[str]:
    """The rows of the table."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        size = _write(place / "law", texts)
        for jobs in (1, 2):
            begun, before = time.perf_counter(), _processor()
            summary = add_all([place / "law"], place / f"library{jobs}", jobs=jobs)
            took = time.perf_counter() - begun
            own, theirs = (now - then for now, then in zip(_processor(), before, strict=True))
            assert summary.added == texts, summary
            done = f"{texts / took:.1f} texts, {size / took / 1e6:.2f} MB a second"
            yield f"adding {texts} acts ({size / 1e6:.1f} MB), processes: {jobs}: {took:.1f} s ({done})"
            yield f"  of the processor: {theirs:.1f} s to read, {own:.1f} s in the process that writes catalogue and index"
        begun = time.perf_counter()
        add_all([place / "law"], place / "library2", jobs=2)
        yield f"adding them again, nothing changed: {time.perf_counter() - begun:.2f} s"


def _processor() -> tuple[float, float]:
    """Seconds of the processor that this process has used, and those that it began."""
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own, theirs = (one.ru_utime + one.ru_stime for one in used)
    return own, theirs


def _write(place: Path, texts: int) -> int:
    """Writes acts into a folder; their bytes."""
    drawn, size = random.Random(9), 0
    for number in range(1, texts + 1):
        folder = place / f"0503-{number}"
        folder.mkdir(parents=True)
        text = _act(number, drawn).encode()
        (folder / "rus.md").write_bytes(text)
        told = f"act_code: '{number}'\nrequisite: Закон Республики Казахстан от 3 мая 2030 года № {number}-X ЗРК\n"
        (folder / "meta.yaml").write_text(told, "utf-8")
        size += len(text)
    return size


def _act(number: int, drawn: random.Random) -> str:
    lines = [f"# О садах номер {number}"]
    for article in range(1, drawn.randrange(10, 50)):
        lines.append(f'<a id="st{article}"></a>\n\n### Статья {article}. О том, что {drawn.choice(_THINGS)}')
        for part in range(1, drawn.randrange(2, 5)):
            lines.append(f"{part}. {_sentence(drawn)}")
            lines += [f"{point}) {_sentence(drawn)[:-1].lower()};" for point in range(1, drawn.randrange(1, 5))]
        if drawn.random() < 0.3:
            lines.append(f"Статью {article} применяют вместе со статьёй {drawn.randrange(1, 10)} настоящего Закона.")
    return "\n\n".join(lines) + "\n"


def _sentence(drawn: random.Random) -> str:
    pairs = (
        f"{drawn.choice(_THINGS)} {drawn.choice(_DEEDS)} {drawn.randrange(1, 30)} раз" for _ in range(drawn.randrange(2, 6))
    )
    return ", ".join(pairs).capitalize() + "."


if __name__ == "__main__":
    for line in rows(int(sys.argv[1]) if len(sys.argv) > 1 else 200):
        print(line)
