"""Slips planted into the words of an act, each where it could have been made by hand: how many of them are found?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from saralau.acts import Act, parse_act
from saralau.documents import read
from saralau.documents.reading import read_bytes
from saralau.lint import Subject

from .linting import RULES

Slip = tuple[int, int, str]  # what of the source to replace, by what
LATIN = dict(zip("асеорхуі", "aceopxyi", strict=True))
NEAR = 50  # characters between a slip and what a rule points at: a phrase said twice is told at its second place


def _between(text: str, at: int) -> bool:
    return text[at - 3 : at].isalpha() and text[at + 1 : at + 4].isalpha()


def _glued(text: str, at: int, random: Random) -> Slip | None:
    return (at, at + 1, "") if text[at] == " " and _between(text, at) else None


def _tight(text: str, at: int, random: Random) -> Slip | None:
    return (
        (at, at + 1, "")
        if text[at] == " " and text[at - 1] in ",;" and _between(text[: at - 1] + text[at:], at - 1)
        else None
    )


def _loose(text: str, at: int, random: Random) -> Slip | None:
    return (at, at, " ") if text[at] == "," and text[at - 1].isalpha() else None


def _unclosed(text: str, at: int, random: Random) -> Slip | None:
    return (at, at + 1, "") if text[at] == ")" and text[at - 3 : at].isalpha() else None


def _twice(pattern: str, before: str, behind: str) -> Callable[[str, int, Random], Slip | None]:
    phrase = re.compile(pattern)

    def planted(text: str, at: int, random: Random) -> Slip | None:
        found = phrase.match(text, at)
        return (at, at, found[0] + behind) if found and text[:at].endswith(before) else None

    return planted


def _mixed(text: str, at: int, random: Random) -> Slip | None:
    return (at, at + 1, LATIN[text[at]]) if text[at] in LATIN and text[at - 1].isalpha() and text[at + 1].isalpha() else None


def _unended(text: str, at: int, random: Random) -> Slip | None:
    return (at, at + 1, "") if text[at] in ";." and text[at + 1 : at + 3].isspace() and text[at - 1].isalpha() else None


def _misspelt(text: str, at: int, random: Random) -> Slip | None:
    inside = text[at - 1].isalpha() and text[at : at + 5].isalpha() and text[at].islower()
    return (at, at + 1, random.choice("абвгдежзиклмнопрстуфхцч")) if inside else None


def _inflected(text: str, at: int, random: Random) -> Slip | None:
    last = text[at - 5 : at + 1].isalpha() and not text[at + 1].isalpha()
    return (at, at + 1, random.choice(["", *"аеиумй"])) if last else None


def _hyphen(text: str, at: int, random: Random) -> Slip | None:
    return (at, at + 1, "-") if text[at] == "–" and text[at - 1] == " " else None


KINDS: dict[str, tuple[str, Callable[[str, int, Random], Slip | None]]] = {
    "two words glued together": ("T001", _glued),
    "no space behind a mark": ("T001", _tight),
    "a space before a comma": ("T003", _loose),
    "a closing bracket lost": ("T004", _unclosed),
    "a word twice": ("T007", _twice(r"[^\W\d_]+ ", " ", "")),
    "a phrase of three to six words twice": ("T007", _twice(r"(?:[^\W\d_]+ ){2,5}[^\W\d_]+,", ", ", " ")),
    "a Latin letter": ("T008", _mixed),
    "no mark at the end": ("T009", _unended),
    "a wrong letter in a word": ("T010", _misspelt),
    "a wrong last letter": ("T011", _inflected),
    "a hyphen for a dash": ("T013", _hyphen),
}


def planted(path: Path, kind: str, count: int, seed: str) -> tuple[int, int]:
    """How many slips of a kind the rule for it finds in a text in Markdown, and how many were planted."""
    rule, make = KINDS[kind]
    random = Random(f"{seed} {path.name} {kind}")
    source = path.read_text("utf-8")
    slips = sorted(_drawn(parse_act(read(path)), source, make, count, random))
    pieces: list[str] = []
    places: list[int] = []
    reached = written = 0
    for start, end, words in slips:
        pieces += source[reached:start], words
        written += start - reached + len(words)
        places.append(written)
        reached = end
    act = parse_act(read_bytes("".join((*pieces, source[reached:])).encode(), path.name))
    found = [act.document.source_span(one.span) for one in RULES[rule].check(Subject(act))]
    near = NEAR if rule in ("T004", "T007") else 1
    return sum(any(one.start - near <= place <= one.end + near for one in found) for place in places), len(places)


def _drawn(
    act: Act, source: str, make: Callable[[str, int, Random], Slip | None], count: int, random: Random
) -> Iterator[Slip]:
    places = [span for span, _ in Subject(act).places if span.end - span.start > 12]
    taken: list[int] = []
    for _ in range(200_000):
        if len(taken) == count:
            return
        span = random.choice(places)
        at = act.document.position(random.randrange(span.start + 6, span.end)).offset
        slip = make(source, at, random)
        if slip and source[slip[0] : slip[1]] != slip[2] and all(abs(at - other) > 300 for other in taken):
            taken.append(at)
            yield slip
