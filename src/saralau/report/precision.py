"""Accuracy as a proportion with its interval, from judgements made by hand and kept in the packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from saralau.packs import load, names

_Z = 1.959963984540054  # the 97.5th percentile of the normal distribution


def wilson(right: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a proportion (E. B. Wilson, 1927); (0, 1) where nothing was judged."""
    if total == 0:
        return 0.0, 1.0
    share = right / total
    middle = share + _Z * _Z / (2 * total)
    spread = _Z * sqrt(share * (1 - share) / total + _Z * _Z / (4 * total * total))
    scale = 1 + _Z * _Z / total
    return (middle - spread) / scale, (middle + spread) / scale


@dataclass(frozen=True, slots=True)
class Judgements:
    """What a judge said of the engine's answers on one edition: address -> "right", "partial" or "wrong"."""

    edition: str
    verdicts: Mapping[str, str]

    @property
    def right(self) -> int:
        """How many were upheld."""
        return sum(verdict == "right" for verdict in self.verdicts.values())


def judgements(act_id: str | None, subject: str) -> Judgements | None:
    """The judgements of an act on a subject (`<act>.judged-<subject>`), or None where nobody has judged."""
    name = f"{act_id}.judged-{subject}"
    if name not in names():
        return None
    pack = load(name)
    return Judgements(pack["edition"], {row["at"]: row["verdict"] for row in pack["judged"]})
