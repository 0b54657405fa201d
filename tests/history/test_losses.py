"""What a later edition lost: the fictional act changed by hand, and the Code against its earlier editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from saralau.history import find_losses
from saralau.report.analysis import analyse

from ..conftest import CODE_2020, CODE_2025, CODE_KK, EXAMPLES, analysed, sample

POINT = (
    "посредством неправомерного доступа к информационной системе либо изменения сведений, идущих по сетям телекоммуникаций"
)


def losses(tmp_path: Path, *changes: tuple[str, str]) -> set[tuple[str, str]]:
    """What the act loses by the changes: (address, kind)."""
    text = (EXAMPLES / "sample-code.ru.html").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    later = tmp_path / "later.html"
    later.write_text(text, "utf-8")
    found = find_losses(sample("ru").offences.items, analyse(later).offences.items)
    return {(loss.address.printed, loss.kind) for loss in found}


def test_nothing_changed_nothing_lost(tmp_path: Path) -> None:
    assert losses(tmp_path) == set()


def test_an_excluded_point_is_lost(tmp_path: Path) -> None:
    assert losses(tmp_path, (POINT, "исключен Законом РА от 02.02.2026 № 90-III")) == {("10(2)(4)", "excluded")}


def test_a_point_that_says_something_else_is_reworded(tmp_path: Path) -> None:
    assert losses(tmp_path, (POINT, "в крупном размере")) == {("10(2)(4)", "reworded")}


def test_an_excluded_article_takes_its_element_with_it(tmp_path: Path) -> None:
    text = (EXAMPLES / "sample-code.ru.html").read_text("utf-8")
    start = text.index("<p>", text.index("Статья 21."))
    whole = text[start : text.index("<h3> Статья 22.")]
    gone = '<p> <span class="note">Сноска. Статья 21 исключена Законом РА от 02.02.2026 № 90-III.</span></p>'
    assert losses(tmp_path, (whole, gone)) == {("21", "article_excluded")}


def test_an_element_that_only_moved_is_not_lost(tmp_path: Path) -> None:
    moved = ((POINT, "в крупном размере"), ("3) неоднократно", f"3) {POINT}"))
    assert losses(tmp_path, *moved) == set()


@pytest.mark.corpus
@pytest.mark.parametrize("before", [CODE_2020, CODE_KK])
def test_the_lost_feature_of_297_is_found(before: str) -> None:
    losses = find_losses(analysed(before).offences.items, analysed(CODE_2025).offences.items)
    assert ("297(3)(5)", "electronic_information_resources", "excluded") in {
        (loss.address.printed, loss.code, loss.kind) for loss in losses
    }
