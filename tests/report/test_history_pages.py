"""Pages of history, editions and stability: in every language, whole, escaped, loading nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from saralau.history.life import life
from saralau.messages import languages
from saralau.report.editions import diff_files, diff_lines
from saralau.report.editions_page import editions_page
from saralau.report.history import life_lines
from saralau.report.history_page import history_page
from saralau.report.stability import measure_files, stability_lines
from saralau.report.stability_page import stability_page

from ..history.editions import EARLIER, LATER, edition


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(EARLIER.replace("журнал и хранит", "журнал <b>и</b> хранит"), "utf-8")
    new.write_text(LATER, "utf-8")
    return old, new


def loads_nothing(page: str) -> bool:
    return "http" not in page.replace("http-equiv", "").replace("http://www.w3.org", "") and "<script" not in page


@pytest.mark.parametrize("code", languages())
def test_two_editions_side_by_side(files: tuple[Path, Path], code: str) -> None:
    told = diff_files(*files)
    page = editions_page(told, code)
    assert loads_nothing(page) and page.count("<ins>") > 3 and "<ins> и в тумане</ins>" in page.replace("\n", "")
    assert any("2015-05-05 № 12-II" in line for line in diff_lines(told, code))


@pytest.mark.parametrize("code", languages())
def test_the_life_of_an_act(code: str) -> None:
    pytest.importorskip("vl_convert")
    acts = [edition(LATER, "<b>.md")]
    told = life(acts)
    page = history_page(told, told.events, acts, code)
    assert loads_nothing(page) and "<svg" in page and "<b>.md" not in page
    lines = list(life_lines(told, told.events, code))
    assert len(lines) == len(told.events) + 1 and any("12-II" in line for line in lines)


@pytest.mark.parametrize("code", languages())
def test_stability_tells_what_is_too_small(files: tuple[Path, Path], code: str) -> None:
    pytest.importorskip("lifelines")
    pytest.importorskip("vl_convert")
    told = measure_files([files[1]], "act", "2010-01-01", None)
    assert [group.curve for group in told.groups] == [None] and told.models == {"new": None}
    page = stability_page(told, code)
    assert loads_nothing(page) and "<svg" in page
    assert any("10" in line for line in stability_lines(told, code))  # the fewest amendments that have a curve
