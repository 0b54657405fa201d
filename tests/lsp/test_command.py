"""The command without what it takes."""

from __future__ import annotations

import sys

import pytest

from saralau.cli.lsp import serve_editor
from saralau.messages import InputError


def test_without_the_extra_one_sentence_tells_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "pygls" or name.startswith("saralau.lsp")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    with pytest.raises(InputError, match=r"pip install \"saralau\[lsp\]\""):
        serve_editor()
