"""Fictional offences for the tests of rules, in Russian and Kazakh; and a rule run over them."""

from __future__ import annotations

from saralau.acts import parse_act
from saralau.documents.reading import read_bytes
from saralau.lint.model import Finding
from saralau.lint.selecting import all_rules
from saralau.lint.subject import Subject
from saralau.packs import load

_FRAME = {"ru": ("## ОСОБЕННАЯ ЧАСТЬ", "### Статья {}. Ловля ветра"), "kk": ("## Ерекше бөлік", "### {}-бап. Желді аулау")}


def code(language: str, *articles: str) -> str:
    """A code whose articles, from 10 on, have these parts."""
    head, title = _FRAME[language]
    parts = [f"{title.format(10 + number)}\n\n{article.strip()}" for number, article in enumerate(articles)]
    return "\n\n".join((head, *parts)) + "\n"


def subject(text: str, language: str, *, general_part: bool = False, twin: str | None = None) -> Subject:
    """The text as rules see it. With `general_part`, by the general part of Kazakhstan; `twin` is in the other language."""
    act = parse_act(read_bytes(text.encode(), f"code.{language}.md"))
    assert act.language.code == language
    other = None if twin is None else parse_act(read_bytes(twin.encode(), "twin.md"))
    looked = Subject(act, other)
    if general_part:
        looked.rules = load("kz/general-part")
    return looked


def findings(name: str, looked: Subject) -> list[Finding]:
    """What one rule objects to."""
    (rule,) = (rule for rule in all_rules() if rule.code == name)
    return list(rule.check(looked))


def found(name: str, looked: Subject) -> list[tuple[str, str]]:
    """Address and words of what one rule objects to."""
    return [
        (one.address.short if one.address else "", " ".join(looked.words(one.span).split()))
        for one in findings(name, looked)
    ]


def addresses(name: str, looked: Subject) -> list[str]:
    """Where one rule objects."""
    return [address for address, _ in found(name, looked)]
