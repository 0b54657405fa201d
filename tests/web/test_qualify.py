"""The form that grows: every step is an address, the case stands in it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import time
import zlib
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml.html import fromstring
from starlette.testclient import TestClient

from saralau.cases import qualify
from saralau.cases.editing import new_case
from saralau.cases.reading import read_case_text
from saralau.cases.vocabulary import terms_called
from saralau.cases.writing import case_text
from saralau.keeping.packing import packed as _packed
from saralau.keeping.packing import unpacked as _unpacked
from saralau.messages import InputError, say
from saralau.report.case_names import for_reading, names_in, sufferers_in
from saralau.web.pages.qualify import example, example_files, router

EN = {"accept-language": "en"}


def steps(text: str) -> list[str]:
    return re.findall(r'name="do" value="([^"]+)"', text)


def case_in(url: str) -> str:
    return parse_qs(urlsplit(str(url)).query)["c"][0]


def test_an_example_is_qualified_as_on_the_command_line(client: TestClient) -> None:
    answer = client.get("/qualify/example/skimmer-gang", headers=EN)
    found = qualify(_unpacked(case_in(answer.url)))
    charges = [charge.address.printed for one in found.answers for charge in one.charges]
    assert charges
    assert all(address in answer.text for address in charges)


def test_facts_are_added_and_taken_back(client: TestClient) -> None:
    begun = client.get("/qualify", headers=EN)
    c = re.search(r'name="c" value="([^"]+)"', begun.text)
    assert c is not None
    added = client.get("/qualify", params={"c": c[1], "do": "add:act:access"}, headers=EN)
    assert [fact.term for fact in _unpacked(case_in(added.url)).deeds[0].facts["conduct"]] == ["access"]
    back = client.get("/qualify", params={"c": case_in(added.url), "do": "drop:act:access"}, headers=EN)
    assert _unpacked(case_in(back.url)).deeds[0].facts == {}


def test_what_is_not_told_is_asked_and_an_answer_moves_on(client: TestClient) -> None:
    answer = client.get("/qualify/example/harm-of-whom-untold", headers=EN)
    asked = [step for step in steps(answer.text) if step.startswith(("answer:", "whose:"))]
    assert say("web-ask", "en") in answer.text
    assert asked
    after = client.get("/qualify", params={"c": case_in(answer.url), "do": asked[0]}, headers=EN)
    assert after.status_code == 200
    assert case_in(after.url) != case_in(answer.url)


def test_fields_are_taken_over_with_any_button(client: TestClient) -> None:
    begun = client.get("/qualify", headers=EN)
    c = re.search(r'name="c" value="([^"]+)"', begun.text)
    assert c is not None
    fields = {"c": c[1], "age-a": "17", "date-act": "2025-03-01", "sum-act": "1 500 000", "do": "person"}
    case = _unpacked(case_in(client.get("/qualify", params=fields, headers=EN).url))
    assert (case.persons[0].age, case.deeds[0].date, case.deeds[0].amounts[0].value) == (17, "2025-03-01", 1_500_000)
    assert len(case.persons) == 2


@pytest.mark.parametrize("packed", ["!!!", "AAAA", "A" * 20_000, "eJwDAAAAAAE"])
def test_an_address_that_holds_no_case_is_told(client: TestClient, packed: str) -> None:
    answer = client.get("/qualify", params={"c": packed}, headers=EN)
    assert answer.status_code == 422


def test_a_link_of_before_still_opens(client: TestClient) -> None:
    """Addresses held the file itself until they held JSON."""
    case = _unpacked(case_in(client.get("/qualify/example/skimmer-gang", headers=EN).url))
    older = base64.urlsafe_b64encode(zlib.compress(case_text(case).encode(), 9)).decode().rstrip("=")
    assert _unpacked(older) == case
    assert client.get("/qualify", params={"c": older}, headers=EN).status_code == 200


HOSTILE = {
    "deep": "[" * 50_000,
    "deep in a key": '{"persons": ' + "[" * 5_000 + "]" * 5_000 + "}",
    "persons": json.dumps({"persons": [{"id": str(n)} for n in range(3000)]}),
    "answers": json.dumps({"acts": [{"conduct": ["access"] * 5000}]}),
    "lines": "schema: saralau/case/1\nx:y:z\n  - 1",
    "nothing": "null",
    "words": "a: b: c",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_take_long_is_refused_at_once(name: str) -> None:
    hostile = base64.urlsafe_b64encode(zlib.compress(HOSTILE[name].encode(), 9)).decode().rstrip("=")
    begun = time.perf_counter()
    with pytest.raises(InputError):
        _unpacked(hostile)
    assert time.perf_counter() - begun < 0.5


def test_the_file_is_read_again_as_the_same_case(client: TestClient) -> None:
    case = _unpacked(case_in(client.get("/qualify/example/abroad", headers=EN).url))
    text = client.get("/qualify/case.yaml", params={"c": _packed(case)}).text
    assert _packed(case) == _packed(_unpacked(_packed(case)))
    assert "schema: saralau/case/1" in text


def test_an_unknown_example_is_told(client: TestClient) -> None:
    assert client.get("/qualify/example/../../etc", headers=EN).status_code == 404
    assert client.get("/qualify/example/nothing", headers=EN).status_code == 422
    assert example in {route.endpoint for route in router.routes}  # type: ignore[attr-defined]


def test_names_for_reading_change_no_answer() -> None:
    for name, place in list(example_files().items())[::3]:
        case = read_case_text(place.read_text("utf-8"), name)
        names = names_in(case, "ru")
        assert len(set(names.values())) == len(case.persons) + len(case.deeds), name
        found, shown = qualify(case), for_reading(qualify(case), "ru")
        for one, other in zip(found.answers, shown.answers, strict=True):
            assert names[one.person.id] == other.person.id, name
            assert [at.address for at in one.charges] == [at.address for at in other.charges], name
            assert [(at.what, at.by) for at in one.absorbed] == [(at.what, at.by) for at in other.absorbed], name


def test_persons_and_acts_are_called_by_number(client: TestClient) -> None:
    case = read_case_text(example_files()["skimmer-gang"].read_text("utf-8"), "case")
    assert names_in(case, "ru") == {
        "k": "Лицо 1", "m": "Лицо 2",
        "entry": "Деяние 1 (доступ)", "copy": "Деяние 2 (копирование)", "taking": "Деяние 3 (тайное изъятие имущества)",
    }  # fmt: skip
    assert names_in(case, "kk")["k"] == "1-адам"
    assert sufferers_in(case, "ru")["bank_customer"] == "потерпевший"
    russian = {"accept-language": "ru"}
    legends = fromstring(client.get("/qualify", headers=russian).text).xpath("//legend/text()")
    assert legends == ["Лицо 1", "Деяние 1"]
    page = client.get("/qualify/memo", params={"c": _packed(new_case("kz", "2025-10-14"))}, headers=russian)
    assert "Дело без названия" in fromstring(page.text).xpath("string(//h1)")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_id_of_a_file_and_no_command_is_read_on_a_page_or_in_a_memo(client: TestClient, language: str) -> None:
    case = read_case_text(example_files()["skimmer-gang"].read_text("utf-8"), "case")
    words = {"accept-language": language}
    for path in ("/qualify", "/qualify/memo"):
        page = fromstring(client.get(path, params={"c": _packed(case)}, headers=words).text)
        read = " ".join(page.xpath("//body//text()[not(parent::style)]"))
        found = re.findall(r"bank_customer|\bentry\b|KZT|`|saralau qualify|(?<!@)[0-9]{4}-[0-9]{2}-[0-9]{2}", read)
        assert found == [], path
    assert {"kk": "жәбірленуші", "ru": "потерпевший", "en": "injured party"}[language] in read


def test_a_person_and_an_act_of_one_id_are_called_apart() -> None:
    case = read_case_text(example_files()["skimmer-gang"].read_text("utf-8"), "case")
    same = case.persons[0].id
    deed = replace(case.deeds[0], id=same, by=(same,), means=())
    told = for_reading(qualify(replace(case, persons=case.persons[:1], deeds=(deed,))), "en").case
    assert (told.persons[0].id, told.deeds[0].id) == (say("web-person", "en", n=1), say("web-deed", "en", n=1))
    assert told.deeds[0].by == (say("web-person", "en", n=1),)


def test_acts_before_the_law_was_in_force_are_told_before_any_charge(client: TestClient) -> None:
    text = example_files()["harm-of-another"].read_text("utf-8").replace("2025-10-14", "2014-05-01")
    page = fromstring(client.get("/qualify", params={"c": _packed(read_case_text(text, "case"))}, headers=EN).text)
    (answer,) = page.xpath("//section[@class='answer']")
    early, *run_out = [one.text_content() for one in answer.xpath("p[@class='problem']")]
    assert "in force only from 1 January 2015" in early
    assert len(run_out) == 2  # of the misdemeanour and of the theft, by the later law
    read = answer.text_content()
    assert read.index(early) < read.index("188(2)")


def test_whose_harm_it_is_can_be_somebody_elses(client: TestClient) -> None:
    russian = {"accept-language": "ru"}
    asked = client.get("/qualify/example/harm-of-whom-untold", headers=russian)
    last = fromstring(asked.text).xpath("//section[@class='ask']//button[starts-with(@value, 'whose:')]")[-1]
    assert last.text == "Другое лицо"
    assert "0:" not in fromstring(asked.text).xpath("string(//section[@class='ask']/p)")
    after = client.get("/qualify", params={"c": case_in(asked.url), "do": last.get("value")}, headers=russian)
    assert "(Другое лицо)" in after.text
    assert "somebody_else" not in fromstring(after.text).text_content()


def test_the_memo_may_have_its_own_style_and_no_other(client: TestClient) -> None:
    page = client.get("/qualify/memo", params={"c": _packed(new_case("kz", "2025-10-14"))})
    (style,) = re.findall(r"(?s)<style>(.*?)</style>", page.text)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}';" in page.headers["content-security-policy"]


def test_terms_are_found_with_and_without_the_dots_of_a_russian_letter() -> None:
    assert "bank_account" in terms_called("банковский счет")
    assert list(terms_called("счет")) == list(terms_called("счёт"))
