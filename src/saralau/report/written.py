"""Days and places in annexes as people write them, in whatever somebody reads.

Inside, a day is ISO and a point of an annex is `att1(2)(1)` everywhere; both are turned here, at the edge, once. A page
keeps the machine's form of a day in `<time datetime>`. Words of the law stand between `<!--law-->` and `<!--/law-->` in
templates and are left as they are, like what is typed, code, and addresses of pages.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from saralau.messages import say

_DAY = r"(?<![\w/@.:-])(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])-(?P<number>0[1-9]|[12]\d|3[01])(?![\w/-]|\.\w)"
_ANNEX = r"(?<![\w/@.-])att(?P<annex>\d{1,3})(?:-(?P<inner>\d{1,3}))?(?P<place>(?:\([\w-]+\))*)(?![\w.-])"
_BEFORE_NUMBER = re.compile(r"[ \N{NO-BREAK SPACE}]№")
_INSIDE = re.compile(f"{_DAY}|{_ANNEX}")
_PIECES = re.compile(
    r"(?s)(?=[<12a])(?:(?P<kept><!--law-->.*?<!--/law-->|<(?P<raw>textarea|script|style|code|pre)\b.*?</(?P=raw)>)"
    r"|(?P<bare><(?P<tight>title|option|svg|time)\b.*?</(?P=tight)>)"  # no element can stand in these
    rf"|(?P<tag><[^>]*>)|{_DAY}|{_ANNEX})"  # what it can begin with stands first: most characters fail there at once
)
_TAG = re.compile(r"<[^>]*>")
_TAGS_OR_WORDS = re.compile(rf"(?P<tag><[^>]*>)|{_DAY}|{_ANNEX}")
_SPOKEN = ('title="', 'aria-label="', 'data-side="', 'placeholder="')
_READ_ALOUD = re.compile(r'(?<= )(?:title|aria-label|data-side|placeholder)="[^"]*"')


def in_words(text: str, code: str) -> str:
    """A text in the language `code` with its days and places in annexes written out: 15 July 2023; annex 1, 2(1)."""
    return _INSIDE.sub(partial(_written, code=code), text)


def page_in_words(page: str, code: str) -> str:
    """HTML with the same done in what is read of it, the machine's form of a day beside it where an element may stand."""
    return _PIECES.sub(partial(_piece, code=code), page)


def _piece(found: re.Match[str], code: str) -> str:
    if kept := found["kept"]:
        law = kept.removeprefix("<!--law-->").removesuffix("<!--/law-->")
        return kept if law == kept else _TAG.sub(lambda one: _tag(one[0], code), law)
    if bare := found["bare"]:
        return _TAGS_OR_WORDS.sub(lambda one: _tag(one[0], code) if one["tag"] else _written(one, code), bare)
    if tag := found["tag"]:
        return _tag(tag, code)
    said = _written(found, code)
    return f'<time datetime="{found[0]}">{said}</time>' if found["year"] else said


def _tag(tag: str, code: str) -> str:
    """A tag: what is read of it is text, the rest belongs to the machine."""
    if not any(one in tag for one in _SPOKEN):  # most tags have nothing to read, and pages have many
        return tag
    return _READ_ALOUD.sub(lambda one: in_words(one[0], code), tag)


def _written(found: re.Match[str], code: str) -> str:
    """A day or a place. Before "№" Kazakh has another case; a full stop behind "г." is the sentence's too."""
    if found["year"] is None:
        return _place(found["annex"], found["inner"], found["place"], code)
    behind = found.string[found.end() : found.end() + 2]
    said = _day(int(found["number"]), int(found["month"]), found["year"], code, numbered=bool(_BEFORE_NUMBER.match(behind)))
    return said.removesuffix(".") if behind.startswith(".") else said


@lru_cache(maxsize=2_000)
def _day(number: int, month: int, year: str, code: str, *, numbered: bool) -> str:
    named = say(f"day-month-of-{month}" if numbered else f"paper-month-{month}", code)
    return say("day-written", code, day=str(number), month=named, year=year)


def _place(annex: str, inner: str | None, place: str, code: str) -> str:
    named = say("annex-of", code, number=inner, outer=annex) if inner else say("annex", code, number=annex)
    first, _, rest = place.removeprefix("(").partition(")")
    return f"{named}, {first}{rest}" if place else named
