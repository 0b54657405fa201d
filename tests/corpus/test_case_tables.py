"""Tables of cases: what is written into one is what each case alone amounts to; a mistake is told with its row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from saralau.cases import Case
from saralau.cases.vocabulary import terms
from saralau.corpus import case_tables
from saralau.corpus.answer_tables import qualify_table
from saralau.messages import InputError

from ..cases.judge import Draw, Law
from ..cases.test_columns import fitting, singly
from ..cases.test_judge import case_of

GOOD: dict[str, Any] = {"case": "c", "act": "a", "date": "2025-10-14", "conduct": "access", "closed": True}


def rows_of(case: Case, name: str) -> list[dict[str, Any]]:
    return [
        {
            "case": name,
            "act": deed.id,
            "date": deed.date,
            "closed": case.closed,
            "age": case.persons[0].age,
            "means": list(deed.means),
            "unknown": sorted(deed.unknown),
            "damage": max((amount.value for amount in deed.amounts), default=None),
            "damage_of": deed.amounts[0].of if deed.amounts else None,
            "harm_of": next((fact.of for fact in deed.facts.get("consequence", ())), None),
            **{facet: [fact.term for fact in told] for facet, told in deed.facts.items()},
        }
        for deed in case.deeds
    ]


def tellable(case: Case) -> bool:
    """Whether a drawn case can be told: every act has conduct, and no two terms exclude each other."""
    told = [{fact.term for fact in deed.facts.get("conduct", ())} for deed in case.deeds]
    return all(told) and not any(pair <= terms_ for pair in terms().excluded for terms_ in told)


def table(rows: list[dict[str, Any]], place: Path) -> Path:
    columns = sorted({key for row in rows for key in row})
    pl.DataFrame({key: [row.get(key) for row in rows] for key in columns}, strict=False).write_parquet(place)
    return place


@pytest.mark.parametrize("piece", [64, 1 << 18])
def test_a_table_holds_what_each_case_amounts_to(tmp_path: Path, piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_tables, "_PIECE", piece)
    law = Law("kz")
    draws = [Draw(law, seed) for seed in range(70_000, 70_150)]
    cases = {f"case-{at}": fitting(case_of(draw), draw) for at, draw in enumerate(draws)}
    cases = {name: case for name, case in cases.items() if tellable(case)}
    place = table([row for name, case in cases.items() for row in rows_of(case, name)], tmp_path / "cases.parquet")
    assert qualify_table(place, tmp_path / "answers.parquet", "kz") == len(cases)
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in cases}
    assert any(len(row) > 1 for row in pl.read_parquet(tmp_path / "answers.parquet")["acts"])
    for row in pl.read_parquet(tmp_path / "answers.parquet").iter_rows(named=True):
        found[row["case"]].append(row)
    for name, case in cases.items():
        expected = singly(case, None)
        charges = {
            (at.short, edition, deeds, tuple(points), frozenset(one.short for one in features), liable)
            for at, edition, deeds, points, features, liable in expected["charges"]  # type: ignore[misc]
        }
        told = [row for row in found[name] if row["kind"] == "charge"]
        assert charges == {
            (
                f"{row['article']}.{row['part']}",
                row["edition"],
                tuple(row["acts"]),
                tuple(row["points"]),
                frozenset(row["features"]),
                row["liable"],
            )
            for row in told
        }
        for kind in ("absorbed", "open"):
            pairs = {(f"{row['article']}.{row['part']}", row["by"]) for row in found[name] if row["kind"] == kind}
            assert pairs == {(what.short, by.short) for what, by in expected[kind]}  # type: ignore[misc]
        hanging = {(f"{r['article']}.{r['part']}", r["acts"][0]) for r in found[name] if r["kind"] == "hanging"}
        assert hanging == {(what.short, deed) for what, deed in expected["hanging"]}  # type: ignore[misc]


@pytest.mark.parametrize(
    ("rows", "message", "told"),
    [
        ([{**GOOD, "authorisation": "without_rigt"}], "table-term", {"row": 1, "column": "authorisation"}),
        ([GOOD, {**GOOD, "act": "b", "conduct": None}], "table-without-conduct", {"row": 2}),
        (
            [{**GOOD, "fault": "intent|negligence"}],
            "table-contradiction",
            {"row": 1, "one": "intent", "other": "negligence"},
        ),
        ([{**GOOD, "conduct": "taking_property_secretly|taking_property_openly"}], "table-contradiction", {"row": 1}),
        ([{**GOOD, "date": "14.10.2025"}], "table-date", {"typed": "14.10.2025"}),
        ([{**GOOD, "damage": "much"}], "table-number", {"column": "damage"}),
        ([{**GOOD, "means": "b"}], "table-term", {"column": "means", "typed": "b"}),
        ([GOOD, {**GOOD, "means": "a"}], "table-act-twice", {"row": 1}),
        ([GOOD, {**GOOD, "act": "b", "closed": False}], "table-differs", {"column": "closed"}),
        ([GOOD, {**GOOD, "case": "d"}, GOOD], "table-case-again", {"typed": "c"}),
        ([{**GOOD, "colour": "red"}], "table-column", {"typed": "colour"}),
        ([{"case": "c", "date": "2025-10-14"}], "table-without", {"column": "conduct"}),
        ([{**GOOD, "act": str(at)} for at in range(9)], "table-acts", {"most": 8}),
        ([{**GOOD, "damage": 1_966_000.9}], "table-number", {"column": "damage"}),
        ([{**GOOD, "age": True}], "table-type", {"column": "age"}),
        ([{**GOOD, "age": 131}], "table-number", {"column": "age"}),
        ([{**GOOD, "damage": [5]}], "table-type", {"column": "damage"}),
        ([{**GOOD, "object": {"a": 1}}], "table-type", {"column": "object"}),
        ([{**GOOD, "case": ["c"]}], "table-type", {"column": "case"}),
        ([GOOD, {**GOOD, "case": None}], "table-without-case", {"row": 2}),
        ([GOOD, {**GOOD, "case": "d"}, {**GOOD, "act": "b", "means": "a"}], "table-case-again", {"typed": "c"}),
    ],
)
def test_a_mistake_is_told_with_its_place(
    rows: list[dict[str, Any]], message: str, told: dict[str, Any], tmp_path: Path
) -> None:
    answers = tmp_path / "answers.csv"
    answers.write_text("before")
    with pytest.raises(InputError) as refusal:
        qualify_table(table(rows, tmp_path / "cases.parquet"), answers, "kz")
    assert refusal.value.message == message
    assert {key: str(value) for key, value in told.items()}.items() <= refusal.value.arguments.items()
    assert answers.read_text() == "before"  # nothing already stored is lost
    assert {one.name for one in tmp_path.iterdir()} == {"answers.csv", "cases.parquet"}


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "cases.parquet"
    broken.write_bytes(b"PAR1 no table PAR1")
    ragged, foreign = tmp_path / "ragged.csv", tmp_path / "foreign.csv"
    ragged.write_text("case,date,conduct\n1,2025-10-14,access\n2,2025-10-14,access,more,and more\n", "utf-8")
    foreign.write_bytes("case,date,conduct\nдело,2025-10-14,access\n".encode("cp1251"))
    for place in (broken, ragged, foreign, tmp_path / "absent.csv", tmp_path / "cases.xlsx"):
        with pytest.raises(InputError):
            qualify_table(place, tmp_path / "answers.csv", "kz")
    with pytest.raises(InputError):
        qualify_table(table([GOOD], tmp_path / "good.parquet"), tmp_path / "answers.xlsx", "kz")


def test_answers_do_not_take_the_place_of_facts(tmp_path: Path) -> None:
    place = table([GOOD], tmp_path / "cases.parquet")
    with pytest.raises(InputError) as refusal:
        qualify_table(place, place, "kz")
    assert refusal.value.message == "table-onto-itself"


def test_a_case_of_which_nothing_is_charged_has_a_row(tmp_path: Path) -> None:
    qualify_table(table([GOOD], tmp_path / "cases.parquet"), tmp_path / "answers.parquet", "kz")
    assert pl.read_parquet(tmp_path / "answers.parquet")["kind"].to_list() == ["none"]


def test_csv_says_the_same_as_parquet(tmp_path: Path) -> None:
    rows = [{**GOOD, "object": "information_system", "authorisation": "without_right", "fault": "intent"}]
    rows.append({**rows[0], "case": "d", "consequence": "substantial_harm"})
    place = table(rows, tmp_path / "cases.parquet")
    pl.read_parquet(place).write_csv(tmp_path / "cases.csv")
    for given, written in ((place, "one.csv"), (tmp_path / "cases.csv", "other.csv")):
        qualify_table(given, tmp_path / written, "kz")
    assert (tmp_path / "one.csv").read_text() == (tmp_path / "other.csv").read_text()
    assert "d,charge,205,1," in (tmp_path / "one.csv").read_text()
