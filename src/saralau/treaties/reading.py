"""Treaties from packs (`saralau/treaty/1`): every term is one of the vocabulary of facts, or the pack is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from saralau.cases.model import Deed, Fact
from saralau.cases.vocabulary import terms
from saralau.messages import InputError
from saralau.packs import load, names, of_packs
from saralau.treaties.model import Extension, GeneralDemand, Obligation, Permission, Scenario, Treaty

_FOLDER = "treaties/"


def treaty_names() -> list[str]:
    """The treaties that packs have."""
    return [name.removeprefix(_FOLDER) for name in names(_FOLDER) if load(name).get("schema") == "saralau/treaty/1"]


@of_packs
def treaty(name: str) -> Treaty:
    """A treaty by its name; InputError names those that there are."""
    known = treaty_names()
    if name not in known:
        raise InputError("treaty-unknown", typed=name, known=", ".join(known) or "–")
    pack = load(_FOLDER + name)
    return Treaty(
        pack["treaty"],
        pack["titles"],
        pack["verified"],
        pack["source"],
        tuple(_obligation(row, name) for row in pack["obligations"]),
        tuple(_general(row) for row in pack.get("general", ())),
        pack.get("no_obligation"),
        {group: tuple(articles) for group, articles in pack.get("groups", {}).items()},
    )


def _general(row: Mapping[str, Any]) -> GeneralDemand:
    return GeneralDemand(row["kind"], row["source"], bool(row.get("optional")), tuple(row.get("includes", ())))


def _obligation(row: Mapping[str, Any], name: str) -> Obligation:
    where = f"{_FOLDER}{name} {row['id']}"
    return Obligation(
        row["id"],
        row["source"],
        row["label"],
        tuple(_scenario(one, where, row) for one in row["scenarios"]),
        tuple(
            Permission(one["source"], one["by"], one["label"], _terms_of(one["facts"], where))
            for one in row.get("may_require", ())
        ),
        _extension(row.get("attempt")),
        _extension(row.get("aiding")),
    )


def _extension(row: Mapping[str, Any] | None) -> Extension | None:
    return None if row is None else Extension(row["source"], row.get("reservable"), bool(row.get("optional")))


def _scenario(row: Mapping[str, Any], where: str, obligation: Mapping[str, Any]) -> Scenario:
    deeds = []
    for number, act in enumerate(row["acts"], 1):
        facts = {facet: told for facet, told in act.items() if facet not in ("id", "means")}
        told = {facet: tuple(map(Fact, words)) for facet, words in _terms_of(facts, f"{where} {row['id']}").items()}
        deeds.append(Deed(str(act.get("id", f"act{number}")), "", ("somebody",), told, tuple(act.get("means", ()))))
    source = row.get("source", obligation["source"])
    return Scenario(row["id"], source, row["label"], tuple(deeds), row.get("reservable", obligation.get("reservable")))


def _terms_of(facts: Mapping[str, Any], where: str) -> dict[str, tuple[str, ...]]:
    found = {}
    for facet, told in facts.items():
        words: Sequence[str] = told if isinstance(told, list) else [told]
        if strange := [word for word in words if terms().facet_of.get(word) != facet]:
            raise InputError("elements-term", place=where, typed=f"{facet}: {strange[0]}")
        found[facet] = tuple(words)
    return found
