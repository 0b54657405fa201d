"""Case files: what is read, and one sentence with the line for what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from saralau.cases import Amount, Fact, qualify, read_case
from saralau.cases.testing import differences
from saralau.messages import InputError

GOOD = """schema: saralau/case/1
case: drawn
jurisdiction: kz
closed: true
persons:
  - {id: p, age: 30}
acts:
  - id: entry
    date: 2025-10-14
    conduct: access
    consequence: {kind: substantial_harm, of: owner}
    amount: {damage: 2_000_000 KZT, of: owner}
unknown: [entry.target]
"""


def read(tmp_path: Path, text: str) -> object:
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    return read_case(path)


def test_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(GOOD, "utf-8")
    case = read_case(path)
    (deed,) = case.deeds
    assert (deed.by, deed.facts["consequence"]) == (("p",), (Fact("substantial_harm", "owner"),))
    assert deed.amounts == (Amount("damage", 2_000_000, "KZT", "owner"),)
    assert (deed.unknown, case.closed, case.expected) == (frozenset({"target"}), True, None)


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("conduct: access", "conduct: acces", 10, "access"),
        ("conduct: access", "conduct: hacking", 10, "hacking"),
        ("    conduct: access\n", "", 8, "name a conduct"),
        ("conduct: access", "condct: access", 10, "conduct"),
        ("conduct: access", "conduct: access\n    fault: [intent, negligence]", 11, "exclude each other"),
        ("2025-10-14", "2025-13-14", 9, "2025-13-14"),
        ("conduct: access", "conduct: [taking_property_secretly, taking_property_openly]", 10, "exclude each other"),
        ("age: 30", "age: 30, born: 1995-01-01", 6, "keep one"),
        ("age: 30", "born: 2030-01-01", 6, "born 2030-01-01"),
        ("2_000_000 KZT", "a lot", 12, "a lot"),
        ("2_000_000 KZT", "-5 KZT", 12, "-5 KZT"),
        ("age: 30", "age: old", 6, "old"),
        ("[entry.target]", "[entry.targt]", 13, "target"),
        ("[entry.target]", "[exit.target]", 13, "entry"),
        ("id: entry", "id: entry\n    by: q", 9, "“q”"),
        ("id: entry", "id: entry\n    means: [entry]", 9, "entry"),
        ("[entry.target]", "5", 13, "unknown"),
        ("closed: true", 'closed: "yes"', 4, "yes"),
        ("closed: true", "title: [a]", 4, "mapping"),
        ("closed: true", "expect: 5", 4, "expect"),
        ("closed: true", "expect: [5]", 4, "mapping"),
        ("closed: true", "expect: [{charge: x/1, points: 4}]", 4, "points"),
        ("{id: p, age: 30}", "{id: p}\n  - {id: p}", 5, "two persons"),
        ("saralau/case/1", "saralau/case/9", 1, "saralau/case/1"),
        ("  - id: entry\n    date", "  - date", 8, "id"),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    assert old in GOOD
    with pytest.raises(InputError) as caught:
        read(tmp_path, GOOD.replace(old, new, 1))
    for language in ("en", "ru", "kk"):
        assert str(line) in caught.value.told(language)
    assert says in str(caught.value)
    assert "case.yaml" in str(caught.value)


@pytest.mark.parametrize(
    "text", ["", "- 1", "schema: saralau/case/1\npersons: []\nacts: []", "schema: saralau/case/1\nacts: 5"]
)
def test_what_is_no_case(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        read(tmp_path, text)


def test_a_narrower_and_a_wider_answer_do_not_contradict(tmp_path: Path) -> None:
    read(tmp_path, GOOD.replace("conduct: access", "conduct: access\n    fault: [intent, direct_intent]"))


def test_a_jurisdiction_that_nobody_has_encoded(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(GOOD.replace("jurisdiction: kz", "jurisdiction: xx"), "utf-8")
    with pytest.raises(InputError, match="kz"):
        qualify(read_case(path))


def test_what_cannot_be_expected(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(GOOD + "expect:\n  - {acquitted: everybody}\n", "utf-8")
    with pytest.raises(InputError, match="acquitted"):
        read_case(path)
    path.write_text(GOOD + "expect:\n  - {charge: another/code/1}\n", "utf-8")
    with pytest.raises(InputError, match="another/code/1"):
        differences(qualify(read_case(path)))
