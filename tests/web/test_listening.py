"""Connections: what a real server on loopback does with those who ask for nothing, or open too many."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_network
from typing import Any

import pytest
import uvicorn

from saralau.web.listening import counted

ASK = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


LARGE = b"x" * (16 << 20)  # more than the system takes in for somebody who does not read


async def answering(scope: Any, receive: Any, send: Any) -> None:
    body = LARGE if scope["path"] == "/large" else b"ok"
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    await send({"type": "http.response.body", "body": body})


@contextmanager
def listening(protocol: Any) -> Iterator[int]:
    server = uvicorn.Server(
        uvicorn.Config(answering, host="127.0.0.1", port=0, http=protocol, ws="none", lifespan="off", log_level="error")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


Open = Callable[..., socket.socket]


@pytest.fixture
def opened() -> Iterator[Open]:
    """Opens connections, which end with the test."""
    made: list[socket.socket] = []

    def connected(port: int, words: bytes = b"") -> socket.socket:
        made.append(socket.create_connection(("127.0.0.1", port), 5))
        made[-1].sendall(words)
        return made[-1]

    yield connected
    for one in made:
        one.close()


def told(connection: socket.socket) -> str:
    """The last word of an answer."""
    read = b""
    while not read.endswith((b"ok", b"busy\n")) and (piece := connection.recv(1000)):
        read += piece
    return read.decode().split()[-1]


def closed(connection: socket.socket) -> bool:
    """Whether the server closes it."""
    try:
        return connection.recv(1000) == b""
    except ConnectionResetError:
        return True


def in_the_end(holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold, within a minute."""
    until = time.monotonic() + 60
    while not (held := holds()) and time.monotonic() < until:
        time.sleep(0.05)
    return held


def test_a_head_that_does_not_come_is_not_waited_for(opened: Open) -> None:
    with listening(counted(head=0.3)) as port:
        silent, begun, later = opened(port), opened(port, ASK[:20]), opened(port, ASK)
        assert told(later) == "ok"
        later.sendall(ASK[:20])  # the second request of a connection that was of use
        assert all(closed(one) for one in (silent, begun, later))


def test_a_connection_that_asks_in_time_stays_open(opened: Open) -> None:
    with listening(counted(head=0.3)) as port:
        patient = opened(port)
        for pause in (0.1, 0.1, 0.5):  # before it asks first it has to hurry; between two requests it may rest
            time.sleep(pause)
            patient.sendall(ASK)
            assert told(patient) == "ok"


def test_one_address_does_not_take_all_connections(opened: Open) -> None:
    with listening(counted(each=3)) as port:
        held = [opened(port) for _ in range(3)]
        assert in_the_end(lambda: told(opened(port, ASK)) == "busy")
        held[0].close()
        assert in_the_end(lambda: told(opened(port, ASK)) == "ok")
    with listening(counted((ip_network("127.0.0.0/8"),), each=3)) as port:  # a proxy's connections are those of many
        assert all(told(opened(port, ASK)) == "ok" for _ in range(5))


@pytest.mark.parametrize("more", [b"", b"Connection: close\r\n"])
def test_who_takes_no_answer_in_is_not_waited_for(opened: Open, more: bytes) -> None:
    with listening(counted(head=0.5, each=1)) as port:
        opened(port, b"GET /large HTTP/1.1\r\nHost: localhost\r\n" + more + b"\r\n")
        assert in_the_end(lambda: told(opened(port, ASK)) == "busy")
        assert in_the_end(lambda: told(opened(port, ASK)) == "ok")
