"""`python -m bench.scale [--sizes N ...]`: a library of fictional acts as it grows: time, memory, size, how fast it answers.

One library grows from size to size (in documents of the index: wordings of provisions). At each: the seconds of a core that
reading, putting and indexing took, the memory they needed, what lies on the disk; then queries of five kinds, alone and
while a writer adds; beside it the same words looked for with ripgrep in the same acts as files, newest editions only.
Results go to bench/results/scale-DATE.txt. Timings are printed, never asserted.
"""

from __future__ import annotations

import argparse
import datetime
import multiprocessing
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("SARALAU_PACKS", str(ROOT / "bench/fictional/packs"))

from bench.fictional.republic import Republic, republic  # noqa: E402  # packs are named first
from bench.fictional.texts import edition, editions_of, history, languages  # noqa: E402
from bench.fictional.writing import write_some  # noqa: E402
from saralau.corpus.model import Reading  # noqa: E402
from saralau.corpus.units import Hints, read_text  # noqa: E402

ACTS = 300_000  # of the Republic; a library has the first of them
SEED = 1
CHUNK = 200  # acts that a process reads at once
BATCH = 2_000  # texts between two commits
QUERIES = 100  # of each kind
RIPGREP = 8  # queries of each kind; one takes seconds


# -- growing --------------------------------------------------------------------------------------------------------


class Read(NamedTuple):
    """What a process made of some acts, and the seconds that it took."""

    texts: list[tuple[Reading, bytes]]
    making: float
    reading: float
    peak: int


@cache
def _republic() -> Republic:
    return republic(SEED, ACTS)


def read_acts(first: int, last: int, every: bool) -> Read:
    """Makes acts and reads them, as a worker does."""
    state = _republic()
    begun = time.process_time()
    made = [told for act in range(first, last) for told in editions_of(state, act, every=every)]
    contents = ["".join(told.parts).encode() for told in made]
    halfway = time.process_time()
    read = []
    for told, content in zip(made, contents, strict=True):
        hints = Hints("", "", told.date, told.language)  # which act it is the text itself says
        name = f"{told.front.act}.{told.language}.{told.date}.md"
        read.append((read_text(content, name, hints), content))
    return Read(read, halfway - begun, time.process_time() - halfway, _peak())


@dataclass(slots=True)
class Growth:
    """How a library came to its size: seconds of making and reading (of all processes), of putting and of indexing."""

    acts: int = 0
    texts: int = 0
    bytes: int = 0
    units: int = 0
    documents: int = 0
    making: float = 0.0
    reading: float = 0.0
    putting: float = 0.0
    indexing: float = 0.0
    whole: float = 0.0
    peak: int = 0  # MB, of the writer
    worker: int = 0  # MB


def grow(folder: Path, told: Growth, documents: int, pool: Any, jobs: int, every: bool) -> None:
    """Adds acts until the index has so many documents; counts on in `told`."""
    from saralau.corpus.searching.refreshing import refresh
    from saralau.corpus.store.catalogue import open_store, writing
    from saralau.corpus.store.putting import put_all

    begun = time.perf_counter()
    waiting: deque[Any] = deque()
    batch: list[tuple[Reading, bytes]] = []
    asked = told.acts
    while told.documents < documents and told.acts < ACTS:
        while len(waiting) < jobs + 1 and asked < ACTS:
            waiting.append(pool.apply_async(read_acts, (asked, min(asked + CHUNK, ACTS), every)))
            asked += CHUNK
        one: Read = waiting.popleft().get()
        told.acts += CHUNK
        told.making, told.reading, told.worker = (
            told.making + one.making,
            told.reading + one.reading,
            max(told.worker, one.peak),
        )
        batch += one.texts
        told.texts += len(one.texts)
        told.bytes += sum(len(content) for _, content in one.texts)
        told.units += sum(len(reading.units) for reading, _ in one.texts)
        if len(batch) >= BATCH or told.documents + sum(len(reading.units) for reading, _ in batch) >= documents:
            start = time.process_time()
            with open_store(folder, write=True) as store:
                with writing(store) as connection:
                    put_all(connection, store, batch)
                halfway = time.process_time()
                came = refresh(store, [reading for reading, _ in batch])
            told.documents += came.added - came.removed
            told.putting, told.indexing = told.putting + halfway - start, told.indexing + time.process_time() - halfway
            batch = []
            if sys.stderr.isatty():
                print(f"\r{told.acts} acts, {told.documents} documents", end="", file=sys.stderr, flush=True)
    for one in waiting:  # what was read ahead is read again for the next size
        one.get()
    told.whole += time.perf_counter() - begun
    told.peak = max(told.peak, _peak())


def _peak() -> int:
    """MB: the high-water mark of this process."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))
    return int(found[1]) // 1024 if found else 0


# -- asking ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """A query of a kind, and the same as ripgrep takes it: patterns that must all stand in a file; none if it cannot."""

    kind: str
    text: str
    patterns: tuple[str, ...]


_WORD = re.compile(r"[^\W\d_]{5,}")


def questions(acts: int) -> list[Asked]:
    """Queries from the words of random acts, of each kind as many."""
    draw = random.Random(SEED)
    state, found = _republic(), []
    while len(found) < QUERIES * 5:
        act = draw.randrange(acts)
        language = draw.choice(list(languages(state, act)))
        told = "".join(edition(state, act, len(history(state, act)), language).parts)
        lines = [line for line in told.split("\n\n")[2:] if len(_WORD.findall(line)) > 6]
        if not lines:
            continue
        line = draw.choice(lines)
        words = _WORD.findall(line)
        one, other = draw.sample(words, 2)
        found.append(Asked("term", one.lower(), (rf"\b{one}\b",)))
        found.append(Asked("AND", f"{one} {other}".lower(), (rf"\b{one}\b", rf"\b{other}\b")))
        pair = draw.choice(re.findall(r"(?=\b([^\W\d_]{4,} [^\W\d_]{4,})\b)", line) or [f"{words[0]}"])
        found.append(Asked("phrase", f'"{pair}"'.lower(), (rf"\b{pair}\b",)))
        found.append(Asked("prefix", f"{one[: max(4, len(one) - 3)]}*".lower(), (rf"\b{one[: max(4, len(one) - 3)]}",)))
        at = draw.randrange(1, len(one) - 1)
        found.append(Asked("fuzzy", f"{one[:at]}{one[at + 1 :]}~".lower(), ()))
    return found


KINDS = ("term", "AND", "phrase", "prefix", "fuzzy")


@dataclass(slots=True)
class Latencies:
    """Milliseconds of each answer by the clock and of a core, and how many articles (or files) it had, by kind."""

    times: dict[str, list[float]] = field(default_factory=dict)
    cores: dict[str, list[float]] = field(default_factory=dict)
    found: dict[str, list[int]] = field(default_factory=dict)

    def take(self, kind: str, seconds: float, found: int, core: float = 0.0) -> None:
        self.times.setdefault(kind, []).append(seconds * 1000)
        self.cores.setdefault(kind, []).append(core * 1000)
        self.found.setdefault(kind, []).append(found)

    def core(self, kind: str) -> str:
        """p50 and p99 of a core, which other work on the machine does not lengthen."""
        times = sorted(self.cores.get(kind, [0.0]))
        return f"{median(times):9.1f} {times[min(len(times) - 1, len(times) * 99 // 100)]:9.1f}"

    def row(self, kind: str) -> str:
        """p50, p99 and the median number of what was found."""
        if not (times := sorted(self.times.get(kind, ()))):
            return f"{'–':>13} {'–':>9} {'–':>9}"
        return (
            f"{median(times):9.1f} {times[min(len(times) - 1, len(times) * 99 // 100)]:9.1f} {median(self.found[kind]):9.0f}"
        )


def ask(folder: Path, asked: Sequence[Asked], anew: int = 0) -> Latencies:
    """Answers with their first ten hits, snippets and all; with `anew` the index is opened again after so many queries."""
    from saralau.corpus.searching.finding import search
    from saralau.corpus.searching.index import index_of
    from saralau.corpus.searching.model import Query

    told, opened = Latencies(), index_of(folder)
    for one in asked[:10]:
        search(opened, Query(one.text))  # patterns and packs are made once
    for number, one in enumerate(asked):
        if anew and number % anew == 0:
            opened = index_of(folder)
        start, spent = time.perf_counter(), time.process_time()
        answer = search(opened, Query(one.text))
        took, spent = time.perf_counter() - start, time.process_time() - spent
        told.take(one.kind, took, answer.strict if one.kind == "AND" else answer.total, spent)
    return told


def write_on(folder: Path, first: int, ends: Any, added: Any) -> None:
    """Adds acts, forty at a time as they come from a portal, until it is told to end; in a process of its own."""
    from saralau.corpus.searching.refreshing import refresh
    from saralau.corpus.store.catalogue import open_store, writing
    from saralau.corpus.store.putting import put_all

    while not ends.is_set():
        read = read_acts(first, first + 40, False).texts
        with open_store(folder, write=True) as store:
            with writing(store) as connection:
                put_all(connection, store, read)
            refresh(store, [reading for reading, _ in read])
        first += 40
        added.value += 40


def ask_under_writes(folder: Path, first: int, asked: Sequence[Asked]) -> tuple[Latencies, int]:
    """The same queries while another process adds; how many acts it added meanwhile."""
    spawn = multiprocessing.get_context("spawn")
    ends, added = spawn.Event(), spawn.Value("i", 0)
    writer = spawn.Process(target=write_on, args=(folder, first, ends, added))
    writer.start()
    while not added.value and writer.is_alive():
        time.sleep(0.05)
    before = added.value
    told = ask(folder, asked, anew=25)
    came = added.value - before
    ends.set()
    writer.join()
    return told, came


def ask_ripgrep(folder: Path, asked: Sequence[Asked]) -> Latencies:
    """Files that have all patterns of a query, as searching a clone of laws in git finds them; once unmeasured, so that the
    files are in memory."""
    told = Latencies()
    subprocess.run(["rg", "--files-with-matches", "--ignore-case", "zzzz", str(folder)], capture_output=True, check=False)
    counts = dict.fromkeys(KINDS, 0)
    for one in asked:
        if not one.patterns or counts[one.kind] >= RIPGREP:
            continue
        counts[one.kind] += 1
        start = time.perf_counter()
        files: list[str] | None = None
        for pattern in one.patterns:
            files = _ripgrep(pattern, files if files is not None else [str(folder)])
        told.take(one.kind, time.perf_counter() - start, len(files or ()))
    return told


def _ripgrep(pattern: str, places: Sequence[str]) -> list[str]:
    found: list[str] = []
    for start in range(0, len(places), 5000):  # as many as a command line takes
        command = [
            "rg",
            "--files-with-matches",
            "--ignore-case",
            "--glob",
            "*.md",
            "-e",
            pattern,
            *places[start : start + 5000],
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found += done.stdout.splitlines()
    return found


# -- telling --------------------------------------------------------------------------------------------------------


def run(sizes: Sequence[int], folder: Path, jobs: int, every: bool) -> Iterator[str]:
    """The lines of the result, as they come."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    cores = os.cpu_count()
    yield f"scale, {datetime.date.today().isoformat()}, Python {platform.python_version()}, {cores} cores, {jobs} readers"
    yield f"load before (1, 5, 15 minutes): {load}; unless near 0, other work is in all that is not CPU"
    yield f"fictional acts, seed {SEED}; documents: wordings of provisions in a language; sizes in MB, latencies in ms"
    library, files, told = folder / "library", folder / "files", Growth()
    spawn = multiprocessing.get_context("spawn")
    before = Growth()
    written = 0
    for size in sizes:
        with spawn.Pool(jobs, maxtasksperchild=100) as pool:
            grow(library, told, size, pool, jobs, every)
        yield ""
        yield from _grown(told, before, library)
        before = Growth(**{name: getattr(told, name) for name in Growth.__slots__})
        asked = questions(told.acts)
        alone = ask(library, asked)
        busy, came = ask_under_writes(library, min(told.acts, ACTS - 5000), asked)
        grepped, why = Latencies(), ""
        if shutil.which("rg"):
            written = write_some(files, _republic(), range(written, told.acts), every=every)
            grepped = ask_ripgrep(files, asked)
        else:
            why = "; ripgrep is not installed (Debian: apt-get install ripgrep)"
        yield f"  load {os.getloadavg()[0]:.1f}; the writer added {came} acts meanwhile{why}"
        heads = (f"{of + ' p50':>13} {'p99':>9} {what:>9}" for of, what in _COLUMNS)
        yield f"  {'':8} {'CPU p50':>9} {'p99':>9} |{' |'.join(heads)}"
        for kind in KINDS:
            yield f"  {kind:8} {alone.core(kind)} |{' |'.join(one.row(kind) for one in (alone, busy, grepped))}"


_COLUMNS = (("alone", "articles"), ("writing", "articles"), ("ripgrep", "files"))


def _grown(told: Growth, before: Growth, library: Path) -> Iterator[str]:
    documents, texts = max(told.documents - before.documents, 1), max(told.texts - before.texts, 1)
    amount = f"{told.acts} acts, {told.texts} texts, {told.units} units, {told.bytes / 1e6:.0f} MB of text"
    yield f"{told.documents} documents: {amount}"
    reading, putting, indexing = (getattr(told, n) - getattr(before, n) for n in ("reading", "putting", "indexing"))
    yield (
        f"  CPU seconds since the size before: reading {reading:.0f} ({1000 * reading / texts:.1f} ms a text),"
        f" putting {putting:.0f} ({1000 * putting / texts:.1f} ms a text),"
        f" indexing {indexing:.0f} ({1000 * indexing / documents:.2f} ms a document)"
    )
    yield f"  by the clock {told.whole - before.whole:.0f} s; memory: writer {told.peak} MB, a reader {told.worker} MB"
    sizes = {name: _size(library / name) for name in ("texts", "acts", "catalogue.sqlite", "index")}
    share = sizes["index"] / max(sizes["texts"], 0.001)
    yield (
        f"  on disk: texts {sizes['texts']:.0f}, records {sizes['acts']:.0f}, catalogue {sizes['catalogue.sqlite']:.0f},"
        f" index {sizes['index']:.0f} ({share:.2f} of the texts)"
    )


def _size(place: Path) -> float:
    """MB of a file or of all files below a folder."""
    if place.is_file():
        return place.stat().st_size / 1e6
    return sum(entry.stat().st_size for entry in place.rglob("*") if entry.is_file()) / 1e6


def main() -> None:
    told = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    told.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="documents")
    told.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes that read")
    told.add_argument("--every", action="store_true", help="every act in all three languages")
    told.add_argument("--folder", type=Path, help="where the library grows; else a temporary folder")
    results = ROOT / f"bench/results/scale-{datetime.date.today().isoformat()}.txt"
    told.add_argument("--results", type=Path, default=results, help="a file for the lines that are printed")
    options = told.parse_args()
    with tempfile.TemporaryDirectory(prefix="scale-") as made:
        lines: list[str] = []
        for line in run(sorted(options.sizes), options.folder or Path(made), options.jobs, options.every):
            print(line, flush=True)
            lines.append(line)
            options.results.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
