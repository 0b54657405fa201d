"""Words of reference: units, numbers, ranges, "this", joints. Everything else ends a reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from saralau.citations.scanning import Beginnings, beginnings
from saralau.documents import Span
from saralau.languages import Language
from saralau.languages.numbers import read_number

_BETWEEN = ("joint", "filler", "range")  # what says nothing at the edge of a reference


class Token(NamedTuple):
    """A word of reference: `kind` is a unit of `Citing.units` or this, own_act, joint, filler, range, number, ordinal.

    `ends_range` tells that a number is the last of a range that the number before it begins; `bracketed` that it is
    written with a bracket behind it.
    """

    kind: str
    value: str
    span: Span
    ends_range: bool = False
    bracketed: bool = False


@cache
def _lexer(language: Language) -> re.Pattern[str]:
    citing = language.citing
    ordinals = "|".join(sorted(map(re.escape, language.numerals.ordinals), key=len, reverse=True))
    units = "|".join(citing.units.values())
    groups = {
        **{unit: pattern if citing.number_first else rf"(?<!\w)(?:{pattern})" for unit, pattern in citing.units.items()},
        "this": citing.this,
        "own_act": rf"(?<!\w)(?:{citing.own_act})",
        "ordinal": rf"(?<!\w)(?:{_ahead(language)})(?:{ordinals})(?=\W|$|{units}|{citing.this})" if ordinals else r"(?!)",
        "number": rf"(?<![\w-])(?:{citing.number})",
        "letter": r"[«\"“]([^\W\d_])[»\"”]|(?<!\w)([^\W\d_])\)",
        "joint": citing.joints,
        "range": citing.ranges,
        "filler": rf"(?<!\w)(?:{citing.filler or '(?!)'})",
    }
    return re.compile(r"[ \n\t]*+(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items()) + ")")


@cache
def _beginnings(language: Language) -> Beginnings:
    """Words with which a run begins: units, "this", ordinals; numbers where they stand first, or can continue a list."""
    ordinals = {word[:4] for word in language.numerals.ordinals}
    return beginnings((*language.citing.stems.split(), *ordinals), "[0-9]" if language.citing.number_first else _LISTED)


_JOINED = "|".join(rf"(?<=\){comma}\s{word}\s.)" for comma in ("", ",") for word in (r"\w", r"\w{2}", r"\w{3}"))
_LISTED = rf"[0-9](?:(?<=[:;)]\s.)|(?<=\),\s.)|{_JOINED})"


def places(folded: str, span: Span, language: Language) -> list[int]:
    """Where a run can begin."""
    return _beginnings(language).places(folded, span.start, span.end)


def runs(folded: str, span: Span, language: Language, starts: Iterable[int]) -> Iterator[list[Token]]:
    """Unbroken runs of words of reference in a stretch of text that hold a unit or begin with a number. Linear."""
    lexer = _lexer(language)
    at = 0
    for start in starts:
        if start < at:
            continue
        at = start
        run: list[Token] = []
        units = nested = False
        while (found := lexer.match(folded, at, span.end)) is not None:
            kind = found.lastgroup or ""
            if kind == "letter" and not _lettered(run, found, language):
                break
            at = found.end()
            if kind == "number":
                if nested and "(" not in found.group(kind):  # "Articles 6(1), 7"
                    run.append(Token("article", "", Span(found.start(kind), found.start(kind))))
                nested = nested or (units and "(" in found.group(kind))
                plural = bool(run) and _doubled(run[-2:])
                ends_range = bool(run) and run[-1].kind == "range"
                run += _numbers(found, language, nested=units, ends_range=ends_range, plural=plural)
                if run and run[-1].bracketed and _closes(run, folded, span, language):
                    run[-1] = run[-1]._replace(bracketed=False, span=Span(run[-1].span.start, run[-1].span.end - 1))
                    break
            elif run or (kind not in _BETWEEN and (kind != "own_act" or language.citing.number_first)):
                nested = nested and kind not in language.citing.units
                units = units or kind in language.citing.units
                run.append(_token(found, kind, folded, span, language))
        if units or (run and run[0].kind == "number"):
            while run[-1].kind in _BETWEEN:
                run.pop()
            yield run


def _token(found: re.Match[str], kind: str, folded: str, within: Span, language: Language) -> Token:
    """A word of reference other than a number in digits."""
    words, span = found.group(kind), Span(*found.span(kind))
    if kind == "letter":
        return Token("number", words.strip('«»"“”)'), span, bracketed=True)
    if kind != "ordinal":
        return Token(kind, words, span)
    if language.citing.number_first:  # reading begins at the last word of a number of several
        before = _several(language).search(folded, max(span.start - _LONGEST_NUMBER, within.start), span.start)
        if before:
            words, span = folded[before.start() : span.end], Span(before.start(), span.end)
    *ahead, last = words.split()
    value = (read_number(" ".join(ahead), language.numerals) or 0) + language.numerals.ordinals[last]
    return Token(kind, str(value), span)


def _lettered(run: Sequence[Token], found: re.Match[str], language: Language) -> bool:
    """Whether a letter numbers a point, as it does beside the word for one, and in quotes where numbers stand first."""
    if language.citing.number_first:
        return bool(run) and found.group("letter")[-1] != ")"
    units = [token.kind for token in run if token.kind in language.citing.units]
    return bool(units) and units[-1] in ("point", "subpoint")


def _doubled(last: Sequence[Token]) -> bool:
    """Whether an abbreviation is written twice, or its letter is, which makes it a plural: numbers behind it are several."""
    if len(last) == 2 and last[0].kind == last[1].kind:
        return True
    word = last[-1].value.rstrip(".")
    return len(word) == 2 and word[0] == word[1] and last[-1].value.endswith(".")


@cache
def _several(language: Language) -> re.Pattern[str]:
    """The words before an ordinal that make one number with it, at the end of a text."""
    forms = "|".join(map(re.escape, language.numerals.cardinals))
    return re.compile(rf"(?<!\w)(?:(?:{forms})\s)+$")


def _ahead(language: Language) -> str:
    """The words before an ordinal that make one number with it, where numbers stand behind their units."""
    if language.citing.number_first:
        return ""
    forms = "|".join(map(re.escape, sorted(language.numerals.cardinals, key=len, reverse=True)))
    return rf"(?:(?:{forms})\s){{0,4}}+"


_LONGEST_NUMBER = 40  # characters of the words before the last


def _closes(run: list[Token], folded: str, span: Span, language: Language) -> bool:
    """Whether the bracket behind a number closes one that opened before the run: "125 (part 2)", unlike "125 (point 2)"."""
    if language.citing.number_first or run[0].span.start == span.start or folded[run[0].span.start - 1] != "(":
        return False
    units = [token.kind for token in run if token.kind in language.citing.units]
    return bool(units) and units[-1] == "part"


def _numbers(
    found: re.Match[str], language: Language, *, nested: bool, ends_range: bool, plural: bool = False
) -> Iterator[Token]:
    """A number, or two where a hyphen joins the ends of a range; of "188(2)(4)" article, part and point with their units.

    `nested` tells that a unit stands before, without which brackets behind a number mean nothing; `plural` that it is of
    several, so that any hyphen joins two.
    """
    words, (start, end) = found.group("number"), found.span("number")
    if "(" in words and not nested:
        return
    if "(" in words:
        for unit, inner in zip(("article", "part", "point"), re.finditer(r"[^()]+\)?", words), strict=False):
            at = Span(start + inner.start(), start + inner.end())
            yield Token(unit, "", Span(at.start, at.start))
            yield Token("number", inner.group().rstrip(")"), at)
        return
    end -= words.endswith("-")  # "2-part": the hyphen is the unit's
    value = words if words.isdecimal() else str(language.numerals.cardinals.get(words) or _ENDING.sub("", words))
    value = _RAISED.sub(lambda raised: "-" + raised.group().translate(_LOWERED), value)
    first, hyphen, last = value.partition("-")
    if hyphen and first.isdecimal() and last.isdecimal() and int(last) > int(first) >= (1 if plural else _RANGED):
        middle = start + len(first)
        yield Token("number", first, Span(start, middle), ends_range)
        yield Token("number", last, Span(middle + 1, end), ends_range=True, bracketed=")" in words)
    else:
        yield Token("number", value, Span(start, end), ends_range, ")" in words)


_RAISED = re.compile("[¹²³⁰-⁹]+")  # "205¹" is the article inserted behind 205
_LOWERED = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
_ENDING = re.compile(r"[)-]*(?:-[^\W\d]+)?[)-]*$")  # "2-nd"
_RANGED = 20  # from here on "317-320" is a range: nobody inserts a three-hundred-and-twentieth article behind 317
