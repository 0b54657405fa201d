"""What the shapes of answers have in common; records that the command line prints too have theirs in `docs/schemas`."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from saralau.api.describing import REF

T = TypeVar("T")


def of(name: str) -> Any:
    """A record whose shape is `docs/schemas/<name>.json`."""
    return Annotated[dict[str, Any], WithJsonSchema({REF: name})]


class Shape(BaseModel):
    """What all shapes have in common: no key that is not described."""

    model_config = ConfigDict(extra="forbid")


class Listed(Shape, Generic[T]):
    """A page of a list. `next` is the address of the next page, also in the header `Link`."""

    items: list[T]
    total: int = Field(ge=0, description="rows of the whole list")
    next: str | None


class Problem(BaseModel):
    """What is wrong (RFC 9457). `type` stays the same whatever the language; `detail` says what to mend."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "urn:saralau:problem:shelf-work-absent",
                    "title": "Not Found",
                    "status": 404,
                    "detail": "tax-code is not in the library; add its text with `saralau add`",
                }
            ]
        }
    )
    type: str
    title: str
    status: int
    detail: str
    errors: list[Misasked] | None = None


class Misasked(Shape):
    """A parameter that is not what the description says."""

    where: str = Field(alias="in")
    name: str
    rule: str


Problem.model_rebuild()
