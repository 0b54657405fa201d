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
FITTING: dict[str, tuple[str, ...]] = {
    "act": (IRI, "alt:act:code:2020-02-28:17", "criminal-code"), "place": ("10", "10.2.1", "12", "205", "116..2"), "on": ("2021-06-01",),
    "jurisdiction": ("kz", "de"), "treaty": ("budapest", "okinawa2000"), "scenario": ("access_to_system",), "facet": ("conduct", "object"), "skip": ("entry.consequence",),
    "select": ("T001", "references"), "ignore": ("T002",), "feature": ("in_a_group",), "lang": ("en", "ru"), "parallel": ("ru", "en"),
    "text": ("## Article 1. X\n\n1. Y, see article 9.\n", "## Статья 1. Х\n\n1. См. статью 9 УК РК.\n"),
}  # fmt: skip
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), st.text(max_size=12), st.sampled_from(LIKELY)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["id", "conduct", "acts", "persons", "date", "of"]), inner, max_size=3)),
    max_leaves=8,
)  # fmt: skip
CASE = st.fixed_dictionaries(
    {
        "schema": st.just("saralau/case/1"), "jurisdiction": st.sampled_from(["kz", "de", "xx"]), "closed": st.booleans(),
        "persons": st.lists(st.fixed_dictionaries({"id": st.sampled_from(["k", "m"])}, optional={"age": st.one_of(st.just(30), ANYTHING)}), min_size=1, max_size=2),
        "acts": st.lists(
            st.fixed_dictionaries(
                {"id": st.sampled_from(["a", "b"]), "date": st.sampled_from(["2025-10-14", "2025-10-14", "1800-01-01", "x"]), "conduct": st.one_of(st.just("access"), st.just("copying"), ANYTHING)},
                optional={"fault": ANYTHING, "object": ANYTHING, "means": ANYTHING, "amount": ANYTHING, "consequence": ANYTHING},
            ),
            min_size=1, max_size=2,
        ),
    }
)  # fmt: skip


def drawn(schema: dict[str, Any], name: str = "") -> st.SearchStrategy[Any]:
    """Values that a schema lets through."""
    if "anyOf" in schema:
        return st.one_of(*(drawn(one, name) for one in schema["anyOf"]))
    kind = schema.get("type")
    if kind == "array":
        return st.lists(drawn(schema["items"], name), max_size=min(3, schema["maxItems"]))
    if name in FITTING and kind == "string":
        return st.sampled_from(FITTING[name])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if kind == "integer":
        return st.integers(schema["minimum"], schema["maximum"])
    if kind == "object":
        return CASE
    if kind == "string":
        return st.one_of(st.sampled_from(LIKELY[:-1]), st.text(min_size=1, max_size=min(40, schema.get("maxLength", 40))))
    return st.booleans() if kind == "boolean" else st.none()


def arguments(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """What a tool takes, what it takes with junk in one or two places, and junk."""
    properties = TOOLS[name].input_schema["properties"]
    required = TOOLS[name].input_schema.get("required", [])
    by_name = {key: drawn(told, key) for key, told in properties.items()}
    fitting = st.fixed_dictionaries(
        {key: by_name[key] for key in required}, optional={key: told for key, told in by_name.items() if key not in required}
    )
    junk = st.one_of(st.sampled_from(LIKELY), ANYTHING, *by_name.values())
    some = st.dictionaries(st.sampled_from([*properties, "x"]), junk, max_size=2)
    return st.one_of(fitting, st.tuples(fitting, some).map(lambda pair: {**pair[0], **pair[1]}), some)


@pytest.mark.parametrize("name", sorted(TOOLS))
def test_junk_is_answered_or_refused(name: str, asking: Asking) -> None:
    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
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
