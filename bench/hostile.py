"""`python -m bench.hostile [--seconds N]`: schemathesis at every address of a running server, in each way to know who asks.

`saralau serve` is started over a small fictional library as anybody starts it, but for the limits of how often one may
ask: for one person at the machine, with accounts (a token is shown), behind a proxy that names who asks. The API is held to
its own description; pages, which have none, to a list of their parameters that the framework makes: none may break. Each
way takes at most a third of the seconds, half of it for the API. A finding, or a trace in the server's log, makes the exit
code 1. Results belong in bench/results/hostile-DATE.txt.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(sys.executable).parent
SETTINGS = ROOT / "tests/api/schemathesis.toml"
SECRET = "s" * 40
WORK = "/akn/alt/act/code/2020-02-28/17"
TEXTS = ("sample-code.en.md", "sample-code.ru.html", "sample-code.kk.md")
# The command, but that nobody is told to wait: chance would otherwise look at little else.
UNHURRIED = """
from saralau.web.security import Buckets
Buckets.take = lambda *asked, **more: True
from saralau.cli.main import run
run()
"""
# What no program may be made to do by chance: sign out, or change the password of who is asking.
LEFT_OUT = "^/(sign-out|account/password)$"


class Way(NamedTuple):
    """How a server knows who asks: what it is started with, and what a request shows."""

    name: str
    options: tuple[str, ...]
    headers: Mapping[str, str]


def main(argv: Sequence[str]) -> int:
    """Runs all and prints what was found; 1 where something was."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--seconds", type=float, default=360.0)
    asked.add_argument("--examples", type=int, default=20, help="requests of each kind to an address")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args(argv)
    found = 0
    print(f"python -m bench.hostile --seconds {given.seconds:g} --examples {given.examples} --seed {given.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        _fill(library)
        token = _token(library)
        ways = (
            Way("local", (), {}),
            Way("accounts", ("--accounts",), {"Authorization": f"Bearer {token}"}),
            Way("proxy", ("--identity-header", "X-Remote-User", "--trusted-proxy", "127.0.0.1"), {"X-Remote-User": "aliya"}),
        )
        for way in ways:
            with _served(library, way, Path(folder) / f"{way.name}.log") as base:
                pages = Path(folder) / "pages.json"
                pages.write_text(json.dumps(_pages(library)), "utf-8")
                seconds = given.seconds / len(ways) / 2
                known = f"{base}/api/v1/openapi.json"
                found += _run(f"{way.name}, API", known, way, Path(folder), seconds, given.examples, given.seed, base, ())
                only = ("--checks", "not_a_server_error", "--exclude-path-regex", LEFT_OUT)
                found += _run(
                    f"{way.name}, pages", str(pages), way, Path(folder), seconds, given.examples, given.seed, base, only
                )
            log = (Path(folder) / f"{way.name}.log").read_text("utf-8")
            traces = len(re.findall(r"^Traceback", log, re.MULTILINE))
            print(f"  {way.name}: {traces} traces in the log of the server", *([log[-4000:]] if traces else []), flush=True)
            found += traces
    return 1 if found else 0


def _fill(library: Path) -> None:
    for name in TEXTS:
        line = ["add", str(ROOT / "examples" / name), "--as", WORK, "--title", "Sample code", "--library", str(library)]
        subprocess.run([HERE / "saralau", *line], check=True, capture_output=True)


def _token(library: Path) -> str:
    """The token of an editor who has a password, so that a server with accounts starts."""
    environment = {**os.environ, "SARALAU_PASSWORD": "a long password"}
    account = [HERE / "saralau", "account"]
    line = [*account, "add", "aliya", "--role", "editor", "--library", library]
    subprocess.run(line, check=True, capture_output=True, env=environment)
    line = [*account, "token", "aliya", "--label", "fuzz", "--library", library]
    return subprocess.run(line, check=True, capture_output=True, text=True).stdout.split()[0]


def _pages(library: Path) -> object:
    """A description of the pages, as the framework makes it of their parameters."""
    from fastapi.openapi.utils import get_openapi

    from saralau.web.app import make_app
    from saralau.web.settings import Settings

    return get_openapi(title="pages", version="0", routes=make_app(Settings(library)).routes)


@contextmanager
def _served(library: Path, way: Way, log: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [sys.executable, "-c", UNHURRIED, "serve", "--library", library, "--port", str(port), *way.options]
    with log.open("wb") as errors:
        process = subprocess.Popen(line, stderr=errors, env={**os.environ, "SARALAU_SECRET": SECRET})
        base = f"http://127.0.0.1:{port}"
        try:
            for _ in range(600):
                try:
                    httpx.get(f"{base}/healthz", timeout=5)
                    break
                except httpx.TransportError:
                    time.sleep(0.1)
            yield base
        finally:
            process.terminate()
            process.wait(20)


def _run(
    name: str,
    description: str,
    way: Way,
    folder: Path,
    seconds: float,
    examples: int,
    seed: int,
    base: str,
    more: Sequence[str],
) -> int:
    """A run of schemathesis, within the limits of the server; how many operations failed, at least one where it did."""
    url = f"{base}/api/v1" if description.startswith("http") else base
    line = [
        HERE / "schemathesis", "--config-file", SETTINGS, "run", description, "--url", url, "--phases", "fuzzing",
        "--max-examples", str(examples), "--max-time", f"{seconds:.0f}", "--seed", str(seed),
        "--continue-on-failure", "--no-color", "--generation-database", "none", *more,
    ]  # fmt: skip
    for header, value in way.headers.items():
        line += ["-H", f"{header}: {value}"]
    done = subprocess.run(line, capture_output=True, text=True, cwd=folder, check=False)
    told = " ".join(re.findall(r"(?m)^ *(?:Selected|Tested|Skipped|Failed): .*|^ *\d+ generated.*", done.stdout))
    print(f"{name}: {'nothing found' if done.returncode == 0 else 'FOUND'}; {' '.join(told.split())}", flush=True)
    if done.returncode:
        print(done.stdout[-6000:], done.stderr[-2000:], flush=True)
    return int(done.returncode != 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
