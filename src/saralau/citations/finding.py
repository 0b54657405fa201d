"""Every reference in a text: provisions with the act in which they stand, and acts by themselves."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, islice

from saralau.acts import Act, Address, Kind, Provision
from saralau.citations import lexing, naming
from saralau.citations.chains import Chain, find_chains
from saralau.citations.model import Citation
from saralau.citations.naming import Mention, find_mentions
from saralau.citations.works import Work
from saralau.documents import Document, Span
from saralau.languages import Language, available, detect, fold, language

_NOWHERE = Address("")
_LISTED = frozenset(" ,;\n\t")  # what may stand between members of a list that share their act


def find_citations(text: str, lang: str | None = None, context: Address | None = None) -> tuple[Citation, ...]:
    """References in a text, in its order. The language is detected unless given by its code.

    `context` is where in an act the words stand, from which "this article" is filled in; without it a part or point of an
    unnamed article has no address, and an article of an unnamed act is of the act named last. Linear in the text.
    """
    folded = fold(text)
    grammar = language(lang) if lang else detect(folded, "text")
    lines = [Span(*line.span()) for line in re.finditer(r"[^\n]+", text)]
    if context is None:
        return _cited(text, folded, lines, grammar, "un")
    reader = _Reader(text, folded, grammar, "un", within_act=True)
    return tuple(citation for line in lines for citation in reader.read(line, context))


def cited_in_document(document: Document, lang: str | None = None, country: str = "un") -> tuple[Citation, ...]:
    """References in a document that is no act: an article, a decision. Words of other languages are read too."""
    folded = fold(document.text)
    grammar = language(lang) if lang else detect(folded, document.source.name)
    return _cited(document.text, folded, [line.span for line in document.lines], grammar, country)


def _cited(text: str, folded: str, lines: Sequence[Span], main: Language, country: str) -> tuple[Citation, ...]:
    """References in a text of which most is in one language, and those in others that say by themselves what they mean."""
    grammars = [main, *(grammar for grammar in map(language, available()) if _spoken(grammar, main, folded))]
    first, *others = [_Reader(text, folded, grammar, country, within_act=False) for grammar in grammars]
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


def cited_in_act(act: Act, country: str = "un") -> tuple[Citation, ...]:
    """References in an act, its editors' notes included; relative ones filled in from where they stand."""
    reader = _Reader(act.document.text, act.folded, act.language, country, within_act=True)
    found: list[Citation] = []

    def take(spans: Sequence[Span], here: Address, *, noted: bool = False) -> None:
        for span in spans:
            found.extend(reader.read(span, here, noted=noted))

    take((*act.front, *act.orphans), _NOWHERE)
    for note in act.front_notes:
        take(note.lines, _NOWHERE, noted=True)
    article = _NOWHERE
    for provision in act.walk():
        if provision.kind in _DIVISIONS:
            reader.enter(provision)
            article = _NOWHERE
        if provision.address is not None and provision.address.part is None and provision.address.point is None:
            article = provision.address
        take((*_titles(provision, act), *provision.text, *provision.closing), provision.address or article)
        for note in provision.notes:
            take(note.lines, provision.address or article, noted=True)
    take(act.back, _NOWHERE)
    return tuple(sorted(found, key=lambda citation: citation.span))


def _titles(provision: Provision, act: Act) -> Iterator[Span]:
    """The words of a heading behind its own number, which is no reference."""
    structure = act.language.structure
    patterns = (structure.article, *structure.divisions.values())
    for line in provision.heading:
        own = next((found for pattern in patterns if (found := pattern.match(act.folded, line.start, line.end))), None)
        yield Span(own.end() if own else line.start, line.end)


_DIVISIONS = {Kind.SECTION: "section", Kind.CHAPTER: "chapter", Kind.PARAGRAPH: "paragraph"}  # from the widest


class _Places:
    """Where references can begin in a text, found by one scan; asked stretch by stretch."""

    def __init__(self, places: list[int]) -> None:
        self.places = places

    def within(self, span: Span) -> list[int]:
        """Those in a stretch of the text."""
        first = bisect.bisect_left(self.places, span.start)
        return self.places[first : bisect.bisect_left(self.places, span.end, first)]


@dataclass(slots=True)
class _Reader:
    """Reads a text stretch by stretch; remembers the act of each kind that was named last, and what the text calls acts."""

    text: str
    folded: str
    grammar: Language
    country: str
    within_act: bool
    subpoints: bool = field(init=False)
    naming: _Places = field(init=False)
    citing: _Places = field(init=False)
    last: dict[str, Work] = field(default_factory=dict)
    defined: dict[str, Work] = field(default_factory=dict)  # by kind: "(hereinafter the Law)"
    named: dict[str, Work] = field(default_factory=dict)  # by pattern: "(hereinafter the Istanbul Convention)"
    divisions: dict[str, str] = field(default_factory=dict)  # by level: where the reading is
    latest: Work | None = None
    before: Mention | None = None  # the act named last, wherever
    told: Sequence[Mention] = ()  # of the paragraph that is being read, which stands `here`
    here: Address | None = None
    noted: bool = False

    def __post_init__(self) -> None:
        whole = Span(0, len(self.folded))
        self.naming = _Places(naming.places(self.folded, whole, self.grammar))
        self.citing = _Places(lexing.places(self.folded, whole, self.grammar))
        self.subpoints = self.within_act and _calls_subpoints(self.folded, self.grammar)

    def enter(self, division: Provision) -> None:
        """Tells the reader that a section, chapter or paragraph begins."""
        level = _DIVISIONS[division.kind]
        for narrower in list(_DIVISIONS.values())[list(_DIVISIONS.values()).index(level) :]:
            self.divisions.pop(narrower, None)
        if division.number:
            self.divisions[level] = division.number

    def read(self, span: Span, here: Address, *, noted: bool = False) -> list[Citation]:
        """References in one paragraph, in its order; `here` is where it stands, `noted` tells that editors wrote it."""
        names, starts = self.naming.within(span), self.citing.within(span)
        if not names and not starts and not self.named:
            return []
        self.here, self.noted = here if here.article else None, noted
        mentions = self.told = self._mentions(span, names)
        taken: set[int] = set()
        citations: list[Citation] = []
        ahead = 0  # of the mentions, the first that has not been passed
        listed: Mention | None = None  # the act of the list being read
        reached = span.start
        for chain in find_chains(self.folded, span, self.grammar, here, subpoints=self.subpoints, starts=starts):
            while ahead < len(mentions) and mentions[ahead].span.start < chain.span.start:
                self._remember(mentions[ahead])
                ahead += 1
            beside = mention = _beside(chain, mentions, self.folded, self.grammar)
            if beside is not None:
                self._remember(beside)
                taken.add(beside.span.start)
            elif listed is not None and chain.act is None and not set(self.folded[reached : chain.span.start]) - _LISTED:
                mention = listed
            citations += self._of_chain(chain, mention, beside.span if beside else chain.span, span)
            listed, reached = mention, chain.span.end
        for mention in mentions[ahead:]:
            self._remember(mention)
        alone = (mention for mention in mentions if mention.span.start not in taken and self._tells(mention))
        citations += [self._of_act(mention) for mention in alone]
        return sorted(citations, key=lambda citation: citation.span)

    def _mentions(self, span: Span, starts: Sequence[int]) -> tuple[Mention, ...]:
        mentions = find_mentions(self.folded, span, self.grammar, self.country, self.before, starts)
        self.before = next((mention for mention in reversed(mentions) if mention.work), self.before)
        defining = [self._defined(mention) for mention in mentions if mention.work is not None]
        if not self.named and not any(defining):
            return mentions
        called = [
            Mention(Span(*hit.span()), work, work.kind)
            for pattern, work in self.named.items()
            for hit in re.compile(pattern).finditer(self.folded, span.start, span.end)
        ]
        told = [mention for mention in mentions if not mention.bare] + [name for name in defining if name]
        apart = [name for name in called if not any(_meet(name, mention) for mention in told)]
        bare = [mention for mention in mentions if mention.bare and not any(_meet(mention, name) for name in apart)]
        inside = [name.span for name in defining if name]
        mine = [m for m in told if m not in defining and not any(span.covers(m.span) for span in inside)]
        return tuple(sorted((*mine, *apart, *bare), key=lambda mention: mention.span))

    def _remember(self, mention: Mention) -> None:
        if mention.work is not None:
            self.last[mention.kind] = mention.work
            if mention.kind in _WITH_ARTICLES:
                self.latest = mention.work

    def _defined(self, mention: Mention) -> Mention | None:
        """The words behind a mention that give its act a short name ("hereinafter the Law"), if there are any."""
        short = self.grammar.naming.short.match(self.folded, mention.span.end)
        if short is None or mention.work is None:
            return None
        self._define(short.group(1).strip(), mention.work)
        return Mention(Span(*short.span()), mention.work, mention.kind)

    def _define(self, name: str, work: Work) -> None:
        """Takes a short name: the kind alone ("the Law") or a name of its own, found again with other endings."""
        kinds = [kind for kind, words in self.grammar.naming.kinds.items() if re.fullmatch(words, name)]
        self.defined |= dict.fromkeys(kinds, work)
        if not kinds and len(self.named) < _SHORT_NAMES:
            stems = [re.escape(word) if len(word) < 5 else re.escape(word[:-2]) + r"\w{0,5}" for word in name.split()]
            self.named[r"(?<!\w)" + r"\s{1,3}".join(stems) + r"(?:-\w{1,6})?(?!\w)"] = work

    def _tells(self, mention: Mention) -> bool:
        """Whether a mention is a reference by itself: a kind alone is one, in its capital, where the text has defined it."""
        return not mention.bare or (mention.kind in self.defined and self.text[mention.span.start].isupper())

    def _of_act(self, mention: Mention) -> Citation:
        kind = "treaty" if mention.kind == "treaty" else "act"
        work = self.defined.get(mention.kind) if mention.bare else mention.work
        return Citation(mention.span, mention.span, kind, work=work, own=mention.own, unknown=mention.unknown,
                        at=self.here, noted=self.noted)  # fmt: skip

    def _of_chain(self, chain: Chain, mention: Mention | None, beside: Span, within: Span) -> Iterator[Citation]:
        phrase = Span(min(chain.span.start, beside.start), max(chain.span.end, beside.end))
        work, own, assumed, unknown = None, chain.own_act and chain.act is not None, False, False
        if mention is not None:
            work, own, unknown = mention.work, mention.own, mention.unknown
            if mention.bare and self.noted:  # editors call the act that they annotate by its kind
                own = True
            elif mention.bare:
                work = self.defined.get(mention.kind)
                assumed = work is None
                work = work or self.last.get(mention.kind)
                unknown = work is None
        elif not chain.relative and chain.act is None and (chain.excepted or self._seen(chain, within)):
            work = self._before(chain, within)
        elif not self.within_act:
            work, assumed = self.latest, True
        for member in chain.members:
            division = member.place is not None and not member.address.article and member.address.part is None
            yield Citation(
                member.span, phrase, "division" if division else "provision",
                None if division else member.address, member.until, work, self._placed(member.place),
                own=own, assumed=assumed and work is not None, relative=chain.relative, excepted=chain.excepted,
                unknown=unknown, at=self.here, noted=self.noted,
            )  # fmt: skip

    def _before(self, chain: Chain, within: Span) -> Work | None:
        """The act that the paragraph has named last; None for the act of the words themselves, or where it names none."""
        passed = bisect.bisect_left(self.told, chain.span.start, key=lambda mention: mention.span.start)
        for mention in reversed(self.told[max(passed - _BACK, 0) : passed]):
            if not mention.bare:
                return mention.work
        return None if self.within_act else self.latest

    def _seen(self, chain: Chain, within: Span) -> bool:
        """Whether words send the reader to the act that was named last ("see art. 2")."""
        citing = self.grammar.citing
        before = citing.see_before.search(self.folded, max(chain.span.start - 20, within.start), chain.span.start)
        return bool(before or citing.see_after.match(self.folded, chain.span.end, within.end))

    def _placed(self, place: str | None) -> str | None:
        """A place with the number of "this chapter" filled in where the reading knows it."""
        number = self.divisions.get(place) if place else None
        return f"{place}:{number}" if number else place


def _meet(one: Mention, other: Mention) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


_BACK = 8  # mentions of acts that "see" and "save" look back over
_SHORT_NAMES = 40  # that one text may define


def _calls_subpoints(folded: str, grammar: Language) -> bool:
    """Whether an act calls the points of its addresses subpoints: they are what bracketed numbers stand beside."""
    units = grammar.citing.units
    if "subpoint" not in units:
        return False
    beside = r"{unit}\s{{0,3}}[0-9-]+\)" if not grammar.citing.number_first else r"[0-9-]+\)-?\s{{0,3}}{unit}"
    either = re.compile("|".join(beside.format(unit=rf"(?P<{unit}>{units[unit]})") for unit in ("subpoint", "point")))
    names = [found.lastgroup for found in islice(either.finditer(folded, 0, _ENOUGH), _TELLING)]
    return 2 * names.count("subpoint") > len(names)


_ENOUGH = 200_000  # characters
_TELLING = 60  # points whose names tell how an act calls them


_WITH_ARTICLES = ("code", "law", "constitution")


def _beside(chain: Chain, mentions: Sequence[Mention], folded: str, grammar: Language) -> Mention | None:
    """The act that stands right beside a chain: before it where the language names the act first, else behind it.

    Where the act comes last, one that stands before with a comma at most is meant if none stands behind ("CC, art. 188").
    """
    first, between = grammar.citing.number_first, _between(grammar)
    at = bisect.bisect_left(mentions, chain.span.start, key=lambda mention: mention.span.start)
    for index in range(max(at - 1, 0), len(mentions)):
        mention = mentions[index]
        if mention.span.start > chain.span.end and (
            first or not between.fullmatch(folded, chain.span.end, mention.span.start)
        ):
            break
        start, end = (mention.span.end, chain.span.start) if first else (chain.span.end, mention.span.start)
        overlaps = mention.span.start < chain.span.end and chain.span.start < mention.span.end
        if overlaps or (start <= end and between.fullmatch(folded, start, end)):
            return mention
    before = mentions[at - 1] if at else None
    if before is None or first or chain.act is not None or not _AHEAD.fullmatch(folded, before.span.end, chain.span.start):
        return None
    return before


@cache
def _between(grammar: Language) -> re.Pattern[str]:
    """What may stand between a chain and its act."""
    return re.compile(rf"(?:\s|(?:{grammar.citing.filler or '(?!)'}))*+")


_AHEAD = re.compile(r"\s?,?\s?")
