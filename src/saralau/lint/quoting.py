"""The wording of other acts that an act quotes, to put it into them."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Act
from saralau.documents import Span

_QUOTES = '"«“„'


def quotations(act: Act) -> Iterator[Span]:
    """Stretches of units from where the quoted wording of an article begins, in the order of the text."""
    text, heading = act.document.text, act.language.structure.article
    for unit in act.walk():
        lines = (*unit.text, *unit.closing)
        for line in lines:
            if text[line.start] in _QUOTES and heading.match(act.folded, line.start + 1, line.end):
                yield Span(line.start, lines[-1].end)
                break
