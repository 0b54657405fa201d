"""Saved cases over the API: each their own, by token, session, proxy or at the machine; revisions, pages, the log."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from saralau.api.app import make_api
from saralau.api.problems import refusal
from saralau.keeping import people, tokens
from saralau.keeping.connecting import Keeping, open_keeping
from saralau.keeping.keys import made_of
from saralau.messages import languages, say
from saralau.web.app import make_app
from saralau.web.security import guarded
from saralau.web.settings import Identity, Settings

from .test_api import CASE

PLACE = "/api/v1/cases/saved"
SENT = {"name": "An entry at night", "case": CASE}
Serve = Callable[..., TestClient]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Keeping]:
    keeping = open_keeping(tmp_path)
    for name in ("aliya", "boris"):
        people.add(keeping, name, "reader", None)
    yield keeping
    keeping.engine.dispose()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    made = []

    def served(identity: Identity, **headers: str) -> TestClient:
        keys = made_of(["s" * 32])
        settings = Settings(
            tmp_path, hosts=("testserver",), computations=1000.0, secret=keys.forms, keys=keys, identity=identity,
            header="x-remote-user", proxies=(ip_network("10.0.0.0/8"),),
        )  # fmt: skip
        app = make_app(settings, {"/api/v1/": refusal})
        app.mount("/api/v1", make_api(tmp_path, keeper=None if identity is Identity.OPEN else app.state.keeper))
        made.append(app)
        guard = guarded(app, settings, {"/api/v1/": refusal})
        return TestClient(guard, raise_server_exceptions=False, headers=headers, client=("10.0.0.1", 5000))

    yield served
    for app in made:
        app.state.keeper.close()
        app.state.sandbox.close()


def by_token(serve: Serve, kept: Keeping, name: str) -> TestClient:
    return serve(Identity.ACCOUNTS, authorization=f"Bearer {tokens.make(kept, name, 'a test')}")


def test_a_case_is_saved_listed_read_replaced_and_deleted(serve: Serve, kept: Keeping) -> None:
    mine = by_token(serve, kept, "aliya")
    assert mine.get(PLACE).json() == {"items": [], "total": 0, "next": None}
    saved = mine.post(PLACE, json=SENT)
    assert (saved.status_code, saved.headers["etag"]) == (201, '"1"')
    place, told = saved.headers["location"], saved.json()
    assert place == f"{PLACE}/{told['id']}"
    assert told["case"]["persons"] == CASE["persons"]
    read = mine.get(place)
    assert (read.json(), read.headers["etag"]) == (told, '"1"')
    (row,) = mine.get(PLACE).json()["items"]
    assert row == {key: told[key] for key in ("id", "name", "revision", "changed")}
    changed = mine.put(place, json={**SENT, "name": "Renamed"}, headers={"if-match": '"1"'})
    assert (changed.status_code, changed.headers["etag"], changed.json()["name"]) == (200, '"2"', "Renamed")
    assert mine.delete(place, headers={"if-match": '"1"'}).status_code == 412
    assert mine.delete(place, headers={"if-match": '"2"'}).status_code == 204
    assert mine.get(place).status_code == 404


def test_nobody_overwrites_what_they_have_not_seen(serve: Serve, kept: Keeping) -> None:
    mine = by_token(serve, kept, "aliya")
    place = mine.post(PLACE, json=SENT).headers["location"]
    assert mine.put(place, json=SENT).status_code == 428
    for stale in ('"7"', 'W/"1"', "1", "x", '"1", "2"'):
        answer = mine.put(place, json=SENT, headers={"if-match": stale})
        assert (answer.status_code, answer.headers["content-type"]) == (412, "application/problem+json"), stale
    assert mine.put(place, json=SENT, headers={"if-match": "*"}).json()["revision"] == 2
    assert mine.put(place, json=SENT, headers={"if-match": '"1"'}).json()["type"] == "urn:saralau:problem:keep-overtaken"


def test_nobody_reads_changes_or_deletes_anothers_case(serve: Serve, kept: Keeping) -> None:
    place = by_token(serve, kept, "aliya").post(PLACE, json=SENT).headers["location"]
    other = by_token(serve, kept, "boris")
    assert other.get(PLACE).json()["total"] == 0
    absent = place.rpartition("/")[0] + "/" + "A" * 16
    for told in (place, absent):  # that another has one there cannot be told from that nobody has
        answers = [other.get(told), other.put(told, json=SENT, headers={"if-match": "*"}), other.delete(told)]
        assert [one.status_code for one in answers] == [404] * 3
        assert {one.json()["type"] for one in answers} == {"urn:saralau:problem:keep-absent"}
    assert serve(Identity.ACCOUNTS).get(place).status_code == 401
    assert serve(Identity.ACCOUNTS, authorization="Bearer saralau_" + "x" * 43).get(PLACE).status_code == 401
    assert by_token(serve, kept, "aliya").get(place).status_code == 200


def test_pages_and_api_show_the_same(serve: Serve, tmp_path: Path) -> None:
    """Behind a proxy, whose word it is who asks, and at the machine; what is kept is sealed, and noted as on the pages."""
    for identity, headers in ((Identity.PROXY, {"x-remote-user": "clara"}), (Identity.LOCAL, {})):
        client = serve(identity, **headers)
        id = client.post(PLACE, json={**SENT, "name": "Seen on both"}).json()["id"]
        assert "Seen on both" in client.get("/cases").text
        assert client.get(f"/cases/{id}").status_code == 200
    assert b"Seen on both" not in b"".join(one.read_bytes() for one in tmp_path.glob("keeping*"))
    noted = [json.loads(line) for line in (tmp_path / "audit.jsonl").read_text().splitlines()]
    deeds = [(one["what"], one["who"], one["address"]) for one in noted if one["what"].startswith("case")]
    assert deeds == [(what, who, "10.0.0.1") for who in ("clara", "local") for what in ("case-saved", "case-opened")]
    assert "Seen" not in (tmp_path / "audit.jsonl").read_text()


def test_a_server_that_is_open_to_all_has_no_such_address(serve: Serve) -> None:
    client = serve(Identity.OPEN)
    assert client.get(PLACE).status_code == 404
    assert "/cases/saved" not in client.get("/api/v1/openapi.json").json()["paths"]


def test_nothing_of_it_stays_in_a_cache(serve: Serve) -> None:
    client = serve(Identity.LOCAL)
    place = client.post(PLACE, json=SENT).headers["location"]
    for told in (PLACE, place):
        assert client.get(told).headers["cache-control"] == "no-store"
    assert client.get(place, headers={"if-none-match": '"1"'}).status_code == 304


def test_pages_of_the_list_go_on_where_they_ended(serve: Serve) -> None:
    client = serve(Identity.LOCAL)
    ids = {client.post(PLACE, json={**SENT, "name": f"n{n}"}).json()["id"] for n in range(5)}
    found: list[str] = []
    address: str | None = f"{PLACE}?limit=2"
    while address:
        page = client.get(address).json()
        found += [one["id"] for one in page["items"]]
        if len(found) == 2:
            client.delete(f"{PLACE}/{found[0]}")  # what goes in between shifts nothing
        address = page["next"]
    assert (len(found), set(found)) == (5, ids)


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ([], "api-to-save"), ({"name": "x"}, "api-to-save"), ({**SENT, "owner": "boris"}, "api-to-save"), ({**SENT, "name": 1}, "api-to-save"),
        ({**SENT, "name": " \u202e\n"}, "keep-name"), ({**SENT, "name": "x" * 201}, "keep-name"), ({**SENT, "case": []}, "web-case-unreadable"),
        ({**SENT, "case": {**CASE, "case": "x" * 61_000}}, "keep-case-large"), ({**SENT, "case": {**CASE, "case": "\ud800"}}, "web-case-unreadable"),
        ({**SENT, "case": {**CASE, "persons": [{"id": f"p{n}"} for n in range(500)]}}, "case-too-many"),
    ],
)  # fmt: skip
def test_what_is_no_case_is_refused_and_not_kept(serve: Serve, sent: Any, problem: str) -> None:
    client = serve(Identity.LOCAL)
    answer = client.post(PLACE, content=json.dumps(sent).encode(), headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["type"]) == (422, f"urn:saralau:problem:{problem}")
    assert client.get(PLACE).json()["total"] == 0


def test_a_page_of_another_site_saves_and_deletes_nothing(serve: Serve) -> None:
    client = serve(Identity.LOCAL)
    place = client.post(PLACE, json=SENT).headers["location"]
    evil = {"origin": "https://evil.example", "if-match": "*"}
    assert client.post(PLACE, json=SENT, headers=evil).status_code == 403
    assert client.put(place, json=SENT, headers=evil).status_code == 403
    assert client.delete(place, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    form = {"content-type": "text/plain"}  # what a form of an old browser could send
    assert client.post(PLACE, content=json.dumps(SENT).encode(), headers=form).status_code == 415
    assert client.get(PLACE).json()["total"] == 1


def test_refusals_speak_the_language_that_is_wanted(serve: Serve) -> None:
    client = serve(Identity.LOCAL)
    for code in languages():
        told = client.put(f"{PLACE}/{'A' * 16}", json=SENT, headers={"accept-language": code}).json()
        assert told["detail"] == say("api-if-match", code)
