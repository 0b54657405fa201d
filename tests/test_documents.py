"""Pages that teach are run as a reader would: files are written, commands print what is shown, in the order in which it is."""

from __future__ import annotations

import contextlib
import io
import os
import re
from pathlib import Path
from unittest import mock

import pytest

from .conftest import ROOT, SHARED
from .following import exported, follows, run, steps

DOCS = ROOT / "docs"
PAGES = [f"tutorials/{file.name}" for file in sorted((DOCS / "tutorials").glob("*.md"))] + ["claims.md", "packs.md"]
# These end with 1 where they find something, which a page may show.
FINDING = ("saralau lint ", "saralau test ", "saralau pack check ")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `examples`, and the official texts beside it where they are at hand."""
    folder = tmp_path / "tree"
    folder.mkdir()
    (folder / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "shared").symlink_to(SHARED)
    monkeypatch.chdir(folder)
    return folder


def walk(page: str, tree: Path, official: bool) -> int:
    """Runs a page; of its commands those that read official texts, or the others. Returns how many ran."""
    environment: dict[str, str] = {}
    names: dict[str, object] = {}
    said = io.StringIO()
    ran = written = 0
    for kind, what, lines in steps((DOCS / page).read_text("utf-8")):
        if kind == "file":
            written += 1
            (tree / what).parent.mkdir(parents=True, exist_ok=True)
            (tree / what).write_text("\n".join(lines) + "\n", "utf-8")
        elif kind == "python" and not official:
            said = io.StringIO()
            with mock.patch.dict(os.environ, environment), contextlib.redirect_stdout(said):
                exec(what, names)
        elif kind == "text" and names:  # what the Python before it prints
            assert follows(lines, said.getvalue().splitlines()) == "", said.getvalue()
        elif kind in ("python", "text"):
            continue
        elif what.startswith("export "):
            environment |= exported(what)
        elif ("../shared" in what) is official:
            assert what.startswith("saralau "), what
            # Packs are remembered by their folder as it is named: another name for it after each file.
            folders = environment.get("SARALAU_PACKS")
            packs = {"SARALAU_PACKS": f"{tree / folders}{'/.' * written}"} if folders else {}
            code, printed = run(what, environment | packs)
            assert code == 0 or (code == 1 and what.startswith(FINDING)), f"{what}: {printed}"
            assert follows(lines, printed.replace("\N{NO-BREAK SPACE}", " ").splitlines()) == "", f"{what}\n{printed[:4000]}"
            ran += 1
    return ran


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_teaches_does_what_it_says(page: str, tree: Path) -> None:
    assert walk(page, tree, official=False) >= 3


@pytest.mark.corpus
@pytest.mark.parametrize("page", [page for page in PAGES if "../shared" in (DOCS / page).read_text("utf-8")])
def test_what_a_page_says_of_the_official_texts(page: str, tree: Path) -> None:
    assert walk(page, tree, official=True) >= 1


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("tutorials/") and page.count(".") == 2])
def test_a_translation_runs_the_commands_of_its_page(page: str) -> None:
    """In the same order on the same files; words, and the language of the answers, are its own."""

    def commands(name: str) -> list[str]:
        told = [
            what
            for kind, what, _ in steps((DOCS / name).read_text("utf-8"))
            if kind == "command" and not what.startswith("export ")
        ]
        return [re.sub(r"\.(ru|kk|en)\b", ".LANGUAGE", what) for what in told]

    language = page.split(".")[1]
    assert commands(page) == commands(page.replace(f".{language}.", "."))


def test_lines_are_looked_for_in_their_order() -> None:
    assert follows(["a", "…", "c…"], ["a", "b", "c d"]) == ""
    assert follows(["c", "a"], ["a", "c"]) == "a"
    assert follows(["a b"], ["a", "b"]) == "a b"
