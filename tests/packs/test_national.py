"""A state is data: the fictional state's pack in `examples/packs`, by hand against its figures, and no line of Python for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from saralau.acts import Address
from saralau.offences import Kind, Offence, Unit
from saralau.offences.model import Limit, Suspension
from saralau.report.analysis import analyse
from saralau.report.building import build_picture
from saralau.report.page import render
from saralau.report.register import make_register

from ..conftest import EXAMPLES, ROOT

ACTS = pytest.mark.parametrize("name", ["sample-code.ru.html", "sample-code.kk.md", "sample-code.en.md"])


@pytest.fixture(autouse=True)
def altynsay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_PACKS", str(EXAMPLES / "packs"))


def offences(name: str) -> dict[str, Offence]:
    return {offence.address.printed: offence for offence in analyse(EXAMPLES / name).offences.items}


@ACTS
def test_categories_and_limitation(name: str) -> None:
    """By articles 4 and 7 of the fictional code: up to 3, 6, 10 years; 2, 3, 6, 12, 20 years of limitation."""
    decided = {at: (offence.category.value, offence.limitation_years) for at, offence in offences(name).items()}
    assert decided == {
        "10(1)": ("minor", 3),
        "10(2)": ("medium", 6),
        "10(3)": ("grave", 12),
        "11(1)": ("minor", 3),
        "11(2)": ("medium", 6),
        "12": ("medium", 6),
        "12-1": ("misdemeanour", 2),
        "20(1)": ("misdemeanour", 2),
        "20(2)": ("minor", 3),
        "20(2-1)": ("medium", 6),
        "20(3)": ("grave", 12),
        "21": ("medium", 6),
        "22(1)": ("misdemeanour", 2),
        "22(2)": ("minor", 3),
        "30(1)": ("minor", 3),
        "30(2)": ("grave", 12),
        "30(3)": ("especially_grave", None),  # of chapter 3: no limitation (7.6)
        "32(1)": ("misdemeanour", 2),
        "32(2)": ("misdemeanour", 2),
        "33": ("minor", 3),
    }


@ACTS
def test_bounds_left_unsaid_and_suspension(name: str) -> None:
    found = offences(name)
    fine, _, arrest = found["20(1)"].sanction.principal
    assert fine.implied_minimum == Limit(10, Unit.MCI, Address("3", "1"))
    assert arrest.kind is Kind.ARREST
    assert arrest.suspended == Suspension("2030-01-01", Address("40", "3"))
    assert found["32(2)"].sanction.principal[-1].suspended is None  # excepted
    life = found["30(3)"].sanction.principal[-1]
    assert life.life and life.implied_minimum is None


@ACTS
def test_the_page_names_the_pack(name: str) -> None:
    analysis = analyse(EXAMPLES / name)
    page = render(build_picture(make_register(analysis, quoting=True)))
    assert "altynsay/general-part@2024-11-11" in page
    assert "Republic of Altynsay" in page
    assert "2030-01-01" in page


def test_no_python_names_the_state() -> None:
    assert not [path for path in (ROOT / "src").rglob("*.py") if "altynsay" in Path(path).read_text("utf-8").lower()]
