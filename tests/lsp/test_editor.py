"""The server in a real editor: Neovim without a screen opens a Kazakh draft, types in it and uses what the server offers."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ..conftest import EXAMPLES, ROOT

NVIM = shutil.which(os.environ.get("SARALAU_NVIM", "nvim"))
SCRIPT = Path(__file__).with_name("editor.lua")

DEAD = "екінші бөлігінің 7) тармағында"
TYPED_AFTER = "1. Компьютерлік деректерге қасақана заңсыз қол жеткізу елеулі зиян келтірсе –"
TYPED = " ңө🖧;;"


@pytest.fixture(scope="module")
def draft() -> str:
    """The fictional Kazakh code, in which one reference is made to lead nowhere."""
    text = (EXAMPLES / "sample-code.kk.md").read_text("utf-8")
    assert text.count("екінші бөлігінің 2) тармағында") == 1
    return text.replace("екінші бөлігінің 2) тармағында", DEAD)


@pytest.fixture(scope="module")
def seen(draft: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Neovim showed; skips where there is none."""
    if NVIM is None:
        pytest.skip("no Neovim (nvim) on this machine; SARALAU_NVIM may name one")
    folder = tmp_path_factory.mktemp("editor") / "Заң жобасы №1"
    folder.mkdir()
    file = folder / "жоба (20-бап).md"
    file.write_text(draft, "utf-8")
    homes = {f"XDG_{kind}_HOME": str(folder.parent / kind) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    environment = {
        **os.environ,
        **homes,
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT / "src"),
        "SARALAU_SERVER": "\t".join((sys.executable, "-W", "error", "-m", "saralau.cli.main", "lsp")),
        "SARALAU_DRAFT": str(file),
        "SARALAU_TYPE_AFTER": TYPED_AFTER,
        "SARALAU_REFERENCE": "бірінші, екінші немесе",
        "SARALAU_DEAD": "7) тармағында",
        "SARALAU_NUMBER": "2-1. Осы",
        "SARALAU_NEW": "2-2",
    }
    call = (NVIM, "--headless", "-n", "-u", "NONE", "-i", "NONE", "-S", str(SCRIPT))
    ended = subprocess.run(call, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=180, check=False)
    told = folder / "seen.json"
    assert told.is_file(), ended.stderr.decode()
    found: dict[str, Any] = json.loads(told.read_text("utf-8"))
    assert "flaw" not in found, (found, ended.stderr.decode())
    found["log"] = "".join(log.read_text("utf-8") for log in folder.parent.rglob("*lsp.log"))
    return found


def words_of(found: list[dict[str, Any]], code: str) -> list[tuple[int, str]]:
    return sorted((one["line"], one["words"]) for one in found if one["code"] == code)


def test_findings_lie_on_the_words_that_they_are_about(seen: dict[str, Any], draft: str) -> None:
    lines = draft.split("\n")
    place = next(at for at, line in enumerate(lines, 1) if DEAD in line)
    assert words_of(seen["opened"], "R001") == [(place, "7)")]
    # Words in which a Latin letter stands among Cyrillic ones: each as the act writes it, with nothing cut off.
    mixed = words_of(seen["opened"], "T008")
    assert len(mixed) > 10
    for line, words in mixed:
        assert re.search(rf"(?<!\w){re.escape(words)}(?!\w)", lines[line - 1])
        assert "i" in words  # the Latin letter


def test_findings_follow_the_typing(seen: dict[str, Any], draft: str) -> None:
    place = draft.split("\n").index(TYPED_AFTER) + 1
    assert (place, ";;") in words_of(seen["typed"], "T002")
    assert place not in [line for line, _ in words_of(seen["opened"], "T002")]
    assert words_of(seen["typed"], "R001") == words_of(seen["opened"], "R001")


def test_a_hover_tells_what_stands_at_the_reference(seen: dict[str, Any]) -> None:
    said = "\n".join(seen["hover"])
    assert "20(1) Компьютерлік деректерге заңсыз қол жеткізу" in said and TYPED_AFTER in said
    assert "30(2)(7): this text has no such provision." in "\n".join(seen["hover_dead"])


def test_the_definition_is_jumped_to(seen: dict[str, Any]) -> None:
    assert seen["definition"] == TYPED_AFTER + TYPED


def test_the_outline_has_every_article(seen: dict[str, Any], draft: str) -> None:
    headings = [line.lstrip("# ") for line in draft.split("\n") if line.startswith("#") and "-бап." in line]
    assert len(headings) > 10
    shown = [text.removeprefix("[Class] ") for text in seen["outline"] if text.startswith("[Class]")]
    assert shown == headings


def test_a_mend_is_offered_from_the_beginning_of_the_line(seen: dict[str, Any]) -> None:
    assert seen["offered"][0] == "Mend: two marks where one should stand: ;;"
    assert seen["mended"] == TYPED_AFTER + TYPED[:-1]


def test_a_new_number_stands_in_the_references_too(seen: dict[str, Any], draft: str) -> None:
    expected = draft.replace(TYPED_AFTER, TYPED_AFTER + TYPED[:-1])
    expected = expected.replace("2-1. Осы баптың", "2-2. Осы баптың").replace(
        "немесе 2-1-бөліктерінде", "немесе 2-2-бөліктерінде"
    )
    assert "\n".join([*seen["renamed"], ""]) == expected


def test_the_server_leaves_quietly(seen: dict[str, Any]) -> None:
    assert seen["exit"] == [0, 0]
    assert "stderr" not in seen["log"]
    assert "rror" not in seen["messages"]
