"""The same tables from a cluster: two real nodes on this machine, one of which is killed while both work."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from saralau.corpus.analysis import cluster
from saralau.corpus.analysis.local import local
from saralau.corpus.analysis.running import run
from saralau.messages import InputError

from ..conftest import ROOT
from .analysing import CITING_OWN, LAW, OWN, OWN_PACK, many, plainly, small, table, text
from .cluster_run import SLOW

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="Ray is not installed: pip install saralau[cluster]"
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("cluster")
    pack = folder / "packs/own-things/works.json"
    pack.parent.mkdir(parents=True)
    pack.write_text(json.dumps(OWN_PACK, ensure_ascii=False), "utf-8")
    paths = os.pathsep.join([str(ROOT), *filter(None, (os.path.abspath(one) for one in sys.path))])  # noqa: PTH100
    command = [sys.executable, "-m", "tests.corpus.cluster_run", str(folder)]
    environment = {**os.environ, "PYTHONPATH": paths}
    environment.pop("RAY_ADDRESS", None)
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=240)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder, json.loads(done.stdout.strip().splitlines()[-1])


@needs_ray
def test_a_node_that_is_killed_costs_nothing(told: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    folder, happened = told
    assert len(set(happened["where"][: happened["killed"]])) == 2  # both had worked
    assert happened["lost"] in happened["where"][: happened["killed"]]
    assert happened["killed"] < SLOW  # and there was more to do
    assert (happened["first"]["texts"], happened["first"]["skipped"]) == (SLOW, 1)
    run(["stats", "terms"], many(SLOW), local(2), tmp_path)
    for name in ("stats", "terms", "terms_across"):
        assert_frame_equal(table(folder / "shared", name), table(tmp_path, name))


@needs_ray
def test_a_deadly_text_is_told_there_too(told: tuple[Path, dict[str, Any]]) -> None:
    skipped = table(told[0] / "shared", "skipped")
    assert skipped.select("analysis", "edition", "reason").rows() == [
        ("stats", "2001-01-01", "died"),
        ("terms", "2001-01-01", "died"),
    ]


@needs_ray
def test_texts_and_packs_travel(told: tuple[Path, dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = table(told[0] / "sent", "cite_graph")
    citing = found.filter(pl.col("edition") == "2003-01-01")
    assert citing.select("to_iri", "to_id", "to_address").rows() == [(OWN, "own-things", "2")]
    monkeypatch.setenv("SARALAU_PACKS", str(told[0] / "packs"))
    run(["cite-graph"], [*small(), text(CITING_OWN, LAW, "2003-01-01")], local(1), tmp_path)
    assert_frame_equal(found, table(tmp_path, "cite_graph"))


@needs_ray
def test_nothing_is_sent_home_and_nothing_is_left(told: tuple[Path, dict[str, Any]]) -> None:
    assert told[1]["usage"] is False
    assert told[1]["connected"] is False


@needs_ray
@pytest.mark.parametrize("address", ["127.0.0.1:1", "nowhere", "ray://127.0.0.1:1", "127.0.0.1:port"])
def test_no_cluster_is_one_sentence(address: str, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from saralau.corpus.analysis.cluster import ray_cluster\n"
        "from saralau.messages import InputError\n"
        "try:\n    list(ray_cluster(sys.argv[1])(iter(())))\n"
        "except InputError as flaw:\n    print(flaw.message, flaw.arguments['address'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code, address], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines() == [f"cluster-refused {address}"], done.stderr[-2000:]


def test_without_ray_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(InputError) as refusal:
        run(["stats"], many(1), cluster.ray_cluster(None), tmp_path)
    assert refusal.value.message == "cluster-absent"
    assert not (tmp_path / "stats").exists()
    run(["stats"], many(1), plainly, tmp_path)
