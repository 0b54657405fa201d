"""A case in an address: JSON, squeezed, in letters that addresses may have. What comes is bounded before it is read."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from typing import Any

from saralau.cases import Case
from saralau.cases.editing import MOST
from saralau.cases.reading import case_from
from saralau.cases.writing import case_record
from saralau.messages import InputError

_LONGEST = 12_000  # characters of an address that holds a case
_LARGEST = 60_000  # characters of a case
_ANSWERS = 60  # to one question, and rows of any other list


def packed(case: Case) -> str:
    """A case as an address has it. InputError for one that is too large for that."""
    found = base64.urlsafe_b64encode(zlib.compress(written(case).encode(), 9)).decode().rstrip("=")
    if len(found) > _LONGEST:
        raise InputError("web-case-long")
    return found


def written(case: Case) -> str:
    """A case as JSON, without a space too many."""
    return json.dumps(case_record(case), ensure_ascii=False, separators=(",", ":"))


def taken(data: Any) -> Case:
    """The case in data as JSON has it. InputError for a mistake, and for more than a form can make."""
    _bounded(data)
    if not _is_text(data):
        raise InputError("web-case-unreadable")
    return case_from(data, "case", begun=True)


def unpacked(packed: str) -> Case:
    """The case in an address; InputError for anything else, and for what would grow beyond measure."""
    if len(packed) > _LONGEST:
        raise InputError("web-case-unreadable")
    try:
        squeezed = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        text = zlib.decompressobj().decompress(squeezed, _LARGEST).decode()
        data = json.loads(text) if text.startswith("{") else _in_lines(text)
    except (ValueError, binascii.Error, zlib.error, RecursionError, LookupError):
        raise InputError("web-case-unreadable") from None
    return taken(data)


def _bounded(data: Any) -> None:
    """InputError for a case of more persons, acts or answers than a form can make."""
    if not isinstance(data, dict):
        raise InputError("web-case-unreadable")
    if any(isinstance(data.get(key), list) and len(data[key]) > MOST for key in ("persons", "acts")):
        raise InputError("case-too-many", most=MOST)
    waiting: list[Any] = [value for key, value in data.items() if key not in ("unknown", "complete", "expect")]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list) and len(node) > _ANSWERS:
            raise InputError("web-case-unreadable")
        if isinstance(node, list | dict):
            waiting.extend(node.values() if isinstance(node, dict) else node)


def _is_text(data: Any) -> bool:
    """Whether all words in data can be written: JSON can name halves of characters, which nobody can."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeError:
        return False
    return True


def _in_lines(text: str) -> dict[str, Any]:
    """A case as older addresses have it: the file that `case_text` writes, a value a line."""
    data: dict[str, Any] = {}
    key = ""
    for line in text.splitlines():
        if line.startswith("  - "):
            data[key].append(json.loads(line[4:]))
            continue
        key, _, value = line.partition(": " if ": " in line else ":")
        data[key] = value if key == "schema" else json.loads(value) if value else []
    return data
