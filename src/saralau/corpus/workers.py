"""Work on texts in processes of their own: what comes in order goes out in order, and a text that kills its process costs
nothing but itself.

Each process is held to a time and to memory. Two texts are given to it at once, so that it need not wait for the next.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import queue
import resource
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, NamedTuple, TypeVar

from saralau.messages import InputError

Given = TypeVar("Given")
Got = TypeVar("Got")
_EACH = 2  # tasks that a process has at once
_AHEAD = 256  # tasks done out of their order that are kept
_HEAVY = 128 * 2**20  # bytes that wait in tasks and in results
_PATIENCE = 20.0  # seconds beyond the limit after which a process that does not answer is ended
_STARTS = 3  # processes that die before they began anything


@dataclass(frozen=True, slots=True)
class Limits:
    """What one text may take: seconds, and bytes of memory that its process may have."""

    seconds: float = 120.0
    memory: int = 4 * 2**30


class Failure(NamedTuple):
    """Why there is no result: a message and its variables."""

    reason: str
    details: dict[str, str]


class Lost(NamedTuple):
    """A task whose process died of it."""

    task: Any
    failure: Failure


class Settled(NamedTuple):
    """What needs no work and only keeps its place in the order."""

    value: Any


class _TooLong(BaseException):
    """Time is up. No kind of error that somebody on the way might take for his own."""


@dataclass(slots=True)
class _Hand(Generic[Given]):
    """A process with its tasks, the first of which it is at, since when, and whether it has begun at all."""

    process: BaseProcess
    line: Connection
    given: deque[tuple[int, Given]] = field(default_factory=deque)
    since: float = 0.0
    ready: bool = False


def in_order(
    work: Callable[[Given], Got],
    tasks: Iterator[Given | Settled],
    jobs: int,
    limits: Limits,
    weight: Callable[[Any], int] = lambda one: 0,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Got | Lost | Any]:
    """The results of `work` in the order of the tasks. `work` and the tasks go to other processes, results come back; an
    error that `work` does not turn into a result is the end of its process. None is begun before there is a task for it.

    `weight` tells the bytes of a result that lie in memory. When `stopped`, only results whose turn has come are given out.
    """
    for task in tasks:
        if not isinstance(task, Settled):
            break
        yield task.value
    else:
        return
    run = _Run(work, limits)
    try:
        run.start(jobs)
        yield from _ordered(run, chain([task], tasks), weight, stopped)
    finally:
        run.end()


def _ordered(run: _Run, tasks: Iterator[Any], weight: Callable[[Any], int], stopped: Callable[[], bool]) -> Iterator[Any]:
    done: dict[int, Any] = {}
    waiting: deque[tuple[int, Any]] = deque()  # tasks that came back from a process that died
    alone: deque[tuple[int, Any]] = deque()  # tasks that are tried once more with nothing beside them
    number = turn = heavy = 0
    more = True
    while True:
        while turn in done:
            result = done.pop(turn)
            turn += 1
            heavy -= weight(result)
            yield result
        if stopped():
            return
        if not alone:
            while (hand := run.free()) is not None:
                if waiting:
                    run.give(hand, *waiting.popleft())
                elif more and number - turn < _AHEAD and heavy < _HEAVY:
                    task = next(tasks, run)
                    if task is run:
                        more = False
                        break
                    if isinstance(task, Settled):
                        done[number] = task.value
                    else:
                        run.give(hand, number, task)
                    number += 1
                    if turn in done:
                        break  # nothing that is settled waits
                else:
                    break
        elif not run.busy():
            run.give(run.hands[0], *alone.popleft())
        if turn in done:
            continue
        if not run.busy():
            if not waiting and not alone and not more:
                return
            continue
        for at, result in run.listen():
            if isinstance(result, _Died):
                waiting.extend(result.others)
                if at in run.tried or result.reason == "add-too-long":
                    done[at] = Lost(result.task, Failure(result.reason, {"limit": f"{run.limits.seconds:.0f}"}))
                else:
                    run.tried.add(at)
                    alone.append((at, result.task))
            else:
                done[at] = result
                heavy += weight(result)


class _Died(NamedTuple):
    task: Any
    reason: str
    others: tuple[tuple[int, Any], ...]


@dataclass(slots=True)
class _Run:
    """The processes of one run."""

    work: Callable[[Any], Any]
    limits: Limits
    hands: list[_Hand[Any]] = field(default_factory=list)
    tried: set[int] = field(default_factory=set)
    failed: int = 0

    def start(self, jobs: int) -> None:
        """Begins as many processes as there are to be."""
        while len(self.hands) < max(jobs, 1):
            self.hands.append(self._hand())

    def _hand(self) -> _Hand[Any]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.work, self.limits), daemon=True)
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # whoever began a process ends it
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        theirs.close()
        return _Hand(process, ours)

    def free(self) -> _Hand[Any] | None:
        """The process that has least to do, if it can have more."""
        hand = min(self.hands, key=lambda one: len(one.given))
        return hand if len(hand.given) < _EACH else None

    def busy(self) -> bool:
        """Whether any process has something to do."""
        return any(hand.given for hand in self.hands)

    def give(self, hand: _Hand[Any], number: int, task: Any) -> None:
        """Hands on a task; that the process has died is heard of later."""
        if not hand.given:
            hand.since = time.monotonic()
        hand.given.append((number, task))
        with contextlib.suppress(OSError):
            hand.line.send(task)

    def listen(self) -> list[tuple[int, Any]]:
        """Results and deaths, as soon as there are any, or nothing for a second."""
        heard: list[tuple[int, Any]] = []
        lines = {hand.line: hand for hand in self.hands}
        for line in wait(list(lines), 1.0):
            hand = lines[line]  # type: ignore[index]
            try:
                result = hand.line.recv()
            except (EOFError, OSError):
                heard += self._lost(hand, "add-crashed")
                continue
            if not hand.ready:  # the first word of a process is that it is there
                hand.ready, hand.since = True, time.monotonic()
                continue
            heard.append((hand.given.popleft()[0], result))
            hand.since = time.monotonic()
        overdue = time.monotonic() - self.limits.seconds - _PATIENCE
        for hand in self.hands:
            if hand.ready and hand.given and hand.since < overdue:
                hand.process.kill()
                heard += self._lost(hand, "add-too-long")
        return heard

    def _lost(self, hand: _Hand[Any], reason: str) -> list[tuple[int, Any]]:
        """Puts another process in the place of one that died; what it was at is told apart from what it only had."""
        hand.line.close()
        hand.process.join(5)
        if not hand.ready:
            self.failed += 1
            if self.failed >= _STARTS:
                raise InputError("add-no-workers")
        self.hands[self.hands.index(hand)] = self._hand()
        if not hand.given:
            return []
        (number, task), *others = hand.given
        return [(number, _Died(task, reason, tuple(others)))]

    def end(self) -> None:
        """Ends all processes at once: what they are at is of no use to anybody."""
        for hand in self.hands:
            hand.line.close()
            hand.process.kill()
        for hand in self.hands:
            hand.process.join(5)


def _serve(line: Connection, work: Callable[[Any], Any], limits: Limits) -> None:
    """The life of a process: tasks are taken in as they come, so that who gives them never waits for who gives results."""
    gc.set_threshold(50_000, 20, 50)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = limits.memory if hard == resource.RLIM_INFINITY else min(limits.memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_take_in, args=(line, tasks), daemon=True).start()
    line.send(True)
    while True:
        result = work(tasks.get())
        try:
            line.send(result)
        except (BrokenPipeError, OSError):
            return


def _take_in(line: Connection, tasks: queue.SimpleQueue[Any]) -> None:
    while True:
        try:
            tasks.put(line.recv())
        except (EOFError, OSError):
            os._exit(0)  # nobody is there any more who would want a result


def within(work: Callable[[Given], Got], task: Given, limits: Limits) -> Got | Failure:
    """A task's result, or why it has none: it took too long or too much memory, its input is bad, or Saralau failed at it.

    The time is kept in the main thread of a process alone.
    """
    timed = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGALRM, _ring) if timed else None
    try:
        try:
            if timed:
                signal.setitimer(signal.ITIMER_REAL, limits.seconds)
            return work(task)
        finally:
            if timed:
                signal.setitimer(signal.ITIMER_REAL, 0)
                signal.signal(signal.SIGALRM, before)
    except _TooLong:
        return Failure("add-too-long", {"limit": f"{limits.seconds:.0f}"})
    except InputError as flaw:
        return Failure(flaw.message, flaw.arguments)
    except MemoryError:
        return Failure("add-too-much-memory", {"limit": str(limits.memory // 2**20)})
    except Exception as flaw:
        return Failure("add-failed", {"why": f"{type(flaw).__name__}: {flaw}"[:300]})


def _ring(number: int, frame: object) -> None:
    raise _TooLong
