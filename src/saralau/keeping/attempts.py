"""How often signing in may be tried: counted before the password is looked at, so that many at once gain nothing.

Three counts, each over a quarter of an hour: of a name from an address, few; of an address, more; of a name from anywhere,
most, so that a stranger who knows a name cannot soon lock its owner out.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

from saralau.keeping.people import folded

WINDOW = 900.0  # seconds
MOST = {"both": 5, "address": 30, "name": 100}
_REMEMBERED = 50_000


class Attempts:
    """Attempts of the last quarter of an hour. Safe to ask from several threads."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[str, ...], tuple[float, int]] = OrderedDict()  # when the first was, and how many
        self._lock = threading.Lock()

    def try_(self, name: str, address: str, moment: float | None = None) -> bool:
        """Counts one attempt; False if it may not be made now."""
        moment = time.monotonic() if moment is None else moment
        keys = _keys(name, address)
        with self._lock:
            if any(self._count(key, moment) >= MOST[key[0]] for key in keys):
                return False
            for key in keys:
                begun, made = self._made.pop(key, (moment, 0))
                self._made[key] = (begun, made + 1)
            while len(self._made) > _REMEMBERED:
                self._made.popitem(last=False)
        return True

    def succeeded(self, name: str, address: str) -> None:
        """Forgets the attempts of who has got in from here, and this one where others of the address or name are counted: a
        whole office may come from one address.
        """
        both, *wider = _keys(name, address)
        with self._lock:
            self._made.pop(both, None)
            for key in wider:
                if key in self._made:
                    begun, made = self._made[key]
                    self._made[key] = (begun, made - 1)

    def _count(self, key: tuple[str, ...], moment: float) -> int:
        begun, made = self._made.get(key, (moment, 0))
        if moment - begun > WINDOW:
            del self._made[key]
            return 0
        return made


def _keys(name: str, address: str) -> tuple[tuple[str, ...], ...]:
    called = folded(name)  # as accounts are found: or each way to write a name would have attempts of its own
    return ("both", called, address), ("address", address), ("name", called)
