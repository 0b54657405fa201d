"""The linter before and after a draft: the findings that it brings, and those that it mends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from saralau.acts import Act, Address
from saralau.drafts import Draft, apply
from saralau.drafts.applying import read_back
from saralau.drafts.impact import Impact
from saralau.lint import Rule, lint
from saralau.lint.model import Reported
from saralau.messages import say
from saralau.report.lint import message


@dataclass(frozen=True, slots=True)
class Linted:
    """What the rules say of both editions: how many findings each has, and those of one that the other does not have."""

    before: int
    after: int
    brought: tuple[Reported, ...]
    mended: tuple[Reported, ...]


def linted(told: Impact, rules: Sequence[Rule] | None = None) -> Linted:
    """Both editions through the linter; without `rules`, those that are on.

    Both are linted as they are written here, so that what writing evens out (blanks) is in neither. A finding is the same if
    its rule, its provision (where that moved, the new one) and its words are, or what its rule tells of it.
    """
    standing = told.before.act
    before = read_back(apply(standing, Draft(standing.document, ())), standing)
    after = told.after.act
    sides = [lint(act, rules) for act in (before, after)]
    moved = _moved(told)
    left = [(one, _at(one, moved)) for one in sides[0]]
    come = [(one, _at(one, {})) for one in sides[1]]
    for key in (_by_words, _by_telling):
        known = Counter(key(one, at, before) for one, at in left)
        met = Counter(key(one, at, after) for one, at in come)
        left = list(_unmatched(left, met, before, key))
        come = list(_unmatched(come, known, after, key))
    return Linted(len(sides[0]), len(sides[1]), tuple(one for one, _ in come), tuple(one for one, _ in left))


_Placed = tuple[Reported, str]
_Key = tuple[object, ...] | None  # None is like nothing else


def _unmatched(
    found: Sequence[_Placed], other: Mapping[_Key, int], act: Act, key: Callable[[Reported, str, Act], _Key]
) -> Iterator[_Placed]:
    """The findings that the other side does not have, each of its own used up once."""
    spare = Counter(other)
    for one, at in found:
        mark = key(one, at, act)
        if mark is not None and spare[mark] > 0:
            spare[mark] -= 1
        else:
            yield one, at


def _by_words(one: Reported, at: str, act: Act) -> _Key:
    return one.rule.code, at, " ".join(act.words(one.finding.span).split())


def _by_telling(one: Reported, at: str, act: Act) -> _Key:
    if not one.finding.told:
        return None
    return one.rule.code, at, *sorted((name, str(value)) for name, value in one.finding.told.items())


def _moved(told: Impact) -> dict[str, str]:
    """Former place -> present place of the units that a draft moves."""
    found = {
        change.came_from: change.place
        for article in told.diff.articles
        for change in article.changes
        if change.how == "moved" and change.came_from
    }
    for one in told.draft.instructions:
        if one.to is not None and one.target.address is not None:
            found[one.target.address.short] = one.to.short
    return found


def _at(one: Reported, moved: Mapping[str, str]) -> str:
    """The provision of a finding, at its new place; a unit goes with the one that holds it."""
    address = one.finding.address
    if address is None:
        return ""
    for holder in (address, address.within, Address(address.article)):
        if holder.short in moved:
            return moved[holder.short] + address.short.removeprefix(holder.short)
    return address.short


def finding_lines(found: Linted, code: str, *, quoting: bool) -> Iterator[str]:
    """The findings in lines; without `quoting` only rules and provisions."""
    yield say(
        "draft-findings-counts",
        code,
        before=found.before,
        after=found.after,
        brought=len(found.brought),
        mended=len(found.mended),
    )
    for turn, rows in (("brought", found.brought), ("mended", found.mended)):
        for one in rows:
            at = one.finding.address.printed if one.finding.address else "–"
            if quoting:
                yield say(f"draft-finding-{turn}", code, rule=one.rule.code, at=at, what=message(one, code))
            else:
                yield say(f"draft-finding-{turn}-bare", code, rule=one.rule.code, at=at)


def findings_record(found: Linted) -> dict[str, Any]:
    """The findings as JSON: counts, and of each that came or went the rule and the provision."""
    return {
        "before": found.before,
        "after": found.after,
        "brought": [_record(one) for one in found.brought],
        "mended": [_record(one) for one in found.mended],
    }


def _record(one: Reported) -> dict[str, Any]:
    address = one.finding.address
    return {"rule": one.rule.code, "name": one.rule.name, "provision": address.short if address else None}
