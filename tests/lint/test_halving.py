"""Two processes find what one finds, in the same order."""

from __future__ import annotations

import multiprocessing

import pytest

from saralau.lint import chosen, halving, lint
from saralau.lint.halving import lint_halved

from ..conftest import CODE_2025, CODE_KK, ROOT, parsed


def forked() -> list[str]:
    return [process.name for process in multiprocessing.active_children()]


@pytest.mark.corpus
@pytest.mark.parametrize("name", [CODE_2025, CODE_KK])
@pytest.mark.parametrize("select", [(), ("all",)])
def test_two_processes_find_what_one_finds(name: str, select: tuple[str, ...]) -> None:
    act, rules = parsed(name), chosen(select)
    assert lint_halved(act, rules) == lint(act, rules)
    assert not forked()


def test_a_small_act_is_linted_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from saralau.acts import read_act

    monkeypatch.setattr(halving, "_half", None)  # nothing to be started
    act = read_act(ROOT / "examples/sample-code.ru.html")
    assert lint_halved(act, chosen()) == lint(act, chosen())


@pytest.mark.corpus
def test_a_second_process_that_dies_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halving, "_half", lambda *_: None)
    act = parsed(CODE_KK)
    assert lint_halved(act, chosen()) == lint(act, chosen())
