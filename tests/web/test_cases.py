"""Saved cases in the browser: kept by name, opened, changed, exported, taken over from files; each by its owner alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from saralau.cases.reading import read_case_text
from saralau.cases.writing import case_text
from saralau.keeping.connecting import FILE
from saralau.keeping.packing import packed, unpacked
from saralau.messages import languages, say
from saralau.web.app import make_app
from saralau.web.security import guarded
from saralau.web.settings import Settings

from ..conftest import EXAMPLES

EN = {"accept-language": "en"}
CASE = (EXAMPLES / "cases/skimmer-gang.yaml").read_text("utf-8")


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[TestClient]:
    """A server over a library of its own."""
    settings = Settings(tmp_path, hosts=("testserver",), computations=1000.0)
    app = make_app(settings)
    with TestClient(guarded(app, settings), raise_server_exceptions=False, headers=EN) as client:
        yield client
    app.state.sandbox.close()
    app.state.keeper.close()


def token(client: TestClient, path: str = "/cases") -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', client.get(path).text)
    assert found is not None
    return found[1]


def saved(client: TestClient, name: str = "The gang") -> str:
    """Saves a case; its id and revision."""
    form = {"token": token(client), "c": packed(read_case_text(CASE, "case")), "name": name, "do": "new"}
    answer = client.post("/cases", data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return parse_qs(urlsplit(answer.headers["location"]).query)["k"][0]


def names(client: TestClient) -> list[str]:
    return re.findall(r'<a class="kept-name"[^>]*>([^<]*)</a>', client.get("/cases").text)


def test_a_case_is_saved_listed_and_opened(mine: TestClient) -> None:
    assert say("web-cases-none", "en") in mine.get("/cases").text
    k = saved(mine, "Банкомат & Ko")
    assert names(mine) == ["Банкомат &amp; Ko"]
    opened = mine.get(f"/cases/{k.partition('.')[0]}")
    assert unpacked(parse_qs(urlsplit(str(opened.url)).query)["c"][0]) == read_case_text(CASE, "case")
    assert say("web-save-same", "en", name="Банкомат &amp; Ko") in opened.text
    assert opened.headers["cache-control"] == "no-store"


def test_what_is_changed_is_said_to_be_unsaved_and_saved_over_or_beside(mine: TestClient) -> None:
    k = saved(mine)
    c = packed(read_case_text(CASE, "case"))
    changed = mine.get("/qualify", params={"c": c, "k": k, "do": "person"})
    assert parse_qs(urlsplit(str(changed.url)).query)["k"] == [k]
    assert say("web-save-changed", "en", name="The gang") in changed.text
    form = {"token": token(mine), "c": parse_qs(urlsplit(str(changed.url)).query)["c"][0], "k": k, "name": "The gang"}
    assert say("web-save-same", "en", name="The gang") in mine.post("/cases", data={**form, "do": "over"}).text
    stale = mine.post("/cases", data={**form, "do": "over"})
    assert stale.status_code == 409
    assert say("keep-overtaken", "en") in stale.text
    mine.post("/cases", data={**form, "do": "new", "name": "Another"})
    assert sorted(names(mine)) == ["Another", "The gang"]


def test_a_link_does_not_carry_the_saved_case(mine: TestClient) -> None:
    k = saved(mine)
    page = mine.get(f"/cases/{k.partition('.')[0]}").text
    link = re.search(r'href="([^"]+)">' + re.escape(say("web-link", "en")), page)
    assert link is not None
    assert "k=" not in link[1]


def test_a_link_of_somebody_else_is_a_case_like_any_other(mine: TestClient) -> None:
    answer = mine.get("/qualify", params={"c": packed(read_case_text(CASE, "case")), "k": "nothing-of-mine.1"})
    assert answer.status_code == 200
    assert 'name="do" value="over"' not in answer.text


def test_a_case_is_renamed_exported_and_deleted(mine: TestClient) -> None:
    id = saved(mine).partition(".")[0]
    mine.post(f"/cases/{id}/rename", data={"token": token(mine), "name": "Шайка"})
    assert names(mine) == ["Шайка"]
    file = mine.get(f"/cases/{id}/case.yaml")
    assert "filename*=UTF-8''%D0%A8" in file.headers["content-disposition"]
    assert read_case_text(file.text, "case.yaml") == read_case_text(CASE, "case")
    mine.post(f"/cases/{id}/delete", data={"token": token(mine)})
    assert names(mine) == []
    assert mine.get(f"/cases/{id}").status_code == 404
    assert mine.get(f"/cases/{id}/case.yaml").status_code == 404


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_file_is_taken_over(mine: TestClient, form: str) -> None:
    from saralau.cases.writing import case_record

    case = read_case_text(CASE, "case")
    content = CASE if form == "yaml" else json.dumps(case_record(case))
    answer = mine.post("/cases/import", data={"token": token(mine)}, files={"file": (f"../../x/gang.{form}", content)})
    assert answer.status_code == 200, answer.text
    assert names(mine) == [f"gang.{form}"]
    assert unpacked(parse_qs(urlsplit(str(answer.url)).query)["c"][0]) == case


HOSTILE = {
    "nothing": b"",
    "no text": b"\xff\xfe\x00",
    "no case": b"a: 1",
    "a tag": b"!!python/object/apply:os.system ['touch /tmp/x']",
    "an alias of an alias": b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]",
    "deep": b"[" * 400,
    "an entity": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "a wrong word": CASE.replace("access", "acces").encode(),
}


def test_a_file_that_is_no_case_is_refused_in_a_sentence(mine: TestClient) -> None:
    t = token(mine)
    for name, content in HOSTILE.items():
        answer = mine.post("/cases/import", data={"token": t}, files={"file": ("case.yaml", content)})
        assert answer.status_code == 422, name
        assert 'role="alert"' in answer.text
    wrong = mine.post("/cases/import", data={"token": t}, files={"file": ("case.yaml", HOSTILE["a wrong word"])})
    assert "line 1" in wrong.text
    large = mine.post("/cases/import", data={"token": t}, files={"file": ("case.yaml", b"#" * (64 << 10) + b"#")})
    assert large.status_code == 413
    assert mine.post("/cases/import", data={"token": t}).status_code == 422
    assert names(mine) == []


def test_a_case_that_fits_in_no_address_is_not_kept(mine: TestClient) -> None:
    import random
    import string

    dice = random.Random(1)
    title = "".join(dice.choices(string.ascii_letters + string.digits, k=15_000))
    large = CASE + f"\n# \ntitle: {{en: {title}}}\n" if "title:" not in CASE else CASE.replace("en: ", f"en: {title} ", 1)
    answer = mine.post("/cases/import", data={"token": token(mine)}, files={"file": ("case.yaml", large)})
    assert answer.status_code == 422
    assert say("web-case-long", "en") in answer.text
    assert names(mine) == []


def test_a_form_without_its_token_changes_nothing(mine: TestClient) -> None:
    id = saved(mine).partition(".")[0]
    c = packed(read_case_text(CASE, "case"))
    posts = {
        "/cases": {"c": c, "name": "x"},
        f"/cases/{id}/rename": {"name": "x"},
        f"/cases/{id}/delete": {},
        "/cases/import": {},
    }
    for path, form in posts.items():
        for wrong in ("", "0" * 64, "é"):
            answer = mine.post(path, data={**form, "token": wrong})
            assert answer.status_code == 403, path
            assert say("web-form-old", "en") in answer.text
    assert names(mine) == ["The gang"]
    good = token(mine)
    mine.cookies.clear()  # the form of one browser, sent by another
    assert mine.post(f"/cases/{id}/delete", data={"token": good}).status_code == 403


def test_who_only_reads_leaves_nothing_in_the_library(mine: TestClient, tmp_path: Path) -> None:
    for path in ("/", "/cases", "/qualify", "/cases/nothing", "/sign-in", "/account"):
        mine.get(path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_cannot_be_read_in_the_folder(mine: TestClient, tmp_path: Path) -> None:
    saved(mine, "Ivanov and the bank")
    assert (tmp_path / FILE).is_file()
    for place in tmp_path.iterdir():
        assert place.stat().st_mode & 0o077 == 0, place
        assert b"Ivanov" not in place.read_bytes()
        assert b"skimmer" not in place.read_bytes()


def test_a_case_of_a_lost_key_is_told_and_can_be_deleted(mine: TestClient, tmp_path: Path) -> None:
    id = saved(mine).partition(".")[0]
    (tmp_path / "keeping.key").unlink()
    settings = Settings(tmp_path, hosts=("testserver",), computations=1000.0)
    app = make_app(settings)
    with TestClient(guarded(app, settings), headers=EN) as client:
        assert say("web-case-closed", "en") in client.get("/cases").text
        assert say("keep-no-key", "en") in client.get(f"/cases/{id}").text
        client.post(f"/cases/{id}/delete", data={"token": token(client)})
        assert say("web-case-closed", "en") not in client.get("/cases").text
    app.state.keeper.close()


def test_what_is_done_with_cases_is_logged_without_what_is_in_them(mine: TestClient, tmp_path: Path) -> None:
    id = saved(mine, "Ivanov").partition(".")[0]
    mine.get(f"/cases/{id}")
    mine.get(f"/cases/{id}/case.yaml")
    mine.post(f"/cases/{id}/rename", data={"token": token(mine), "name": "Petrov"})
    mine.post(f"/cases/{id}/delete", data={"token": token(mine)})
    lines = [json.loads(line) for line in (tmp_path / "audit.jsonl").read_text().splitlines()]
    deeds = ["case-saved", "case-opened", "case-exported", "case-renamed", "case-deleted"]
    assert [(line["what"], line["who"], line["of"]) for line in lines] == [(deed, "local", id) for deed in deeds]


@pytest.mark.parametrize("code", languages())
def test_the_page_speaks_every_language(mine: TestClient, code: str) -> None:
    saved(mine)
    page = mine.get("/cases", params={"ui": code}).text
    for message in ("web-cases-title", "web-rename", "web-delete-sure", "web-import-title"):
        assert say(message, code) in page


def test_the_file_that_is_exported_is_the_one_of_the_command_line(mine: TestClient) -> None:
    id = saved(mine).partition(".")[0]
    assert mine.get(f"/cases/{id}/case.yaml").text == case_text(read_case_text(CASE, "case"))
