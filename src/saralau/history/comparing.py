"""Two acts beside each other: does the data speak for a cause of instability that scholars name, or against it?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from saralau.history.causes import Causes, Rate, Share
from saralau.history.intervals import newcombe, rate_ratio

FEWEST = 20  # of which a share is told, on either side; with fewer the answer is "too few"
FEWEST_LAWS = 5  # that brought the changes of a rate, on either side

# By cause, the numbers that would be higher in the act if the cause held. A proxy each, as docs/terms.md tells. Laws that
# amend both acts are a greater share of the fewer laws, whatever the cause: wide laws are compared and not omnibus laws.
INDICATORS = {
    "object": ("laws", "articles"),
    "study": ("wide_laws", "short_notice_laws"),
    "technology": ("technical", "technical_or_mixed", "technology"),
    "terms": ("definitions",),
}
# Within the act itself: its definitions against all its other norms.
WITHIN = (("definitions_by_unit", "others_by_unit"), ("definitions_by_article", "others_by_article"))


class Verdict(NamedTuple):
    """What one indicator says of one cause.

    `one` is the act's number, `other` that of the act, or of the norms, beside it. `speaks` is for (the interval of 95 %
    lies on the side that the cause wants), against (on the other), undecided (it holds "no difference") or too_few.
    `interval` is of the difference of two shares or of the ratio of two rates.
    """

    cause: str
    indicator: str
    one: Share | Rate
    other: Share | Rate
    speaks: str
    interval: tuple[float, float] | None


def compare(act: Causes, reference: Causes) -> tuple[Verdict, ...]:
    """What each indicator says of each cause: the act against another, and its definitions against its other norms."""
    return tuple(_verdicts(act, reference))


def _verdicts(act: Causes, reference: Causes) -> Iterator[Verdict]:
    for cause, indicators in INDICATORS.items():
        for name in indicators:
            if name in act.shares:
                yield _of_shares(cause, name, act.shares[name], reference.shares[name])
            else:
                yield _of_rates(cause, name, act.rates[name], reference.rates[name])
    for name, beside in WITHIN:
        yield _of_rates("terms", name, act.rates[name], act.rates[beside])


def _of_shares(cause: str, name: str, one: Share, other: Share) -> Verdict:
    if min(one.whole, other.whole) < FEWEST:
        return Verdict(cause, name, one, other, "too_few", None)
    interval = newcombe(one, other)
    return Verdict(cause, name, one, other, _speaks(interval, 0.0), interval)


def _of_rates(cause: str, name: str, one: Rate, other: Rate) -> Verdict:
    if min(one.laws, other.laws) < FEWEST_LAWS or not (one.value and other.value):
        return Verdict(cause, name, one, other, "too_few", None)
    interval = rate_ratio(_exposed(one), _exposed(other))
    return Verdict(cause, name, one, other, _speaks(interval, 1.0), interval)


def _exposed(rate: Rate) -> tuple[int, int, float]:
    return rate.changes, rate.squares, rate.units * (rate.years or 0.0)


def _speaks(interval: tuple[float, float], none: float) -> str:
    return "for" if interval[0] > none else "against" if interval[1] < none else "undecided"
