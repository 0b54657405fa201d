"""Shapes: the linter, definitions and terms, drafts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from saralau.api.models.common import Listed, Shape, of

Definition = of("definition-1")
Terms = of("terms-1")
Impact = of("draft-impact-1")
Draft = of("draft-1")


class Fix(Shape):
    """Words to be put in the place of others."""

    span: list[int]
    words: str


class Finding(Shape):
    """A place that a rule of the linter objects to."""

    schema_: Literal["saralau/finding/1"] = Field(alias="schema")
    file: str
    rule: str
    name: str
    family: str
    address: str | None
    line: int
    column: int
    span: list[int]
    source_span: list[int]
    message: str
    fix: Fix | None
    fingerprint: str


class Rule(Shape):
    """A rule of the linter."""

    code: str
    name: str
    family: str
    on: bool = Field(description="whether it runs unless asked not to")
    why: str


class Findings(Listed[Finding]):
    """A page of findings of the linter."""


class RuleRows(Listed[Rule]):
    """A page of rules of the linter."""


class Definitions(Listed[Definition]):  # type: ignore[valid-type]  # a record described by its schema
    """A page of definitions."""
