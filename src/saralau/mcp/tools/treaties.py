"""A treaty as a test suite of a code: the matrix, the reasons of a cell, the smallest change that closes a gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from saralau.acts import Address
from saralau.mcp.asking import STATE, Asked, Jurisdiction, provision_iri
from saralau.mcp.shapes import Shape
from saralau.mcp.tooling import Call, Told, Tool
from saralau.messages import InputError, say
from saralau.report.asked import Day
from saralau.report.registered import encoded_act

Status = Literal["covered", "only_if_permitted", "only_if", "not_covered", "outside"]


class AskedCoverage(Asked):
    """Which treaty, whose code."""

    treaty: str = Field(pattern="^[a-z0-9-]{1,40}$", description="budapest, un2024 ...: saralau://treaties lists them")
    jurisdiction: Jurisdiction = Field(description=f"whose code: {STATE}")
    on: Day | None = Field(None, description="the day; the newest encoded edition unless told")
    scenario: str | None = Field(
        None, pattern="^[a-z0-9_-]{1,80}$", description="only this cell, with its reasons; the whole matrix unless told"
    )
    status: list[Status] = Field([], max_length=5, description="only cells of these statuses")


class Need(Shape):
    """A further fact: a facet, and the terms that would do."""

    facet: str
    terms: list[str]


class Condition(Shape):
    """A provision that would punish a scenario, and what it demands further."""

    iri: str
    address: str
    needs: list[Need]
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
    status: Status = Field(description="outside: not within what the texts in hand can tell")
    punishing: list[str] = Field(description="addresses of provisions that punish it")
    conditional: list[str] = Field(description="addresses of provisions that punish it only under further facts")
    change: str | None = Field(description="address of the provision whose smallest change would close the gap")


class Reasons(Shape):
    """Why a cell has its status, down to the elements."""

    attempt: Status | None
    aiding: Status | None
    conditions: list[Condition]
    nearest: list[Condition] = Field(
        description="provisions that speak of other conduct and would have to speak of this, too"
    )
    change: SmallestChange | None
    words: list[str] = Field(description="the same in words")


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
    reasons: Reasons | None = Field(description="of the one cell that was asked for")


def cover_treaty(call: Call, asked: AskedCoverage) -> Told:
    """Run a treaty on cybercrime against a state's code: for each scenario that must be punished whether it is covered, by
    which provision, only under which further facts, and which provision would have to change to close a gap. Give `scenario`
    to get one cell with its reasons and the smallest change, `status` to see only such cells. Only encoded provisions are
    looked at; `notices` say how far that reaches.
    """
    from saralau.treaties import treaty_names

    if asked.treaty not in treaty_names():
        raise InputError("treaty-unknown", typed=asked.treaty, known=", ".join(treaty_names()) or "–")
    act = encoded_act(asked.jurisdiction)
    told = call.working.known("told_packs", asked.treaty, asked.jurisdiction, asked.on, call.code)
    record = told["coverage"]
    every = [(row["id"], one) for row in record["obligations"] for one in row["scenarios"]]
    wanted = [pair for pair in every if asked.scenario in (None, pair[1]["id"])]
    if asked.scenario is not None and not wanted:
        known = ", ".join(one["id"] for _, one in every)
        raise InputError("mcp-scenario-unknown", typed=asked.scenario, known=known or "–")
    cells = [_cell(one, of, told, act) for of, one in wanted if not asked.status or one["status"] in asked.status]
    answer = Covered(
        treaty=record["treaty"], treaty_verified=record["treaty_verified"], jurisdiction=record["jurisdiction"], act=act,
        edition=record["edition"], code_verified=record["code_verified"], day=record["day"], counts=record["counts"],
        general=told["general"], notices=told["notices"], cells=cells,
        reasons=None if asked.scenario is None else _reasons(wanted[0][1], told, act),
    )  # fmt: skip
    return Told(answer, list(_lines(answer, told, call.code)))


def _lines(answer: Covered, told: dict[str, Any], code: str) -> Iterator[str]:
    yield told["heading"]
    yield answer.act
    yield from answer.notices
    if answer.reasons is None:
        yield told["counts"]
        yield from answer.general
    for one in answer.cells:
        by = [iri.rpartition("/")[2] for iri in (one.punishing or one.conditional)[:6]]
        status = say("cover-" + one.status.replace("_", "-"), code)
        yield f"{one.source} {one.scenario} – {one.label}: {status}" + (f" ({', '.join(by)})" if by else "")
    if answer.reasons is not None:
        yield from (f"  {reason}" for reason in answer.reasons.words)
    yield say("cover-limits", code)


def _cell(one: dict[str, Any], obligation: str, told: dict[str, Any], act: str) -> Cell:
    return Cell(
        scenario=one["id"], obligation=obligation, source=one["source"], label=told["labels"][one["id"]],
        status=one["status"], punishing=[_iri(row["provision"], act) for row in one["punishing"]],
        conditional=[_iri(row["provision"], act) for row in one["conditions"]],
        change=one["change"] and _iri(one["change"]["provision"], act),
    )  # fmt: skip


def _reasons(one: dict[str, Any], told: dict[str, Any], act: str) -> Reasons:
    change = one["change"]
    return Reasons(
        attempt=one["attempt"], aiding=one["aiding"], conditions=[_condition(row, act) for row in one["conditions"]],
        nearest=[_condition(row, act) for row in one["nearest"]],
        change=None if change is None else SmallestChange(
            iri=_iri(change["provision"], act), address=change["provision"], drop=_needs(change["drop"]),
            name=change["name"], sanctions_meet=change["sanctions_meet"],
        ),
        words=told["reasons"][one["id"]],
    )  # fmt: skip


def _condition(row: dict[str, Any], act: str) -> Condition:
    return Condition(
        iri=_iri(row["provision"], act), address=row["provision"], needs=_needs(row["needs"]),
        permitted_by=row.get("permitted_by", []),
    )  # fmt: skip


def _iri(short: str, act: str) -> str:
    return provision_iri(act, Address.read(short))


def _needs(rows: list[dict[str, Any]]) -> list[Need]:
    return [Need(facet=one["facet"], terms=one["terms"]) for one in rows]


TOOLS = (Tool("cover_treaty", AskedCoverage, Covered, cover_treaty),)
