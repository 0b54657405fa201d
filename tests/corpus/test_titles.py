"""Acts that only a library knows, found by their titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from saralau.citations import Work
from saralau.corpus import library
from saralau.corpus.model import Reading
from saralau.corpus.shelf import Shelf
from saralau.corpus.titles import Row, by_title, work_at
from saralau.corpus.units import Hints, read_text
from saralau.documents.reading import read_bytes
from saralau.report.citing import cite_document

from .searching import put

GARDENS = "/akn/kz/act/law/2030-05-03/77-x"
OLDER = "/akn/kz/act/law/2020-05-03/7-x"
TEXT = "Статья 1. Сад\n\nСад.\n\nСтатья 2. Куст\n\n1. Один.\n\n2. Два."


def law(iri: str, title: str, text: str = TEXT, code: str = "ru") -> tuple[Reading, bytes]:
    content = f"{text}\n\nСлово {iri}.".encode()
    return read_text(content, "law.md", Hints(iri, title, "2031-01-01", code)), content


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("titles")
    kazakh = "1-бап. Бақ\n\nБақ.\n\n2-бап. Бұта\n\n1. Бір.\n\n2. Екі."
    put(
        place,
        law(GARDENS, "О цветущих садах"),
        law(GARDENS, "Гүлденген бақтар туралы", kazakh, "kk"),
        law(OLDER, "О цветущих садах"),
        law("/akn/kz/act/order/2030-06-01/5", "Приказ Министра садов Об утверждении Правил полива"),
    )
    return place


@pytest.mark.parametrize(
    ("text", "iri", "address"),
    [
        ("по части 2 статьи 2 Закона Республики Казахстан «О цветущих садах».", GARDENS, "2.2"),
        ("«Гүлденген бақтар туралы» Қазақстан Республикасы Заңының 2-бабының 2-бөлігіне сәйкес.", GARDENS, "2.2"),
        ("пункт 3 приказа «Об утверждении Правил полива»", "/akn/kz/act/order/2030-06-01/5", "body.3"),
    ],
)
@pytest.mark.parametrize("kind", [library, Shelf])
def test_a_title_leads_to_the_act_in_hand(folder: Path, kind: type, text: str, iri: str, address: str) -> None:
    cited = cite_document(read_bytes(text.encode(), "memo.txt"), None, kind(folder)).found
    (citation, resolution), *_ = [pair for pair in cited if pair[0].kind == "provision"]
    assert citation.work is not None and citation.work.iri == iri and not citation.unknown
    assert citation.address is not None and citation.address.short == address
    assert resolution.status == ("exists" if iri == GARDENS else "dead")


def test_without_a_library_and_for_other_titles_it_is_unknown(folder: Path) -> None:
    for text, holdings in (
        ("статьи 2 Закона «О цветущих садах»", None),
        ("статьи 2 Закона «О каменных садах»", library(folder)),
    ):
        document = read_bytes(f"По смыслу {text}.".encode(), "memo.txt")
        ((citation, _), *_) = (cite_document(document, "ru", holdings) if holdings else cite_document(document, "ru")).found
        assert citation.unknown


def test_the_latest_act_of_a_title_and_kind_is_meant() -> None:
    older, newer, order = (work_at(iri, "") for iri in (OLDER, GARDENS, "/akn/kz/act/order/2033-01-01/1"))
    known = by_title([Row("ru", "О садах", work) for work in (newer, older, order)])
    assert known.find("ru", "law", "о садах") == newer
    assert known.find("ru", "order", "о  садах") == order
    assert known.find("ru", "decree", "о садах") is None
    assert known.find("kk", "law", "о садах") is None
    assert isinstance(newer, Work) and (newer.kind, newer.date, newer.number) == ("law", "2030-05-03", "77-x")
