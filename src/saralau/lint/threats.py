"""What rules on penalties share: parts beside those that they build upon, weighed in the order that the pack gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saralau.cases.weighing import Rules, rules
from saralau.lint.subject import Subject
from saralau.offences import Offence, Punishment
from saralau.offences.model import PRINCIPAL, Kind
from saralau.packs import names
from saralau.packs.lexicons import wordings

# For an act that no pack knows: the kinds as the model lists them, from the mildest to the gravest.
_UNKNOWN: dict[str, Any] = {
    "severity": {name: {"kinds": [kind.value for kind in Kind if kind in PRINCIPAL]} for name in ("misdemeanour", "crime")}
}

_RESULTS = ("consequence", "place_time")


def figures(subject: Subject) -> Rules:
    """How punishments are weighed in the act's jurisdiction."""
    if subject.rules is not None and f"{subject.rules['jurisdiction']}/qualification" in names():
        return rules(subject.rules["jurisdiction"])
    return Rules(_UNKNOWN)


def extended(subject: Subject) -> Iterator[tuple[Offence, Offence]]:
    """Each part with each part that it takes over as a whole."""
    for offence in subject.by_address.values():
        for base in offence.extends:
            if base.point is None and base in subject.by_address:
                yield offence, subject.by_address[base]


def of_another_victim(subject: Subject, offence: Offence, base: Offence) -> bool:
    """Whether a part punishes the same act against another victim, instead of aggravating it.

    All that it adds are victims, and the description of the act that it takes over names one of the same kind.
    """
    added = {feature.code for feature in offence.features if feature.family == "victim"}
    if not added or any(feature.family != "victim" for feature in offence.features if not feature.excluded):
        return False
    lexicon = wordings("features", subject.act.language.code)
    found = (code for span in base.disposition for code, _, _ in lexicon.find(subject.act.folded, *span))
    return not added.isdisjoint(found)


def of_result(offence: Offence) -> bool:
    """Whether all that a part adds are consequences, damage, or the time of the act (war)."""
    known = [feature for feature in offence.features if not feature.excluded]
    return bool(known) and all(one.family in _RESULTS or one.code.endswith("_damage") for one in known)


def amounts(punishment: Punishment) -> tuple[object, ...]:
    """What of a punishment tells it from another of the same kind, wherever it stands."""
    return (
        punishment.kind,
        punishment.minimum,
        punishment.maximum,
        punishment.unit,
        punishment.multiple_of,
        punishment.life,
        punishment.application,
        punishment.qualifier,
    )
