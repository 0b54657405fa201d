"""Numbers as people write them: a comma or a point for decimals, thousands apart, sums with the name of their currency."""

from __future__ import annotations

from saralau.messages import say

_NAMED = frozenset({"EUR", "GBP", "KZT", "RUB"})
_NO_BREAK = "\N{NO-BREAK SPACE}"


def number(value: float, code: str, places: int = 0) -> str:
    """A number in the language `code`, rounded to `places` decimals: 1,047 and 0.014 in English, 1 047 and 0,014 else."""
    english = f"{value:,.{places}f}"
    return english if code == "en" else english.replace(",", _NO_BREAK).replace(".", ",")


def money(value: int, currency: str, code: str) -> str:
    """A sum with its currency (ISO 4217) by name; a currency that has none here keeps its code."""
    return say("sum-of-money", code, sum=number(value, code), currency=currency_name(currency, code))


def currency_name(currency: str, code: str) -> str:
    """What a currency (ISO 4217) is called beside a number; its code where it has no name here."""
    return say(f"currency-{currency.lower()}", code) if currency in _NAMED else currency
