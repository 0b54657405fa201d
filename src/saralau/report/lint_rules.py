"""The page on the rules of the linter, written from the rules themselves: `python -m saralau.report.lint_rules FOLDER`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from saralau.lint.model import FAMILIES, Rule
from saralau.lint.selecting import all_rules
from saralau.messages import languages, say


def rules_page(code: str) -> str:
    """All rules by family, in the language `code`, as Markdown: what each finds, why it matters, bad and good, the mend."""
    return "\n".join(_lines(code)) + "\n"


def file_name(code: str) -> str:
    """`lint-rules.md` for English, with the language before the suffix for others."""
    return "lint-rules.md" if code == "en" else f"lint-rules.{code}.md"


def _lines(code: str) -> Iterator[str]:
    yield f"# {say('lint-rules-title', code)}"
    yield ""
    yield say("lint-rules-generated", code)
    for family in FAMILIES:
        rules = [rule for rule in all_rules() if rule.family == family]
        if rules:
            yield ""
            yield f"## {say(f'lint-family-{family}', code)}"
        for rule in rules:
            yield from _rule(rule, code)


def _rule(rule: Rule, code: str) -> Iterator[str]:
    off = "" if rule.on else f" ({say('lint-off', code)})"
    yield ""
    yield f"### {rule.code} {rule.name}{off}"
    yield ""
    yield say(f"lint-{rule.name}-why", code)
    yield ""
    for side in ("bad", "good"):
        yield f"- {say(f'lint-rules-{side}', code)}: {say(f'lint-{rule.name}-{side}', code)}"


def write_pages(folder: Path) -> None:
    """Writes the page in every language."""
    for code in languages():
        (folder / file_name(code)).write_text(rules_page(code), "utf-8")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
