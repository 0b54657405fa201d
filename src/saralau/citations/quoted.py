"""The wording of another act's article that an act gives or quotes: what "this article" and "this Code" mean there.

An act that repeals another may keep an article of it for a while, in new words: these speak of the repealed act, not of the
one that they stand in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from saralau.acts import Act, Address
from saralau.citations.model import Citation
from saralau.citations.works import Work
from saralau.documents import Span

_QUOTES = '"«“„'


class Quoted(NamedTuple):
    """From where the quoted wording of an article begins to the end of the unit: `span`; `told` are the lines of that unit
    before it, `bidding` the last of them, if it announces the wording; `article` is the number that the wording has.
    """

    span: Span
    told: Span
    bidding: Span | None
    article: str


def quoted_articles(act: Act) -> Iterator[Quoted]:
    """Quoted wordings of articles, unit by unit."""
    text, heading = act.document.text, act.language.structure.article
    for unit in act.walk():
        lines = (*unit.text, *unit.closing)
        for place, line in enumerate(lines):
            if text[line.start] not in _QUOTES:
                continue
            if found := heading.match(act.folded, line.start + 1, line.end):
                before = lines[place - 1] if place else None
                bids = before is not None and text[before.start : before.end].rstrip().endswith(":")
                told = Span(lines[0].start, line.start)
                yield Quoted(Span(line.start, lines[-1].end), told, before if bids else None, found.group(1))
                break


def rehomed(citations: Sequence[Citation], quoted: Sequence[Quoted]) -> Iterator[Citation]:
    """References, in the order of the text, of which those that a quoted wording makes to its own act lead there: to the act
    that the unit named last before it, or to one that cannot be told.
    """
    starts = [one.told.start for one in quoted]
    named: dict[int, Work] = {}
    for citation in citations:
        at = bisect_right(starts, citation.span.start) - 1
        one = quoted[at] if at >= 0 and _own(citation) else None
        if at >= 0 and citation.work is not None and quoted[at].told.covers(citation.span):
            named[at] = citation.work
        if one is not None and (one.span.covers(citation.span) or _bidden(citation, one)):
            work = named.get(at)
            if work is not None or citation.phrase.start - one.span.start > 1:  # the number of a wording is no reference
                yield _led(citation, one, work)
        else:
            yield citation


def _own(citation: Citation) -> bool:
    """Whether a reference of the act itself is read as one to this act."""
    return citation.work is None and not citation.unknown and not citation.noted


def _bidden(citation: Citation, one: Quoted) -> bool:
    """Whether a reference names the article of which the line before the quoted wording says that it gets it."""
    return one.bidding is not None and one.bidding.covers(citation.span) and not citation.own and not citation.relative


def _led(citation: Citation, one: Quoted, work: Work | None) -> Citation:
    address = citation.address
    if address is not None and citation.relative:
        address = Address(one.article, address.part, address.point)
    return replace(citation, address=address, work=work, own=False, unknown=work is None)
