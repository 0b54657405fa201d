"""Input that means harm costs only itself: it is skipped with a reason, and nothing outside what was given is read."""

from __future__ import annotations

import io
import os
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from dulwich.objects import Blob, Tree

from saralau.corpus.sources import Item, Skipped, Walked, archives, items, objects
from saralau.corpus.sources.kept import sources_open
from saralau.documents.archive import LARGEST
from saralau.messages import InputError, languages, say

from .lawgit import History, russian


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    with sources_open():
        yield


def reasons(path: Path) -> dict[str, str]:
    """By the end of its name, why something is skipped; each says so in every language."""
    found = {}
    for one in items([path]):
        if isinstance(one, Skipped):
            assert all(say(one.reason, code, **dict(one.details)) for code in languages())
            found[one.path.removeprefix(str(path)).lstrip("!/:#")] = one.reason
    return found


def names(path: Path) -> list[str]:
    """Ends of the names of what can be read."""
    return [one.path.removeprefix(str(path)).lstrip("!/") for one in items([path]) if isinstance(one, Item)]


def refusal(item: Item) -> str:
    with pytest.raises(InputError) as flaw:
        item.read()
    return flaw.value.message


def test_links_that_lead_out_devices_and_pipes(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(russian(1), "utf-8")
    law = tmp_path / "law"
    law.mkdir()
    (law / "good.md").write_text(russian(2), "utf-8")
    (law / "out.md").symlink_to(secret)
    (law / "up").symlink_to(tmp_path)
    (law / "loop").symlink_to(law)
    (law / "same.md").symlink_to(law / "good.md")
    (law / "gone.md").symlink_to(law / "nowhere.md")
    os.mkfifo(law / "pipe.md")
    assert names(law) == ["good.md"]
    assert reasons(law) == {
        "out.md": "source-link-outside",
        "up": "source-link-outside",
        "gone.md": "source-link-outside",
        "pipe.md": "source-not-a-file",
    }


def test_what_becomes_a_link_after_it_was_seen(tmp_path: Path) -> None:
    law = tmp_path / "law"
    law.mkdir()
    for name in ("a.md", "b.md", "c.md"):
        (law / name).write_text(russian(2), "utf-8")
    first, second, third = (one for one in items([law]) if isinstance(one, Item))
    (law / "a.md").unlink()
    (law / "a.md").symlink_to("/etc/passwd")
    (law / "b.md").unlink()
    os.mkfifo(law / "b.md")
    (law / "c.md").unlink()
    assert [refusal(item) for item in (first, second, third)] == ["file-refused", "source-not-a-file", "file-absent"]


def test_a_file_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    [item] = items([path])
    assert isinstance(item, Item)
    assert refusal(item) == "file-too-large"


def test_zip_bombs_and_names_that_lead_out(tmp_path: Path) -> None:
    path = tmp_path / "law.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("good.md", russian(1))
        packed.writestr("bomb.md", b"a" * (8 << 20))
        packed.writestr("../../escape.md", russian(2))
        packed.writestr("/absolute.md", russian(2))
        packed.writestr("inner.zip", b"PK")
        packed.writestr("inner.tar.gz", b"")
        link = zipfile.ZipInfo("link.md")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    assert names(path) == ["good.md"]
    assert reasons(path) == {
        "bomb.md": "source-ratio",
        "../../escape.md": "source-path-outside",
        "absolute.md": "source-path-outside",
        "inner.zip": "archive-in-archive",
        "inner.tar.gz": "archive-in-archive",
        "link.md": "source-not-a-file",
    }


def test_an_archive_that_is_too_much_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "law.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(5):
            packed.writestr(f"{number}.md", russian(number))
    for name, limit, reason in (("MOST", 4, "archive-too-many-parts"), ("TOTAL", 1000, "archive-explodes")):
        with monkeypatch.context() as patch:
            patch.setattr(archives, name, limit)
            assert reasons(path) == {"": reason}
            assert names(path) == []


def test_a_zip_that_lies_about_sizes_or_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "law.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.md", b"\n" * (1 << 20))
    data = path.read_bytes()
    told = struct.pack("<L", 1 << 20)
    assert data.count(told) == 2
    path.write_bytes(data.replace(told, struct.pack("<L", 100)))  # says that it is small
    [item] = (one for one in items([path]) if isinstance(one, Item))
    assert refusal(item) == "archive-damaged"
    path.write_bytes(data[: len(data) // 2])
    assert reasons(path) == {"": "archive-damaged"}
    path.write_bytes(b"PK\x03\x04" + b"\xff" * 50)
    assert reasons(path) == {"": "archive-damaged"}


@pytest.mark.parametrize("kind", ["", ":gz"])
def test_tar_links_devices_and_names_that_lead_out(tmp_path: Path, kind: str) -> None:
    path = tmp_path / ("law.tar" + kind.replace(":", "."))
    with tarfile.open(path, f"w{kind}") as tar:
        for name, type_, target in (
            ("link.md", tarfile.SYMTYPE, "/etc/passwd"),
            ("hard.md", tarfile.LNKTYPE, "good.md"),
            ("device.md", tarfile.CHRTYPE, ""),
            ("pipe.md", tarfile.FIFOTYPE, ""),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = type_, target
            tar.addfile(info)
        for name in ("good.md", "../out.md", "/absolute.md", "deep/inner.zip"):
            data = russian(1).encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    assert names(path) == ["good.md"]
    assert reasons(path) == {
        "link.md": "source-not-a-file",
        "hard.md": "source-not-a-file",
        "device.md": "source-not-a-file",
        "pipe.md": "source-not-a-file",
        "../out.md": "source-path-outside",
        "absolute.md": "source-path-outside",
        "deep/inner.zip": "archive-in-archive",
    }


def test_a_packed_tar_that_explodes_or_promises_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "law.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        info = tarfile.TarInfo("a.md")
        info.size = LARGEST + (1 << 20)
        tar.addfile(info, _Zeros(info.size))
    assert reasons(path) == {"": "source-ratio"}
    monkeypatch.setattr(archives, "TOTAL", 1000)
    assert reasons(path) == {"": "archive-explodes"}
    monkeypatch.undo()
    header = tarfile.TarInfo("././@PaxHeader")
    header.type, header.size = tarfile.XHDTYPE, 1 << 30  # a header of a gigabyte, which is not there
    plain = tmp_path / "law.tar"
    plain.write_bytes(header.tobuf() + b"\0" * 2048)
    assert reasons(plain) == {"": "archive-damaged"}
    cut = tmp_path / "cut.tar.gz"
    cut.write_bytes(path.read_bytes()[:500])
    assert reasons(cut) == {"": "archive-damaged"}


class _Zeros(io.RawIOBase):
    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, size: int = -1) -> bytes:
        size = min(size, self.left)
        self.left -= size
        return bytes(size)


def test_an_archive_with_a_bad_member_is_walked_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "law.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("../a.md", russian(1))
        packed.writestr("b.md", russian(2))
    assert isinstance(list(items([path]))[-1], Walked)


@pytest.fixture
def law(tmp_path: Path) -> Iterator[History]:
    history = History(tmp_path / "law")
    history.commit("2030-05-03", {"rus/81.md": russian(81), "rus/82.md": russian(82)})
    yield history
    history.close()


def test_settings_hooks_and_alternates_of_a_repository_count_for_nothing(tmp_path: Path, law: History) -> None:
    elsewhere = History(tmp_path / "elsewhere")
    elsewhere.commit("2031-01-01", {"rus/83.md": russian(83)})
    git = law.path / ".git"
    touched = tmp_path / "touched"
    (git / "hooks").mkdir(exist_ok=True)
    for hook in ("post-checkout", "pre-commit", "reference-transaction"):
        (git / "hooks" / hook).write_text(f"#!/bin/sh\ntouch {touched}\n")
        (git / "hooks" / hook).chmod(0o755)
    (git / "config").write_text(
        f"[core]\n\tfsmonitor = touch {touched}\n\tworktree = /\n[include]\n\tpath = /etc/passwd\n[bad"
    )
    (git / "objects/info").mkdir(exist_ok=True)
    (git / "objects/info/alternates").write_text(str(elsewhere.path / ".git/objects"))
    assert len(names(law.path)) == 2
    assert not touched.exists()
    assert elsewhere.last is not None
    (git / "refs/heads/master").write_bytes(elsewhere.last + b"\n")  # a commit that only the other has
    (git / "HEAD").write_text("ref: refs/heads/master\n")
    assert reasons(law.path) == {"": "git-object-absent"}
    elsewhere.close()


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("ref: refs/heads/../../../../etc/passwd\n", "git-empty"),
        ("ref: refs/heads/none\n", "git-empty"),
        ("\x00\xff", "git-empty"),
        ("0" * 40, "git-object-absent"),
    ],
)
def test_heads_that_lead_nowhere(law: History, head: str, reason: str) -> None:
    (law.path / ".git/HEAD").write_text(head, "latin-1")
    assert reasons(law.path) == {"": reason}


def test_objects_outside_the_folder(tmp_path: Path, law: History) -> None:
    (law.path / ".git").rename(tmp_path / "git")
    (law.path / ".git").symlink_to(tmp_path / "git")
    assert reasons(law.path) == {"": "git-elsewhere"}
    (law.path / ".git").unlink()
    (law.path / ".git").write_text(f"gitdir: {tmp_path}/git\n")
    assert reasons(law.path) == {"": "git-elsewhere"}


def test_a_blob_too_large_costs_its_text_alone(law: History, monkeypatch: pytest.MonkeyPatch) -> None:
    law.commit("2031-01-01", {"rus/82.md": russian(82, "а" * 5000)})
    monkeypatch.setattr(objects, "LARGEST", 4000)
    for packed in (False, True):
        if packed:
            law.repo.object_store.pack_loose_objects()
        found = [one for one in items([law.path]) if isinstance(one, Item)]
        said = [refusal(one) if "2031" in one.path else bool(one.read()) for one in found]
        assert said == [True, True, "file-too-large"]


def test_damaged_objects(law: History) -> None:
    loose = sorted((law.path / ".git/objects").glob("??/*"), key=lambda path: path.stat().st_size)
    blob = Blob.from_string(russian(82).encode()).id.decode()
    place = law.path / f".git/objects/{blob[:2]}/{blob[2:]}"
    place.chmod(0o644)
    place.write_bytes(zlib.compress(b"blob 3\0xyz"))  # not what its name says
    good, bad = (one for one in items([law.path]) if isinstance(one, Item))
    assert good.read()
    assert refusal(bad) == "git-damaged"
    for path in loose:
        path.chmod(0o644)
        path.write_bytes(b"nonsense")
    assert reasons(law.path) == {"": "git-damaged"}


def test_names_and_links_in_trees(law: History) -> None:
    tree = Tree()
    blob = Blob.from_string(russian(90).encode())
    link = Blob.from_string(b"/etc/passwd")
    inner = Tree()
    inner.add(b"90.md", 0o100644, blob.id)
    inner.add(b"91.md", 0o120000, link.id)
    inner.add(b"..", 0o040000, inner.id)
    inner.add(b"\xff.md", 0o100644, blob.id)
    inner.add(b"module", 0o160000, blob.id)
    tree.add(b"rus", 0o040000, inner.id)
    store = law.repo.object_store
    for one in (blob, link, inner, tree):
        store.add_object(one)
    commit = store[law.last]  # type: ignore[index]
    commit.tree = tree.id
    commit.parents = []
    store.add_object(commit)
    (law.path / ".git/HEAD").write_bytes(commit.id + b"\n")
    assert names(law.path) == ["#2030-05-03:rus/90.md"]
    assert reasons(law.path) == {"rus/91.md": "source-not-a-file"}


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A path that is no UTF-8 can be read, and its name can be stored and printed."""
    folder = os.fsencode(tmp_path / "law")
    os.mkdir(folder)  # noqa: PTH102
    try:
        with open(folder + b"/\xff\xfe.md", "wb") as file:  # noqa: PTH123
            file.write(russian(1).encode())
    except OSError:
        pytest.skip("this file system has no such names")
    [item] = items([tmp_path / "law"])
    assert isinstance(item, Item)
    assert item.path.encode().endswith(b"\\xff\\xfe.md")
    assert item.read() == russian(1).encode()
