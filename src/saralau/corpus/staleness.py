"""What a new edition makes stale: rows of the register, encodings, cases, and cells of treaties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saralau.acts import Act, Address, identify
from saralau.acts.address import number_key
from saralau.amendments import edition_of, find_amendments
from saralau.cases.encoding import encoding
from saralau.cases.reading import read_case
from saralau.messages import InputError
from saralau.offences import find_offences
from saralau.offences.general_part import general_part_of
from saralau.offences.records import compact, to_record
from saralau.packs import load, names
from saralau.treaties import cover, treaty, treaty_names


@dataclass(frozen=True, slots=True)
class StaleArticle:
    """An article that the register has otherwise: the laws that it does not know; whether its offences read otherwise."""

    number: str
    laws: tuple[tuple[str, str], ...]  # date, number
    reread: bool
    encoded: bool


@dataclass(frozen=True, slots=True)
class StaleCell:
    """A scenario of a treaty whose answer rests on a stale article."""

    treaty: str
    source: str
    scenario: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Staleness:
    """A new edition against what was made from the last one. `cases` are files whose expected answer is stale."""

    act: str
    register: str
    known: str
    edition: str
    articles: tuple[StaleArticle, ...]
    cases: tuple[tuple[str, tuple[str, ...]], ...]
    cells: tuple[StaleCell, ...]

    @property
    def encoded(self) -> tuple[str, ...]:
        """The stale articles whose elements are encoded: what somebody has to read again."""
        return tuple(one.number for one in self.articles if one.encoded)


def find_stale(act: Act, cases: Sequence[Path], against: str | None = None) -> Staleness:
    """What the text of a new edition makes stale, against the newest register of its act or the one that is named.

    InputError where no pack has a register of the act.
    """
    known = identify(act)
    if known is None:
        raise InputError("stale-unknown-act", file=act.document.source.name)
    registers = sorted(name for name in names(f"{known.id}@"))
    newest = against or max(registers, key=lambda name: str(load(name)["act"]["edition"]), default=None)
    if newest not in registers:
        raise InputError("stale-no-register", act=against or known.id)
    register = load(newest)
    amendments = find_amendments(act)
    told = {row["number"]: {(event[0], event[1]) for event in row["amendments"]} for row in register["articles"]}
    since = str(register["act"]["edition"])
    laws: dict[str, dict[tuple[str, str], None]] = {}
    for one in amendments:
        if one.address is None or not one.changes:
            continue
        held_events = told.get(one.address.article)  # None for an article that the register's text did not have
        if (one.date, one.number) not in held_events if held_events is not None else one.date > since:
            laws.setdefault(one.address.article, {})[one.date, one.number] = None
    reread = _reread(act, register, general_part_of(known))
    held = {name for name in names(f"{known.jurisdiction}/") if name.endswith(".elements")}
    encoded = set(encoding(known.jurisdiction).newest.articles) if held else set()
    numbers = sorted({*laws, *reread}, key=number_key)
    articles = tuple(StaleArticle(n, tuple(laws.get(n, ())), n in reread, n in encoded) for n in numbers)
    stale = {one.number for one in articles}
    cells = tuple(_cells(known.jurisdiction, stale)) if held else ()
    named = tuple(_cases(cases, stale, known.jurisdiction))
    edition = edition_of([one for one in amendments if one.changes]) or ""
    return Staleness(known.id, newest, str(register["act"]["edition"]), edition, articles, named, cells)


def _reread(act: Act, register: dict[str, Any], rules: Any) -> set[str]:
    """Articles of which the register's features or sanctions are not those that the text reads as."""
    if not act.language.threats or act.language.code != register["act"]["language"]:
        return set()
    before: dict[str, dict[Any, tuple[object, ...]]] = {}
    for row in register["offences"]:
        before.setdefault(row["article"], {})[row.get("part")] = _comparable(row)
    after: dict[str, dict[Any, tuple[object, ...]]] = {}
    for offence in find_offences(act, rules).items:
        row = compact(to_record(offence))
        after.setdefault(row["article"], {})[row.get("part")] = _comparable(row)
    return {number for number in {*before, *after} if before.get(number) != after.get(number)}


def _comparable(row: dict[str, Any]) -> tuple[object, ...]:
    features = sorted((f.get("point") or "", f["code"]) for f in row.get("features", ()) if not f.get("excluded"))
    return repr(row.get("sanction")), tuple(features), tuple(row.get("extends", ()))


_ANSWERS = ("charge", "displaced", "absorbed", "open", "hanging", "by")


def _articles(row: Mapping[str, object]) -> Iterator[str]:
    """The articles that a case expects in its answer, where it names one by its address in packs."""
    for key in _ANSWERS:
        told = row.get(key)
        if isinstance(told, str) and told.count("/") == 2:
            yield Address.read(told.rsplit("/", 1)[1]).article


def _cells(jurisdiction: str, stale: set[str]) -> Iterator[StaleCell]:
    for name in treaty_names():
        for row in cover(treaty(name), jurisdiction).obligations:
            for one in row.scenarios:
                rests = {provision.address.article for provision in one.punishing}
                rests |= {condition.address.article for condition in one.conditions}
                rests |= {lack.address.article for lack in one.nearest}
                if common := sorted(rests & stale, key=number_key):
                    yield StaleCell(name, one.scenario.source, one.scenario.id, tuple(common))


def _cases(paths: Sequence[Path], stale: set[str], jurisdiction: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for path in paths:
        case = read_case(path)
        if case.jurisdiction != jurisdiction:
            continue
        named = {article for row in case.expected or () for article in _articles(row)}
        if common := sorted(named & stale, key=number_key):
            yield path.name, tuple(common)
