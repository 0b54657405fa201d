"""Every reference in a text: provisions with the act in which they stand, and acts by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saralau.acts import Act, Address
from saralau.citations.chains import Chain, find_chains
from saralau.citations.model import Citation
from saralau.citations.naming import Mention, find_mentions
from saralau.citations.works import Work
from saralau.documents import Document, Span
from saralau.languages import Language, detect, fold, language

_NOWHERE = Address("")
_LISTED = frozenset(" ,;\n\t")  # what may stand between members of a list that share their act


def find_citations(text: str, lang: str | None = None, context: Address | None = None) -> tuple[Citation, ...]:
    """References in a text, in its order. The language is detected unless given by its code.

    `context` is where the words stand, from which "this article" is filled in; without it a part or point of an unnamed
    article has no address. Linear in the text.
    """
    folded = fold(text)
    grammar = language(lang) if lang else detect(folded, "text")
    return tuple(_cited(folded, Span(0, len(text)), grammar, context or _NOWHERE, "un"))


def cited_in_document(document: Document, lang: str | None = None, country: str = "un") -> tuple[Citation, ...]:
    """References in a document that is no act: an article, a decision. Each paragraph is read by itself."""
    folded = fold(document.text)
    grammar = language(lang) if lang else detect(folded, document.source.name)
    return tuple(citation for line in document.lines for citation in _cited(folded, line.span, grammar, _NOWHERE, country))


def cited_in_act(act: Act, country: str = "un") -> tuple[Citation, ...]:
    """References in an act, its editors' notes included; relative ones filled in from where they stand."""
    found: list[Citation] = []

    def take(spans: Sequence[Span], here: Address) -> None:
        for span in spans:
            found.extend(_cited(act.folded, span, act.language, here, country))

    for note in act.front_notes:
        take(note.lines, _NOWHERE)
    take((*act.front, *act.orphans, *act.back), _NOWHERE)
    article = _NOWHERE
    for provision in act.walk():
        if provision.address is not None and provision.address.part is None and provision.address.point is None:
            article = provision.address
        here = provision.address or article
        take((*provision.text, *provision.closing), here)
        for note in provision.notes:
            take(note.lines, article)
    return tuple(sorted(found, key=lambda citation: citation.span))


def _cited(folded: str, span: Span, grammar: Language, here: Address, country: str) -> Iterator[Citation]:
    mentions = find_mentions(folded, span, grammar, country)
    taken: set[Mention] = set()
    citations: list[Citation] = []
    listed: Mention | None = None  # the act of the list being read
    reached = span.start
    for chain in find_chains(folded, span, grammar, here):
        mention = _beside(chain, mentions, folded, first=grammar.citing.number_first)
        if mention is not None:
            taken.add(mention)
        elif listed is not None and chain.act is None and not set(folded[reached : chain.span.start]) - _LISTED:
            mention = listed
        citations += _of_chain(chain, mention)
        listed, reached = mention, chain.span.end
    citations += [_of_act(mention) for mention in mentions if mention not in taken]
    yield from sorted(citations, key=lambda citation: citation.span)


def _beside(chain: Chain, mentions: Sequence[Mention], folded: str, *, first: bool) -> Mention | None:
    """The act that stands right beside a chain: before it where the language names the act first, else behind it."""
    for mention in mentions:
        start, end = (mention.span.end, chain.span.start) if first else (chain.span.end, mention.span.start)
        overlaps = mention.span.start < chain.span.end and chain.span.start < mention.span.end
        if overlaps or (start <= end and not folded[start:end].strip()):
            return mention
    return None


def _of_chain(chain: Chain, mention: Mention | None) -> Iterator[Citation]:
    own = mention.own if mention is not None else chain.own_act and chain.act is not None
    work: Work | None = mention.work if mention is not None else None
    phrase = (
        chain.span
        if mention is None
        else Span(min(chain.span.start, mention.span.start), max(chain.span.end, mention.span.end))
    )
    for member in chain.members:
        yield Citation(
            member.span, phrase, "provision", member.address, member.until, work, own=own, relative=chain.relative
        )


def _of_act(mention: Mention) -> Citation:
    kind = "treaty" if mention.work is not None and mention.work.kind == "treaty" else "act"
    return Citation(mention.span, mention.span, kind, work=mention.work, own=mention.own)
