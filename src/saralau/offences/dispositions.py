"""Cutting a part into what it describes and what it threatens, and finding what it builds upon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from saralau.acts import Act, Address, Kind, Provision
from saralau.citations import find_chains
from saralau.documents import Span
from saralau.languages import Language, fold
from saralau.packs.lexicons import wordings

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
        also = (before.address for before in earlier[1:] if own[before.address] and _opens_alike(act, unit, before))
        return (earlier[0].address, *also)
    grown = next((before for before in reversed(earlier) if own[before.address] and _block(act, unit, before)), None)
    return (grown.address,) if grown else ()


def qualification(act: Act, unit: Unit, earlier: list[Unit]) -> Span | None:
    """The words of a part's opening that qualify: without the name of the conduct, or the whole of it, said again."""
    if not unit.opening:
        return None
    opening = unit.opening[0]
    if earlier and act.language.offending.head_first and (after := _after_name(act, unit, earlier[0])):
        return Span(opening.start + after, opening.end)
    blocks = (_block(act, unit, before) for before in reversed(earlier))
    return next((block for block in blocks if block), opening)


def qualifying_points(act: Act, unit: Unit) -> tuple[tuple[str, Span, bool], ...]:
    """The points of a part that extends others, the last one without the name of the conduct if that closes the list."""
    if act.language.offending.head_first or not unit.points:
        return unit.points
    number, words, excluded = unit.points[-1]
    name = _WORD.findall(fold(unit.article.title or ""))
    before = _before_name(act, (words,), name, bare=False)
    return unit.points if not before else (*unit.points[:-1], (number, Span(words.start, words.start + before), excluded))


def _last_point(unit: Unit) -> tuple[Span, ...]:
    return tuple(words for _, words, excluded in unit.points if not excluded)[-1:]


def _cited(act: Act, unit: Unit) -> tuple[Address, ...]:
    grammar = act.language.offending
    targets: list[Address] = []
    for span in (*unit.opening, *_last_point(unit), *unit.tail):
        if not _extending(act.language).search(act.folded, span.start, span.end):
            continue  # nothing there takes anything over, whatever it refers to
        for citation in find_chains(act.folded, span, act.language, unit.address):
            before = act.folded[max(span.start, citation.span.start - 90) : citation.span.start]
            after = act.folded[citation.span.end : min(span.end, citation.span.end + 80)]
            reaches = (grammar.extending_before is not None and grammar.extending_before.search(before)) or (
                grammar.extending_after is not None and grammar.extending_after.match(after)
            )
            if reaches and not grammar.excepting.search(before):
                targets += [target for target in citation.targets if target.within != unit.address]
    return tuple(dict.fromkeys(targets))


@cache
def _extending(language: Language) -> re.Pattern[str]:
    """The words that make a reference take over what it names, wherever they stand."""
    grammar = language.offending
    patterns = [one.pattern.removesuffix("$") for one in (grammar.extending_before, grammar.extending_after) if one]
    return re.compile("|".join(patterns) or r"(?!)")


def _repeats_name(act: Act, unit: Unit, first: Unit) -> bool:
    """Whether the part names the conduct again and qualifies it ("Theft committed: ..."; "... жасалған ұрлық").

    The name is the article's title or what stands before the first mark in the first part. Repeating it builds on the
    first part if a qualification follows at once, or if the first part is nothing but the name and its definition.
    """
    if act.language.offending.head_first:
        return _after_name(act, unit, first) > 0
    title, name = _names(act, unit, first)
    return bool(title) and _ends_with(act, unit, title, bare=_alike(name, title))


def _names(act: Act, unit: Unit, first: Unit) -> tuple[list[str], list[str]]:
    """What a conduct is called: the words of the title, and those before the first mark of the first part."""
    basic = _text(act, first.opening[:1])
    cut = _SEPARATOR.search(basic)
    return _WORD.findall(fold(unit.article.title or "")), _WORD.findall(basic[: cut.start()] if cut else basic)


def _after_name(act: Act, unit: Unit, first: Unit) -> int:
    """Where the name ends by which a part opens, from the start of its opening; 0 where it does not open by the name."""
    title, name = _names(act, unit, first)
    bare = _alike(name, title)
    return next((end for phrase in (title, name) if phrase and (end := _opens_with(act, unit, phrase, bare=bare))), 0)


def _opens_with(act: Act, unit: Unit, phrase: list[str], *, bare: bool) -> int:
    text = _text(act, unit.opening[:1])
    found = list(islice(_WORD.finditer(text), len(phrase)))
    if not _alike([word.group() for word in found], phrase):
        return 0
    qualified = bare or act.language.offending.qualifying.match(text, found[-1].end())
    return found[-1].end() if qualified else 0


def _opens_alike(act: Act, unit: Unit, before: Unit) -> bool:
    """Whether an earlier part opens with the name that this one repeats: it is another variety of the same conduct."""
    text = _text(act, unit.opening[:1])
    cut = _SEPARATOR.search(text)
    name = _WORD.findall(text[: cut.start()] if cut else text)
    opening = _WORD.findall(_text(act, before.opening[:1]))
    return len(name) > 2 and _alike(opening[: len(name)], name)


def _block(act: Act, unit: Unit, before: Unit) -> Span | None:
    """The qualifying block that a part puts into an earlier one said again word for word ("... of two or more persons")."""
    if not unit.opening or not before.opening or before.points or before.tail:
        return None
    base = _WORD.findall(_text(act, before.opening[:1]))
    found = list(_WORD.finditer(_text(act, unit.opening[:1])))
    words = [word.group() for word in found]
    if len(base) < 3 or len(words) <= len(base):
        return None
    head = next(
        (at for at, (one, other) in enumerate(zip(base, words, strict=False)) if not _same_stem(one, other)), len(base)
    )
    tail = len(base) - head
    if not _alike(base[head:], words[len(words) - tail :]):
        return None
    start = unit.opening[0].start
    block = Span(start + found[head].start(), start + found[len(words) - tail - 1].end())
    features = wordings("features", act.language.code).find(act.folded, *block)
    return block if next(features, None) else None


def _ends_with(act: Act, unit: Unit, phrase: list[str], *, bare: bool) -> bool:
    return _before_name(act, (*unit.opening, *_last_point(unit), *unit.tail)[-1:], phrase, bare=bare) is not None


def _before_name(act: Act, spans: tuple[Span, ...], phrase: list[str], *, bare: bool) -> int | None:
    """Where the name begins with which words end, a proviso after it aside; None where they do not end with the name."""
    text = _text(act, spans)
    proviso = act.language.offending.proviso
    if proviso is not None and (after := proviso.search(text)):
        text = text[: after.start()]
    found = list(_WORD.finditer(text))[-len(phrase) :]
    if not phrase or not _alike([word.group() for word in found], phrase):
        return None
    qualified = bare or act.language.offending.qualifying.search(text, 0, found[0].start())
    return found[0].start() if qualified else None


def _text(act: Act, spans: tuple[Span, ...]) -> str:
    return act.folded[spans[0].start : spans[0].end] if spans else ""


def _alike(words: list[str], others: list[str]) -> bool:
    """Whether two phrases are the same words, endings aside."""
    return len(words) == len(others) and all(map(_same_stem, words, others))


def _same_stem(word: str, other: str) -> bool:
    kept = max(3, min(len(word), len(other)) - 3)
    return word[:kept] == other[:kept]
