"""The draft of the tour, on the fictional code: it needs no official text."""

from __future__ import annotations

from pathlib import Path

import pytest

from saralau.acts import Address, read_act
from saralau.documents import read
from saralau.drafts import read_draft
from saralau.drafts.impact import weigh
from saralau.drafts.weighing import Moved
from saralau.report.editions import changed

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_name_that_two_states_share_names_the_act_of_the_own_state(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_PACKS", str(EXAMPLES / "packs"))
    act = read_act(EXAMPLES / "sample-code.ru.html")
    draft = read_draft(read(EXAMPLES / "sample-draft.ru.md"), act)
    assert (len(draft.instructions), draft.elsewhere, draft.refused) == (3, (), ())


def test_an_article_that_gets_numbered_parts_keeps_its_group_in_the_first() -> None:
    act = read_act(EXAMPLES / "sample-code.ru.html")
    impact = weigh(act, read_draft(read(EXAMPLES / "sample-draft.ru.md"), act))
    assert impact.groups == (Moved(Address("21", "2"), None, "I"),)
    lines = [changed(one, "en") for article in impact.diff.articles for one in article.changes]
    assert "21: moved to 21(1)" in lines
    assert "21(1): moved here from 21" in lines
