"""What the routes share: the library with its workers, and provisions as they were answered last."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi.responses import Response

from saralau.api.limits import Limits
from saralau.corpus.sandbox import BusyError
from saralau.report import working
from saralau.report.working import key_of

__all__ = ["Working", "key_of"]


class Working(working.Working):
    """The library of an API and those who work on it."""

    def __init__(self, library: Path, limits: Limits) -> None:
        super().__init__(library, limits.workers, limits.bounds, limits.kept)
        self.limits = limits
        self._shown: OrderedDict[tuple[Any, ...], Response] = OrderedDict()
        self._places = threading.BoundedSemaphore(limits.waiting)

    def errand(self, name: str, *arguments: Any) -> Any:
        """As there; BusyError at once where too many wait for a worker: each of them keeps a thread from other answers."""
        if not self._places.acquire(blocking=False):
            raise BusyError("sandbox-busy")
        try:
            return super().errand(name, *arguments)
        finally:
            self._places.release()

    def changed(self) -> None:
        """What was shown is forgotten when the library has other texts, where references lead."""
        self._shown.clear()

    def shown(self, key: tuple[Any, ...], make: Callable[[], Response]) -> Response:
        """An answer about a text in hand: made once, and again when the library has other texts."""
        self.refreshed()
        with self._lock:
            if key in self._shown:
                self._shown.move_to_end(key)
                return self._shown[key]
        made = make()
        with self._lock:
            self._shown[key] = made
            while len(self._shown) > self.limits.shown:
                self._shown.popitem(last=False)
        return made
