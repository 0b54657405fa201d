"""Two editions aligned by structure: provisions added, excluded, moved, reworded; sanctions; features gained and lost.

Units are matched by their place; one that went is matched to one that came if most of its words came with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from saralau.acts import Address, Kind
from saralau.acts.address import number_key
from saralau.amendments import Amendment, reported_between
from saralau.history.aligning import Difference, Text, offence_differences
from saralau.history.units import Unit, letters, units
from saralau.history.wording import Piece, words_changed
from saralau.offences import Offence

_SHORTEST = 6  # words that a unit must have to be recognised at another place of its article
_ELSEWHERE = 12  # and in another article, where short features read alike
_ALIKE = 0.7  # share of words that two units must have in common, of all that either has


@dataclass(frozen=True, slots=True)
class UnitChange:
    """What became of a unit. `how`: added, excluded (its place is kept), removed (its place is gone), moved, moved_away
    (told at the former place), reworded, or printed, where only blanks and marks differ, which no law changes.

    `pieces` are its words in order; for a moved unit `came_from` is its former place. Titles are units of their own.
    """

    place: str
    address: Address | None
    how: str
    title: bool
    before: Unit | None
    after: Unit | None
    pieces: tuple[Piece, ...]
    came_from: str | None = None
    went_to: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article that differs. `laws` are the amendments that the later text's notes name and the earlier one's do not.

    `gained` and `lost` are features and ICT elements by address; `basic` those that qualified and now are of the basic
    offence; `sanctions` the components that differ, those of a part that moved at its new place. Of parts in `renumbered`
    it cannot be said that the threat became heavier or milder: their features went elsewhere or came from elsewhere.
    """

    article: str
    changes: tuple[UnitChange, ...]
    laws: tuple[Amendment, ...]
    sanctions: tuple[Difference, ...]
    gained: tuple[tuple[Address, str], ...]
    lost: tuple[tuple[Address, str], ...]
    basic: tuple[tuple[Address, str], ...]
    renumbered: frozenset[Address]

    @property
    def only_printed(self) -> bool:
        """Whether nothing but blanks and marks differs."""
        return not self.sanctions and all(change.how == "printed" for change in self.changes)

    @property
    def announced(self) -> bool:
        """Whether a note tells of the change."""
        return bool(self.laws)


@dataclass(frozen=True, slots=True)
class EditionDiff:
    """Two editions of one act: articles that differ, divisions that differ, articles that only the notes call changed."""

    articles: tuple[ArticleChange, ...]
    divisions: tuple[UnitChange, ...]
    silent: tuple[tuple[str, tuple[Amendment, ...]], ...]

    def counts(self) -> dict[str, int]:
        """Changed units by how they changed."""
        told = Counter(change.how for article in self.articles for change in article.changes)
        return {how: told[how] for how in ("added", "excluded", "removed", "moved", "reworded", "printed")}

    def unannounced(self) -> tuple[ArticleChange, ...]:
        """Articles whose words differ though no note says so."""
        return tuple(one for one in self.articles if not one.announced and not one.only_printed)


def diff_editions(earlier: Text, later: Text) -> EditionDiff:
    """Everything that differs within the stretch that both texts cover. Linear but for the words of a changed unit."""
    before, after = units(earlier.act), units(later.act)
    before, after = _shared(before, after)
    changes = list(_unit_changes(before, after))
    reported = reported_between(earlier.amendments, later.amendments)
    offences = _by_article(earlier.offences), _by_article(later.offences)
    by_article: dict[str, list[UnitChange]] = {}
    divisions = []
    for change in changes:
        article = _at(change)
        if article is None:
            divisions.append(change)
        else:
            by_article.setdefault(article, []).append(change)
    told = {number for number, rows in offences[1].items() if rows} | {
        number for number, rows in offences[0].items() if rows
    }
    for number in told - by_article.keys():
        if _threats_differ(offences[0].get(number, ()), offences[1].get(number, ())):
            by_article[number] = []
    held = {unit.address.main.short for unit in (*before.values(), *after.values()) if unit.address}
    moved, ordered = _moved_parts(changes), sorted(by_article, key=number_key)
    silent = [(number, laws) for number, laws in reported.items() if number in held and number not in by_article]
    return EditionDiff(
        tuple(_article_change(number, by_article[number], reported, offences, moved) for number in ordered),
        tuple(divisions),
        tuple(sorted(silent, key=lambda row: number_key(row[0]))),
    )


def _shared(before: Mapping[str, Unit], after: Mapping[str, Unit]) -> tuple[dict[str, Unit], dict[str, Unit]]:
    """The units within the stretch that both cover: a text that begins in the middle says nothing of what is before."""
    firsts = [next((unit.address for unit in side.values() if unit.address), None) for side in (before, after)]
    if None in firsts:
        return dict(before), dict(after)
    start = max(number_key(first.article) for first in firsts if first)
    return tuple({p: u for p, u in side.items() if _from(u, start)} for side in (before, after))  # type: ignore[return-value]  # two


def _from(unit: Unit, start: tuple[int, ...]) -> bool:
    return unit.address is not None and number_key(unit.address.article) >= start


def _unit_changes(before: Mapping[str, Unit], after: Mapping[str, Unit]) -> Iterator[UnitChange]:
    gone = {place: unit for place, unit in before.items() if unit.text and not _has_words(after.get(place))}
    come = {place: unit for place, unit in after.items() if unit.text and not _has_words(before.get(place))}
    moved = _moves(gone, come)
    arrived = {new: old for old, new in moved.items()}
    closed = {
        unit.address.article for unit in after.values() if unit.excluded and unit.address and unit.kind is Kind.ARTICLE
    }
    for place, unit in before.items():
        now = after.get(place)
        if place in moved:
            yield UnitChange(place, unit.address, "moved_away", unit.title, unit, now, (), went_to=moved[place])
        elif place in gone:
            ended = (now is not None and now.excluded) or _at(unit) in closed
            how = "excluded" if ended else "removed"
            yield UnitChange(place, unit.address, how, unit.title, unit, now, (Piece(unit.text, ""),))
        elif now is not None and place not in gone and place not in come and unit.text != now.text:
            how = "printed" if letters(unit.text) == letters(now.text) else "reworded"
            yield UnitChange(place, now.address, how, now.title, unit, now, words_changed(unit.text, now.text))
    for place, unit in come.items():
        if place in arrived:
            old = before[arrived[place]]
            pieces = words_changed(old.text, unit.text)
            yield UnitChange(place, unit.address, "moved", unit.title, old, unit, pieces, arrived[place])
        else:
            yield UnitChange(place, unit.address, "added", unit.title, None, unit, (Piece("", unit.text),))


def _has_words(unit: Unit | None) -> bool:
    return unit is not None and bool(unit.text)


def _moves(gone: Mapping[str, Unit], come: Mapping[str, Unit]) -> dict[str, str]:
    """Former place -> present place, each used once, the most alike first."""
    words = {place: frozenset(unit.text.lower().split()) for place, unit in (*gone.items(), *come.items())}
    index: dict[str, list[str]] = {}
    for place, unit in come.items():
        if len(words[place]) >= _SHORTEST and not unit.title:
            for word in words[place]:
                index.setdefault(word, []).append(place)
    pairs: list[tuple[float, str, str]] = []
    for place, unit in gone.items():
        if len(unit.text.split()) < _SHORTEST or unit.title:
            continue
        own = frozenset(unit.text.lower().split())
        rare = sorted((word for word in own if word in index), key=lambda word: (len(index[word]), word))[:_SHORTEST]
        for other in {candidate for word in rare for candidate in index[word]}:
            theirs = frozenset(come[other].text.lower().split())
            alike = len(own & theirs) / len(own | theirs)
            near = _at(unit) == _at(come[other])
            if alike >= _ALIKE and other != place and (near or len(own) >= _ELSEWHERE):
                pairs.append((-alike, place, other))
    found: dict[str, str] = {}
    for _, old, new in sorted(pairs):
        if old not in found and new not in found.values():
            found[old] = new
    return found


def _at(one: Unit | UnitChange) -> str | None:
    return one.address.main.short if one.address else None


def _article_change(
    number: str,
    changes: Sequence[UnitChange],
    reported: Mapping[str, tuple[Amendment, ...]],
    offences: tuple[Mapping[str, Sequence[Offence]], Mapping[str, Sequence[Offence]]],
    moved: Mapping[Address, Address],
) -> ArticleChange:
    came = {now: old for old, now in moved.items()}
    old = [one for one in offences[0].get(number, ()) if one.address not in moved]
    new = [one for one in offences[1].get(number, ()) if one.address not in came]
    sanctions = list(offence_differences(old, new))
    for one in offences[1].get(number, ()):  # a part that came from elsewhere is compared with what it was there
        if one.address in came:
            was = came[one.address]
            before = [
                replace(other, address=one.address) for other in offences[0].get(was.article, ()) if other.address == was
            ]
            sanctions += offence_differences(before, [one])
    had, has = _features(old), _features(new)
    built_on = {one.address: bool(one.extends) for one in old}
    now_basic = {one.address for one in new if not one.extends and built_on.get(one.address)}
    gone, standing = [one for one in had if one not in has], {code for _, code in has}
    return ArticleChange(
        number,
        tuple(changes),
        tuple(sorted(reported.get(number, ()), key=lambda one: one.date)),
        tuple(sanctions),
        tuple(one for one in has if one not in had),
        tuple(one for one in gone if one[0].within not in now_basic or one[1] in standing),
        tuple(one for one in gone if one[0].within in now_basic and one[1] not in standing),
        frozenset(_renumbered(gone, [one for one in has if one not in had])),
    )


def _renumbered(gone: Sequence[tuple[Address, str]], come: Sequence[tuple[Address, str]]) -> Iterator[Address]:
    """Parts of an article between which a feature moved."""
    for address, code in gone:
        for other, same in come:
            if code == same and address.within != other.within:
                yield from (address.within, other.within)


def _moved_parts(changes: Sequence[UnitChange]) -> dict[Address, Address]:
    """Parts, and articles of one part, that stand elsewhere now: former address -> present one."""
    found: dict[Address, Address] = {}
    for change in changes:
        if (
            change.how == "moved"
            and change.before
            and change.before.address
            and change.address
            and change.address.point is None
        ):
            found[change.before.address] = change.address
    return found


def _threats_differ(before: Sequence[Offence], after: Sequence[Offence]) -> bool:
    return next(offence_differences(before, after), None) is not None


def _features(offences: Sequence[Offence]) -> dict[tuple[Address, str], None]:
    """Features and ICT elements by the address at which they stand, in order."""
    found: dict[tuple[Address, str], None] = {}
    for offence in offences:
        for feature in offence.features:
            if not feature.excluded:
                found[Address(offence.address.article, offence.address.part, feature.point), feature.code] = None
        for proof in offence.ict:
            found[Address(offence.address.article, offence.address.part, proof.point), proof.code] = None
    return found


def _by_article(offences: Sequence[Offence]) -> dict[str, list[Offence]]:
    found: dict[str, list[Offence]] = {}
    for offence in offences:
        found.setdefault(offence.address.article, []).append(offence)
    return found
