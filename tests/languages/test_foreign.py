"""English and German on texts that a state or the Council of Europe published: structure whole, references found."""

from __future__ import annotations

from collections import Counter

import pytest

from saralau.acts import Kind, Provision, balance
from saralau.citations import find_chains
from saralau.languages import language

from ..conftest import CORPUS, parsed

CONVENTION = "treaties/budapest-convention.en.md"
GERMAN_CODE = "de/stgb.de.md"


def children(provision: Provision) -> list[str]:
    return [child.address.printed for child in provision.walk() if child.address and child is not provision]


@pytest.mark.corpus
def test_the_convention_is_parsed_whole() -> None:
    """ETS 185: 48 articles in four chapters; chapter II has three sections, its first section five titles."""
    act = parsed(CONVENTION)
    assert (act.language.code, act.language.verified, balance(act).balanced) == ("en", False, True)
    articles = {article.number: article for article in act.articles()}
    assert list(articles) == [str(number) for number in range(1, 49)]
    chapters = [provision for provision in act.provisions if provision.kind is Kind.CHAPTER]
    assert [chapter.number for chapter in chapters] == ["i", "ii", "iii", "iv"]
    sections = [child for child in chapters[1].children if child.kind is Kind.SECTION]
    assert [section.number for section in sections] == ["1", "2", "3"]
    assert [title.number for title in sections[0].children] == ["1", "2", "3", "4", "5"]
    assert articles["2"].title == "Illegal access"
    assert children(articles["6"]) == ["6(1)", "6(1)(a)", "6(1)(b)", "6(2)", "6(3)"]
    assert children(articles["8"]) == ["8(a)", "8(b)"]
    assert children(articles["9"])[-5:] == ["9(2)(a)", "9(2)(b)", "9(2)(c)", "9(3)", "9(4)"]


@pytest.mark.corpus
def test_the_german_code_is_parsed_whole() -> None:
    """Every heading of the file that begins with one section sign and a number is an article, in the same order."""
    act = parsed(GERMAN_CODE)
    assert (act.language.code, balance(act).balanced) == ("de", True)
    raw = (CORPUS / GERMAN_CODE).read_text("utf-8")
    headings = [line.lstrip("# ").split()[1] for line in raw.splitlines() if line.lstrip("#").startswith(" § ")]
    articles = {article.number: article for article in act.articles()}
    assert list(articles) == headings
    assert len(headings) == 550
    assert articles["202a"].title == "Ausspähen von Daten"
    assert children(articles["202c"]) == ["202c(1)", "202c(1)(1)", "202c(1)(2)", "202c(2)"]
    assert articles["48"].excluded
    assert not articles["202a"].excluded
    assert Counter(provision.kind for provision in act.walk())[Kind.CODE_PART] == 2
    first = next(provision for provision in act.walk() if provision.kind is Kind.SECTION)
    assert (first.number, first.title) == ("1", "Das Strafgesetz")


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "at", "expected"),
    [
        (GERMAN_CODE, "202c.1", {"202a", "202b"}),
        (GERMAN_CODE, "303a.1", {"202a.2"}),
        (CONVENTION, "6.2", {"6.1"}),
        (CONVENTION, "18.2", {"14", "15"}),
    ],
)
def test_references_are_found_where_they_stand(name: str, at: str, expected: set[str]) -> None:
    act = parsed(name)
    provision = next(p for p in act.walk() if p.address and p.address.short == at)
    assert provision.address is not None
    found = {
        target.short
        for span in provision.text
        for citation in find_chains(act.folded, span, language(act.language.code), provision.address)
        for target in citation.targets
    }
    assert expected <= found
