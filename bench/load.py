"""`python -m bench.load [--readers N] [--seconds N]`: readers of the web application, from another process on loopback.

Two hundred readers ask for a page every five seconds each, over connections that they keep, from addresses of their own:
errors and how long answers took. Then a few clients that ask as fast as they are answered (closed loop), for what the
server can do. Memory of the server is read all the while: `--seconds 600` is the soak. Timings are printed, never asserted;
a page that is not answered makes the exit code 1. Results of the soak belong in bench/results/load-DATE.txt.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[1]
SARALAU = str(Path(sys.executable).with_name("saralau"))
TEXTS = ("kz/criminal-code.ru.2025.html", "kz/criminal-code.kk.2022.md", "kz/informatization-law.ru.2026.html")
PAUSE = 5.0  # seconds between two pages of a reader
CLIENTS = 4  # of the closed loop
CLOSED = 10.0  # seconds of it
SEED = 1

# What readers look at, and how often: mostly provisions, as people who read law do.
ARTICLES = ("188", "190", "205", "206", "207", "208", "210", "213", "134", "147", "195", "256", "311", "385")
QUERIES = ("неправомерный доступ", "вредоносная программа", "ақпаратқа қол жеткізу", "unlawful access", "мошенничество")


@dataclass(slots=True)
class Answers:
    """What came back: seconds by kind of page, and what went wrong."""

    took: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)

    def all(self) -> list[float]:
        """Seconds of every answer, the quickest first."""
        return sorted(one for kind in self.took.values() for one in kind)


def pages(case: str) -> list[tuple[str, str, int]]:
    """Kind, address and weight of each page; `case` is the address of a case that is told in part."""
    work = "/akn/kz/act/code/2014-07-03/226-v"
    articles = [("article", f"{work}/rus@2025-07-16/~art_{number}", 4) for number in ARTICLES]
    found = [("search", f"/search?q={query}", 2) for query in QUERIES]
    return [
        *articles,
        *found,
        ("home", "/", 4),
        ("acts", "/acts", 3),
        ("act", f"{work}/rus@2025-07-16", 4),
        ("beside", f"{work}/rus@2025-07-16/~art_205?with=kaz@2022-07-12", 3),
        ("change", f"/change{work}/rus@2025-07-16", 3),
        ("findings", f"/findings{work}/rus@2025-07-16", 2),
        ("terms", f"/terms{work}/rus@2025-07-16", 2),
        ("map", "/map", 3),
        ("treaties", "/treaties", 2),
        ("treaty", "/treaties/budapest", 3),
        ("qualify", "/qualify", 3),
        ("case", case, 6),
    ]


def main(argv: Sequence[str]) -> int:
    """Measures and prints; 1 if a page was not answered as it should be."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--readers", type=int, default=200)
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--corpus", type=Path, default=ROOT.parent / "shared/corpus")
    given = asked.parse_args(argv)
    texts = [given.corpus / name for name in TEXTS]
    if not all(path.exists() for path in texts):
        print(f"load: not run, since {given.corpus} is not there; name it with --corpus")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        subprocess.run([SARALAU, "add", *map(str, texts), "--library", str(library)], check=True, capture_output=True)
        with served(library) as (process, base):
            return asyncio.run(_measured(process.pid, base, given.readers, given.seconds))


@contextmanager
def served(library: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The server as anybody starts it, until the end of the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [SARALAU, "serve", "--library", str(library), "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                httpx.get(base, timeout=5)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield process, base
    finally:
        process.terminate()
        process.wait(20)


async def _measured(pid: int, base: str, readers: int, seconds: float) -> int:
    case = _case(base)
    looked = pages(case)
    warm = Answers()
    async with httpx.AsyncClient(base_url=base, timeout=60) as client:
        for kind, address, _ in looked:
            await _ask(client, kind, address, warm)
    print(f"first answer of each page: {sum(warm.all()):.1f} s for {len(looked)} pages, the longest {warm.all()[-1]:.2f} s")
    answers, memory = Answers(), [_resident(pid)]
    watching = asyncio.create_task(_watch(pid, memory))
    began = time.perf_counter()
    await asyncio.gather(*(_reader(base, number, looked, seconds, answers) for number in range(readers)))
    length = time.perf_counter() - began
    watching.cancel()
    wrong = answers.errors.total()
    print(f"{readers} readers, a page every {PAUSE:g} s each, {length:.0f} s: {len(answers.all())} pages, {wrong} errors")
    print(f"  all: {_told(answers.all())} (budget 300 ms for p99)")
    for kind, each in sorted(answers.took.items()):
        print(f"  {kind}: {len(each)} pages, {_told(sorted(each))}")
    for kind, count in answers.errors.items():
        print(f"  error: {kind}, {count} times")
    early, late = memory[len(memory) // 6], memory[-1]
    print(f"  memory of the server, MB: {memory[0]:.0f} at first, {early:.0f} after a sixth of it, {late:.0f} at the end")
    closed = Answers()
    await asyncio.gather(*(_closed(base, number, looked, closed) for number in range(CLIENTS)))
    print(f"closed loop, {CLIENTS} clients: {len(closed.all()) / CLOSED:.0f} pages a second, {_told(closed.all())}")
    return 1 if answers.errors or closed.errors else 0


async def _reader(base: str, number: int, looked: Sequence[tuple[str, str, int]], seconds: float, answers: Answers) -> None:
    """One reader, from an address of its own, as the limits are for each address."""
    drawn = random.Random(SEED * 1_000_003 + number)  # the same readers in every run
    weights = [weight for _, _, weight in looked]
    until = time.perf_counter() + seconds
    await asyncio.sleep(drawn.random() * PAUSE)
    async with _client(base, number) as client:
        while time.perf_counter() < until:
            kind, address, _ = drawn.choices(looked, weights)[0]
            began = time.perf_counter()
            await _ask(client, kind, address, answers)
            await asyncio.sleep(max(0.0, PAUSE - (time.perf_counter() - began)))


async def _closed(base: str, number: int, looked: Sequence[tuple[str, str, int]], answers: Answers) -> None:
    """One client that asks anew as soon as it is answered; its address changes, since no reader may ask so often."""
    drawn = random.Random(SEED + number)
    weights = [weight for _, _, weight in looked]
    until = time.perf_counter() + CLOSED
    changed = 0
    while time.perf_counter() < until:
        changed += 1
        async with _client(base, 1_000 * (number + 1) + changed) as client:
            for _ in range(20):
                kind, address, _ = drawn.choices(looked, weights)[0]
                await _ask(client, kind, address, answers)


def _client(base: str, number: int) -> httpx.AsyncClient:
    here = f"127.1.{number // 250}.{number % 250 + 1}"
    return httpx.AsyncClient(base_url=base, timeout=60, transport=httpx.AsyncHTTPTransport(local_address=here, verify=False))


async def _ask(client: httpx.AsyncClient, kind: str, address: str, answers: Answers) -> None:
    began = time.perf_counter()
    try:
        answer = await client.get(address)
        if answer.status_code != 200:
            answers.errors[f"{kind} {answer.status_code}"] += 1
    except httpx.HTTPError as flaw:
        answers.errors[f"{kind} {type(flaw).__name__}"] += 1
    answers.took.setdefault(kind, []).append(time.perf_counter() - began)


def _case(base: str) -> str:
    """The address of a case, once an example is loaded."""
    page = httpx.get(f"{base}/qualify/example/skimmer-gang", follow_redirects=True, timeout=60)
    return page.url.raw_path.decode()


async def _watch(pid: int, memory: list[float]) -> None:
    while True:
        await asyncio.sleep(1)
        memory.append(_resident(pid))


def _resident(pid: int) -> float:
    """Megabytes that a process holds."""
    pages_held = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages_held * os.sysconf("SC_PAGE_SIZE") / 1e6


def _told(took: Sequence[float]) -> str:
    """Half of the answers came within, and nearly all, and the longest."""
    half, most = (took[int(share * (len(took) - 1))] * 1000 for share in (0.5, 0.99))
    return f"p50 {half:.0f} ms, p99 {most:.0f} ms, longest {took[-1] * 1000:.0f} ms"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
