"""From words of reference to addresses.

A reference is a chain of groups, each a unit with its numbers: "point 3) of part 3-1 and part 3-2 of this article".
A wider group holds the narrower one that stands directly beside it; where a joint stands between them, both are meant.
Languages that write the number before its unit are read backwards, and chains that descend from the article to the point
are turned round, so that one algorithm serves all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saralau.acts import Address
from saralau.citations.groups import DIVISIONS, Group, groups_of
from saralau.citations.lexing import Token, places, runs
from saralau.citations.lists import completed, parted
from saralau.documents import Span
from saralau.languages import Language
from saralau.languages.model import Citing

_HOLDING = ("article", "note", "part", "point")


class Member(NamedTuple):
    """One provision that a chain names: its address, the words that number it, and the end of a range that begins here.

    `place` is what an address cannot hold, within it or, where it has no article, instead of it: "note" or "note:1" (the
    law's note to the article), "indent:3" (an unnumbered paragraph), "chapter:7", "section:2", "paragraph:1", "annex:1";
    a division without a number ("this chapter") is the one in which the words stand. A provision that no number names ("of
    this article") has the words of its unit.
    """

    address: Address
    span: Span
    until: Address | None = None
    place: str | None = None


class Chain(NamedTuple):
    """An unbroken reference to provisions of one act: its words, and what it names in the order of the text.

    `own_act` is False where the chain leads to another act; its members are then addresses there. `act` is where the act is
    named. `relative` tells that "this" or a missing article was filled in from where the words stand; `excepted` that the
    text takes these provisions out of what it has named.
    """

    span: Span
    members: tuple[Member, ...]
    own_act: bool = True
    act: Span | None = None
    relative: bool = False
    excepted: bool = False

    @property
    def targets(self) -> tuple[Address, ...]:
        """Addresses in the same act, in the order named; none where the chain leads to another act."""
        named = (member.address for member in self.members if member.address.article)
        return tuple(dict.fromkeys(named)) if self.own_act else ()

    def within(self, article: str) -> Chain:
        """The chain with an article for what it leaves to be filled in."""
        members = tuple(member._replace(address=member.address._replace(article=article)) for member in self.members)
        return self._replace(members=members, relative=False)


def find_chains(
    folded: str,
    span: Span,
    language: Language,
    here: Address,
    *,
    subpoints: bool = False,
    starts: Sequence[int] | None = None,
) -> tuple[Chain, ...]:
    """References to provisions in `folded[span]`, words that stand at `here`; relative ones filled in from there.

    `subpoints` tells that the act calls the points of its addresses subpoints and their parts points; `starts` are the
    places where a reference can begin, if they are known. Linear in the text.
    """
    citing = language.citing
    starts = places(folded, span, language) if starts is None else starts
    if not starts:
        return ()
    chains: list[Chain] = []
    for run, article in completed(list(runs(folded, span, language, starts)), folded, citing):
        start, end = run[0].span.start, run[-1].span.end
        if citing.gazette is not None and citing.gazette.search(folded, max(start - _CLOSE, span.start), start):
            continue
        at = here if article is None else Address(article.value)
        if chains and citing.added.fullmatch(folded, chains[-1].span.end, start):
            at = chains[-1].members[-1].address
        acts = _by_act(run, citing)
        for whole, piece in ((each, piece) for each in acts for piece in parted(each, citing)):
            groups = groups_of(piece, citing, at, subpoints=subpoints)
            members = members_of(groups, at)
            if not members:
                continue
            excepted = citing.except_before.search(
                folded, max(start - _CLOSE, span.start), start
            ) or citing.except_after.match(folded, end, span.end)
            opened = article is not None and folded[article.span.end : start].strip() == "("
            begun = article.span.start if article is not None and opened and whole is acts[0] else whole[0].span.start
            words = Span(begun, whole[-1].span.end)
            relative = article is None and _relative(groups, members)
            chains.append(_chain(words, groups, members, relative=relative, excepted=bool(excepted)))
    return tuple(chains)


def _by_act(run: list[Token], citing: Citing) -> list[list[Token]]:
    """A run that names two acts ("art. 1 of this Law, art. 28 of the Law"), cut between what is of each."""
    acts = [index for index, token in enumerate(run) if token.kind == "own_act"]
    if len(acts) < 2:
        return [run]
    pieces: list[list[Token]] = []
    begun = 0
    for at in acts[1:] if citing.number_first else acts[:-1]:
        cut = at - (run[at - 1].kind == "this") if citing.number_first else at + 1
        units = [any(token.kind in citing.units for token in side) for side in (run[begun:cut], run[cut:])]
        if all(units):
            pieces.append(run[begun:cut])
            begun = cut
    pieces.append(run[begun:])
    for piece in pieces:
        while piece[0].kind in ("joint", "filler"):
            piece.pop(0)
        while piece[-1].kind in ("joint", "filler"):
            piece.pop()
    return pieces


_CLOSE = 60  # characters before a chain that can say something of it


def _relative(groups: Sequence[Group], members: Sequence[Member]) -> bool:
    """Whether anything was filled in from where the words stand: no article nor division that they name has a number."""
    if any(group.unit == "article" and group.numbers for group in groups):
        return False
    return any(member.address.article or ":" not in (member.place or "") for member in members)


def _chain(words: Span, groups: Sequence[Group], members: list[Member], *, relative: bool, excepted: bool) -> Chain:
    acts = [group for group in groups if group.unit == "own_act"]
    foreign = any(not group.this for group in acts)
    members.sort(key=lambda member: member.span.start)
    return Chain(words, tuple(members), not foreign, acts[0].span if acts else None, relative, excepted)


def members_of(groups: Sequence[Group], here: Address) -> list[Member]:
    """What the groups name: the widest group, the last one, sets the scene for the narrower ones."""
    articles = [here.article]
    wider: list[Address] = []  # what the group before, a wider one, names
    found: list[Member] = []
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        above = groups[index + 1] if index + 1 < len(groups) and groups[index + 1].holds else None
        if group.unit == "own_act":
            continue
        if group.unit in DIVISIONS:
            if group.unit == "annex" and group.holds and here.rooted and group.numbers:
                articles = [f"att{token.value}" for token in group.numbers]
                here = Address(articles[0])
            found += [] if group.holds else _divided(group)
            continue
        if group.unit == "article":
            articles = [token.value for token in group.numbers] or [here.article]
            holders = [Address(here.article)]
        elif above is not None and above.unit in _HOLDING and (above.numbers or above.unit != "article"):
            holders = wider
        elif group.unit in ("part", "note"):
            holders = [Address(article) for article in articles]
        else:
            holders = [_around(group, here)]
        noted = group.unit == "note" or (above is not None and above.unit == "note")
        named = list(_noted(group, articles) if noted else _numbered(group, holders, here))
        wider = list(dict.fromkeys(member.address for member in named)) or holders
        found += [] if group.holds else named
    return found


def _around(group: Group, here: Address) -> Address:
    """What holds a point or an unnumbered paragraph that no words place: where the words themselves stand."""
    return here if group.unit == "indent" else Address(here.article, here.part)


def _divided(group: Group) -> Iterator[Member]:
    """Chapters and other divisions, which have no address of the kind that provisions have."""
    for token in group.numbers:
        yield Member(_NOWHERE, token.span, place=f"{group.unit}:{token.value}")
    if not group.numbers:
        yield Member(_NOWHERE, group.span, place=group.unit)


def _noted(group: Group, articles: Sequence[str]) -> Iterator[Member]:
    """The law's notes to articles, or the points of such a note."""
    for article in articles:
        for token in group.numbers:
            yield Member(Address(article), token.span, place=f"note:{token.value}")
        if not group.numbers:
            yield Member(Address(article), group.span, place="note")


_NOWHERE = Address("")


def _numbered(group: Group, holders: Sequence[Address], here: Address) -> Iterator[Member]:
    if not group.numbers:
        for holder in holders:
            if group.unit != "point" or here.point:
                yield Member(_inside(holder, group.unit, None, here), group.span)
        return
    for holder in holders:
        begun: Member | None = None
        for token in group.numbers:
            place = f"indent:{token.value}" if group.unit == "indent" else None
            address = holder if place else _inside(holder, group.unit, token.value, here)
            if token.ends_range and begun is not None:
                yield Member(begun.address, begun.span, until=address)
                begun = None
                yield Member(address, token.span)
                continue
            if begun is not None:
                yield begun
            begun = Member(address, token.span, place=place)
        if begun is not None:
            yield begun


def _inside(holder: Address, unit: str, number: str | None, here: Address) -> Address:
    if unit == "article":
        return Address(number or here.article)
    if unit == "part":
        return Address(holder.article, number or here.part)
    return Address(holder.article, holder.part, number or here.point)
