"""What every shape is made of: labels, codes, dates, provisions; strict records that refuse unknown keys."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from saralau.packs.patterns import loosened

Labels = dict[Literal["kk", "ru", "en"], str]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
_NUMBER = r"[0-9]+[A-Za-z]{0,2}(-[0-9]+[A-Za-z]{0,2})*"
Provision = Annotated[str, Field(pattern=rf"^{_NUMBER}(\.({_NUMBER})?(\.[0-9a-zа-я]+(-[0-9]+)*)?)?$")]
Unit = Literal["mci", "times", "hours", "days", "months", "years"]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


def linear(match: str) -> str:
    """A wording must compile, and repeat classes, not groups: a repeated group can take exponential time."""
    try:
        re.compile(loosened(match))
    except re.error as flaw:
        raise ValueError(f"not a regular expression ({flaw})") from None
    if re.search(r"\)(?:[*+]|\{)", match):
        raise ValueError("a group is repeated, which can take exponential time; repeat a class such as [а-я ]{0,60} instead")
    return match


Wording = Annotated[str, AfterValidator(linear)]


class Open(Shape):
    model_config = ConfigDict(extra="allow", strict=True)
