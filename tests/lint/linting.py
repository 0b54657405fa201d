"""Fictional acts under the linter: what a rule objects to, what is left of it after mending."""

from __future__ import annotations

from saralau.acts import Act, parse_act
from saralau.documents.reading import read_bytes
from saralau.languages import language
from saralau.lint import Finding, Subject, all_rules, lint
from saralau.lint.fixing import fixes, mended

RULES = {rule.code: rule for rule in all_rules()}


def act_of(text: str, code: str = "ru") -> Act:
    """A text in Markdown as an act."""
    return parse_act(read_bytes(text.encode(), "act.md"), language(code))


def findings(rule: str, text: str, code: str = "ru") -> list[Finding]:
    """What a rule finds in a text."""
    return list(RULES[rule].check(Subject(act_of(text, code))))


def words(rule: str, text: str, code: str = "ru") -> list[str]:
    """The words to which a rule objects."""
    act = act_of(text, code)
    return [act.words(one.span) for one in RULES[rule].check(Subject(act))]


def mend(text: str, rules: tuple[str, ...], code: str = "ru") -> str:
    """A text after its safe fixes, by these rules alone."""
    act = act_of(text, code)
    return mended(text, act.document, fixes(lint(act, [RULES[rule] for rule in rules])))


def article(*lines: str, code: str = "ru", number: str = "1") -> str:
    """An article with these lines, and one before and behind it so that the text is an act."""
    title = {"ru": "Статья {}. Пчёлы", "kk": "{}-бап. Аралар", "en": "Article {}. Bees"}[code]
    first = {"ru": "Улей осматривают весной.", "kk": "Ұя көктемде қаралады.", "en": "A hive is inspected in spring."}[code]
    return "\n\n".join((f"### {title.format(number)}", *lines, f"### {title.format(int(number) + 1)}", first, ""))
