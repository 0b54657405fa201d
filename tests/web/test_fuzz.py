"""Every address of the web application with what strangers may send: there is a page, or a sentence; never a fault, never their
mark-up. Addresses are taken from the application itself, so that a new page is tried without a line here.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from saralau.cases.reading import read_case_text
from saralau.keeping.packing import packed
from saralau.web.app import SUBJECTS, make_app
from saralau.web.security import HEADERS, guarded
from saralau.web.settings import Settings

from ..conftest import EXAMPLES
from .conftest import EDITION, IRI

MARK = "<zq>"
CASE = packed(read_case_text((EXAMPLES / "cases/skimmer-gang.yaml").read_text("utf-8"), "case"))
HOSTILE = (
    f'"><script>{MARK}', f"'{MARK}", f"javascript:{MARK}", MARK, "{{7*7}}", "%s%n", "\x00", "\u202e\u2066", "\U0001f4a3" * 40, "é" * 300, "x" * 9000,
    "../../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "' OR 1=1 --", "*", "~", '"', "(" * 200, "a:b:c=d", "-1", "0", "9" * 400, "1e999", "NaN",
    "\r\nset-cookie: x=y", "//evil.example", "http://evil.example", "[" * 300, "add:entry:access", "drop:k:x", "person", "act", "answer:entry:conduct=access",
    "save", "over", "new", "date-entry", "null", "[]", "true", "9999-12-31", "0000-00-00",
)  # fmt: skip
FITTING = (
    "", "kz", "alt", "en", "ru", "kk", "2025-10-14", EDITION, IRI, IRI.removeprefix("/akn/"), f"{IRI.removeprefix('/akn/')}/eng@{EDITION}",
    f"{IRI.removeprefix('/akn/')}/eng@{EDITION}/~art_10", "budapest", "un-2024", "skimmer-gang", "taking", "art_10__para_1", CASE, "1", "2", "I", "III",
    "text", "title", "purpose", "kz/criminal-code@2025-07-16.ru", "case", "a.1", "rus@2020-02-28",
)  # fmt: skip
NAMES = (
    "q",
    "ui",
    "c",
    "s",
    "k",
    "at",
    "do",
    "find",
    "j",
    "on",
    "before",
    "lang",
    "act",
    "code",
    "page",
    "name",
    "next",
    "x",
    "age-k",
    "date-entry",
    "sum-entry",
)


@pytest.fixture(scope="module")
def server(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, list[APIRoute]]]:
    """A server over a copy of the library, and its addresses."""
    folder = tmp_path_factory.mktemp("fuzzed") / "library"
    shutil.copytree(library, folder)
    settings = Settings(folder, hosts=("testserver",), pages=1e9, computations=1e9)
    app = make_app(settings)
    routes = [route for subject in SUBJECTS for route in subject.router.routes if isinstance(route, APIRoute)]
    assert len(routes) > 15
    with TestClient(guarded(app, settings), raise_server_exceptions=False, follow_redirects=False) as client:
        yield client, routes
    app.state.sandbox.close()
    app.state.keeper.close()


def value(dice: random.Random) -> str:
    one = dice.choice(HOSTILE if dice.random() < 0.5 else FITTING)
    return one + dice.choice(HOSTILE) if dice.random() < 0.1 else one


def request(route: APIRoute, dice: random.Random, token: str) -> tuple[str, str, dict[str, Any]]:
    """A method, an address and what goes with it."""
    from urllib.parse import quote

    path = re.sub(
        r"\{(\w+)(?::path)?\}", lambda _: quote(value(dice)[:3000], safe="/" if dice.random() < 0.5 else "~@"), route.path
    )
    told = [one.alias for one in (*route.dependant.query_params, *route.dependant.body_params)]
    names = dice.sample(told, dice.randint(0, len(told))) + dice.sample(NAMES, dice.randint(0, 2))
    if dice.random() < 0.05:
        names += [dice.choice(HOSTILE)]
    fields = {name: value(dice) for name in names}
    more: dict[str, Any] = {"headers": {"accept-language": dice.choice(("en", "ru", "kk", "*", "xx;q=9"))}}
    method = dice.choice(sorted(route.methods))
    if method != "POST":
        return method, path, more | {"params": fields}
    if dice.random() < 0.9:
        fields["token"] = token
    if "file" in fields:
        fields.pop("file")
        content = dice.choice(
            (
                b"",
                b"a: 1",
                b"[" * 200,
                b"\xff\x00",
                b"PK\x03\x04",
                b"%PDF-1.7",
                MARK.encode(),
                (EXAMPLES / "cases/abroad.yaml").read_bytes(),
            )
        )
        more["files"] = {"file": (dice.choice(("x.yaml", "../../x.md", f"{MARK}.html", "x", "x.docx", "x.pdf")), content)}
    return method, path, more | {"data": fields}


def tried(server: tuple[TestClient, list[APIRoute]], seed: str, times: int) -> None:
    client, routes = server
    found = re.search(r'name="token" value="([0-9a-f]+)"', client.get("/cases").text)
    assert found is not None
    dice = random.Random(seed)
    for number in range(times):
        method, path, more = request(routes[number % len(routes)], dice, found[1])
        answer = client.request(method, path, **more)
        told = (seed, number, method, path, more)
        assert answer.status_code < 500, told
        assert MARK not in answer.text or "html" not in answer.headers.get("content-type", ""), told
        policy = re.sub(
            r" 'sha256-[\w+/=]+'", "", answer.headers["content-security-policy"]
        )  # a sheet has a style of its own
        assert HEADERS.items() <= {**answer.headers, "content-security-policy": policy}.items(), told
        assert "root:x:" not in answer.text, told
        if "location" in answer.headers:
            assert re.match(r"(http://testserver)?/(?![/\\])", answer.headers["location"]), told


def test_no_address_breaks(server: tuple[TestClient, list[APIRoute]]) -> None:
    tried(server, "short", 8 * len(server[1]))


@pytest.mark.long
@pytest.mark.parametrize("seed", [f"long {n}" for n in range(20)])
def test_no_address_breaks_however_long_one_tries(server: tuple[TestClient, list[APIRoute]], seed: str) -> None:
    tried(server, seed, 1500)


@pytest.mark.parametrize(
    "path", ["/" + "x" * 60_000, "/%00", "/%ff%fe", "/qualify?" + "c=x&" * 5000, "/search?q=" + "%F0%9F%92%A3" * 4000]
)
def test_addresses_that_nobody_types(server: tuple[TestClient, list[APIRoute]], path: str) -> None:
    assert server[0].get(path).status_code < 500


def test_a_large_case_is_answered_in_time(server: tuple[TestClient, list[APIRoute]]) -> None:
    """As many persons and acts as a form may have, each with much to say of it."""
    import time

    from saralau.cases.editing import new_case, told, with_deed, with_person

    case = new_case("kz", "2025-10-14")
    for _ in range(7):
        case = with_deed(with_person(case))
    for deed in case.deeds:
        for term in ("access", "destruction", "information_system", "without_right"):
            case = told(case, deed.id, term)
    begun = time.perf_counter()
    answer = server[0].get("/qualify", params={"c": packed(case)})
    assert answer.status_code == 200
    assert time.perf_counter() - begun < 20
