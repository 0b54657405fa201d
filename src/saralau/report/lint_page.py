"""Findings as a page: by rule, each with the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from saralau.acts import Act
from saralau.lint.model import Reported, Rule
from saralau.messages import say
from saralau.report.lint import message, summary
from saralau.report.page import drawn

_AROUND = 90  # characters of the law shown on either side


class Row(NamedTuple):
    """A finding: where, what, the words with those objected to marked."""

    where: str
    message: str
    words: Markup


class Block(NamedTuple):
    """A rule with its findings."""

    code: str
    name: str
    why: str
    rows: list[Row]


def lint_page(found: Sequence[tuple[Reported, Act]], code: str) -> str:
    """The page as HTML in the language `code`; nothing is loaded from anywhere."""
    blocks: dict[Rule, Block] = {}
    for one, act in sorted(found, key=lambda pair: pair[0].rule.code):
        why = say(f"lint-{one.rule.name}-why", code)
        block = blocks.setdefault(one.rule, Block(one.rule.code, one.rule.name, why, []))
        block.rows.append(_row(one, act, code))
    files = ", ".join(dict.fromkeys(act.document.source.name for _, act in found))
    return drawn(
        "lint.html",
        code,
        title=say("lint-page-title", code, files=files or "–"),
        summary=summary(found, code),
        blocks=list(blocks.values()),
    )


def _row(one: Reported, act: Act, code: str) -> Row:
    before, objected, after = words_around(one, act)
    words = Markup("{}<mark>{}</mark>{}").format(escape(before), escape(objected), escape(after))
    there = act.document.position(one.finding.span.start)
    address = f"{one.finding.address.printed}, " if one.finding.address else ""
    return Row(f"{address}{act.document.source.name}:{there.line}", message(one, code), words)


def words_around(one: Reported, act: Act) -> tuple[str, str, str]:
    """The words before those objected to, those themselves, the words behind them."""
    start, end = one.finding.span
    text = act.document.text
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    return _shown(before, cut=0), text[start:end], _shown(after, cut=1)


def _shown(words: str, cut: int) -> str:
    """Words around a finding, without the piece of a word at the outer end (0: the beginning), on one line."""
    if len(words) < _AROUND:
        return " ".join(re.split(r"\s+", words))
    whole = words.partition(" ")[2] if cut == 0 else words.rpartition(" ")[0]
    line = " ".join(re.split(r"\s+", whole))
    return f"… {line}" if cut == 0 else f"{line} …"
