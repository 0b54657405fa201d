"""Guards: names, sizes, other sites, too much."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from saralau.messages import say
from saralau.web.app import make_app
from saralau.web.origins import neighbourhood
from saralau.web.security import HEADERS, Buckets, form_token, guarded, is_form_token
from saralau.web.settings import Identity, Settings

from .conftest import EDITION, IRI


def test_every_answer_has_the_headers(client: TestClient) -> None:
    for path in ("/", "/nothing", "/static/saralau.css"):
        answer = client.get(path)
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_another_name_is_not_answered(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421


def test_forms_of_other_sites_are_refused(client: TestClient) -> None:
    assert client.post("/acts", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post("/acts", headers={"origin": "https://evil.example"}).status_code == 403
    assert (
        client.post("/acts", headers={"origin": "http://testserver"}).status_code == 405
    )  # from here, but nothing to change


def test_what_is_too_large_is_refused(client: TestClient) -> None:
    assert client.post("/acts", headers={"content-length": str(1 << 30)}).status_code == 413
    assert client.post("/acts", headers={"content-length": "much"}).status_code == 413


def test_who_asks_too_often_waits(library: Path) -> None:
    settings = Settings(library, hosts=("testserver",), pages=1.0)
    with TestClient(guarded(make_app(settings), settings)) as client:
        answers = [client.get("/healthz") for _ in range(8)]
    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert answers[-1].headers["retry-after"] == "1"


def test_a_page_that_computes_costs_more(library: Path) -> None:
    settings = Settings(library, hosts=("testserver",), pages=1.0, identity=Identity.OPEN)  # five at once
    with TestClient(guarded(make_app(settings), settings)) as client:
        assert [client.get("/qualify/nothing").status_code for _ in range(2)] == [404, 429]
        assert client.get("/healthz").status_code == 200


def test_a_refusal_speaks_the_language_that_is_wanted(client: TestClient) -> None:
    for code in ("kk", "ru", "en"):
        answer = client.get("/", headers={"host": "evil.example", "accept-language": f"xx, {code}-KZ;q=0.8"})
        assert answer.text == say("api-other-host", code)


@given(st.lists(st.floats(min_value=0, max_value=3), max_size=40))
def test_no_client_gets_more_than_its_rate(pauses: list[float]) -> None:
    buckets, now, taken = Buckets(2.0), 0.0, 0
    for pause in pauses:
        now += pause
        taken += buckets.take("one", now)
    assert taken <= buckets.most + 2.0 * now + 1


def test_a_form_carries_what_only_this_server_can_make() -> None:
    token = form_token(b"secret", "visitor")
    assert is_form_token(b"secret", "visitor", token)
    assert not is_form_token(b"other", "visitor", token)
    assert not is_form_token(b"secret", "", form_token(b"secret", ""))


def test_who_waits_for_a_worker_leaves_room_for_readers(library: Path) -> None:
    settings = Settings(library, hosts=("testserver",))
    app = make_app(settings)
    taken = 0
    while app.state.places.acquire(blocking=False):
        taken += 1
    assert 0 < taken < 40  # threads
    with TestClient(guarded(app, settings)) as client:
        answer = client.get(f"/terms{IRI}/rus@{EDITION}", headers={"accept-language": "en"})
        assert say("sandbox-busy", "en") in answer.text
        assert answer.status_code >= 400
        assert client.get("/acts").status_code == 200


def test_an_origin_that_is_no_address_is_another_site(client: TestClient) -> None:
    for origin in ("http://[", "http://]", "[", ""):
        assert client.post("/acts", headers={"origin": origin}).status_code == 403


def sent(settings: Settings, pieces: list[dict[str, Any]], pause: float = 0.0) -> tuple[list[dict[str, Any]], list[str]]:
    """What is answered to a body that comes in pieces, and what the application was told of it."""
    answered: list[dict[str, Any]] = []
    heard: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        while True:
            message = await receive()
            heard.append(message["type"])
            if message["type"] == "http.disconnect":
                raise RuntimeError("as frameworks do")
            if not message.get("more_body"):
                break
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(pause)
        return pieces.pop(0)

    async def send(message: Any) -> None:
        answered.append(dict(message))

    scope = {"type": "http", "method": "POST", "path": "/api/v1/lint", "headers": [(b"host", b"testserver")], "client": None}
    asyncio.run(guarded(app, settings)(scope, receive, send))
    return answered, heard


def body(size: int, more: bool = True) -> dict[str, Any]:
    return {"type": "http.request", "body": b"x" * size, "more_body": more}


def test_a_body_of_unknown_length_is_cut_off_and_told_so(tmp_path: Path) -> None:
    settings = Settings(tmp_path, hosts=("testserver",), largest=100)
    answered, heard = sent(settings, [body(60), body(60), body(60)])
    assert (answered[0]["status"], heard) == (413, ["http.request", "http.disconnect"])
    assert sent(settings, [body(60), body(40, more=False)])[0][0]["status"] == 200


def test_a_body_that_comes_drop_by_drop_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saralau.web.security._PATIENCE", 0.1)
    settings = Settings(tmp_path, hosts=("testserver",))
    answered, _ = sent(settings, [body(1)] * 50, pause=0.03)
    assert answered[0]["status"] == 408
    assert (b"connection", b"close") in answered[0]["headers"]


def test_who_leaves_in_the_midst_of_a_body_is_no_fault_of_ours(tmp_path: Path) -> None:
    settings = Settings(tmp_path, hosts=("testserver",))
    answered, heard = sent(settings, [body(1), {"type": "http.disconnect"}])
    assert (answered, heard[-1]) == ([], "http.disconnect")


def test_addresses_of_one_network_of_ipv6_are_counted_as_one() -> None:
    assert neighbourhood("2001:db8::1") == neighbourhood("2001:db8::ffff:1") != neighbourhood("2001:db8:0:1::1")
    assert neighbourhood("::ffff:10.0.0.1") == neighbourhood("10.0.0.1") == "10.0.0.1"
    assert neighbourhood("fe80::1%eth0") == "fe80::/64"
    assert neighbourhood("nobody") == "nobody"
