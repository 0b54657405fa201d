"""What tests share: the official texts where they are at hand, the fictional act in three languages."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from saralau.acts import Act, parse_act
from saralau.documents import read
from saralau.report.analysis import Analysis, analyse

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus"

CODE_2025 = "kz/criminal-code.ru.2025.html"
CODE_2020 = "kz/criminal-code.ru.2020.md"
CODE_KK = "kz/criminal-code.kk.2022.md"
CODES = (CODE_2025, CODE_2020, CODE_KK)


settings.register_profile("short", max_examples=200, deadline=None)
settings.register_profile("long", max_examples=10_000, deadline=None)
settings.load_profile("short")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Property tests get their mark. Tests on the official texts are skipped, with the reason, where those are absent;
    never in CI.
    """
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.property)
    if CORPUS.is_dir():
        return
    if os.environ.get("SARALAU_REQUIRE_CORPUS"):
        raise pytest.UsageError(f"{CORPUS} is absent, and CI must not skip the tests that read it")
    for item in items:
        if item.get_closest_marker("corpus"):
            item.add_marker(pytest.mark.skip(reason=f"the official texts are not at {CORPUS}"))


@pytest.fixture(autouse=True)
def no_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the library of the person who runs it."""
    monkeypatch.delenv("SARALAU_DATABASE_URL", raising=False)
    monkeypatch.setenv("SARALAU_LIBRARY", str(tmp_path / "no-library"))


@cache
def parsed(name: str) -> Act:
    """A parsed text of the corpus, once per run."""
    return parse_act(read(CORPUS / name))


@cache
def analysed(name: str) -> Analysis:
    """An analysed text of the corpus, once per run."""
    return analyse(CORPUS / name)


@cache
def sample(language: str) -> Analysis:
    """The fictional act in Russian ("ru"), Kazakh ("kk") or English ("en")."""
    return analyse(EXAMPLES / {"ru": "sample-code.ru.html", "kk": "sample-code.kk.md", "en": "sample-code.en.md"}[language])
