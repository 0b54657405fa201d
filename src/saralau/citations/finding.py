"""Every reference in a text: provisions with the act in which they stand, and acts by themselves."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from saralau.acts import UNTOLD, Act, Address, Kind, Provision
from saralau.citations.against import Against
from saralau.citations.model import Citation
from saralau.citations.quoted import quoted_articles, rehomed
from saralau.citations.reader import DIVISIONS, Reader
from saralau.citations.rules import annexes_of
from saralau.citations.works import Titles, country_of
from saralau.documents import Document, Span
from saralau.languages import Language, available, detect, fold, language

_NOWHERE = Address("")


def find_citations(
    text: str, lang: str | None = None, context: Address | None = None, on: str | None = None, country: str = UNTOLD
) -> tuple[Citation, ...]:
    """References in a text, in its order. The language is detected unless given by its code.

    `on` is the day (ISO) for which a name alone ("the Criminal Code") is the act in force then; without it, now.

    `country` is where the text is from (ISO 3166, small letters; `UNTOLD` if that is not known): in words of an act
    (`context`) a name alone is then no other state's act; elsewhere its own state's comes first.

    `context` is where in an act the words stand, from which "this article" is filled in; without it a part or point of an
    unnamed article has no address, and an article of an unnamed act is of the act named last. Linear in the text.
    """
    folded = fold(text)
    if not folded.strip():
        return ()
    grammar = language(lang) if lang else detect(folded, "text")
    lines = [Span(*line.span()) for line in re.finditer(r"[^\n]+", text)]
    if context is None:
        return _cited(text, folded, lines, grammar, country, on)
    reader = Reader(text, folded, grammar, country, within_act=True, on=on)
    return tuple(citation for line in lines for citation in reader.read(line, context))


def cited_in_document(
    document: Document,
    lang: str | None = None,
    country: str = UNTOLD,
    on: str | None = None,
    titles: Titles | None = None,
    against: Against | None = None,
) -> tuple[Citation, ...]:
    """References in a document that is no act: an article, a decision. Words of other languages are read too.

    `titles` knows acts that no pack lists; `against` is an act in hand, which its name means.
    """
    folded = fold(document.text)
    grammar = language(lang) if lang else detect(folded, document.source.name)
    return _cited(document.text, folded, [line.span for line in document.lines], grammar, country, on, titles, against)


def _cited(
    text: str,
    folded: str,
    lines: Sequence[Span],
    main: Language,
    country: str,
    on: str | None,
    titles: Titles | None = None,
    against: Against | None = None,
) -> tuple[Citation, ...]:
    """References in a text of which most is in one language, and those in others that say by themselves what they mean."""
    grammars = [main, *(grammar for grammar in map(language, available()) if _spoken(grammar, main, folded))]
    first, *others = [
        Reader(text, folded, grammar, country, within_act=False, on=on, titles=titles, against=against)
        for grammar in grammars
    ]
    found: list[Citation] = []
    for line in lines:
        told = first.read(line, _NOWHERE)
        for reader in others:
            more = filter(_plain, reader.read(line, _NOWHERE))
            told = sorted((*told, *_new(more, told, folded)), key=lambda citation: citation.span)
        found += told
    return tuple(sorted(found, key=lambda citation: citation.span))


def _plain(citation: Citation) -> bool:
    """Whether a reference names a known act, and the article if it is one to a provision."""
    return citation.work is not None and not citation.assumed and citation.missing is None


def _spoken(grammar: Language, main: Language, folded: str) -> bool:
    """Whether a text that is mostly in one language can hold words of another."""
    more = grammar.letters - main.letters
    return grammar is not main and (not more or any(letter in folded for letter in more))


_IN_BRACKETS = re.compile(r"\s{0,3}\(\s?")


def _new(more: Iterable[Citation], told: Sequence[Citation], folded: str) -> Iterator[Citation]:
    """References in another language that share no words with those found, and do not repeat an act in brackets."""
    phrases = sorted({(citation.phrase, citation.work) for citation in told}, key=lambda pair: pair[0])
    starts = [phrase.start for phrase, _ in phrases]
    reach = list(accumulate((phrase.end for phrase, _ in phrases), max))
    for citation in more:
        before = bisect.bisect_left(starts, citation.phrase.end)
        if before and reach[before - 1] > citation.phrase.start:
            continue
        phrase, work = phrases[before - 1] if before else (None, None)
        if (
            phrase is not None
            and work == citation.work
            and _IN_BRACKETS.fullmatch(folded, phrase.end, citation.phrase.start)
        ):
            continue
        yield citation


def cited_in_act(
    act: Act, country: str | None = None, on: str | None = None, *, notes: bool = True, titles: Titles | None = None,
    against: Against | None = None,
) -> tuple[Citation, ...]:  # fmt: skip
    """References in an act, its editors' notes included unless told otherwise; relative ones filled in from where they
    stand. `country` is the state's whose act it is; unless given, it is told from the act itself. `titles` knows acts that
    no pack lists; `against` is another act in hand, which its name means.
    """
    country = country or country_of(act)
    annexes = annexes_of(act)
    pointed = next(act.mains(), None)
    reader = Reader(act.document.text, act.folded, act.language, country, within_act=True, on=on, annexes=annexes,
                    titles=titles, against=against, of_points=pointed is not None and pointed.kind is Kind.PART)  # fmt: skip
    found: list[Citation] = []

    def take(spans: Sequence[Span], here: Address, *, noted: bool = False) -> None:
        for span in spans:
            found.extend(reader.read(span, here, noted=noted))

    take((*act.front, *act.orphans), _NOWHERE)
    for note in act.front_notes if notes else ():
        take(note.lines, _NOWHERE, noted=True)
    article = _NOWHERE
    for provision in act.walk():
        if provision.kind is Kind.ARTICLE:
            reader.bill.enter_article()
        if provision.kind in DIVISIONS:
            reader.enter(provision)
            article = _NOWHERE
        if provision.address is not None and provision.address == provision.address.main:
            article = provision.address
        take((*_titles(provision, act), *provision.text, *provision.closing), provision.address or article)
        for note in provision.notes if notes else ():
            take(note.lines, provision.address or article, noted=True)
    take(act.back, _NOWHERE)
    found.sort(key=lambda citation: citation.span)
    quoted = sorted(quoted_articles(act))
    return tuple(rehomed(found, quoted)) if quoted else tuple(found)


def _titles(provision: Provision, act: Act) -> Iterator[Span]:
    """The words of a heading behind its own number, which is no reference; that of an annex names its own act."""
    if provision.kind is Kind.ANNEX:
        return
    structure = act.language.structure
    patterns = (structure.article, *structure.divisions.values())
    for line in provision.heading:
        own = next((found for pattern in patterns if (found := pattern.match(act.folded, line.start, line.end))), None)
        yield Span(own.end() if own else line.start, line.end)
