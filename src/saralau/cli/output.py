"""What commands print and write: JSON lines, and files that appear whole or not at all."""

from __future__ import annotations

import datetime
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import typer

from saralau.messages import InputError


def read_date(typed: str) -> str:
    """A day as the user typed it, as ISO."""
    try:
        return datetime.date.fromisoformat(typed).isoformat()
    except ValueError:
        raise InputError("date-unreadable", typed=typed) from None


def print_json(record: Any) -> None:
    """One record on one line."""
    typer.echo(json.dumps(record, ensure_ascii=False))


def write_file(place: Path, text: str | bytes) -> None:
    """Writes a file whole or not at all: what stood there stays until the new one is complete."""
    try:
        _replace(place, text)
    except OSError as refusal:
        raise InputError("output-refused", name=place, why=refusal.strerror or refusal) from None


def _replace(place: Path, text: str | bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        Path(name).chmod(0o644)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
