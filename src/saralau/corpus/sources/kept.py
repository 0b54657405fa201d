"""What stays open between one text and the next: archives and repositories, a few at a time in each process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar


class Open(Protocol):
    """What can be closed."""

    def close(self) -> None:
        """Lets go of files."""


Opened = TypeVar("Opened", bound=Open)
_MOST = 4
_open: dict[tuple[str, ...], Open] = {}


def kept(key: tuple[str, ...], opener: Callable[[], Opened]) -> Opened:
    """What was opened under a key, or is now; the one that was used longest ago is closed for it."""
    found = _open.pop(key, None) or opener()
    _open[key] = found
    if len(_open) > _MOST:
        _open.pop(next(iter(_open))).close()
    return found  # type: ignore[return-value]  # a key has one kind of things


@contextmanager
def sources_open() -> Iterator[None]:
    """Inside, archives and repositories may stay open; at the end all are closed."""
    try:
        yield
    finally:
        while _open:
            _open.popitem()[1].close()
