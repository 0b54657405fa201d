"""The rule on interaction: what one act can be at once, by the encoded elements."""

from __future__ import annotations

import pytest

from saralau.cases.encoding import encoding
from saralau.cases.vocabulary import terms
from saralau.lint.overlapping import _common, overlaps
from saralau.lint.subject import Subject

from ..conftest import CODE_2025, parsed
from .texts import addresses, code, findings, subject


def test_one_answer_is_both_or_there_is_no_overlap() -> None:
    known = terms()
    narrow, wide = next((one, next(iter(wide - {one}))) for one, wide in known.wide.items() if len(wide) > 1)
    assert _common((narrow,), (wide,), known) == _common((wide,), (narrow,), known) == narrow
    assert _common(("theft_of_wind",), ("theft_of_rain",), known) is None


@pytest.mark.parametrize(("language", "words"), [("ru", "Ветер ловят сетью."), ("kk", "Жел тормен ауланады.")])
def test_an_act_that_no_pack_knows_has_no_findings(language: str, words: str) -> None:
    assert addresses("I001", subject(code(language, words), language)) == []


def test_a_general_norm_and_its_special_one_are_no_overlap() -> None:
    law = encoding("kz")
    found = {(one.one.article, one.other.article) for one in overlaps(law.newest, "kz")}
    special = {(number, general) for number, article in law.newest.articles.items() for general in article.special_of}
    assert special
    assert found.isdisjoint(special | {(other, one) for one, other in special})


@pytest.mark.corpus
def test_driving_to_suicide_and_what_it_is_done_by() -> None:
    found = {(one.address.short, one.told["other"]) for one in findings("I001", Subject(parsed(CODE_2025))) if one.address}
    assert found == {("105.1", "115(1)"), ("105.1", "131(1)"), ("409.1", "105(1)")}
