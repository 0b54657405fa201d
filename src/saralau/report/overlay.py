"""Somebody's lists of cybercrime provisions laid over a register: where both agree, and why they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Any, NamedTuple

from saralau.acts import Address
from saralau.amendments import Amendment
from saralau.amendments.model import UNTOLD, Target
from saralau.documents import Span
from saralau.messages import InputError, say
from saralau.offences.records import from_record
from saralau.report.terminal import explain
from saralau.taxonomy import Agreement, Group, Placement, Reason, Stands, compare

VERDICTS = ("another_group", "only_theirs", "only_ours", "both")


class Lists(NamedTuple):
    """Lists by group, and the day (ISO) on which they were written."""

    groups: Mapping[str, Mapping[str, Sequence[str]]]
    written: str


class Laid(NamedTuple):
    """A row of the overlay in words."""

    address: Address
    ours: str
    theirs: str
    verdict: str
    why: str


def review_of(act: str) -> Lists | None:
    """The lists of the review from which Saralau began, for the act that they are of: addresses alone, to compare with."""
    from pathlib import Path

    from saralau.packs.reading import read_yaml_text

    place = resources.files("saralau.report") / "lists" / "review.yaml"
    data, _ = read_yaml_text(place.read_text("utf-8"), Path("review.yaml"))
    return Lists(data["groups"], data["written"]) if data["act"] == act else None


def typed_lists(typed: Mapping[str, str], written: str) -> Lists:
    """Lists as somebody types them: addresses by group, apart by commas or blanks. InputError for what is no address."""
    groups: dict[str, dict[str, list[str]]] = {}
    for group, words in typed.items():
        found = [Address.read(one).short for one in words.replace(";", ",").replace("\n", ",").split(",") if one.strip()]
        if found:
            groups[group] = {"provisions": found}
    if not groups:
        raise InputError("overlay-nothing")
    return Lists(groups, written)


def overlay(register: Mapping[str, Any], lists: Lists, code: str) -> tuple[list[Laid], Mapping[str, int]]:
    """The rows, those that differ first, and how many have each verdict. The register is as `read_register` has it."""
    placements = [
        Placement(
            from_record(record), Group(record["group"]), bool(record["ict"]),
            tuple(Reason(one["message"], one["arguments"]) for one in record["group_reasons"]),
        )
        for record in register["offences"] if record["group"]
    ]  # fmt: skip
    found = compare(tuple(_standing(register)), placements, lists.groups, tuple(_amendments(register)), lists.written)
    rows = [_laid(one, code) for one in found]
    rows.sort(key=lambda one: VERDICTS.index(one.verdict))
    return rows, Counter(one.verdict for one in rows)


def _laid(one: Agreement, code: str) -> Laid:
    return Laid(one.address, one.ours.value if one.ours else "", one.theirs or "", one.verdict, explain(one, code))


def _standing(register: Mapping[str, Any]) -> Iterator[Stands]:
    for row in register["articles"]:
        yield Stands(row["number"], Address(row["number"]), bool(row["excluded"]))
    for record in register["offences"]:
        offence = from_record(record)
        at = offence.address
        yield Stands(None, at, excluded=False)
        points = {feature.point or "" for feature in offence.features} | {proof.point or "" for proof in offence.ict}
        yield from (Stands(None, Address(at.article, at.part, point), excluded=False) for point in sorted(points) if point)


def _amendments(register: Mapping[str, Any]) -> Iterator[Amendment]:
    for row in register["articles"]:
        at = Address(row["number"])
        for date, number, action, *_ in row["amendments"]:
            announced = action == "announced"
            told = "amended" if announced else action
            yield Amendment(at, told, date, number, Target("article", None, at), UNTOLD, announced, False, Span(0, 0))


def verdict_said(verdict: str, code: str) -> str:
    """A verdict in words."""
    return say("verdict-" + verdict.replace("_", "-"), code)
