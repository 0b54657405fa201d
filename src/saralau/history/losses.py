"""What a later edition lost. A later issue brings the whole comparison of editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saralau.acts import Address
from saralau.offences import Offence


@dataclass(frozen=True, slots=True)
class Loss:
    """An ICT element that stood at `address` and no longer does.

    `kind`: "excluded" (the point keeps its number and has lost its words), "article_excluded" (nothing of the article is
    left), "reworded" (the words are still there and no longer say it).
    """

    address: Address
    code: str
    kind: str


def find_losses(before: Sequence[Offence], after: Sequence[Offence]) -> tuple[Loss, ...]:
    """ICT elements of the earlier offences whose article carries none of that kind at any place in the later ones.

    An element that only moved within its article, or changed its wording to another ICT element at the same place,
    is no loss.
    """
    later = {offence.address: offence for offence in after}
    in_article: dict[str, set[str]] = {}
    for offence in after:
        in_article.setdefault(offence.address.article, set()).update(proof.code for proof in offence.ict)
    lost: dict[tuple[Address, str], Loss] = {}
    for offence in before:
        now = later.get(offence.address)
        for proof in offence.ict:
            if proof.code in in_article.get(offence.address.article, ()):
                continue
            if now is not None and any(other.point == proof.point for other in now.ict):
                continue
            address = Address(offence.address.article, offence.address.part, proof.point)
            lost.setdefault((address, proof.code), Loss(address, proof.code, _kind(now, proof.point, offence, in_article)))
    return tuple(sorted(lost.values(), key=lambda loss: loss.address.sort_key))


def _kind(now: Offence | None, point: str | None, before: Offence, in_article: dict[str, set[str]]) -> str:
    if before.address.article not in in_article:
        return "article_excluded"
    if now is None or (point is not None and any(f.point == point and f.excluded for f in now.features)):
        return "excluded"
    return "reworded"
