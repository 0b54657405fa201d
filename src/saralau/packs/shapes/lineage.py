"""The shape of lines of descent: which act or provision replaced, supplemented or reworded which."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from saralau.packs.shapes.common import Code, Date, Labels, Provision, Shape

# A provision, or a chapter of which the articles are not in hand.
Place = Annotated[str, Field(pattern=r"^(chapter:)?[0-9]+[0-9a-zа-я.-]*$")]
Source = Literal["text", "note", "reading", "paper", "knowledge"]


class Passing(Shape):
    """Provisions of the older side and those of the newer that carry them on; an empty `to` means that nothing does."""

    from_: list[Place] = Field(alias="from", min_length=1)
    to: list[Place]
    how: Literal["kept", "partly", "split", "merged", "dropped"] | None = None
    doubt: bool = False  # another reader could decide otherwise


class Passings(Shape):
    """Passings of one source: `reading` is a judgement from both texts."""

    source: Source
    verified: bool
    rows: list[Passing]


class Force(Shape):
    """When it entered or enters into force: a day; or at publication, or so many months after, where no day is known."""

    on: Date | None = None
    at_publication: bool = False
    months_after: int | None = None
    source: Source
    verified: bool


class Step(Shape):
    """One act upon another: `from` is the older act, absent at the beginning of a line; both are works' ids."""

    relation: Literal["introduced", "replaces", "supplements", "amends", "rewords", "excludes", "moved_in_part"]
    from_: str | None = Field(alias="from", default=None)
    to: str
    passed: Date
    number: str | None = None
    in_force: Force | None = None
    source: Source
    at: str | None = None  # where the source says it
    verified: bool
    announced: bool = False
    in_hand: bool = True  # whether a text of the result is
    provisions: list[Passings] = []


class Line(Shape):
    id: str
    title: Labels
    steps: list[Step]


class Threat(Shape):
    kind: Code
    max: int
    unit: Literal["mci", "hours", "days", "months", "years"]


class EncodedWording(Shape):
    """What a wording that no register holds punishes, as codes of the vocabularies, read in a text; `qualified_by` are the
    parts that extend it, whose features and threats count in."""

    act: str
    at: Provision
    qualified_by: list[Provision] = []
    as_of: str
    verified: bool
    conduct: list[Code]
    consequence: list[Code]
    ict: list[Code]
    features: list[Code]
    heaviest: Threat


class NamedTerm(Shape):
    id: Code
    label: Labels


class Lineage(Shape):
    """Lines of descent of a jurisdiction's acts and provisions; `acts` gives the acts the names by which they are shown."""

    schema_: Literal["saralau/lineage/1"] = Field(alias="schema")
    jurisdiction: str
    acts: dict[str, Labels]
    terms: list[NamedTerm] = []
    lines: list[Line]
    wordings: list[EncodedWording] = []

    @model_validator(mode="after")
    def every_act_is_named(self) -> Lineage:
        """Each act of a step has a name."""
        used = {act for line in self.lines for step in line.steps for act in (step.from_, step.to) if act}
        if missing := sorted(used - set(self.acts)):
            raise ValueError(f"acts without a name: {', '.join(missing)}")
        return self
