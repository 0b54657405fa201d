"""Files damaged at random, the fictional act's and the official ones: read without loss, or refused in one sentence."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from saralau.acts import balance
from saralau.messages import InputError
from saralau.report.analysis import analyse
from saralau.report.building import build_picture
from saralau.report.page import render
from saralau.report.register import make_register

from ..conftest import CODES, CORPUS, EXAMPLES

pytestmark = pytest.mark.long

HOSTILE = (
    "<", ">", "</p>", "<p>", "<!--", "-->", "&", "&#0;", "&lt", "<![CDATA[", "\x00", "\ufeff", "\u202e", "\u00ad",
    "Статья 10.", "10-бап.", "1.", "1)", "1-1)", "2-1.", "–", "либо", "частью первой", "осы баптың", "<table><tr><td>",
    "исключен Законом", "Примечание.", "Ескертпе.", "Сноска.", "9" * 400, "(" * 200, "а, " * 200, "наказывается",
)  # fmt: skip


def damaged(text: str, dice: random.Random) -> str:
    """The text with one to six damages: pieces deleted, repeated, moved, hostile pieces put in."""
    for _ in range(dice.randint(1, 6)):
        start = dice.randrange(len(text))
        end = min(len(text), start + dice.choice((1, 3, 20, 200, 2000)))
        there = dice.randrange(len(text))
        piece = dice.choice(("", text[start:end] * 2, dice.choice(HOSTILE)))
        text = text[:start] + piece + text[end:]
        if dice.random() < 0.2:
            text = text[:there] + text[start:end] + text[there:]
    return text


def holds(path: Path) -> bool:
    """Whether the file was read; that nothing was lost then is asserted here."""
    try:
        analysis = analyse(path)
    except InputError as refusal:
        assert path.name in str(refusal) or "language" in str(refusal)
        return False
    ledger = balance(analysis.act)
    assert ledger.balanced, path.read_text("utf-8")
    register = make_register(analysis, quoting=True)
    json.dumps(register)
    render(build_picture(register))
    return True


@pytest.mark.parametrize("seed", range(16))
@pytest.mark.parametrize("name", ["sample-code.ru.html", "sample-code.kk.md", "sample-code.en.md"])
def test_the_fictional_act_damaged(name: str, seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    text = (EXAMPLES / name).read_text("utf-8")
    path = tmp_path / name
    read = 0
    for _ in range(150):
        path.write_text(damaged(text, dice), "utf-8")
        read += holds(path)
    assert read > 15  # most damage is survived, or this test tests nothing


@pytest.mark.corpus
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", CODES)
def test_the_official_texts_damaged(name: str, seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    text = (CORPUS / name).read_text("utf-8")
    path = tmp_path / Path(name).name
    for _ in range(8):
        path.write_text(damaged(text, dice), "utf-8")
        holds(path)
