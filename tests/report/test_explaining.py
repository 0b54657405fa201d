"""Encoded provisions in words."""

from __future__ import annotations

import pytest

from saralau.cases.encoding import encoding
from saralau.messages import InputError
from saralau.report.explaining import explanation_lines, explanation_record


def test_a_point_with_what_it_is_built_on() -> None:
    lines = [line.strip() for line in explanation_lines("188(2)(4)", "kz", "en")]
    assert "What 188(1) describes, and" in lines
    assert {"conduct: access", "object: information system"} <= set(lines)
    assert not any("conspiracy" in line for line in lines)
    assert "For the same act article 187, the special norm, displaces 188." in lines


def test_amounts_are_told_with_their_source() -> None:
    told = "\n".join(explanation_lines("188.3", "kz", "en"))
    assert "large (more than 500 times the index, 3(38))" in told
    assert "at most 10 times the index, 3(10)" in "\n".join(explanation_lines("187", "kz", "en"))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_everything_encoded_can_be_told(language: str) -> None:
    for article in encoding("kz").newest.articles.values():
        for part in article.parts:
            for address in (
                f"{article.number}.{part.number}",
                *(f"{article.number}.{part.number}.{p}" for p in part.points),
            ):
                assert len(list(explanation_lines(address, "kz", language))) > 4


@pytest.mark.parametrize("typed", ["300", "188.9", "188.2.9", "188..4", "x"])
def test_what_is_not_encoded_is_said(typed: str) -> None:
    with pytest.raises(InputError, match=typed if typed == "x" else "188"):
        explanation_record(typed, "kz")
