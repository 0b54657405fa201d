"""The numbers that a word processor counts by itself: in the file they are rules (ECMA-376, part 1, section 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LARGEST = 100_000  # a counter beyond this is a mistake or an attack


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, and the label with %1 for the number of the first level, and so on."""

    form: str = "decimal"
    label: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted. Lists of one definition count on together."""

    definitions: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)  # abstract list -> level
    lists: Mapping[str, tuple[str, Mapping[int, Level]]] = field(default_factory=dict)  # list -> definition, own levels
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)  # (list, level) -> first number, until used
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, list_id: str, depth: int) -> str:
        """The label of the next paragraph of a list at a depth from 0; "" where the list is unknown or shows none."""
        if list_id not in self.lists:
            return ""
        definition, own = self.lists[list_id]
        levels = {**self.definitions.get(definition, {}), **own}
        level = levels.get(depth)
        if level is None:
            return ""
        counters = self.counters.setdefault(definition, {})
        first = self.restarts.pop((list_id, depth), None)
        counters[depth] = first if first is not None else counters.get(depth, level.start - 1) + 1
        for deeper in [at for at in counters if at > depth]:
            del counters[deeper]

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            shown = levels.get(at, Level())
            return said(counters.get(at, shown.start), shown.form)

        return level.label if level.form == "bullet" else re.sub(r"%([1-9])", number, level.label)


def said(number: int, form: str) -> str:
    """A number as a list writes it; in digits where the way is not known here."""
    if form == "none" or not 0 < number < _LARGEST:
        return "" if form == "none" else str(number)
    if form in ("lowerRoman", "upperRoman"):
        roman, rest = "", number
        for value, letters in _ROMAN:
            roman += letters * (rest // value)
            rest %= value
        return roman.upper() if form == "upperRoman" else roman
    for alphabet, forms in ((_LATIN, ("lowerLetter", "upperLetter")), (_RUSSIAN, ("russianLower", "russianUpper"))):
        if form in forms:
            letter = alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)
            return letter.upper() if form == forms[1] else letter
    return f"{number:02d}" if form == "decimalZero" else str(number)


def read_numbering(root: etree._Element | None) -> Numbering:
    """The rules of `word/numbering.xml`; none where a document has no lists."""
    if root is None:
        return Numbering()
    definitions = {_id(d, "abstractNumId"): _levels(d) for d in root.iterfind(f"{W}abstractNum")}
    lists: dict[str, tuple[str, Mapping[int, Level]]] = {}
    restarts: dict[tuple[str, int], int] = {}
    for entry in root.iterfind(f"{W}num"):
        list_id, reference = _id(entry, "numId"), entry.find(f"{W}abstractNumId")
        own: dict[int, Level] = {}
        for override in entry.iterfind(f"{W}lvlOverride"):
            own |= _levels(override)
            if (start := override.find(f"{W}startOverride")) is not None:
                restarts[list_id, _int(override.get(f"{W}ilvl"))] = _int(start.get(f"{W}val"), 1)
        lists[list_id] = (reference.get(f"{W}val", "") if reference is not None else "", own)
    return Numbering(definitions, lists, restarts)


def _levels(holder: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for entry in holder.iterfind(f"{W}lvl"):
        level = Level()
        for child in entry:
            value = child.get(f"{W}val", "")
            if child.tag == f"{W}numFmt":
                level = replace(level, form=value)
            elif child.tag == f"{W}lvlText":
                level = replace(level, label=value[:80])
            elif child.tag == f"{W}start":
                level = replace(level, start=_int(value, 1))
        levels[_int(entry.get(f"{W}ilvl"))] = level
    return levels


def _id(element: etree._Element, attribute: str) -> str:
    return element.get(f"{W}{attribute}", "")


def _int(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else otherwise
