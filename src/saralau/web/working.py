"""Work that pages give to worker processes, of which only so much waits at a time that other pages always have a thread."""

from __future__ import annotations

import threading
from typing import Any

from fastapi import Request

from saralau.corpus.sandbox import BusyError

ERRANDS = "saralau.report.errands"
_WAITING = 8  # tasks at work or waiting for a worker, of the 40 threads that answer pages


def places() -> threading.BoundedSemaphore:
    """Room for those who wait."""
    return threading.BoundedSemaphore(_WAITING)


def errand(request: Request, name: str, *arguments: Any) -> Any:
    """What a function of `report.errands` answers. BusyError at once where too many wait; else as `Sandbox.run`."""
    room: threading.BoundedSemaphore = request.app.state.places
    if not room.acquire(blocking=False):
        raise BusyError("sandbox-busy")
    try:
        return request.app.state.sandbox.run(f"{ERRANDS}:{name}", *arguments)
    finally:
        room.release()
