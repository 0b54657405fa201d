"""The log of what was done: a line of JSON (`saralau/log/1`) for each deed, only ever added to; never what is in a case.

The file is opened for each line: who moves it away to rotate it loses nothing and need tell nobody.
"""

from __future__ import annotations

import datetime
import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from saralau.messages import InputError

FILE = "audit.jsonl"
SCHEMA = "saralau/log/1"
DEEDS = (
    "signed-in", "sign-in-failed", "sign-in-throttled", "signed-out", "refused",
    "case-saved", "case-opened", "case-renamed", "case-deleted", "case-exported", "cases-rekeyed", "uploaded", "act-added",
    "account-added", "account-removed", "role-changed", "password-changed", "token-made", "token-revoked",
)  # fmt: skip
_LOG = logging.getLogger(__name__)
_LONGEST = 200  # characters of a word that came from outside


def note(folder: Path, what: str, who: str, address: str, of: str = "") -> None:
    """Adds a line: what was done, by whom, from where, and of what (an id, a name of an account, a path). That it cannot be
    written is told in the server's log and stops nobody.
    """
    assert what in DEEDS
    moment = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    told = {
        "schema": SCHEMA,
        "time": moment,
        "what": what,
        "who": who[:_LONGEST],
        "address": address[:_LONGEST],
        "of": of[:_LONGEST],
    }
    line = json.dumps(told, ensure_ascii=True).encode() + b"\n"  # one line, whatever somebody called themselves
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)
    except OSError as refusal:
        _LOG.error("%s: %s; lost: %s", folder / FILE, refusal.strerror, line.decode().strip())


def lines(place: Path) -> Iterator[dict[str, Any]]:
    """The lines of a log, the oldest first; one that is damaged is passed over. InputError if it cannot be read."""
    try:
        with place.open("rb") as file:
            for line in file:
                try:
                    told = json.loads(line)
                except ValueError:
                    continue
                if isinstance(told, dict) and told.get("schema") == SCHEMA:
                    yield told
    except OSError as refusal:
        raise InputError("file-refused", name=place, why=refusal.strerror or refusal) from None
