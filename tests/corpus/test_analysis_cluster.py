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


@needs_ray
def test_a_node_that_is_killed_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = tmp_path / "packs/own-things/works.json"
    pack.parent.mkdir(parents=True)
    pack.write_text(json.dumps(OWN_PACK, ensure_ascii=False), "utf-8")
    happened = _on_a_cluster(tmp_path)

    assert len(set(happened["where"][: happened["killed"]])) == 2  # both had worked
    assert happened["lost"] in happened["where"][: happened["killed"]]
    assert happened["killed"] < SLOW  # and there was more to do
    assert (happened["first"]["texts"], happened["first"]["skipped"]) == (SLOW, 1)
    run(["stats", "terms"], many(SLOW), local(2), tmp_path / "local")
    for name in ("stats", "terms", "terms_across"):
        assert_frame_equal(table(tmp_path / "shared", name), table(tmp_path / "local", name))

    # A text with which its process dies is told there too.
    skipped = table(tmp_path / "shared", "skipped").select("analysis", "edition", "reason")
    assert skipped.rows() == [("stats", "2001-01-01", "died"), ("terms", "2001-01-01", "died")]

    # Texts and packs travel: the act that is cited is known by a pack alone, which the nodes did not have.
    sent = table(tmp_path / "sent", "cite_graph")
    citing = sent.filter(pl.col("edition") == "2003-01-01")
    assert citing.select("to_iri", "to_id", "to_address").rows() == [(OWN, "own-things", "2")]
    monkeypatch.setenv("SARALAU_PACKS", str(tmp_path / "packs"))
    run(["cite-graph"], [*small(), text(CITING_OWN, LAW, "2003-01-01")], local(1), tmp_path / "local")
    assert_frame_equal(sent, table(tmp_path / "local", "cite_graph"))

    assert happened["usage"] is False  # nothing is sent home
    assert happened["connected"] is False


def _on_a_cluster(folder: Path) -> dict[str, Any]:
    """In a process of its own, whatever Ray does to it."""
    paths = os.pathsep.join([str(ROOT), *filter(None, (os.path.abspath(one) for one in sys.path))])  # noqa: PTH100
    environment = {name: value for name, value in os.environ.items() if name not in ("RAY_ADDRESS", "SARALAU_PACKS")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.corpus.cluster_run", str(folder)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**environment, "PYTHONPATH": paths},
        timeout=240,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return told


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
    done = subprocess.run([sys.executable, "-c", code, address], check=False, capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines() == [f"cluster-refused {address}"], done.stderr[-2000:]


def test_without_ray_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(InputError) as refusal:
        run(["stats"], many(1), cluster.ray_cluster(None), tmp_path)
    assert refusal.value.message == "cluster-absent"
    assert not (tmp_path / "stats").exists()
    run(["stats"], many(1), plainly, tmp_path)
