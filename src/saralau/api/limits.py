"""How much the API gives to one request."""

from __future__ import annotations

from dataclasses import dataclass, field

from saralau.corpus.sandbox import Bounds


@dataclass(frozen=True, slots=True)
class Limits:
    """`posted` bytes of a text that is sent, `case` bytes of a case; `bounds` of what is worked out of them, by so many
    `workers` at a time, while so many are with them or `waiting` (all doors of a server have 40 threads); `kept` answers
    about acts in hand that took long to find, and `shown` provisions as they were answered last.
    """

    posted: int = 2 << 20
    case: int = 256 << 10
    workers: int = 1
    bounds: Bounds = field(default_factory=Bounds)
    waiting: int = 8
    kept: int = 48
    shown: int = 1000
