"""The files of a library: each text under its checksum, and beside the texts a record for each that says what it is.

`texts/<ab>/<sha256>` and `acts/<ab>/<sha256>.json` (`saralau/held-act/2`), `ab` being the first letters of the checksum, so
that no folder grows too long. Libraries of before have them flat and their records in version 1, which are read as well.
Files are written beside their place and moved there whole; they are all that must be kept, since the rest is made from them.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from saralau.corpus.model import Held
from saralau.messages import InputError

SCHEMA = "saralau/held-act/2"
NEW = ".new-"  # how names of files begin that are being written
_NAMES = tuple(field.name for field in fields(Held))
_OLD = ("iri", "id", "edition", "language", "name")  # what records of version 1 have beside the checksum


def text_place(folder: Path, sha256: str) -> Path:
    """Where a text lies, or is to lie."""
    return folder / "texts" / sha256[:2] / sha256


def record_place(folder: Path, sha256: str) -> Path:
    """Where the record of a text lies, or is to lie."""
    return folder / "acts" / sha256[:2] / f"{sha256}.json"


def old_text(folder: Path, sha256: str) -> Path:
    """Where a library of before has a text."""
    return folder / "texts" / sha256


def old_records(folder: Path) -> list[Path]:
    """Records that a library of before has, by name."""
    return sorted((folder / "acts").glob("*.json"))


def records(folder: Path) -> Iterator[Path]:
    """All records by checksum, those of version 2 alone."""
    for inner in sorted((folder / "acts").glob("??")):
        yield from sorted(inner.glob("*.json"))


def held_record(held: Held) -> dict[str, str]:
    """A text in hand as JSON (`saralau/held-act/2`)."""
    return {"schema": SCHEMA, **asdict(held)}


def read_record(place: Path) -> Held:
    """What a record says. InputError if it cannot be read or lies under a name that is no checksum."""
    if not is_checksum(place.stem):
        raise InputError("library-record", name=place, why=place.stem)
    try:
        data = json.loads(place.read_text("utf-8"))
        said = {name: str(data[name]) for name in _OLD} | {name: str(data.get(name, "")) for name in _NAMES[len(_OLD) + 1 :]}
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as flaw:
        raise InputError("library-record", name=place, why=flaw) from None
    return Held(**said, sha256=place.stem)


def is_checksum(name: str) -> bool:
    """Whether a name is a SHA-256 in hexadecimal digits."""
    return re.fullmatch(r"[0-9a-f]{64}", name) is not None


def write_text(folder: Path, sha256: str, content: bytes) -> None:
    """Puts a text in its place."""
    write_whole(text_place(folder, sha256), content)


def write_record(folder: Path, held: Held) -> None:
    """Puts the record of a text in its place, for which another may stand there."""
    write_whole(record_place(folder, held.sha256), as_json(held_record(held)))


def read_content(folder: Path, sha256: str, name: str) -> bytes:
    """The text with this checksum. InputError if it is absent or is not what was added; `name` is for the sentence."""
    place = text_place(folder, sha256)
    if not place.is_file() and old_text(folder, sha256).is_file():
        place = old_text(folder, sha256)
    try:
        content = place.read_bytes()
    except OSError as refusal:
        raise InputError("file-refused", name=f"{name} ({place})", why=refusal.strerror or refusal) from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise InputError("library-text", name=place)
    return content


def as_json(record: Any) -> bytes:
    """JSON that people can read."""
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def write_whole(place: Path, content: bytes) -> None:
    """Writes a file whole or not at all; one that has the same content is left alone. InputError if it cannot be written."""
    try:
        if place.is_file() and place.read_bytes() == content:
            return
        # The process is in the name: one that died leaves a file that no other takes for its own.
        beside = place.parent / f"{NEW}{os.getpid()}-{place.name[:32]}"
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        except FileNotFoundError:
            place.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            beside.replace(place)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as refusal:
        raise refused(place, refusal) from None


def refused(place: Path, refusal: OSError) -> InputError:
    """The sentence for a file that cannot be written."""
    if refusal.errno in (errno.ENOSPC, errno.EDQUOT):
        return InputError("library-disk-full", name=place)
    return InputError("output-refused", name=place, why=refusal.strerror or refusal)
