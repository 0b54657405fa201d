"""The commands about definitions and causes: what they print for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..conftest import CORPUS, EXAMPLES
from ..history.test_causes import ACT
from .test_commands import LANGUAGES, saralau
from .test_schemas import printed, schema

SAMPLE = str(EXAMPLES / "sample-code.ru.html")


@pytest.fixture
def law(tmp_path: Path) -> str:
    (tmp_path / "law.md").write_text(ACT, "utf-8")
    return str(tmp_path / "law.md")


def test_for_programs(law: str) -> None:
    records = printed("definitions", law, SAMPLE, "--json")
    for record in records:
        schema("definition-1").validate(record)
    assert [(r["at"], r["term"]["words"], r["kind"]) for r in records[:2]] == [
        ("1..1", "улей", "unknown"),
        ("1..2", "сайт", "technical"),
    ]
    (alone,) = printed("causes", law, "--json")
    schema("causes-1").validate(alone)
    assert alone["compared"] is None
    (beside,) = printed("causes", law, "--against", SAMPLE, "--json")
    schema("causes-1").validate(beside)
    assert {verdict["speaks"] for verdict in beside["compared"]["verdicts"]} == {"too_few"}


@LANGUAGES
def test_for_people(ui: str, law: str) -> None:
    done = saralau("--ui", ui, "causes", law, "--against", SAMPLE)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("50.0 %" if ui == "en" else "50,0 %") in done.stdout  # one technical term of two
    done = saralau("--ui", ui, "definitions", law)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1(2)" in done.stdout


def test_the_output_warns_of_reworded_articles(law: str) -> None:
    assert "begins anew" in saralau("--ui", "en", "causes", law).stdout


def test_a_language_that_is_not_encoded(tmp_path: Path) -> None:
    (tmp_path / "act.md").write_text(
        "§ 1 Begriffe\n\n(1) Ein Haus ist ein Bau im Sinne des Gesetzes und der Verordnung.\n", "utf-8"
    )
    for command in ("definitions", "causes"):
        done = saralau("--ui", "en", command, str(tmp_path / "act.md"))
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1


@pytest.mark.corpus
def test_the_official_texts() -> None:
    files = [str(file) for file in sorted((CORPUS / "kz").iterdir())]
    for record in printed("definitions", *files, "--json"):
        schema("definition-1").validate(record)
    for record in printed("causes", *files, "--against", str(CORPUS / "kz/criminal-code.ru.2025.html"), "--json"):
        schema("causes-1").validate(record)


@pytest.mark.corpus
def test_the_paper_s_claim_on_the_law_of_2015() -> None:
    """docs/terms.md tells this; the counts were checked in the text."""
    texts = [str(CORPUS / "kz" / name) for name in ("informatization-law.ru.2026.html", "criminal-code.ru.2025.html")]
    (record,) = printed("causes", texts[0], "--against", texts[1], "--json")
    said = {verdict["indicator"]: verdict["speaks"] for verdict in record["compared"]["verdicts"]}
    assert said == {
        "laws": "against", "articles": "undecided", "wide_laws": "for", "short_notice_laws": "undecided", "technical": "for",
        "technical_or_mixed": "for", "technology": "for", "definitions": "for", "definitions_by_unit": "undecided",
        "definitions_by_article": "for",
    }  # fmt: skip
    assert json.dumps(record["announced"]) == '{"changes": 98, "laws": 1}'
