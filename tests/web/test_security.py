"""Guards: names, sizes, other sites, too much."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from saralau.messages import say
from saralau.web.app import make_app
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
