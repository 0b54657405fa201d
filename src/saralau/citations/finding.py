"""From words of reference to addresses.

A reference is a chain of groups, each a unit with its numbers: "point 3) of part 3-1 and part 3-2 of this article".
A wider group holds the narrower one that stands directly beside it; where a joint stands between them, both are meant.
Languages that write the number before its unit are read backwards, and chains that descend from the article to the point
are turned round, so that one algorithm serves all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from saralau.acts import Address
from saralau.citations.lexing import Token, runs
from saralau.citations.model import Citation
from saralau.documents import Span
from saralau.languages import Language
from saralau.languages.model import Citing

_DEPTH = {"own_act": 0, "article": 1, "part": 2, "point": 3}


@dataclass(slots=True)
class _Group:
    """A unit with its numbers, or with "this", and the joint before it. `holds`: directly beside the narrower group."""

    unit: str
    joint: str
    this: bool = False
    holds: bool = False
    numbers: list[str] = field(default_factory=list)


def find_citations(folded: str, span: Span, language: Language, here: Address) -> tuple[Citation, ...]:
    """References to provisions in `folded[span]`, words that stand at `here`; relative ones resolved from there.

    A reference into another act is reported with `own_act` False and no targets. Linear in the text.
    """
    if not language.citing.stems.search(folded, span.start, span.end):
        return ()
    return tuple(
        citation for run in runs(folded, span, language) if (citation := _citation(run, language.citing, here)) is not None
    )


def _citation(run: list[Token], citing: Citing, here: Address) -> Citation | None:
    groups = _groups(run[::-1] if citing.number_first else run, this_first=not citing.number_first)
    turned = not citing.number_first and (not citing.widest_last or _descends(groups))
    groups = _held(groups, turned=turned)
    targets = _targets(groups, here, widest_first=turned)
    if not targets:
        return None
    foreign = any(group.unit == "own_act" and not group.this for group in groups)
    if citing.number_first:
        targets.reverse()
    span = Span(run[0].span.start, run[-1].span.end)
    return Citation(span, () if foreign else tuple(dict.fromkeys(targets)), own_act=not foreign)


def _groups(tokens: list[Token], *, this_first: bool) -> list[_Group]:
    """Groups in the order of the tokens, which have each unit before its numbers."""
    groups: list[_Group] = []
    joint, this_ahead = "", False
    for token in tokens:
        if token.kind in _DEPTH:
            groups.append(_Group(token.kind, joint, this=this_ahead))
            this_ahead = False
        elif token.kind == "this":
            if this_first:
                this_ahead = True
            elif groups:
                groups[-1].this = True
        elif token.kind not in ("joint", "filler") and groups:
            groups[-1].numbers.append(token.value)
        if token.kind == "joint":
            joint = token.value
        elif token.kind not in ("this", "filler"):
            joint = ""
    return groups


def _descends(groups: list[_Group]) -> bool:
    """Whether a chain names the article first and then what stands in it, at most with commas ("Art. 188, para. 2")."""
    depths = [_DEPTH[group.unit] for group in groups]
    return (
        len(groups) > 1
        and all(deeper > wider > 0 for wider, deeper in pairwise(depths))
        and all(group.joint in ("", ",") and group.numbers for group in groups)
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


def _targets(groups: list[_Group], here: Address, *, widest_first: bool) -> list[Address]:
    """Addresses in the order of the text: the widest group, the last one, sets the scene for the narrower ones."""
    articles = [here.article]
    found: list[list[Address]] = []
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        wider = groups[index + 1] if index + 1 < len(groups) and groups[index + 1].holds else None
        if group.unit == "article":
            articles = list(group.numbers) or [here.article]
            units = [Address(article) for article in articles]
        elif group.unit == "part":
            parts: list[str | None] = [*group.numbers] or [here.part]
            units = [Address(article, part) for article in articles for part in parts]
        elif group.unit == "point":
            units = [
                Address(holder.article, holder.part, point)
                for holder in _holders(wider, articles, here)
                for point in group.numbers
            ]
        else:
            continue
        if not group.holds:
            found.append(units)
    return [address for units in (found if widest_first else reversed(found)) for address in units]


def _holders(wider: _Group | None, articles: list[str], here: Address) -> list[Address]:
    """The parts (or articles without parts) in which a group of points stands."""
    if wider is not None and wider.unit == "part":
        parts: list[str | None] = [*wider.numbers] or [here.part]
        return [Address(article, part) for article in articles for part in parts]
    if wider is not None and wider.unit == "article" and wider.numbers:
        return [Address(article) for article in articles]
    return [Address(here.article, here.part)]
