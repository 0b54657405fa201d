"""L010: a provision that refers to other provisions of the act in one text than in the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from saralau.acts import Address, Provision
from saralau.citations import Citation
from saralau.lint.model import Finding, Rule
from saralau.lint.parallels import comparable
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References to the act itself, unit by unit, as sets; a unit whose number reads as part of a reference is left out."""
    if subject.parallel is None:
        return
    here, there = _cited(subject), _cited(subject.parallel)
    for unit, twin in comparable(subject):
        ours, theirs = here.get(unit.address, []), there.get(unit.address, [])
        if _mixed(unit, ours) or _mixed(twin, theirs):
            continue
        one, other = _named(ours), _named(theirs)
        if one != other:
            extra = next((cited.span for cited in ours if cited.address in one - other), None)
            yield Finding(
                extra or (*unit.text, *unit.heading)[0],
                unit.address,
                {"words": _said(one - other), "other": _said(other - one)},
            )


def _cited(subject: Subject) -> Mapping[Address | None, list[Citation]]:
    found: dict[Address | None, list[Citation]] = {}
    for one in subject.citations:
        if one.work is None and not one.unknown and one.kind == "provision":
            found.setdefault(one.at, []).append(one)
    return found


def _mixed(unit: Provision, cited: list[Citation]) -> bool:
    label = unit.label
    return label is not None and any(one.phrase.start < label.end and label.start < one.phrase.end for one in cited)


def _named(cited: list[Citation]) -> set[Address]:
    return {address for one in cited for address in (one.address, one.until) if address is not None}


def _said(addresses: set[Address]) -> str:
    return ", ".join(address.printed for address in sorted(addresses, key=lambda one: one.sort_key)) or "–"


RULE = Rule("L010", "parallel-references", "parallel", check)
