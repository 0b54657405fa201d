"""Cutting a part into what it describes and what it threatens, and finding what it builds upon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from saralau.acts import Act, Address, Kind, Provision
from saralau.citations import find_citations
from saralau.documents import Span
from saralau.languages import Language, fold

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SEPARATOR = re.compile(r"[,:;–(]| - ")


@dataclass(frozen=True, slots=True)
class Unit:
    """A part with a sanction, cut up. `opening` are the words before the points, `points` (number, words, excluded)."""

    provision: Provision
    article: Provision
    chapter: str | None
    address: Address
    span: Span
    opening: tuple[Span, ...]
    points: tuple[tuple[str, Span, bool], ...]
    tail: tuple[Span, ...]  # words of the disposition that stand after the points
    sanctions: tuple[Span, ...]

    @property
    def wording(self) -> tuple[tuple[str | None, Span], ...]:
        """All words that describe the conduct, each with its point."""
        numbered = [(number, span) for number, span, excluded in self.points if not excluded]
        return (*((None, span) for span in self.opening), *numbered, *((None, span) for span in self.tail))

    @property
    def disposition(self) -> tuple[Span, ...]:
        """The same without the points' numbers."""
        return tuple(span for _, span in self.wording)


def units(act: Act) -> list[Unit]:
    """Every part, or article without parts, that threatens a punishment, in the order of the text."""
    found: list[Unit] = []
    chapter: str | None = None
    for provision in act.walk():
        if provision.kind is Kind.CHAPTER:
            chapter = provision.number
        elif provision.kind is Kind.DIVISION:
            chapter = None
        elif provision.kind is Kind.ARTICLE:
            parts = [child for child in provision.children if child.kind is Kind.PART]
            cut = (_unit(act, holder, provision, chapter) for holder in parts or [provision])
            found += [unit for unit in cut if unit is not None]
    return found


def _unit(act: Act, holder: Provision, article: Provision, chapter: str | None) -> Unit | None:
    points = [child for child in holder.children if child.kind is Kind.POINT]
    sanctions: list[Span] = []
    opening = [rest for line in holder.text for rest in _without_sanction(act, line, holder, sanctions)]
    numbered = []
    for point in points:
        for position, line in enumerate(point.text):
            words = _after_label(act, point, line) if position == 0 else line
            kept = _without_sanction(act, words, point, sanctions)
            numbered += [(point.number or "", rest, point.excluded) for rest in kept]
    tail = [rest for line in holder.closing for rest in _without_sanction(act, line, holder, sanctions)]
    if not sanctions or article.address is None:
        return None
    lines = sorted((*holder.text, *holder.closing, *(line for point in points for line in point.text)))
    return Unit(
        holder,
        article,
        chapter,
        holder.address or article.address,
        Span(lines[0].start, lines[-1].end),
        tuple(opening),
        tuple(numbered),
        tuple(tail),
        tuple(sanctions),
    )


def _without_sanction(act: Act, line: Span, provision: Provision, sanctions: list[Span]) -> list[Span]:
    """What of a line is disposition; its sanction, if it has one, goes to `sanctions`."""
    line = _after_label(act, provision, line)
    folded = act.folded[line.start : line.end]
    grammar = act.language.offending
    closing = act.language.structure.closing.search(folded)
    inside = grammar.sanction_inside.search(folded)
    if closing is None and (inside is None or not act.language.structure.closing.search(folded[inside.end() :])):
        return [line] if folded.strip() else []
    if inside is not None and _describes(folded[: inside.start()], act.language):
        sanctions.append(Span(line.start + inside.end(), line.end))
        return [Span(line.start, line.start + inside.start())]
    sanctions.append(line)
    return []


def _describes(words: str, language: Language) -> bool:
    """Whether words before a dash are a disposition, and not the first half of a sanction that has a dash inside."""
    return bool(words.strip(" –-")) and not any(stem in words for stem in language.offending.sanction_words)


def _after_label(act: Act, provision: Provision, line: Span) -> Span:
    label = provision.label
    if label is None or line.start != label.start:
        return line
    start = label.end
    while start < line.end and act.folded[start].isspace():
        start += 1
    return Span(start, line.end)


def extended(act: Act, unit: Unit, earlier: list[Unit], own: dict[Address, bool]) -> tuple[Address, ...]:
    """What a part takes over from others: by reference, by "the same act", or by repeating the name of the conduct.

    `earlier` are the parts of the same article before it. Empty for an offence of its own.
    """
    if cited := _cited(act, unit):
        return cited
    if not earlier:
        return ()
    grammar = act.language.offending
    folded = [act.folded[span.start : span.end] for span in (*unit.opening, *unit.tail, *_last_point(unit))]
    if any(grammar.same_act.search(words) for words in folded):
        basic = next((before for before in reversed(earlier) if own[before.address]), earlier[0])
        return (basic.address,)
    if _repeats_name(act, unit, earlier[0]):
        return (earlier[0].address,)
    return ()


def _last_point(unit: Unit) -> tuple[Span, ...]:
    return tuple(words for _, words, excluded in unit.points if not excluded)[-1:]


def _cited(act: Act, unit: Unit) -> tuple[Address, ...]:
    grammar = act.language.offending
    targets: list[Address] = []
    for span in (*unit.opening, *_last_point(unit), *unit.tail):
        for citation in find_citations(act.folded, span, act.language, unit.address):
            before = act.folded[max(span.start, citation.span.start - 40) : citation.span.start]
            after = act.folded[citation.span.end : min(span.end, citation.span.end + 80)]
            reaches = (grammar.extending_before is not None and grammar.extending_before.search(before)) or (
                grammar.extending_after is not None and grammar.extending_after.match(after)
            )
            if reaches and not grammar.excepting.search(before):
                targets += [target for target in citation.targets if target.within != unit.address]
    return tuple(dict.fromkeys(targets))


def _repeats_name(act: Act, unit: Unit, first: Unit) -> bool:
    """Whether the part names the conduct again and qualifies it ("Theft committed: ..."; "... жасалған ұрлық").

    The name is the article's title or what stands before the first mark in the first part. Repeating it builds on the
    first part if a qualification follows at once, or if the first part is nothing but the name and its definition.
    """
    title = _WORD.findall(fold(unit.article.title or ""))
    basic = _text(act, first.opening[:1])
    cut = _SEPARATOR.search(basic)
    name = _WORD.findall(basic[: cut.start()] if cut else basic)
    if act.language.offending.head_first:
        return any(_opens_with(act, unit, phrase, bare=_alike(name, title)) for phrase in (title, name) if phrase)
    return bool(title) and _ends_with(act, unit, title, bare=_alike(name, title))


def _opens_with(act: Act, unit: Unit, phrase: list[str], *, bare: bool) -> bool:
    text = _text(act, unit.opening[:1])
    found = list(_WORD.finditer(text))[: len(phrase)]
    if not _alike([word.group() for word in found], phrase):
        return False
    return bare or bool(act.language.offending.qualifying.match(text, found[-1].end()))


def _ends_with(act: Act, unit: Unit, phrase: list[str], *, bare: bool) -> bool:
    text = _text(act, (*unit.opening, *_last_point(unit), *unit.tail)[-1:])
    found = list(_WORD.finditer(text))[-len(phrase) :]
    if not _alike([word.group() for word in found], phrase):
        return False
    return bare or bool(act.language.offending.qualifying.search(text, 0, found[0].start()))


def _text(act: Act, spans: tuple[Span, ...]) -> str:
    return act.folded[spans[0].start : spans[0].end] if spans else ""


def _alike(words: list[str], others: list[str]) -> bool:
    """Whether two phrases are the same words, endings aside."""
    return len(words) == len(others) and all(map(_same_stem, words, others))


def _same_stem(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    return word[: max(3, shorter - 2)] == other[: max(3, shorter - 2)]
