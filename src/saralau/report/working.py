"""What servers share: the shelf of a library, its index, the workers, answers about acts in hand that took long to find."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from saralau.corpus.model import Held
from saralau.corpus.sandbox import Bounds, Sandbox
from saralau.corpus.shelf import Shelf, Shelved
from saralau.messages import InputError
from saralau.report.act_view import Understanding, understand

if TYPE_CHECKING:
    from saralau.corpus.searching import Opened

_ERRANDS = "saralau.report.errands"
_LOG = logging.getLogger(__name__)


class NoIndexError(InputError):
    """The library has no index that can be searched in."""


def key_of(iri: str) -> str:
    """How addresses of servers name an act: its IRI in one segment."""
    return iri.removeprefix("/akn/").replace("/", ":")


class Working:
    """The library of a server and those who work on it. Safe to ask from several threads.

    `kept` answers about acts in hand that took long to find are kept.
    """

    def __init__(self, library: Path, workers: int, bounds: Bounds, kept: int) -> None:
        self.shelf = Shelf(library)
        self.sandbox = Sandbox(workers, bounds, (_ERRANDS, f"{_ERRANDS}.sent", f"{_ERRANDS}.beside"))
        self._most = kept
        self._kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._lock = threading.Lock()
        self._named: Mapping[str, Shelved] = {}
        self._works: tuple[Shelved, ...] | None = None
        self._index: tuple[int, Opened] | None = None

    def index(self) -> Opened:
        """The index of the library as it is now. NoIndexError where there is none that this Saralau can read."""
        try:
            from saralau.corpus.searching import index_of
            from saralau.corpus.searching.index import place_of
        except ModuleNotFoundError:
            raise NoIndexError("api-index-absent") from None
        place = place_of(self.shelf.folder) / "meta.json"
        with self._lock:
            try:
                stamp = place.stat().st_mtime_ns
                if self._index is None or self._index[0] != stamp:
                    self._index = (stamp, index_of(self.shelf.folder))
            except (OSError, InputError) as flaw:
                _LOG.warning("%s", flaw)
                raise NoIndexError("api-index-absent") from None
            return self._index[1]

    def work(self, key: str) -> Shelved | None:
        """The act that a key or an id names."""
        return self.refreshed().get(key)

    def refreshed(self) -> Mapping[str, Shelved]:
        """Acts by key and id, as the library has them now."""
        works = self.shelf.works()
        with self._lock:
            if works is not self._works:
                self.changed()
                self._works = works
                named = {one.id: one for one in reversed(works) if one.id}
                self._named = named | {key_of(one.iri): one for one in works}
            return self._named

    def changed(self) -> None:
        """The library has other texts than before; called with the lock held."""

    def understanding(self, held: Held) -> Understanding:
        """What is understood of a text; worked out once."""
        shelf = self.shelf
        return shelf.kept(held, "understood", lambda: understand(shelf.act(held), shelf.contents(held), shelf))

    def errand(self, name: str, *arguments: Any) -> Any:
        """Has a function of `report.errands`, or of a room in it (`sent.history_posted`), run in a worker."""
        room, _, task = name.rpartition(".")
        return self.sandbox.run(f"{_ERRANDS}{'.' + room if room else ''}:{task}", *arguments)

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
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found
