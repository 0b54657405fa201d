"""Run by the tests: a real cluster of two nodes on this machine, of which one is killed while it works.

Prints what happened as JSON; the tables lie in the folder given. Two analyses: by a cluster that sees the texts' folder,
one node of which goes; by what is left of it, to which texts and packs are sent.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from saralau.corpus.analysis import cluster, working
from saralau.corpus.analysis.model import Done
from saralau.corpus.analysis.running import run

from .analysing import CITING_OWN, LAW, Deadly, Words, many, small, text

SLOW = 12


@dataclass(frozen=True, slots=True)
class Slowly:
    """A text that takes its time, so that the node that is killed is at work."""

    words: Words

    def __call__(self) -> bytes:
        time.sleep(0.25)
        return self.words()


def main(folder: Path) -> None:
    """Both analyses, and what they tell."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray
    from ray._common.usage.usage_lib import usage_stats_enabled
    from ray.cluster_utils import Cluster

    node = {"num_cpus": 1, "object_store_memory": 80_000_000}
    nodes = Cluster(initialize_head=True, head_node_args={**node, "include_dashboard": False})
    other = nodes.add_node(**node)
    working.BATCH_TEXTS = 1
    cluster._RETRIES = 1
    where: list[str] = []
    killed = 0

    def told(done: Done) -> None:
        nonlocal killed
        where.append(done.where)
        if not killed and len(set(where)) == 2 and len(where) >= SLOW // 3:
            nodes.remove_node(other, allow_graceful=False)
            killed = len(where)

    slow = [one._replace(read=Slowly(one.read)) for one in many(SLOW) if isinstance(one.read, Words)]
    slow = [one._replace(read=Slowly(one.read)) for one in many(SLOW) if isinstance(one.read, Words)]
    deadly = text(Deadly(), LAW, "2001-01-01")
    first = run(
        ["stats", "terms"], [*slow, deadly], cluster.ray_cluster(nodes.address, shared=True), folder / "shared", told
    )
    os.environ["SARALAU_PACKS"] = str(folder / "packs")  # the nodes have begun: they do not inherit it
    second = run(
        ["cite-graph"], [*small(), text(CITING_OWN, LAW, "2003-01-01")], cluster.ray_cluster(nodes.address), folder / "sent"
    )
    print(json.dumps({
        "first": first._asdict(), "second": second._asdict(), "where": where, "killed": killed, "lost": other.node_id,
        "usage": usage_stats_enabled(), "connected": ray.is_initialized(),
    }))  # fmt: skip
    nodes.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
