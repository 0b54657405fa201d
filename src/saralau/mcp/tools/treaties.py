"""A treaty as a test suite of a code: the matrix, the reasons of a cell, the smallest change that closes a gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import Field

from saralau.acts import Address
from saralau.mcp.asking import Asked, Day, Jurisdiction, provision_iri
from saralau.mcp.shapes import Shape
from saralau.mcp.tooling import Call, Told, Tool
from saralau.messages import InputError, say
from saralau.report.registered import encoded_act


class AskedCoverage(Asked):
    """Which treaty, whose code."""

    treaty: str = Field(pattern="^[a-z0-9-]{1,40}$", description="budapest, un2024 ...: saralau://treaties lists them")
    jurisdiction: Jurisdiction = Field(description="whose code: kz")
    on: Day | None = Field(None, description="the day; the newest encoded edition unless told")
    scenario: str | None = Field(
        None, pattern="^[a-z0-9_-]{1,80}$", description="only this cell, with its reasons; the whole matrix unless told"
    )


class Need(Shape):
    """A further fact: a facet, and the terms that would do."""

    facet: str
    terms: list[str]


class Provision(Shape):
    """A provision that punishes a scenario, or would."""

    iri: str
    address: str
    needs: list[Need] = Field(description="what it demands further; empty where it punishes as it stands")
    permitted_by: list[str | None] = Field(description="for each need the article of the treaty that permits it; null: none")


class SmallestChange(Shape):
    """The smallest change of a provision that would close the gap; it has been tried."""

    iri: str
    address: str
    drop: list[Need] = Field(description="elements that it would no longer demand")
    name: list[str] = Field(description="conduct that it would speak of, too")
    sanctions_meet: bool


class Cell(Shape):
    """A scenario of an obligation, and what the code makes of it."""

    scenario: str
    obligation: str
    source: str = Field(description="article of the treaty")
    label: str
    status: str = Field(description="covered, only_if_permitted, only_if, not_covered or outside (not of this matter)")
    attempt: str | None
    aiding: str | None
    punishing: list[Provision]
    conditions: list[Provision]
    nearest: list[Provision]
    change: SmallestChange | None
    reasons: list[str] = Field(description="the reasons in words; only where one cell was asked for")


class Covered(Shape):
    """What a code punishes of a treaty."""

    treaty: str
    treaty_verified: bool = Field(description="encoded from its official text")
    jurisdiction: str
    act: str = Field(description="address of the code")
    edition: str
    code_verified: bool = Field(description="encoded from its text; false: unverified, say so")
    day: str
    counts: dict[str, int] = Field(description="scenarios by status: counts, not a grade")
    general: list[str] = Field(description="what the treaty demands of all offences together, in words")
    notices: list[str] = Field(description="what has to be said beside it: how far the encoding reaches")
    cells: list[Cell]


def cover_treaty(call: Call, asked: AskedCoverage) -> Told:
    """Run a treaty on cybercrime against a state's code: for each scenario that must be punished whether it is covered, by
    which provision, under which further facts, and the smallest change that would close a gap. Give `scenario` to get one
    cell with its reasons. Only encoded provisions are looked at; `notices` say how far that reaches.
    """
    from saralau.treaties import treaty_names

    if asked.treaty not in treaty_names():
        raise InputError("treaty-unknown", typed=asked.treaty, known=", ".join(treaty_names()) or "–")
    act = encoded_act(asked.jurisdiction)
    told = call.working.known("told_packs", asked.treaty, asked.jurisdiction, asked.on, call.code)
    record = told["coverage"]
    cells = list(_cells(told, act, asked.scenario))
    if asked.scenario is not None and not cells:
        known = ", ".join(one["id"] for row in record["obligations"] for one in row["scenarios"])
        raise InputError("mcp-scenario-unknown", typed=asked.scenario, known=known or "–")
    answer = Covered(
        treaty=record["treaty"], treaty_verified=record["treaty_verified"], jurisdiction=record["jurisdiction"], act=act,
        edition=record["edition"], code_verified=record["code_verified"], day=record["day"], counts=record["counts"],
        general=told["general"], notices=told["notices"], cells=cells,
    )  # fmt: skip
    lines = [told["heading"], act, *told["notices"]]
    if asked.scenario is None:
        lines += [told["counts"], *told["general"]]
    for one in cells:
        lines.append(f"{one.source} {one.scenario} – {one.label}: {say('cover-' + one.status.replace('_', '-'), call.code)}"
                     + _named(one))  # fmt: skip
        lines += [f"  {reason}" for reason in one.reasons]
    return Told(answer, [*lines, say("cover-limits", call.code)])


def _named(one: Cell) -> str:
    shown = one.punishing or one.conditions
    return f" ({', '.join(provision.address for provision in shown[:6])})" if shown else ""


def _cells(told: dict[str, Any], act: str, scenario: str | None) -> Iterator[Cell]:
    for row in told["coverage"]["obligations"]:
        for one in row["scenarios"]:
            if scenario in (None, one["id"]):
                yield _cell(one, row["id"], told, act, reasoned=scenario is not None)


def _cell(one: dict[str, Any], obligation: str, told: dict[str, Any], act: str, *, reasoned: bool) -> Cell:
    change = one["change"]
    return Cell(
        scenario=one["id"], obligation=obligation, source=one["source"], label=told["labels"][one["id"]],
        status=one["status"], attempt=one["attempt"], aiding=one["aiding"],
        punishing=[_provision(row, act) for row in one["punishing"]],
        conditions=[_provision(row, act) for row in one["conditions"]],
        nearest=[_provision(row, act) for row in one["nearest"]] if reasoned else [],
        change=None if change is None else SmallestChange(
            iri=_iri(change["provision"], act), address=change["provision"], drop=_needs(change["drop"]),
            name=change["name"], sanctions_meet=change["sanctions_meet"],
        ),
        reasons=told["reasons"][one["id"]] if reasoned else [],
    )  # fmt: skip


def _provision(row: dict[str, Any], act: str) -> Provision:
    return Provision(
        iri=_iri(row["provision"], act), address=row["provision"], needs=_needs(row.get("needs", [])),
        permitted_by=row.get("permitted_by", []),
    )  # fmt: skip


def _iri(short: str, act: str) -> str:
    return provision_iri(act, Address.read(short))


def _needs(rows: list[dict[str, Any]]) -> list[Need]:
    return [Need(facet=one["facet"], terms=one["terms"]) for one in rows]


TOOLS = (Tool("cover_treaty", AskedCoverage, Covered, cover_treaty),)
