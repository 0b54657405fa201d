"""The shape of what the qualification of a case takes from a general part."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from saralau.packs.shapes.common import Code, Date, Provision, Shape, Unit


class IndexValue(Shape):
    from_: Date = Field(alias="from")
    value: int


class Threshold(Shape):
    amount: Code
    articles: list[str]
    times: int
    up_to: bool = False
    source: Provision


class Order(Shape):
    kinds: list[Code]
    source: Provision


class Severity(Shape):
    misdemeanour: Order
    crime: Order


class Age(Shape):
    years: int
    source: Provision
    provisions: list[Provision] = []


class ConcurrenceSources(Shape):
    several: Provision
    one_act: Provision
    special: Provision


class HarmThatIsLoss(Shape):
    consequence: Code
    source: Provision


class Cap(Shape):
    kind: Code
    max: int
    unit: Unit


class Joining(Shape):
    """How punishments for several offences are joined when the gravest of them is of a category."""

    gravest: Code
    threatens: int | None = None
    ways: list[Literal["absorption", "addition"]]
    source: Provision
    caps: list[Cap] = []


class QualificationRules(Shape):
    """What the qualification of a case takes from a general part: the index, amounts, the order of punishments, age."""

    schema_: Literal["saralau/qualification/1"] = Field(alias="schema")
    jurisdiction: str
    act: str
    edition: Date
    currency: str
    index_verified: bool
    index: list[IndexValue]
    index_until: Date | None = None  # the last day of which the newest is known
    thresholds: list[Threshold]
    severity: Severity
    age: list[Age]
    concurrence: ConcurrenceSources
    harm_that_is_loss: list[HarmThatIsLoss]
    joining: list[Joining] = []
