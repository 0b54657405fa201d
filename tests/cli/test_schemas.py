"""What the commands print for programs is what `docs/schemas` promises, on the fictional act and on the official texts."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from saralau.report.analysis import Analysis
from saralau.report.register import offence_records
from saralau.report.structure import structure_record

from ..conftest import CODES, EXAMPLES, ROOT, analysed, sample

SAMPLE = str(EXAMPLES / "sample-code.ru.html")
BEFORE = ("in-transmission-before-the-reform", "copied-by-two-before-the-reform")


@cache
def schema(name: str) -> Draft202012Validator:
    text = (ROOT / f"docs/schemas/{name}.json").read_text("utf-8")
    Draft202012Validator.check_schema(json.loads(text))
    return Draft202012Validator(json.loads(text))


def printed(*arguments: str) -> list[Any]:
    line = [sys.executable, "-m", "saralau.cli.main", *arguments]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    return [json.loads(row) for row in done.stdout.splitlines()]


def test_every_shape_as_printed(tmp_path: Path) -> None:
    for record in printed("offences", SAMPLE, "--json"):
        schema("offence-1").validate(record)
        assert record["basis"]["source"] == "sample-code.ru.html"
    schema("groups-1").validate(printed("classify", SAMPLE, "--json")[0])
    schema("agreement-1").validate(printed("classify", SAMPLE, "--compare", str(EXAMPLES / "lists.yaml"), "--json")[0])
    schema("structure-1").validate(printed("parse", SAMPLE, "--json")[0])
    schema("concordance-1").validate(printed("concordance", SAMPLE, SAMPLE, "--json")[0])
    for line in (("criminal-code", "205"), ("informatization",), ("informatization-2003", "12"), ("cis-cybercrime-2018",)):
        schema("descent-1").validate(printed("lineage", *line, "--json")[0])
    schema("alignment-1").validate(printed("align", SAMPLE, str(EXAMPLES / "sample-code.kk.md"), "--json")[0])
    for record in printed("cite", SAMPLE, "--json"):
        schema("citation-1").validate(record)
    paper = tmp_path / "paper.txt"
    paper.write_text("Статья 10 и часть 9 статьи 20, статья 5 Закона от 01.02.2020 № 3-I.", "utf-8")
    schema("audit-1").validate(printed("audit", str(paper), "--against", SAMPLE, "--since", "2020-01-01", "--json")[0])
    schema("graph-1").validate(printed("graph", SAMPLE, "--json")[0])
    library, address = str(tmp_path / "library"), "/akn/ra/act/code/2020-01-31/1-i"
    held = printed("add", SAMPLE, "--as", address, "--title", "О вещах", "--library", library, "--json")[0]
    schema("held-act-2").validate(held)
    record = tmp_path / "library/acts" / held["sha256"][:2] / f"{held['sha256']}.json"
    schema("held-act-2").validate(json.loads(record.read_text("utf-8")))
    cases = str(EXAMPLES / "cases")
    schema("pack-check-1").validate(printed("pack", "check", str(EXAMPLES / "packs"), "--json")[0])
    for name in ("skimmer-gang", "harm-of-whom-untold", "less-precise", "no-harm", "reconciled", "abroad", *BEFORE):
        schema("qualified-case-1").validate(printed("qualify", f"{cases}/{name}.yaml", "--json")[0])
    for address in ("188.2.4", "187", "206(2-1)"):
        schema("explained-1").validate(printed("explain", address, "--json")[0])
    given = tmp_path / "cases.csv"
    given.write_text("case,date,conduct\n1,2025-10-14,access\n", "utf-8")
    batch = printed("qualify", "--batch", str(given), "-o", str(tmp_path / "answers.csv"), "--json")[0]
    schema("qualified-table-1").validate(batch)
    for record in printed("cover", "budapest", "kz", "--json"):
        schema("coverage-1").validate(record)
    for record in printed("history", SAMPLE, "--json"):
        schema("event-1").validate(record)
    for record in printed("as-of", SAMPLE, "2022-06-01", "--json"):
        schema("standing-1").validate(record)
    (record,) = printed("diff", SAMPLE, SAMPLE, "--json")
    schema("diff-1").validate(record)
    (record,) = printed("stability", SAMPLE, "--adopted", "2015-01-01", "--json")
    schema("stability-1").validate(record)
    for record in printed("relevance", "207", "--json"):
        schema("relevance-1").validate(record)
    for record in printed("instruments", "kz", "--json"):
        schema("instrument-1").validate(record)
    for day in ("1996-01-01", "2010-01-01", "2026-01-09", "2035-01-01"):
        schema("told-timeline-1").validate(printed("timeline", "kz", "--on", day, "--json")[0])
    for record in printed("test", cases, "--json"):
        schema("case-test-1").validate(record)
    page = str(tmp_path / "page.html")
    schema("report-1").validate(printed("report", SAMPLE, "--before", SAMPLE, "-o", page, "--json")[0])
    schema("report-1").validate(printed("report", "-o", page, "--json")[0])


def whole(analysis: Analysis) -> None:
    for record in offence_records(analysis, quoting=True):
        schema("offence-1").validate(record)
    schema("structure-1").validate(structure_record(analysis.act))


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_fictional_act(language: str) -> None:
    whole(sample(language))


@pytest.mark.corpus
@pytest.mark.parametrize("code", CODES)
def test_the_official_texts(code: str) -> None:
    whole(analysed(code))


def test_a_shape_that_is_not_promised_is_refused() -> None:
    record = printed("offences", SAMPLE, "--json")[0]
    assert schema("offence-1").is_valid(record)
    assert not schema("offence-1").is_valid({**record, "more": 1})
    assert not schema("offence-1").is_valid({**record, "group": "IV"})
