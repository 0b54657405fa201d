"""Who asks: at the machine, through a proxy, with an account or a token; what each may do, and who gets nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from saralau.api.app import make_api
from saralau.api.problems import refusal
from saralau.cases.reading import read_case_text
from saralau.keeping import people, sessions, tokens
from saralau.keeping.connecting import Keeping, open_keeping
from saralau.keeping.keys import made_of
from saralau.keeping.packing import packed
from saralau.keeping.passwords import Cost
from saralau.messages import say
from saralau.web.app import make_app
from saralau.web.identity import _read
from saralau.web.origins import came_from, is_among
from saralau.web.pages.account import _back
from saralau.web.security import guarded
from saralau.web.settings import Identity, Settings

from ..conftest import EXAMPLES

EN = {"accept-language": "en"}
PASSWORD = "a long password"
PROXY, STRANGER = "10.0.0.1", "203.0.113.7"
CASE = packed(read_case_text((EXAMPLES / "cases/skimmer-gang.yaml").read_text("utf-8"), "case"))
Serve = Callable[..., TestClient]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keeping]:
    """Two accounts, whose passwords cost nothing to look at."""
    quick = Cost(4, 1, 1)
    monkeypatch.setattr("saralau.keeping.passwords.USUAL", quick)
    monkeypatch.setattr("saralau.keeping.passwords.hashed.__defaults__", (quick,))
    keeping = open_keeping(tmp_path)
    people.add(keeping, "aliya", "reader", PASSWORD)
    people.add(keeping, "boris", "editor", PASSWORD)
    yield keeping
    keeping.engine.dispose()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """A server with pages and API for a way to know people, as a client at some address sees it."""
    made = []

    def served(identity: Identity, client: str = PROXY, base: str = "http://testserver", **more: Any) -> TestClient:
        keys = made_of(["s" * 32])
        settings = Settings(
            tmp_path, hosts=("testserver",), computations=1000.0, secret=keys.forms, keys=keys, identity=identity,
            header="x-remote-user", proxies=(ip_network("10.0.0.0/8"),), **more,
        )  # fmt: skip
        app = make_app(settings, {"/api/v1/": refusal})
        app.mount("/api/v1", make_api(tmp_path))
        guard = guarded(app, settings, {"/api/v1/": refusal})
        made.append(app)
        return TestClient(
            guard, base, raise_server_exceptions=False, headers=EN, client=(client, 5000), follow_redirects=False
        )

    yield served
    for app in made:
        app.state.keeper.close()
        app.state.sandbox.close()


def token(client: TestClient, path: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', client.get(path).text)
    assert found is not None, path
    return found[1]


def sign_in(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post("/sign-in", data={"token": token(client, "/sign-in"), "name": name, "password": password, **more})


def save(client: TestClient, name: str) -> Any:
    return client.post("/cases", data={"token": token(client, "/cases"), "c": CASE, "name": name, "do": "new"})


def deeds(folder: Path) -> list[tuple[str, str, str]]:
    lines = [json.loads(line) for line in (folder / "audit.jsonl").read_text().splitlines()]
    return [(line["what"], line["who"], line["address"]) for line in lines]


# -- at the machine, or open to all


def test_what_came_through_a_proxy_is_nobody_at_the_machine(serve: Serve) -> None:
    client = serve(Identity.LOCAL)
    assert client.get("/cases").status_code == 200
    for header in ("x-forwarded-for", "forwarded", "via", "x-real-ip"):
        refused = client.get("/cases", headers={header: "1.2.3.4"})
        assert refused.status_code == 401
        assert say("web-forwarded", "en") in refused.text


def test_a_server_that_is_open_keeps_nothing_for_anybody(serve: Serve) -> None:
    client = serve(Identity.OPEN, STRANGER)
    assert client.get("/").status_code == 200
    assert client.get("/qualify", params={"c": CASE, "k": "a.1"}).status_code == 200
    assert client.get("/cases").status_code == 403
    assert client.post("/cases", data={"c": CASE, "name": "x"}).status_code == 403
    assert client.post("/cases/import", files={"file": ("x.yaml", b"a: 1")}).status_code == 403
    assert "/cases" not in client.get("/").text


# -- behind a proxy


def test_a_proxy_says_who_asks_and_each_has_their_own(serve: Serve, tmp_path: Path) -> None:
    aliya, boris = serve(Identity.PROXY), serve(Identity.PROXY)
    aliya.headers["x-remote-user"], boris.headers["x-remote-user"] = "Aliya", "boris"
    id = save(aliya, "mine").headers["location"].partition("k=")[2].partition(".")[0]
    assert "mine" in aliya.get("/cases").text
    assert "mine" not in boris.get("/cases").text
    assert boris.get(f"/cases/{id}").status_code == 404
    assert boris.post(f"/cases/{id}/delete", data={"token": token(boris, "/cases")}).status_code == 404
    assert "Aliya" in aliya.get("/account").text
    assert ("case-saved", "Aliya", PROXY) in deeds(tmp_path)


def test_the_header_counts_from_the_proxy_alone(serve: Serve, tmp_path: Path) -> None:
    stranger = serve(Identity.PROXY, STRANGER)
    for headers in ({}, {"x-remote-user": "boris"}, {"x-remote-user": "boris", "x-forwarded-for": PROXY}):
        for path in ("/", "/cases", "/api/v1/acts"):
            assert stranger.get(path, headers=headers).status_code == 401
    assert set(deeds(tmp_path)) == {("refused", "-", STRANGER)}


@pytest.mark.parametrize("named", ["", " ", "a\tb", "x" * 201])
def test_a_name_that_is_none_is_not_taken(serve: Serve, named: str) -> None:
    assert serve(Identity.PROXY).get("/cases", headers={"x-remote-user": named}).status_code == 401


def test_a_name_is_read_as_utf_8() -> None:
    assert _read("Әлия".encode().decode("latin-1")) == "Әлия"
    assert [_read(wrong) for wrong in ("\xff\xfe", "\x1b[31m", "\u0085")] == ["", "", ""]


def test_two_names_are_none(serve: Serve) -> None:
    client = serve(Identity.PROXY)
    assert client.get("/cases", headers=[("x-remote-user", "a"), ("x-remote-user", "b")]).status_code == 401


def test_an_account_gives_the_role_and_a_token_gets_in_through_the_proxy(serve: Serve, kept: Keeping) -> None:
    client, made = serve(Identity.PROXY), tokens.make(kept, "aliya", "script")
    assert say("web-role-editor", "en") in client.get("/account", headers={"x-remote-user": "boris"}).text
    assert say("web-role-reader", "en") in client.get("/account", headers={"x-remote-user": "vera"}).text
    assert client.get("/api/v1/acts", headers={"authorization": f"Bearer {made}"}).status_code == 200
    assert (
        serve(Identity.PROXY, STRANGER).get("/api/v1/acts", headers={"authorization": f"Bearer {made}"}).status_code == 401
    )


def test_limits_are_for_who_asks_not_for_the_proxy(serve: Serve) -> None:
    client = serve(Identity.PROXY, pages=0.2)  # one request, and the next after five seconds
    client.headers["x-remote-user"] = "a"
    assert client.get("/healthz", headers={"x-forwarded-for": "1.1.1.1"}).status_code == 200
    assert client.get("/healthz", headers={"x-forwarded-for": "1.1.1.1"}).status_code == 429
    assert client.get("/healthz", headers={"x-forwarded-for": "2.2.2.2"}).status_code == 200
    assert client.get("/healthz", headers={"x-forwarded-for": "9.9.9.9, 2.2.2.2"}).status_code == 429  # the first is made up


# -- with accounts


def test_who_is_not_signed_in_is_led_to_where_and_back(serve: Serve, kept: Keeping) -> None:
    client = serve(Identity.ACCOUNTS)
    for path in ("/", "/acts", "/qualify?c=x", "/cases", "/account", "/nothing", "/search?q=a%26b"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/sign-in"), path
    form = client.get(client.get("/search?q=a%26b").headers["location"])
    assert 'value="/search?q=a%26b"' in form.text
    assert sign_in(client, "aliya", next="/search?q=a%26b").headers["location"] == "/search?q=a%26b"
    assert client.get("/cases").status_code == 200
    assert client.get("/static/saralau.css").status_code == 200


def test_who_is_not_signed_in_changes_nothing_and_gets_no_data(serve: Serve, kept: Keeping, tmp_path: Path) -> None:
    client = serve(Identity.ACCOUNTS)
    assert client.post("/cases", data={"c": CASE, "name": "x"}).status_code == 401
    assert client.post("/sign-out").status_code == 401
    described = make_api(tmp_path).openapi()["paths"].items()
    every = [(method.upper(), f"/api/v1{path}") for path, methods in described for method in methods]
    for method, path in (*every, ("GET", "/api/v1/openapi.json")):
        answer = client.request(method, path)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert answer.json()["type"] == "urn:saralau:problem:api-unidentified"


def test_signing_in_and_out(serve: Serve, kept: Keeping, tmp_path: Path) -> None:
    client = serve(Identity.ACCOUNTS)
    answer = sign_in(client, " Aliya ")
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert save(client, "mine").status_code == 303
    assert "aliya" in client.get("/").text
    stolen = client.cookies["saralau_session"]
    assert client.post("/sign-out", data={"token": token(client, "/cases")}).headers["location"] == "/sign-in"
    client.cookies.clear()
    client.cookies.set("saralau_session", stolen)  # kept by somebody, it is worth nothing now
    assert client.get("/cases").status_code == 303
    assert [what for what, *_ in deeds(tmp_path)] == ["signed-in", "case-saved", "signed-out"]


def test_behind_https_the_cookie_is_for_https_alone(serve: Serve, kept: Keeping) -> None:
    for address, secure in ((PROXY, True), (STRANGER, False)):  # who is no proxy says nothing of HTTPS
        client = serve(Identity.ACCOUNTS, address)
        client.headers["x-forwarded-proto"] = "https"
        shown = client.get("/sign-in")
        client.headers["cookie"] = shown.headers["set-cookie"].partition(";")[0]
        t = re.findall(r'name="token" value="([0-9a-f]+)"', shown.text)[0]
        cookie = client.post("/sign-in", data={"token": t, "name": "aliya", "password": PASSWORD}).headers["set-cookie"]
        assert cookie.startswith("__Host-saralau_session=") is secure
        assert ("Secure" in cookie) is secure


def test_a_wrong_name_and_a_wrong_password_are_told_alike(serve: Serve, kept: Keeping, tmp_path: Path) -> None:
    client = serve(Identity.ACCOUNTS)
    wrong, nobody = sign_in(client, "aliya", "a wrong password"), sign_in(client, "nobody", PASSWORD)
    assert wrong.status_code == nobody.status_code == 401
    assert say("web-sign-in-wrong", "en") in wrong.text
    assert wrong.text.replace("aliya", "") == nobody.text.replace("nobody", "")
    assert "set-cookie" not in wrong.headers
    assert [(what, name) for what, name, _ in deeds(tmp_path)] == [("sign-in-failed", "aliya"), ("sign-in-failed", "nobody")]
    assert PASSWORD not in (tmp_path / "audit.jsonl").read_text()


def test_who_guesses_has_to_wait_even_with_the_right_password(serve: Serve, kept: Keeping) -> None:
    client = serve(Identity.ACCOUNTS)
    answers = [sign_in(client, "aliya", f"wrong password {n}").status_code for n in range(6)]
    assert answers == [401] * 5 + [429]
    assert sign_in(client, "aliya").status_code == 429
    assert sign_in(client, "boris").status_code == 303


def test_strangers_send_little(serve: Serve, kept: Keeping) -> None:
    client = serve(Identity.ACCOUNTS)
    client.headers["content-type"] = "application/x-www-form-urlencoded"
    assert client.post("/sign-in", content=b"name=" + b"x" * (64 << 10)).status_code == 413
    pieces = iter([b"name=", b"x" * (64 << 10), b"&token=x"])  # of unknown length: cut off where it gets too large
    assert client.post("/sign-in", content=pieces).status_code == 413


def test_signing_in_needs_the_form_of_this_server(serve: Serve, kept: Keeping) -> None:
    """Or another site could sign somebody in as its own user and see what they save."""
    client = serve(Identity.ACCOUNTS)
    form = {"name": "aliya", "password": PASSWORD}
    assert client.post("/sign-in", data=form).status_code == 403
    t = token(client, "/sign-in")
    assert client.post("/sign-in", data={**form, "token": t}, headers={"origin": "https://evil.example"}).status_code == 403
    assert client.post("/sign-in", data={**form, "token": t}).status_code == 303


def test_there_is_no_way_around_by_a_websocket(serve: Serve, kept: Keeping) -> None:
    with pytest.raises(WebSocketDisconnect), serve(Identity.ACCOUNTS).websocket_connect("/cases"):
        pass


def test_the_token_of_one_session_is_not_that_of_another(serve: Serve, kept: Keeping) -> None:
    aliya, boris = serve(Identity.ACCOUNTS), serve(Identity.ACCOUNTS)
    sign_in(aliya, "aliya")
    sign_in(boris, "boris")
    form = {"c": CASE, "name": "x", "do": "new", "token": token(boris, "/cases")}
    assert aliya.post("/cases", data=form).status_code == 403
    assert boris.post("/cases", data=form).status_code == 303


def test_the_id_of_a_session_is_new_with_each_signing_in(serve: Serve, kept: Keeping) -> None:
    client = serve(Identity.ACCOUNTS)
    client.cookies.set("saralau_session", "chosen.by-somebody")
    sign_in(client, "aliya")
    one = client.cookies.get("saralau_session", domain="testserver.local")
    assert one is not None
    assert one != "chosen.by-somebody"
    assert client.get("/sign-in").status_code == 303


def test_the_password_is_changed_and_every_screen_signed_out(serve: Serve, kept: Keeping) -> None:
    here, there = serve(Identity.ACCOUNTS), serve(Identity.ACCOUNTS)
    sign_in(here, "aliya")
    sign_in(there, "aliya")
    form = {"token": token(here, "/account"), "old": PASSWORD, "password": "another long one", "again": "another long one"}
    assert here.post("/account/password", data={**form, "old": "wrong wrong wrong"}).status_code == 422
    assert here.post("/account/password", data={**form, "again": "mistyped it was"}).status_code == 422
    assert here.post("/account/password", data={**form, "password": "short", "again": "short"}).status_code == 422
    assert there.get("/cases").status_code == 200
    assert here.post("/account/password", data=form).status_code == 303
    assert [client.get("/cases").status_code for client in (here, there)] == [303, 303]
    assert sign_in(here, "aliya").status_code == 401
    assert sign_in(here, "aliya", "another long one").status_code == 303


def test_all_screens_are_signed_out(serve: Serve, kept: Keeping) -> None:
    here, there = serve(Identity.ACCOUNTS), serve(Identity.ACCOUNTS)
    sign_in(here, "aliya")
    sign_in(there, "aliya")
    here.post("/sign-out", data={"token": token(here, "/account"), "everywhere": "1"})
    assert there.get("/cases").status_code == 303


def test_an_account_that_is_removed_is_out_at_once_and_a_role_counts_at_once(serve: Serve, kept: Keeping) -> None:
    client = serve(Identity.ACCOUNTS)
    sign_in(client, "aliya")
    assert say("web-role-reader", "en") in client.get("/account").text
    people.set_role(kept, "aliya", "editor")
    assert say("web-role-editor", "en") in client.get("/account").text
    people.remove(kept, "aliya")
    assert client.get("/account").status_code == 303


def test_a_program_shows_a_token(serve: Serve, kept: Keeping, tmp_path: Path) -> None:
    client, made = serve(Identity.ACCOUNTS), tokens.make(kept, "aliya", "script")
    assert client.get("/api/v1/acts", headers={"authorization": f"Bearer {made}"}).status_code == 200
    sign_in(client, "aliya")
    for wrong in ("", "Bearer", f"Bearer {made}x", f"Basic {made}", "Bearer é".encode()):  # even with a session beside it
        assert client.get("/api/v1/acts", headers={"authorization": wrong}).status_code == 401
    tokens.revoke(kept, tokens.tokens(kept)[0].id)
    assert client.get("/api/v1/acts", headers={"authorization": f"Bearer {made}"}).status_code == 401
    assert made not in (tmp_path / "audit.jsonl").read_text()


def test_uploads_are_logged_with_their_path_alone(serve: Serve, kept: Keeping, tmp_path: Path) -> None:
    client, made = serve(Identity.ACCOUNTS), tokens.make(kept, "aliya", "script")
    headers = {"authorization": f"Bearer {made}", "content-type": "application/json"}
    client.post("/api/v1/cases/qualify?lang=en", content=b'{"secret": "words"}', headers=headers)
    line = json.loads((tmp_path / "audit.jsonl").read_text())
    assert (line["what"], line["who"], line["of"]) == ("uploaded", "aliya", "/api/v1/cases/qualify")
    assert "words" not in json.dumps(line)


def test_a_session_of_another_server_is_none(serve: Serve, kept: Keeping) -> None:
    client = serve(Identity.ACCOUNTS)
    person = people.signed_in(kept, "aliya", PASSWORD)
    assert person is not None
    client.cookies.set("saralau_session", sessions.begin(kept, person, b"another secret"))
    assert client.get("/cases").status_code == 303


@pytest.mark.parametrize(
    "away",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/a\nb",
        "",
        "a",
        "/\t/evil.example",
        "/x\\y",
    ],
)
def test_nobody_is_led_to_another_site(away: str) -> None:
    assert _back(away) == "/"


@given(st.text(max_size=60))
def test_where_one_is_led_is_always_here(typed: str) -> None:
    led = _back(typed)
    assert led.startswith("/")
    assert not led.startswith(("//", "/\\"))


# -- addresses


ADDRESSES = st.sampled_from(
    ["10.0.0.1", "10.9.9.9", "1.2.3.4", "::1", "2001:db8::1", "unknown", "", "::ffff:10.0.0.1", "10.0.0.1:80"]
)
NETWORKS = (ip_network("10.0.0.0/8"), ip_network("2001:db8::/32"))


@given(ADDRESSES, st.lists(ADDRESSES, max_size=4))
def test_a_stranger_is_who_it_is_whatever_it_says(peer: str, hops: list[str]) -> None:
    scope = {
        "type": "http",
        "scheme": "http",
        "client": (peer, 1),
        "headers": [(b"x-forwarded-for", ", ".join(hops).encode())],
    }
    found = came_from(scope, NETWORKS)["client"][0]
    if is_among(peer, NETWORKS):
        assert found in {peer, *hops}
        after = hops[len(hops) - hops[::-1].index(found) :] if found != peer and found in hops else []
        assert all(is_among(hop, NETWORKS) for hop in after)  # only proxies stand between
    else:
        assert found == peer


def test_a_form_given_to_one_person_is_worth_nothing_for_another(serve: Serve) -> None:
    """Even in the same browser, or where somebody could set a cookie of it: the proxy says who asks."""
    ours = serve(Identity.PROXY)
    ours.headers["x-remote-user"] = "mallory"
    form = token(ours, "/cases")
    assert ours.post("/cases", data={"token": form, "c": CASE, "name": "mine", "do": "new"}).status_code == 303
    ours.headers["x-remote-user"] = "aliya"
    assert ours.post("/cases", data={"token": form, "c": CASE, "name": "foisted", "do": "new"}).status_code == 403


def test_behind_https_no_other_host_can_name_the_browser(serve: Serve) -> None:
    client = serve(Identity.PROXY)
    client.headers.update({"x-remote-user": "aliya", "x-forwarded-proto": "https"})
    named = client.get("/cases").headers["set-cookie"]
    assert named.startswith("__Host-saralau_visitor=")
    assert "Secure" in named
    assert "Domain" not in named


def test_a_case_that_is_told_on_a_shared_server_is_in_no_cache(serve: Serve) -> None:
    for identity, kept_by in ((Identity.OPEN, "no-store"), (Identity.LOCAL, "private, no-cache")):
        assert serve(identity).get(f"/qualify?c={CASE}").headers["cache-control"] == kept_by
