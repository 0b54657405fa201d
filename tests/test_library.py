"""The library as a developer meets it: `import saralau`."""

from __future__ import annotations

import subprocess
import sys

import pytest

import saralau

from .conftest import EXAMPLES


def test_every_promised_name_is_there() -> None:
    for name in saralau.__all__:
        assert getattr(saralau, name) is not None
    assert dir(saralau) == sorted(saralau.__all__)


def test_nothing_is_imported_before_it_is_used() -> None:
    code = "import saralau, sys; print(sorted(m for m in sys.modules if m.startswith(('saralau.', 'lxml', 'pydantic'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['saralau.version']"


def test_the_verbs_one_after_the_other() -> None:
    act = saralau.parse_act(saralau.read(EXAMPLES / "sample-code.ru.html"))
    found = saralau.find_offences(act)
    placements = saralau.classify(act, found.items)
    assert saralau.Address("21") in {placement.offence.address for placement in placements}
    assert {amendment.date for amendment in saralau.find_amendments(act)} >= {"2021-03-05", "2024-11-11"}


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(AttributeError, match="parse_act"):
        _ = saralau.parse  # type: ignore[attr-defined]
