"""Keeping the findings of a draft up with its text, in threads, so that the event loop never waits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlparse

from saralau.lsp.checking import Checked, check, check_article
from saralau.lsp.drafts import Draft
from saralau.lsp.reading import Reading, read_draft

T = TypeVar("T")
_QUICK = 0.05  # seconds: a pass that takes less runs at every keystroke
_PAUSE = 0.3  # seconds without a keystroke after which a longer one runs


@dataclass(frozen=True, slots=True)
class Workers:
    """Threads: one for what must be quick, others for what takes its time. `publish` is called with each new
    state of a draft, `complain` when its check fails.
    """

    quick: ThreadPoolExecutor
    slow: ThreadPoolExecutor
    publish: Callable[[Draft], None]
    complain: Callable[[Draft, BaseException], None]
    language: str


def follow(draft: Draft, workers: Workers) -> None:
    """Sees to it that the findings of the draft, whose text has just changed, are found; what runs already goes on."""
    draft.changed.set()
    if draft.following is None or draft.following.done():
        draft.following = asyncio.create_task(_followed(draft, workers))
        draft.following.add_done_callback(lambda task: _ended(task, draft, workers))


async def reading_of(draft: Draft, workers: Workers) -> Reading:
    """The draft as it is, read; one reading of a version serves all that ask for it."""
    if draft.reading is None or draft.reading_of != draft.version:
        loop = asyncio.get_running_loop()
        draft.reading_of = draft.version
        draft.reading = loop.run_in_executor(workers.slow, read_draft, draft.text, draft.name)
    return await asyncio.shield(draft.reading)


async def _followed(draft: Draft, workers: Workers) -> None:
    loop = asyncio.get_running_loop()
    while True:
        draft.changed.clear()
        version, last, dirty = draft.version, draft.checked, draft.dirty
        if last is not None and last.contents is not None and dirty is not None and draft.cost > _QUICK:
            given = draft.text.source, draft.name, dirty, last, workers.language
            found = await loop.run_in_executor(workers.quick, check_article, *given)
            if draft.version != version:
                continue
            if found is not None:
                draft.checked, draft.dirty = last._replace(found=found), None
            workers.publish(draft)
            if await _changed_within(draft, _PAUSE):
                continue
        begun = time.perf_counter()
        try:
            checked = await _unless_changed(draft, _checked(draft, workers, version))
        except Exception:
            if draft.version == version:
                raise
            continue  # it failed on a text that is gone: the one that came meanwhile is still to be checked
        if checked is None or draft.version != version:
            continue
        draft.cost = time.perf_counter() - begun
        draft.checked, draft.dirty, draft.hindered = checked, None, None
        workers.publish(draft)
        return


async def _checked(draft: Draft, workers: Workers, version: int) -> Checked | None:
    reading = await reading_of(draft, workers)

    def stale() -> bool:
        return draft.version != version

    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(workers.slow, check, reading, path_of(draft.uri), workers.language, stale)


async def _unless_changed(draft: Draft, work: Coroutine[Any, Any, T]) -> T | None:
    """What some work gives; None as soon as the text changes: threads cannot be stopped, but nothing waits for them."""
    working, change = asyncio.create_task(work), asyncio.create_task(draft.changed.wait())
    try:
        await asyncio.wait((working, change), return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        working.cancel()
        change.cancel()


async def _changed_within(draft: Draft, seconds: float) -> bool:
    try:
        await asyncio.wait_for(draft.changed.wait(), seconds)
    except TimeoutError:
        return False
    return True


def path_of(uri: str) -> Path | None:
    """The file of a document; None for one that is not on a disk."""
    parts = urlparse(uri)
    if parts.scheme != "file" or "\0" in unquote(parts.path):
        return None
    path = unquote(parts.path)
    return Path(path[1:] if path[2:3] == ":" else path)  # /C:/drafts/act.md


def _ended(task: asyncio.Task[None], draft: Draft, workers: Workers) -> None:
    if not task.cancelled() and (flaw := task.exception()) is not None:
        workers.complain(draft, flaw)
