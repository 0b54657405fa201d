"""A case as a file that `read_case` reads again: `saralau/case/1` in YAML, one act or person a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from saralau.cases.model import Case, Deed, Fact, Person


def case_text(case: Case) -> str:
    """The text of the file; values are written as JSON, which is YAML."""
    return "\n".join(_lines(case)) + "\n"


def case_record(case: Case) -> dict[str, Any]:
    """The case as data of the same shape, as JSON has it."""
    told: dict[str, Any] = {"schema": "saralau/case/1", "case": case.id, "jurisdiction": case.jurisdiction}
    if case.titles:
        told["title"] = dict(case.titles)
    told["closed"] = case.closed
    if case.on is not None:
        told["on"] = case.on
    told["persons"] = [_person(person) for person in case.persons]
    told["acts"] = [_deed(deed) for deed in case.deeds]
    told |= {key: rows for key in ("unknown", "complete") if (rows := _listed(case, key))}
    if case.expected is not None:
        told["expect"] = list(case.expected)
    return told


def _lines(case: Case) -> Iterator[str]:
    for key, value in case_record(case).items():
        if key in ("persons", "acts"):
            yield f"{key}:"
            yield from (f"  - {_json(row)}" for row in value)
        else:
            yield f"{key}: {value if key == 'schema' else _json(value)}"


def _person(person: Person) -> Mapping[str, Any]:
    told: dict[str, Any] = {"id": person.id}
    told |= {key: value for key, value in (("age", person.age), ("born", person.born)) if value is not None}
    return told | _facts(person.facts)


def _deed(deed: Deed) -> Mapping[str, Any]:
    told: dict[str, Any] = {"id": deed.id, "date": deed.date, "by": list(deed.by), **_facts(deed.facts)}
    if deed.means:
        told["means"] = list(deed.means)
    for amount in deed.amounts[:1]:  # a file tells one sum of a kind
        told["amount"] = {one.kind: f"{one.value} {one.currency}" for one in deed.amounts}
        told["amount"] |= {"of": amount.of} if amount.of is not None else {}
    if deed.roles:
        told["roles"] = dict(deed.roles)
    if deed.excess:
        told["excess"] = {who: sorted(facets) for who, facets in deed.excess.items()}
    return told


def _facts(facts: Mapping[str, Sequence[Fact]]) -> dict[str, Any]:
    return {facet: [_fact(fact) for fact in told] for facet, told in facts.items() if told}


def _fact(fact: Fact) -> Any:
    return fact.term if fact.of is None else {"kind": fact.term, "of": fact.of}


def _listed(case: Case, key: str) -> list[str]:
    of: list[Deed | Person] = [*case.deeds, *case.persons]
    return [f"{one.id}.{facet}" for one in of for facet in sorted(getattr(one, key))]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
