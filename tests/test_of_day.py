"""What a reader, a program and a model are shown of an article on a day on which a newer edition is there but not yet law."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from .conftest import EXAMPLES

pytest.importorskip("fastapi", reason="needs the extra `web`")
pytest.importorskip("mcp", reason="needs the extra `mcp`")
pytest.importorskip("sqlalchemy", reason="needs the extra `search`")
pytest.importorskip("tantivy", reason="needs the extra `search`")

from starlette.testclient import TestClient

from saralau.acts import Address
from saralau.api.app import make_api
from saralau.corpus.model import Held
from saralau.corpus.searching import refresh
from saralau.corpus.shelf import Shelved
from saralau.corpus.store.catalogue import open_store, writing
from saralau.corpus.store.putting import put_all
from saralau.corpus.units import Hints, read_text
from saralau.mcp.limits import Limits
from saralau.mcp.serving import working_for
from saralau.mcp.tooling import Call
from saralau.mcp.tools.acts import AskedProvision, read_provision
from saralau.messages import InputError
from saralau.report.of_day import of_day
from saralau.web.app import make_app
from saralau.web.security import guarded
from saralau.web.settings import Settings

IRI, KEY = "/akn/alt/act/code/2020-02-28/17", "alt:act:code:2020-02-28:17"
OLD, NEW = "2030-01-01", "2032-03-05"
COMING = " Сноска. Статья 10 с изменениями, внесенными законами РА"
LAW = " от 05.03.2032 № 9-I (вводится в действие с 01.09.2032);"
MEANWHILE, AFTER = "2032-04-01", "2033-01-01"  # days before and after the newest change of article 10 came into force


class Here:
    """Stands for the worker processes: the same tasks in this process."""

    def run(self, task: str, *arguments: Any) -> Any:
        module, _, function = task.partition(":")
        return json.loads(json.dumps(getattr(import_module(module), function)(*arguments)))

    def close(self) -> None:
        """There is no worker to end."""


def newer() -> str:
    """The fictional code in Russian with a change of article 10 that it shows before it is law."""
    russian = (EXAMPLES / "sample-code.ru.html").read_text("utf-8")
    assert COMING in russian
    return russian.replace("до четырех лет", "до пяти лет", 1).replace(COMING, COMING + LAW, 1)


def filled(folder: Path, *texts: tuple[str, str, str]) -> Path:
    """A library in a folder: of each text its file, its words, its edition."""
    with open_store(folder, write=True) as store, writing(store) as connection:
        for name, words, edition in texts:
            content = words.encode()
            put_all(connection, store, [(read_text(content, name, Hints(IRI, "Sample code", edition)), content)])
    return folder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code in Russian before and with the change; an older piece of it in Kazakh."""
    kazakh = (EXAMPLES / "sample-code.kk.md").read_text("utf-8")
    piece = kazakh[kazakh.index("### 2-тарау") :]
    russian = (EXAMPLES / "sample-code.ru.html").read_text("utf-8")
    texts = (("old.ru.html", russian, OLD), ("new.ru.html", newer(), NEW), ("piece.kk.md", piece, OLD))
    folder = filled(tmp_path_factory.mktemp("library"), *texts)
    with open_store(folder, write=True) as store:
        refresh(store, [])
    return folder


@pytest.fixture(scope="module")
def api(library: Path) -> Iterator[TestClient]:
    app = make_api(library)
    app.state.working.sandbox = Here()
    with TestClient(app) as client:
        yield client


@pytest.fixture(scope="module")
def web(library: Path) -> Iterator[TestClient]:
    settings = Settings(library, hosts=("testserver",), pages=10_000, computations=10_000)
    app = make_app(settings)
    app.state.sandbox = Here()
    with TestClient(guarded(app, settings)) as client:
        yield client


def plain(page: str) -> str:
    """The words of a page, without its tags."""
    return re.sub("<[^>]+>", "", page)


def test_a_model_reads_the_words_of_the_text_that_was_law_on_the_day(library: Path) -> None:
    working = working_for(library, Limits())
    working.sandbox = Here()  # type: ignore[assignment]  # the same tasks, in this process
    call = Call(working, "en", Limits())
    for day, edition, years in ((MEANWHILE, OLD, "до четырех лет"), (AFTER, NEW, "до пяти лет")):
        told = read_provision(call, AskedProvision(act=IRI, place="10.2", on=day, lang="ru")).record.model_dump()
        assert (told["source"]["edition"], told["standing"]) == (edition, "in_hand")
        assert years in json.dumps(told["pieces"], ensure_ascii=False)


def test_a_program_gets_the_words_of_the_day_and_what_is_known_of_them(api: TestClient) -> None:
    place = f"/acts/{KEY}/provisions/10.2?lang=ru"
    for query, edition, standing, years in (
        (f"&on={MEANWHILE}", OLD, "in_hand", "до четырех лет"),
        (f"&on={AFTER}", NEW, "in_hand", "до пяти лет"),
        (f"&edition={NEW}", NEW, "not_asked", "до пяти лет"),
        ("", NEW, "not_asked", "до пяти лет"),
    ):
        told = api.get(place + query).json()
        assert (told["text"]["edition"], told["standing"], told["changed_by"]) == (edition, standing, [])
        assert years in json.dumps(told["blocks"], ensure_ascii=False)
    assert api.get(f"{place}&edition=2031-01-01").status_code == 404


def test_where_no_text_has_the_words_of_the_day_it_is_said(tmp_path: Path) -> None:
    working = working_for(filled(tmp_path, ("new.ru.html", newer(), NEW)), Limits())
    working.sandbox = Here()  # type: ignore[assignment]  # the same tasks, in this process
    asked = AskedProvision(act=IRI, place="10.2", on=MEANWHILE, lang="ru")
    told = read_provision(Call(working, "en", Limits()), asked)
    assert (told.record.model_dump()["standing"], told.record.model_dump()["source"]["edition"]) == ("changed_since", NEW)
    assert "The words shown are those of the edition of 2032-03-05, not of that day." in told.lines


def test_what_is_known_on_a_day_names_the_text_by_its_bytes(api: TestClient) -> None:
    rows = api.get(f"/acts/{KEY}/standing?lang=ru&on={MEANWHILE}").json()["items"]
    row = next(one for one in rows if one["provision"] == "10")
    assert row["sha256"] == api.get(f"/acts/{KEY}/provisions/10?lang=ru&edition={OLD}").json()["text"]["sha256"]


def test_texts_that_are_not_known_to_be_of_one_act_leave_it_unknown() -> None:
    def known(*_: object) -> list[dict[str, Any]]:
        raise InputError("history-different-acts", file="b.md", act=IRI)

    held = Held(iri=IRI, id="", edition=OLD, language="ru", name="a.md", sha256="0" * 64)
    told = of_day(known, Shelved(IRI, "", {}, (held,)), held, Address.read("1"), MEANWHILE)
    assert (told.status, told.held) == ("unknown", held)


def test_what_search_found_is_where_it_leads(api: TestClient) -> None:
    hit = next(
        one
        for one in api.get("/search", params={"q": "до пяти лет", "lang": "ru"}).json()["items"]
        if one["article"] == "10"
    )
    assert api.get(hit["href"]).json()["text"]["sha256"] == hit["sha256"]


def test_a_reader_of_a_day_is_led_to_its_words_and_told_so(web: TestClient) -> None:
    page = web.get(f"{IRI}/rus@{NEW}/~art_10?on={MEANWHILE}", headers={"accept-language": "en"})
    assert page.url.path == f"{IRI}/rus@{OLD}/~art_10"
    assert "On 1 April 2032: wording in hand" in plain(page.text)
    assert "до четырех лет" in page.text
    assert "come into force later" not in page.text


def test_a_reader_is_told_which_law_may_be_in_force_by_its_day_and_number(
    web: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"provision": "10", "status": "uncertain", "sha256": None}
    laws = [{"date": "2032-03-05", "number": "9-I", "iri": "/akn/alt/act/law/2032-03-05/9-i"}]
    monkeypatch.setattr("saralau.report.errands.standing_held", lambda *_: [{**row, "laws": laws}])
    page = plain(web.get(f"{IRI}/rus@{NEW}/~art_10?day=2032-09-02", headers={"accept-language": "en"}).text)
    assert "On 2 September 2032: a law may or may not have been in force (law of 5 March 2032 No. 9-I)" in page


def test_a_reader_of_an_edition_is_told_what_of_it_is_not_yet_law(web: TestClient) -> None:
    page = web.get(f"{IRI}/rus@{NEW}/~art_10", headers={"accept-language": "en"})
    assert "come into force later, not before 1 September 2032" in plain(page.text)
    assert "come into force later" not in web.get(f"{IRI}/rus@{NEW}/~art_11", headers={"accept-language": "en"}).text
    led = web.get(f"{IRI}/rus@{NEW}/~art_10?on={NEW}")
    assert led.url.path == f"{IRI}/rus@{OLD}/~art_10"


def test_a_reader_of_an_older_piece_is_told_of_the_newer_text_in_another_language(web: TestClient) -> None:
    act = web.get(IRI, headers={"accept-language": "kk"})
    assert act.url.path == f"{IRI}/kaz@{OLD}"
    assert f'<a href="{IRI}/rus@{NEW}">' in act.text
    assert "басқа тілдегі" in act.text
    assert "20-баптан басталады" in act.text
    article = web.get(f"{IRI}/~art_20", headers={"accept-language": "kk"})
    assert f'<a href="{IRI}/rus@{NEW}/~art_20">' in article.text
    whole = web.get(f"{IRI}/rus@{NEW}", headers={"accept-language": "en"}).text
    assert "another language (" not in whole
    assert "begins with article" not in whole.replace("begins with article 10:", "")


def test_search_calls_the_day_of_an_edition_an_edition(web: TestClient) -> None:
    page = web.get("/search", params={"q": "до пяти лет", "lang": "ru"}, headers={"accept-language": "en"}).text
    assert "edition of 5 March 2032" in plain(page)
    assert "since 5 March 2032" not in plain(page)
