"""One server over a library of fictional acts, and one browser, for all journeys."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ..conftest import EXAMPLES

pytest.importorskip("fastapi", reason="needs the extra `web`")
pytest.importorskip("sqlalchemy", reason="needs the extra `search`")
pytest.importorskip("playwright", reason="needs playwright, of the development group")
pytest.importorskip("axe_playwright_python", reason="needs axe-playwright-python, of the development group")

import httpx
from playwright.sync_api import Browser, sync_playwright

from saralau.corpus.searching import refresh
from saralau.corpus.store.catalogue import open_store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.units import Hints, read_text

from .reader import Manner, Reader

CODE, OLDER, NEWER = "/akn/alt/act/code/2020-02-28/17", "2020-02-28", "2023-01-01"
Read = Callable[[str, Manner], Reader]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# No sandbox, since CI runs as root; nothing that looks for other machines.
QUIETLY = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Where there is none the journeys are skipped, with the reason; never in CI."""
    if CHROMIUM is None:
        reason = "the journeys need Chromium (apt-get install chromium)"
        if os.environ.get("SARALAU_REQUIRE_BROWSER"):
            pytest.fail(f"{reason}, and CI must not skip them")
        pytest.skip(reason)
    with sync_playwright() as player:  # of the package, not of the session: while it plays no other test can run a loop
        chromium = player.chromium.launch(executable_path=CHROMIUM, args=list(QUIETLY))
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional code in three languages, with a newer edition in Russian."""
    folder = tmp_path_factory.mktemp("acts")
    russian = (EXAMPLES / "sample-code.ru.html").read_text("utf-8")
    start, end = russian.index("<h3> Статья 22."), russian.index("<h3> Глава 3.")
    newer = (russian[:start] + russian[end:]).replace("до пятисот месячных", "до шестисот месячных")
    texts = (
        ("code.en.md", (EXAMPLES / "sample-code.en.md").read_text("utf-8"), Hints(CODE, "Criminal Code of Altynsay", OLDER)),
        ("code.kk.md", (EXAMPLES / "sample-code.kk.md").read_text("utf-8"), Hints(CODE, "Алтынсайдың Қылмыстық кодексі", OLDER)),
        ("older.ru.html", russian, Hints(CODE, "Уголовный кодекс Алтынсая", OLDER)),
        ("newer.ru.html", newer, Hints(CODE, "Уголовный кодекс Алтынсая", NEWER)),
    )  # fmt: skip
    with open_store(folder, write=True) as store:
        with writing(store) as connection:
            for name, text, hints in texts:
                put_all(connection, store, [(read_text(text.encode(), name, hints), text.encode())])
        refresh(store, [])
    return folder


@pytest.fixture(scope="package")
def server(acts: Path) -> Iterator[str]:
    """`saralau serve`, as who sits at the machine starts it; its address."""
    with serving(acts) as address:
        yield address


@contextmanager
def serving(library: Path, *options: str, **variables: str) -> Iterator[str]:
    """A server as a process of its own, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "saralau.cli.main", "serve", "--library", str(library), "--port", str(port), *options]
    process = subprocess.Popen(line, env=os.environ | variables, stderr=subprocess.PIPE, text=True)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                httpx.get(f"{address}/healthz")
                break
            except httpx.TransportError:
                assert process.poll() is None, process.stderr.read() if process.stderr else ""
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture
def read(browser: Browser, server: str) -> Iterator[Read]:
    """Gives a reader of a language, in a manner of reading; closes its window at the end and holds what it met."""
    readers: list[Reader] = []

    def reader(code: str, manner: Manner) -> Reader:
        readers.append(Reader(browser, server, code, manner))
        return readers[-1]

    yield reader
    for one in readers:
        one.leave()
