"""Which amendments a later text reports that an earlier one does not yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from saralau.amendments.model import Amendment


def reported_between(earlier: Sequence[Amendment], later: Sequence[Amendment]) -> Mapping[str, tuple[Amendment, ...]]:
    """By article, the amending acts that the later text's notes name and the earlier one's do not.

    Acts and not dates are compared, because an act passed before the earlier text was published may enter into force
    after it. A note that announces a change or reports a ruling reports no change of the text.
    """
    known = {(event.address.main.short, event.date) for event in earlier if event.address and event.changes}
    new: dict[str, list[Amendment]] = {}
    for event in later:
        if event.address and event.changes and (event.address.main.short, event.date) not in known:
            new.setdefault(event.address.main.short, []).append(event)
    return {article: tuple(events) for article, events in new.items()}
