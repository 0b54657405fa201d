"""Every text that a person reads exists in Kazakh, Russian and English, with the same variables."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from saralau.messages import languages, say

from ..conftest import ROOT

FOLDER = ROOT / "src/saralau/messages"
DYNAMIC = (  # ids that code puts together: the fixed part, found by looking at every `say` and `t`
    "kind-", "unit-", "category-", "sum-", "qualifier-", "condition-", "group-", "reason-", "conduct-", "defect-", "loss-",
    "agreement-", "verdict-", "aspect-", "cite-", "annotated-", "limitation-", "class-", "figure-", "step-", "basis-", "gap-", "case-", "explain-", "pack-differs-",
    "cover-", "instrument-", "history-", "standing-", "diff-", "stability-", "timeline-", "causes-", "concordance-", "lineage-",
    "lint-", "usage-", "draft-", "ailment-", "facet-", "web-nav-", "web-field-", "web-lead-", "web-tab-", "web-change-", "web-tie-", "web-role-", "web-tongue-", "paper-",
    "mcp-tool-", "mcp-prompt-", "mcp-resource-", "currency-", "day-month-of-",
)  # fmt: skip


@cache
def entries(language: str) -> dict[str, str]:
    """Message id -> its whole entry, of one language."""
    text = "\n".join(path.read_text("utf-8") for path in sorted((FOLDER / language).glob("*.ftl")))
    found = re.findall(r"(?ms)^([a-z][A-Za-z0-9-]*) = (.*?)(?=^[a-z#]|\Z)", text)
    assert len(found) == len({name for name, _ in found}), "an id stands twice"
    return dict(found)


def variables(entry: str) -> set[str]:
    return set(re.findall(r"\$([a-z0-9_]+)", entry))


@pytest.mark.parametrize("language", languages())
def test_the_same_ids_with_the_same_variables(language: str) -> None:
    english, other = entries("en"), entries(language)
    assert set(other) == set(english)
    assert {name: variables(entry) for name, entry in other.items()} == {name: variables(e) for name, e in english.items()}


@pytest.mark.parametrize("language", languages())
def test_every_message_can_be_said(language: str) -> None:
    for name, entry in entries(language).items():
        filled: dict[str, object] = {variable: 3 if variable == "n" else "x" for variable in variables(entry)}
        assert say(name, language, **filled).strip()


@pytest.mark.parametrize(
    ("number", "form"), [(1, "1 год"), (2, "2 года"), (5, "5 лет"), (11, "11 лет"), (21, "21 год"), (112, "112 лет")]
)
def test_russian_counts_as_russian_does(number: int, form: str) -> None:
    assert say("unit-years", "ru", n=number) == form


def sources() -> str:
    package = ROOT / "src/saralau"
    files: list[Path] = [*package.rglob("*.py"), *package.rglob("*.html")]
    return "\n".join(path.read_text("utf-8") for path in files)


def test_every_message_is_used() -> None:
    text = sources()
    unused = [name for name in entries("en") if f'"{name}"' not in text and not name.startswith((*DYNAMIC, "help-"))]
    assert unused == []


def test_every_message_that_is_asked_for_exists() -> None:
    asked = set(re.findall(r"""\b(?:say|speak|t|tell|hint)\(\s*"([a-z][a-zA-Z0-9-]*[a-zA-Z0-9])"\s*[,)]""", sources()))
    assert asked - set(entries("en")) == set()
    assert len(asked) > 60


def test_an_unknown_id_and_an_unfilled_variable_are_errors() -> None:
    with pytest.raises(KeyError, match="there is no message 'nothing'"):
        say("nothing", "en")
    with pytest.raises(KeyError, match="unit-years"):
        say("unit-years", "en")
    with pytest.raises(KeyError, match="no messages in the language"):
        say("step-read", "de")


def test_russian_has_its_dots_everywhere() -> None:
    """One rule: ё is printed. A word that has it in one message has it in all, but for the pairs that are two words."""
    words = re.findall(r"[а-яё]+", "\n".join(entries("ru").values()).lower())
    dotted = {word.replace("ё", "е") for word in words if "ё" in word} - {"все", "всем", "чем"}
    assert {word for word in words if word in dotted} == set()


@pytest.mark.parametrize("language", languages())
def test_a_missing_extra_is_told_with_how_to_install_it_from_a_clone_and_from_an_index(language: str) -> None:
    told = [
        say(name, language, missing="x", name="x") for name, entry in entries(language).items() if "-with-extra(" in entry
    ]
    assert len(told) == 12
    assert all(re.search(r'pip install "\.\[(\w+)\]".*pip install "saralau\[\1\]"', one) for one in told)
    assert not [name for name, entry in entries(language).items() if "pip install" in entry]
