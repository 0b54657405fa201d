"""Questions in SQL: what they answer, and everything that they must not do, tried."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from saralau.cli.main import app
from saralau.corpus.analysis.registry import ANALYSES
from saralau.corpus.analysis.running import run
from saralau.corpus.analysis.sql import Limits, answer, tables_of
from saralau.messages import InputError

from ..cli.test_schemas import schema
from .analysing import CODE, LAW, plainly, small


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("it's a library") / "tables"  # with a quote in its path
    run(tuple(ANALYSES), small(), plainly, place)
    (place.parent / "secret.csv").write_text("a,b\n1,secret\n", "utf-8")
    return place


def asked(folder: Path, query: str, limits: Limits = Limits()) -> list[tuple[Any, ...]]:  # noqa: B008
    with answer(folder, query, limits) as answered:
        return list(answered.rows)


def test_tables_are_there_under_their_names(folder: Path) -> None:
    names = [name for name, _ in tables_of(folder)]
    assert names == ["amendments", "cite_graph", "offences", "skipped", "stability", "stats", "terms", "terms_across"]
    query = "SELECT s.iri, count(*) FROM stats s JOIN offences o USING (sha256) WHERE s.newest GROUP BY 1"
    assert asked(folder, query) == [(CODE, 2)]
    assert asked(folder, "WITH one AS (SELECT iri FROM stats) SELECT count(DISTINCT iri) FROM one") == [(3,)]
    assert asked(folder, "SELECT unnest(features) FROM offences WHERE newest AND address = '2.2'") == [
        ("prior_conspiracy",), ("unlawful_access",)
    ]  # fmt: skip


def tree(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.parent.rglob("*")}


STATEMENTS = (
    "DROP VIEW stats",
    "SELECT 1; DROP VIEW stats",
    "CREATE TABLE t AS SELECT 1",
    "INSERT INTO stats SELECT * FROM stats",
    "DELETE FROM stats",
    "UPDATE stats SET iri = ''",
    "COPY (SELECT 1) TO '{tables}/stats/000000.parquet'",
    "COPY stats TO '{folder}/out.csv'",
    "EXPORT DATABASE '{tables}/stats/out'",
    "ATTACH '{folder}/other.db'",
    "SET enable_external_access = true",
    "RESET lock_configuration",
    "PRAGMA database_list",
    "CALL pragma_version()",
    "INSTALL httpfs",
    "LOAD httpfs",
    "EXPLAIN ANALYZE SELECT 1",
    "PREPARE q AS SELECT 1",
    "CHECKPOINT",
    "USE memory",
    "",
    "   ;",
    "-- nothing",
)


@pytest.mark.parametrize("query", STATEMENTS)
def test_nothing_but_a_single_select(folder: Path, query: str) -> None:
    before = tree(folder)
    with pytest.raises(InputError) as refusal:
        asked(folder, query.format(tables=folder, folder=folder.parent).replace("it's", "it''s"))
    assert refusal.value.message == "sql-only-select"
    assert tree(folder) == before


OUTSIDE = (
    "SELECT * FROM read_csv('{folder}/secret.csv')",
    "SELECT * FROM '{folder}/secret.csv'",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/proc/self/environ')",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM read_text('{tables}/stats/../../secret.csv')",
    "SELECT * FROM read_text('{tables}/stats/_schema.json')",
    "SELECT * FROM read_parquet('{tables}/*/*.parquet')",
    "SELECT * FROM 'https://example.org/x.parquet'",
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    "SELECT * FROM read_json('/etc/hostname')",
    "SELECT (SELECT content FROM read_text('/etc/passwd'))",
    "WITH x AS (FROM read_text('/etc/passwd')) SELECT * FROM x",
    "SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')",
    "SELECT * FROM parquet_metadata('/etc/passwd')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
)


@pytest.mark.parametrize("query", OUTSIDE)
def test_no_file_and_no_address_beside_the_tables(folder: Path, query: str) -> None:
    place = str(folder.parent).replace("'", "''")
    with pytest.raises(InputError) as refusal:
        asked(folder, query.format(tables=f"{place}/tables", folder=place))
    assert refusal.value.message == "sql-outside", str(refusal.value)


WRONG = (
    "SELEC 1",
    "SELECT * FROM nothing",
    "SELECT nothing FROM stats",
    "SELECT iri::BIGINT FROM stats",
    "SELECT error('boom')",
    "SELECT getenv('HOME')",
    "SELECT * FROM read_duckdb('/etc/passwd')",
    "SELECT * FROM query('DROP VIEW stats')",
    "SELECT ' OR 1=1 --",
    "SELECT * FROM df",
)


@pytest.mark.parametrize("query", WRONG)
def test_a_wrong_question_gets_one_sentence(folder: Path, query: str) -> None:
    df = {"a": [1]}  # nothing of the program is seen by a question
    with pytest.raises(InputError) as refusal:
        asked(folder, query)
    assert df
    assert refusal.value.message in ("sql-wrong", "sql-outside")
    assert "\n" not in str(refusal.value)


def test_time_and_memory_are_limited(folder: Path) -> None:
    endless = "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % 7 = 3"
    with pytest.raises(InputError) as refusal:
        asked(folder, endless, Limits(seconds=0.3))
    assert refusal.value.message == "sql-too-long"
    large = "SELECT list(range) FROM range(300000000)"
    with pytest.raises(InputError) as refusal:
        asked(folder, large, Limits(megabytes=32))
    assert refusal.value.message == "sql-too-large"
    with (
        pytest.raises(InputError) as refusal,
        answer(folder, "SELECT * FROM range(100000000000)", Limits(seconds=0.3)) as answered,
    ):
        for _ in answered.rows:  # also while the answer is read
            pass
    assert refusal.value.message == "sql-too-long"


def test_no_tables_and_broken_ones_are_told(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(InputError) as refusal:
        asked(tmp_path, "SELECT 1")
    assert refusal.value.message == "sql-no-tables"
    with pytest.raises(InputError) as refusal:
        asked(tmp_path / "absent", "SELECT 1")
    assert refusal.value.message == "sql-no-tables"
    (tmp_path / "stats").mkdir()
    (tmp_path / "stats/000000.parquet").write_bytes(b"no parquet")
    with pytest.raises(InputError) as refusal:
        asked(tmp_path, "SELECT 1")
    assert refusal.value.message == "sql-table-broken"


runner = CliRunner()


def printed(*arguments: str) -> str:
    done = runner.invoke(app, ["--ui", "en", *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def english() -> Iterator[None]:
    from saralau.cli import speech

    before = list(speech._chosen)
    yield
    speech._chosen[:] = before


@pytest.mark.usefixtures("english")
def test_answers_as_lines_as_json_and_as_csv(folder: Path) -> None:
    place = ["--tables", str(folder)]
    query = 'SELECT address, features, deprivation_max AS months, "group", 1.5 AS half FROM offences WHERE newest ORDER BY address'
    rows = [json.loads(line) for line in printed("sql", query, *place, "--json").splitlines()]
    assert rows == [
        {"address": "2.1", "features": [], "months": 60, "group": None, "half": 1.5},
        {"address": "2.2", "features": ["prior_conspiracy", "unlawful_access"], "months": 96, "group": "II", "half": 1.5},
    ]
    table = list(csv.reader(io.StringIO(printed("sql", query, *place, "--csv"))))
    assert table[0] == ["address", "features", "months", "group", "half"]
    assert table[2] == ["2.2", "prior_conspiracy; unlawful_access", "96", "II", "1.5"]
    lines = printed("sql", query, *place).splitlines()
    assert lines[0].split() == ["address", "features", "months", "group", "half"]
    assert len(lines) == 4
    assert printed("sql", "SELECT 1 AS a, 2 AS a, 'NaN'::DOUBLE AS n", *place, "--json") == '{"a": 1, "a_1": 2, "n": null}\n'
    assert "offences(iri, language" in printed("sql", *place)
    assert json.loads(printed("sql", *place, "--json").splitlines()[0])["table"] == "amendments"


@pytest.mark.usefixtures("english")
def test_a_terminal_is_not_steered_by_a_text(folder: Path) -> None:
    shown = printed(
        "sql", "SELECT chr(27) || '[2J' || chr(10) || 'x' AS evil, repeat('y', 500) AS wide", "--tables", str(folder)
    )
    assert "\x1b" not in shown
    assert len(shown.splitlines()) == 3
    assert max(map(len, shown.splitlines())) < 80
    more = printed("sql", "SELECT * FROM range(500)", "--tables", str(folder))
    assert len(more.splitlines()) == 103
    assert "more than 100 rows" in more


def test_commands_refuse_what_contradicts_itself(tmp_path: Path) -> None:
    library = ["--library", str(tmp_path)]
    for arguments, message in (
        (["sql", "SELECT 1", "--json", "--csv", *library], "choose-one"),
        (["corpus", "stats", "--engine", "spark", *library], "choose-one"),
        (["corpus", "stats", "--address", "a:1", *library], "option-of-ray"),
        (["corpus", "stats", "--shared", *library], "option-of-ray"),
        (["corpus", "stats", *library], "library-absent"),
        (["sql", "SELECT 1", *library], "sql-no-tables"),
    ):
        done = runner.invoke(app, arguments)
        assert isinstance(done.exception, InputError)
        assert done.exception.message == message
        assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("english")
def test_a_library_from_adding_to_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from saralau.corpus.store.catalogue import open_store, writing
    from saralau.corpus.store.putting import put_all
    from saralau.corpus.units import Hints, read_text

    monkeypatch.setattr(os, "environ", os.environ.copy())
    readings = [
        (read_text(one.read(), "act.md", Hints(one.held.iri, "О вещах", one.held.edition, one.held.language)), one.read())
        for one in small()
    ]
    with open_store(tmp_path, write=True) as store, writing(store) as connection:
        put_all(connection, store, readings)
    library = ["--library", str(tmp_path)]
    told = json.loads(printed("corpus", "all", "--jobs", "1", "--json", *library))
    schema("corpus-run-1").validate(told)
    assert (told["texts"], told["skipped"], told["tables"]["stats"]) == (4, 0, 4)
    assert "4 rows" in printed("corpus", "stats", "--jobs", "1", *library)
    (row,) = [
        json.loads(line)
        for line in printed("sql", f"SELECT * FROM stability WHERE iri = '{CODE}'", *library, "--json").splitlines()
    ]
    assert (row["editions"], row["changed"]) == (2, 2)
    elsewhere = printed("corpus", "terms", "--jobs", "1", "-o", str(tmp_path / "else"), *library)
    assert str(tmp_path / "else") in elsewhere
    found = printed("sql", "SELECT DISTINCT iri FROM terms ORDER BY 1", "--tables", str(tmp_path / "else"), "--csv")
    assert found.split() == ["iri", CODE, LAW]
