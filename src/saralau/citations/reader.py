"""One pass over a text for its references: which act was named last, where the reading stands, what "see" means there."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from saralau.acts import Address, Kind, Provision
from saralau.citations import lexing, pieces, rules
from saralau.citations.against import Against
from saralau.citations.bills import Bill
from saralau.citations.chains import Chain, find_chains
from saralau.citations.model import Citation
from saralau.citations.naming import Mention, find_mentions
from saralau.citations.short_names import ShortNames
from saralau.citations.works import Titles, Work
from saralau.documents import Span
from saralau.languages import Language

DIVISIONS = {Kind.SECTION: "section", Kind.CHAPTER: "chapter", Kind.PARAGRAPH: "paragraph"}  # from the widest
_LISTED = frozenset(" ,;\n\t")  # what may stand between members of a list that share their act


class _Places:
    """Where references can begin in a text, found by one scan; asked stretch by stretch."""

    def __init__(self, places: list[int]) -> None:
        self.places = places

    def within(self, span: Span) -> list[int]:
        """Those in a stretch of the text."""
        first = bisect.bisect_left(self.places, span.start)
        return self.places[first : bisect.bisect_left(self.places, span.end, first)]


@dataclass(slots=True)
class Reader:
    """Reads a text stretch by stretch; remembers the act of each kind that was named last, and what the text calls acts."""

    text: str
    folded: str
    grammar: Language
    country: str
    within_act: bool
    on: str | None = None  # the day for which a name alone is the act in force then
    annexes: rules.Annexes = rules.NO_ANNEXES
    titles: Titles | None = None
    against: Against | None = None  # an act whose name means it
    of_points: bool = False  # the act has no articles, so that one without an act is another's
    subpoints: bool = field(init=False)
    this: re.Pattern[str] = field(init=False)
    naming: _Places = field(init=False)
    citing: _Places = field(init=False)
    last: dict[str, Work] = field(default_factory=dict)
    short: ShortNames = field(init=False)
    bill: Bill = field(init=False)
    divisions: dict[str, str] = field(default_factory=dict)  # by level: where the reading is
    latest: Work | None = None
    untold: bool = False  # the act named last is one that no pack knows
    before: Mention | None = None  # the act named last, wherever
    told: Sequence[Mention] = ()  # of the paragraph that is being read, which stands `here`
    here: Address | None = None
    noted: bool = False

    def __post_init__(self) -> None:
        whole = Span(0, len(self.folded))
        self.naming = _Places(pieces.places(self.folded, whole, self.grammar))
        self.citing = _Places(lexing.places(self.folded, whole, self.grammar))
        self.short = ShortNames(self.grammar.naming)
        self.bill = Bill(self.grammar)
        self.this = re.compile(self.grammar.citing.this)
        self.subpoints = self.within_act and calls_subpoints(self.folded, self.grammar)

    def enter(self, division: Provision) -> None:
        """Tells the reader that a section, chapter or paragraph begins."""
        level = DIVISIONS[division.kind]
        for narrower in list(DIVISIONS.values())[list(DIVISIONS.values()).index(level) :]:
            self.divisions.pop(narrower, None)
        if division.number:
            self.divisions[level] = division.number

    def read(self, span: Span, here: Address, *, noted: bool = False) -> list[Citation]:
        """References in one paragraph, in its order; `here` is where it stands, `noted` tells that editors wrote it."""
        names, starts = self.naming.within(span), self.citing.within(self._behind_number(span))
        if not names and not starts and not self.short.named and not self.bill.amending:
            return []
        self.here, self.noted = here if here.article else None, noted
        mentions = self.told = self._mentions(span, names)
        if self.within_act and not noted:
            self.bill.begin(self.folded, span, mentions)
            here = self.bill.at if self.bill.at.article else here
        taken: set[int] = set()
        citations: list[Citation] = []
        ahead = 0  # of the mentions, the first that has not been passed
        listed: Mention | None = None  # the act of the list being read
        reached = span.start
        chains = find_chains(self.folded, span, self.grammar, here, subpoints=self.subpoints, starts=starts)
        besides = [_beside(chain, mentions, self.folded, self.grammar) for chain in chains]
        behind = _shared(chains, besides, self.folded)
        former: Mention | None = None  # the act beside the chain before
        for chain, beside, shared in zip(chains, besides, behind, strict=True):
            while ahead < len(mentions) and mentions[ahead].span.start < chain.span.start:
                self._remember(mentions[ahead])
                ahead += 1
            holder = citations[-1].address if citations else None
            if former is not None and beside in (None, former) and holder is not None and self._inside(former, chain):
                if citations[-1].span.end == reached:  # "art. 205 CC (part 2)" names the part alone
                    citations.pop()
                citations += self._of_chain(chain.within(holder.article), former, chain.span, span)
                listed, former, reached = former, None, chain.span.end
                continue
            mention = shared
            if beside is not None:
                self._remember(beside)
                taken.add(beside.span.start)
            elif shared is None and chain.act is None and not set(self.folded[reached : chain.span.start]) - _LISTED:
                mention = listed
            told = self._of_chain(chain, mention, beside.span if beside else chain.span, span)
            if mention is None and (meant := rules.named(chain, self.text, self.folded, span, self.grammar)):
                told = rules.led(told, meant, self.annexes, mentions, self.folded, self.grammar)
            citations += self._amended(chain, mention, told) if self.bill.work and not noted else told
            listed, former, reached = mention, beside, chain.span.end
        if self.within_act and not noted:
            self.bill.end(self.folded, span)
        for mention in mentions[ahead:]:
            self._remember(mention)
        alone = (mention for mention in mentions if mention.span.start not in taken and self._tells(mention))
        citations += [self._of_act(mention) for mention in alone]
        return sorted(citations, key=lambda citation: citation.span)

    def _behind_number(self, span: Span) -> Span:
        """A paragraph without its own number where the number of a provision follows ("1) 206-...")."""
        own = self.grammar.structure.point.match(self.folded, span.start, span.end)
        if own is None:
            return span
        numbered = self.folded[own.end() : own.end() + 1].isdecimal()
        this = self.grammar.citing.number_first and self.this.match(self.folded, own.end(), span.end) is not None
        return Span(own.end(), span.end) if numbered or this else span

    def _inside(self, former: Mention, chain: Chain) -> bool:
        """Whether a part or point stands behind the act of the article that holds it ("art. 205 CC (part 2)")."""
        if self.within_act or not chain.relative or chain.act is not None:
            return False
        return _HELD.fullmatch(self.folded, former.span.end, chain.span.start) is not None

    def _amended(self, chain: Chain, mention: Mention | None, told: Iterable[Citation]) -> Iterator[Citation]:
        """References in an act that amends another, of which what names no act is to the amended one."""
        quoted = self.bill.quoted(self.folded, chain.span.start)
        own = mention.own if mention is not None else chain.act is not None
        if (mention is not None and not own) or (own and not quoted):
            yield from told
            return
        article = self.bill.at.article
        for citation in told:
            at = citation.address
            if at is not None and chain.relative and article and at.article != article:
                at = Address(article, self.bill.at.part if at.point else at.part, at.point)
            yield replace(citation, address=at, work=self.bill.work, own=False, assumed=False)
        if not quoted and not chain.relative and chain.targets:
            self.bill.at = chain.targets[-1]._replace(point=None)

    def _mentions(self, span: Span, starts: Sequence[int]) -> tuple[Mention, ...]:
        mentions = find_mentions(
            self.folded,
            span,
            self.grammar,
            self.country,
            self.before,
            starts,
            self.on,
            closed=self.within_act,
            titles=self.titles,
            against=self.against,
        )
        self.before = next((mention for mention in reversed(mentions) if mention.work), self.before)
        return self.short.applied(mentions, self.folded, span)

    def _remember(self, mention: Mention) -> None:
        if mention.work is None and not mention.unknown:
            return
        if mention.work is not None:
            self.last[mention.kind] = mention.work
        else:
            self.last.pop(mention.kind, None)
        if mention.kind in _WITH_ARTICLES:
            self.latest, self.untold = mention.work, mention.work is None

    def _tells(self, mention: Mention) -> bool:
        """Whether a mention is a reference by itself: a kind alone is one, in its capital, where the text has defined it."""
        return not mention.bare or (mention.kind in self.short.kinds and self.text[mention.span.start].isupper())

    def _of_act(self, mention: Mention) -> Citation:
        kind = "treaty" if mention.kind == "treaty" else "act"
        work = self.short.kinds.get(mention.kind) if mention.bare else mention.work
        if mention.own and self.bill.quoting:
            return Citation(mention.span, mention.span, kind, work=self.bill.work, at=self.here, noted=self.noted)
        return Citation(mention.span, mention.span, kind, work=work, own=mention.own, unknown=mention.unknown,
                        at=self.here, noted=self.noted, disputed=mention.disputed)  # fmt: skip

    def _of_chain(self, chain: Chain, mention: Mention | None, beside: Span, within: Span) -> Iterator[Citation]:
        phrase = Span(min(chain.span.start, beside.start), max(chain.span.end, beside.end))
        work, own, assumed, unknown = None, chain.own_act and chain.act is not None, False, False
        if mention is not None:
            work, own, unknown = mention.work, mention.own, mention.unknown
            if mention.unknown:
                work = None
            elif mention.bare and self.noted:  # editors call the act that they annotate by its kind
                own = True
            elif mention.bare:
                work = self.short.kinds.get(mention.kind)
                assumed = work is None
                work = work or self.last.get(mention.kind)
                unknown = work is None
        elif chain.act is None and self._abbreviated(chain, within):
            unknown = True
        elif not chain.relative and chain.act is None and (chain.excepted or self._seen(chain, within)):
            work = self._before(chain, within)
        elif not self.within_act:
            work, assumed, unknown = self.latest, True, self.untold and not chain.relative
        elif self.of_points and not chain.relative and chain.act is None:
            unknown = any(not member.address.rooted and member.address.article for member in chain.members)
        for member in chain.members:
            division = member.place is not None and not member.address.article and member.address.part is None
            address, place = self._counted(chain, mention, member.address, member.place)
            if chain.relative and work is not None and not assumed:
                address = rules.elsewhere(address, work.kind, self.grammar)
            yield Citation(
                member.span, phrase, "division" if division else "provision",
                None if division else address, member.until, work, self._placed(place),
                own=own, assumed=assumed and work is not None, relative=chain.relative, excepted=chain.excepted,
                unknown=unknown, at=self.here, noted=self.noted, disputed=mention.disputed if mention else None,
            )  # fmt: skip

    def _before(self, chain: Chain, within: Span) -> Work | None:
        """The act that the paragraph has named last; None for the act of the words themselves, or where it names none."""
        passed = bisect.bisect_left(self.told, chain.span.start, key=lambda mention: mention.span.start)
        if chain.excepted and self.grammar.citing.number_first:  # "except article 51, the Code of 1997"
            following = next((mention for mention in self.told[passed : passed + 1] if not mention.bare), None)
            between = self.folded[chain.span.end : following.span.start] if following else ""
            if following and len(between) < _EXCEPTING and between.rstrip().endswith(","):
                return following.work
        for mention in reversed(self.told[max(passed - _BACK, 0) : passed]):
            if not mention.bare:
                return mention.work
        return None if self.within_act else self.latest

    def _abbreviated(self, chain: Chain, within: Span) -> bool:
        """Whether capitals stand where the act would ("art. 5 XYZ"): an act that no pack knows by them."""
        if self.grammar.citing.number_first:
            return _CAPITALS_BEFORE.search(self.text, max(chain.span.start - 24, within.start), chain.span.start) is not None
        return _CAPITALS_BEHIND.match(self.text, chain.span.end, within.end) is not None

    def _seen(self, chain: Chain, within: Span) -> bool:
        """Whether words send the reader to the act that was named last ("see art. 2")."""
        citing = self.grammar.citing
        before = citing.see_before.search(self.folded, max(chain.span.start - 20, within.start), chain.span.start)
        return bool(before or citing.see_after.match(self.folded, chain.span.end, within.end))

    def _counted(
        self, chain: Chain, mention: Mention | None, address: Address, place: str | None
    ) -> tuple[Address, str | None]:
        """In an act of points: the address and the place as they are counted there, where words name the text."""
        if not self.of_points or self.here is None:
            return address, place
        own = mention.own if mention is not None else chain.act is not None and chain.own_act
        if own and chain.relative and address.article == self.here.article:
            return rules.at_home(address), place
        inner = self.grammar.structure.orders
        if place and place.startswith("annex:") and inner is not None and self.here.article in self.annexes.titles:
            start, end = chain.span.start, min(chain.span.end + _CLOSE, len(self.folded))
            if inner.inner.search(self.folded, start - 2 if start > 1 else 0, end):
                outer = self.here.article.removeprefix("att").split("-")[0]
                return address, f"annex:{outer}-{place.removeprefix('annex:')}"
        return address, place

    def _placed(self, place: str | None) -> str | None:
        """A place with the number of "this chapter" filled in where the reading knows it."""
        number = self.divisions.get(place) if place else None
        return f"{place}:{number}" if number else place


_CAPITALS_BEHIND = re.compile(r"\s(?=[^\W\d_]{2,6}(?!\w))(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]){2,6}(?!\w)")
_CAPITALS_BEFORE = re.compile(r"(?<!\w)[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}(?:-[а-яёәғқңөұүһі]{1,6})?\s$")
_CLOSE = 40  # characters behind a reference to an annex that tell to what it is one
_EXCEPTING = 24  # characters of the word that excepts, between a provision and its act
_BACK = 8  # mentions of acts that "see" and "save" look back over


def calls_subpoints(folded: str, grammar: Language) -> bool:
    """Whether an act calls the points of its addresses subpoints: they are what bracketed numbers stand beside."""
    units = grammar.citing.units
    if "subpoint" not in units:
        return False
    beside = r"{unit}\s{{0,3}}[0-9-]+\)" if not grammar.citing.number_first else r"[0-9-]+\)-?\s{{0,3}}{unit}"
    either = re.compile("|".join(beside.format(unit=rf"(?P<{unit}>{units[unit]})") for unit in ("subpoint", "point")))
    names = [found.lastgroup for found in islice(either.finditer(folded, 0, _ENOUGH), _TELLING)]
    return 2 * names.count("subpoint") > len(names)


_ENOUGH = 100_000  # characters
_TELLING = 60  # points whose names tell how an act calls them


_HELD = re.compile(r"\s?\(\s?|,\s")  # between an act and the part of the article that was named before it
_GOES_ON = re.compile(r"\),?\s(?:\w{1,3}\s)?")  # between articles of a list whose parts stand in brackets


def _shared(chains: Sequence[Chain], besides: Sequence[Mention | None], folded: str) -> list[Mention | None]:
    """The act of each chain, which a list names behind its last member ("arts. 190 (part 2), 191 (part 3), 192 CC")."""
    shared = list(besides)
    for index in range(len(chains) - 2, -1, -1):
        goes_on = _GOES_ON.fullmatch(folded, chains[index].span.end, chains[index + 1].span.start)
        if shared[index] is None and chains[index].act is None and goes_on:
            shared[index] = shared[index + 1]
    return shared


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
