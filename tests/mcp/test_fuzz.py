"""Junk drawn from the schema of every tool: whatever stands in it, there is an answer that fits or one sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saralau.mcp.tools import TOOLS

from .conftest import IRI, Asking, text

LIKELY = (
    IRI, "criminal-code", "alt:act:code:2020-02-28:17", "10", "10.2.1", "188(2)(4)", "205", "116..2", "kz", "de", "budapest", "un2024", "access", "conduct",
    "access_to_system", "entry.consequence", "T001", "references", "2020-06-01", "0001-01-01", "9999-12-31", "статья 10", "## Article 1. X\n\n1. Y, see article 9.",
    "<p>статья 1", "қол жеткізу", "\x00", "\u202e", "../../etc/passwd", "' OR 1=1 --", "{{7*7}}", "%s%n", "９", "ſ", "İ", "\U0001f984", "\ud800",
)  # fmt: skip
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), st.text(max_size=12), st.sampled_from(LIKELY)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["id", "conduct", "acts", "persons", "date", "of"]), inner, max_size=3)),
    max_leaves=8,
)  # fmt: skip
CASE = st.fixed_dictionaries(
    {
        "schema": st.just("saralau/case/1"), "jurisdiction": st.sampled_from(["kz", "de", "xx"]), "closed": st.booleans(),
        "persons": st.lists(st.fixed_dictionaries({"id": st.sampled_from(["k", "m"])}, optional={"age": ANYTHING}), min_size=1, max_size=2),
        "acts": st.lists(
            st.fixed_dictionaries(
                {"id": st.sampled_from(["a", "b"]), "date": st.sampled_from(["2025-10-14", "1800-01-01", "x"]), "conduct": st.one_of(st.just("access"), ANYTHING)},
                optional={"fault": ANYTHING, "object": ANYTHING, "means": ANYTHING, "amount": ANYTHING, "consequence": ANYTHING},
            ),
            min_size=1, max_size=2,
        ),
    }
)  # fmt: skip


def drawn(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that a schema lets through, or nearly so."""
    if "anyOf" in schema:
        return st.one_of(*(drawn(one) for one in schema["anyOf"]))
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kind = schema.get("type")
    if kind == "array":
        return st.lists(drawn(schema["items"]), max_size=min(3, schema["maxItems"]))
    if kind == "integer":
        return st.integers(schema["minimum"], schema["maximum"])
    if kind == "object":
        return CASE
    if kind == "string":
        return st.one_of(
            st.sampled_from([one for one in LIKELY if one != "\ud800"]),
            st.text(max_size=min(40, schema.get("maxLength", 40))),
        )
    return st.none()


def arguments(name: str) -> st.SearchStrategy[dict[str, Any]]:
    properties = TOOLS[name].input_schema["properties"]
    required = TOOLS[name].input_schema.get("required", [])
    fitting = st.fixed_dictionaries(
        {key: drawn(properties[key]) for key in required},
        optional={key: drawn(told) for key, told in properties.items() if key not in required},
    )
    return st.one_of(
        fitting,
        st.dictionaries(
            st.sampled_from([*properties, "x"]), st.one_of(ANYTHING, *map(drawn, properties.values())), max_size=5
        ),
    )


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_junk_is_answered_or_refused(name: str, asking: Asking) -> None:
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(asked=arguments(name))
    def holds(asked: dict[str, Any]) -> None:
        answered_or_refused(asking, name, asked)

    holds()


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(TOOLS))
def test_much_junk_is_answered_or_refused(name: str, asking: Asking) -> None:
    @settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
    @given(asked=arguments(name))
    def holds(asked: dict[str, Any]) -> None:
        answered_or_refused(asking, name, asked)

    holds()


def answered_or_refused(asking: Asking, name: str, asked: dict[str, Any]) -> None:
    result = asking.tool(name, asked)
    words = text(result)
    assert words.strip()
    if result.is_error:
        assert "broke on our side" not in words, asked
        assert "\n" not in words
        assert len(words) < 2000
    else:
        json.dumps(result.structured_content, allow_nan=False).encode()
