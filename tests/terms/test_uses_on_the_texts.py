"""Uses of terms and findings on the official texts: against places judged by reading, and findings that were read."""

from __future__ import annotations

from functools import cache

import pytest

from saralau.history.definitions import losing
from saralau.terms.conflicts import TermFinding, find_conflicts
from saralau.terms.survey import Surveyed, survey

from ..conftest import CORPUS, parsed

pytestmark = pytest.mark.corpus

CODE, LAW, DIGITAL = "criminal-code.ru.2025.html", "informatization-law.ru.2026.html", "digital-code.ru.2026.html"


@cache
def surveyed() -> tuple[Surveyed, ...]:
    return survey([parsed(f"kz/{file.name}") for file in sorted((CORPUS / "kz").iterdir())])


@cache
def findings() -> tuple[TermFinding, ...]:
    return find_conflicts(surveyed())


def of(kind: str, act: str) -> dict[str, tuple[str, list[str]]]:
    """Term -> address and the other acts, of the findings of a kind in an act."""
    some = [one for one in findings() if (one.kind, one.act) == (kind, act)]
    return {one.term: (one.address.short, [place.act for place in one.others]) for one in some}


def test_stems_find_what_a_reader_finds() -> None:
    """The floors are what was measured when the gold was made; docs/terms.md has the intervals."""
    from bench.terms import WAYS, judged

    ours, exact, missed, wrong, total = WAYS["as built (coordination)"], WAYS["exact"], 0, 0, 0
    by_exact = 0
    for act, row in judged(CORPUS):
        found = ours(act, row["term"], row["at"])
        wrong += found and not row["judged"]
        missed += row["judged"] and not found
        total += row["judged"]
        by_exact += row["judged"] and exact(act, row["term"], row["at"])
    assert (total, wrong) == (242, 2)
    assert missed <= 6
    assert by_exact < 50


def test_the_code_leaves_its_terms_of_technology_to_a_law() -> None:
    """Article 3 of the Code has no object of informatization, and no line that uses it names the law."""
    told = of("undefined", CODE)
    assert told["объекты информатизации"] == ("105.2.4", [LAW])
    assert told["интернет-ресурс"][0] == "212.1"


def test_the_definition_of_the_object_of_informatization_is_going() -> None:
    """The note at article 1 of the law: reworded by law No. 256-VIII of 09.01.2026, six months after publication."""
    going = {(one.finding.act, one.finding.term): one for one in losing(surveyed(), findings())}
    one = going[CODE, "объекты информатизации"]
    assert (one.action, one.number) == ("reworded", "256-VIII")
    assert one.entry is not None
    assert (one.entry.not_before, one.entry.exact) == ("2026-07-10", False)


def test_the_digital_code_repeals_the_law_that_says_who_signs() -> None:
    """Article 106(2) repeals the law on electronic documents. The Code says what a private key is (51(2), before a dash) and
    uses "the person who signs" in 49(2) alone.
    """
    going = {one.finding.term: one for one in losing(surveyed(), findings()) if one.finding.act == DIGITAL}
    one = going["подписывающее лицо"]
    assert (one.finding.address.short, one.action, one.entry, one.number) == ("49.2", "repealed", None, "255-VIII")
    assert "закрытый ключ электронной цифровой подписи" not in going


def test_defined_and_never_used() -> None:
    """A plain search finds each of these words once in its text."""
    assert of("unused", CODE) == {"эксплуатация человека": ("3..1", [])}
    assert of("unused", LAW) == {"блокчейн": ("1..38-2", [])}


def test_twice_and_differently() -> None:
    assert of("twice", CODE) == {}  # 13(2) adds to what 13(1) defines
    assert set(of("differently", DIGITAL)) == {
        "Открытыми данными", "Центром обработки данных", "Технической документацией", "Национальным шлюзом Республики Казахстан",
    }  # fmt: skip
    assert of("alike", LAW)["электронный носитель"] == ("1..60", [CODE])


def test_by_reference() -> None:
    assert set(of("by_reference", DIGITAL)) == {"Цифровыми активами"}
    assert set(of("by_reference", CODE)) == {
        "охраняемыми лицами и объектами",
        "лицо, занимающее ответственную государственную должность",
    }
