"""Groups of words of reference: each a unit with its numbers, from the narrowest to the widest, and what holds what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from saralau.acts import Address
from saralau.citations.lexing import Token
from saralau.documents import Span
from saralau.languages.model import Citing

_DEPTH = {
    "own_act": 0, "annex": 1, "section": 2, "chapter": 3, "paragraph": 4, "article": 5, "note": 6, "part": 7, "point": 8,
    "subpoint": 9, "indent": 10, "brief": 5, "brief_point": 8,
}  # fmt: skip
DIVISIONS = ("annex", "section", "chapter", "paragraph")


@dataclass(slots=True)
class Group:
    """A unit with its numbers, or with "this", and the joint before it. `holds`: directly beside the narrower group."""

    unit: str
    word: str
    joint: str
    span: Span
    this: bool = False
    holds: bool = False
    numbers: list[Token] = field(default_factory=list)


def groups_of(run: list[Token], citing: Citing, here: Address, *, subpoints: bool) -> list[Group]:
    """What the words of a run say, from the narrowest unit to the widest."""
    groups = _groups(run[::-1] if citing.number_first else run, this_first=not citing.number_first)
    turned = not citing.number_first and (not citing.widest_last or _descends(groups))
    return _held(_levelled(_turned(groups) if turned else groups, citing, here, subpoints=subpoints), citing)


def _groups(tokens: Sequence[Token], *, this_first: bool) -> list[Group]:
    """Groups in the order of the tokens, which have each unit before its numbers."""
    groups: list[Group] = []
    joint, this_ahead = "", False
    ahead: list[Token] = []  # ordinals before the first unit
    for token in tokens:
        if token.kind in _DEPTH:
            if groups and groups[-1].unit == token.kind and not groups[-1].numbers and not groups[-1].this and this_first:
                groups.pop()
            groups.append(Group(token.kind, token.value, joint, token.span, this=this_ahead))
            this_ahead = False
            if len(groups) == 2:
                _take(groups[0], ahead)
        elif token.kind == "this":
            if this_first:
                this_ahead = True
            elif groups:
                groups[-1].this = True
        elif token.kind in ("number", "ordinal") and groups:
            groups[-1].numbers.append(token)
        elif token.kind == "ordinal":
            ahead.append(token)
        if token.kind == "joint":
            joint = token.value
        elif token.kind not in ("this", "filler"):
            joint = ""
    if len(groups) == 1:
        _take(groups[0], ahead)
    if not this_first:  # read backwards
        for group in groups:
            group.numbers.reverse()
    return groups


def _take(group: Group, ahead: Sequence[Token]) -> None:
    """Numbers a unit by the ordinals before it ("the first and second parts") where none stand behind it."""
    if not group.numbers and not group.this:
        group.numbers += ahead


def _descends(groups: Sequence[Group]) -> bool:
    """Whether a chain names the article first and then what stands in it, at most with commas ("Art. 188, para. 2")."""
    if len(groups) == 1:
        return False
    depths = [_DEPTH[group.unit] for group in groups if group.unit != "own_act"]
    return (
        len(depths) > 1
        and all(deeper > wider for wider, deeper in pairwise(depths))
        and all(group.joint in ("", ",") and group.numbers for group in groups if group.unit != "own_act")
    )


def _turned(groups: list[Group]) -> list[Group]:
    """Groups of a descending chain from the narrowest to the widest."""
    joints = [group.joint if group.joint != "," else "" for group in groups]
    groups = groups[::-1]
    for group, joint in zip(groups, ["", *joints[:0:-1]], strict=True):
        group.joint = joint
    return groups


def _levelled(groups: list[Group], citing: Citing, here: Address, *, subpoints: bool) -> list[Group]:
    """Groups with the units of addresses: what a law calls a point and its subpoints are a part and its points.

    A point is a part where a subpoint stands in it, or where its number lacks the bracket that points have and no part holds
    it. What is called a part and stands in such a point is an unnumbered paragraph of it.
    """
    if any(group.unit.startswith("brief") for group in groups):
        _spell_out(groups)
    for index, group in enumerate(groups):
        narrower = groups[index - 1] if index and not group.joint else None
        wider = groups[index + 1] if index + 1 < len(groups) and not groups[index + 1].joint else None
        if group.unit == "subpoint":
            group.unit = "point"
        elif (
            group.unit == "point"
            and (here.rooted or citing.units.get("subpoint"))
            and not (wider and wider.unit in ("part", "note"))
        ):
            bare = bool(group.numbers) and not any(token.bracketed for token in group.numbers)
            own = group.this and not group.numbers and (subpoints or here.point is None)
            if bare or own or (narrower is not None and narrower.unit == "point"):
                group.unit = "part"
                if narrower is not None and narrower.unit == "part":
                    narrower.unit = "indent"
    if not any(group.unit == "indent" for group in groups):
        return groups
    return [
        group
        for index, group in enumerate(groups)
        if group.unit != "indent" or not index or groups[index - 1].unit != "point" or group.joint
    ]


def _spell_out(groups: list[Group]) -> None:
    """Gives units that one letter abbreviates their names; alone such a letter means something else, a page or a volume."""
    if len(groups) == 1:
        groups.clear()
    for index in range(len(groups) - 1, -1, -1):
        wider = groups[index + 1].unit if index + 1 < len(groups) else ""
        if groups[index].unit == "brief":
            groups[index].unit = "part" if wider == "article" else "article"
        elif groups[index].unit == "brief_point":
            groups[index].unit = "point"


def _held(groups: list[Group], citing: Citing) -> list[Group]:
    """Groups that say something, from the narrowest to the widest, each told whether it holds the one before it."""
    for before, group in pairwise(groups):
        group.holds = not group.joint and _DEPTH[before.unit] > _DEPTH[group.unit]
        if group.unit in DIVISIONS and citing.holder is not None and not citing.holder.search(group.word):
            group.holds = False
    return [
        group
        for index, group in enumerate(groups)
        if group.numbers or group.this or group.unit == "own_act" or _of_article(groups, index)
    ]


def _of_article(groups: Sequence[Group], index: int) -> bool:
    """Whether a group is the note to an article, which needs no number."""
    if groups[index].unit != "note" or index + 1 == len(groups):
        return False
    holder = groups[index + 1]
    return holder.unit == "article" and holder.holds and bool(holder.numbers or holder.this)
