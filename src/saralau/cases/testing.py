"""Cases as a test suite: what a case says of itself held against what it is found to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from saralau.acts import Address
from saralau.cases.qualifying import Answer, Qualification
from saralau.messages import InputError

_KINDS = ("charge", "displaced", "absorbed", "open", "hanging")


class Difference(NamedTuple):
    """One line of a report: "missing" (expected and not found) or "unexpected", for a person, in the words of the case."""

    kind: str
    person: str
    what: str


def differences(found: Qualification) -> tuple[Difference, ...]:
    """What the answers have that the case does not expect, and the other way round; nothing where both agree.

    Charges must be exactly those expected. Absorptions, what turns and what hangs are held against the case where it
    expects any of that kind. A row without `person` is expected of everybody.
    """
    expected = [_expected(row, found) for row in found.case.expected or ()]
    asked = {"charge", *(kind for kind, _, _ in expected)}
    return tuple(
        difference
        for answer in found.answers
        for kind in sorted(asked, key=_KINDS.index)
        for difference in _compared(
            answer, {what for told, who, what in expected if told == kind and who in (None, answer.person.id)}, kind
        )
    )


def _compared(answer: Answer, expected: set[str], kind: str) -> Iterator[Difference]:
    told = set(_told(answer, kind))
    yield from (Difference("missing", answer.person.id, f"{kind} {what}") for what in sorted(expected - told))
    yield from (Difference("unexpected", answer.person.id, f"{kind} {what}") for what in sorted(told - expected))


def _told(answer: Answer, kind: str) -> Iterator[str]:
    """What an answer has of a kind, in the words in which cases expect it."""
    if kind == "charge":
        liable = dict(answer.liable)
        for charge in answer.charges:
            if liable[charge.address] is not False:
                yield _said(charge.address, charge.points, [feature.printed for feature in charge.features])
    elif kind == "displaced":
        yield from (f"{one.what.article} by {one.by.article}" for one in answer.displaced)
    elif kind == "hanging":
        yield from (one.address.printed for one in answer.hanging)
    else:
        tests = answer.absorbed if kind == "absorbed" else answer.open
        yield from (f"{test.what.article} by {test.by.article}" for test in tests)


def _expected(row: Mapping[str, Any], found: Qualification) -> tuple[str, str | None, str]:
    kind = next((kind for kind in _KINDS if kind in row), None)
    if kind is None:
        raise InputError("case-expectation", name=found.case.id, typed=", ".join(row), known=", ".join(_KINDS))
    article = _article(str(row[kind]), found)
    who = None if row.get("person") is None else str(row["person"])
    if kind in ("displaced", "absorbed", "open"):
        return kind, who, f"{article} by {_article(str(row.get('by', '')), found)}"
    address = Address(article, str(row["part"]) if "part" in row else None)
    if kind == "hanging":
        return kind, who, address.printed
    features = [str(feature).rpartition("/")[2] for feature in row.get("features", ())]
    points = [str(point) for point in row.get("points", ())]
    own = [f"{address.printed}({point})" for point in points]
    return kind, who, _said(address, points, [feature for feature in features if feature not in own])


def _said(address: Address, points: Sequence[str], features: Sequence[str]) -> str:
    own = "".join(f"({point})" for point in sorted(points))
    return f"{address.printed}{own}" + (f" with {', '.join(sorted(features))}" if features else "")


def _article(typed: str, found: Qualification) -> str:
    """The number of an article of the encoded act."""
    act, _, number = typed.rpartition("/")
    if act not in ("", found.encoding.act) or not re.fullmatch(r"[0-9]+[A-Za-z]{0,2}(?:-[0-9]+[A-Za-z]{0,2})*", number):
        raise InputError("case-expectation", name=found.case.id, typed=typed, known=f"{found.encoding.act}/…")
    return number
