"""Analyses of a whole library: texts and megabytes a second with one worker and with two, memory at n and 4n texts.

Beside them in the same run a loop that does nothing but count, for what two processes can reach on this machine at all, and
as a peer the same analyses as a plain loop that keeps every row and writes one frame in the end.

`python -m bench.analysis [TEXTS]` prints it by itself.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TEXTS = 160
RUNS = 3
_ROOT = Path(__file__).resolve().parents[1]
_THINGS = ("вещь", "запись", "сеть", "машина", "печать", "карта", "книга", "башня", "лодка", "мельница")
_HANDED = ("передана", "скрыта", "изменена", "уничтожена", "скопирована", "заблокирована")


@dataclass(frozen=True, slots=True)
class Fictional:
    """Makes a text of its own number where it is read: a law of about 65 KB whose numbers and things are drawn by a seed."""

    number: int

    def __call__(self) -> bytes:
        return act(self.number).encode()


def act(number: int) -> str:
    """A fictional law: notions, offences, references to itself and to other laws, editors' notes."""
    draw = random.Random(number)
    lines = [f"# О порядке {number}", "", "### Статья 1. Понятия", "", "В настоящем Законе используются понятия:", ""]
    for point, thing in enumerate(draw.sample(_THINGS, 6), 1):
        lines += [
            f"{point}) {thing} {draw.randrange(90)} – {draw.choice(_THINGS)}, имеющая цену в {draw.randrange(9)} мер;",
            "",
        ]
    for article in range(2, 62):
        thing = draw.choice(_THINGS)
        lines += [f"### Статья {article}. О том, что {thing} {draw.choice(_HANDED)}", ""]
        lines += _offence(draw, thing) if article % 3 == 0 else _rule(draw, article)
        if article % 4 == 0:
            day, month, year = draw.randrange(1, 28), draw.randrange(1, 12), draw.randrange(2015, 2025)
            law = f"Законом РК от {day:02}.{month:02}.{year} № {draw.randrange(9, 400)}-VI"
            lines += [f"Сноска. Статья {article} с изменением, внесенным {law}.", ""]
    return "\n".join(lines)


def _offence(draw: random.Random, thing: str) -> Iterator[str]:
    fine, years = draw.choice(("ста", "двухсот", "трехсот")), draw.choice(("двух", "трех", "пяти", "семи"))
    yield from (f"1. {thing.capitalize()}, если она {draw.choice(_HANDED)} без права, –", "")
    yield f"наказывается штрафом до {fine} месячных расчетных показателей либо лишением свободы на срок до {years} лет."
    yield from ("", "2. То же деяние, совершенное:", "", "1) группой лиц по предварительному сговору;", "")
    yield from ("2) посредством неправомерного доступа к информационной системе, –", "")
    yield from ("наказывается лишением свободы на срок от трех до восьми лет с конфискацией имущества.", "")


def _rule(draw: random.Random, article: int) -> Iterator[str]:
    for part in range(1, draw.randrange(3, 6)):
        own, other = draw.randrange(1, article + 1), draw.randrange(1, 400)
        law = f"статье {draw.randrange(1, 60)} Закона Республики Казахстан от 31.01.2020 № {other}-VI"
        where = f"по {law} и, если того мало, по пункту 1) части второй статьи {own} настоящего Закона"
        told = f"если она не была {draw.choice(_HANDED)} и цена ее больше {draw.randrange(900)} мер"
        yield from (f"{part}. {draw.choice(_THINGS).capitalize()} возвращается {where}, {told}.", "")


def rows(texts: int = TEXTS) -> Iterator[str]:
    """Lines of the report."""
    size = sum(len(act(number).encode()) for number in range(texts)) / 1e6
    loops, ones, twos, peers = [], [], [], []
    for _ in range(RUNS):  # one after the other, so that whatever else the machine does meets all alike
        loops.append(_loop(1) / _loop(2))
        ones.append(_measured(texts, 1))
        twos.append(_measured(texts, 2))
        peers.append(_measured(texts, 0))
    one, two, peer = (min(run["seconds"] for run in runs) for runs in (ones, twos, peers))
    yield f"all five analyses of {texts} fictional laws ({size:.1f} MB), best of {RUNS}, start of the workers included"
    yield f"  1 worker {texts / one:.0f} texts/s, {size / one:.2f} MB/s"
    yield f"  2 workers {texts / two:.0f} texts/s, {size / two:.2f} MB/s"
    best = max(loops)
    yield f"  speed-up {one / two:.2f}; of a loop that only counts {best:.2f}; ratio {one / two / best:.2f} (budget 0.9)"
    spent, alone, plain = (min(run["cpu"] for run in runs) for runs in (twos, ones, peers))
    yield f"  processor time: 2 workers {spent:.1f} s, 1 worker {alone:.1f} s, a plain loop into one frame {plain:.1f} s"
    yield f"  the plain loop: {size / peer:.2f} MB/s, ratio of 1 worker to it {peer / one:.2f}"
    yield f"  peak memory at {texts} and at {4 * texts} texts, MB (joins may take 256 and then go on in files)"
    for what, jobs, name in (("offences alone", 2, "offences"), ("all five", 2, "all"), ("a plain loop", 0, "all")):
        few, many = _measured(texts, jobs, name), _measured(4 * texts, jobs, name)
        of_worker = f"; a worker {few['worker']:.0f}, {many['worker']:.0f}" if jobs else ""
        yield f"    {what}: who gives out work {few['own']:.0f}, {many['own']:.0f}{of_worker}"


def _loop(processes: int) -> float:
    """Seconds for two equal pieces of counting, done by so many processes, their start left out."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes) as pool:
        pool.map(_count, [1] * processes, chunksize=1)
        start = time.perf_counter()
        pool.map(_count, [_PIECE] * 8, chunksize=8 // processes)
        return time.perf_counter() - start


_PIECE = 4_000_000


def _count(times: int) -> int:
    total = 0
    for number in range(times):
        total += number & 7
    return total


def _measured(texts: int, jobs: int, name: str = "all") -> dict[str, float]:
    """A run in a process of its own; 0 jobs is the plain loop."""
    line = [sys.executable, "-m", "bench.analysis", "--run", str(texts), str(jobs), name]
    done = subprocess.run(line, capture_output=True, text=True, check=True, cwd=_ROOT)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _run(texts: int, jobs: int, name: str) -> None:
    from saralau.corpus.analysis.local import local
    from saralau.corpus.analysis.registry import ANALYSES
    from saralau.corpus.analysis.running import run

    peaks = [0.0]
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        if jobs:

            def told(done) -> None:  # type: ignore[no-untyped-def]
                peaks.append(_peak(done.where))

            summary = run(tuple(ANALYSES) if name == "all" else (name,), _texts(texts), local(jobs), Path(folder), told)
            assert summary.texts == texts and not summary.skipped
        else:
            _plain(texts, Path(folder))
    seconds = time.perf_counter() - start
    spent = sum(sum(resource.getrusage(whose)[:2]) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"seconds": seconds, "cpu": spent, "own": _peak("self"), "worker": max(peaks)}))


def _texts(count: int) -> Iterator:  # type: ignore[type-arg]
    from saralau.corpus.analysis.model import Text
    from saralau.corpus.model import Held

    for number in range(count):
        iri = f"/akn/kz/act/law/2020-01-31/{number}-vi"
        yield Text(Held(iri, "", "2025-01-01", "ru", "act.md", f"{number:064x}"), 65_000, Fictional(number))


def _plain(texts: int, folder: Path) -> None:
    """The peer: one loop, all rows in memory, a frame for each table in the end; joins left out."""
    import polars as pl

    from saralau.corpus.analysis.registry import ANALYSES
    from saralau.corpus.analysis.subject import subject_of

    gathered: dict[str, list[dict[str, object]]] = {}
    for text in _texts(texts):
        subject = subject_of(text.read(), text.held)
        for analysis in ANALYSES.values():
            for table, found in analysis.rows(subject).items():
                gathered.setdefault(table, []).extend({"iri": text.held.iri, **row} for row in found)
    for table, found in gathered.items():
        pl.DataFrame(found, infer_schema_length=None).write_parquet(folder / f"{table}.parquet")


def _peak(process: str) -> float:
    found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def main(arguments: list[str]) -> None:
    """Prints the lines, or does the one run that is asked for."""
    if arguments[:1] == ["--run"]:
        _run(int(arguments[1]), int(arguments[2]), arguments[3])
        return
    for line in rows(int(arguments[0]) if arguments else TEXTS):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
