"""What the routes share: the shelf, the workers, answers about acts in hand that took long to find."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi.responses import Response

from saralau.api.limits import Limits
from saralau.api.problems import RefusedError
from saralau.corpus.sandbox import Sandbox
from saralau.corpus.shelf import Shelf, Shelved
from saralau.messages import InputError

if TYPE_CHECKING:
    from saralau.corpus.searching import Opened

_ERRANDS = "saralau.report.errands"
_LOG = logging.getLogger(__name__)


def key_of(iri: str) -> str:
    """How addresses of the API name an act: its IRI in one segment."""
    return iri.removeprefix("/akn/").replace("/", ":")


class Working:
    """The library of an API and those who work on it."""

    def __init__(self, library: Path, limits: Limits) -> None:
        self.shelf = Shelf(library)
        self.limits = limits
        self.sandbox = Sandbox(limits.workers, limits.bounds, (_ERRANDS,))
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._lock = threading.Lock()
        self._named: Mapping[str, Shelved] = {}
        self._works: tuple[Shelved, ...] | None = None
        self._shown: OrderedDict[tuple[Any, ...], Response] = OrderedDict()
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

    def work(self, key: str) -> Shelved | None:
        """The act that a key or an id names."""
        return self._refreshed().get(key)

    def _refreshed(self) -> Mapping[str, Shelved]:
        """Acts by key and id; what was shown is forgotten when the library has other texts."""
        works = self.shelf.works()
        with self._lock:
            if works is not self._works:
                self._shown.clear()
                self._works = works
                named = {one.id: one for one in reversed(works) if one.id}
                self._named = named | {key_of(one.iri): one for one in works}
            return self._named

    def shown(self, key: tuple[Any, ...], make: Callable[[], Response]) -> Response:
        """An answer about a text in hand: made once, and again when the library has other texts, where references lead."""
        self._refreshed()
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
