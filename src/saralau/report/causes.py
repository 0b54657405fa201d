"""Causes of instability as records and lines: each indicator with its counts, and what two acts say beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from saralau.acts import read_act
from saralau.history.causes import Causes, Rate, Share, measure
from saralau.history.comparing import FEWEST, FEWEST_LAWS, Verdict, compare
from saralau.history.laws import CHAPTERS, NOTICE
from saralau.messages import say
from saralau.report.definitions import basis_of, kinds_said
from saralau.report.numbers import number

# In which order the numbers are shown, by cause; the last ones tell what no comparison uses.
_SHOWN = {
    "object": ("laws", "articles"),
    "study": ("wide_laws", "omnibus_laws", "omnibus_changes", "short_notice_laws", "short_notice_changes"),
    "technology": ("technical", "technical_or_mixed", "technology"),
    "terms": (
        "definitions",
        "definitions_by_unit",
        "others_by_unit",
        "definitions_by_article",
        "others_by_article",
    ),
}


def measure_files(files: Sequence[Path], against: Path | None) -> tuple[tuple[Causes, ...], Causes | None]:
    """The acts of the files, and the one that they are set beside; all of them together tell which laws are omnibus laws."""
    measured = measure([read_act(file) for file in (*files, *filter(None, [against]))])
    return (measured, None) if against is None else (measured[:-1], measured[-1])


def causes_record(one: Causes, reference: Causes | None) -> dict[str, Any]:
    """One act as JSON (`saralau/causes/1`)."""
    compared = None
    if reference is not None:
        verdicts = [_verdict_record(verdict) for verdict in compare(one, reference)]
        compared = {"against": basis_of(reference.act, reference.edition), "verdicts": verdicts}
    return {
        "schema": "saralau/causes/1",
        "basis": basis_of(one.act, one.edition),
        "adopted": one.adopted,
        "years": None if one.years is None else round(one.years, 2),
        "kinds": dict(one.kinds),
        "announced": {"changes": one.announced[0], "laws": one.announced[1]},
        "reworded_articles": one.reworded,
        "indicators": {name: _number(value) for name, value in _numbers(one)},
        "criteria": {
            "omnibus_chapters": CHAPTERS,
            "short_notice_days": NOTICE,
            "fewest": FEWEST,
            "fewest_laws": FEWEST_LAWS,
        },
        "compared": compared,
    }


def causes_lines(one: Causes, code: str) -> Iterator[str]:
    """One act: what it is, each indicator under its cause, what the notes hide."""
    unknown = say("causes-unknown", code)
    years = unknown if one.years is None else number(one.years, code, 1)
    told = {"adopted": one.adopted or unknown, "edition": one.edition or unknown, "years": years}
    yield say("causes-heading", code, name=one.act.document.source.name, **told)
    for cause, names in _SHOWN.items():
        yield "  " + say(f"causes-{cause}", code)
        if cause == "technology":
            yield "    " + kinds_said(dict(one.kinds), code)
        for name in names:
            yield "    " + _line(name, one.shares[name] if name in one.shares else one.rates[name], code)
    yield "  " + say("causes-announced", code, changes=one.announced[0], laws=one.announced[1])
    yield "  " + say("causes-reworded", code, count=one.reworded)


def compared_lines(one: Causes, reference: Causes, code: str) -> Iterator[str]:
    """What each indicator says of each cause, and how to read it."""
    names = {"one": one.act.document.source.name, "other": reference.act.document.source.name}
    yield say("causes-compared", code, **names)
    for verdict in compare(one, reference):
        values = {"one": _value(verdict.one, code), "other": _value(verdict.other, code)}
        name = say("causes-name-" + verdict.indicator.replace("_", "-"), code)
        speaks = say("causes-speaks-" + verdict.speaks.replace("_", "-"), code)
        yield "  " + say(
            "causes-verdict", code, cause=say(f"causes-{verdict.cause}", code), name=name, speaks=speaks, **values
        )
    yield say("causes-threshold", code, shares=FEWEST, laws=FEWEST_LAWS)


def limits_line(code: str) -> str:
    """What the numbers cannot tell."""
    return say("causes-limits", code, chapters=CHAPTERS, days=NOTICE)


def _line(name: str, one: Share | Rate, code: str) -> str:
    said = {"name": say("causes-name-" + name.replace("_", "-"), code), "value": _value(one, code)}
    if isinstance(one, Share):
        return say("causes-share", code, part=one.part, whole=one.whole, **said)
    return say("causes-rate", code, changes=one.changes, laws=one.laws, **said)


def _value(one: Share | Rate, code: str) -> str:
    if one.value is None:
        return say("causes-unknown", code)
    return number(one.value * 100, code, 1) + " %" if isinstance(one, Share) else number(one.value, code, 3)


def _numbers(one: Causes) -> Iterator[tuple[str, Share | Rate]]:
    yield from one.shares.items()
    yield from one.rates.items()


def _number(number: Share | Rate) -> dict[str, Any]:
    value = None if number.value is None else round(number.value, 4)
    if isinstance(number, Share):
        return {"part": number.part, "whole": number.whole, "value": value}
    return {"changes": number.changes, "units": number.units, "laws": number.laws, "value": value}


def _verdict_record(verdict: Verdict) -> dict[str, Any]:
    interval = None if verdict.interval is None else [round(end, 4) for end in verdict.interval]
    numbers = {"one": _number(verdict.one), "other": _number(verdict.other)}
    return {
        "cause": verdict.cause,
        "indicator": verdict.indicator,
        **numbers,
        "speaks": verdict.speaks,
        "interval": interval,
        "of": "difference" if isinstance(verdict.one, Share) else "ratio",
    }
