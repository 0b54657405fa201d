"""One editor's note, read by a small state machine: a law does what was said before it to what was named before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from saralau.acts import Act, Address
from saralau.amendments.lexing import Token, says, tokens
from saralau.amendments.model import UNTOLD, Amendment, InForce, Note, Target
from saralau.documents import Span

# Folded Roman numerals mix alphabets: "vі" has a Cyrillic і. The number is upper-cased and unmixed again.
_UNMIX = str.maketrans("ІХСМ", "IXCM")
_SILENT = frozenset({"opening", "quoted", "filler", "mark"})
_ABOVE = ("section", "chapter", "paragraph")


def read_note(act: Act, span: Span, home: Address | None, place: str) -> Note:
    """A note that stands at `home`, a provision of the kind `place`; its own words between the ends of `span`."""
    reading = _Reading(home, place, act.language.citing.number_first, "subpoint" in act.language.citing.units)
    for token in tokens(act.folded, span.start, span.end, act.language):
        reading.take(token, act)
    rest = [Span(*ends) for ends in _joined(reading.rest)]
    if not rest and not reading.found and reading.order is None and not reading.silent:
        rest = [span]
    return Note(span, home, tuple(reading.found), reading.order, tuple(rest))


@dataclass(slots=True)
class _Reading:
    """What has been read so far. `pieces` are units with their numbers; those from `added` on are what is introduced."""

    home: Address | None
    place: str
    number_first: bool
    with_subpoints: bool
    pieces: list[tuple[str, str | None]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    effect: str | None = None
    announced: bool = False
    title: bool = False
    whole: str | None = None
    added: int | None = None
    closed: bool = False
    ruling: Token | None = None
    excepted: str | None = None
    silent: bool = True  # nothing but words that say nothing
    found: list[Amendment] = field(default_factory=list)
    order: InForce | None = None
    rest: list[tuple[int, int]] = field(default_factory=list)

    def take(self, token: Token, act: Act) -> None:
        name = token.name
        if name in _SILENT:
            return
        self.silent = False
        if name == "unknown":
            self.rest.append((token.start, token.end))
        elif name == "law":
            self.law(token)
        elif name.startswith("in_force_"):
            self.in_force(token)
        elif name == "excepted":
            self.excepted = token.value[0] if token.value else None
        elif name.startswith("effect_"):
            self.does(name.removeprefix("effect_"))
        elif name == "announced":
            self.announced = True
        elif name == "ruling":
            self.renew()
            self.effect = "ruled"
        elif name == "verdict":
            self.verdict(token, act)
        else:
            self.names(token)

    def names(self, token: Token) -> None:
        """A unit, its number, or a word for the act, its title, its text."""
        if self.closed and self.ruling is None:
            self.renew()
        name = token.name
        if name == "title":
            self.title = True
        elif name in ("act", "preamble", "contents"):
            self.whole = name
        elif name == "whole_text":
            self.whole = "text"
        elif name in ("number", "ordinal"):
            self.numbered(token.value[0])
        else:
            unit = name.removeprefix("unit_").rstrip("_")
            if self.number_first and self.numbers:
                self.pieces += [(unit, number) for number in self.numbers]
                self.numbers = []
            else:
                self.pieces.append((unit, None))

    def numbered(self, number: str) -> None:
        if self.number_first or not self.pieces:
            self.numbers.append(number)
            return
        unit, told = self.pieces[-1]
        if told is None:
            self.pieces[-1] = (unit, number)
        else:  # one unit, several numbers
            self.pieces.append((unit, number))

    def renew(self) -> None:
        self.pieces, self.numbers, self.effect = [], [], None
        self.announced = self.title = self.closed = False
        self.whole, self.added, self.ruling = None, None, None

    def does(self, effect: str) -> None:
        if not self.closed and self.announced and self.effect is not None:
            return
        self.effect, self.closed = effect, False
        if effect == "introduced" and self.added is None:
            self.added = len(self.pieces)

    def law(self, token: Token) -> None:
        if self.effect == "ruled":
            self.ruling = token
            return
        if self.effect is None:
            self.rest.append((token.start, token.end))
            return
        date, number = token.value
        for target in self.targets():
            self.found.append(self.amendment(target, date, number, Span(token.start, token.end)))
        self.closed = True

    def verdict(self, token: Token, act: Act) -> None:
        if self.ruling is None:
            self.rest.append((token.start, token.end))
            return
        contrary = act.language.amending.contrary
        against = contrary is not None and says(contrary, token.value[0])
        date, number = self.ruling.value
        span = Span(self.ruling.start, self.ruling.end)
        self.found += [self.amendment(target, date, number, span)._replace(contrary=against) for target in self.targets()]
        self.renew()
        self.closed = True

    def amendment(self, target: Target, date: str, number: str, span: Span) -> Amendment:
        name = number.upper().translate(_UNMIX)
        effect = str(self.effect)
        return Amendment(target.address, effect, date, name, target, UNTOLD, self.announced, False, span)

    def in_force(self, token: Token) -> None:
        kind, told = token.value
        when = InForce(
            kind,
            int(told) if kind in ("days", "months") else None,
            told if kind == "on" else None,
            told if kind == "article" else None,
            self.excepted,
        )
        self.excepted = None
        if not self.found:
            self.order = when
            return
        last = self.found[-1].span
        for position, one in enumerate(self.found):
            if one.span == last:
                self.found[position] = one._replace(in_force=when)

    def targets(self) -> Iterator[Target]:
        """What the act that is told next changes; several where several units are introduced."""
        if self.whole == "text" or (self.whole is not None and self.added is None):
            yield Target(str(self.whole), title=self.title)
            return
        added = self.pieces[self.added :] if self.effect != "ruled" and self.added is not None else []
        base = self.pieces if self.added is None else self.pieces[: self.added]
        if not added:
            yield self.target(base)
            return
        inner = added[-1][0]
        several = [piece for piece in added if piece[0] == inner]
        around = [piece for piece in added if piece[0] != inner]
        for piece in several:
            yield self.target([*base, *around, piece])

    def target(self, pieces: Sequence[tuple[str, str | None]]) -> Target:
        home = self.home
        article = part = point = None
        unit, number = self.place, None
        for named, told in _outermost_first(pieces):
            unit, number = named, told
            if named == "article":
                article = told or (home.article if home else None)
            elif named == "part" or (named == "point" and self.with_subpoints and told is not None and ")" not in told):
                unit, part = "part", told
            elif named in ("point", "subpoint"):
                unit, point = "point", None if told is None else told.rstrip(")")
        if not pieces and home is not None:
            return Target(self.place, home.point or home.part or home.article, home, self.title)
        if unit in _ABOVE or (unit == "section" and article is None):
            return Target(unit, number, None, self.title)
        if article is None and home is not None:
            article = home.article
        address = None if article is None else Address(article, part, point)
        last = point if point is not None else part if part is not None else article
        return Target(unit, number.rstrip(")") if unit in ("indent", "note") and number else last, address, self.title)


_DEPTH = {unit: depth for depth, unit in enumerate((*_ABOVE, "article", "note", "part", "point", "subpoint", "indent"))}


def _outermost_first(pieces: Sequence[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    return sorted(pieces, key=lambda piece: _DEPTH.get(piece[0], 0))


def _joined(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Neighbouring pieces as one."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current is not None and start - current[1] <= 1:
            current = (current[0], end)
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current
