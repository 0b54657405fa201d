"""Each tool with a good question, one about what is unknown, and a hostile one."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from ..conftest import CODE_2025, CORPUS, EXAMPLES
from .conftest import HOSTILE, IRI, NEW, OLD, ORDER, Asking

KZ = "/akn/kz/act/code/2014-07-03/226-v"
ENTRY: dict[str, Any] = {
    "schema": "saralau/case/1", "case": "an-entry", "jurisdiction": "kz", "closed": True,
    "persons": [{"id": "k", "age": 34}],
    "acts": [{
        "id": "entry", "date": "2025-10-14", "conduct": "access", "object": ["information_system", "protected_information"],
        "authorisation": "without_right", "fault": "direct_intent",
    }],
    "unknown": ["entry.consequence"],
}  # fmt: skip


def only_quoted(words: str) -> None:
    """The hostile order stands in quoted lines alone, and with nothing invisible in it."""
    assert ORDER[:20] in words
    for line in words.split("\n"):
        if ORDER[:20] in line:
            assert line.startswith("> "), line
    unseen = [char for char in words if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") and char != "\n"]
    assert unseen == []


# -- acts -----------------------------------------------------------------------------------------------------------


def test_acts_are_listed_with_what_is_in_hand_and_what_only_packs_know(asking: Asking) -> None:
    record, words = asking.told("list_acts")
    by_iri = {one["iri"]: one for one in record["acts"]}
    assert [(one["edition"], one["language"]) for one in by_iri[IRI]["in_hand"]].count((OLD, "ru")) == 1
    assert {one["language"] for one in by_iri[IRI]["in_hand"]} == {"en", "ru"}
    assert by_iri[KZ]["in_hand"] == []
    assert "2025-07-16" in {one["edition"] for one in by_iri[KZ]["registered"]}
    assert IRI in words
    only_quoted(words)


def test_acts_that_are_not_there_are_not_listed(asking: Asking) -> None:
    record, words = asking.told("list_acts", words="of the moon", ui="ru")
    assert record["acts"] == []
    assert "saralau add" in words
    assert asking.told("list_acts", words="уголовный кодекс", jurisdiction="kz")[0]["page"]["total"] == 1


def test_a_list_goes_on_where_it_ended(asking: Asking) -> None:
    first = asking.told("list_acts", limit=1)[0]
    assert (first["page"]["total"], first["page"]["next"]) == (3, 1)
    second = asking.told("list_acts", limit=2, offset=1)[0]
    assert second["page"]["next"] is None
    assert len({one["iri"] for one in (*first["acts"], *second["acts"])}) == 3


@pytest.mark.parametrize(
    "wrong", [{"limit": 10**9}, {"offset": -1}, {"words": "x" * 1000}, {"ui": "xx"}, {"path": "/etc/passwd"}]
)
def test_arguments_out_of_bounds_are_named_and_nothing_of_them_is_told(asking: Asking, wrong: dict[str, Any]) -> None:
    sentence = asking.refused("list_acts", **wrong)
    assert next(iter(wrong)) in sentence
    assert "/etc/passwd" not in sentence
    assert len(sentence) < 200


# -- a provision ----------------------------------------------------------------------------------------------------


def test_a_provision_has_its_words_its_structure_and_what_was_understood(asking: Asking) -> None:
    record, words = asking.told("read_provision", act=IRI, place="10(2)", lang="en")
    assert record["iri"] == f"{IRI}/~art_10__para_2"
    assert (record["source"]["edition"], record["source"]["language"], record["source"]["in_hand"]) == (NEW, "en", True)
    assert record["within"][-1].startswith("Chapter 1")
    (piece,) = record["pieces"]
    assert [one["iri"] for one in piece["words"] if one["iri"]][:2] == [
        f"{IRI}/~art_10__para_2",
        f"{IRI}/~art_10__para_2__point_1",
    ]
    assert all(one["text"].startswith("> ") for one in piece["words"])
    assert piece["offence"]["group"] == "II"
    assert {"by prior conspiracy", "repeatedly"} <= {one["label"] for one in piece["offence"]["features"]}
    assert piece["offence"]["principal"] == ["deprivation of liberty: 1 year to 4 years"]
    assert record["standing"] == "not_asked"
    assert "> 1) by a group of persons by prior conspiracy;" in words.split("\n")


def test_a_provision_on_a_day_is_that_of_the_edition_before_it(asking: Asking) -> None:
    old, words = asking.told("read_provision", act=IRI, place="10.2", lang="ru", on="2020-06-01")
    new, _ = asking.told("read_provision", act=IRI, place="10.2", lang="ru", on="2021-08-01", ui="ru")
    assert (old["source"]["edition"], new["source"]["edition"]) == (OLD, NEW)
    assert "до пяти лет" in words
    assert "до пяти лет" not in json.dumps(new, ensure_ascii=False)
    assert new["pieces"][0]["offence"]["principal"] == ["лишение свободы: от 1 года до 4 лет"]
    assert old["standing"] not in ("not_asked", "unknown")


def test_a_point_comes_without_the_other_points(asking: Asking) -> None:
    record, _ = asking.told("read_provision", act=IRI, place="10.2.1", lang="en")
    shown = " ".join(one["text"] for one in record["pieces"][0]["words"])
    assert "prior conspiracy" in shown
    assert "repeatedly" not in shown


def test_a_provision_that_was_excluded_says_so(asking: Asking) -> None:
    record, words = asking.told("read_provision", act=IRI, place="10.2.2", lang="ru")
    assert record["excluded"]
    assert "the number stays, the words are gone" in words


def test_without_the_text_the_register_of_a_pack_tells_what_it_knows(asking: Asking) -> None:
    record, words = asking.told("read_provision", act="criminal-code", place="205.2", on="2022-01-01", ui="ru")
    assert record["source"]["iri"] == KZ
    assert (record["source"]["edition"], record["source"]["in_hand"]) == ("2020-05-04", False)
    assert record["standing"] == "unknown"
    assert record["pieces"][0]["words"] == []
    assert record["pieces"][0]["offence"]["extends"] == ["205(1)"]
    assert record["elements"]
    assert "Текста в наличии нет" in words


def test_what_is_not_in_hand_is_told_to_be_so(asking: Asking) -> None:
    assert "not in the library" in asking.refused("read_provision", act="tax-code", place="1")
    assert "999" in asking.refused("read_provision", act=IRI, place="999", lang="en")
    assert "1999-01-01" in asking.refused("read_provision", act=IRI, place="10", on="1999-01-01")
    assert "205(9)" in asking.refused("read_provision", act="criminal-code", place="205.9")


@pytest.mark.parametrize("place", ["../../etc/passwd", "1; DROP TABLE works", "{}" * 5, "\x00", "１０", "10.2.1.5.6"])
def test_a_place_that_is_none_is_refused(asking: Asking, place: str) -> None:
    asking.refused("read_provision", act=IRI, place=place)


@pytest.mark.parametrize("act", ["../../../etc/passwd", "' OR 1=1 --", "file:///etc/passwd", "%2e%2e%2f", "🦄"])
def test_an_act_that_is_none_is_refused(asking: Asking, act: str) -> None:
    assert "saralau add" in asking.refused("read_provision", act=act, place="1")


def test_words_that_give_orders_are_quoted(asking: Asking) -> None:
    record, words = asking.told("read_provision", act=HOSTILE, place="1")
    only_quoted(words)
    for piece in record["pieces"]:
        for one in piece["words"]:
            assert all(line.startswith("> ") for line in one["text"].split("\n"))
    only_quoted(asking.told("search_provisions", words="delete")[1])
    cited = f'See article 1 of the Law "{ORDER}" of 1 March 2020 No. 18.'
    only_quoted(asking.told("find_citations", text=cited, lang="en")[1])
    contents = asking.run("read_resource", "saralau://acts/alt:act:law:2020-03-01:18/provisions/1").contents
    only_quoted(re.sub(r"\n\n", "\n", contents[0].text))


# -- search ---------------------------------------------------------------------------------------------------------


def test_search_finds_provisions_with_their_addresses(asking: Asking) -> None:
    record, words = asking.told("search_provisions", words="prior conspiracy", lang="en", act=IRI)
    assert f"{IRI}/~art_10__para_2" in {one["iri"] for one in record["hits"]}
    assert all(one["act"] == IRI and one["language"] == "en" for one in record["hits"])
    assert record["hits"][0]["since"] == NEW
    assert record["hits"][0]["iri"] in words


def test_search_for_what_is_nowhere_says_what_that_means(asking: Asking) -> None:
    record, words = asking.told("search_provisions", words="xylophone", ui="kk")
    assert record["hits"] == []
    assert words.endswith("Бұл мұндай заң жоқ дегенді білдірмейді.")


@pytest.mark.parametrize("words", ['"' * 400, "*", "~ ~ ~", "-", "a* " * 130, "(((", "\\", "field:title OR 1=1", "\u0000"])
def test_search_for_junk_is_answered_or_refused(asking: Asking, words: str) -> None:
    result = asking.tool("search_provisions", {"words": words})
    assert len(result.content) == 1


# -- references -----------------------------------------------------------------------------------------------------


def test_references_are_found_and_looked_up(asking: Asking) -> None:
    sent = "Theft is punished by article 10 of the code № 17 of 28 February 2020. See article 205 of the Criminal Code of the Republic of Kazakhstan."
    record, words = asking.told("find_citations", text=sent, lang="en")
    last = record["references"][-1]
    assert (last["iri"], last["status"], last["act"]["id"]) == (f"{KZ}/~art_205", "not_in_hand", "criminal-code")
    assert record["counts"]["not_in_hand"] >= 1
    assert f"{KZ}/~art_205" in words


def test_references_of_an_act_to_itself_are_resolved(asking: Asking) -> None:
    act = "# Law on things\n\n## Article 1. Thing\n\n1. A thing.\n\n## Article 2. Other\n\n1. See article 1 and article 9.\n"
    record, _ = asking.told("find_citations", text=act, form="markdown", lang="en")
    assert {one["address"]: one["status"] for one in record["references"]} == {"1": "exists", "9": "dead"}


def test_a_text_without_references_has_none(asking: Asking) -> None:
    record, words = asking.told("find_citations", text="Nothing of the law.", ui="ru")
    assert record["references"] == []
    assert words == "0 ссылок."


@pytest.mark.parametrize(
    "sent", ["article " * 20_000, "статья 1 статья " * 9_000, "\x00" * 100, "\u202e\u2028" * 50, "<" * 5000]
)
def test_a_hostile_text_is_answered_in_time(asking: Asking, sent: str) -> None:
    result = asking.tool("find_citations", {"text": sent})
    assert len(result.content) == 1


def test_too_long_a_text_is_refused(asking: Asking) -> None:
    assert "text" in asking.refused("find_citations", text="a" * 200_001)


# -- history --------------------------------------------------------------------------------------------------------


def test_the_history_of_a_provision_names_laws_and_days(asking: Asking) -> None:
    record, words = asking.told("provision_history", act=IRI, place="10", lang="ru")
    told = {
        (one["provision"], one["action"], one["law"]["number"], one["not_before"], one["exact"]) for one in record["events"]
    }
    assert ("10.2.2", "excluded", "17-II", "2021-07-01", True) in told
    assert record["known_until"]
    assert {(one["edition"], one["language"]) for one in record["editions"]} == {(NEW, "en"), (NEW, "ru"), (OLD, "ru")}
    assert "17-II" in words


def test_what_the_note_of_a_reworded_article_hides_is_told(asking: Asking) -> None:
    record, words = asking.told("provision_history", act=IRI, place="30", lang="ru")
    assert [one["action"] for one in record["events"]] == ["reworded"]
    assert record["begins_anew"] == ["30"]
    assert "begins anew" in words
    record, words = asking.told("provision_history", act=IRI, place="10", lang="ru")
    assert record["begins_anew"] == []
    assert "begins anew" not in words


def test_the_history_of_what_is_not_there_is_refused(asking: Asking) -> None:
    assert "999" in asking.refused("provision_history", act=IRI, place="999")
    assert "saralau add" in asking.refused("provision_history", act="nothing")
    asking.refused("provision_history", act=IRI, place="'; --")


# -- cases ----------------------------------------------------------------------------------------------------------


def test_terms_are_found_in_three_languages(asking: Asking) -> None:
    for words, ui in (("қол жеткізу", "kk"), ("доступ", "ru"), ("access", "en")):
        record, lines = asking.told("find_terms", words=words, facet="conduct", ui=ui)
        assert "access" in {one["id"] for one in record["terms"]}
        assert "access" in lines
    assert asking.told("find_terms", words="xylophone")[0]["terms"] == []
    assert "conduct" in asking.refused("find_terms", facet="no_facet")
    assert "facet" in asking.refused("find_terms", facet="../x")


def test_a_case_is_asked_about_until_nothing_is_open(asking: Asking) -> None:
    record, words = asking.told("qualify_case", case=ENTRY)
    (answer,) = record["persons"]
    assert (record["act"], answer["charges"]) == (KZ, [])
    assert [(one["address"], one["facts"][0]["terms"]) for one in answer["unknown"]] == [("205.1", ["substantial_harm"])]
    question = record["question"]
    assert (question["of"], question["facet"], question["provisions"]) == ("entry", "consequence", ["205.1"])
    assert question["words"] in words
    harmed = json.loads(json.dumps(ENTRY))
    harmed["acts"][0]["consequence"] = question["terms"][0]["id"]
    del harmed["unknown"]
    record, words = asking.told("qualify_case", case=harmed, ui="ru")
    (charge,) = record["persons"][0]["charges"]
    assert (charge["address"], charge["iri"], charge["edition"]) == ("205.1", f"{KZ}/~art_205__para_1", "2025-07-16")
    # Article 205(1) in the edition of 2025: a fine of up to 160 indices, by article 41(2) from 20.
    fine = next(one for one in charge["sanction"] if one["kind"] == "fine")
    assert (fine["min"], fine["max"], fine["unit"]) == (20, 160, "mci")
    assert record["question"] is None
    assert "Вменяется 205(1)" in words


def test_a_question_can_be_passed_over(asking: Asking) -> None:
    assert asking.told("qualify_case", case=ENTRY, skip=["entry.consequence"])[0]["question"] is None


def test_what_absorbs_what_is_told_with_its_source(asking: Asking) -> None:
    from saralau.packs.reading import read_yaml

    case = json.loads(json.dumps(read_yaml(EXAMPLES / "cases/skimmer-gang.yaml")[0], default=str))
    record, _ = asking.told("qualify_case", case=case)
    absorbed = [(one["address"], one["by"], one["source"]) for one in record["persons"][0]["absorbed"]]
    assert absorbed == [("205.1", "188.3", "13.1")]


@pytest.mark.parametrize(
    "case",
    [
        {}, {"schema": "saralau/case/1"}, {**ENTRY, "jurisdiction": "../x"}, {**ENTRY, "acts": [{}]}, {**ENTRY, "persons": "k" * 50_000},
        {**ENTRY, "case": "\ud800"}, {**ENTRY, "acts": ENTRY["acts"] * 5000}, {**ENTRY, "closed": float("nan")}, {**ENTRY, "on": [[]]},
    ],
)  # fmt: skip
def test_a_case_that_is_none_is_refused(asking: Asking, case: dict[str, Any]) -> None:
    asking.refused("qualify_case", case=case)


# -- treaties -------------------------------------------------------------------------------------------------------


def test_a_treaty_is_covered_cell_by_cell(asking: Asking) -> None:
    record, words = asking.told("cover_treaty", treaty="budapest", jurisdiction="kz")
    assert sum(record["counts"].values()) == len(record["cells"])
    access = next(one for one in record["cells"] if one["scenario"] == "access_to_system")
    # Article 205(1) demands substantial harm, which article 2 of the Convention lets nobody demand.
    assert (access["status"], access["conditional"]) == ("only_if", [f"{KZ}/~art_205__para_1"])
    assert record["notices"][0] in words
    gaps, _ = asking.told("cover_treaty", treaty="budapest", jurisdiction="kz", status=["not_covered"])
    assert {one["status"] for one in gaps["cells"]} == {"not_covered"}
    assert len(gaps["cells"]) == record["counts"]["not_covered"]


def test_a_cell_opens_to_its_reasons_and_the_smallest_change(asking: Asking) -> None:
    record, words = asking.told("cover_treaty", treaty="budapest", jurisdiction="kz", scenario="access_to_system", ui="kk")
    change = record["reasons"]["change"]
    assert (change["address"], change["drop"]) == ("205.1", [{"facet": "consequence", "terms": ["substantial_harm"]}])
    assert all(reason in words for reason in record["reasons"]["words"])


def test_a_treaty_or_a_code_that_is_not_there_is_refused(asking: Asking) -> None:
    assert "budapest" in asking.refused("cover_treaty", treaty="versailles", jurisdiction="kz")
    assert "kz" in asking.refused("cover_treaty", treaty="budapest", jurisdiction="xx")
    assert "access_to_system" in asking.refused("cover_treaty", treaty="budapest", jurisdiction="kz", scenario="nothing")
    assert "treaty" in asking.refused("cover_treaty", treaty="../../etc", jurisdiction="kz")


# -- linting --------------------------------------------------------------------------------------------------------


def test_a_text_is_linted(asking: Asking) -> None:
    record, words = asking.told("lint_text", text=(EXAMPLES / "sample-code.en.md").read_text("utf-8"))
    assert ("T001", "10") in {(one["rule"], one["address"]) for one in record["findings"]}
    assert record["source"] is None
    assert sum(record["counts"].values()) == record["page"]["total"]
    assert "T001" in words


def test_an_act_in_hand_is_linted(asking: Asking) -> None:
    record, _ = asking.told("lint_act", act=IRI, lang="en", select=["T001"], ui="ru")
    assert {one["iri"] for one in record["findings"]} == {f"{IRI}/~art_10"}
    assert asking.told("lint_act", act=IRI, lang="en", parallel="ru", limit=1)[0]["page"]["next"] == 1
    assert "saralau add" in asking.refused("lint_act", act="nothing")


def test_what_is_no_act_is_refused(asking: Asking) -> None:
    asking.refused("lint_text", text="Nothing of the law.")
    asking.refused("lint_text", text="\x00\x01\x02", form="html")
    asking.refused("lint_text", text="## Article 1. X\n\n1. Y.\n", select=["nosuchrule"])
    asking.refused("lint_text", text="<div>" * 30_000, form="html")


# -- the real Code --------------------------------------------------------------------------------------------------


@pytest.mark.corpus
def test_the_code_is_read_and_checked(tmp_path: Path) -> None:
    import anyio
    from mcp.client import Client

    from saralau.corpus import add
    from saralau.mcp.limits import Limits
    from saralau.mcp.server import make_server
    from saralau.mcp.serving import working_for

    add(CORPUS / CODE_2025, tmp_path)
    working = working_for(tmp_path, Limits())

    async def ask() -> None:
        async with Client(make_server(working, "ru")) as client:
            theft = await client.call_tool("read_provision", {"act": "criminal-code", "place": "188.2.4"})
            assert theft.structured_content["source"]["in_hand"]
            assert theft.structured_content["within"][-1].startswith("Глава 6")
            offence = theft.structured_content["pieces"][0]["offence"]
            assert "4" in {one["by"] for one in offence["features"]}
            # Up to five years: the part of article 188 that has these points.
            assert any("лишение свободы" in one and "5 лет" in one for one in offence["principal"])
            cited = await client.call_tool(
                "find_citations", {"text": "Часть 2 статьи 188 и статья 999 УК РК.", "lang": "ru"}
            )
            assert [one["status"] for one in cited.structured_content["references"]] == ["exists", "dead"]

    try:
        anyio.run(ask)
    finally:
        working.sandbox.close()
