"""The nouns of the room: a text that can be read, one that cannot, what is no text, what was looked through whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from saralau.corpus.units import Hints

_NONE = Hints()


@dataclass(frozen=True, slots=True)
class Item:
    """A text that can be read.

    `path` is its name among sources and stays the same from one adding to the next; `stamp` differs whenever its bytes may
    differ. `name` is a file's name, by which its format is told. `read` gives its bytes, in another process: a function of a
    module, or a `functools.partial` of one; InputError if it cannot. `source` is where it came from if
    `path` does not say all.
    """

    path: str
    stamp: str
    name: str
    read: Callable[[], bytes]
    hints: Hints = _NONE
    source: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """What is not read: where it lies, the id of the message that says why, and what the message needs."""

    path: str
    reason: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """A file that nobody would take for an act's text: it is counted and no more said of it."""

    path: str


@dataclass(frozen=True, slots=True)
class Walked:
    """An archive or a history was looked through to its end, or has not changed since it was (`known`)."""

    path: str
    stamp: str
    known: bool


Found: TypeAlias = Item | Skipped | Aside | Walked


def skipped(path: str, reason: str, **details: object) -> Skipped:
    """What is not read, with the details of its message as text."""
    return Skipped(path, reason, tuple((name, str(value)) for name, value in details.items()))
