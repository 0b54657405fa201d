"""Several coverages side by side in words: who requires what in addition, what a code won and lost between two dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from saralau.messages import say
from saralau.packs import load
from saralau.report.coverage import need, source, status
from saralau.treaties.covering import STATUSES, Coverage, ScenarioCoverage
from saralau.treaties.demanding import demands
from saralau.treaties.shifting import Shift, shifts

_MOST = 12  # further facts that are told of a code


def compared_lines(found: Sequence[Coverage], code: str) -> Iterator[str]:
    """What comparing adds to the answers themselves: nothing for one coverage."""
    if len(found) < 2 or found[0].treaty.no_obligation is not None:
        return
    yield ""
    yield from counted_apart(found, code)
    for one in found:
        yield ""
        yield from demanded_lines(one, code)
    for before, after in pairs(found):
        yield ""
        yield from shifted_lines(before, after, code)


def pairs(found: Sequence[Coverage]) -> Iterator[tuple[Coverage, Coverage]]:
    """Coverages of one code at two dates, neighbours in time."""
    for code in dict.fromkeys(one.jurisdiction for one in found):
        dated = sorted((one for one in found if one.jurisdiction == code), key=lambda one: one.day)
        yield from pairwise(dated)


def counted_apart(found: Sequence[Coverage], code: str) -> Iterator[str]:
    """How many scenarios each code punishes: those read from a text, and apart from them those that were not."""
    for verified in (True, False):
        rows = [one for one in found if one.verified == verified]
        if rows:
            yield say("cover-apart-verified" if verified else "cover-apart-unverified", code)
            for one in rows:
                told = one.counts()
                words = [f"{status(name, code)} – {told[name]}" for name in STATUSES if told[name]]
                yield f"  {column(one, found, code)}: {'; '.join(words)}"


def column(one: Coverage, found: Sequence[Coverage], code: str) -> str:
    """The name of a coverage among others: the state, with the day where one state stands there twice."""
    name = str(load(f"{one.jurisdiction}/jurisdiction")["titles"][code])
    several = sum(other.jurisdiction == one.jurisdiction for other in found) > 1
    return f"{name}, {one.day}" if several else name


def demanded_lines(found: Coverage, code: str) -> Iterator[str]:
    """What a code requires in addition, and in how many scenarios."""
    titles = load(f"{found.jurisdiction}/jurisdiction")["titles"]
    yield say("cover-demands", code, jurisdiction=titles[code], day=found.day)
    told = demands(found)
    for one in told[:_MOST]:
        said = {"need": need(one.need, code), "scenarios": one.scenarios, "against": one.not_permitted}
        yield "  " + say("cover-demand", code, **said)
    if not told:
        yield "  " + say("cover-demands-nothing", code)


def shifted_lines(before: Coverage, after: Coverage, code: str) -> Iterator[str]:
    """What a code won and lost between two dates."""
    titles = load(f"{after.jurisdiction}/jurisdiction")["titles"]
    yield say("cover-shifts", code, jurisdiction=titles[code], earlier=before.day, later=after.day)
    told = shifts(before, after)
    for direction in ("won", "lost", "moved"):
        rows = [one for one in told if one.direction == direction]
        if rows:
            yield "  " + say(f"cover-shifts-{direction}", code, count=len(rows))
            yield from (f"    {shifted(one, code)}" for one in rows)
    if not told:
        yield "  " + say("cover-shifts-none", code)


def shifted(one: Shift, code: str) -> str:
    """A scenario with what it was and what it is, by which provisions."""
    where = f"{source(one.after.scenario.source)} {one.row.obligation.label[code]} – {one.after.scenario.label[code]}"
    was, now = (_by(side) for side in (one.before, one.after))
    if one.direction == "moved":
        return f"{where}: {was} → {now}"
    return f"{where}: {_told(one.before, was, code)} → {_told(one.after, now, code)}"


def _by(one: ScenarioCoverage) -> str:
    by = [provision.address.printed for provision in one.punishing] or [told.address.printed for told in one.conditions]
    return ", ".join(dict.fromkeys(by))


def _told(one: ScenarioCoverage, by: str, code: str) -> str:
    return status(one.status, code) + (f" ({by})" if by else "")
