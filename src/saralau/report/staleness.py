"""What a new edition makes stale, in words and as a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from saralau.corpus.staleness import Staleness
from saralau.messages import say


def stale_lines(told: Staleness, code: str) -> Iterator[str]:
    """Articles of the register, encodings, cases, cells of treaties; a sentence where nothing is stale."""
    yield say("stale-heading", code, act=told.act, register=told.register, known=told.known, edition=told.edition)
    if not told.articles:
        yield say("stale-nothing", code)
        return
    yield say("stale-articles", code, n=len(told.articles))
    for one in told.articles:
        laws = ", ".join(f"{date} № {number}" for date, number in one.laws) or say("stale-no-law", code)
        marks = [say(key, code) for key, holds in (("stale-reread", one.reread), ("stale-encoded", one.encoded)) if holds]
        yield f"  {one.number}: {laws}" + (f" ({'; '.join(marks)})" if marks else "")
    yield say("stale-encodings", code, n=len(told.encoded), articles=", ".join(told.encoded) or "–")
    yield say("stale-cases", code, n=len(told.cases))
    yield from (f"  {name}: {', '.join(articles)}" for name, articles in told.cases)
    by_treaty = Counter(cell.treaty for cell in told.cells)
    yield say("stale-cells", code, words="; ".join(f"{name} – {count}" for name, count in by_treaty.items()) or "–")


def stale_record(told: Staleness) -> dict[str, Any]:
    """What is stale as JSON (`saralau/stale/1`)."""
    return {
        "schema": "saralau/stale/1",
        "act": told.act,
        "register": told.register,
        "known": told.known,
        "edition": told.edition,
        "articles": [
            {
                "article": one.number,
                "laws": [{"date": date, "number": number} for date, number in one.laws],
                "reread": one.reread,
                "encoded": one.encoded,
            }
            for one in told.articles
        ],
        "cases": [{"file": name, "articles": list(articles)} for name, articles in told.cases],
        "cells": [
            {"treaty": one.treaty, "source": one.source, "scenario": one.scenario, "articles": list(one.articles)}
            for one in told.cells
        ],
    }
