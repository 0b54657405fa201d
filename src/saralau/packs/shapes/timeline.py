"""The shape of a state's timeline: acts, concepts, programmes, treaties, events and indicators with their dates."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator

from saralau.packs.shapes.common import Code, Labels, Shape


def _real(date: str) -> str:
    datetime.date.fromisoformat(date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date)
    return date


# As far as it is known: a year, a month, a day.
Moment = Annotated[str, Field(pattern=r"^[12]\d{3}(-\d{2}(-\d{2})?)?$"), AfterValidator(_real)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
Place = Annotated[
    str, Field(pattern=r"^[a-z0-9-]+(:[0-9.-]+)?$")
]  # a work and, unless it is a note at its head, a provision


class Rule(Shape):
    """In force so long after publication: what the act says, where nobody says when it was published."""

    kind: Literal["days", "months", "publication"]
    after: int | None = None

    @model_validator(mode="after")
    def _counted(self) -> Rule:
        if (self.after is None) != (self.kind == "publication"):
            raise ValueError("`after` belongs to days and months, and to them alone")
        return self


Beginning = Annotated[
    Annotated[Moment, Tag("day")] | Annotated[Rule, Tag("rule")],
    Discriminator(lambda told: "rule" if isinstance(told, dict) else "day"),
]


class TimelineEvent(Shape):
    """What happened. `work` and `treaty` take titles and dates from the packs of works and of instruments.

    `read_in` tells for each date in which text it was read; an event is verified if all its dates were. `still` tells that
    it is known to be in force on the day of the pack; without it, and without an end, that is unknown.
    """

    id: Name
    kind: Literal["act", "concept", "programme", "treaty", "event"]
    work: Name | None = None
    treaty: Code | None = None
    titles: Labels = {}
    number: str | None = None
    date: Moment | None = None
    in_force: Beginning | None = None
    until: Moment | None = None
    repealed_by: Name | None = None
    succeeded_by: Name | None = None
    still: bool = False
    source: Literal["text", "paper", "knowledge"]
    verified: bool
    read_in: dict[Literal["date", "in_force", "until"], Place] = {}

    @model_validator(mode="after")
    def _named(self) -> TimelineEvent:
        if self.work is None and self.treaty is None and len(self.titles) < 3:
            raise ValueError("an event without `work` or `treaty` needs titles in kk, ru and en")
        return self


class TimelineIndicator(Shape):
    """A measured value on a day, on a scale from 0 to `scale_max`, with a rank among so many."""

    id: Name
    titles: Labels
    date: Moment
    value: float
    unit: str | None = None
    scale_max: float | None = None
    rank: int | None = None
    of: int | None = None
    source: Literal["text", "paper", "knowledge"]
    verified: bool


class TimelinePack(Shape):
    """A state's timeline, as far as it is known on a day."""

    schema_: Literal["saralau/timeline/1"] = Field(alias="schema")
    jurisdiction: str
    as_of: Annotated[Moment, Field(min_length=10)]
    events: list[TimelineEvent]
    indicators: list[TimelineIndicator] = []
