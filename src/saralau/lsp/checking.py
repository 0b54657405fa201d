"""Findings of the linter in an open text: all of them in one pass, those of an article at each keystroke."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from saralau.citations import Contents
from saralau.documents import Span
from saralau.languages import Language
from saralau.lint import Rule, chosen
from saralau.lint.baseline import read_baseline, unknown
from saralau.lint.configuring import Settings, settings_for
from saralau.lint.model import Reported
from saralau.lsp.reading import Reading, read_draft
from saralau.lsp.text import text_of
from saralau.report.lint import message

# Families whose rules find in an article alone what they find in it within the act, but for those that hold its words
# against all the words of the act.
_LOCAL = ("text", "references")
_WHOLE = frozenset({"T001", "T010", "T011", "T013"})
_LONGEST = 100_000  # characters: what is longer is no quick matter
_FARTHEST = 500  # characters of a tag
_SHOWN = 80  # characters of words that belong to a finding


class Found(NamedTuple):
    """A finding at its place in the text of the client; `related` are places that belong to it, each with its words."""

    rule: Rule
    span: Span
    said: str
    related: tuple[tuple[Span, str], ...] = ()
    fix: tuple[Span, str] | None = None


class Checked(NamedTuple):
    """What one pass over a whole text gave, and what a pass over an article of it needs."""

    found: tuple[Found, ...]
    articles: tuple[int, ...]  # characters at which articles begin, mark-up included
    contents: Contents | None
    language: Language | None
    rules: tuple[Rule, ...]
    settings: Settings


def check(reading: Reading, path: Path | None, code: str, stale: Callable[[], bool]) -> Checked | None:
    """Every finding of the rules that are set for the file; None as soon as `stale` tells that the text has changed."""
    settings = Settings() if path is None else settings_for(path)
    rules = chosen(settings.select, settings.ignore)
    subject = reading.subject
    if subject is None:
        return Checked((), (), None, None, rules, settings)
    reported: list[Reported] = []
    for rule in rules:
        if stale():
            return None
        reported += (Reported(rule, one) for one in rule.check(subject))
    articles = tuple(_opening(reading.text.source, reading.place(unit.heading[0]).start) for unit in subject.act.articles())
    found = _found(reading, reported, settings, code)
    return Checked(found, articles, subject.contents, subject.act.language, rules, settings)


def check_article(source: str, name: str, dirty: Span, last: Checked, code: str) -> tuple[Found, ...] | None:
    """The findings of a text of which one article has changed since it was checked: those of the rules that need no more
    than the article are found anew, with the contents of the whole act as they were. None if that is no quick matter.
    """
    if last.contents is None:
        return None
    start, end = around(last.articles, dirty, len(source))
    if end - start > _LONGEST:
        return None
    reading = read_draft(text_of(source[start:end]), name, last.language)
    local = [rule for rule in last.rules if is_local(rule)]
    kept = [one for one in last.found if one.rule not in local or not start <= one.span.start < end]
    if reading.subject is None:
        return tuple(kept)
    reading.subject.contents = _joined(last.contents, Contents(reading.subject.act))
    reported = [Reported(rule, one) for rule in local for one in rule.check(reading.subject)]
    new = (moved(one, Span(0, 0), start) for one in _found(reading, reported, last.settings, code))
    return tuple(sorted((*kept, *filter(None, new)), key=lambda one: (one.span, one.rule.code)))


def is_local(rule: Rule) -> bool:
    """Whether a rule is asked at a keystroke; what others found last moves with the text until there is a pause."""
    return rule.family in _LOCAL and rule.code not in _WHOLE


def moved(one: Found, edit: Span, shift: int) -> Found | None:
    """A finding after words of another length took the place of `edit`; None if it stood there itself."""
    places = [one.span, *(span for span, _ in one.related), *((one.fix[0],) if one.fix else ())]
    if any(place.start < edit.end and edit.start < place.end for place in places):
        return None
    related = tuple((_shifted(span, edit, shift), words) for span, words in one.related)
    fix = None if one.fix is None else (_shifted(one.fix[0], edit, shift), one.fix[1])
    return one._replace(span=_shifted(one.span, edit, shift), related=related, fix=fix)


def around(articles: Sequence[int], dirty: Span, length: int) -> Span:
    """The articles in which a stretch of the text lies."""
    first = bisect_right(articles, dirty.start) - 1
    last = bisect_left(articles, max(dirty.end, dirty.start + 1))
    return Span(articles[first] if first >= 0 else 0, articles[last] if last < len(articles) else length)


def _shifted(span: Span, edit: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift) if span.start >= edit.end else span


def _joined(whole: Contents, part: Contents) -> Contents:
    """The contents of an act in which some articles read as in `part`."""
    part.units = {**{at: unit for at, unit in whole.units.items() if at.article not in part.titles}, **part.units}
    part.titles = {**whole.titles, **part.titles}
    part.divisions = {**whole.divisions, **part.divisions}
    return part


def _found(reading: Reading, reported: Sequence[Reported], settings: Settings, code: str) -> tuple[Found, ...]:
    assert reading.subject is not None
    act = reading.subject.act
    if settings.baseline is not None:
        reported = unknown(reported, act, read_baseline(settings.baseline))
    found = []
    for one in reported:
        finding = one.finding
        related = tuple((reading.place(span), _short(act.words(span))) for span in finding.related)
        fix = None if finding.fix is None else (reading.place(finding.fix.span), finding.fix.words)
        found.append(Found(one.rule, reading.place(finding.span), message(one, code), related, fix))
    return tuple(sorted(found, key=lambda one: (one.span, one.rule.code)))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _opening(source: str, start: int) -> int:
    """Where what a heading is set with begins: number signs, tags that open right before it."""
    while start and source[start - 1] in " \t#*>":
        if source[start - 1] != ">":
            start -= 1
            continue
        tag = source.rfind("<", max(start - _FARTHEST, 0), start)
        if tag < 0 or source.startswith("</", tag):
            break
        start = tag
    return start
