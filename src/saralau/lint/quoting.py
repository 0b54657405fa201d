"""The wording of other acts that an act quotes, to put it into them."""

from __future__ import annotations

import re
from itertools import pairwise

from saralau.acts import Act
from saralau.documents import Span

_QUOTES = '"«“„'
_CLOSES = re.compile(r"[\"»”](?=\s?[;.,]?\s*$)")  # at the end of a line


def framing(act: Act) -> frozenset[int]:
    """The marks around whole provisions that an amending act quotes: behind a colon one opens a line, and one ends a line of
    the same article, of whatever unit.
    """
    text = act.document.text
    found: set[int] = set()
    for article in act.articles():
        lines = sorted(line for unit in article.walk() for line in (*unit.text, *unit.closing))
        opened: int | None = None
        for before, line in pairwise([Span(0, 0), *lines]):
            if opened is None and text[line.start] in _QUOTES and text[before.start : before.end].rstrip().endswith(":"):
                opened = line.start
            if opened is not None and (end := _CLOSES.search(text, max(line.start, opened + 1), line.end)):
                found |= {opened, end.start()}
                opened = None
    return frozenset(found)
