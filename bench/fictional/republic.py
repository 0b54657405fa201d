"""The acts of the Republic by number: which there are, when they were passed, which amend which. No text is made here.

An act's number is its place in time. Everything follows from the seed and the number of acts.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

KINDS = ("order", "resolution", "decree", "law", "code")
_WEIGHTS = (640, 310, 31, 19, 0)
_FIRST_CODE, _CODES = 40, 5000  # every so many acts one is a code, in small republics too
_SINCE, _DAYS = datetime.date(1996, 1, 8), 30 * 365
_LARGEST = 900  # articles


@dataclass(frozen=True)
class Republic:
    """`kinds`, `articles` (how many at its passing), `days` (since the first) and `numbers` by act; `amended` by which later
    acts an act was, `amends` which earlier ones it amends; `repealed` by which act."""

    seed: int
    kinds: Sequence[str]
    articles: Sequence[int]
    days: Sequence[int]
    numbers: Sequence[int]
    amended: Mapping[int, Sequence[int]]
    amends: Mapping[int, Sequence[int]]
    repealed: Mapping[int, int]

    @cached_property
    def cited(self) -> Sequence[int]:
        """Acts that others cite: laws and codes that are not only about amendments."""
        return [act for act, kind in enumerate(self.kinds) if kind in ("law", "code") and act not in self.amends]


@dataclass(frozen=True, slots=True)
class Front:
    """What an act says of itself. `ministry` is whose order it is."""

    act: int
    kind: str
    date: datetime.date
    number: str
    ministry: int

    @property
    def iri(self) -> str:
        return f"/akn/altynsay/act/{self.kind}/{self.date.isoformat()}/{self.number.lower()}"


def republic(seed: int, acts: int) -> Republic:
    """A republic of so many acts, passed over thirty years. Linear in them."""
    random = Random(seed)
    kinds = random.choices(KINDS, _WEIGHTS, k=acts)
    kinds[_FIRST_CODE::_CODES] = ["code"] * len(kinds[_FIRST_CODE::_CODES])
    days = [act * _DAYS // acts for act in range(acts)]
    numbers: list[int] = []
    last: dict[tuple[str, int], int] = {}
    for kind, day in zip(kinds, days, strict=True):
        series = ("law" if kind == "code" else kind, day // 365)  # numbered together within a year
        last[series] = last.get(series, 0) + 1
        numbers.append(last[series])
    articles = [_articles(kind, random) for kind in kinds]
    amended, repealed = _changes(kinds, random)
    amends: dict[int, list[int]] = {}
    for act, changers in amended.items():
        for changer in changers:
            amends.setdefault(changer, []).append(act)
    return Republic(seed, kinds, articles, days, numbers, amended, amends, repealed)


def _articles(kind: str, random: Random) -> int:
    """Most acts are short; laws have some twenty articles, codes hundreds."""
    if kind == "code":
        return min(int(random.lognormvariate(5.9, 0.4)) + 60, _LARGEST)
    if kind == "law":
        return min(int(random.lognormvariate(2.6, 0.7)) + 3, 300)
    if kind == "decree":
        return random.choice((1, 1, 2, 2, 3))
    return random.choice((1, 1, 2, 2, 2, 2, 2, 3, 3, 4))


def _changes(kinds: Sequence[str], random: Random) -> tuple[dict[int, list[int]], dict[int, int]]:
    """By act, the later acts that amend it, in the order of time; and the one that repeals it, the last of these.

    Some acts do nothing but amend, and are themselves not amended: of laws one in three, of others one in five.
    """
    amended: dict[int, list[int]] = {}
    repealed: dict[int, int] = {}
    for family, share, mean in ((("law", "code"), 3, 8.0), (("order",), 5, 0.16), (("resolution",), 5, 0.16)):
        members = [act for act, kind in enumerate(kinds) if kind in family]
        changing = [act for act in members if kinds[act] != "code" and random.random() < 1 / share]
        never = set(changing)
        for act in members:
            later = len(changing) - (start := bisect_right(changing, act))
            if act in never or not later:
                continue
            times = int(random.expovariate(1 / (mean * (5 if kinds[act] == "code" else 1))) + (0.0 if mean > 1 else 0.05))
            changers = sorted({changing[start + random.randrange(later)] for _ in range(times)})
            if random.random() < 0.06:
                repealed[act] = changing[start + random.randrange(later)]
                changers = [*(changer for changer in changers if changer < repealed[act]), repealed[act]]
            if changers:
                amended[act] = changers
    return amended, repealed


def front(state: Republic, act: int) -> Front:
    """What an act says of itself."""
    kind, number = state.kinds[act], str(state.numbers[act])
    date = _SINCE + datetime.timedelta(days=state.days[act])
    if kind in ("law", "code"):
        number += "-" + _CONVOCATIONS[(date.year - _SINCE.year) // 4]
    return Front(act, kind, date, number, act % 8)


_CONVOCATIONS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True, slots=True)
class Change:
    """What an act does to an article (its number) or to the whole of another; `on` is when, if a day is told."""

    by: int
    article: str
    effect: str  # reworded, amended, excluded, introduced, repealed
    on: datetime.date | None


def history(state: Republic, act: int) -> list[tuple[int, list[Change]]]:
    """The changes of an act by the act that made them, in the order of time."""
    return [(changer, changes(state, act, changer)) for changer in state.amended.get(act, ())]


def changes(state: Republic, act: int, changer: int) -> list[Change]:
    """What one act does to another."""
    random = Random((state.seed << 80) ^ (act << 40) ^ changer)
    day = _SINCE + datetime.timedelta(days=state.days[changer])
    on = (day + datetime.timedelta(days=75)).replace(day=1) if random.random() < 0.5 else None
    if state.repealed.get(act) == changer:
        return [Change(changer, "", "repealed", on)]
    count = state.articles[act]
    touched = sorted(random.sample(range(1, count + 1), min(count, 1 + int(random.expovariate(1 / (0.15 * count))))))[:40]
    return [_change(changer, article, on, random) for article in touched]


def _change(changer: int, article: int, on: datetime.date | None, random: Random) -> Change:
    effect = random.choices(("amended", "reworded", "introduced", "excluded"), (55, 32, 9, 4))[0]
    if effect == "introduced":
        return Change(changer, f"{article}-1", effect, on)
    return Change(changer, str(article), effect, on)
