"""What the command line does with files, over HTTP: for acts in hand, and for texts that are sent."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from saralau.acts import read_act
from saralau.api.app import make_api

from ..conftest import EXAMPLES
from .conftest import FILES, KEY, NEW, NEWER, OLD
from .test_api import described, schema

ACT = f"/acts/{KEY}"
KINDS = {"md": "text/markdown", "html": "text/html", "txt": "text/plain"}


@pytest.fixture(scope="module")
def both(wider: Path) -> Iterator[TestClient]:
    """An API over the code and the one that followed it."""
    app = make_api(wider)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client
    app.state.working.sandbox.close()


def posted(api: TestClient, path: str, name: str = "sample-code.en.md", words: str = "") -> Any:
    """The answer to a text that is sent, of the shape that is described."""
    content = words.encode() if words else (EXAMPLES / name).read_bytes()
    answer = api.post(path, content=content, headers={"content-type": KINDS[name.rpartition(".")[2]]})
    assert answer.status_code == 200, answer.text
    if "format=" in path:
        return list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))
    described(api, path.partition("?")[0].replace(KEY, "{act}"), "post").validate(answer.json())
    return answer.json()


def got(api: TestClient, path: str, route: str) -> Any:
    """The answer about acts in hand, of the shape that is described; the same again, by its tag, is not sent twice."""
    answer = api.get(path)
    assert answer.status_code == 200, answer.text
    assert api.get(path, headers={"if-none-match": answer.headers["etag"]}).status_code == 304
    described(api, route).validate(answer.json())
    return answer.json()


def table(api: TestClient, path: str) -> list[dict[str, str]]:
    answer = api.get(path, headers={"accept": "text/csv"})
    assert answer.status_code == 200, answer.text
    assert api.get(f"{path}&format=xlsx").content[:2] == b"PK"
    return list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))


def without(record: Any, *keys: str) -> Any:
    """What does not hang on how the file is called."""
    if isinstance(record, list):
        return [without(one, *keys) for one in record]
    return {key: value for key, value in record.items() if key not in keys}


@pytest.mark.parametrize("code", FILES)
def test_a_text_that_is_sent_is_read_as_one_in_hand(api: TestClient, code: str) -> None:
    name = FILES[code]
    assert posted(api, "/structure", name)["provisions"] == api.get(f"{ACT}/structure?lang={code}").json()["provisions"]
    sent, held = posted(api, "/offences", name), api.get(f"{ACT}/offences?lang={code}&limit=1000").json()
    assert without(sent["items"], "basis") == without(held["items"], "basis") != []
    events = posted(api, "/history", name)["items"], api.get(f"{ACT}/history?lang={code}&on={NEW}").json()["items"]
    assert without(events[0], "file", "told_by") == without(events[1], "file", "told_by") != []
    if code != "en":  # how English defines is not encoded
        held = api.get(f"{ACT}/definitions?lang={code}").json()
        assert without(posted(api, "/definitions", name)["items"], "basis") == without(held["items"], "basis") != []


def test_a_group_and_a_table_of_what_is_sent(api: TestClient) -> None:
    rows = posted(api, "/offences?group=III&format=csv")
    assert [(row["article"], row["part"]) for row in rows] == [("22", "1"), ("22", "2"), ("30", "2"), ("30", "3")]
    assert {row["provision"] for row in posted(api, "/history?format=csv")} == {"10", "10.2.2", "30", "31"}


def test_a_register_has_no_words_of_the_law(api: TestClient) -> None:
    from saralau.report.analysis import analyse
    from saralau.report.register import make_register

    register = posted(api, "/register")
    named = json.loads(json.dumps(make_register(analyse(EXAMPLES / "sample-code.en.md"))))
    assert without(register, "act") == without(named, "act")
    text = json.dumps(register, ensure_ascii=False)
    assert "secret possession" not in text
    assert "Cheating a buyer" in text  # titles are no wording


def test_editions_and_languages_are_aligned(api: TestClient) -> None:
    route = "/acts/{act}/alignment"
    path = f"{ACT}/alignment?lang=ru&with=ru&with_on=2021-01-01"
    found = got(api, path, route)
    schema("alignment-1").validate(found)
    [article] = found["articles"]
    [one] = article["differences"]
    assert (article["status"], one["at"], one["earlier"]["max"], one["later"]["max"]) == ("unreported", "10.2", 5, 4)
    [row] = table(api, path)
    assert (row["article"], row["earlier_kind"], row["earlier_max"], row["later_max"]) == ("10", "deprivation", "5", "4")
    languages = got(api, f"{ACT}/alignment?lang=ru&with=kk", route)
    assert languages["articles"] == []
    assert languages["counts"]["equal"] == 13
    sent = posted(api, f"{ACT}/alignment?lang=ru&on={OLD}", FILES["ru"])
    assert [one["article"] for one in sent["articles"]] == ["10"]
    refused = api.get(f"{ACT}/alignment?lang=ru&with=ru")
    assert (refused.status_code, refused.json()["type"]) == (422, "urn:saralau:problem:api-one-text")


def test_a_code_and_the_one_that_followed(both: TestClient) -> None:
    path = f"/concordance?older={KEY}&newer={NEWER}"
    found = got(both, path, "/concordance")
    schema("concordance-1").validate(found)
    became = {row["article"]: [link["article"] for link in row["to"]] for row in found["articles"]}
    assert [became[one] for one in ("1", "20", "21", "22", "30")] == [["1"], ["120"], ["121"], ["122"], ["30"]]
    assert {row["article"] for row in found["articles"] if row["how"] == "dropped"} == {"11", "12-1"}
    rows = table(both, path)
    assert ("21", "kept", "121") in [(row["article"], row["how"], row["to"]) for row in rows]
    sent = posted(both, f"{ACT}/concordance?lang=en")
    assert all(row["how"] == "kept" and row["to"][0]["article"] == row["article"] for row in sent["articles"])
    assert both.get(f"/concordance?older={KEY}&newer={KEY}").json()["type"] == "urn:saralau:problem:api-one-act"
    assert both.get(f"/concordance?older={KEY}&newer={NEWER}&lang=kk").status_code == 404


def test_who_refers_to_whom(both: TestClient) -> None:
    path = f"/graph?act={KEY}&lang=en"
    found = got(both, path, "/graph")
    schema("graph-1").validate(found)
    assert found["lost"] == []  # an article of the former code, which article 40 quotes, is no dead reference of this one
    assert found["inside"] == 10
    law = "/akn/alt/act/law/2021-03-05/17-ii"
    assert [(row["source_title"], row["target"], row["count"]) for row in table(both, path)] == [
        ("Taking", law, "1"),
        ("On entry into force", "/akn/alt/act/code/2020-02-28/17", "1"),
    ]
    notes = both.get(f"{path}&notes=true").json()
    assert {edge["target"] for edge in notes["edges"]} > {law}
    together = both.get(f"{path}&act={NEWER}").json()
    assert {node["act"] for node in together["nodes"]} >= {
        "/akn/alt/act/code/2020-02-28/17",
        "/akn/alt/act/code/2030-01-01/5",
    }


def test_references_of_a_paper_are_held_against_an_act(api: TestClient) -> None:
    words = "Part two of article 10 and article 31 are applied; article 99 is not.\nSee article 205 of the Criminal Code of the Republic of Kazakhstan."
    found = posted(api, f"{ACT}/audit?lang=en&since=2021-01-01", "paper.txt", words)
    schema("audit-1").validate(found)
    told = [(one["address"], one["status"], [law["number"] for law in one["changed_since"]]) for one in found["references"]]
    assert told == [("10.2", "exists", ["17-II", "17-II", "80-III"]), ("31", "excluded", []), ("99", "dead", [])]
    assert [one["act"]["id"] for one in found["elsewhere"]] == ["criminal-code"]
    rows = posted(api, f"{ACT}/audit?lang=en&format=csv", "paper.txt", words)
    assert [(row["words"], row["status"]) for row in rows] == [("two", "exists"), ("31", "excluded"), ("99", "dead")]


def test_how_long_wordings_last(api: TestClient) -> None:
    path = f"/stability?act={KEY}&lang=en"
    found = got(api, path, "/stability")
    schema("stability-1").validate(found)
    [act] = found["acts"]
    assert (act["seen_from"], act["laws"]) == (OLD, {"2021-03-05 № 17-II": 1, "2022-02-02 № 31-II": 1})
    assert [row["group"] for row in table(api, f"{path}&by=chapter")] == ["–", "1", "2", "3"]
    assert api.get(f"{path}&by=moon").status_code == 422


def test_causes_are_counted(api: TestClient) -> None:
    path = f"/causes?act={KEY}&lang=ru"
    [one] = got(api, path, "/causes")["items"]
    schema("causes-1").validate(one)
    rows = table(api, f"{path}&against={KEY}")
    assert [row["indicator"] for row in rows] == list(one["indicators"])
    assert {row["against"] for row in rows} == {"", FILES["ru"]}


EDITION = """# Кодекс

## Глава 7. Уголовные правонарушения в сфере информатизации и связи

### Статья 205. Вход

Вход без права –

наказывается штрафом в размере до десяти месячных расчетных показателей.

Сноска. Статья 205 в редакции Закона РК от 03.02.2026 № 300-VIII.
"""


@pytest.mark.long
def test_a_new_edition_makes_stale_what_its_laws_changed(api: TestClient) -> None:
    found = posted(api, "/stale", "edition.md", EDITION)
    schema("stale-1").validate(found)
    [article] = [one for one in found["articles"] if one["article"] == "205"]
    assert article == {
        "article": "205", "laws": [{"date": "2026-02-03", "number": "300-VIII"}], "reread": True, "encoded": True,
    }  # fmt: skip
    assert "budapest" in {cell["treaty"] for cell in found["cells"] if "205" in cell["articles"]}
    rows = posted(api, "/stale?format=csv", "edition.md", EDITION)
    assert ("205", "2026-02-03 № 300-VIII") in [(row["article"], row["laws"]) for row in rows]


def test_an_act_that_no_pack_knows_makes_nothing_stale(api: TestClient) -> None:
    assert "/acts/{act}/stale" in api.get("/openapi.json").json()["paths"]
    for answer in (
        api.get(f"{ACT}/stale?against=kz:criminal-code@2025-07-16.ru"),
        api.post("/stale", content=(EXAMPLES / FILES["ru"]).read_bytes(), headers={"content-type": "text/html"}),
    ):
        assert (answer.status_code, answer.json()["type"]) == (422, "urn:saralau:problem:stale-unknown-act")


def test_the_line_of_a_provision(api: TestClient) -> None:
    route = "/jurisdictions/{jurisdiction}/lineage"
    found = got(api, "/jurisdictions/kz/lineage?act=criminal-code&place=205", route)
    schema("descent-1").validate(found)
    first, replaced = found["steps"][0], [one for one in found["steps"] if one["relation"] == "replaces"]
    assert (first["to"], first["passed"]) == ("criminal-code-1997", "1997-07-16")
    assert [(one["from"], one["to"], one["passed"]) for one in replaced] == [
        ("criminal-code-1997", "criminal-code", "2014-07-03")
    ]
    assert all(one["at"] is None for one in [got(api, "/jurisdictions/kz/lineage?act=criminal-code", route)])
    for path, message in (
        ("zz/lineage?act=criminal-code", "api-lineage-absent"),
        ("kz/lineage?act=none", "lineage-unknown-act"),
    ):
        refused = api.get(f"/jurisdictions/{path}")
        assert (refused.status_code, refused.json()["type"]) == (404, f"urn:saralau:problem:{message}")


def test_a_strangers_word_for_an_act_is_never_a_file(
    api: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "act.md").write_text(EDITION, "utf-8")
    for typed in ("act.md", str(tmp_path / "act.md")):
        refused = api.get("/jurisdictions/kz/lineage", params={"act": typed})
        assert (refused.status_code, refused.json()["type"]) == (404, "urn:saralau:problem:lineage-unknown-act")


def test_a_draft_is_read(api: TestClient) -> None:
    found = posted(api, f"{ACT}/draft?lang=ru", "sample-draft.ru.md")
    schema("draft-1").validate(found)
    assert [(one["kind"], one["provision"]) for one in found["instructions"]] == [
        ("add", "21.2"),
        ("replace_words", "22.2"),
        ("exclude", "30.2.1"),
    ]
    assert not found["refused"]


def test_groups_beside_somebodys_lists(api: TestClient) -> None:
    lists = {"groups": {"II": {"provisions": ["10(2)(4)", "20", "12"]}}}  # those of examples/lists.yaml
    path = f"{ACT}/agreement?lang=en&written=2020-01-01"
    answer = api.post(path, json=lists)
    described(api, "/acts/{act}/agreement", "post").validate(answer.json())
    schema("agreement-1").validate(answer.json())
    verdicts = {row["at"]: row["verdict"] for row in answer.json()["rows"]}
    assert verdicts["10.2.4"] == "both"
    assert verdicts["12"] == "only_theirs"
    assert verdicts["20"] == "another_group"
    assert verdicts["22.1"] == "only_ours"
    rows = list(csv.DictReader(io.StringIO(api.post(f"{path}&format=csv", json=lists).text.lstrip("\ufeff"))))
    assert {row["at"]: row["verdict"] for row in rows} == verdicts
    for wrong in ({}, {"groups": []}, {"groups": {"II": "10"}}, {"groups": {"II": {"provisions": [{"x": []}]}}}, [], "x"):
        refused = api.post(path, json=wrong)
        assert refused.status_code == 422, refused.text
        assert refused.headers["content-type"] == "application/problem+json"


def test_the_library_is_counted(both: TestClient) -> None:
    found = got(both, "/corpus", "/corpus")
    assert (found["works"], found["texts"]) == (2, 5)
    assert found["jurisdictions"] == [{"of": "alt", "works": 2, "texts": 5}]
    assert {row["of"]: row["texts"] for row in found["languages"]} == {"en": 2, "kk": 1, "ru": 2}
    assert {row["of"]: row["texts"] for row in found["years"]} == {"2020": 1, "2021": 3, "2030": 1}


@pytest.mark.parametrize(
    "route",
    [
        "/structure", "/offences", "/register", "/history", "/definitions", "/stale", "/acts/{act}/audit",
        "/acts/{act}/alignment", "/acts/{act}/concordance", "/acts/{act}/draft",
    ],
)  # fmt: skip
def test_what_is_sent_is_bounded(api: TestClient, route: str) -> None:
    """By kind, by length, by what can be read; none of it is kept by anybody."""
    path = route.replace("{act}", KEY)
    plain = {"content-type": "text/plain"}
    assert api.post(path, content=b"x", headers={"content-type": "application/json"}).status_code == 415
    assert api.post(path, content=b"x" * (2 << 20) + b"y", headers=plain).status_code == 413
    for content in (b"", b"\xff\xfe\x00"):
        refused = api.post(path, content=content, headers=plain)
        assert (refused.status_code, refused.headers["cache-control"]) == (422, "no-store"), refused.text
    broken = api.post(path, content=b"%PDF-1.7 broken", headers={"content-type": "application/pdf"})
    assert broken.status_code == 422


def test_a_text_read_twice_is_one_shape(tmp_path: Path) -> None:
    """The functions for files and those for texts in hand say the same."""
    from saralau.report.alignment import align_acts, align_files, alignment_record

    one, other = EXAMPLES / FILES["en"], EXAMPLES / FILES["ru"]
    assert alignment_record(align_files(one, other)) == alignment_record(align_acts(read_act(one), read_act(other)))
