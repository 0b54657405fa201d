"""A text read against an act: a name that states' acts share means the act in hand, and its state's, before any other."""

from __future__ import annotations

import pytest

from saralau.acts import parse_act
from saralau.citations.against import against
from saralau.citations.works import Work
from saralau.documents.reading import read_bytes
from saralau.report.citing import Audit, audit_document, audit_lines

from ..conftest import CORPUS

TWO = "\n\nСтатья 1. Начало\n\n1. Текст.\n\nСтатья 2. Конец\n\n1. Текст."
KYRGYZ = f"Уголовный кодекс Кыргызской Республики{TWO}"
FICTIONAL = "# Criminal Code of the Republic of Altynsay\n\n### Article 1. Thing\n\n1. A.\n\n### Article 2. Other\n\n1. B."
KAZAKHSTAN = "/akn/kz/act/code/2014-07-03/226-v"


def audited(paper: str, act: str, known: Work | None = None) -> Audit:
    document = read_bytes(paper.encode(), "paper.txt")
    return audit_document(document, parse_act(read_bytes(act.encode(), "act.md")), None, known=known)


def found(told: Audit) -> list[tuple[str, str]]:
    return [(citation.address.short if citation.address else "", status.status) for citation, status in told.found]


def elsewhere(told: Audit) -> list[tuple[str, str]]:
    """References to other acts: the provision, and the act, "" where it is not known."""
    return [(citation.address.short, citation.work.iri if citation.work else "")
            for citation, _ in told.elsewhere if citation.address]  # fmt: skip


@pytest.mark.parametrize(
    ("act", "paper", "expected", "others"),
    [
        (KYRGYZ, "Статья 1 Уголовного кодекса. Ст. 2 УК.", ["1", "2"], []),
        (KYRGYZ, "Статья 2 Уголовного кодекса Кыргызской Республики. Статья 1 УК КР.", ["2", "1"], []),
        (KYRGYZ, "Статья 205 УК РК.", [], [("205", KAZAKHSTAN)]),
        (KYRGYZ, "Статья 205 УК Российской Федерации.", [], [("205", "")]),
        (KYRGYZ, "Статья 5 Уголовно-процессуального кодекса.", [], [("5", "")]),  # its own state's, which no pack has
        (FICTIONAL, "Article 1 of the Criminal Code. Article 2 of the Criminal Code of the Republic of Altynsay.", ["1", "2"], []),
        (FICTIONAL, "Article 205 of the Criminal Code of the Republic of Kazakhstan.", [], [("205", KAZAKHSTAN)]),
        (FICTIONAL, "Қылмыстық кодекстің 2-бабы.", ["2"], []),  # the name in another language
    ],
)  # fmt: skip
def test_a_bare_name_is_the_act_in_hand(act: str, paper: str, expected: list[str], others: list[tuple[str, str]]) -> None:
    told = audited(paper, act)
    assert found(told) == [(address, "exists") for address in expected]
    assert elsewhere(told) == others
    assert not [line for line in audit_lines(told, "en") if "undated" in line]


def test_an_act_that_is_known_from_a_library_is_meant_by_its_name() -> None:
    work = Work("", "code", "2030-01-01", "1", "/akn/xk/act/code/2030-01-01/1")
    told = audited("Статья 2 Уголовного кодекса.", f"Уголовный кодекс Алтынсая{TWO}", work)
    assert found(told) == [("2", "exists")]
    assert told.found[0][0].work == work


@pytest.mark.parametrize("title", ["О внесении изменений в Уголовный кодекс", "Закон об Уголовном кодексе", "Кодекс чести"])
def test_an_act_that_only_speaks_of_a_code_is_none(title: str) -> None:
    assert not against(parse_act(read_bytes(f"{title}{TWO}".encode(), "act.md"))).alike
    told = audited("Статья 205 Уголовного кодекса.", f"{title}{TWO}")
    assert elsewhere(told) == [("205", KAZAKHSTAN)]


def test_a_paper_that_is_a_states_own_act_names_its_own() -> None:
    law = "Закон Республики Казахстан\n\nСтатья 1. Цель\n\nНаказание назначается по статье 205 Уголовного кодекса."
    assert elsewhere(audited(law, KYRGYZ)) == [("205", KAZAKHSTAN)]


def test_a_real_code_of_another_state() -> None:
    place = CORPUS / "de/stgb.de.md"
    if not place.is_file():
        pytest.skip("the official texts are not beside the clone")
    text = place.read_text("utf-8")
    english = "Article 202 of the Criminal Code. Article 205 of the Criminal Code of the Republic of Kazakhstan."
    told = audited(english, text)
    assert (found(told), elsewhere(told)) == ([("202", "exists")], [("205", KAZAKHSTAN)])
    assert found(
        audited("Nach den Vorschriften des Strafgesetzbuches ist die Datenveränderung strafbar (§ 303a StGB).", text)
    ) == [("303a", "exists")]
