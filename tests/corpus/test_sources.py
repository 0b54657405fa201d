"""What paths hold: layouts of law in folders, archives and git; which act a text is; each day's state is an edition."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from saralau.corpus.sources import Aside, Item, Skipped, Walked, adapters, items
from saralau.corpus.sources.kept import sources_open
from saralau.corpus.sources.layouts import arrange, join
from saralau.corpus.sources.telling import Said, read_front, read_meta, work_told
from saralau.corpus.units import read_text

from .lawgit import History, kazakh, meta, russian

ACT = "03-laws/2030/0503-o-sadakh-77"


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    with sources_open():
        yield


def texts(*paths: Path) -> list[Item]:
    """The texts in paths; nothing may be skipped."""
    found = list(items(paths))
    assert not [one for one in found if isinstance(one, Skipped)]
    return [one for one in found if isinstance(one, Item)]


def skipped(path: Path) -> dict[str, str]:
    """By the end of its path, why something is skipped."""
    return {one.path.rpartition("/")[2]: one.reason for one in items([path]) if isinstance(one, Skipped)}


def test_a_file_for_an_act_in_a_folder_for_a_language() -> None:
    acts, rest, indexes = arrange(["rus/81.md", "kaz/81.md", "rus/9.md", "rus/README.md", "README.md", "x/rus/81.md"])
    assert [(act.key, act.code, sorted(act.texts)) for act in acts] == [
        ("81", "81", ["kk", "ru"]),
        ("9", "9", ["ru"]),
        ("x/81", "81", ["ru"]),
    ]
    assert (rest, indexes) == (["README.md"], ["rus/README.md"])


def test_a_folder_for_an_act_with_a_text_that_is_split() -> None:
    paths = [f"{ACT}/{name}" for name in ("meta.yaml", "rus.md", "kaz.md", "rus/ch010.md", "rus/ch009-1.md", "rus/an001.md")]
    [act], rest, indexes = arrange([*paths, "LICENSE.md"])
    assert (act.key, act.code, act.meta) == (ACT, "77", f"{ACT}/meta.yaml")
    assert act.texts["ru"].main == f"{ACT}/rus.md"
    assert sorted(act.texts["ru"].parts) == sorted(paths[3:])
    assert (rest, indexes) == (["LICENSE.md"], [f"{ACT}/meta.yaml"])


def test_parts_are_joined_as_they_are_listed() -> None:
    main = b"# On gardens\n\n> *A note.*\n\n## Parts\n\nIn files.\n\n| Part | Title |\n|---|---|\n| [`b`](rus/b.md) | B |\n| [a](rus/a.md) | A |\n\nThe end.\n"
    parts = {"a.md": b"\xe2\x86\x91 [All](../rus.md)\n\n## A\n", "b.md": b"## B\n[kept](../other/x.txt)\n", "c.md": b"## C"}
    whole = join(main, parts).decode()
    assert [line for line in whole.splitlines() if line] == [
        "# On gardens", "> *A note.*", "The end.", "## B", "[kept](../other/x.txt)", "## A", "## C",
    ]  # fmt: skip


def test_a_list_under_the_title_does_not_take_the_title_away() -> None:
    assert join(b"# Title\n\n| [A](rus/a.md) |\n", {"a.md": b"A\n"}) == b"# Title\n\n\nA\n"


def test_parts_that_nobody_lists_come_by_their_numbers_annexes_last() -> None:
    names = ["an001.md", "ch010.md", "ch002.md", "ch009-1.md", "ch009.md"]
    assert join(b"", {name: name.encode() for name in names}).split() == [
        b"ch002.md", b"ch009.md", b"ch009-1.md", b"ch010.md", b"an001.md",
    ]  # fmt: skip


def told(requisite: str, approved: str = "", code: str = "81") -> str:
    return work_told(Said(requisite, approved=approved, code=code), ["kk", "ru"], "2030-05-10", code)


@pytest.mark.parametrize(
    ("requisite", "approved", "address"),
    [
        ("Закон Республики Казахстан от 3 мая 2030 года № 77-X ЗРК", "2030-05-03", "/akn/kz/act/law/2030-05-03/77-x"),
        ("Конституционный закон Республики Казахстан от 28 сентября 1995 года N 2464", "", "/akn/kz/act/law/1995-09-28/2464"),
        ("Кодекс Республики Казахстан от 3 июля 2014 года № 226-V ЗРК", "2014-07-03", "criminal-code"),
        ("Кодекс Республики Казахстан от 16 июля 1997 года № 167", "1997-07-16", "criminal-code-1997"),
        # A minister's number, and a town's, are others' as well: the code in the source tells them apart.
        ("Приказ Министра от 7 октября 2019 года № 19. Зарегистрирован 21 октября 2019 года № 19491", "2019-10-07", "/akn/kz/act/order/2019-10-07/81"),
        ("Решение маслихата города Н от 3 мая 2021 года № 7/12", "2021-05-03", "/akn/kz/act/act/2021-05-03/81"),
        # A second act of the same name.
        ("Конституция принята на республиканском референдуме 15 марта 2026 года", "2026-03-15", "/akn/kz/act/act/2026-03-15/81"),
        ("", "", "/akn/kz/act/act/2030-05-10/81"),
    ],
)  # fmt: skip
def test_which_act_requisites_tell(requisite: str, approved: str, address: str) -> None:
    assert told(requisite, approved) == address


def test_which_act_a_title_and_a_day_tell() -> None:
    """The same title is told apart by the day of the first edition."""
    for title, day, work in (
        ("УГОЛОВНЫЙ КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН", "2014-07-03", "criminal-code"),
        ("Уголовный кодекс Республики Казахстан", "1997-07-16", "criminal-code-1997"),
        ("Об информатизации", "2007-01-11", "informatization-2007"),
        ("О садах", "2007-01-11", "/akn/kz/act/act/2007-01-11/81"),
    ):
        assert work_told(Said(titles={"ru": title}), ["kk", "ru"], day, "81") == work


def test_what_is_said_beside_a_text() -> None:
    said = read_meta(meta(77, edition="2031-06-01").encode())
    assert (said.code, said.approved, said.editions) == ("77", "2030-05-03", {"ru": "2031-06-01", "kk": "2031-06-01"})
    assert said.titles == {"ru": "О садах номер 77", "kk": "Бақтар туралы 77"}
    assert read_front(f"---\n{meta(77)}---\n\n# X\n".encode()).requisite == said.requisite
    for broken in (b"[", b"- a\n- b\n", b"\xff\xfe\x00", b"a: &a [*a]", b"x" * 100_000):
        assert read_meta(broken) == Said()


def test_a_folder_and_both_archives_hold_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "law"
    for name, text in {
        f"{ACT}/rus.md": "# О садах\n\n| [a](rus/sec001.md) |\n",
        f"{ACT}/rus/sec001.md": russian(77),
        f"{ACT}/kaz.md": kazakh(77),
        f"{ACT}/meta.yaml": meta(77, edition="2031-06-01"),
        "picture.png": "no",
        ".hidden/rus.md": russian(1),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    with zipfile.ZipFile(tmp_path / "law.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            packed.write(path, path.relative_to(tmp_path))
    for kind in ("", ":gz", ":xz", ":bz2"):
        with tarfile.open(tmp_path / f"law.tar{kind.replace(':', '.')}", f"w{kind}") as tar:
            tar.add(folder, "law")
    wanted = [(item.hints, item.read()) for item in texts(folder)]
    assert [(hints.called, hints.edition, hints.language) for hints, _ in wanted] == [
        ("/akn/kz/act/law/2030-05-03/77-x", "2031-06-01", "kk"),
        ("/akn/kz/act/law/2030-05-03/77-x", "2031-06-01", "ru"),
    ]
    for name in ("law.zip", "law.tar", "law.tar.gz", "law.tar.xz", "law.tar.bz2"):
        found = [one for one in texts(tmp_path / name) if ".hidden" not in one.path]
        assert [(item.hints, item.read()) for item in found] == wanted, name
        assert all(item.path.startswith(f"{tmp_path / name}!law/") for item in found)


def test_every_day_on_which_a_text_changed_is_an_edition(tmp_path: Path) -> None:
    law = History(tmp_path / "law")
    first = law.commit("2030-05-03", {"rus/81.md": russian(81), "kaz/81.md": kazakh(81), "rus/README.md": "* [x](81.md)\n"})
    law.commit("2031-06-01", {"rus/81.md": russian(81, "Сады поливают днём.")})
    law.commit("2031-06-01", {"rus/81.md": russian(81, "Сады поливают вечером.")}, hour=23)  # the day's last state
    law.commit("2032-01-01", {"kaz/81.md": kazakh(81, "Бақтар кешке суарылады.")}, hour=1)  # in Greenwich the day before
    found = texts(law.path)
    assert [(item.hints.language, item.hints.edition) for item in found] == [
        ("kk", "2030-05-03"), ("kk", "2032-01-01"), ("ru", "2030-05-03"), ("ru", "2031-06-01"),
    ]  # fmt: skip
    assert {item.hints.called for item in found} == {"/akn/kz/act/act/2030-05-03/81"}
    assert "вечером" in found[-1].read().decode()
    assert found[0].source == f"{law.path}#{first[:12]}:kaz/81.md"
    assert [item.path for item in found][-1] == f"{law.path}#2031-06-01:rus/81.md"
    law.close()


def test_what_stands_beside_a_text_dates_it_and_parts_are_one_text(tmp_path: Path) -> None:
    law = History(tmp_path / "law")
    law.commit("2030-05-10", {f"{ACT}/meta.yaml": meta(77), f"{ACT}/rus.md": russian(77), f"{ACT}/kaz.md": kazakh(77)})
    parts = "# О садах\n\n## Части\n\n| [a](rus/sec002.md) |\n| [b](rus/sec001.md) |\n"
    law.commit(
        "2031-06-05",
        {
            f"{ACT}/meta.yaml": meta(77, edition="2031-06-01"),
            f"{ACT}/rus.md": parts,
            f"{ACT}/rus/sec001.md": "↑ [Всё](../rus.md)\n\n### Статья 2. Вторая\n\n1. Второе.\n",
            f"{ACT}/rus/sec002.md": "↑ [Всё](../rus.md)\n\n### Статья 1. Первая\n\n1. Первое.\n",
        },
    )
    law.commit("2031-07-01", {f"{ACT}/meta.yaml": meta(77, edition="2031-06-01").replace("'9'", "'8'")})  # no edition
    law.commit("2033-01-01", {f"{ACT}/rus.md": None, f"{ACT}/rus/sec001.md": None, f"{ACT}/rus/sec002.md": None})  # repealed
    found = texts(law.path)
    assert [(item.hints.language, item.hints.edition) for item in found] == [
        ("kk", "2030-05-10"), ("ru", "2030-05-10"), ("ru", "2031-06-01"),
    ]  # fmt: skip
    reading = read_text(found[-1].read(), found[-1].name, found[-1].hints, found[-1].source)
    assert reading.held.iri == "/akn/kz/act/law/2030-05-03/77-x"
    assert [(unit.address, unit.title) for unit in reading.units] == [("1.1", "Первая"), ("2.1", "Вторая")]
    law.close()


def test_words_that_come_back_are_an_edition_of_their_own(tmp_path: Path) -> None:
    law = History(tmp_path / "law")
    for day, words in (("2030-05-03", "Утром."), ("2031-01-01", "Днём."), ("2032-01-01", "Утром."), ("2033-01-01", "Днём.")):
        law.commit(day, {"rus/81.md": russian(81, words)})
    found = texts(law.path)
    contents = [item.read() for item in found]
    assert len(set(contents)) == 4
    assert [content.rstrip() for content in contents[:2]] == [content.rstrip() for content in contents[2:]]
    units = [read_text(content, item.name, item.hints).units for content, item in zip(contents, found, strict=True)]
    assert units[0] == units[2] != units[1] == units[3]
    law.close()


def test_a_history_that_stands_where_it_stood_is_not_gone_through(tmp_path: Path) -> None:
    law = History(tmp_path / "law", bare=True)
    newest = law.commit("2030-05-03", {"rus/81.md": russian(81)})
    [*_, walked] = items([law.path])
    assert walked == Walked(str(law.path), newest, known=False)
    assert list(items([law.path], lambda path, stamp: stamp == newest)) == [Walked(str(law.path), newest, known=True)]
    law.close()


def test_a_repository_of_no_known_layout_is_its_newest_tree(tmp_path: Path) -> None:
    law = History(tmp_path / "law")
    law.commit("2030-05-03", {"gardens.md": russian(1), "code.py": "pass\n"})
    law.commit("2031-05-03", {"gardens.md": russian(2)})
    [item] = texts(law.path)
    assert (item.name, item.hints.edition, item.read()) == ("gardens.md", "", russian(2).encode())
    law.close()


def test_packed_objects_are_read(tmp_path: Path) -> None:
    law = History(tmp_path / "law")
    for year in range(2030, 2036):
        law.commit(f"{year}-05-03", {"rus/81.md": russian(81, f"Год {year}.", articles=40)})
    if shutil.which("git"):  # which packs objects as differences
        subprocess.run(["git", "repack", "-adfq"], cwd=law.path, check=True)
    else:
        law.repo.object_store.pack_loose_objects()
    assert not list((law.path / ".git/objects").glob("??/*"))
    contents = [item.read().decode() for item in texts(law.path)]
    assert [f"Год {year}." in content for year, content in zip(range(2030, 2036), contents, strict=True)] == [True] * 6
    law.close()


def test_repositories_in_a_folder(tmp_path: Path) -> None:
    """One whose `.git` is a file that leads to a place inside the folder, as submodules have it, is read as well."""
    law = History(tmp_path / "all/one")
    law.commit("2030-05-03", {"rus/81.md": russian(81)})
    law.close()
    (tmp_path / "all/modules").mkdir()
    (tmp_path / "all/one/.git").rename(tmp_path / "all/modules/one")
    (tmp_path / "all/one/.git").write_text("gitdir: ../modules/one\n")
    assert {item.path.removeprefix(str(tmp_path)) for item in texts(tmp_path / "all")} == {
        "/all/one#2030-05-03:rus/81.md",
        "/all/modules/one#2030-05-03:rus/81.md",
    }
    assert skipped(tmp_path / "all/one") == {"one": "git-elsewhere"}


def test_an_adapter_of_somebody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Entry:
        name = "gazette"

        @staticmethod
        def load() -> object:
            def gazette(path: Path) -> Iterator[object] | None:
                if path.suffix != ".gazette":
                    return None
                return iter([Item(f"{path}:1", "1", "act.md", path.read_bytes), Aside(f"{path}:2"), "nonsense"])

            return gazette

    monkeypatch.setattr(adapters, "_adapters", lambda: (Entry,))
    path = tmp_path / "x.gazette"
    path.write_text(russian(1), "utf-8")
    item, aside, failed = items([path])
    assert isinstance(item, Item) and item.read() == russian(1).encode()
    assert isinstance(aside, Aside)
    assert isinstance(failed, Skipped) and failed.reason == "source-adapter-failed"
    other = tmp_path / "x.md"
    other.write_text(russian(1), "utf-8")
    assert [item.path for item in texts(other)] == [str(other)]
