"""Templates of the language made into patterns. One template is read one way and said the other, so they cannot disagree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from saralau.languages import Language
from saralau.languages.model import Form
from saralau.languages.numbers import number_pattern

_PIECE = re.compile(r"\[([^\]]*)\]|<([^>]*)>|\{(\w+)\}|( +)|([^\[\]<>{} ]+)")
_WORD = r"[^\W\d_]+"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form with its compiled template."""

    form: Form
    regex: re.Pattern[str]


@cache
def patterns(language: Language) -> tuple[Pattern, ...]:
    """The language's forms, ready to be matched; longer templates first, so that the narrower formula wins."""
    compiled = [Pattern(form, re.compile(_regex(form.template, language))) for form in language.punishing.forms]
    return tuple(sorted(compiled, key=lambda pattern: -len(pattern.form.template)))


@cache
def any_form(language: Language) -> re.Pattern[str]:
    """All forms as one pattern that tells by the number of its last group, an empty one, which of `patterns` it was."""
    unnamed = (re.sub(r"\(\?P<\w+>", "(?:", pattern.regex.pattern) for pattern in patterns(language))
    return re.compile("|".join(f"(?:{regex})()" for regex in unnamed))


@cache
def phrase(words: str) -> re.Pattern[str]:
    """A fixed phrase as a pattern that forgives missing and doubled white space."""
    return re.compile(r"\s*".join(map(re.escape, words.split())) + (r"(?!\w)" if words[-1:].isalpha() else ""))


def _regex(template: str, language: Language) -> str:
    out: list[str] = []
    for optional, choice, slot, space, literal in _PIECE.findall(template):
        if space:
            out.append(r"\s*")
        elif optional:
            out.append(f"(?:{_regex(optional, language)})?")
        elif choice:
            out.append("(?:" + "|".join(_literal(word) for word in choice.split("|")) + ")")
        elif slot == "word":
            out.append(_WORD)
        elif slot == "sum":
            out.append("(?P<sum>" + "|".join(_literal(words) for words in language.punishing.sums.values()) + ")")
        elif slot:
            out.append(f"(?P<{slot}>{number_pattern(language.numerals)})")
        else:
            out.append(re.escape(literal))
    return "".join(out)


def _literal(words: str) -> str:
    return r"\s*".join(map(re.escape, words.split()))


def say(form: Form, values: dict[str, str]) -> str:
    """The template with its slots filled, optional words left out, the first of each choice taken."""
    out: list[str] = []
    for optional, choice, slot, space, literal in _PIECE.findall(form.template):
        if not optional:
            out.append(choice.split("|")[0] if choice else values.get(slot, "") if slot else space or literal)
    return " ".join("".join(out).split())
