"""Every locked dependency is listed with its licence, and no file names a registry's host."""

from __future__ import annotations

import re

from .conftest import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def locked() -> set[str]:
    return {name.lower() for lock in LOCKS for name in re.findall(r"(?m)^([A-Za-z0-9_.-]+)==", lock.read_text("utf-8"))}


def test_every_locked_dependency_is_listed() -> None:
    listed = {
        row.split("|")[1].strip().lower()
        for row in (ROOT / "LICENSES.md").read_text("utf-8").splitlines()
        if row.count("|") > 2
    }
    assert len(locked()) > 20
    assert locked() - listed == set()  # tables of three columns: package, version, licence
    assert listed - locked() - {"package", "---"} == set()


def test_every_lock_has_hashes_and_no_host() -> None:
    for lock in LOCKS:
        text = lock.read_text("utf-8")
        assert text.count("==") <= text.count("--hash=sha256:")
        assert "://" not in text
