"""The shapes of what a general part says: bounds, categories, limitation, and its rules over a charge."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from saralau.packs.shapes.common import Code, Date, Labels, Provision, Shape, Unit


class ClassMark(Shape):
    kinds: list[Code]
    source: Provision


class Classes(Shape):
    crime_only: ClassMark
    misdemeanour_only: ClassMark


class Bound(Shape):
    kind: Code
    class_: Literal["crime", "misdemeanour"] | None = Field(default=None, alias="class")
    category: Code | None = None
    min: int
    max: int
    unit: Unit
    source: Provision


class CategoryRule(Shape):
    category: Code
    fault: Literal["intent", "negligence"]
    up_to: int | None = None
    source: Provision


class FaultReading(Shape):
    fault: Literal["intent", "negligence"]
    source: Provision


class LimitationRule(Shape):
    category: Code
    list: Code | None = None
    years: int
    source: Provision


class NoLimitation(Shape):
    source: Provision
    lists: list[Code]
    chapters: list[str]
    especially_grave_in_chapters: list[str]


class ConditionalMembers(Shape):
    provisions: list[Provision]
    if_: Code = Field(alias="if")


class ClosedList(Shape):
    source: Provision
    provisions: list[Provision]
    conditional: list[ConditionalMembers] = []


class Suspension(Shape):
    kind: Code
    until: Date
    source: Provision
    except_: list[Provision] = Field(default=[], alias="except")
    except_chapters: list[str] = []


class Rate(Shape):
    kind: Code
    unit: Unit
    per_day: int
    source: Provision


class GeneralPart(Shape):
    """The rules of a general part that sanctions, categories and limitation need."""

    schema_: Literal["saralau/general-part/1"] = Field(alias="schema")
    jurisdiction: str
    act: str
    edition: Date
    verified: bool
    classes: Classes
    limits: list[Bound]
    categories: list[CategoryRule]
    mixed_fault_is: FaultReading
    unstated_fault_is: FaultReading
    limitation: list[LimitationRule]
    no_limitation: NoLimitation
    lists: dict[Code, ClosedList]
    suspensions: list[Suspension]
    conversion: list[Rate]


class Minority(Shape):
    under: int
    source: Provision


class LimitationTimes(Shape):
    source: Provision
    restarted_by: list[Code] = []
    restart_source: Provision | None = None


class RepetitionSource(Shape):
    source: Provision


class Payment(Shape):
    category: Code
    amount: int
    source: Provision


class GeneralRule(Shape):
    """A rule of a general part: where its formula is fulfilled, its effect follows."""

    id: Code
    effect: Literal[
        "no_offence", "reaches", "beyond", "refers", "finds", "mitigates", "aggravates", "without", "within", "at_most",
        "limitation_share", "limitation_suspended", "may_release", "releases", "bars_conditional",
    ]  # fmt: skip
    if_: dict[str, Any] = Field(alias="if")
    source: Provision
    label: Labels
    finds: Code | None = None
    to: Provision | None = None
    share: list[int] = Field(default=[], min_length=0, max_length=2)
    group: Code | None = None
    frees_minimum: bool = False
    kinds: list[Code] = []
    if_choice: bool = False
    kind: Code | None = None
    min: int | None = None
    max: int | None = None
    unit: Unit | None = None
    threatens: Code | None = None


class GeneralRules(Shape):
    """What a general part says of liability, stages, complicity, bounds of punishment and release."""

    schema_: Literal["saralau/general-rules/1"] = Field(alias="schema")
    jurisdiction: str
    act: str
    edition: Date
    lists: dict[Code, list[Provision]] = {}
    economic_chapters: list[str] = []
    minority: Minority
    limitation: LimitationTimes
    repetition: RepetitionSource | None = None
    payment: list[Payment] = []
    rules: list[GeneralRule]
