"""From words of reference to addresses.

A reference is a chain of groups, each a unit with its numbers: "point 3) of part 3-1 and part 3-2 of this article".
A wider group holds the narrower one that stands directly beside it; where a joint stands between them, both are meant.
Languages that write the number before its unit are read backwards, and chains that descend from the article to the point
are turned round, so that one algorithm serves all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from saralau.acts import Address
from saralau.citations.lexing import Token, runs
from saralau.documents import Span
from saralau.languages import Language
from saralau.languages.model import Citing

_DEPTH = {"own_act": 0, "article": 1, "part": 2, "point": 3}


@dataclass(frozen=True, slots=True)
class Member:
    """One provision that a chain names: its address, the words that number it, and the end of a range that begins here.

    A provision that no number names ("of this article") has the words of its unit.
    """

    address: Address
    span: Span
    until: Address | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """An unbroken reference to provisions of one act: its words, and what it names in the order of the text.

    `own_act` is False where the chain leads to another act; its members are then addresses there. `act` is where the act is
    named. `relative` tells that "this" or a missing article was filled in from where the words stand.
    """

    span: Span
    members: tuple[Member, ...]
    own_act: bool = True
    act: Span | None = None
    relative: bool = False

    @property
    def targets(self) -> tuple[Address, ...]:
        """Addresses in the same act, in the order named; none where the chain leads to another act."""
        return tuple(dict.fromkeys(member.address for member in self.members)) if self.own_act else ()


def find_chains(folded: str, span: Span, language: Language, here: Address) -> tuple[Chain, ...]:
    """References to provisions in `folded[span]`, words that stand at `here`; relative ones filled in from there.

    Linear in the text.
    """
    if not language.citing.stems.search(folded, span.start, span.end):
        return ()
    return tuple(chain for run in runs(folded, span, language) if (chain := _chain(run, language.citing, here)) is not None)


@dataclass(slots=True)
class _Group:
    """A unit with its numbers, or with "this", and the joint before it. `holds`: directly beside the narrower group."""

    unit: str
    joint: str
    span: Span
    this: bool = False
    holds: bool = False
    numbers: list[Token] = field(default_factory=list)


def _chain(run: list[Token], citing: Citing, here: Address) -> Chain | None:
    groups = _groups(run[::-1] if citing.number_first else run, this_first=not citing.number_first)
    turned = not citing.number_first and (not citing.widest_last or _descends(groups))
    groups = _held(groups, turned=turned)
    members = _members(groups, here)
    if not members:
        return None
    acts = [group for group in groups if group.unit == "own_act"]
    foreign = any(not group.this for group in acts)
    articles = any(group.unit == "article" and group.numbers for group in groups)
    members.sort(key=lambda member: member.span.start)
    span = Span(run[0].span.start, run[-1].span.end)
    return Chain(span, tuple(members), not foreign, acts[0].span if acts else None, relative=not articles)


def _groups(tokens: Sequence[Token], *, this_first: bool) -> list[_Group]:
    """Groups in the order of the tokens, which have each unit before its numbers."""
    groups: list[_Group] = []
    joint, this_ahead = "", False
    for token in tokens:
        if token.kind in _DEPTH:
            groups.append(_Group(token.kind, joint, token.span, this=this_ahead))
            this_ahead = False
        elif token.kind == "this":
            if this_first:
                this_ahead = True
            elif groups:
                groups[-1].this = True
        elif token.kind in ("number", "ordinal") and groups:
            groups[-1].numbers.append(token)
        if token.kind == "joint":
            joint = token.value
        elif token.kind not in ("this", "filler"):
            joint = ""
    for group in groups:
        group.numbers.sort(key=lambda token: token.span.start)
    return groups


def _descends(groups: Sequence[_Group]) -> bool:
    """Whether a chain names the article first and then what stands in it, at most with commas ("Art. 188, para. 2")."""
    depths = [_DEPTH[group.unit] for group in groups if group.unit != "own_act"]
    return (
        len(depths) > 1
        and all(deeper > wider for wider, deeper in pairwise(depths))
        and all(group.joint in ("", ",") and group.numbers for group in groups if group.unit != "own_act")
    )


def _held(groups: list[_Group], *, turned: bool) -> list[_Group]:
    """Groups that say something, from the narrowest to the widest, each told whether it holds the one before it."""
    if turned:
        joints = [group.joint if group.joint != "," else "" for group in groups]
        groups.reverse()
        for group, joint in zip(groups, ["", *joints[:0:-1]], strict=True):
            group.joint = joint
    for before, group in pairwise(groups):
        group.holds = not group.joint and _DEPTH[before.unit] > _DEPTH[group.unit]
    return [group for group in groups if group.numbers or group.this or group.unit == "own_act"]


def _members(groups: Sequence[_Group], here: Address) -> list[Member]:
    """What the groups name: the widest group, the last one, sets the scene for the narrower ones."""
    articles = [here.article]
    found: list[Member] = []
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        wider = groups[index + 1] if index + 1 < len(groups) and groups[index + 1].holds else None
        if group.unit == "article":
            articles = [token.value for token in group.numbers] or [here.article]
            holders = [Address(here.article)]
        elif group.unit == "part":
            holders = [Address(article) for article in articles]
        elif group.unit == "point":
            holders = _holders(wider, articles, here)
        else:
            continue
        if not group.holds:
            found += _numbered(group, holders, here)
    return found


def _numbered(group: _Group, holders: Sequence[Address], here: Address) -> Iterator[Member]:
    if not group.numbers:
        for holder in holders:
            if group.unit != "point" or here.point:
                yield Member(_inside(holder, group.unit, None, here), group.span)
        return
    for holder in holders:
        begun: Member | None = None
        for token in group.numbers:
            address = _inside(holder, group.unit, token.value, here)
            if token.ends_range and begun is not None:
                yield Member(begun.address, begun.span, until=address)
                begun = None
                yield Member(address, token.span)
                continue
            if begun is not None:
                yield begun
            begun = Member(address, token.span)
        if begun is not None:
            yield begun


def _inside(holder: Address, unit: str, number: str | None, here: Address) -> Address:
    if unit == "article":
        return Address(number or here.article)
    if unit == "part":
        return Address(holder.article, number or here.part)
    return Address(holder.article, holder.part, number or here.point)


def _holders(wider: _Group | None, articles: Sequence[str], here: Address) -> list[Address]:
    """The parts (or articles without parts) in which a group of points stands."""
    if wider is not None and wider.unit == "part":
        parts: list[str | None] = [token.value for token in wider.numbers] or [here.part]
        return [Address(article, part) for article in articles for part in parts]
    if wider is not None and wider.unit == "article" and wider.numbers:
        return [Address(article) for article in articles]
    return [Address(here.article, here.part)]
