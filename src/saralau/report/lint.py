"""Findings of the linter as lines and as records; the rules, told to a drafter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from saralau.acts import Act
from saralau.lint.baseline import fingerprint
from saralau.lint.model import Reported, Rule
from saralau.messages import say


def finding_line(one: Reported, act: Act, code: str) -> str:
    """`file:line:column CODE address: what is wrong`, the form of linters."""
    there = act.document.position(one.finding.span.start)
    address = f"{one.finding.address.printed}: " if one.finding.address else ""
    mark = " [*]" if one.finding.fix else ""
    return f"{act.document.source.name}:{there.line}:{there.column}: {one.rule.code}{mark} {address}{message(one, code)}"


def message(one: Reported, code: str) -> str:
    """What is wrong, in words."""
    return say(f"lint-{one.rule.name}", code, **one.finding.told)


def summary(found: Sequence[tuple[Reported, Act]], code: str) -> str:
    """How many findings of which rule."""
    counted = Counter(one.rule.code for one, _ in found)
    fixable = sum(one.finding.fix is not None for one, _ in found)
    words = ", ".join(f"{rule} {count}" for rule, count in sorted(counted.items()))
    return say("lint-summary", code, n=len(found), words=words or "–", fixable=fixable)


def finding_record(one: Reported, act: Act, code: str) -> dict[str, Any]:
    """A finding as JSON (`saralau/finding/1`)."""
    finding = one.finding
    there, document = act.document.position(finding.span.start), act.document
    source = document.source_span(finding.span)
    return {
        "schema": "saralau/finding/1",
        "file": document.source.name,
        "rule": one.rule.code,
        "name": one.rule.name,
        "family": one.rule.family,
        "address": finding.address.short if finding.address else None,
        "line": there.line,
        "column": there.column,
        "span": [finding.span.start, finding.span.end],
        "source_span": [source.start, source.end],
        "message": message(one, code),
        "fix": None if finding.fix is None else {"span": list(finding.fix.span), "words": finding.fix.words},
        "fingerprint": fingerprint(one, act),
    }


def rule_lines(rules: Sequence[Rule], code: str) -> Iterator[str]:
    """The rules with what they find and why it matters."""
    for rule in rules:
        off = "" if rule.on else f" ({say('lint-off', code)})"
        yield f"{rule.code} {rule.name}{off}"
        yield f"    {say(f'lint-{rule.name}-why', code)}"
