"""Where an act says what its terms mean: in articles on basic notions, point by point, and in sentences elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from saralau.acts import Act, Address, Kind, Provision
from saralau.documents import Span
from saralau.languages import fold
from saralau.languages.model import Defining
from saralau.messages import InputError
from saralau.terms.model import Definition

_INSIDE = (Kind.PART, Kind.POINT, Kind.NOTE, Kind.ITEM)
_DASH_OR_BRACKET = re.compile(r"[()]|,?[ \n]{1,3}[–-]{1,2}[ \n]|(?<=[\w\"»)]),?–\s")
_SENTENCE_END = re.compile(r"\.[ \n]{1,3}(?=[^\W\d_])")
_LONGEST_TERM = 400  # characters; a dash further on parts something else


def find_definitions(act: Act) -> tuple[Definition, ...]:
    """Every definition of an act, in the order of the text. Linear in the text.

    Raises InputError for a language whose ways to define nobody has encoded.
    """
    grammar = _grammar(act)
    return tuple(found for article in act.mains() for found in _in_article(act, article, grammar))


def articles_on_notions(act: Act) -> tuple[Provision, ...]:
    """The articles whose points define terms, told by their titles. Raises InputError as `find_definitions` does."""
    grammar = _grammar(act)
    return tuple(article for article in act.mains() if _on_notions(act, article, grammar))


def _grammar(act: Act) -> Defining:
    if act.language.defining is None:
        raise InputError("language-without-definitions", given=act.language.name)
    return act.language.defining


def _on_notions(act: Act, article: Provision, grammar: Defining) -> bool:
    """Whether the title says so and there are points to define something."""
    if article.kind is Kind.PART:
        first = article.text[0] if article.text else Span(0, 0)
        if not grammar.listing.search(act.folded[first.start : first.end]):
            return False
    elif article.title is None or not grammar.titles.search(fold(article.title)):
        return False
    return any(child.kind in (Kind.POINT, Kind.PART) for child in article.children)


def _in_article(act: Act, article: Provision, grammar: Defining) -> Iterator[Definition]:
    if article.address is None or article.excluded:
        return
    notions = _on_notions(act, article, grammar)
    for unit in _units(article):
        home = unit.address or article.address
        if unit.excluded or not unit.text:
            continue
        listed = _listed(act, unit, home) if notions and unit.kind in (Kind.POINT, Kind.PART) else None
        if listed is not None:
            yield listed
        else:
            yield from _in_place(act, unit, home, grammar)


def _units(article: Provision) -> Iterator[Provision]:
    return (unit for unit in article.walk() if unit is article or unit.kind in _INSIDE)


def _listed(act: Act, unit: Provision, home: Address) -> Definition | None:
    """A point `term – definiens`; None where no dash outside brackets parts the two."""
    lines = _lines(unit)
    first = lines[0]
    dash = _dash(act, first)
    if dash is None:
        return None
    term, aliases = _term(act, Span(first.start, dash[0]))
    definiens = _reaching(act, unit, [Span(dash[1], first.end), *lines[1:]])
    return Definition(home, unit.kind, True, term, definiens, aliases) if term.start < term.end and definiens else None


def _in_place(act: Act, unit: Provision, home: Address, grammar: Defining) -> Iterator[Definition]:
    """Sentences that define at the beginning of a line."""
    lines = _lines(unit)
    for position, line in enumerate([*lines, *unit.closing]):
        opened = grammar.opening.match(act.folded, line.start, line.end)
        start = opened.end() if opened else line.start
        said = next((match for form in grammar.forms if (match := form.match(act.folded, start, line.end))), None)
        if said is None:
            continue
        term, aliases = _term(act, Span(*said.span("term")))
        if said["definiens"]:
            definiens: tuple[Span, ...] = (Span(*said.span("definiens")),)
        else:
            definiens = _reaching(act, unit, [Span(said.end(), line.end), *lines[position + 1 :]])
        if definiens and term.start < term.end:
            yield Definition(home, unit.kind, False, term, definiens, aliases)


def _lines(unit: Provision) -> list[Span]:
    """The unit's own lines before its children, without its label."""
    lines = list(unit.text)
    if unit.label is not None and lines[0].start <= unit.label.start < lines[0].end:
        lines[0] = Span(unit.label.end, lines[0].end)
    return lines


def _dash(act: Act, line: Span) -> tuple[int, int] | None:
    """Start and end of the first dash outside brackets."""
    depth = 0
    for found in _DASH_OR_BRACKET.finditer(act.folded, line.start, min(line.end, line.start + _LONGEST_TERM)):
        if found[0] == "(":
            depth += 1
        elif found[0] == ")":
            depth -= 1
        elif depth <= 0:
            return found.span()
    return None


def _term(act: Act, span: Span) -> tuple[Span, tuple[Span, ...]]:
    """The term without its aliases, the bracket that gives them, and without blanks and commas around it."""
    aliases = []
    start, end = span
    for short in act.language.naming.short.finditer(act.folded, start, end):
        aliases.append(_trimmed(act, Span(*short.span(1))))
        end = min(end, short.start())
    return _trimmed(act, Span(start, end)), tuple(aliases)


def _reaching(act: Act, unit: Provision, lines: Sequence[Span]) -> tuple[Span, ...]:
    """The lines of a definiens that begins with the first: to the end of its sentence, or of the list that it opens."""
    reached: list[Span] = []
    listing = ended = False
    for line in lines:
        end = _sentence_end(act, line)
        reached.append(_trimmed(act, Span(line.start, end)))
        said = act.folded[line.start : end].rstrip()
        listing = listing or said.endswith(":")
        ended = end < line.end or said.endswith(".") or (said.endswith(";") and not listing)
        if ended:
            break
    if listing and not ended:
        reached += [_trimmed(act, line) for child in unit.children for one in child.walk() for line in one.text]
    return tuple(piece for piece in reached if piece.start < piece.end)


def _sentence_end(act: Act, line: Span) -> int:
    """Where the first sentence of a line ends: a full stop before a capital letter."""
    for found in _SENTENCE_END.finditer(act.folded, line.start, line.end):
        if act.document.text[found.end()].isupper():
            return found.start()
    return line.end


def _trimmed(act: Act, span: Span) -> Span:
    """Without what does not belong to the words: blanks, commas, the marks that end them."""
    start, end = span
    text = act.folded
    while start < end and text[start] in " \n,;:–":
        start += 1
    while start < end and text[end - 1] in " \n,;:.–":
        end -= 1
    return Span(start, end)
