"""Analyses of a whole library: what they count, whatever counts it; what is left out, and what stays when a run ends badly."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from saralau.acts import parse_act
from saralau.citations import Contents, Shelf, cited_in_act
from saralau.citations.resolving import expanded, resolve
from saralau.corpus.analysis import tables, working
from saralau.corpus.analysis.holdings import texts_of
from saralau.corpus.analysis.local import local
from saralau.corpus.analysis.model import Column, Text
from saralau.corpus.analysis.registry import ANALYSES, all_tables
from saralau.corpus.analysis.running import run
from saralau.corpus.analysis.subject import subject_of
from saralau.corpus.model import Held
from saralau.documents import read
from saralau.messages import InputError

from ..cli.test_schemas import schema
from ..conftest import CODE_2020, CODE_2025, CODE_KK, CORPUS, ROOT, analysed
from .analysing import CODE, LAW, TREATY, Deadly, Failing, many, plainly, small, table, text

EVERY = tuple(ANALYSES)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    summary = run(EVERY, small(), plainly, folder)
    assert (summary.texts, summary.skipped) == (4, 0)
    return folder


def test_stats_count_what_there_is(written: Path) -> None:
    rows = {(row["iri"], row["edition"]): row for row in table(written, "stats").to_dicts()}
    old, new, law, treaty = (
        rows[CODE, "2021-03-05"],
        rows[CODE, "2022-04-06"],
        rows[LAW, "2020-01-31"],
        rows[TREATY, "2001-05-06"],
    )
    told = ("articles", "excluded", "parts", "points", "offences", "cyber", "group_2", "definitions", "notes", "amendments")
    assert [old[name] for name in told] == [4, 0, 2, 4, 2, 1, 1, 2, 1, 1]
    assert [new[name] for name in told] == [5, 1, 2, 4, 2, 1, 1, 2, 1, 1]
    assert (law["references"], law["references_out"], law["offences"], law["cyber"]) == (8, 7, 0, 0)
    assert (old["newest"], new["newest"], old["bytes"]) == (False, True, len(small()[0].read()))
    # Nobody has encoded how German threatens and defines: that is not nothing.
    unknown = ("offences", "cyber", "cyber_own", "group_1", "group_2", "group_3", "definitions")
    assert [treaty[name] for name in unknown] == [None] * 7
    assert treaty["articles"] == 1


def test_the_graph_tells_what_stands_at_the_other_end(written: Path) -> None:
    found = table(written, "cite_graph").filter(pl.col("iri") == LAW, ~pl.col("own")).select(
        "from_address", "to_iri", "to_address", "count", "in_hand", "status", "found"
    )  # fmt: skip
    assert found.rows() == [
        ("1.1", CODE, "2.1", 1, True, "exists", "2.1"),
        ("1.1", CODE, "3", 1, True, "excluded", "3"),  # in the newest text; in the one before it stands
        ("1.1", CODE, "6", 1, True, "dead", None),
        ("1.2", "/akn/kz/act/law/2015-11-24/418-v", "5", 1, False, "not_in_hand", None),
        ("1.3", CODE, None, 1, True, "exists", None),
        ("1.3", CODE, "2.2.1", 1, True, "exists", "2.2.1"),
        ("1.3", CODE, "3", 1, True, "excluded", "3"),
    ]
    own = table(written, "cite_graph").filter(
        pl.col("iri") == CODE, pl.col("edition") == "2022-04-06", pl.col("from_address") == "4"
    )
    assert own.select("to_address", "own", "status").rows() == [("2.2", True, "exists"), ("9", True, "dead")]


def test_an_offence_is_a_row_with_its_bounds(written: Path) -> None:
    first, second = table(written, "offences").filter(pl.col("newest")).to_dicts()
    assert (first["address"], first["own"], first["group"], first["ict"]) == ("2.1", True, None, [])
    assert (first["fine_min"], first["fine_max"], first["deprivation_min"], first["deprivation_max"]) == (None, 200, 24, 60)
    assert (second["address"], second["extends"], second["group"], second["group_own"]) == ("2.2", ["2.1"], "II", True)
    assert (second["features"], second["ict"]) == (["prior_conspiracy", "unlawful_access"], ["unlawful_access"])
    assert (second["deprivation_min"], second["deprivation_max"], second["confiscation"]) == (36, 96, "obligatory")
    kinds = [(one["kind"], one["principal"], one["min"], one["max"], one["unit"]) for one in second["punishments"]]
    assert kinds == [("deprivation", True, 3, 8, "years"), ("confiscation", False, None, None, None)]


def test_terms_are_one_across_acts_whatever_their_forms(written: Path) -> None:
    law = table(written, "terms").filter(pl.col("iri") == LAW)
    assert law.select("term", "alias", "address").rows() == [("вещи", False, "2..1"), ("сеть", False, "2..2")]
    across = {row["term"]: row for row in table(written, "terms_across").to_dicts()}
    thing = across.get("вещь") or across["вещи"]
    assert (thing["acts"], thing["definitions"], thing["meanings"]) == (2, 2, 1)  # singular and plural of the same
    assert (across["сеть"]["acts"], across["сеть"]["meanings"]) == (2, 2)  # a network of things, and one of machines
    assert across["сеть"]["iris"] == [CODE, LAW]
    assert across["сеть вещей"]["acts"] == 1


def test_stability_tells_notes_and_editions(written: Path) -> None:
    rows = {row["iri"]: row for row in table(written, "stability").to_dicts()}
    told = ("editions", "first", "last", "articles", "amendments", "amending_acts", "articles_amended", "last_amended")
    assert [rows[CODE][name] for name in told] == [2, "2021-03-05", "2022-04-06", 5, 1, 1, 1, "2021-03-05"]
    # Articles 2 and 3 read otherwise, 5 came; in article 4 only a blank is new.
    assert [rows[CODE][name] for name in ("changed", "added", "removed", "articles_changed")] == [2, 1, 0, 2]
    assert [rows[LAW][name] for name in ("editions", "amendments", "changed", "added")] == [1, 0, None, None]
    assert table(written, "amendments").rows() == [(CODE, "ru", 2021, 1, 1, 1)]


def test_an_article_that_goes_and_comes_back_is_removed_and_added(tmp_path: Path) -> None:
    with_two = "### Статья 1. Первая\n\nПервое.\n\n### Статья 2. Вторая\n\nВторое.\n"
    editions = [text(words, LAW, day) for words, day in (
        (with_two, "2020-01-31"), ("### Статья 1. Первая\n\nПервое.\n", "2021-01-01"), (with_two + "\n", "2022-01-01")
    )]  # fmt: skip
    run(["stability"], editions, plainly, tmp_path)
    row = table(tmp_path, "stability").to_dicts()[0]
    assert [row[name] for name in ("editions", "changed", "added", "removed")] == [3, 0, 1, 1]


def test_every_column_is_documented_and_described(written: Path) -> None:
    page = (ROOT / "docs/analysis.md").read_text("utf-8")
    for one in all_tables():
        assert f"### `{one.name}`" in page
        told = json.loads((written / one.name / "_schema.json").read_text("utf-8"))
        schema("table-1").validate(told)
        assert told["table"] == one.name
        assert [column["name"] for column in told["columns"]] == table(written, one.name).columns
        for column in one.columns:
            fields = () if isinstance(column.type, str) else column.type
            for line in (column, *(Column(f"{column.name}.{field.name}", *field[1:]) for field in fields)):
                kind = line.type if isinstance(line.type, str) else "list of records"
                assert f"| `{line.name}` | {kind} | {line.meaning} |" in page


def test_the_same_rows_in_the_same_order_whatever_counts(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [*small(), *many(9)]
    run(EVERY, texts, plainly, tmp_path / "plain")
    monkeypatch.setattr(working, "BATCH_TEXTS", 3)
    for jobs in (1, 3):
        told: list[str] = []
        summary = run(EVERY, iter(texts), local(jobs), tmp_path / str(jobs), lambda done, told=told: told.append(done.where))
        assert (summary.texts, len(told)) == (13, 5)
        assert len(set(told)) == jobs
        for one in all_tables():
            assert_frame_equal(table(tmp_path / "plain", one.name), table(tmp_path / str(jobs), one.name))
    assert len(list((tmp_path / "3/stats").glob("*.parquet"))) == 1  # of five batches


def test_a_death_costs_its_text_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "BATCH_TEXTS", 4)
    good = many(8)
    bad = [text(Deadly(), LAW, "2001-01-01"), text(Failing(), LAW, "2002-01-01"), text("Записка.", LAW, "2003-01-01")]
    texts = [*good[:2], bad[0], *good[2:5], bad[1], *good[5:], bad[2]]
    summary = run(["stats", "terms"], texts, local(2), tmp_path)
    assert (summary.texts, summary.skipped, summary.rows["stats"]) == (8, 3, 8)
    assert table(tmp_path, "stats")["iri"].to_list() == [one.held.iri for one in good]
    skipped = table(tmp_path, "skipped").filter(pl.col("analysis") == "stats").sort("edition")
    assert skipped["reason"].to_list() == ["died", "failed", "act-without-articles"]
    assert "-9" in skipped["details"][0]
    assert "ZeroDivisionError" in skipped["details"][1]
    # Another analysis leaves these rows alone, the same one replaces them.
    run(["stability"], good, plainly, tmp_path)
    assert table(tmp_path, "skipped").height == 6
    run(["stats"], good, plainly, tmp_path)
    assert set(table(tmp_path, "skipped")["analysis"]) == {"terms"}


_UNGUARDED = """
import sys
from pathlib import Path
from tests.corpus.analysing import many
from saralau.corpus.analysis.local import local
from saralau.corpus.analysis.running import run

# Nothing says that this is the main program: the process that is started begins it anew, and fails.
run(["stats"], many(3), local(1), Path(sys.argv[1]))
"""


def test_processes_that_cannot_begin_are_not_blamed_on_texts(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(_UNGUARDED, "utf-8")
    paths = os.pathsep.join([str(ROOT), *filter(None, (os.path.abspath(one) for one in sys.path))])  # noqa: PTH100
    command = [sys.executable, str(script), str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": paths})
    assert done.returncode == 1
    assert "The processes that read texts cannot begin (exit code 1)" in done.stderr.splitlines()[-1]
    assert not (tmp_path / "stats").exists()


def test_no_rows_are_a_table_too(tmp_path: Path) -> None:
    summary = run(EVERY, [], plainly, tmp_path)
    assert summary.texts == 0
    for one in all_tables():
        assert table(tmp_path, one.name).columns == [column.name for column in one.columns]
        assert table(tmp_path, one.name).height == 0


def test_a_run_that_ends_badly_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["stats"], small(), plainly, tmp_path)
    before = table(tmp_path, "stats")

    def full(run_folder: Path, name: str, part: str, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(InputError) as refusal:
        patch.setattr("saralau.corpus.analysis.running.write_part", full)
        run(["stats"], many(3), plainly, tmp_path)
    assert refusal.value.message == "output-refused"
    assert "No space left" in str(refusal.value)

    def broken(batches: object) -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(["stats"], many(3), broken, tmp_path)  # type: ignore[arg-type]
    assert_frame_equal(table(tmp_path, "stats"), before)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "skipped", "stats"]


def test_two_runs_do_not_write_at_once(tmp_path: Path) -> None:
    with tables.writing(tmp_path), pytest.raises(InputError) as refusal:
        run(["stats"], small(), plainly, tmp_path)
    assert refusal.value.message == "tables-busy"
    assert str(os.getpid()) in str(refusal.value)
    run(["stats"], small(), plainly, tmp_path)


def test_a_system_that_cannot_exchange_folders_gets_the_new_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["stats"], small(), plainly, tmp_path)
    monkeypatch.setattr(tables, "_exchange", lambda one, other: False)
    run(["stats"], many(2), plainly, tmp_path)
    assert table(tmp_path, "stats").height == 2


_SLOWLY = """
import sys, time
from pathlib import Path
from tests.corpus.analysing import many, text, LAW
from saralau.corpus.analysis import working
from saralau.corpus.analysis.local import local
from saralau.corpus.analysis.running import run
from saralau.corpus.analysis.subject import subject_of
from tests.corpus.test_analysis import Sleeping

if __name__ == "__main__":
    working.BATCH_TEXTS = 2
    texts = [*many(4), text(Sleeping(), LAW, "2024-01-01"), text(Sleeping(), LAW, "2024-01-02"), text(Sleeping(), LAW, "2024-01-03")]
    run(["stats"], texts, local(2), Path(sys.argv[1]), lambda done: print(done.where, flush=True))
"""


class Sleeping:
    """A text that takes its time."""

    def __call__(self) -> bytes:
        time.sleep(2)
        return "### Статья 1. Сон\n\nВещь спит.\n".encode()


def test_a_run_that_is_killed_leaves_readable_tables_and_no_process(tmp_path: Path) -> None:
    run(["stats"], small(), plainly, tmp_path)
    script = tmp_path / "slowly.py"
    script.write_text(_SLOWLY, "utf-8")
    paths = os.pathsep.join([str(ROOT), *filter(None, (os.path.abspath(one) for one in sys.path))])  # noqa: PTH100
    command = [sys.executable, str(script), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        assert list(tmp_path.glob(".run-*/stats/*.parquet"))
        process.send_signal(signal.SIGKILL)
    assert table(tmp_path, "stats").height == 4
    for _ in range(200):
        if not Path(f"/proc/{worker}").exists() or "\nState:\tZ" in Path(f"/proc/{worker}/status").read_text():
            break
        time.sleep(0.05)
    else:
        pytest.fail("a worker lives on without the one who gives it work")
    run(["stats"], many(3), plainly, tmp_path)
    assert table(tmp_path, "stats").height == 3
    assert not list(tmp_path.glob(".run-*"))


def _of_corpus() -> list[Text]:
    """The texts of the library of the official texts that know which act they are."""
    from saralau.corpus.units import read_text

    names = (CODE_KK, CODE_2020, CODE_2025, *(f"kz/{name}" for name in (
        "digital-code.ru.2026.html", "electronic-document-law.ru.2010.md", "informatization-law.ru.2007.md", "informatization-law.ru.2026.html",
    )))  # fmt: skip
    held = [(read_text((CORPUS / name).read_bytes(), name).held, CORPUS / name) for name in names]
    return [Text(one, path.stat().st_size, path.read_bytes) for one, path in sorted(held, key=lambda pair: _order(pair[0]))]


def _order(held: Held) -> tuple[str, ...]:
    return held.iri, held.language, held.edition, held.sha256


@pytest.mark.corpus
def test_official_texts_give_what_the_other_rooms_give(tmp_path: Path) -> None:
    texts = _of_corpus()
    run(["stats", "offences", "cite-graph"], texts, plainly, tmp_path)
    stats = {row["name"]: row for row in table(tmp_path, "stats").to_dicts()}
    for name in (CODE_2020, CODE_2025, CODE_KK):
        whole, row = analysed(name), stats[name]
        assert row["offences"] == len(whole.offences.items)
        assert row["cyber"] == len(whole.placements)
        assert row["amendments"] == len(whole.amendments)
        sha256 = next(one.held.sha256 for one in texts if one.held.name == name)
        found = table(tmp_path, "offences").filter(pl.col("sha256") == sha256)
        assert found["address"].to_list() == [one.address.short for one in whole.offences.items]
        assert dict(found.drop_nulls("group").select("address", "group").iter_rows()) == {
            one.offence.address.short: one.group.value for one in whole.placements
        }
    # The graph is judged as `resolve` judges, reference by reference, with the same texts on the shelf.
    graph = table(tmp_path, "cite_graph")
    acts = {one.held.sha256: parse_act(read(CORPUS / one.held.name)) for one in texts}
    shelf = Shelf(tuple((one.held.iri, f"{one.held.edition} {one.held.sha256}", acts[one.held.sha256]) for one in texts))
    for one in texts:
        home = Contents(acts[one.held.sha256])
        cited = cited_in_act(home.act, "kz", one.held.edition, notes=False)
        inside = [not each.unknown and (each.work is None or each.work.iri == one.held.iri) for each in cited]
        own = [each for each, so in zip(cited, inside, strict=True) if so]
        others = [each for each, so in zip(cited, inside, strict=True) if not so]
        judged = [home.resolve(each) for each in (*own, *(each for each in expanded(own, home) if each.between))]
        expected = Counter(each.status for each in (*judged, *resolve(others, shelf, None, home)))
        counted = graph.filter(pl.col("sha256") == one.held.sha256).group_by("status").agg(pl.col("count").sum())
        assert dict(counted.iter_rows()) == expected


_CITING = """### Статья 1. Ссылки

{references}
"""
_CITED = (
    "пункт 2 статьи 2 Уголовного кодекса Республики Казахстан",  # its parts, called points
    "часть первая статьи 1 Уголовного кодекса Республики Казахстан",  # an article without parts has one
    "часть вторая статьи 1 Уголовного кодекса Республики Казахстан",  # a point, called a part
    "пункт 2) части первой статьи 1 Уголовного кодекса Республики Казахстан",
    "пункт 7) части второй статьи 2 Уголовного кодекса Республики Казахстан",
    "глава 1 Уголовного кодекса Республики Казахстан",
    "глава 8 Уголовного кодекса Республики Казахстан",
    "статья 3-1 Уголовного кодекса Республики Казахстан",
    "статья 300 Уголовного кодекса Республики Казахстан",
    "примечание к статье 1 Уголовного кодекса Республики Казахстан",
    "примечание к статье 2 Уголовного кодекса Республики Казахстан",
    "статья 40 Закона Республики Казахстан от 24.11.2015 № 418-V",  # of which articles 1 and 90 are in hand
    "статья 2 Закона Республики Казахстан от 24.11.2015 № 418-V",
    "статья 9 Закона Республики Казахстан от 01.02.2003 № 9-II",
    "статья 5 закона",
)


@pytest.mark.parametrize("reference", _CITED)
def test_a_reference_to_another_act_is_judged_as_it_is_one_by_one(tmp_path: Path, reference: str) -> None:
    noted = "### Статья 1. Вещь\n\nВещь.\n\n1) одна;\n\n2) другая.\n\nПримечание. Вещь не человек.\n\n"
    code = text(
        "## Глава 1. Общее\n\n" + noted + "### Статья 2. Две\n\n1. Раз.\n\n2. Два.\n\n### Статья 3. Три\n\nТри.\n",
        CODE,
        "2020-01-01",
    )
    part = text(
        "### Статья 1. Первая\n\nПервая.\n\n### Статья 90. Последняя\n\nПоследняя.\n",
        "/akn/kz/act/law/2015-11-24/418-v",
        "2020-01-01",
    )
    law = text(_CITING.format(references=f"По этому: {reference}."), LAW, "2020-01-31")
    run(["cite-graph"], [code, part, law], plainly, tmp_path)
    shelf = Shelf(tuple((one.held.iri, one.held.edition, subject_of(one.read(), one.held).act) for one in (code, part)))
    subject = subject_of(law.read(), law.held)
    judged = resolve(subject.citations, shelf, None, subject.contents)
    assert judged
    found = table(tmp_path, "cite_graph").filter(pl.col("iri") == LAW)
    assert found.select("status", "reason").rows() == [(one.status, one.reason) for one in judged]
    assert found["found"].to_list() == [
        one.address.short if one.address and one.status in ("exists", "excluded") else None for one in judged
    ]


def test_a_library_gives_its_texts_in_order_with_the_newest_marked(tmp_path: Path) -> None:
    from saralau.corpus.store.catalogue import open_store, writing
    from saralau.corpus.store.putting import put_all
    from saralau.corpus.store.records import text_place
    from saralau.corpus.units import Hints, read_text

    days = {"2020-01-31": "Первое", "2021-02-03": "Второе", "2022-03-04": "Третье"}
    contents = [f"### Статья 1. Вещь\n\n{words}.\n".encode() for words in days.values()]
    readings = [
        read_text(content, "act.md", Hints(LAW, "О вещах", day, "ru")) for content, day in zip(contents, days, strict=True)
    ]
    with open_store(tmp_path, write=True) as store, writing(store) as connection:
        put_all(connection, store, list(zip(readings, contents, strict=True)))
    found = list(texts_of(tmp_path))
    assert [(one.held.edition, one.newest) for one in found] == [(day, day == "2022-03-04") for day in days]
    assert [one.read() for one in found] == contents
    assert [one.size for one in found] == list(map(len, contents))
    text_place(tmp_path, found[0].held.sha256).write_bytes(b"other")
    text_place(tmp_path, found[1].held.sha256).unlink()
    summary = run(["stats"], texts_of(tmp_path), plainly, tmp_path / "tables")
    assert (summary.texts, summary.skipped) == (1, 2)
    assert table(tmp_path / "tables", "skipped")["reason"].to_list() == ["library-text", "file-refused"]
