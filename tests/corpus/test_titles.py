"""Acts that only a library knows: found by their titles and by its packs; whose they are where they do not tell."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from saralau.citations import Work
from saralau.cli.main import app
from saralau.corpus import know_own_acts, library
from saralau.corpus.adding import add_all
from saralau.corpus.analysis.holdings import texts_of
from saralau.corpus.analysis.running import run
from saralau.corpus.analysis.titles import TitleBytes, titles_in
from saralau.corpus.model import Reading
from saralau.corpus.shelf import Shelf
from saralau.corpus.store.catalogue import links as store_links
from saralau.corpus.store.catalogue import open_store, texts
from saralau.corpus.titles import Row, by_title, work_at
from saralau.corpus.units import Hints, read_text
from saralau.documents.reading import read_bytes
from saralau.messages import InputError
from saralau.report.citing import cite_document

from .analysing import plainly, table
from .analysing import text as given
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


def test_analyses_of_a_whole_library_know_its_titles(folder: Path, tmp_path: Path) -> None:
    words = (
        "По части 2 статьи 2 и статье 9 Закона Республики Казахстан «О цветущих садах» и статье 1 Закона «О каменных садах»."
    )
    citing = given(f"### Статья 1. Ссылки\n\n{words}", "/akn/kz/act/law/2032-01-01/8-x", "2032-01-01")
    with titles_in(folder) as titles:
        known = pickle.loads(pickle.dumps(titles))  # as it travels to a process
        run(["cite-graph", "stats"], [*texts_of(folder), citing], plainly, tmp_path, titles=known)
        sent = TitleBytes(titles.content())  # and to a machine
        for asked in (
            ("ru", "law", "о  цветущих садах"),
            ("ru", "order", "о цветущих садах"),
            ("kk", "act", "о цветущих садах"),
        ):
            assert known(*asked) == sent(*asked) == library(folder).titled(*asked)
    found = table(tmp_path, "cite_graph").filter(pl.col("iri") == citing.held.iri)
    assert found.select("to_iri", "to_address", "status", "reason").rows() == [
        (GARDENS, "2.2", "exists", ""),
        (GARDENS, "9", "dead", ""),
        (None, "1", "unresolved", "act"),
    ]
    (counted,) = table(tmp_path, "stats").filter(pl.col("iri") == citing.held.iri).rows(named=True)
    assert (counted["references"], counted["references_out"], counted["references_untold"]) == (3, 2, 1)
    assert not titles.place.exists()


def test_a_state_that_nothing_tells_is_taken_from_the_user_or_from_beside_the_text(tmp_path: Path) -> None:
    def addresses(place: Path, **said: str) -> set[str]:
        folder = tmp_path / f"library-{len(list(tmp_path.iterdir()))}"
        add_all([place], folder, jobs=1, **said)  # type: ignore[arg-type]
        with open_store(folder) as store:
            return {held.iri for held in texts(store)}

    act = tmp_path / "laws/2030/0503-o-sadakh-77"
    act.mkdir(parents=True)
    (act / "eng.md").write_text("### Article 1. Garden\n\nA garden.\n\n### Article 2. Bush\n\nA bush.", "utf-8")
    (act / "meta.yaml").write_text("act_code: '77'\napproved_on: 2030-05-03\ntitle: On gardens\n", "utf-8")
    assert addresses(tmp_path / "laws") == {"/akn/zz/act/act/2030-05-03/77"}
    assert addresses(tmp_path / "laws", state="xk") == {"/akn/xk/act/act/2030-05-03/77"}
    (act / "meta.yaml").write_text("act_code: '77'\napproved_on: 2030-05-03\ntitle: On gardens\ncountry: XK\n", "utf-8")
    assert addresses(tmp_path / "laws") == {"/akn/xk/act/act/2030-05-03/77"}
    order = tmp_path / "order.md"
    order.write_text("Приказ Министра от 5 мая 2030 года № 12\n\nПРИКАЗЫВАЮ:\n\n1. Раз.\n\n2. Два.", "utf-8")
    assert addresses(order) == {"/akn/zz/act/order/2030-05-05/12"}
    assert addresses(order, state="xk") == {"/akn/xk/act/order/2030-05-05/12"}


def test_packs_of_a_library_are_known_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_PACKS", "")
    know_own_acts(tmp_path)
    assert os.environ["SARALAU_PACKS"] == ""
    (tmp_path / "packs").mkdir()
    know_own_acts(tmp_path)
    know_own_acts(tmp_path)
    assert os.environ["SARALAU_PACKS"] == str((tmp_path / "packs").resolve())


def test_many_files_are_read_with_the_packs_of_their_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An act that one adding named is known to the next, in whichever process it reads."""
    monkeypatch.setenv("SARALAU_PACKS", "")
    folder = tmp_path / "library"
    named = tmp_path / "named.md"
    named.write_text(TEXT, "utf-8")
    run = CliRunner()
    first = ["add", str(named), "--as", GARDENS, "--title", "О цветущих садах", "--library", str(folder)]
    assert run.invoke(app, first).exit_code == 0
    citing = tmp_path / "more"
    citing.mkdir()
    for number in (1, 2, 3):
        front = f"Приказ Министра от {number} мая 2031 года № {number}"
        text = f"{front}\n\nПРИКАЗЫВАЮ:\n\n1. По статье 2 Закона «О цветущих садах».\n\n2. Два."
        (citing / f"{number}.md").write_text(text, "utf-8")
    done = run.invoke(app, ["add", str(citing), "--library", str(folder), "--state", "kz", "--jobs", "2"])
    assert done.exit_code == 0, done.output
    with open_store(folder) as store:
        cited = list(store_links(store, "/akn/kz/act/order/2031-05-02/2"))
    assert [(link.iri, link.to) for _, link in cited] == [(GARDENS, "2")]
    refused = run.invoke(app, ["add", str(citing), "--library", str(folder), "--state", "Kazakhstan"])
    assert isinstance(refused.exception, InputError) and refused.exception.message == "state-unreadable"
