"""What a server keeps for people: opened when it is first needed, so that who only reads leaves no trace in the library."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

from saralau.keeping.connecting import Keeping, have_keeping, open_keeping
from saralau.keeping.keys import Keys, own_keys


@dataclass(slots=True)
class Keeper:
    """The kept things of a library and their keys. Safe to ask from several threads."""

    folder: Path
    given: Keys | None = field(default=None, repr=False)
    _opened: Keeping | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def if_any(self) -> Keeping | None:
        """What is kept; None if nothing ever was."""
        return self.opened() if self._opened or have_keeping(self.folder) else None

    def opened(self) -> Keeping:
        """What is kept; made if there is nothing yet."""
        with self._lock:
            if self._opened is None:
                self._opened = open_keeping(self.folder)
            return self._opened

    def keys(self) -> Keys:
        """The keys of saved cases; made, and laid beside them, if none are given."""
        with self._lock:
            if self.given is None:
                self.given = own_keys(self.folder)
            return self.given

    def close(self) -> None:
        """Closes what was opened."""
        with self._lock:
            if self._opened is not None:
                self._opened.engine.dispose()
                self._opened = None
