"""What is punished, and how: one row for each offence of each text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from saralau.corpus.analysis.model import PLACE, Analysis, Column, Row, Table
from saralau.corpus.analysis.subject import Subject
from saralau.offences import Kind, Offence, Punishment, Unit

_PUNISHMENT = (
    Column("kind", "VARCHAR", "fine, deprivation ..."),
    Column("principal", "BOOLEAN", "an alternative, or what comes on top of one"),
    Column("min", "BIGINT", "as stated, in `unit`; null if the text states none"),
    Column("max", "BIGINT", "as stated"),
    Column("unit", "VARCHAR", "mci, times, hours, days, months, years"),
    Column("implied_min", "BIGINT", "what the general part supplies where the text states none, in `implied_min_unit`"),
    Column("implied_min_unit", "VARCHAR", "its unit"),
    Column("implied_max", "BIGINT", "the same for the upper bound"),
    Column("implied_max_unit", "VARCHAR", "its unit"),
    Column("life", "BOOLEAN", "for life, or up to that"),
    Column("application", "VARCHAR", "obligatory, optional, conditional"),
)
_COLUMNS = (
    *PLACE,
    Column("address", "VARCHAR", "of the offence: `188.2` is article 188, part 2"),
    Column("article", "VARCHAR", "number of the article"),
    Column("part", "VARCHAR", "number of the part; null if the article has none"),
    Column("chapter", "VARCHAR", "number of the chapter; null outside chapters"),
    Column("title", "VARCHAR", "of the article"),
    Column("own", "BOOLEAN", "whether it takes nothing over from another part: a first one, or an offence of its own"),
    Column("extends", "VARCHAR[]", "addresses of what it takes over"),
    Column("features", "VARCHAR[]", "codes of its qualifying features (packs/vocabulary), excluded ones left out"),
    Column("ict", "VARCHAR[]", "codes of the information technology in its own words"),
    Column("ict_inherited", "BOOLEAN", "whether what it extends has some"),
    Column("group", "VARCHAR", "I, II, III: UNODC's group; null if it is no cybercrime"),
    Column("group_own", "BOOLEAN", "whether by its own words; null without a group"),
    Column("fault", "VARCHAR", "intent, negligence, mixed, unstated"),
    Column("category", "VARCHAR", "misdemeanour, minor, medium, grave, especially_grave, undecided"),
    Column("limitation_years", "BIGINT", "years after which it is not prosecuted; null if none runs or it is undecided"),
    Column("limitation_reason", "VARCHAR", "code of the reason, which tells the two apart"),
    Column("fine_min", "BIGINT", "least fine in calculation indices, stated or implied; null if there is none"),
    Column("fine_max", "BIGINT", "greatest fine in calculation indices"),
    Column("service_max", "BIGINT", "most hours of community service"),
    Column("arrest_max", "BIGINT", "most days of arrest"),
    Column("restriction_max", "BIGINT", "most months of restriction of liberty"),
    Column("deprivation_min", "BIGINT", "least months of deprivation of liberty, stated or implied; null if there is none"),
    Column("deprivation_max", "BIGINT", "most months of it; null also for life alone"),
    Column("life", "BOOLEAN", "whether deprivation of liberty for life is threatened"),
    Column("confiscation", "VARCHAR", "how it applies: obligatory, optional, conditional; null if it is not threatened"),
    Column("unread", "BIGINT", "stretches of the sanction that were not understood"),
    Column("punishments", _PUNISHMENT, "all of them in the order of the text, principal ones first"),
)  # fmt: skip


def rows(subject: Subject) -> Mapping[str, Iterable[Row]]:
    """A row for each offence, in the order of the text."""
    return {"offences": (_row(subject, offence) for offence in subject.offences or ())}


def _row(subject: Subject, offence: Offence) -> Row:
    placed = subject.groups.get(offence.address)
    sanction = offence.sanction
    principal, additional = sanction.principal, sanction.additional
    confiscation = next((one.application.value for one in additional if one.kind is Kind.CONFISCATION), None)
    return {
        "address": offence.address.short,
        "article": offence.address.article,
        "part": offence.address.part,
        "chapter": offence.chapter,
        "title": offence.title,
        "own": offence.own_offence,
        "extends": [base.short for base in offence.extends],
        "features": list(dict.fromkeys(one.code for one in offence.features if not one.excluded)),
        "ict": list(dict.fromkeys(proof.code for proof in offence.ict)),
        "ict_inherited": offence.ict_inherited,
        "group": placed.group.value if placed else None,
        "group_own": placed.own if placed else None,
        "fault": offence.fault.value,
        "category": offence.category.value,
        "limitation_years": offence.limitation_years,
        "limitation_reason": offence.limitation_reason,
        "fine_min": min(_bounds(principal, Kind.FINE, lower=True), default=None),
        "fine_max": max(_bounds(principal, Kind.FINE), default=None),
        "service_max": max(_bounds(principal, Kind.COMMUNITY_SERVICE), default=None),
        "arrest_max": max(_bounds(principal, Kind.ARREST), default=None),
        "restriction_max": max(_bounds(principal, Kind.RESTRICTION), default=None),
        "deprivation_min": min(_bounds(principal, Kind.DEPRIVATION, lower=True), default=None),
        "deprivation_max": max(_bounds(principal, Kind.DEPRIVATION), default=None),
        "life": any(one.life for one in principal if one.kind is Kind.DEPRIVATION),
        "confiscation": confiscation,
        "unread": len(sanction.unread),
        "punishments": [*_punishments(principal, principal=True), *_punishments(additional, principal=False)],
    }


# By kind: what counts as one of the unit that its columns are in. Fines in multiples of a sum have no amount here.
_UNITS: Mapping[Kind, Mapping[Unit, int]] = {
    Kind.FINE: {Unit.MCI: 1},
    Kind.COMMUNITY_SERVICE: {Unit.HOURS: 1},
    Kind.ARREST: {Unit.DAYS: 1},
    Kind.RESTRICTION: {Unit.MONTHS: 1, Unit.YEARS: 12},
    Kind.DEPRIVATION: {Unit.MONTHS: 1, Unit.YEARS: 12},
}


def _bounds(punishments: Iterable[Punishment], kind: Kind, *, lower: bool = False) -> Iterator[int]:
    """The lower or upper bounds of punishments of a kind, stated or implied, in the unit of its columns."""
    units = _UNITS[kind]
    for one in punishments:
        if one.kind is not kind:
            continue
        stated, implied = (one.minimum, one.implied_minimum) if lower else (one.maximum, one.implied_maximum)
        if stated is not None and one.unit is not None and one.unit in units:
            yield stated * units[one.unit]
        elif stated is None and implied is not None and implied.unit in units:
            yield implied.value * units[implied.unit]


def _punishments(punishments: Iterable[Punishment], *, principal: bool) -> Iterator[dict[str, Any]]:
    for one in punishments:
        lowest, highest = one.implied_minimum, one.implied_maximum
        yield {
            "kind": one.kind.value,
            "principal": principal,
            "min": one.minimum,
            "max": one.maximum,
            "unit": one.unit.value if one.unit else None,
            "implied_min": lowest.value if lowest else None,
            "implied_min_unit": lowest.unit.value if lowest else None,
            "implied_max": highest.value if highest else None,
            "implied_max_unit": highest.unit.value if highest else None,
            "life": one.life,
            "application": one.application.value,
        }


OFFENCES = Analysis(
    "offences",
    (Table("offences", "What is punished, and how: a row for each offence of each text.", _COLUMNS),),
    rows,
)
