"""Reading a sanction: every character is consumed or named.

A sanction is a row of punishments with small words between them. Which are alternatives, which come on top of one or of
all, which the court may leave out and which hang on a condition follows from the small words and from the order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache

from saralau.acts import Address
from saralau.citations import find_chains
from saralau.documents import Span
from saralau.languages import Language
from saralau.languages.numbers import read_number, thousands_said_once
from saralau.offences.model import PRINCIPAL, Application, Condition, Kind, Punishment, Sanction, Unit
from saralau.offences.sanctions.forms import Pattern, any_form, patterns, phrase

_BLANK = re.compile(r"[\s,;:.–\"«»-]*+")
_STEP = re.compile(r"\w+|\W")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Flaw:
    """A defect of a sanction's wording that was read through."""

    code: str
    span: Span


@dataclass(slots=True)
class _Row:
    """What has been read so far, from left to right."""

    items: list[_Item] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)
    condition: Condition | None = None
    either: bool = False  # a word between alternatives was just read


@dataclass(slots=True)
class _Item:
    """A punishment with what stood before it."""

    punishment: Punishment
    bare: bool  # an amount whose kind the neighbour names
    after_comma: bool
    after_either: bool


def read_sanction(folded: str, span: Span, language: Language, at: Address) -> tuple[Sanction, tuple[Flaw, ...]]:
    """The sanction in `folded[span]`, words of the provision `at`, and the defects met. Linear in the text.

    What the grammar cannot place is in `Sanction.unread`, never dropped.
    """
    row = _Row()
    position = span.start
    while position < span.end:
        blank = _BLANK.match(folded, position, span.end)
        assert blank is not None  # the pattern matches nothing as well
        position, comma = blank.end(), "," in blank.group()
        if position >= span.end:
            break
        between = _between(language).match(folded, position, span.end) or (row.condition and row.condition.points)
        position = (
            (between and _small_words(folded, position, span.end, language, row))
            or (between and _condition(folded, position, span.end, language, at, row))
            or _punishment(folded, position, span.end, language, row, comma)
            or _unread(folded, position, span.end, row)
        )
    items = _name_bare_amounts(row.items, names_first=language.punishing.names_first)
    items = _repeat_same_terms(items)
    principal, additional = _sort(items, names_first=language.punishing.names_first)
    sanction = Sanction(span, tuple(principal), tuple(additional), tuple(row.unread))
    return sanction, (
        *_glued(folded, span, language),
        *_misprints(folded, span, language),
        *_without_unit(sanction),
        *_doubled(sanction),
    )


# -- one step -----------------------------------------------------------------------------------------------------


@cache
def _between(language: Language) -> re.Pattern[str]:
    """What may stand between punishments, in one pattern: most often it is a punishment that comes next."""
    punishing = language.punishing
    fixed = (*punishing.optional, *punishing.circumstances.values(), punishing.condition[0])
    return re.compile("|".join((_joints(language).pattern, punishing.either, *(phrase(words).pattern for words in fixed))))


def _small_words(folded: str, position: int, end: int, language: Language, row: _Row) -> int | None:
    if found := _joints(language).match(folded, position, end):
        return found.end()
    for words, kinds in language.punishing.optional.items():
        if found := phrase(words).match(folded, position, end):
            _make_optional(row.items, kinds)
            return found.end()
    if either := _either(language).match(folded, position, end):
        row.either = True
        return either.end()
    return None


@cache
def _joints(language: Language) -> re.Pattern[str]:
    """Words that only join: the verb of threatening, and what stands between punishments."""
    punishing = language.punishing
    return re.compile("|".join(phrase(words).pattern for words in (*punishing.verb.split("|"), *punishing.joints.split())))


@cache
def _either(language: Language) -> re.Pattern[str]:
    return re.compile(language.punishing.either)


def _make_optional(items: list[_Item], kinds: tuple[str, ...]) -> None:
    """Marks the nearest additional punishment that the words agree with; failing that, the nearest."""
    additional = [item for item in items if item.punishment.kind not in PRINCIPAL]
    fitting = [item for item in additional if item.punishment.kind in kinds] if kinds else additional
    for item in (fitting or additional)[-1:]:
        item.punishment = replace(item.punishment, application=Application.OPTIONAL)


def _condition(folded: str, position: int, end: int, language: Language, at: Address, row: _Row) -> int | None:
    punishing = language.punishing
    for code, words in punishing.circumstances.items():
        if found := phrase(words).match(folded, position, end):
            row.condition = Condition(circumstances=code)
            return found.end()
    opening, closing = punishing.condition
    opened = phrase(opening).match(folded, position, end)
    if opened is None and (row.condition is None or not row.condition.points):
        return None
    start = opened.end() if opened else position
    start += len(folded[start:end]) - len(folded[start:end].lstrip(" ,"))
    cited = next(iter(find_chains(folded, Span(start, min(end, start + 160)), language, at)), None)
    if cited is None or cited.span.start != start or not cited.targets:
        return None
    row.condition = Condition(points=cited.targets)
    if closing and (found := re.compile(r"\s*" + phrase(closing).pattern).match(folded, cited.span.end, end)):
        return found.end()
    return cited.span.end


def _punishment(folded: str, position: int, end: int, language: Language, row: _Row, comma: bool) -> int | None:
    which = any_form(language).match(folded, position, end)
    if which is None or which.lastindex is None:
        return None
    pattern = patterns(language)[which.lastindex - 1]
    found = pattern.regex.match(folded, position, end)
    assert found is not None  # it matched here just now, among the others
    item = _Item(
        _made(pattern, found, language, row.condition),
        bare=pattern.form.kind is None,
        after_comma=comma,
        after_either=row.either,
    )
    row.items.append(item)
    row.either = False
    return found.end()


def _made(pattern: Pattern, found: re.Match[str], language: Language, condition: Condition | None) -> Punishment:
    form = pattern.form
    said = found.groupdict()
    number = {slot: read_number(words, language.numerals) for slot, words in said.items() if words and slot != "sum"}
    minimum, maximum = number.get("min", number.get("fixed")), number.get("max", number.get("fixed"))
    if minimum is not None and maximum is not None:
        minimum = thousands_said_once(minimum, maximum)
    unit = form.unit
    if unit == "mixed":  # "from six months to two years" is told in months
        unit, maximum = "months", maximum and maximum * 12
    kind = Kind(form.kind) if form.kind else Kind.DEPRIVATION
    return Punishment(
        kind=kind,
        span=Span(*found.span()),
        minimum=minimum,
        maximum=maximum,
        unit=Unit(unit) if unit else None,
        multiple_of=_sum(said.get("sum"), language),
        life=form.life,
        scope=None if kind in PRINCIPAL else "all",  # unless it turns out to belong to one alternative
        application=Application.CONDITIONAL if condition else Application.OBLIGATORY,
        condition=condition,
        qualifier=form.qualifier,
        same_as=Kind.FINE if form.same else None,  # which one is settled when the whole row is known
    )


def _sum(words: str | None, language: Language) -> str | None:
    if words is None:
        return None
    return next(code for code, said in language.punishing.sums.items() if phrase(said).fullmatch(words))


def _unread(folded: str, position: int, end: int, row: _Row) -> int:
    step = _STEP.match(folded, position, end)
    reached = step.end() if step else end
    if row.unread and not folded[row.unread[-1].end : position].strip():
        row.unread[-1] = Span(row.unread[-1].start, reached)
    else:
        row.unread.append(Span(position, reached))
    return reached


# -- the whole row ------------------------------------------------------------------------------------------------


def _name_bare_amounts(items: list[_Item], *, names_first: bool) -> list[_Item]:
    """An amount without a kind takes that of its neighbour: the one before where names come first, else the one after."""
    for position, item in enumerate(items):
        if item.bare:
            neighbours = reversed(items[:position]) if names_first else items[position + 1 :]
            kind = next((n.punishment.kind for n in neighbours if n.punishment.kind in PRINCIPAL), Kind.DEPRIVATION)
            item.punishment = replace(item.punishment, kind=kind)
    return items


def _repeat_same_terms(items: list[_Item]) -> list[_Item]:
    """Fills in "the same amount" and "the same term" from the principal punishment named last before."""
    previous: Punishment | None = None
    for item in items:
        punishment = item.punishment
        if punishment.kind not in PRINCIPAL:
            continue
        if punishment.same_as is not None and previous is not None:
            item.punishment = punishment = replace(
                punishment,
                same_as=previous.kind,
                minimum=previous.minimum,
                maximum=previous.maximum,
                unit=previous.unit,
                multiple_of=previous.multiple_of,
            )
        previous = punishment
    return items


def _sort(items: list[_Item], *, names_first: bool) -> tuple[list[Punishment], list[Punishment]]:
    principal = [item.punishment for item in items if item.punishment.kind in PRINCIPAL]
    if principal and all(punishment.condition for punishment in principal):
        # What every case is threatened with cannot hang on a condition: that belongs to what is added.
        principal = [replace(p, condition=None, application=Application.OBLIGATORY) for p in principal]
    additional: list[Punishment] = []
    seen = 0
    for position, item in enumerate(items):
        if item.punishment.kind in PRINCIPAL:
            seen += 1
        elif names_first:
            attached = seen > 0 and len(principal) > 1 and _attached(items, position)
            additional.append(replace(item.punishment, scope=seen - 1) if attached else item.punishment)
        else:
            attached = len(principal) > 1 and _opens_alternative(items, position)
            additional.append(replace(item.punishment, scope=seen) if attached else item.punishment)
    return principal, additional


def _attached(items: list[_Item], position: int) -> bool:
    """No comma between the alternative and what is added: it is added to that alternative alone, and so is what the same
    list goes on with, whose commas only part its members.
    """
    item, before = items[position], items[position - 1]
    if before.punishment.kind in PRINCIPAL:
        return not item.after_comma
    if item.after_comma and item.punishment.condition != before.punishment.condition:
        return False
    return _attached(items, position - 1)


def _opens_alternative(items: list[_Item], position: int) -> bool:
    """Where additions come first: one that stands behind "or" belongs to the alternative that follows."""
    while position >= 0 and items[position].punishment.kind not in PRINCIPAL:
        if items[position].after_either:
            return True
        position -= 1
    return False


# -- defects ------------------------------------------------------------------------------------------------------


@cache
def _known_words(language: Language) -> frozenset[str]:
    punishing = language.punishing
    text = " ".join(
        (
            *(re.sub(r"\{\w+\}(?:<[^>]*>)?", " ", form.template) for form in punishing.forms),  # with the number its ending
            *punishing.sums.values(),
            *punishing.optional,
            *punishing.condition,
            *punishing.circumstances.values(),
            punishing.verb,
            punishing.either.split("|")[0],
            punishing.joints,
            punishing.condition_said,
            *language.numerals.cardinals,
        )
    )
    return frozenset(re.findall(r"[^\W\d_]+", text))


def _glued(folded: str, span: Span, language: Language) -> list[Flaw]:
    """Words that were read although a space is missing inside them."""
    known = _known_words(language)
    glued = {word for word in set(_WORD.findall(folded, *span)) - known if _two_words(word, known)}
    if not glued:
        return []
    return [Flaw("missing_space", Span(*word.span())) for word in _WORD.finditer(folded, *span) if word[0] in glued]


def _two_words(word: str, known: frozenset[str]) -> bool:
    return any(word[:cut] in known and word[cut:] in known for cut in range(2, len(word) - 1))


def _without_unit(sanction: Sanction) -> list[Flaw]:
    """An amount of which the text does not say what it counts."""
    everything = (*sanction.principal, *sanction.additional)
    return [Flaw("missing_unit", p.span) for p in everything if p.maximum is not None and p.unit is None]


_MARK = re.compile('["«»]')


def _misprints(folded: str, span: Span, language: Language) -> list[Flaw]:
    found = ((slip, folded.find(slip, *span)) for slip in language.punishing.slips)
    flaws = [Flaw("misprint", Span(at, at + len(slip))) for slip, at in found if at >= 0]
    return flaws + [Flaw("stray_mark", Span(*mark.span())) for mark in _MARK.finditer(folded, *span)]


def _doubled(sanction: Sanction) -> list[Flaw]:
    """The same additional punishment twice: one of the two is a slip of the text."""
    flaws = []
    for first, second in zip(sanction.additional, sanction.additional[1:], strict=False):
        if first.kind == second.kind and replace(first, span=second.span, scope=second.scope) == second:
            flaws.append(Flaw("doubled_phrase", second.span))
    return flaws
