"""Shapes: cases, what they amount to, what is asked next, the vocabulary of facts."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from saralau.api import examples
from saralau.api.models.common import Listed, Shape, of

Qualified = of("qualified-case-1")
Explained = of("explained-1")


class Choice(Shape):
    """A term that answers a question."""

    id: str
    label: str


class Question(Shape):
    """What to ask next: of which act or person, which facet, which terms would matter, for which provisions."""

    schema_: Literal["saralau/question/1"] = Field(alias="schema")
    of: str
    facet: str
    words: str
    whose: bool = Field(description="the fact is told, and asked is whose it is: of `sufferers` or of somebody else")
    terms: list[Choice]
    sufferers: list[str]
    provisions: list[str]


class Answered(Shape):
    """What the facts amount to, as a record and in lines, and the question to ask next; null where nothing is open."""

    qualification: Qualified  # type: ignore[valid-type]  # a record described by its schema
    brief: str
    lines: list[str]
    question: Question | None


class Person(BaseModel):
    """A person of a case; further keys are facets of persons."""

    model_config = ConfigDict(extra="allow")
    id: str
    age: int | None = Field(None, ge=0, le=130)
    born: str | None = None


class Deed(BaseModel):
    """An act of a case; further keys are facets of acts, with terms of the vocabulary."""

    model_config = ConfigDict(extra="allow")
    id: str
    date: str
    conduct: str | list[str] | dict[str, Any]
    by: str | list[str] | None = None
    means: str | list[str] | None = None
    amount: dict[str, str] | None = None


class Case(BaseModel):
    """A case (`saralau/case/1`), of the same shape as a file in YAML; docs/cases.md tells all that it may say."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "schema": "saralau/case/1",
                    "case": "an-entry",
                    "jurisdiction": examples.JURISDICTION,
                    "closed": True,
                    "persons": [{"id": "k", "age": 34}],
                    "acts": [
                        {
                            "id": "entry",
                            "date": "2025-10-14",
                            "conduct": "access",
                            "object": ["information_system", "protected_information"],
                            "authorisation": "without_right",
                            "fault": "direct_intent",
                            "consequence": "substantial_harm",
                        }
                    ],
                }
            ]
        },
    )
    schema_: Literal["saralau/case/1"] = Field(alias="schema")
    case: str | None = None
    jurisdiction: str
    title: dict[str, str] | None = None
    closed: bool = False
    on: str | None = None
    persons: list[Person] = Field(min_length=1)
    acts: list[Deed] = Field(min_length=1)
    unknown: list[str] | None = None
    complete: list[str] | None = None
    expect: list[dict[str, Any]] | None = None


class Facet(Shape):
    """A question that facts answer: of acts or of persons, with one answer or several, and the terms that answer it."""

    id: str
    label: str
    asked_of: str
    single: bool
    terms: list[Choice]


class Facets(Listed[Facet]):
    """A page of facets of facts."""
