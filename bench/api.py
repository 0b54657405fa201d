"""The API on loopback: requests a second and how long they take, closed loop, a few clients at a time, another process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

from saralau.corpus.searching import refresh
from saralau.corpus.store.catalogue import open_store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.units import Hints, read_text
from saralau.packs.reading import read_yaml

ROOT = Path(__file__).resolve().parents[1]
ACT = "kz:act:code:2014-07-03:226-v"
CODES = {"kz/criminal-code.ru.2025.html": "2025-07-16", "kz/criminal-code.kk.2022.md": "2022-07-12"}
CASE = ROOT / "examples/cases/skimmer-gang.yaml"
_CLIENTS, _SECONDS = 4, 5.0
_SERVE = """
import sys, uvicorn
from fastapi import FastAPI
from pathlib import Path
from saralau.api.app import make_api
app = FastAPI(openapi_url=None)
app.mount("/api/v1", make_api(Path(sys.argv[1])))
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
"""


def rows(corpus: Path) -> Iterator[str]:
    """The rows of the table from the texts under `corpus`, none where they are absent."""
    if not all((corpus / name).is_file() for name in CODES):
        return
    yield f"API: {_CLIENTS} clients, each with one request at a time, {_SECONDS:.0f} s, over loopback"
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), corpus)
        port = _port()
        server = subprocess.Popen([sys.executable, "-c", _SERVE, folder, str(port)])
        try:
            yield from _measured(f"http://127.0.0.1:{port}/api/v1", server.pid)
        finally:
            server.terminate()
            server.wait()


def fill(folder: Path, corpus: Path) -> None:
    """A library with the codes of the corpus."""
    with open_store(folder, write=True) as store:
        with writing(store) as connection:
            for name, edition in CODES.items():
                content = (corpus / name).read_bytes()
                put_all(connection, store, [(read_text(content, Path(name).name, Hints(edition=edition)), content)])
        refresh(store)


def _port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _measured(root: str, server: int) -> Iterator[str]:
    case = json.dumps(read_yaml(CASE)[0]).encode()
    requests = {
        "provision (205, ru)": ("GET", f"{root}/acts/{ACT}/provisions/205?lang=ru", None),
        "provision, not changed (304)": ("GET", f"{root}/acts/{ACT}/provisions/205?lang=ru", None),
        "search (неправомерный доступ)": ("GET", f"{root}/search?q=неправомерный доступ", None),
        "qualify (skimmer-gang)": ("POST", f"{root}/cases/qualify", case),
    }
    with httpx.Client(timeout=120) as first:
        for _ in range(200):
            try:
                first.get(f"{root}/health")
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        for name, (method, address, body) in requests.items():
            headers = {"content-type": "application/json"} if body else {}
            began = time.perf_counter()
            answer = first.request(method, address, content=body, headers=headers)
            cold = time.perf_counter() - began
            assert answer.status_code == 200, answer.text
            if "304" in name:
                headers["if-none-match"] = answer.headers["etag"]
            before = _cpu(server)
            took, seconds = _hammered(method, address, body, headers)
            cpu = (_cpu(server) - before) / len(took) * 1000
            took.sort()
            half, most = (took[int(share * len(took))] * 1000 for share in (0.5, 0.99))
            rate = (
                f"{len(took) / seconds:.0f} requests/s, p50 {half:.1f} ms, p99 {most:.1f} ms, {cpu:.1f} ms of the processor"
            )
            yield f"  {name}: {rate}; the first {cold * 1000:.0f} ms; {len(answer.content)} bytes"


def _cpu(server: int) -> float:
    """Seconds of the processor that a process and its workers have taken (Linux; elsewhere none)."""
    total = 0
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if str(server) in (place.parent.name, told[1]):
            total += int(told[11]) + int(told[12])
    return total / os.sysconf("SC_CLK_TCK")


def _hammered(method: str, address: str, body: bytes | None, headers: dict[str, str]) -> tuple[list[float], float]:
    """How long each request took, and how long all did together."""
    took: list[float] = []

    def client() -> None:
        with httpx.Client(timeout=60) as asking:
            until = time.perf_counter() + _SECONDS
            while (began := time.perf_counter()) < until:
                status = asking.request(method, address, content=body, headers=headers).status_code
                assert status in (200, 304), status
                took.append(time.perf_counter() - began)

    threads = [threading.Thread(target=client) for _ in range(_CLIENTS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took, time.perf_counter() - began


if __name__ == "__main__":
    for row in rows(ROOT.parent / "shared/corpus"):
        print(row)
