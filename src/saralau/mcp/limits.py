"""How much the server gives to one call. What a stranger sends is bounded by the schemas (`asking`); this is the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from saralau.corpus.sandbox import Bounds


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` on the clock for a call with everything in it, `calls` that are worked on at a time; `workers` with
    `bounds` do what may be heavy. `answer` characters of readable text and `quoted` of the law's words are given; `body`
    bytes of a request over HTTP, `line` characters of one over standard input are read. `kept` answers about acts in hand
    that took long to find are kept.
    """

    seconds: float = 45.0
    calls: int = 4
    workers: int = 1
    bounds: Bounds = field(default_factory=Bounds)
    answer: int = 60_000
    quoted: int = 40_000
    body: int = 2 << 20
    line: int = 2 << 20
    kept: int = 48
