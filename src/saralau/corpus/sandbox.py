"""Work on what strangers send, in processes of its own: bounded in time, processor time and memory, killed when it overruns.

A worker is started when it is first needed and used again; it has no secrets in its environment, writes no file, and answers
in JSON, so that nothing but data comes back from it. Needs a POSIX system.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import pickle
import queue
import resource
import select
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from saralau.messages import InputError

_OURS = "saralau."  # tasks are functions of this package
_KEPT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "LC_CTYPE", "HOME", "VIRTUAL_ENV", "SARALAU_PACKS")
_LENGTH = struct.Struct(">Q")
_LARGEST = 64 << 20  # bytes of an answer
_USES = 500  # tasks after which a worker is replaced, so that nothing piles up in it
_START = "from saralau.corpus.sandbox import serve; serve()"


class OverrunError(InputError):
    """A task that took more than it may, or broke its worker."""


class BusyError(InputError):
    """All workers have been at work for too long."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a task may take: `seconds` on the clock, `cpu` seconds of the processor, `memory` bytes of address space for the
    whole worker; `patience` seconds is how long a task waits for a free worker.
    """

    seconds: float = 30.0
    cpu: int = 25
    memory: int = 2 << 30
    patience: float = 10.0


@dataclass(slots=True)
class _Worker:
    """A process that runs one task after another."""

    process: subprocess.Popen[bytes]
    used: int = 0


class Sandbox:
    """A few workers. Safe to ask from several threads; a task waits for the next free worker."""

    def __init__(self, workers: int = 1, bounds: Bounds | None = None, imports: Sequence[str] = ()) -> None:
        """`imports` are modules that a worker loads before its first task; no task may begin outside this package."""
        self.bounds = bounds or Bounds()
        self._imports = tuple(imports)
        self._free: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(workers):
            self._free.put(None)

    def run(self, task: str, *arguments: Any) -> Any:
        """What the function `task` ("saralau.room.module:function") answers, as JSON has it.

        InputError as the function raises it;
        OverrunError where it takes too much or breaks; BusyError where no worker gets free.
        """
        if not task.startswith(_OURS):
            raise ValueError(f"{task} is no function of this package")
        try:
            worker = self._free.get(timeout=self.bounds.patience)
        except queue.Empty:
            raise BusyError("sandbox-busy") from None
        kept = None
        try:
            worker = worker or self._started()
            answer = self._asked(worker, task, arguments)
            worker.used += 1
            kept = worker if worker.used < _USES else None
        finally:
            if kept is None and worker is not None:
                _killed(worker)
            self._free.put(kept)
        return _told(answer)

    def close(self) -> None:
        """Ends the workers that are free; those at work end with their task or their time."""
        with suppress(queue.Empty):
            while True:
                if worker := self._free.get_nowait():
                    _killed(worker)

    def _started(self) -> _Worker:
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        process = subprocess.Popen(  # noqa: S603  # nosec B603  # our own program, with no words of a stranger
            [sys.executable, "-c", _START, str(self.bounds.memory), str(self.bounds.cpu), *self._imports],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, start_new_session=True, bufsize=0,
        )  # fmt: skip
        return _Worker(process)

    def _asked(self, worker: _Worker, task: str, arguments: tuple[Any, ...]) -> dict[str, Any]:
        """The worker's answer; OverrunError where none comes."""
        assert worker.process.stdin is not None
        assert worker.process.stdout is not None
        until = time.monotonic() + self.bounds.seconds
        try:
            _write(worker.process.stdin, pickle.dumps((task, arguments)))
            head = _read_until(worker.process.stdout, _LENGTH.size, until)
            size = _LENGTH.unpack(head)[0]
            if size > _LARGEST:
                raise OverrunError("sandbox-answer-large")
            return json.loads(_read_until(worker.process.stdout, size, until))  # type: ignore[no-any-return]
        except TimeoutError:
            raise OverrunError("sandbox-time", seconds=f"{self.bounds.seconds:g}") from None
        except (EOFError, BrokenPipeError):
            raise self._died(worker) from None

    def _died(self, worker: _Worker) -> OverrunError:
        """Why a worker is gone: the signal tells."""
        import signal

        with suppress(subprocess.TimeoutExpired):
            worker.process.wait(2)
        if worker.process.returncode == -signal.SIGXCPU:
            return OverrunError("sandbox-time", seconds=str(self.bounds.cpu))
        return OverrunError("sandbox-died")


def _killed(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.wait()
    for pipe in (worker.process.stdin, worker.process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def _told(answer: dict[str, Any]) -> Any:
    """The result, or the error, of a task."""
    if "result" in answer:
        return answer["result"]
    if "refused" in answer:
        raise InputError(answer["refused"], **answer["arguments"])
    if "trace" in answer:
        logging.getLogger(__name__).error("a task broke: %s", answer["trace"])
    raise OverrunError(answer["failed"])


def _write(pipe: IO[bytes], data: bytes) -> None:
    view = memoryview(_LENGTH.pack(len(data)) + data)
    while view:
        view = view[pipe.write(view) :]


def _read_until(pipe: IO[bytes], size: int, until: float) -> bytes:
    """So many bytes before a moment, or TimeoutError; EOFError where the other side is gone."""
    read = bytearray()
    while len(read) < size:
        left = until - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            raise TimeoutError
        piece = pipe.read(min(size - len(read), 1 << 20))
        if not piece:
            raise EOFError
        read += piece
    return bytes(read)


def serve() -> None:
    """The worker: reads tasks from its input and answers until the input ends. Its limits are its first two arguments."""
    memory, cpu, *imports = sys.argv[1:]
    with os.fdopen(os.dup(0), "rb") as tasks, os.fdopen(os.dup(1), "wb", buffering=0) as answers:
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(null, 1)  # what anybody prints is no answer
        for name in imports:
            importlib.import_module(name)
        tempfile.gettempdir()  # is found by writing a file, which no task can; folders, which are empty, they can make
        for limit, most in ((resource.RLIMIT_AS, int(memory)), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
            _limit(limit, most)
        while head := tasks.read(_LENGTH.size):
            task, arguments = pickle.loads(tasks.read(_LENGTH.unpack(head)[0]))  # noqa: S301  # nosec B301  # of our own process
            _limit(resource.RLIMIT_CPU, int(time.process_time()) + 1 + int(cpu))
            _write(answers, _answered(task, arguments))


def _limit(limit: int, most: int) -> None:
    """Sets a limit where the system knows it; not above what is allowed."""
    hard = resource.getrlimit(limit)[1]
    with suppress(ValueError, OSError):
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _answered(task: str, arguments: tuple[Any, ...]) -> bytes:
    """The result of a task or what went wrong, as JSON."""
    module, _, function = task.partition(":")
    try:
        result = getattr(importlib.import_module(module), function)(*arguments)
        return json.dumps({"result": result}, ensure_ascii=False).encode()
    except InputError as flaw:
        return json.dumps({"refused": flaw.message, "arguments": flaw.arguments}).encode()
    except MemoryError:
        return b'{"failed": "sandbox-memory"}'
    except RecursionError:
        return b'{"failed": "sandbox-deep"}'
    except Exception:
        import traceback

        return json.dumps({"failed": "sandbox-failed", "trace": traceback.format_exc()}).encode()
