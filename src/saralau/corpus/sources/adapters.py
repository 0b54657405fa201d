"""Adapters of others, found by the entry point group `saralau.sources`: what else a path can hold.

An adapter is a function of a path that gives `Item`, `Skipped` and `Aside` records, or None if the path is not of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from saralau.corpus.sources.folders import shown
from saralau.corpus.sources.model import Aside, Found, Item, Skipped, skipped

GROUP = "saralau.sources"


@cache
def _adapters() -> tuple[EntryPoint, ...]:
    return tuple(sorted(entry_points(group=GROUP), key=lambda found: found.name))


def adapted(path: Path) -> Iterator[Found] | None:
    """What the first adapter that knows a path finds there; None if none does. One that fails is named as skipped."""
    for adapter in _adapters():
        try:
            found = adapter.load()(path)
        except Exception as flaw:
            return iter([_failed(path, adapter, flaw)])
        if found is not None:
            return _careful(path, adapter, found)
    return None


def _careful(path: Path, adapter: EntryPoint, found: Iterator[Found]) -> Iterator[Found]:
    try:
        for one in found:
            if not isinstance(one, (Item, Skipped, Aside)):
                raise TypeError(type(one).__name__)  # noqa: TRY301
            yield one
    except Exception as flaw:
        yield _failed(path, adapter, flaw)


def _failed(path: Path, adapter: EntryPoint, flaw: Exception) -> Skipped:
    return skipped(
        shown(path), "source-adapter-failed", name=shown(path), adapter=adapter.name, why=flaw or type(flaw).__name__
    )
