"""Accuracy as a proportion with its interval, from judgements made by hand and kept in the packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from saralau.history.intervals import wilson
from saralau.packs import load, names

__all__ = ["Judgements", "judgements", "wilson"]


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
