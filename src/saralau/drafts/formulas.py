"""The drafters' formulas as patterns over masked text, made from the templates of a language.

Kinds: add, reword, exclude, replace_words, delete_words, insert_words (behind words), insert_before, append_words (at the
end), renumber, replace_mark (at the end). In a template `{target}` is the unit that is changed, `{named}` the same where it
must be named, `{unit}` what is added to it or what it becomes, `{wording}` a quotation that is announced, `{words}` and
`{others}` quoted words, one or a list, `{thing}` a word for them, `{mark}` and `{other_mark}` marks named in words; `[...]`
may be absent, `<a|b>` is either, a blank any white space or none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from saralau.documents import Span
from saralau.drafts.quoting import MASK, MASKED
from saralau.languages.model import Drafting

_QUOTED = rf"{MASK}{MASKED}*+"
_ONE = re.compile(_QUOTED)
_PIECE = re.compile(r"\{(\w+)\}|\[|\]|<|>|\||\s|[^{}\[\]<>|\s]+")
_SIGNS = {"[": "(?:", "]": ")?", "<": "(?:", ">": ")", "|": "|", " ": r"\s*"}


class Said(NamedTuple):
    """A formula found in a clause: its kind, where it ends, and where each of its pieces stands."""

    kind: str
    end: int
    pieces: dict[str, Span]


def said_at(shape: str, start: int, end: int, drafting: Drafting) -> Said | None:
    """The formula that stands at a place of masked text: of several the one that ends first, then the first of the table."""
    best: Said | None = None
    for kind, pattern in _patterns(drafting):
        found = pattern.match(shape, start, end)
        if found is not None and (best is None or found.end() < best.end):
            best = Said(kind, found.end(), {name: Span(*found.span(name)) for name in found.groupdict() if found[name]})
    return best


def quotations(shape: str, span: Span) -> list[Span]:
    """Each quotation in a list of them, its marks left out."""
    return [Span(found.start() + 1, found.end() - 1) for found in _ONE.finditer(shape, *span)]


@cache
def _patterns(drafting: Drafting) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(_compiled(template, drafting))) for kind, template in drafting.forms)


def _compiled(template: str, drafting: Drafting) -> str:
    listed = rf"{_QUOTED}(?:(?:{drafting.joint}){_QUOTED})*+"
    marks = "|".join(f"(?:{words})" for words, _ in drafting.marks)
    blanks = {
        "target": rf"(?P<target>[^{MASK};:]{{0,400}}?)",
        "named": rf"(?P<target>[^{MASK};:]{{1,400}}{'+' if template.endswith('{named}') else '?'})",
        "unit": rf"(?P<unit>[^{MASK};:]{{1,200}}{'+' if template.endswith('{unit}') else '?'})",
        "wording": rf"\s*:?\s*(?P<wording>{_QUOTED})",
        "words": rf"(?P<words>{listed})",
        "others": rf"(?P<others>{listed})",
        "mark": rf"(?<!\w)(?P<mark>{marks})",
        "other_mark": rf"(?P<other_mark>{marks})",
    }
    things = iter((rf"(?P<thing>{drafting.thing})",))  # the first is the one of the words that are looked for
    made: list[str] = []
    for piece in _PIECE.finditer(template):
        name, sign = piece.group(1), piece.group()
        if name == "thing":
            made.append(next(things, drafting.thing))
        else:
            made.append(blanks[name] if name else _SIGNS.get(sign, re.escape(sign)))
    return "".join(made)
