"""Schemathesis over the description, against a server on this machine: what it makes up is answered as described."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from saralau.api.app import make_api
from saralau.api.limits import Limits
from saralau.keeping import cases
from saralau.keeping.keeper import Keeper
from saralau.keeping.people import HERSELF, WHO

from .test_api import CASE

pytest.importorskip("schemathesis", reason="a tool of the tests")
uvicorn = pytest.importorskip("uvicorn", reason="needs the extra `web`")

HERE = Path(__file__).parent
# Slow to compute for each of the days and places that are made up; held by tests of their own, and by the long run.
SLOW = "^/(treaties/.*/coverage|jurisdictions/.*/relevance|terms)"
# Their parameters and bodies are all of kinds that other operations have too, so that chance alone looks at them here, and
# the systematic phase in the long run.
ALIKE = (
    "^/(structure|offences|register|history|definitions|stale|concordance|causes|citations)$"
    "|^/acts/[^/]*/(draft|impact|stale|concordance|map|definitions|alignment|audit|history)$"
)
QUICK = f"""
[[operations]]
include-path-regex = '{ALIKE}'
phases = {{ coverage.enabled = false }}
"""


@pytest.fixture(scope="module")
def address(wider: Path) -> Iterator[str]:
    with served(make_api(wider, Limits())) as address:
        yield address


@contextmanager
def served(api: FastAPI) -> Iterator[str]:
    """A server on this machine, which takes everybody for who sits at it; the address of its description."""
    app = FastAPI(openapi_url=None)
    app.mount("/api/v1", api)

    async def known(scope: Any, receive: Any, send: Any) -> None:
        await app({**scope, WHO: HERSELF}, receive, send)

    server = uvicorn.Server(uvicorn.Config(known, host="127.0.0.1", port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/api/v1/openapi.json"
    finally:
        server.should_exit = True
        thread.join()
        api.state.working.sandbox.close()


def run(address: str, folder: Path, *options: str, more: str = "") -> str:
    """What it says; an assertion with all of it where it found something. `more` stands behind the settings."""
    settings = folder / "schemathesis.toml"
    settings.write_text((HERE / "schemathesis.toml").read_text("utf-8") + more, "utf-8")
    line = [
        str(Path(sys.executable).parent / "schemathesis"),
        "--config-file",
        str(settings),
        "run",
        address,
    ]
    line += ["--continue-on-failure", "--no-color", "--generation-database", "none", *options]
    done = subprocess.run(line, capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_finds_nothing_in_a_minute(address: str, tmp_path: Path) -> None:
    """The same run each time: chance has its place in the long one."""
    said = run(address, tmp_path, "--phases", "coverage,fuzzing", "--max-examples", "3", "--seed", "10",
               "--exclude-path-regex", SLOW, more=QUICK)  # fmt: skip
    assert "49 passed" in said.replace("\n", " "), said


@pytest.mark.long
def test_it_finds_nothing_in_saved_cases(library: Path, tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    owner, keys = HERSELF.owner, keeper.keys()
    there = cases.save(keeper.opened(), keys, owner, "There", json.dumps(CASE))
    more = QUICK + f'\n[[operations]]\ninclude-path-regex = "^/cases/saved/"\nparameters = {{ "path.id" = "{there.id}" }}\n'
    with served(make_api(library, Limits(), keeper)) as address:
        said = run(address, tmp_path, "--phases", "coverage,fuzzing", "--max-examples", "100", "--seed", "10",
                   "--include-path-regex", "^/cases/saved", more=more)  # fmt: skip
    keeper.close()
    assert "5 passed" in said.replace("\n", " "), said


@pytest.mark.long
def test_it_finds_nothing_in_ten_minutes(address: str, tmp_path: Path) -> None:
    assert "52 passed" in run(address, tmp_path, "--max-time", "600")
