"""An article checked by itself at a keystroke gives what the whole text gives there; nothing stale is told."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from saralau.documents import Span
from saralau.lsp import following
from saralau.lsp.checking import Checked, Found, check, check_article, is_local
from saralau.lsp.drafts import Draft, edit
from saralau.lsp.following import Workers, follow
from saralau.lsp.reading import read_draft
from saralau.lsp.text import Text, text_of
from saralau.messages import InputError

from ..conftest import CODE_2020, CODE_2025, CODE_KK, CORPUS
from .test_protocol import RU


def local(found: Sequence[Found]) -> list[Found]:
    """Findings of the rules that are asked at a keystroke."""
    return [one for one in found if is_local(one.rule)]


def ours(found: Sequence[Found]) -> int:
    """How many findings there are of the two rules that the text is written for."""
    return sum(one.rule.code in ("T002", "R001") for one in found)


def checked(text: Text, name: str) -> Checked:
    found = check(read_draft(text, name), None, "en", lambda: False)
    assert found is not None
    return found


def test_typing_in_one_article_finds_what_a_whole_pass_finds() -> None:
    place = RU.index("арестом")
    for words in ("арестом,, и", "статьей 7 и", "частью третьей статьи 2", "«", "\n\n5) вновь;\n\n"):
        draft = Draft("", "act.md", text_of(RU), 1, checked(text_of(RU), "act.md"))
        edit(draft, Span(place, place), words)
        assert draft.dirty is not None and draft.checked is not None
        quick = check_article(draft.text.source, draft.name, draft.dirty, draft.checked, "en")
        assert quick is not None and local(quick) == local(checked(draft.text, "act.md").found)


def test_findings_elsewhere_move_with_the_text() -> None:
    draft = Draft("", "act.md", text_of(RU), 1, checked(text_of(RU), "act.md"))
    before = [RU[one.span.start : one.span.end] for one in draft.found]
    edit(draft, Span(0, 0), "Проект\n\n")
    assert [draft.text.source[one.span.start : one.span.end] for one in draft.found] == before
    edit(draft, Span(draft.found[0].span.start, draft.found[0].span.end), ",")
    assert [draft.text.source[one.span.start : one.span.end] for one in draft.found] == before[1:]


@pytest.mark.corpus
@pytest.mark.parametrize("name", [CODE_2025, CODE_KK, pytest.param(CODE_2020, marks=pytest.mark.long)])
def test_every_article_of_a_code_by_itself(name: str) -> None:
    text = text_of((CORPUS / name).read_text("utf-8"))
    whole = checked(text, name)
    assert len(whole.articles) > 300
    for start in whole.articles:
        found = check_article(text.source, name, Span(start + 1, start + 2), whole, "en")
        assert found is not None and local(found) == local(whole.found)


def test_only_the_last_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty keystrokes without a pause: findings are told of the last version, and never of one that is gone."""
    monkeypatch.setattr(following, "_QUICK", 0.0)  # so that the article is checked first
    monkeypatch.setattr(following, "_PAUSE", 0.05)
    told: list[tuple[int, int]] = []

    async def talk() -> None:
        with ThreadPoolExecutor(1) as quick, ThreadPoolExecutor(2) as slow:
            flaws: list[BaseException] = []
            tell = Workers(
                quick,
                slow,
                lambda draft: told.append((draft.version, ours(draft.found))),
                lambda _, flaw: flaws.append(flaw),
                "en",
            )
            draft = Draft("file:///drafts/act.md", "act.md", text_of(RU), 1)
            follow(draft, tell)
            assert draft.following is not None
            await draft.following
            place = RU.index("арестом")
            for version in range(2, 22):
                edit(draft, Span(place, place), "," if version == 21 else ", х")
                draft.version = version
                follow(draft, tell)
                await asyncio.sleep(0)
            await draft.following
            assert not flaws

    asyncio.run(talk())
    assert told[0] == (1, 2) and told[-1] == (21, 3)
    assert [version for version, _ in told] == sorted(version for version, _ in told)
    assert len(told) < 22


def test_a_check_that_fails_on_a_text_that_is_gone_hides_no_later_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check fails in the moment in which the next text comes: that one is checked all the same."""
    begun, go = threading.Event(), threading.Event()
    told: list[int] = []
    flaws: list[BaseException] = []

    def failing(*_: object) -> Checked:
        monkeypatch.setattr(following, "check", check)
        begun.set()
        go.wait(20)
        raise InputError("lsp-rename-nothing")

    async def talk() -> None:
        with ThreadPoolExecutor(1) as quick, ThreadPoolExecutor(2) as slow:
            tell = Workers(quick, slow, lambda draft: told.append(draft.version), lambda _, flaw: flaws.append(flaw), "en")
            draft = Draft("file:///drafts/act.md", "act.md", text_of(RU), 1)
            follow(draft, tell)
            while not begun.is_set():
                await asyncio.sleep(0.01)
            go.set()
            time.sleep(0.1)  # the thread ends while the loop is busy with the change
            edit(draft, Span(0, 0), "\n")
            draft.version = 2
            follow(draft, tell)
            assert draft.following is not None
            await asyncio.wait((draft.following,), timeout=20)

    monkeypatch.setattr(following, "check", failing)
    asyncio.run(talk())
    assert (told, flaws) == ([2], [])
