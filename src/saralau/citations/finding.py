"""Every reference in a text: provisions with the act in which they stand, and acts by themselves."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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

    `context` is where in an act the words stand, from which "this article" is filled in; without it a part or point of an
    unnamed article has no address, and an article of an unnamed act is of the act named last. Linear in the text.
    """
    folded = fold(text)
    grammar = language(lang) if lang else detect(folded, "text")
    reader = _Reader(folded, grammar, "un", within_act=context is not None)
    return tuple(reader.read(Span(0, len(text)), context or _NOWHERE))


def cited_in_document(document: Document, lang: str | None = None, country: str = "un") -> tuple[Citation, ...]:
    """References in a document that is no act: an article, a decision."""
    folded = fold(document.text)
    grammar = language(lang) if lang else detect(folded, document.source.name)
    reader = _Reader(folded, grammar, country, within_act=False)
    return tuple(citation for line in document.lines for citation in reader.read(line.span, _NOWHERE))


def cited_in_act(act: Act, country: str = "un") -> tuple[Citation, ...]:
    """References in an act, its editors' notes included; relative ones filled in from where they stand."""
    reader = _Reader(act.folded, act.language, country, within_act=True)
    found: list[Citation] = []

    def take(spans: Sequence[Span], here: Address) -> None:
        for span in spans:
            found.extend(reader.read(span, here))

    take((*act.front, *act.orphans), _NOWHERE)
    for note in act.front_notes:
        take(note.lines, _NOWHERE)
    article = _NOWHERE
    for provision in act.walk():
        if provision.address is not None and provision.address.part is None and provision.address.point is None:
            article = provision.address
        take((*provision.text, *provision.closing), provision.address or article)
        for note in provision.notes:
            take(note.lines, article)
    take(act.back, _NOWHERE)
    return tuple(sorted(found, key=lambda citation: citation.span))


@dataclass(slots=True)
class _Reader:
    """Reads a text stretch by stretch; remembers the act of each kind that was named last."""

    folded: str
    grammar: Language
    country: str
    within_act: bool
    last: dict[str, Work] = field(default_factory=dict)
    defined: dict[str, Work] = field(default_factory=dict)  # by kind: "(hereinafter the Law)"
    latest: Work | None = None

    def read(self, span: Span, here: Address) -> list[Citation]:
        """References in one paragraph, in its order."""
        mentions = find_mentions(self.folded, span, self.grammar, self.country)
        taken: set[Mention] = set()
        citations: list[Citation] = []
        ahead = list(mentions)
        listed: Mention | None = None  # the act of the list being read
        reached = span.start
        for chain in find_chains(self.folded, span, self.grammar, here):
            while ahead and ahead[0].span.start < chain.span.start:
                self._remember(ahead.pop(0))
            beside = mention = _beside(chain, mentions, self.folded, first=self.grammar.citing.number_first)
            if beside is not None:
                self._remember(beside)
                taken.add(beside)
            elif listed is not None and chain.act is None and not set(self.folded[reached : chain.span.start]) - _LISTED:
                mention = listed
            citations += self._of_chain(chain, mention, beside.span if beside else chain.span)
            listed, reached = mention, chain.span.end
        for mention in ahead:
            self._remember(mention)
        citations += [_of_act(mention) for mention in mentions if mention not in taken and not mention.bare]
        return sorted(citations, key=lambda citation: citation.span)

    def _remember(self, mention: Mention) -> None:
        if mention.work is not None:
            self.last[mention.kind] = mention.work
            if short := self.grammar.naming.short.match(self.folded, mention.span.end):
                kinds = self.grammar.naming.kinds.items()
                self.defined |= {kind: mention.work for kind, words in kinds if re.match(words, short.group(1))}
            if mention.kind in _WITH_ARTICLES:
                self.latest = mention.work

    def _of_chain(self, chain: Chain, mention: Mention | None, beside: Span) -> Iterator[Citation]:
        phrase = Span(min(chain.span.start, beside.start), max(chain.span.end, beside.end))
        work, own, assumed = None, chain.own_act and chain.act is not None, False
        if mention is not None:
            work, own = mention.work, mention.own
            if mention.bare:
                work = self.defined.get(mention.kind)
                assumed = work is None
                work = work or self.last.get(mention.kind)
        elif not self.within_act:
            work, assumed = self.latest, True
        for member in chain.members:
            yield Citation(
                member.span, phrase, "provision", member.address, member.until, work,
                own=own, assumed=assumed and work is not None, relative=chain.relative,
            )  # fmt: skip


_WITH_ARTICLES = ("code", "law", "constitution")


def _beside(chain: Chain, mentions: Sequence[Mention], folded: str, *, first: bool) -> Mention | None:
    """The act that stands right beside a chain: before it where the language names the act first, else behind it."""
    at = bisect.bisect_left(mentions, chain.span.start, key=lambda mention: mention.span.start)
    for index in range(max(at - 1, 0), len(mentions)):
        mention = mentions[index]
        if mention.span.start > chain.span.end and (first or folded[chain.span.end : mention.span.start].strip()):
            return None
        start, end = (mention.span.end, chain.span.start) if first else (chain.span.end, mention.span.start)
        overlaps = mention.span.start < chain.span.end and chain.span.start < mention.span.end
        if overlaps or (start <= end and not folded[start:end].strip()):
            return mention
    return None


def _of_act(mention: Mention) -> Citation:
    kind = "treaty" if mention.kind == "treaty" else "act"
    return Citation(mention.span, mention.span, kind, work=mention.work, own=mention.own)
