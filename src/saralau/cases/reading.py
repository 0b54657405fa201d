"""Reading a case file (`saralau/case/1`): YAML, checked word by word, a mistake told with its line and what was meant."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from saralau.cases.model import Amount, Case, Deed, Fact, Person
from saralau.cases.vocabulary import Terms, terms
from saralau.messages import InputError
from saralau.packs.reading import Lines, read_yaml, read_yaml_text

_SCHEMA = "saralau/case/1"
_CASE = ("schema", "case", "jurisdiction", "title", "closed", "on", "persons", "acts", "unknown", "complete", "expect")
_EXPECTED = ("charge", "displaced", "absorbed", "open", "hanging", "by", "part", "points", "features", "person")
_PERSON = ("id", "age", "born")
_ACT = ("id", "date", "by", "means", "amount", "roles", "excess")
_MONEY = re.compile(r"([0-9][0-9_ ]{0,39})\s?([A-Z]{3})")  # bounded: of thousands of digits no number is made
_Facets = Mapping[str, frozenset[str]]
_KINDS = ("damage", "income", "value")


def read_case(path: str | Path) -> Case:
    """The case in the file at `path`. Raises InputError with file, line and near matches for a mistake."""
    file = Path(path)
    data, lines = read_yaml(file)
    return _Reading(file, lines, terms()).case(data)


def case_from(data: Any, name: str, lines: Lines | None = None, *, begun: bool = False) -> Case:
    """The case in data of the same shape, as JSON has it. A mistake is told with `name`, and the line that `lines` has. One
    that is only `begun` need not tell yet what was done.
    """
    return _Reading(Path(name), lines or {}, terms(), begun=begun).case(data)


def read_case_text(text: str, name: str, *, begun: bool = False) -> Case:
    """The case in a text that is called `name`, as `read_case` reads a file. One that is only `begun`, in a form, need not
    tell yet what was done.
    """
    data, lines = read_yaml_text(text, Path(name))
    return _Reading(Path(name), lines, terms(), begun=begun).case(data)


class _Reading:
    """One file being read: where it is and which words are known."""

    def __init__(self, path: Path, lines: Lines, vocabulary: Terms, *, begun: bool = False) -> None:
        self.path, self.lines, self.terms, self.begun = path, lines, vocabulary, begun

    def case(self, data: Any) -> Case:
        top = self._mapping(data, (), _CASE)
        if top.get("schema") != _SCHEMA:
            self._refuse(("schema",), "case-schema", typed=top.get("schema", "–"), known=_SCHEMA)
        persons, rows = self._rows(top, "persons"), self._rows(top, "acts")
        ids = [self._id(self._mapping(row, ("acts", index), None), ("acts", index)) for index, row in enumerate(rows)]
        named = [self._id(self._mapping(row, ("persons", at), None), ("persons", at)) for at, row in enumerate(persons)]
        unknown = self._by_facet(top, "unknown", ids, named)
        complete = self._by_facet(top, "complete", ids, named)
        people = [self._person(row, ("persons", index), unknown, complete) for index, row in enumerate(persons)]
        title = self._mapping(top.get("title", {}), ("title",), ("kk", "ru", "en"))
        if not isinstance(top.get("closed", False), bool):
            self._refuse(("closed",), "case-closed", typed=top["closed"])
        if twice := [person.id for person in people if [one.id for one in people].count(person.id) > 1]:
            self._refuse(("persons",), "case-person-twice", typed=twice[0])
        names = {person.id for person in people}
        deeds = [self._deed(row, ("acts", index), names, unknown, complete) for index, row in enumerate(rows)]
        self._means(deeds)
        self._births(people, deeds)
        return Case(
            str(top.get("case", self.path.stem)),
            str(top.get("jurisdiction", "")),
            tuple(people),
            tuple(deeds),
            top.get("closed") is True,
            self._date(top["on"], ("on",)) if "on" in top else None,
            {code: str(words) for code, words in title.items()},
            self._expected(top) if "expect" in top else None,
        )

    def _expected(self, top: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
        """What the case says of itself; points and features are lists."""
        rows = [self._mapping(row, ("expect", index), _EXPECTED) for index, row in enumerate(self._list(top, "expect"))]
        for index, row in enumerate(rows):
            for key in ("points", "features"):
                if not isinstance(row.get(key, []), list):
                    self._refuse(("expect", index, key), "case-list", key=key)
        return tuple(rows)

    def _list(self, top: Mapping[str, Any], key: str) -> list[Any]:
        rows = top.get(key) or []
        if not isinstance(rows, list):
            self._refuse((key,), "case-list", key=key)
        return rows

    def _person(self, row: Any, at: tuple[str | int, ...], unknown: _Facets, complete: _Facets) -> Person:
        asked = self.terms.facets_of("person")
        told = self._mapping(row, at, (*_PERSON, *asked))
        age = told.get("age")
        if age is not None and (not isinstance(age, int) or isinstance(age, bool) or not 0 <= age <= 130):
            self._refuse((*at, "age"), "case-age", typed=age)
        born = self._date(told["born"], (*at, "born")) if "born" in told else None
        if age is not None and born is not None:
            self._refuse((*at, "born"), "case-age-twice")
        id = self._id(told, at)
        unsure, whole = unknown.get(id, frozenset()), complete.get(id, frozenset())
        return Person(id, age, born, self._facts(told, asked, at), unsure, whole)

    def _facts(
        self, told: Mapping[str, Any], asked: Sequence[str], at: tuple[str | int, ...]
    ) -> dict[str, tuple[Fact, ...]]:
        """The facts told, by facet."""
        facts = {
            facet: tuple(self._fact(value, facet, (*at, facet)) for value in _listed(told[facet]))
            for facet in asked
            if facet in told
        }
        for facet, answers in facts.items():
            self._consistent(facet, answers, (*at, facet))
        return facts

    def _deed(self, row: Any, at: tuple[str | int, ...], names: set[str], unknown: _Facets, complete: _Facets) -> Deed:
        asked = self.terms.facets_of("act")
        told = self._mapping(row, at, (*_ACT, *asked))
        id = self._id(told, at)
        by = tuple(map(str, _listed(told.get("by", sorted(names)))))
        for name in by:
            if name not in names:
                self._refuse((*at, "by"), "case-term", typed=name, known=_near(name, names))
        facts = self._facts(told, asked, at)
        if "conduct" not in facts and not self.begun:
            self._refuse(at, "case-without-conduct", typed=id)
        for facet in unknown.get(id, ()):
            if facet in facts and self.terms.facets[facet]:
                self._refuse((*at, facet), "case-told-and-unknown", typed=facet)
        amounts = tuple(self._amounts(told["amount"], (*at, "amount"))) if "amount" in told else ()
        means = tuple(map(str, _listed(told.get("means", ()))))
        if "date" not in told:
            self._refuse(at, "case-without-date", typed=id)
        date = self._date(told["date"], (*at, "date"))
        roles = {who: self._fact(role, "role", (*at, "roles")).term for who, role in self._by_person(told, "roles", at, by)}
        excess = {who: self._beyond(facets, (*at, "excess")) for who, facets in self._by_person(told, "excess", at, by)}
        unsure, whole = unknown.get(id, frozenset()), complete.get(id, frozenset())
        return Deed(id, date, by, facts, means, amounts, unsure, whole, roles, excess)

    def _by_person(
        self, told: Mapping[str, Any], key: str, at: tuple[str | int, ...], by: Sequence[str]
    ) -> Iterable[tuple[str, Any]]:
        """What an act tells by person, of those who did it."""
        return self._mapping(told.get(key, {}), (*at, key), by).items()

    def _beyond(self, facets: Any, at: tuple[str | int, ...]) -> frozenset[str]:
        """Facets of an act that somebody did not intend."""
        known = (*self.terms.facets_of("act"), "amount")
        for facet in _listed(facets):
            if facet not in known:
                self._refuse(at, "case-term", typed=facet, known=_near(str(facet), known))
        return frozenset(_listed(facets))

    def _fact(self, value: Any, facet: str, at: tuple[str | int, ...]) -> Fact:
        of = None
        if isinstance(value, dict):
            told = self._mapping(value, at, ("kind", "of"))
            value, of = told.get("kind"), told.get("of")
        if self.terms.facet_of.get(str(value)) != facet:
            known = [term for term, family in self.terms.facet_of.items() if family == facet]
            self._refuse(at, "case-term", typed=value, known=_near(str(value), known))
        return Fact(str(value), None if of is None else str(of))

    def _consistent(self, facet: str, answers: tuple[Fact, ...], at: tuple[str | int, ...]) -> None:
        """Terms exclude each other, or are two answers to a question that has one, neither the wider term of the other."""
        for one in answers:
            for other in answers:
                if frozenset((one.term, other.term)) in self.terms.excluded:
                    self._refuse(at, "case-contradiction", one=one.term, other=other.term)
        if not self.terms.facets[facet]:
            return
        for one in answers:
            for other in answers:
                widest = self.terms.widening(one.term), self.terms.widening(other.term)
                if widest[0] | widest[1] not in widest:
                    self._refuse(at, "case-contradiction", one=one.term, other=other.term)

    def _amounts(self, value: Any, at: tuple[str | int, ...]) -> Iterable[Amount]:
        told = self._mapping(value, at, (*_KINDS, "of"))
        for kind in _KINDS:
            if kind in told:
                money = _MONEY.fullmatch(str(told[kind]).strip())
                if money is None:
                    self._refuse((*at, kind), "case-money", typed=told[kind])
                of = told.get("of")
                yield Amount(kind, int(re.sub("[_ ]", "", money[1])), money[2], None if of is None else str(of))

    def _by_facet(self, top: Mapping[str, Any], key: str, deeds: list[str], persons: list[str]) -> _Facets:
        """The facets that a case lists by act or person, as "entry.group"."""
        found: dict[str, set[str]] = {}
        for index, entry in enumerate(self._list(top, key)):
            deed, _, facet = str(entry).partition(".")
            if deed not in (*deeds, *persons):
                self._refuse((key, index), "case-term", typed=entry, known=_near(deed, (*deeds, *persons)))
            of_act = (*self.terms.facets_of("act"), "amount", "means")
            asked = of_act if deed in deeds else self.terms.facets_of("person")
            if facet not in asked:
                self._refuse((key, index), "case-term", typed=entry, known=_near(facet, asked))
            found.setdefault(deed, set()).add(facet)
        return {deed: frozenset(facets) for deed, facets in found.items()}

    def _means(self, deeds: list[Deed]) -> None:
        ids = [deed.id for deed in deeds]
        for index, deed in enumerate(deeds):
            if ids.count(deed.id) > 1:
                self._refuse(("acts", index), "case-id-twice", typed=deed.id)
            for other in deed.means:
                if other == deed.id:
                    self._refuse(("acts", index, "means"), "case-means-itself", typed=other)
                if other not in ids:
                    self._refuse(("acts", index, "means"), "case-term", typed=other, known=_near(other, ids))

    def _births(self, people: Sequence[Person], deeds: Sequence[Deed]) -> None:
        for index, person in enumerate(people):
            if late := [deed for deed in deeds if person.id in deed.by and (person.age_on(deed.date) or 0) < 0]:
                self._refuse(("persons", index, "born"), "case-born-after", typed=person.born, deed=late[0].id)

    def _date(self, value: Any, at: tuple[str | int, ...]) -> str:
        try:
            return datetime.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self._refuse(at, "case-date", typed=value)

    def _id(self, told: Mapping[str, Any], at: tuple[str | int, ...]) -> str:
        if "id" not in told:
            self._refuse(at, "case-without-id")
        return str(told["id"])

    def _rows(self, top: Mapping[str, Any], key: str) -> list[Any]:
        rows = top.get(key)
        if not isinstance(rows, list) or not rows:
            self._refuse((key,), "case-without", key=key)
        return rows

    def _mapping(self, data: Any, at: tuple[str | int, ...], known: Sequence[str] | None) -> dict[str, Any]:
        """A mapping whose keys are all known; None knows any."""
        if not isinstance(data, dict):
            self._refuse(at, "case-shape")
        for key in data:
            if known is not None and key not in known:
                self._refuse((*at, str(key)), "case-term", typed=key, known=_near(str(key), known))
        return data

    def _refuse(self, at: tuple[str | int, ...], message: str, **told: object) -> NoReturn:
        line = next((self.lines[at[:end]] for end in range(len(at), 0, -1) if at[:end] in self.lines), 1)
        raise InputError(message, name=self.path, line=line, **told)


def _listed(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _near(typed: str, known: Iterable[str]) -> str:
    """The known words nearest to what was typed, or all of a few."""
    names = sorted(known)
    return ", ".join(difflib.get_close_matches(typed, names, 4, 0.5) or names[:12])
