"""How sure a count makes: intervals of proportions, of their difference, of the ratio of two rates. All of 95 %."""

from __future__ import annotations

from math import exp, log, sqrt

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


def newcombe(one: tuple[int, int], other: tuple[int, int]) -> tuple[float, float]:
    """The interval of the difference of two proportions (part, whole), from Wilson's (R. G. Newcombe, 1998, method 10)."""
    first, second = one[0] / one[1], other[0] / other[1]
    (low, high), (other_low, other_high) = wilson(*one), wilson(*other)
    below = sqrt((first - low) ** 2 + (other_high - second) ** 2)
    above = sqrt((high - first) ** 2 + (second - other_low) ** 2)
    return first - second - below, first - second + above


def rate_ratio(one: tuple[int, int, float], other: tuple[int, int, float]) -> tuple[float, float]:
    """The interval of the ratio of two rates (events, squares, exposure), on the scale of logarithms.

    `squares` is the sum of the squares of how many events each cause brought, because events that come together tell less
    than events that come alone (a compound Poisson process); it equals the events where each came alone.
    """
    middle = log(one[0] / one[2]) - log(other[0] / other[2])
    spread = _Z * sqrt(one[1] / one[0] ** 2 + other[1] / other[0] ** 2)
    return exp(middle - spread), exp(middle + spread)
