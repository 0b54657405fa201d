"""Several machines: the same batches as tasks of Ray, which gives those of a machine that is lost to another.

Ray comes with the extra `cluster`. It is told to send nothing home and to open no page of its own.
"""

from __future__ import annotations

import os
import pickle
import socket
from collections.abc import Callable, Iterator, Mapping
from contextvars import Context, copy_context
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from saralau.corpus.analysis.local import Engine
from saralau.corpus.analysis.model import Batch, Done, Text
from saralau.corpus.analysis.titles import TitleBytes, TitleFile
from saralau.corpus.analysis.working import settle, singly, work
from saralau.messages import InputError
from saralau.packs import laid_over, load
from saralau.version import __version__

_RETRIES = 3  # of a batch whose process or machine is lost, by Ray, before its texts are tried one by one


def ray_cluster(address: str | None, *, shared: bool = False, jobs: int | None = None) -> Engine:
    """An engine on the cluster at an address, `host:port`; on a Ray that is started here for this run if there is none.

    `shared` tells that every machine sees the library's folder at the same path: then texts are read where they are worked
    on. Otherwise they are read here and sent. `jobs` is how many batches are on their way at most; twice the cluster's cores
    unless it is given. InputError if there is no Ray or no cluster, or if another version of Saralau answers.
    """
    return lambda batches: _run(iter(batches), address, jobs, shared=shared)


def _run(batches: Iterator[Batch], address: str | None, jobs: int | None, *, shared: bool) -> Iterator[Done]:
    ray = _ray()
    given = ray.is_initialized()  # by somebody who still needs it
    if not given:
        _connect(ray, address, jobs)
    try:
        yield from _work(ray, batches if shared else map(_loaded, batches), jobs)
    finally:
        if not given:
            ray.shutdown()


def _ray() -> Any:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
    except ModuleNotFoundError:
        raise InputError("cluster-absent") from None
    return ray


def _connect(ray: Any, address: str | None, jobs: int | None) -> None:
    where = address or os.environ.get("RAY_ADDRESS") or "local"
    here: dict[str, Any] = {"num_cpus": jobs, "include_dashboard": False} if where == "local" else {}
    try:
        if where not in ("local", "auto"):
            _knock(where)
        ray.init(address=where, log_to_driver=False, logging_level="ERROR", **here)
    except (ConnectionError, ValueError, RuntimeError, OSError) as refusal:
        raise InputError("cluster-refused", address=where, why=_first_line(refusal)) from None


def _knock(address: str) -> None:
    """Whether anybody listens there: Ray itself would wait for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    with socket.create_connection((host.strip("[]"), int(port)), timeout=_KNOCK):
        pass


_KNOCK = 5.0  # seconds


def _first_line(flaw: BaseException) -> str:
    return str(flaw).strip().partition("\n")[0] or type(flaw).__name__


def _work(ray: Any, batches: Iterator[Batch], jobs: int | None) -> Iterator[Done]:
    """Gives out batches and takes what comes of them, never more than a few at a time."""
    task = ray.remote(max_retries=_RETRIES, num_cpus=1)(_task)
    packs, titles = ray.put(_own_packs()), _Sent(ray)
    running: dict[Any, Batch] = {}
    again: list[Batch] = []
    while True:
        most = jobs or 2 * max(1, int(ray.cluster_resources().get("CPU", 1)))
        while len(running) < most and (batch := again.pop() if again else next(batches, None)) is not None:
            running[task.remote(replace(batch, titles=None), packs, titles.of(batch))] = batch
        if not running:
            return
        for ready in ray.wait(list(running), num_returns=1)[0]:
            batch = running.pop(ready)
            answer = _answer(ray, ready)
            if isinstance(answer, Done):
                yield replace(answer, batch=batch)
            elif len(batch.texts) > 1:
                again += reversed(singly(batch))
            else:
                yield Done(batch, {}, {}, died=answer)


def _answer(ray: Any, ready: Any) -> Done | str:
    """What came of a task; why it did not live if every attempt was lost with its process or machine."""
    lost = (
        ray.exceptions.WorkerCrashedError,
        ray.exceptions.NodeDiedError,
        ray.exceptions.LocalRayletDiedError,
        ray.exceptions.ObjectLostError,
        ray.exceptions.OutOfMemoryError,
    )
    try:
        version, done = ray.get(ready)
    except lost as flaw:
        return type(flaw).__name__
    except ray.exceptions.RayError as flaw:
        raise InputError("cluster-failed", why=_last_line(flaw)) from None
    if version != __version__:
        raise InputError("cluster-version", theirs=version, ours=__version__)
    assert isinstance(done, Done)  # `_task` gives nothing else
    return done


def _last_line(flaw: BaseException) -> str:
    """The error itself, behind the lines that tell where it arose."""
    return str(flaw).strip().rpartition("\n")[2] or type(flaw).__name__


class _Sent:
    """The titles of a run, sent once: no other machine sees their file."""

    def __init__(self, ray: Any) -> None:
        self.ray, self.kept = ray, dict[Any, Any]()

    def of(self, batch: Batch) -> Any:
        """What a task gets for the titles of a batch; None if it has none."""
        titles = batch.titles
        if isinstance(titles, TitleFile) and titles not in self.kept:
            self.kept[titles] = self.ray.put(titles.content())
        return self.kept.get(titles)


def _task(batch: Batch, packs: bytes, titles: bytes | None) -> tuple[str, Done]:
    """What runs on a machine of the cluster; the texts stay there, only rows go back."""
    batch = batch if titles is None else replace(batch, titles=TitleBytes(titles))
    done = _context(packs).run(work, batch, _node)
    return __version__, replace(done, batch=replace(batch, texts=(), titles=None))


def _node() -> str:
    import ray

    return str(ray.get_runtime_context().get_node_id())


@cache
def _context(packs: bytes) -> Context:
    """The context in which the packs of the one who asks are laid over those of the machine, once for a process."""
    settle()
    context = copy_context()
    context.run(laid_over(pickle.loads(packs)).__enter__)  # noqa: S301  # nosec B301  # from the one who gives the tasks themselves
    return context


def _own_packs() -> bytes:
    """The user's packs (`SARALAU_PACKS`), which no other machine has."""
    roots = [Path(root) for root in os.environ.get("SARALAU_PACKS", "").split(os.pathsep) if root]
    names = {
        str(path.relative_to(root).with_suffix("")).replace(os.sep, "/")
        for root in roots
        for path in root.rglob("*")
        if path.suffix in (".yaml", ".yml", ".json")
    }
    packs: Mapping[str, Any] = {name: load(name) for name in sorted(names)}
    return pickle.dumps(packs)


@dataclass(frozen=True, slots=True)
class _Content:
    """A text that was read already."""

    content: bytes

    def __call__(self) -> bytes:
        return self.content


@dataclass(frozen=True, slots=True)
class _Refused:
    """A text that could not be read: says so where it is worked on, as one that is read there would."""

    message: str
    arguments: Mapping[str, str]

    def __call__(self) -> bytes:
        raise InputError(self.message, **self.arguments)


def _loaded(batch: Batch) -> Batch:
    """The same batch with its texts in it."""
    return replace(batch, texts=tuple(map(_load, batch.texts)))


def _load(text: Text) -> Text:
    read: Callable[[], bytes]
    try:
        read = _Content(text.read())
    except InputError as flaw:
        read = _Refused(flaw.message, flaw.arguments)
    return text._replace(read=read)
