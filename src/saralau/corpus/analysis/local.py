"""All cores of this machine: processes that are given one batch at a time.

A process that dies takes only its own batch with it, and which that was is known.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from saralau.corpus.analysis.model import Batch, Done
from saralau.corpus.analysis.working import settle, singly, work
from saralau.messages import InputError

Engine = Callable[[Iterable[Batch]], Iterator[Done]]


def local(jobs: int | None = None) -> Engine:
    """An engine of so many processes, one for each core that this one may use unless told otherwise.

    Results come as they are ready; a text with which a process dies comes as one that `died`.
    """
    return lambda batches: _run(iter(batches), jobs or _cores())


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    batch: Batch | None = None
    ready: bool = False  # has said so: what it dies of afterwards is its batch

    def give(self, batch: Batch) -> None:
        """Sends a batch to a worker that waits for one; if it has died meanwhile, `take` tells so."""
        self.batch = batch
        try:
            self.pipe.send(batch)
        except (BrokenPipeError, ConnectionResetError):
            return

    def take(self) -> Done | None:
        """What came of its batch; None if it died. InputError if it could not even begin."""
        try:
            if not self.ready:
                self.ready = self.pipe.recv()
            return self.pipe.recv()  # type: ignore[no-any-return]  # `_serve` sends nothing else
        except (EOFError, ConnectionResetError):
            if self.ready:
                return None
        self.process.join()
        raise InputError("workers-refused", why=f"exit code {self.process.exitcode}")

    def stop(self) -> None:
        """Ends the process, whatever it does."""
        self.pipe.close()
        self.process.kill()
        self.process.join()


def _start() -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    theirs.close()  # so that its end is told when the process dies
    return _Worker(process, ours)


def _serve(pipe: Connection) -> None:
    """The life of a worker: batches in, results out, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who gives the batches ends this
    settle()
    pipe.send(True)
    while True:
        try:
            pipe.send(work(pipe.recv()))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def _run(batches: Iterator[Batch], jobs: int) -> Iterator[Done]:
    again: list[Batch] = []
    coming = next(batches, None)
    workers: list[_Worker] = []
    try:
        while True:
            idle = [worker for worker in workers if worker.batch is None]
            while (again or coming is not None) and (idle or len(workers) < jobs):
                if not idle:
                    workers.append(_start())
                    idle.append(workers[-1])
                if again:
                    idle.pop().give(again.pop())
                elif coming is not None:
                    idle.pop().give(coming)
                    coming = next(batches, None)
            busy = {worker.pipe: worker for worker in workers if worker.batch is not None}
            if not busy:
                return
            for pipe in wait(list(busy)):
                worker = busy[pipe]  # type: ignore[index]  # we wait for nothing but pipes
                batch, done = worker.batch, worker.take()
                assert batch is not None  # it is busy
                worker.batch = None
                if done is not None:
                    yield done
                    continue
                worker.stop()
                workers.remove(worker)
                if len(batch.texts) > 1:
                    again += reversed(singly(batch))
                else:
                    yield Done(batch, {}, {}, died=f"exit code {worker.process.exitcode}")
    finally:
        for worker in workers:
            worker.stop()
