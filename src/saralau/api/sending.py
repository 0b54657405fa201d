"""Routes to which a text is sent, alone or to be laid beside an act in hand: what all of them promise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from pydantic import BaseModel

from saralau.api.answering import WHOLE_TABLE, problems
from saralau.api.asking import text_body

Route = Callable[..., Response]


def takes_text(
    router: APIRouter, path: str, model: type[BaseModel], example: str, *, table: bool = False
) -> Callable[[Route], Route]:
    """A route to which a text like the example is sent; `table` where the answer is to be had as a table, too. An act that
    the path names may not be in hand.
    """
    absent = (404,) if path.startswith("/acts/") else ()
    told: dict[int | str, dict[str, Any]] = problems(*absent, 413, 415, 422, 503)
    responses = {**WHOLE_TABLE, **told} if table else told
    return router.post(path, response_model=model, responses=responses, openapi_extra=text_body(example))
