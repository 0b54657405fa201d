"""What a draft does: the edition before against the edition after, in words, sanctions, groups, references, and cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from saralau.acts import Act, Address, Identity, identify
from saralau.acts.address import number_key
from saralau.drafts.applying import apply, read_back
from saralau.drafts.defining import Undefined, undefined
from saralau.drafts.encoded import Encoded, encoded_side
from saralau.drafts.model import Draft
from saralau.drafts.patching import Sent
from saralau.drafts.siblings import OutOfLine, out_of_line
from saralau.drafts.weighing import (
    Broken,
    Left,
    Misordered,
    Moved,
    Side,
    categories,
    left_behind,
    misordered,
    moved,
    read_side,
)
from saralau.history import Difference
from saralau.history.diffing import EditionDiff, UnitChange, diff_editions
from saralau.history.harshness import direction
from saralau.history.units import units
from saralau.history.wording import Piece, words_changed
from saralau.languages import fold
from saralau.packs import load, names
from saralau.taxonomy import Gap


@dataclass(frozen=True, slots=True)
class Impact:
    """The consequences of a draft. `articles` are those that differ; `turns` tells of each component of a sanction
    whether it became heavier or milder, None where that cannot be said.

    `besides` are the changes of what has no address: the law's own notes, titles of divisions. `left` are references to
    units whose number the draft changes and which it leaves as they are. `misordered` and `out_of_line` are None where
    nothing tells the order of punishments, `undefined` where nobody has encoded how the language defines terms.
    """

    draft: Draft
    identity: Identity | None
    before: Side
    after: Side
    edition: str
    diff: EditionDiff
    besides: tuple[UnitChange, ...]
    articles: tuple[str, ...]
    turns: tuple[tuple[Difference, str | None], ...]
    categories: tuple[Moved, ...]
    groups: tuple[Moved, ...]
    gaps_closed: tuple[Gap, ...]
    gaps_opened: tuple[Gap, ...]
    broken: tuple[Broken, ...]
    mended: tuple[Broken, ...]
    left: tuple[Left, ...]
    misordered: tuple[Misordered, ...] | None
    out_of_line: tuple[OutOfLine, ...] | None
    undefined: tuple[Undefined, ...] | None
    encoded: Encoded


def weigh(act: Act, draft: Draft, patch: Path | Sent | None = None, cases: Sequence[Path] = ()) -> Impact:
    """The consequences of a draft to an act. With a patch to its encoding also those for cases and for treaties.

    InputError where the draft cannot be applied, or the patch is not one to this act's encoding.
    """
    edition = apply(act, draft)
    identity = identify(act)
    before, after = read_side(act, identity), read_side(read_back(edition, act), identity)
    diff = diff_editions(before.text, after.text)
    changed = [one.article for one in diff.articles if not one.only_printed]
    articles = tuple(sorted({*changed, *draft.articles}, key=number_key))
    order = _order(identity)
    sanctions = [one for article in diff.articles for one in article.sanctions]
    renumbered = frozenset(address for article in diff.articles for address in article.renumbered)
    closed, opened = _gaps(before, after), _gaps(after, before)
    renumbered_to = _places_now(diff, draft)
    return Impact(
        draft,
        identity,
        before,
        after,
        edition,
        diff,
        tuple(_besides(before.act, after.act)),
        articles,
        tuple((one, _turn(one, renumbered, before, after, order)) for one in sanctions),
        _moved(_placed(categories(before), renumbered_to), categories(after)),
        _moved(_placed(before.groups, renumbered_to), after.groups),
        closed,
        opened,
        tuple(sorted(after.broken - before.broken)),
        tuple(sorted(before.broken - after.broken)),
        left_behind(before, after, _renumbered(draft)),
        misordered(before, after, frozenset(articles), identity.jurisdiction if identity else None),
        out_of_line(before, after, renumbered_to, frozenset(articles), identity.jurisdiction if identity else None),
        undefined(before.act, after.act),
        encoded_side(before, after, identity, articles, patch, cases),
    )


def _besides(before: Act, after: Act) -> Iterator[UnitChange]:
    """What became of notes and of titles of divisions, which the comparison of editions leaves out."""
    was, now = ({place: one for place, one in units(act).items() if one.address is None} for act in (before, after))
    for place in dict.fromkeys((*was, *now)):
        one, other = was.get(place), now.get(place)
        words = one.text if one else "", other.text if other else ""
        if words[0] == words[1]:
            continue
        ended = other is not None and (not words[1] or after.language.structure.excluded.match(fold(words[1])))
        how = "excluded" if ended else "reworded" if all(words) else "added" if words[1] else "removed"
        words = (words[0], "") if ended else words
        unit = one or other
        if unit is not None:
            pieces = words_changed(*words) if all(words) else (Piece(*words),)
            yield UnitChange(place, None, how, unit.title, one, other, pieces)


def _places_now(diff: EditionDiff, draft: Draft) -> dict[Address, Address]:
    """Former address -> present address of the units that moved."""
    moved = (change for article in diff.articles for change in article.changes if change.how == "moved")
    found = {
        change.before.address: change.address
        for change in moved
        if change.address is not None and change.before is not None and change.before.address is not None
    }
    return found | _renumbered(draft)


def _placed(before: Mapping[Address, str], moved: Mapping[Address, Address]) -> dict[Address, str]:
    """What is said of provisions, at the places where they stand now."""
    return {moved.get(address, address): value for address, value in before.items()}


def _renumbered(draft: Draft) -> dict[Address, Address]:
    return {
        one.target.address: one.to for one in draft.instructions if one.to is not None and one.target.address is not None
    }


def _turn(one: Difference, renumbered: frozenset[Address], before: Side, after: Side, order: Sequence[str]) -> str | None:
    """Whether a component became heavier or milder; not told of a part whose number another offence has now."""
    if one.address in renumbered:
        return None
    return direction(one, before.offences.get(one.address), after.offences.get(one.address), order)


def _moved(before: Mapping[Address, str], after: Mapping[Address, str]) -> tuple[Moved, ...]:
    """What is said otherwise of a provision; an article that gets numbered parts is held against its first part."""
    return moved(_numbered(before, after), _numbered(after, before))


def _numbered(one: Mapping[Address, str], other: Mapping[Address, str]) -> dict[Address, str]:
    numbered = {address.article for address in other if address.part is not None}
    return {
        Address(address.article, "1") if address.part is None and address.article in numbered else address: value
        for address, value in one.items()
    }


def _order(identity: Identity | None) -> tuple[str, ...]:
    """Kinds of punishment from the mildest to the gravest, where a pack has their order."""
    name = f"{identity.jurisdiction}/qualification" if identity else ""
    return tuple(load(name)["severity"]["crime"]["kinds"]) if name and name in names() else ()


def _gaps(one: Side, other: Side) -> tuple[Gap, ...]:
    """Gaps of one side that the other does not have."""
    known = {gap.address for gap in other.gaps}
    return tuple(gap for gap in one.gaps if gap.address not in known)
