"""The commands about cases and packs as a person uses them: the interview, the page, packs started and checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from saralau.cases import read_case
from saralau.cli.main import app
from saralau.messages import InputError

from ..conftest import EXAMPLES

CASES = EXAMPLES / "cases"


def run(*arguments: str, typed: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(app, arguments, input=typed)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


def test_an_interview_settles_whose_harm_it_is_and_saves_the_case(tmp_path: Path) -> None:
    saved = tmp_path / "saved.yaml"
    code, told = run("ask", str(CASES / "harm-of-whom-untold.yaml"), "-o", str(saved), typed="1\n")
    assert code == 0
    assert "So far: 188(2), 205(1). Open: 1." in told
    assert "So far: 188(2). Open: 0." in told
    assert {fact.of for fact in read_case(saved).deeds[0].facts["consequence"]} == {"customer"}
    assert read_case(saved).expected is None


def test_an_interview_takes_no_for_an_answer_and_leaves_what_is_not_known() -> None:
    code, told = run("ask", str(CASES / "target-untold.yaml"), typed="x\n?\n")
    assert code == 0
    assert "Please answer with the numbers shown" in told
    assert "Nothing is left to ask." in told


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_escapes_what_the_case_says_and_loads_nothing(tmp_path: Path, language: str) -> None:
    text = (CASES / "false-alarm.yaml").read_text("utf-8")
    name = next(line for line in text.splitlines() if line.startswith("title:"))
    nasty = '<script>"&</script>'
    hostile = text.replace(name, f"title: {{kk: '{nasty}', ru: '{nasty}', en: '{nasty}'}}")
    (tmp_path / "case.yaml").write_text(hostile, "utf-8")
    page = tmp_path / "page.html"
    run("--ui", language, "qualify", str(tmp_path / "case.yaml"), "--html", str(page))
    html = page.read_text("utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "://" not in html
    assert f'<html lang="{language}">' in html


def test_an_act_before_the_general_part_in_hand_is_told() -> None:
    told = "no earlier text of it is in hand"
    assert told in run("qualify", str(CASES / "copied-by-two-before-the-reform.yaml"))[1]
    assert told not in run("qualify", str(CASES / "no-harm.yaml"))[1]


def test_a_day_of_judgment_that_is_none_is_refused() -> None:
    with pytest.raises(InputError):
        run("qualify", str(CASES / "no-harm.yaml"), "--on", "2025-13-01")


def test_a_pack_that_was_started_is_refused_until_it_is_filled_in(tmp_path: Path) -> None:
    pack = tmp_path / "kz/criminal-code.elements.yaml"
    code, _ = run("pack", "new", "kz/criminal-code@2025-07-16.ru", "105", "-o", str(pack))
    assert code == 0
    assert '- part: "3"' in pack.read_text("utf-8")
    code, told = run("pack", "check", str(tmp_path))
    assert code == 1
    assert "15 times “?”, in lines 8, 9" in told
    with pytest.raises(InputError):  # what is there is left as it is
        run("pack", "new", "kz/criminal-code@2025-07-16.ru", "105", "-o", str(pack))
    with pytest.raises(InputError):
        run("pack", "new", "kz/criminal-code@2025-07-16.ru", "999")
    with pytest.raises(InputError):
        run("pack", "new", "kz/qualification", "105")


def test_a_pack_that_leaves_out_a_part_is_told(tmp_path: Path) -> None:
    """The fictional state's packs are right; with a part of article 10 taken away they are not."""
    assert run("pack", "check", str(EXAMPLES / "packs"))[0] == 0
    folder = tmp_path / "altynsay"
    folder.mkdir()
    for path in (EXAMPLES / "packs/altynsay").glob("*.yaml"):
        text = path.read_text("utf-8")
        if path.name == "criminal-code.elements.yaml":
            text = text.replace('part: "2"', 'part: "22"', 1)
        (folder / path.name).write_text(text, "utf-8")
    code, told = run("pack", "check", str(tmp_path))
    assert code == 1
    assert "22" in told


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        run("pack", "check", str(tmp_path))
    with pytest.raises(InputError):
        run("pack", "check", str(tmp_path / "absent"))
