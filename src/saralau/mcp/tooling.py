"""A tool: what it is asked with, what it answers, the function that does it; and how it is described to a client."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import BaseModel

from saralau.mcp.asking import Asked
from saralau.mcp.limits import Limits
from saralau.mcp.shapes import Page, Shape
from saralau.messages import say
from saralau.report.working import Working


class Told(NamedTuple):
    """An answer: the record, and lines for reading."""

    record: Shape
    lines: Sequence[str]


class Call(NamedTuple):
    """What a tool works with: the library and its workers, the language of the answer, the limits."""

    working: Working
    code: str
    limits: Limits


@dataclass(frozen=True)
class Tool:
    """A tool. `run` takes a Call and what was asked, checked by `asked`; its docstring is what clients are told."""

    name: str
    asked: type[Asked]
    answers: type[Shape]
    run: Callable[[Call, Any], Told]

    @property
    def description(self) -> str:
        """What it does, for the model that is to choose it."""
        return " ".join((inspect.getdoc(self.run) or "").split())

    @cached_property
    def input_schema(self) -> dict[str, Any]:
        """JSON Schema of what it is asked with."""
        return _schema(self.asked)

    @cached_property
    def output_schema(self) -> dict[str, Any]:
        """JSON Schema of what it answers."""
        return _schema(self.answers, "serialization")


def _schema(model: type[BaseModel], mode: Any = "validation") -> dict[str, Any]:
    told = _slim(model.model_json_schema(mode=mode))
    assert isinstance(told, dict)
    return told


def _slim(node: Any, named: bool = False) -> Any:
    """A schema without the titles that are made of names: they cost a model words and tell it nothing."""
    if isinstance(node, list):
        return [_slim(one) for one in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _slim(value, key in ("properties", "$defs") and not named)
        for key, value in node.items()
        if named or key != "title"
    }


def page_of(total: int, offset: int, given: int) -> Page:
    """How much of a list was given, and where to go on."""
    reached = offset + given
    return Page(total=total, next=reached if given and reached < total else None)


def more(page: Page, code: str) -> list[str]:
    """A line where there is more of a list."""
    return [] if page.next is None else [say("mcp-more", code, total=page.total, next=page.next)]
