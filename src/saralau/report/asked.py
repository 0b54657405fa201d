"""What the doors for programs share: how days and languages are asked for, and whether an error is the caller's or ours."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from saralau.languages import available
from saralau.messages import InputError

# Messages that tell what the server has, not what was sent: where something lies is for who looks after it.
_OURS = (
    "library-", "index-", "catalogue-", "store-", "pack", "file-refused", "output-refused",
    "keep-newer", "keep-failed", "keep-key-", "keep-secret-",
)  # fmt: skip


def _day(typed: str) -> str:
    if len(typed) != 10:
        raise ValueError("a day is written as 2025-10-14")
    return datetime.date.fromisoformat(typed).isoformat()


def _lang(typed: str) -> str:
    if typed not in available():
        raise ValueError("no language of texts")
    return typed


Day = Annotated[str, AfterValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Lang = Annotated[str, AfterValidator(_lang), WithJsonSchema({"type": "string", "enum": sorted(available())})]


def is_ours(flaw: InputError) -> bool:
    """Whether an error is of what the server has or does, and not of what was sent."""
    return flaw.message.startswith(_OURS)
