"""What the API answers: shapes, languages, pages, tables, tags, refusals."""

from __future__ import annotations

import csv
import io
import json
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi import FastAPI
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from saralau.api.app import make_api
from saralau.api.limits import Limits
from saralau.api.negotiating import CSV, JSON, XLSX, media, tongue
from saralau.corpus.sandbox import Bounds
from saralau.messages import languages, say

from ..conftest import EXAMPLES, ROOT
from .conftest import KEY, NEW, OLD

ACT = f"/acts/{KEY}"
CASE = {
    "schema": "saralau/case/1",
    "case": "entry",
    "jurisdiction": "kz",
    "persons": [{"id": "k", "age": 34}],
    "acts": [{"id": "e", "date": "2025-10-14", "conduct": "access", "object": "information_system"}],
}
MARKDOWN = {"content-type": "text/markdown"}


def described(api: TestClient, path: str, method: str = "get") -> Draft202012Validator:
    """The shape that the description promises for the answer of a route."""
    told = api.get("/openapi.json").json()
    shape = told["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]
    return Draft202012Validator({**shape, "components": told["components"]})


@cache
def schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / f"docs/schemas/{name}.json").read_text("utf-8")))


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/health", "/health"),
        ("/version", "/version"),
        ("/packs", "/packs"),
        ("/facts?limit=3", "/facts"),
        ("/rules", "/rules"),
        ("/acts", "/acts"),
        (ACT, "/acts/{act}"),
        (f"{ACT}/structure?lang=ru", "/acts/{act}/structure"),
        (f"{ACT}/provisions/10?lang=ru", "/acts/{act}/provisions/{place}"),
        (f"{ACT}/provisions/10.2.4?lang=kk", "/acts/{act}/provisions/{place}"),
        (f"{ACT}/provisions/10/citations?lang=ru", "/acts/{act}/provisions/{place}/citations"),
        (f"{ACT}/provisions/10/history?lang=ru", "/acts/{act}/provisions/{place}/history"),
        (f"{ACT}/history?lang=ru", "/acts/{act}/history"),
        (f"{ACT}/offences?lang=en", "/acts/{act}/offences"),
        (f"{ACT}/map?lang=ru", "/acts/{act}/map"),
        (f"{ACT}/diff?from={OLD}&to={NEW}", "/acts/{act}/diff"),
        (f"{ACT}/standing?on=2021-01-01&lang=ru", "/acts/{act}/standing"),
        (f"{ACT}/findings?lang=ru&parallel=kk", "/acts/{act}/findings"),
        (f"{ACT}/definitions?lang=ru", "/acts/{act}/definitions"),
        (f"/terms?act={KEY}&lang=ru", "/terms"),
        ("/search?q=unlawful+access&facets=group", "/search"),
        ("/registers", "/registers"),
        ("/registers/kz:criminal-code@2025-07-16.ru/map", "/registers/{register}/map"),
        ("/registers/kz:criminal-code@2025-07-16.ru/offences?group=I", "/registers/{register}/offences"),
        ("/treaties", "/treaties"),
        ("/treaties/budapest/coverage?jurisdiction=kz", "/treaties/{treaty}/coverage"),
        ("/jurisdictions/kz/instruments", "/jurisdictions/{jurisdiction}/instruments"),
        ("/jurisdictions/kz/timeline", "/jurisdictions/{jurisdiction}/timeline"),
        ("/jurisdictions/kz/provisions/205.1/explanation", "/jurisdictions/{jurisdiction}/provisions/{place}/explanation"),
    ],
)
def test_an_answer_has_the_shape_that_is_described(api: TestClient, path: str, route: str) -> None:
    answer = api.get(path)
    assert answer.status_code == 200, answer.text
    described(api, route).validate(answer.json())
    assert answer.json() not in ({}, {"items": [], "total": 0, "next": None}) or "citations" in path or "definitions" in path


def test_every_route_is_looked_at_here() -> None:
    text = "".join((Path(__file__).parent / name).read_text("utf-8") for name in ("test_api.py", "test_verbs.py"))
    for path, methods in make_api(ROOT / "no-library").openapi()["paths"].items():
        assert f'"{path}"' in text, path
        assert set(methods) <= {"get", "post"}


@pytest.mark.long
def test_relevance_has_the_shape_that_is_described(api: TestClient) -> None:
    answer = api.get("/jurisdictions/kz/provisions/205.1/relevance")
    described(api, "/jurisdictions/{jurisdiction}/provisions/{place}/relevance").validate(answer.json())
    assert {"budapest", "un2024"} <= {row["treaty"] for row in answer.json()["items"]}


def test_a_provision_is_the_part_that_is_asked_for_in_the_language(api: TestClient) -> None:
    whole = api.get(f"{ACT}/provisions/10?lang=en").json()
    part = api.get(f"{ACT}/provisions/10.2?lang=en").json()
    assert [block["eid"] for block in part["blocks"]] == ["art_10__para_2"]
    assert len(whole["blocks"]) > 1
    assert part["blocks"][0]["offence"]["group"] == "II"
    assert part["text"]["language"] == "en"
    words = "".join(piece["text"] for line in part["blocks"][0]["lines"] for piece in line["pieces"])
    assert "unlawful access to an information system" in words
    assert api.get(f"{ACT}/provisions/10?lang=kk").json()["text"]["language"] == "kk"


def test_a_day_chooses_the_text_in_hand(api: TestClient) -> None:
    assert api.get(f"{ACT}/provisions/10?lang=ru&on=2021-01-01").json()["text"]["edition"] == OLD
    assert api.get(f"{ACT}/provisions/10?lang=ru").json()["text"]["edition"] == NEW
    refused = api.get(f"{ACT}/provisions/10?lang=ru&on=2019-01-01")
    assert (refused.status_code, refused.json()["type"]) == (404, "urn:saralau:problem:api-text-absent")


def test_two_editions_have_otherwise_what_was_changed(api: TestClient) -> None:
    found = api.get(f"{ACT}/diff?from={OLD}&to={NEW}").json()
    assert [(row["provision"], row["direction"]) for one in found["articles"] for row in one["sanctions"]] == [
        ("10.2", "milder")
    ]
    assert api.get(f"{ACT}/diff?from={NEW}&to={OLD}").status_code == 422


@pytest.mark.parametrize("code", languages())
def test_a_problem_speaks_the_language_that_is_asked_for(api: TestClient, code: str) -> None:
    answer = api.get("/acts/tax-code", headers={"accept-language": f"de, {code};q=0.8, *;q=0.1"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == code
    assert answer.json()["detail"] == say("shelf-work-absent", code, typed="tax-code")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("method", "path", "body", "kind", "status"),
    [
        ("GET", "/nothing", None, None, 404),
        ("GET", "/acts/", None, None, 404),
        ("GET", "/acts/tax-code", None, None, 404),
        ("GET", f"{ACT}/provisions/999", None, None, 404),
        ("GET", "/treaties/none/coverage?jurisdiction=kz", None, None, 404),
        ("GET", "/treaties/budapest/coverage?jurisdiction=zz", None, None, 404),
        ("GET", "/registers/kz:..@2025/map", None, None, 422),
        ("GET", "/registers/kz:other@2025-07-16.ru/map", None, None, 404),
        ("GET", f"{ACT}/provisions/x", None, None, 422),
        ("GET", f"{ACT}/structure?on=1577836800", None, None, 422),
        ("GET", f"{ACT}/structure?on=2025-02-30", None, None, 422),
        ("GET", f"{ACT}/structure?lang=xx", None, None, 422),
        ("GET", "/acts?limit=0", None, None, 422),
        ("GET", "/acts?cursor=AAAA", None, None, 422),
        ("POST", "/acts", b"", "text/plain", 405),
        ("DELETE", ACT, None, None, 405),
        ("PUT", f"{ACT}/alignment", b"", "text/plain", 405),
        ("POST", "/lint", b"x", "application/json", 415),
        ("POST", "/lint", b"x", None, 415),
        ("POST", "/lint", b"no articles here", "text/plain", 422),
        ("POST", "/lint", b"\xff\xfe\x00", "text/plain", 422),
        ("POST", "/lint", b"%PDF-1.7 broken", "application/pdf", 422),
        ("POST", "/lint", b"x" * (2 << 20) + b"y", "text/plain", 413),
        ("POST", "/lint?select=Z999", (EXAMPLES / "sample-code.en.md").read_bytes(), "text/markdown", 422),
        ("POST", "/cases/qualify", b"{}", "text/plain", 415),
        ("POST", "/cases/qualify", b"{", "application/json", 422),
        ("POST", "/cases/qualify", b"[" * 100_000, "application/json", 422),
        ("POST", "/cases/qualify", b"\xff", "application/json", 422),
        ("POST", "/cases/qualify", b"{}" + b" " * (256 << 10), "application/json", 413),
        ("POST", f"{ACT}/impact?lang=ru", b"nothing to do", "text/plain", 422),
    ],
)  # fmt: skip
def test_a_refusal_is_a_problem(
    api: TestClient, method: str, path: str, body: bytes | None, kind: str | None, status: int
) -> None:
    answer = api.request(method, path, content=body, headers={"content-type": kind} if kind else {})
    assert answer.status_code == status, answer.text
    told = answer.json()
    described_problem = Draft202012Validator(
        {**(all := api.get("/openapi.json").json())["components"]["schemas"]["Problem"], "components": all["components"]}
    )
    described_problem.validate(told)
    assert told["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert str(ROOT) not in answer.text
    assert "/tmp" not in answer.text
    if status == 405:
        assert "GET" in answer.headers["allow"]
        assert "HEAD" in answer.headers["allow"]
        assert ("POST" in answer.headers["allow"]) is path.endswith("alignment")  # which has two routes


def test_a_body_without_a_length_is_cut_off(api: TestClient) -> None:
    answer = api.post("/lint", content=(b"x" * 65_536 for _ in range(40)), headers={"content-type": "text/plain"})
    assert answer.status_code == 413


def test_pages_reach_every_row_once(api: TestClient) -> None:
    whole = api.get(f"{ACT}/offences?lang=en&limit=1000").json()
    rows: list[Any] = []
    path: str | None = f"{ACT}/offences?lang=en&limit=7"
    while path:
        answer = api.get(path)
        rows += answer.json()["items"]
        path = answer.json()["next"]
        assert ('rel="next"' in answer.headers["link"]) is (path is not None)
        if path:
            assert f"<{path}>" in answer.headers["link"]
    assert rows == whole["items"]
    assert len(rows) == whole["total"] > 7


def test_a_cursor_of_another_list_is_refused(api: TestClient) -> None:
    cursor = api.get(f"{ACT}/offences?lang=en&limit=1").json()["next"].partition("cursor=")[2]
    assert api.get(f"{ACT}/offences?lang=en&group=I&cursor={cursor}").json()["type"] == "urn:saralau:problem:api-cursor"
    assert api.get(f"{ACT}/offences?lang=ru&cursor={cursor}").status_code == 422


def test_search_finds_and_leads_to_the_provision(api: TestClient) -> None:
    found = api.get("/search?q=unlawful+access&lang=en&facets=group&limit=2").json()
    first = found["items"][0]
    assert first["act"] == KEY
    start, end = first["snippet"]["marks"][0]
    assert first["snippet"]["text"][start:end].lower().startswith(("unlawful", "access"))
    led = api.get(first["href"])
    assert led.status_code == 200
    assert led.json()["address"] == first["address"]
    assert {one["value"] for one in found["facets"]["group"]} <= {"I", "II", "III"}
    rows, path = [], "/search?q=unlawful+access&lang=en&limit=2"
    while path:
        page = api.get(path).json()
        rows += [(row["article"], row["language"]) for row in page["items"]]
        path = page["next"]
    assert len(rows) == len(set(rows)) == found["total"] > 2
    first, again = (api.get("/search?q=unlawful+access") for _ in range(2))
    assert first.headers["etag"] == again.headers["etag"]


def test_search_refuses_what_it_cannot_look_for(api: TestClient, tmp_path: Path) -> None:
    assert api.get("/search?q=-x").json()["type"] == "urn:saralau:problem:search-without"
    assert api.get("/search?q=x&lang=de").json()["type"] == "urn:saralau:problem:search-language"
    assert api.get("/search?q=x&act=none").status_code == 404
    empty = TestClient(make_api(tmp_path / "none"), raise_server_exceptions=False)
    refused = empty.get("/search?q=x")
    assert (refused.status_code, refused.json()["type"]) == (503, "urn:saralau:problem:api-index-absent")
    assert str(tmp_path) not in refused.text


def test_a_group_is_a_filter(api: TestClient) -> None:
    every = api.get(f"{ACT}/offences?lang=en&limit=1000").json()["items"]
    for group in ("I", "II", "III"):
        some = api.get(f"{ACT}/offences?lang=en&group={group}").json()["items"]
        assert some == [row for row in every if row["group"] == group] != []
    for row in every:
        schema("offence-1").validate(row)


@pytest.mark.parametrize(
    "path",
    [
        "/search?q=свободы&limit=50",
        f"{ACT}/offences?lang=ru",
        f"{ACT}/history?lang=ru",
        "/treaties/budapest/coverage?jurisdiction=kz",
    ],
)
def test_tables_come_in_three_formats(api: TestClient, path: str) -> None:
    as_csv = api.get(path, headers={"accept": "text/csv, application/json;q=0.5"})
    assert as_csv.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(as_csv.text.lstrip("\ufeff"))))
    assert len(rows) > 3
    assert as_csv.text == api.get(f"{path}&format=csv").text
    book = api.get(f"{path}&format=xlsx")
    assert book.headers["content-type"] == XLSX
    with zipfile.ZipFile(io.BytesIO(book.content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert sheet.count("<row ") == len(rows) + 1
        assert "<f>" not in sheet
    assert api.get(f"{path}&format=xlsx").headers["etag"] == book.headers["etag"]


def test_what_has_not_changed_is_not_sent_again(api: TestClient) -> None:
    first = api.get(f"{ACT}/structure?lang=en")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert first.headers["vary"] == "accept, accept-language"
    for asked in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = api.get(f"{ACT}/structure?lang=en", headers={"if-none-match": asked})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert "content-length" not in again.headers
    assert api.get(f"{ACT}/structure?lang=en", headers={"if-none-match": '"other"'}).status_code == 200
    assert api.get(f"{ACT}/structure?lang=ru", headers={"if-none-match": tag}).status_code == 200


def test_head_is_get_without_the_body(api: TestClient) -> None:
    got, head = api.get("/treaties"), api.head("/treaties")
    assert head.content == b""
    assert dict(head.headers) == dict(got.headers)
    assert api.head("/nothing").status_code == 404


def test_what_is_posted_is_not_kept_by_anybody(api: TestClient) -> None:
    answer = api.post("/cases/qualify", json=CASE)
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


def test_a_case_is_qualified_and_the_next_question_asked(api: TestClient) -> None:
    answer = api.post("/cases/qualify", json=CASE, headers={"accept-language": "ru"}).json()
    described(api, "/cases/qualify", "post").validate(answer)
    schema("qualified-case-1").validate(answer["qualification"])
    asked = answer["question"]
    assert (asked["of"], asked["facet"]) == ("e", "consequence")
    assert asked["provisions"] == ["205.1", "205.2", "205.3"]
    skipped = api.post("/cases/qualify?skip=e.consequence", json=CASE).json()["question"]
    assert skipped is None or skipped["facet"] != "consequence"
    told = {**CASE, "acts": [{**CASE["acts"][0], "consequence": "substantial_harm", "authorisation": "without_right",
                              "fault": "direct_intent"}]}  # type: ignore[index]  # fmt: skip
    charged = api.post("/cases/qualify", json=told).json()["qualification"]["persons"][0]
    assert [one["address"] for one in charged["charges"]] == ["205.1"]


def test_a_mistake_in_a_case_is_told_with_its_line(api: TestClient) -> None:
    text = json.dumps(CASE, indent=1).replace('"access"', '"acces"')
    answer = api.post("/cases/qualify", content=text, headers={"content-type": "application/json"})
    line = 1 + text[: text.index('"acces"')].count("\n")
    assert answer.status_code == 422
    assert answer.json()["detail"] == say("case-term", "en", name="case.json", line=str(line), typed="acces", known="access")


def test_every_case_of_the_examples_is_the_same_as_from_its_file(api: TestClient) -> None:
    from saralau.cases import qualify, read_case
    from saralau.packs.reading import read_yaml
    from saralau.report.qualification import qualification_record

    for name in ("skimmer-gang", "harm-of-whom-untold", "reconciled"):
        path = EXAMPLES / f"cases/{name}.yaml"
        answer = api.post("/cases/qualify", json=read_yaml(path)[0]).json()["qualification"]
        assert answer == json.loads(json.dumps(qualification_record(qualify(read_case(path)))))


def test_findings_of_a_text_are_those_of_the_command(api: TestClient) -> None:
    from saralau.acts import read_act
    from saralau.lint import lint

    file = EXAMPLES / "sample-code.ru.html"
    answer = api.post("/lint", content=file.read_bytes(), headers={"content-type": "text/html"}).json()
    described(api, "/lint", "post").validate(answer)
    assert [row["rule"] for row in answer["items"]] == [one.rule.code for one in lint(read_act(file))]
    chosen = api.post(
        "/lint?select=text&ignore=T001", content=file.read_bytes(), headers={"content-type": "text/html"}
    ).json()
    assert {row["family"] for row in chosen["items"]} == {"text"}
    assert "T001" not in {row["rule"] for row in chosen["items"]}


def test_references_of_a_text_lead_to_acts_in_hand(api: TestClient) -> None:
    words = "Article 205 of the Criminal Code of the Republic of Kazakhstan; article 9 of the Criminal Code."
    answer = api.post("/citations?lang=en", content=words, headers={"content-type": "text/plain"}).json()
    described(api, "/citations", "post").validate(answer)
    assert answer["items"][0]["address"] == "205"
    for row in answer["items"]:
        schema("citation-1").validate(row)


def test_a_draft_is_weighed(api: TestClient) -> None:
    draft = (EXAMPLES / "sample-draft.ru.md").read_bytes()
    answer = api.post(f"{ACT}/impact?lang=ru", content=draft, headers=MARKDOWN)
    assert answer.status_code == 200, answer.text
    described(api, "/acts/{act}/impact", "post").validate(answer.json())
    assert [one["provision"] for one in answer.json()["draft"]["instructions"]] == ["21.2", "22.2", "30.2.1"]


def test_who_sends_too_much_work_is_told_so(library: Path) -> None:
    app = make_api(library, Limits(bounds=Bounds(seconds=0.05)))
    client = TestClient(app, raise_server_exceptions=False)
    answer = client.post("/lint", content=(EXAMPLES / "sample-code.en.md").read_bytes(), headers=MARKDOWN)
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:saralau:problem:sandbox-time")
    app.state.working.sandbox.close()


def test_a_busy_server_says_when_to_ask_again(library: Path) -> None:
    app = make_api(library, Limits(workers=0, bounds=Bounds(patience=0.01)))
    client = TestClient(app, raise_server_exceptions=False)
    answer = client.post("/cases/qualify", json=CASE)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


def test_a_fault_tells_nothing_of_the_inside(tmp_path: Path, library: Path) -> None:
    import shutil

    folder = tmp_path / "library"
    shutil.copytree(library, folder)
    for text in (folder / "texts").rglob("*"):
        if text.is_file():
            text.chmod(0o600)
            text.write_bytes(b"damaged")
    answer = TestClient(make_api(folder), raise_server_exceptions=False).get(f"{ACT}/structure")
    assert (answer.status_code, answer.json()["type"]) == (500, "urn:saralau:problem:api-broken")
    assert str(folder) not in answer.text


def test_what_nobody_thought_of_is_a_problem_too(library: Path) -> None:
    app = make_api(library)
    app.state.working = None
    answer = TestClient(app, raise_server_exceptions=False).get("/acts", headers={"accept-language": "kk"})
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert answer.json()["detail"] == say("api-broken", "kk")
    assert "NoneType" not in answer.text


def test_an_empty_library_answers(tmp_path: Path) -> None:
    client = TestClient(make_api(tmp_path / "none"), raise_server_exceptions=False)
    assert client.get("/acts").json() == {"items": [], "total": 0, "next": None}
    assert client.get("/version").json()["works"] == 0
    assert client.get("/registers").json()["total"] > 0


def test_behind_the_guard_every_refusal_is_a_problem(library: Path) -> None:
    from saralau.api.problems import refusal
    from saralau.web.security import guarded
    from saralau.web.settings import Settings

    app = FastAPI(openapi_url=None)
    app.mount("/api/v1", make_api(library))
    settings = Settings(library, hosts=("testserver",), pages=1, computations=1)
    guard = guarded(app, settings, {"/api/v1/": refusal})
    client = TestClient(guard, raise_server_exceptions=False)
    russian = {"accept-language": "ru"}
    answers = [client.get("/api/v1/health", headers=russian) for _ in range(8)]
    late = answers[-1]
    assert (late.status_code, late.headers["retry-after"]) == (429, "1")
    assert late.json()["detail"] == say("api-too-often", "ru")
    assert late.headers["content-type"] == "application/problem+json"
    other = client.get("/api/v1/health", headers={"host": "elsewhere.example"})
    assert (other.status_code, other.json()["type"]) == (421, "urn:saralau:problem:api-other-host")
    large = client.post("/api/v1/lint", content=b"x", headers={"content-length": str(13 << 20), **MARKDOWN})
    assert (large.status_code, large.json()["type"]) == (413, "urn:saralau:problem:api-too-large")
    foreign = client.post("/api/v1/lint", content=b"x", headers={"origin": "https://elsewhere.example", **MARKDOWN})
    assert foreign.status_code == 403
    assert client.get("/elsewhere", headers={"host": "other"}).headers["content-type"].startswith("text/plain")


def test_the_description_is_whole(api: TestClient) -> None:
    told = api.get("/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    text = json.dumps(told)
    assert "x-record" not in text
    for reference in set(__import__("re").findall(r'"\$ref": "([^"]+)"', text)):
        node: Any = told
        for piece in reference.removeprefix("#/").split("/"):
            node = node[piece]
    for methods in told["paths"].values():
        for operation in methods.values():
            assert operation["description"]
            assert "429" in operation["responses"]
    Draft202012Validator.check_schema({"$defs": told["components"]["schemas"]})


@pytest.mark.parametrize(
    ("header", "code"),
    [("", "en"), ("kk-KZ", "kk"), ("de, ru;q=0.5, kk;q=0.9", "kk"), ("ru;q=0, kk;q=0.1", "kk"), ("RU", "ru"), (",;q=,x" * 99, "en")],
)  # fmt: skip
def test_the_language_is_the_one_wanted_most(header: str, code: str) -> None:
    assert tongue(header) == code


@pytest.mark.parametrize(
    ("header", "wanted"),
    [("", JSON), ("*/*", JSON), ("text/csv", CSV), ("text/*;q=0.9, application/json;q=0.1", CSV), (XLSX, XLSX), ("image/png", JSON)],
)  # fmt: skip
def test_the_format_is_the_one_wanted_most(header: str, wanted: str) -> None:
    assert media(header, (JSON, CSV, XLSX)) == wanted


def test_who_waits_for_the_worker_of_the_api_leaves_threads_to_readers(library: Path) -> None:
    app = make_api(library, Limits(waiting=1))
    asked, going = threading.Event(), threading.Event()

    def run(task: str, *arguments: Any) -> Any:
        asked.set()
        going.wait(10)
        return []

    app.state.working.sandbox = SimpleNamespace(run=run)
    with TestClient(app) as client, ThreadPoolExecutor(1) as other:
        first = other.submit(client.post, "/lint", content=b"x", headers={"content-type": "text/plain"})
        assert asked.wait(10)
        second = client.post("/lint", content=b"x", headers={"content-type": "text/plain"})
        going.set()
        assert (second.status_code, second.headers["retry-after"]) == (503, "5")
        assert first.result().status_code == 200
