"""What the routes share: the shelf, the workers, answers about acts in hand that took long to find."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from saralau.api.limits import Limits
from saralau.api.problems import RefusedError
from saralau.corpus.sandbox import Sandbox
from saralau.corpus.shelf import Shelf
from saralau.messages import InputError

if TYPE_CHECKING:
    from saralau.corpus.searching import Opened

_ERRANDS = "saralau.report.errands"
_LOG = logging.getLogger(__name__)


class Working:
    """The library of an API and those who work on it."""

    def __init__(self, library: Path, limits: Limits) -> None:
        self.shelf = Shelf(library)
        self.limits = limits
        self.sandbox = Sandbox(limits.workers, limits.bounds, (_ERRANDS,))
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._lock = threading.Lock()
        self._index: tuple[int, Opened] | None = None

    def index(self) -> Opened:
        """The index of the library as it is now; a problem where there is none that this Saralau can read."""
        from saralau.corpus.searching import index_of
        from saralau.corpus.searching.index import place_of

        place = place_of(self.shelf.folder) / "meta.json"
        with self._lock:
            try:
                stamp = place.stat().st_mtime_ns
                if self._index is None or self._index[0] != stamp:
                    self._index = (stamp, index_of(self.shelf.folder))
            except (OSError, InputError) as flaw:
                _LOG.warning("%s", flaw)
                raise RefusedError(503, "api-index-absent") from None
            return self._index[1]

    def errand(self, name: str, *arguments: Any) -> Any:
        """Has a function of `report.errands` run in a worker."""
        return self.sandbox.run(f"{_ERRANDS}:{name}", *arguments)

    def known(self, name: str, *arguments: Any) -> Any:
        """The same for acts in hand, whose texts never change: the answer is kept. The arguments can be hashed."""
        key = (name, *arguments)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = self.errand(name, self.shelf.folder, *arguments)
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > self.limits.kept:
                self._kept.popitem(last=False)
        return found
