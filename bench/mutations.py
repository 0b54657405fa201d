"""Mutations by the million: `python -m bench.mutations --count 1000000 --seed 1 [--jobs N]`.

Each case is drawn from its own seed, "<seed>:<number>", and is one of two: the fictional act's tree damaged, written in a
format, read, and held against what was written; or a file of the act damaged in its bytes, read or refused. A case that
crashes, hangs, loses a character or refuses without naming the file is printed with its seed, and the run fails.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from os import cpu_count
from pathlib import Path
from types import FrameType

from tests.documents.damage import check_tree, damaged_bytes, damaged_tree, read_or_refused
from tests.documents.writing import source, written

SHARES = {"html": 26, "md": 26, "txt": 18, "broken.txt": 6, "xml": 9, "docx": 8, "odt": 5, "pdf": 1, "untagged.pdf": 1}
PLACES = {"html": 0, "md": 1, "txt": 2, "broken.txt": 2, "xml": 3, "docx": 4, "odt": 5, "pdf": 6, "untagged.pdf": 6}
LONGEST = 20  # seconds for one case
BATCH = 1_000


def case(seed: str) -> str:
    """Runs one case; what it was and how it ended. Raises AssertionError and whatever the readers let through."""
    dice = random.Random(seed)
    format_ = dice.choices(list(SHARES), list(SHARES.values()))[0]
    language = dice.choice(("ru", "kk", "en"))
    if dice.random() < 0.5:
        whole = check_tree(damaged_tree(source(language), dice), format_)
        return f"{format_}, tree: {'whole' if whole else 'nothing left'}"
    act = read_or_refused(damaged_bytes(written(language, format_), format_, dice), f"a.{format_}")
    return f"{format_}, bytes: {'refused' if act is None else 'read'}"


def batch(seed: int, number: int) -> tuple[Counter[str], list[str]]:
    """A thousand cases: how they ended, and the ones that failed."""
    ended: Counter[str] = Counter()
    failed: list[str] = []
    signal.signal(signal.SIGALRM, _hung)
    for index in range(number * BATCH, (number + 1) * BATCH):
        signal.setitimer(signal.ITIMER_REAL, LONGEST)
        try:
            ended[case(f"{seed}:{index}")] += 1
        except Exception as flaw:  # whatever it is, it is a finding
            failed.append(f"{seed}:{index}: {type(flaw).__name__}: {str(flaw)[:300]}")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    return ended, failed


def _hung(signum: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {LONGEST} s")


def run(count: int, seed: int, jobs: int, begin: int = 0) -> Iterator[str]:
    """Lines of the report, the last one the verdict."""
    ended: Counter[str] = Counter()
    failed: list[str] = []
    start = time.perf_counter()
    batches = -(-count // BATCH)
    with ProcessPoolExecutor(jobs) as pool:
        for done, (counted, flaws) in enumerate(pool.map(partial(batch, seed), range(begin, begin + batches)), 1):
            ended += counted
            failed += flaws
            sys.stderr.writelines(f"{flaw}\n" for flaw in flaws)
            if done % max(batches // 20, 1) == 0:
                sys.stderr.write(
                    f"{done * BATCH:>9,} of {batches * BATCH:,}, {len(failed)} failed, {time.perf_counter() - start:.0f} s\n"
                )
    yield f"mutations: {batches * BATCH:,}, seed {seed}, {time.perf_counter() - start:.0f} s in {jobs} processes"
    for how, number in sorted(ended.items()):
        yield f"  {how}: {number:,}"
    yield from failed
    yield f"failed: {len(failed)}"


def write(folder: Path) -> None:
    """The act in every format, as inputs of `bench/fuzz.py`: the first byte is the format's place there."""
    for format_, place in PLACES.items():
        for language in ("ru", "kk", "en"):
            (folder / f"{language}.{format_}").write_bytes(bytes([place]) + written(language, format_))


def main() -> int:
    """Runs the cases that were asked for; 1 if any failed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=cpu_count() or 1)
    asked.add_argument("--begin", type=int, default=0, help="begin with this thousand")
    asked.add_argument("--case", help="one case by its seed, to look at it")
    asked.add_argument(
        "--write", type=Path, help="write the undamaged files into a folder, each behind a byte that fuzz.py reads"
    )
    options = asked.parse_args()
    if options.write:
        write(options.write)
        return 0
    if options.case:
        print(case(options.case))
        return 0
    last = ""
    for last in run(options.count, options.seed, options.jobs, options.begin):
        print(last)
    return int(last != "failed: 0")


if __name__ == "__main__":
    sys.exit(main())
