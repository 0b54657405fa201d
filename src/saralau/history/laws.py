"""The laws that amend: which are omnibus laws, and which gave little time to learn of them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from saralau.acts import Act, Kind
from saralau.amendments import Amendment
from saralau.citations.works import work_of

CHAPTERS = 5  # of one act, from which on a law that amends articles in all of them is an omnibus law
NOTICE = 10  # days after publication; no more of them is short notice


class Law(NamedTuple):
    """An amending law: when it was passed (ISO) and the digits of its number, because notes forget what follows them."""

    date: str
    number: str


def law_of(amendment: Amendment) -> Law:
    """The law that made an amendment."""
    return Law(amendment.date, amendment.number.partition("-")[0])


def omnibus_laws(histories: Sequence[tuple[Act, Sequence[Amendment]]]) -> frozenset[Law]:
    """The laws that, by the notes of the acts in hand, amend two of the acts or articles of CHAPTERS chapters of one.

    Two texts of one act count once. A lower bound: what else a law amends is in no note.
    """
    acts: dict[Law, set[str]] = defaultdict(set)
    wide: set[Law] = set()
    for act, events in histories:
        work = work_of(act)
        name = work.iri if work is not None else act.document.source.name
        wide |= wide_laws(act, events)
        for one in events:
            if one.changes:
                acts[law_of(one)].add(name)
    return frozenset(wide | {law for law, several in acts.items() if len(several) > 1})


def wide_laws(act: Act, events: Sequence[Amendment]) -> frozenset[Law]:
    """The laws that amend articles of CHAPTERS chapters of the act, whatever other acts are in hand."""
    chapters = chapter_of_articles(act)
    touched: dict[Law, set[int]] = defaultdict(set)
    for one in events:
        if one.changes and one.address is not None and one.address.article in chapters:
            touched[law_of(one)].add(chapters[one.address.article])
    return frozenset(law for law, within in touched.items() if len(within) >= CHAPTERS)


def chapter_of_articles(act: Act) -> Mapping[str, int]:
    """By number of an article, which chapter it stands in, counted from 1; articles outside chapters are absent."""
    found: dict[str, int] = {}
    chapter = 0
    for unit in act.walk():
        if unit.kind is Kind.CHAPTER:
            chapter += 1
        elif unit.kind is Kind.ARTICLE and unit.number and chapter:
            found[unit.number] = chapter
    return found


def is_short_notice(amendment: Amendment) -> bool | None:
    """Whether it entered into force NOTICE days after publication or sooner; None where the note does not tell.

    A day that the note names is short notice if it comes within so many days of the passing, before which nothing is
    published; a later one is not, which favours the legislator.
    """
    rule = amendment.in_force
    if rule.kind == "publication":
        return True
    if rule.kind == "days" and rule.after is not None:
        return rule.after <= NOTICE
    if rule.kind == "months":
        return False
    if rule.kind == "on" and rule.date is not None:
        passed = datetime.date.fromisoformat(amendment.date)
        return (datetime.date.fromisoformat(rule.date) - passed).days <= NOTICE
    return None
