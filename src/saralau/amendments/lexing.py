"""Words of an editor's note: a note is cut into tokens from left to right, by one pattern that a language fills in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from saralau.languages import Language
from saralau.languages.numbers import number_pattern, read_number

_DATE = r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}"
_NUMBER = r"[0-9]{1,5}(?:-[a-zа-яі]{1,6})?"
_UNIT_NUMBER = r"[0-9]{1,4}(?:-[0-9]{1,3}){0,3}"
_MARKS = r"[().,;:–!-]"
_QUOTED = r'"[^"]{0,600}"|«[^»]{0,600}»|“[^”]{0,600}”'


class Token(NamedTuple):
    """A word of a note: its kind (`name`), where it stands, and what it says."""

    name: str
    start: int
    end: int
    value: tuple[str, ...] = ()


class _Grammar(NamedTuple):
    pattern: re.Pattern[str]
    parts: Mapping[str, re.Pattern[str]]
    language: Language


def tokens(folded: str, start: int, end: int, language: Language) -> Iterator[Token]:
    """The tokens of the text between two places. What no pattern knows is a token "unknown", one word or sign at a time."""
    grammar = _grammar(language)
    place = start
    while place < end:
        found = grammar.pattern.match(folded, place, end)
        name = str(found.lastgroup) if found else "unknown"
        found = found or _UNKNOWN.match(folded, place, end)
        if found is None:
            return
        if name != "blank":
            yield Token(name, place, found.end(), _value(name, found.group(), grammar))
        place = found.end()


_UNKNOWN = re.compile(r"\w+|.", re.DOTALL)


@cache
def _grammar(language: Language) -> _Grammar:
    amending = language.amending
    months = "|".join(language.naming.months.values())
    worded = "|".join(
        re.sub(r"\(\?P<\w+>", "(?:", form).replace("{months}", months) for form in language.naming.dates if "day" in form
    )
    dates = rf"{_DATE}|{worded}" if worded else _DATE
    number = number_pattern(language.numerals)
    forms: dict[str, str] = {"blank": r"\s+", "opening": _loose(amending.opening), "quoted": _QUOTED}
    parts: dict[str, str] = {}

    blanks = {"{count}": number, "{date}": dates, "{article}": _UNIT_NUMBER}
    if amending.excepted:
        forms["excepted"] = _filled(amending.excepted, blanks, "(?:{})")
    for position, (kind, form) in enumerate(amending.in_force):
        forms[f"in_force_{kind}_{position}"] = _filled(form, blanks, "(?:{})")
        parts[f"in_force_{kind}_{position}"] = _filled(form, blanks, "({})")
    signs = rf"\s*(?:г\.|ж\.|года|жылғы)?\s*(?:(?:№|n|no\.)\s*{_NUMBER}|[0-9]{{1,4}}-[ivхx]{{1,6}})"
    forms["law"] = rf"(?:{dates}){signs}"
    parts["law"] = rf"({dates})(?:\s*(?:г\.|ж\.|года|жылғы)?\s*(?:№|n|no\.)?\s*)({_NUMBER})"
    optional = {
        "ruling": amending.ruling,
        "verdict": amending.verdict,
        "announced": amending.announced,
        **{f"effect_{code}": words for code, words in amending.effects.items()},
        "whole_text": amending.whole_text,
        "title": amending.title,
        "act": amending.act,
        "preamble": amending.preamble,
        "contents": amending.contents,
        **{f"unit_{unit}": words for unit, words in amending.units.items()},
        **{f"unit_{unit}_": words for unit, words in language.citing.units.items() if not unit.startswith("brief")},
    }
    forms |= {name: _loose(words) for name, words in optional.items() if words}
    forms["number"] = rf"{_UNIT_NUMBER}\)?(?:-(?=[а-яәғқңөұүһі]))?"
    ordinals = "|".join(sorted(map(re.escape, language.numerals.ordinals), key=len, reverse=True))
    if ordinals:
        forms["ordinal"] = rf"(?:{ordinals})(?![а-я])"
    forms["filler"] = rf"(?:{_loose(amending.filler)})(?![^\W\d])"
    forms["mark"] = _MARKS
    pattern = "|".join(f"(?P<{name}>{form})" for name, form in forms.items())
    return _Grammar(re.compile(pattern), {name: re.compile(form) for name, form in parts.items()}, language)


def _filled(form: str, blanks: Mapping[str, str], how: str) -> str:
    """A pattern with what stands for a number, a date, an article put in."""
    filled = _loose(form)
    for blank, pattern in blanks.items():
        filled = filled.replace(blank, how.format(pattern))
    return filled


def _loose(form: str) -> str:
    """A pattern in which a blank stands for any white space or none; in a class a blank stays one."""
    return re.sub(r"(?<!\[\^) ", r"\\s*", form)


def says(form: str, words: str) -> bool:
    """Whether words have a form of the language among them."""
    return re.search(_loose(form), words) is not None


def _value(name: str, words: str, grammar: _Grammar) -> tuple[str, ...]:
    language = grammar.language
    if name == "law":
        date, number = grammar.parts["law"].fullmatch(words).groups()  # type: ignore[union-attr]  # the same pattern, caught
        return _iso(date, language), number
    if name == "excepted":
        dated = re.search(_DATE, words)
        return (_iso(dated[0], language),) if dated else ()
    if name.startswith("in_force_"):
        caught = grammar.parts[name].fullmatch(words)
        told = caught.groups()[0] if caught and caught.groups() else ""
        kind = name.split("_")[2]
        if kind in ("days", "months"):
            value = read_number(told, language.numerals)
            return kind, "" if value is None else str(value)
        return kind, _iso(told, language) if kind == "on" else told
    if name == "ordinal":
        return (str(language.numerals.ordinals[words]),)
    if name == "number":
        return (words.rstrip("-"),)
    return (words,)


def _iso(words: str, language: Language) -> str:
    if "." in words[:3]:
        return "-".join(reversed(words.split(".")))
    numbers = sorted(map(int, re.findall(r"[0-9]{1,4}", words)))
    month = next(number for number, stem in language.naming.months.items() if re.search(stem, words))
    return f"{numbers[-1]:04}-{month:02}-{numbers[0]:02}"
