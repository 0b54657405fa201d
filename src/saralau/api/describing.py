"""The description of the API (OpenAPI 3.1): what the framework makes of the routes, with the shapes of `docs/schemas`."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

REF = "x-record"  # a shape that stands in a file: its name
_ROOT = "/api/v1"
_LEFT_OUT = ("$schema", "$id", "$defs")


def describe(app: FastAPI, *others: type[BaseModel]) -> dict[str, Any]:
    """The description, made once; `others` are shapes that no route answers with when all goes well."""
    if app.openapi_schema is None:
        told = get_openapi(
            title=app.title, version=app.version, openapi_version=app.openapi_version, summary=app.summary,
            description=app.description, routes=app.routes, tags=app.openapi_tags,
            license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        )  # fmt: skip
        components = told.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            components.pop(name, None)
        for other in others:
            shape = other.model_json_schema(ref_template="#/components/schemas/{model}")
            components |= {**shape.pop("$defs", {}), other.__name__: shape}
        told["servers"] = [{"url": _ROOT}]
        wanted: set[str] = set()
        app.openapi_schema = _linked(told, wanted)
        for name in sorted(wanted):
            app.openapi_schema["components"]["schemas"].update(_records(name))
    return app.openapi_schema


def _linked(node: Any, wanted: set[str]) -> Any:
    """The description with a reference wherever a record is named; the framework's own shape of errors left out."""
    if isinstance(node, list):
        return [_linked(one, wanted) for one in node]
    if not isinstance(node, dict):
        return node
    if REF in node:
        wanted.add(node[REF])
        return {"$ref": f"#/components/schemas/{node[REF]}"}
    return {key: _linked(value, wanted) for key, value in node.items()}


@cache
def _records(name: str) -> dict[str, Any]:
    """The shape of a record and the shapes that it defines, as components."""
    data = json.loads((resources.files("saralau.api") / "schemas" / f"{name}.json").read_text("utf-8"))
    inner = data.get("$defs", {})
    whole = {key: value for key, value in data.items() if key not in _LEFT_OUT}
    return {
        name: _renamed(whole, name),
        **{f"{name}.{part}": _renamed(shape, name) for part, shape in inner.items()},
    }


def _renamed(node: Any, name: str) -> Any:
    if isinstance(node, list):
        return [_renamed(one, name) for one in node]
    if not isinstance(node, dict):
        return node
    renamed = {key: _renamed(value, name) for key, value in node.items()}
    if isinstance(at := renamed.get("$ref"), str):
        renamed["$ref"] = at.replace("#/$defs/", f"#/components/schemas/{name}.")
    return renamed
