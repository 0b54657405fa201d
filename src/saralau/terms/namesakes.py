"""The same thing under several names: wordings that a lexicon knows as one, and terms that are defined in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saralau.acts import Act
from saralau.documents import Span
from saralau.packs import names
from saralau.packs.lexicons import wordings
from saralau.terms.conflicts import Place
from saralau.terms.naming import Stems
from saralau.terms.survey import Surveyed, same_work
from saralau.terms.usage import lines_of

_FEWEST_WORDS = 4  # of definientia that are compared: shorter ones say little


class Called(NamedTuple):
    """A name in the words that stand most often, with every place where it stands (of a definition, where that is)."""

    words: str
    places: tuple[Place, ...]


class Namesakes(NamedTuple):
    """Two names or more of one thing. `why`: "wording", by the lexicon `variants`, or "definiens", by equal definitions."""

    why: str
    language: str
    called: tuple[Called, ...]


def find_namesakes(acts: Sequence[Surveyed]) -> tuple[Namesakes, ...]:
    """Groups of two names or more; by wordings act by act, by definitions over all acts."""
    return (*(group for one in acts for group in _by_wording(one)), *_by_definiens(acts))


def _by_wording(one: Surveyed) -> Iterator[Namesakes]:
    """What the act calls by several names of one thing. Those that it defines apart are not the same to it."""
    act = one.act
    kind = f"lexicon/variants.{act.language.code}"
    if kind not in names("lexicon/"):
        return
    variants = wordings("variants", act.language.code)
    found: dict[str, dict[int, list[Place]]] = {}
    for address, line in lines_of(act):
        for match in variants.pattern.finditer(act.folded, line.start, line.end):
            entry = match.lastindex or 0
            if (code := variants.codes[entry]) is not None:
                place = Place(one.title, address, Span(*match.span()))
                found.setdefault(code, {}).setdefault(entry, []).append(place)
    terms = (" ".join(act.words(named.name.span).split()).casefold() for named in one.names)
    defined = {whole.lastindex for term in terms if (whole := variants.pattern.fullmatch(term)) is not None}
    for by_entry in found.values():
        apart = defined & by_entry.keys()
        same = {entry: places for entry, places in by_entry.items() if len(apart) < 2 or entry not in apart}
        if len(same) > 1:
            called = [_called(act, places) for places in same.values()]
            yield Namesakes("wording", act.language.code, tuple(sorted(called, key=lambda it: -len(it.places))))


def _called(act: Act, places: Sequence[Place]) -> Called:
    forms = Counter(" ".join(act.words(place.span).split()).lower() for place in places)
    return Called(forms.most_common(1)[0][0], tuple(places))


def _by_definiens(acts: Sequence[Surveyed]) -> Iterator[Namesakes]:
    """Terms that are defined in the same words, whatever their endings, under other names."""
    found: dict[tuple[str, Stems], dict[Stems, tuple[str, list[Place]]]] = {}
    seen: set[tuple[str, Stems, Place]] = set()
    read: list[Surveyed] = []
    for one in acts:
        if any(same_work(one, other) and one.act.language is other.act.language for other in read):
            continue  # another edition says the same again
        read.append(one)
        for named in one.names:
            meaning = one.meaning(named.name.definition)
            if named.name.alias or len(meaning) < _FEWEST_WORDS:
                continue
            words = " ".join(one.act.words(named.name.span).split())
            place = Place(one.title, named.name.definition.address, named.name.definition.term)
            own = found.setdefault((one.act.language.code, meaning), {})
            if (said := (one.act.language.code, meaning, place)) not in seen:  # "damage and amount" are defined at once
                seen.add(said)
                own.setdefault(named.name.stems, (words, []))[1].append(place)
    for (language, _), terms in found.items():
        if len(terms) > 1:
            yield Namesakes("definiens", language, tuple(Called(words, tuple(places)) for words, places in terms.values()))
