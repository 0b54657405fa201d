"""Shapes: saved cases of the one who asks."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from saralau.api.models.cases import Case
from saralau.api.models.common import Listed, Shape

_EXAMPLE = Case.model_config["json_schema_extra"]["examples"][0]  # type: ignore[index]  # as it stands there


class SavedRow(Shape):
    """A saved case in a list: `changed` is seconds since 1970 (UTC); a name that no key of the server opens is empty."""

    id: str
    name: str
    revision: int = Field(ge=1)
    changed: int


class SavedList(Listed[SavedRow]):
    """A page of saved cases, the one that changed last first."""


class SavedCase(SavedRow):
    """A saved case, as `saralau/case/1`; it may be told in part."""

    case: dict[str, Any]


class ToSave(BaseModel):
    """A case and what it is to be called."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"name": "An entry at night", "case": _EXAMPLE}]}
    )
    name: str = Field(min_length=1, max_length=200)
    case: Case
