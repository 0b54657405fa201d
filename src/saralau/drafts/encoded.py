"""What a draft does to the encoded law: which cases are qualified otherwise, what treaties find punished.

What an encoding makes of an article is known only where somebody has said how its elements change. Where nobody has, the
effect is unknown, and that is what is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from saralau.acts import Identity
from saralau.acts.address import number_key
from saralau.amendments import edition_of
from saralau.cases.agreement import Disagreement, disagreements
from saralau.cases.charging import Charge
from saralau.cases.encoding import encoding
from saralau.cases.model import Case
from saralau.cases.qualifying import Answer, qualify
from saralau.cases.reading import read_case
from saralau.drafts.patching import Sent, elements_name, patched, read_patch
from saralau.drafts.weighing import Side
from saralau.messages import InputError
from saralau.packs import laid_over
from saralau.treaties import Coverage, cover, treaty, treaty_names
from saralau.treaties.shifting import Shift, shifts

Answers = tuple[tuple[str, str], ...]
"""What a case amounts to: (`charge`, "188(2)(4)") and the like, in the order of the answer."""


@dataclass(frozen=True, slots=True)
class CaseChange:
    """A case that amounts to something else, by the name of its file."""

    name: str
    before: Answers
    after: Answers


@dataclass(frozen=True, slots=True)
class Encoded:
    """The encoded side of a draft. `why` tells why nothing of it is known: unnamed (an act that no pack knows), unencoded,
    other_edition (the encoding is of another edition than the text), no_patch; None where it is known.

    `articles` are the touched ones that are encoded, `unknown` those of which nobody has said what becomes of their
    elements. `judged` counts the cases whose acts were done under the newest edition, as if the draft were law already;
    `older` those that were not, which stay with the law of their day. `coverages` are the treaties with what shifts.
    """

    why: str | None
    articles: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    edition: str = ""
    judged: int = 0
    older: int = 0
    cases: tuple[CaseChange, ...] = ()
    coverages: tuple[tuple[Coverage, tuple[Shift, ...]], ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def encoded_side(
    before: Side,
    after: Side,
    identity: Identity | None,
    articles: Sequence[str],
    path: Path | Sent | None,
    cases: Sequence[Path],
) -> Encoded:
    """The encoded side of a draft, with a patch at `path` or without one."""
    name = elements_name(identity.jurisdiction, identity.id) if identity else None
    if identity is None or name is None:
        if path is not None:
            raise InputError("patch-of-no-encoding", name=path.name if isinstance(path, Sent) else path)
        return Encoded("unnamed" if identity is None else "unencoded", unknown=tuple(articles))
    law = encoding(identity.jurisdiction)
    held = tuple(number for number in articles if number in law.newest.articles)
    edition = edition_of(before.text.amendments) or ""
    if edition != law.newest.edition:
        return Encoded("other_edition", held, tuple(articles), law.newest.edition)
    if path is None:
        return Encoded("no_patch", held, tuple(articles), law.newest.edition)
    patch = read_patch(path, identity.id)
    told = patched(name, patch, after.act, after.text.offences, articles)
    with laid_over(patch.vocabulary):  # facts of the patch are known on both sides, to the law on one
        mine = [(path.name, case) for path in cases if (case := read_case(path)).jurisdiction == identity.jurisdiction]
        recent = [(file, case) for file, case in mine if all(deed.date >= law.newest.as_of for deed in case.deeds)]
        was = [answers(case) for _, case in recent]
    covered = [one for one in _covered(identity.jurisdiction) if one.obligations]
    with laid_over(told):
        now = [answers(case) for _, case in recent]
        covers = [one for one in _covered(identity.jurisdiction) if one.obligations]
        differing = tuple(_disagreeing(identity.jurisdiction, frozenset(articles), law.newest.edition))
    judged = [CaseChange(file, one, other) for (file, _), one, other in zip(recent, was, now, strict=True)]
    return Encoded(
        None,
        held,
        tuple(number for number in articles if number not in patch.articles),
        law.newest.edition,
        len(judged),
        len(mine) - len(recent),
        tuple(one for one in judged if one.before != one.after),
        tuple((after_, tuple(shifts(before_, after_))) for before_, after_ in zip(covered, covers, strict=True)),
        differing,
    )


def _covered(jurisdiction: str) -> Iterator[Coverage]:
    """What each treaty finds in the law in force."""
    return (cover(treaty(name), jurisdiction) for name in treaty_names())


def answers(case: Case) -> Answers:
    """What a case amounts to, for everybody in it."""
    return tuple(row for answer in qualify(case).answers for row in _answer(answer))


def _answer(answer: Answer) -> Iterator[tuple[str, str]]:
    for charge in answer.charges:
        yield "charge", _charged(charge)
    for test in answer.absorbed:
        yield "absorbed", f"{test.what.printed} < {test.by.printed}"
    for test in answer.open:
        yield "open", f"{test.what.printed} < {test.by.printed}"
    for one in answer.displaced:
        yield "displaced", f"{one.what.printed} < {one.by.printed}"
    for number in sorted({one.address.article for one in answer.hanging}, key=number_key):
        yield "hanging", ", ".join(dict.fromkeys(o.address.printed for o in answer.hanging if o.address.article == number))


def _charged(charge: Charge) -> str:
    return charge.address.printed + "".join(f"({point})" for point in charge.points)


def _disagreeing(jurisdiction: str, articles: frozenset[str], edition: str) -> Iterator[Disagreement]:
    """Where the patch says something else than the text of the draft: parts, points, features, what a part takes over.

    Words that no lexicon knows are a feature without a code of its own, which no patch can name.
    """
    for one in disagreements(jurisdiction):
        if (one.kind, one.what) == ("feature", "other"):
            continue
        if one.edition == edition and one.address.partition(".")[0] in articles:
            yield one
