"""Stability measured over acts: grouped survival, rates of each group against the rest, a model with covariates."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from saralau.acts import Act, Provision
from saralau.acts.address import number_key
from saralau.citations import cited_in_act
from saralau.documents import Span
from saralau.history.life import Life
from saralau.history.spells import Spell, Stability, stability
from saralau.history.survival import FEWEST, Curve, Model, Ratio, curve, model, ratio
from saralau.offences import find_offences


@dataclass(frozen=True, slots=True)
class Group:
    """Wordings of one kind. `curve` is None where too few were amended; `against` compares its rate with the rest."""

    name: str
    articles: int
    spells: int
    ended: int
    rate: float  # amendments per article and year
    curve: Curve | None
    against: Ratio | None


@dataclass(frozen=True, slots=True)
class Measured:
    """Acts measured. `models` by act; `largest` is by act the law that amended most articles, with their number."""

    acts: tuple[Stability, ...]
    left_out: tuple[str, ...]  # acts of which there is nothing to measure
    by: str
    groups: tuple[Group, ...]
    models: Mapping[str, Model | None]
    largest: Mapping[str, tuple[str, int]]
    texts: tuple[Act, ...]  # that were read
    fewest: int = FEWEST


def measure(
    texts: Mapping[str, Sequence[Act]], by: str, adopted: Mapping[str, str], lives: Mapping[str, Life] | None = None,
    *, modelled: bool = True,
) -> Measured:  # fmt: skip
    """Measures acts, each given by its editions, the newest first. `by` is act, chapter, or the year in which a
    wording began.

    `adopted` has the day of adoption of acts that no pack knows; one of which no day is known is left out. `lives` are those
    that have been read already. Models, which read every offence and need the extra `survival`, only if `modelled`.
    """
    known = lives or {}
    measured = (stability(acts, name, adopted.get(name), known.get(name)) for name, acts in texts.items())
    found = [one for one in measured if one is not None]
    spells = [spell for one in found for spell in one.spells]
    groups: dict[str, list[Spell]] = {}
    for spell in spells:
        groups.setdefault(_group(spell, by, several=len(found) > 1), []).append(spell)
    rows = tuple(_measured(name, groups[name], spells) for name in sorted(groups, key=_in_order))
    models = {one.name: model_of(one, texts[one.name][0]) for one in found} if modelled else {}
    largest = {one.name: max(one.laws.items(), key=lambda law: law[1]) for one in found if one.laws}
    left_out = tuple(name for name in texts if name not in {one.name for one in found})
    return Measured(tuple(found), left_out, by, rows, models, largest, tuple(act for acts in texts.values() for act in acts))


def model_of(one: Stability, newest: Act) -> Model | None:
    """What makes wordings of an act change sooner, by features of the articles of its newest text."""
    return model(one.spells, covariates(newest))


def _group(spell: Spell, by: str, several: bool) -> str:
    if by == "act":
        return spell.act
    if by == "year":
        return f"{spell.act} {spell.began[:4]}" if several else spell.began[:4]
    chapter = spell.chapter or "–"
    return f"{spell.act} {chapter}" if several else chapter


def _in_order(name: str) -> tuple[object, ...]:
    words = name.split(" ")
    return (*words[:-1], number_key(words[-1]) if words[-1][:1].isdigit() else (0,))


def _measured(name: str, own: Sequence[Spell], every: Sequence[Spell]) -> Group:
    members = {id(spell) for spell in own}
    rest = [spell for spell in every if id(spell) not in members]
    years = sum(spell.days for spell in own) / 365.25
    ended = sum(spell.ended for spell in own)
    articles = len({(spell.act, spell.article) for spell in own})
    return Group(name, articles, len(own), ended, ended / years if years else 0.0, curve(name, own), ratio(own, rest))


def covariates(act: Act) -> dict[str, dict[str, float]]:
    """By article of a text: whether an offence in it has an ICT element, the logarithm of its length and of its references.

    They are those of the newest text, also for older wordings, of which the text is not in hand.
    """
    articles = {one.number: one for one in act.articles() if one.number and not one.excluded}  # an excluded one has no words
    ict, counted = dict.fromkeys(articles, 0.0), dict.fromkeys(articles, 0)
    if act.language.threats:
        for offence in find_offences(act, None).items:
            if offence.ict:
                ict[offence.address.article] = 1.0
    spans = sorted((span.start, span.end, number) for number, article in articles.items() for span in _own_words(article))
    for citation in cited_in_act(act):  # references in editors' notes are left out: they tell of amendments
        place = bisect_right(spans, (citation.span.start, sys.maxsize, "")) - 1
        if place >= 0 and citation.span.start < spans[place][1]:
            counted[spans[place][2]] += 1
    return {
        "ict": ict,
        "length": {number: log(1 + _length(article)) for number, article in articles.items()},
        "references": {number: log(1 + count) for number, count in counted.items()},
    }


def _length(article: Provision) -> int:
    return sum(span.end - span.start for span in _own_words(article))


def _own_words(article: Provision) -> Iterator[Span]:
    for unit in article.walk():
        yield from (*unit.text, *unit.closing)
