"""Which text in hand has the words of a provision on a day: not the newest edition of that day, whose own notes may say that
what it has comes into force later, but the text that what is known of the act's life names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from saralau.acts import Address
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelved
from saralau.messages import InputError

_OTHER = frozenset({"changed_since", "not_yet", "not_adopted", "not_in_force"})


def of_another_day(status: str) -> bool:
    """Whether the words in hand are known not to be those of the day."""
    return status in _OTHER


class OfDay(NamedTuple):
    """What is known of a provision on a day.

    `status`: as `history.standing` has it, unknown where it tells nothing, not_asked without a day. `laws`: those that stand
    between, by address, else day and number; `passed`: their days and numbers. `held`: the text that has the words of the
    day, or the newest edition not later than the day where none is known to have them.
    """

    status: str
    laws: tuple[str, ...]
    held: Held
    passed: tuple[tuple[str, str], ...] = ()


def of_day(known: Callable[..., Any], work: Shelved, held: Held, at: Address, on: str | None) -> OfDay:
    """What is known of a provision on a day from all texts in the language of `held`, the newest edition not later than the
    day. `known` has `report.errands.standing_held` run.
    """
    if on is None:
        return OfDay("not_asked", (), held)
    texts = tuple(one for one in reversed(work.texts) if one.language == held.language)
    try:
        rows = known("standing_held", texts, on)
    except InputError as flaw:
        if flaw.message != "history-different-acts":
            raise
        rows = []  # one of the texts is not recognised as of the same act: nothing is known of its life
    row = next((one for one in rows if one["provision"] == at.article), None)
    if row is None:
        return OfDay("unknown", (), held)
    laws = dict.fromkeys(one["iri"] or f"{one['date']} № {one['number']}" for one in row["laws"])
    named = next((one for one in texts if one.sha256 == row["sha256"]), held)
    passed = dict.fromkeys((one["date"], one["number"]) for one in row["laws"])
    return OfDay(row["status"], tuple(laws), named, tuple(passed))
