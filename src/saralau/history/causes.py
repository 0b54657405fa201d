"""Why does the law not stand still? An indicator for each cause that scholars name, counted from an act and its notes.

What is counted, and what each number cannot tell, is in docs/terms.md.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from saralau.acts import Act, Kind, Provision
from saralau.amendments import Amendment, edition_of, find_amendments
from saralau.citations.works import work_of
from saralau.history.laws import Law, is_short_notice, law_of, omnibus_laws, wide_laws
from saralau.offences.ict import find_ict
from saralau.terms import KINDS, articles_on_notions, find_definitions, kind_of


class Share(NamedTuple):
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None of nothing."""
        return self.part / self.whole if self.whole else None


class Rate(NamedTuple):
    """Changes of so many units in so many years; `laws` brought them, `squares` is the sum of the
    squares of how many each brought."""

    changes: int
    units: int
    years: float | None
    laws: int
    squares: int

    @property
    def value(self) -> float | None:
        """Changes for each unit and year; None where the exposure is unknown or nothing."""
        return self.changes / (self.units * self.years) if self.units and self.years else None


@dataclass(frozen=True, slots=True)
class Causes:
    """One act measured.

    `adopted` and `edition` are ISO dates, None where unknown; `years` lie between them. `kinds` counts the definitions by
    kind. `announced` are changes that notes announce and the text does not show, by (changes, laws). `reworded` counts
    articles whose note begins anew, so that their earlier changes are in no number here.
    """

    act: Act
    adopted: str | None
    edition: str | None
    years: float | None
    kinds: Mapping[str, int]
    announced: tuple[int, int]
    reworded: int
    shares: Mapping[str, Share]
    rates: Mapping[str, Rate]


def measure(acts: Sequence[Act]) -> tuple[Causes, ...]:
    """Each act measured. Which laws are omnibus laws is told by all of them together. Linear in the texts.

    Raises InputError for a language whose ways to define nobody has encoded.
    """
    histories = [(act, find_amendments(act)) for act in acts]
    omnibus = omnibus_laws(histories)
    return tuple(_measured(act, events, omnibus) for act, events in histories)


def _measured(act: Act, events: Sequence[Amendment], omnibus: frozenset[Law]) -> Causes:
    work, edition = work_of(act), edition_of(events)
    adopted = work.date if work is not None and len(work.date) == len("2000-01-01") else None
    years = _years(adopted, edition)
    kinds = Counter(kind_of(act, one) for one in find_definitions(act))
    changes = [one for one in events if one.changes]
    announced = [one for one in events if one.announced]
    reworded = {one.address for one in changes if one.action == "reworded" and one.address and not one.address.part}
    return Causes(
        act,
        adopted,
        edition,
        years,
        {kind: kinds[kind] for kind in KINDS},
        (len(announced), len({law_of(one) for one in announced})),
        sum(address.point is None for address in reworded),
        {**_words(act, kinds), **_laws(changes, omnibus, wide_laws(act, changes))},
        _rates(act, changes, years),
    )


def _words(act: Act, kinds: Mapping[str, int]) -> dict[str, Share]:
    """What the text itself tells: how much of it defines, and how much of that is technology."""
    defined = sum(kinds.values())
    articles = [article for article in act.articles() if not article.excluded]
    provisions = sum(not unit.excluded for article in articles for unit in _leaves(article))
    return {
        "technical": Share(kinds["technical"], defined),
        "technical_or_mixed": Share(kinds["technical"] + kinds["mixed"], defined),
        "definitions": Share(min(defined, provisions), provisions),
        "technology": Share(sum(_names_technology(act, article) for article in articles), len(articles)),
    }


def _laws(changes: Sequence[Amendment], omnibus: frozenset[Law], wide: frozenset[Law]) -> dict[str, Share]:
    """What the amending laws tell: whether they were about this act, and how soon they were in force."""
    by = Counter(law_of(one) for one in changes)
    told = [(law_of(one), short) for one in changes if (short := is_short_notice(one)) is not None]
    return {
        "wide_laws": Share(len(by.keys() & wide), len(by)),
        "omnibus_laws": Share(len(by.keys() & omnibus), len(by)),
        "omnibus_changes": Share(sum(count for law, count in by.items() if law in omnibus), len(changes)),
        "short_notice_laws": Share(len({law for law, short in told if short}), len({law for law, _ in told})),
        "short_notice_changes": Share(sum(short for _, short in told), len(told)),
    }


def _introduces_an_article(one: Amendment) -> bool:
    """A new article is no change of an existing one."""
    address = one.address
    return one.action == "introduced" and address is not None and address.part is None and address.point is None


def _rates(act: Act, changes: Sequence[Amendment], years: float | None) -> dict[str, Rate]:
    """How often: laws for the act, laws for an article, and definitions beside all other norms, counted in two ways."""
    notions = {article.number for article in articles_on_notions(act)}
    units, articles = Counter[bool](), Counter[bool]()
    for article in act.articles():
        units[article.number in notions] += sum(1 for _ in _leaves(article))
        articles[article.number in notions] += 1
    by_unit: dict[bool, set[tuple[Law, object]]] = {True: set(), False: set()}
    by_article: dict[bool, set[tuple[Law, object]]] = {True: set(), False: set()}
    for one in changes:
        if one.address is not None and not _introduces_an_article(one):
            defines = one.address.article in notions
            by_unit[defines].add((law_of(one), one.address))
            by_article[defines].add((law_of(one), one.address.article))
    all_laws: set[tuple[Law, object]] = {(law_of(one), None) for one in changes}
    return {
        "laws": _rate(all_laws, 1, years),
        "articles": _rate(by_article[True] | by_article[False], articles.total(), years),
        "definitions_by_unit": _rate(by_unit[True], units[True], years),
        "others_by_unit": _rate(by_unit[False], units[False], years),
        "definitions_by_article": _rate(by_article[True], articles[True], years),
        "others_by_article": _rate(by_article[False], articles[False], years),
    }


def _rate(pairs: set[tuple[Law, object]], units: int, years: float | None) -> Rate:
    by = Counter(law for law, _ in pairs)
    return Rate(len(pairs), units, years, len(by), sum(count * count for count in by.values()))


def _leaves(article: Provision) -> Iterator[Provision]:
    """The smallest units with a number, excluded ones too, which keep it; the article itself where it has none."""
    inner = [unit for unit in article.walk() if unit.kind in (Kind.PART, Kind.POINT) and unit.address is not None]
    holders = {id(unit) for unit in inner if any(child.kind is Kind.POINT and child.address for child in unit.children)}
    leaves = [unit for unit in inner if id(unit) not in holders]
    return iter(leaves or [article])


def _names_technology(act: Act, article: Provision) -> bool:
    lines = (line for unit in article.walk() for line in (*unit.text, *unit.closing))
    return any(find_ict(act.folded, line, act.language) for line in lines)


def _years(adopted: str | None, edition: str | None) -> float | None:
    """Years from one day to the other; None where either is unknown or they do not lie apart."""
    if adopted is None or edition is None or edition <= adopted:
        return None
    return (datetime.date.fromisoformat(edition) - datetime.date.fromisoformat(adopted)).days / 365.25
