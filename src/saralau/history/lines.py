"""Lines of descent as packs tell them: which act or provision replaced, supplemented or reworded which, by which source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from saralau.packs import load, names, of_packs

RELATIONS = ("introduced", "replaces", "supplements", "amends", "rewords", "excludes", "moved_in_part")


class Passing(NamedTuple):
    """Provisions of the older side and those of the newer that carry them on, by `source`; `doubt` tells that another
    reader could decide otherwise. A place is an address in short form, or "chapter:7-1".
    """

    older: tuple[str, ...]
    newer: tuple[str, ...]
    how: str | None
    doubt: bool
    source: str
    verified: bool


class Force(NamedTuple):
    """When a step entered or enters into force: a day, at publication, or so many months after it."""

    on: str | None
    at_publication: bool
    months_after: int | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One act upon another: `relation` is one of RELATIONS; acts are works' ids, `older` is None at the beginning of a line.

    `at` is where the source says it; `in_hand` whether a text of the result is. `passings` are those that were asked for.
    """

    line: str
    relation: str
    older: str | None
    newer: str
    passed: str
    number: str | None
    force: Force | None
    source: str
    at: str | None
    verified: bool
    announced: bool
    in_hand: bool
    passings: tuple[Passing, ...] = ()


@dataclass(frozen=True, slots=True)
class EncodedWording:
    """What a wording that no register holds punishes, as codes; `heaviest` is a kind, a maximum and its unit.

    `with_parts` are the parts that qualify it, whose features and threats are among them.
    """

    act: str
    at: str
    as_of: str
    verified: bool
    conduct: tuple[str, ...]
    consequence: tuple[str, ...]
    ict: tuple[str, ...]
    features: tuple[str, ...]
    heaviest: tuple[str, int, str]
    with_parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines of a jurisdiction: the names of acts, titles of lines and labels of terms are by language."""

    jurisdiction: str
    acts: Mapping[str, Mapping[str, str]]
    titles: Mapping[str, Mapping[str, str]]
    terms: Mapping[str, Mapping[str, str]]
    steps: tuple[Step, ...]
    wordings: tuple[EncodedWording, ...]


def jurisdictions() -> list[str]:
    """Those whose lines a pack tells."""
    return [name.partition("/")[0] for name in names() if name.endswith("/lineage")]


@of_packs
def lines_of(jurisdiction: str) -> Lines:
    """The lines of a jurisdiction; PackError where no pack has any."""
    pack = load(f"{jurisdiction}/lineage")
    return Lines(
        pack["jurisdiction"],
        pack["acts"],
        {line["id"]: line["title"] for line in pack["lines"]},
        {term["id"]: term["label"] for term in pack.get("terms", ())},
        tuple(_step(line["id"], row) for line in pack["lines"] for row in line["steps"]),
        tuple(_wording(row) for row in pack.get("wordings", ())),
    )


def _step(line: str, row: Mapping[str, Any]) -> Step:
    return Step(
        line,
        row["relation"],
        row.get("from"),
        row["to"],
        row["passed"],
        row.get("number"),
        _force(row["in_force"]) if "in_force" in row else None,
        row["source"],
        row.get("at"),
        row["verified"],
        row.get("announced", False),
        row.get("in_hand", True),
        tuple(_passing(one, told) for told in row.get("provisions", ()) for one in told["rows"]),
    )


def _force(row: Mapping[str, Any]) -> Force:
    at_publication, months = row.get("at_publication", False), row.get("months_after")
    return Force(row.get("on"), at_publication, months, row["source"], row["verified"])


def _passing(row: Mapping[str, Any], told: Mapping[str, Any]) -> Passing:
    how, doubt = row.get("how"), row.get("doubt", False)
    return Passing(tuple(row["from"]), tuple(row["to"]), how, doubt, told["source"], told["verified"])


def _wording(row: Mapping[str, Any]) -> EncodedWording:
    threat = row["heaviest"]
    return EncodedWording(
        row["act"],
        row["at"],
        row["as_of"],
        row["verified"],
        tuple(row["conduct"]),
        tuple(row["consequence"]),
        tuple(row["ict"]),
        tuple(row["features"]),
        (threat["kind"], threat["max"], threat["unit"]),
        tuple(row.get("qualified_by", ())),
    )
