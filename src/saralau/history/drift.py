"""The same thing under several names: which ICT wordings stand in how many offences of a code, edition by edition, and how
many of an act's terms are terms of technology.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from saralau.acts import Act, Address
from saralau.amendments import edition_of, find_amendments
from saralau.citations.works import work_of
from saralau.offences import Offence, find_offences
from saralau.offences.records import expand, from_record
from saralau.packs import load, names
from saralau.terms import KINDS, find_definitions, kind_of


class Edition(NamedTuple):
    """The ICT wordings of one edition of a code: `places` maps a wording's code to the parts and points where it stands.

    `edition` is the newest amending law in the text (ISO), "" if no note tells; wordings are found by a lexicon of
    `language`, so editions in two languages are not compared word for word.
    """

    code: str
    name: str
    edition: str
    language: str
    places: Mapping[str, tuple[str, ...]]


class Terms(NamedTuple):
    """The definitions of an act by kind; `year` is that of the edition, failing that of the act, None where unknown."""

    name: str
    year: int | None
    kinds: Mapping[str, int]


def wordings_by_edition(acts: Sequence[Act]) -> tuple[Edition, ...]:
    """Codes among some acts, and the registers that packs hold of them, oldest edition first."""
    found: dict[str, Edition] = {}
    for act in acts:
        work = work_of(act)
        if work is not None and work.kind == "code":
            for register in _registers(f"{work.iri.split('/')[2]}/{work.id}@"):
                source = register["act"]["source"]
                if source["sha256"] not in found:
                    offences = [from_record(expand(row)) for row in register["offences"]]
                    edition, language = register["act"]["edition"], register["act"]["language"]
                    found[source["sha256"]] = Edition(work.id, source["name"], edition, language, _places(offences))
        digest = act.document.source.sha256
        if digest not in found and act.language.threats is not None and (places := _places(find_offences(act).items)):
            name = act.document.source.name
            edition = edition_of(find_amendments(act)) or ""
            found[digest] = Edition(work.id if work else name, name, edition, act.language.code, places)
    return tuple(sorted((one for one in found.values() if one.places), key=lambda one: (one.code, one.edition)))


def technical_terms(acts: Sequence[Act]) -> tuple[Terms, ...]:
    """How many definitions of each kind every act has, oldest first."""
    return tuple(sorted(map(_terms, acts), key=lambda one: (one.year or 0, one.name)))


def _terms(act: Act) -> Terms:
    counted = Counter(kind_of(act, one) for one in find_definitions(act))
    work = work_of(act)
    day = edition_of(find_amendments(act)) or (work.date if work is not None else None)
    return Terms(act.document.source.name, int(day[:4]) if day else None, {kind: counted[kind] for kind in KINDS})


def _registers(prefix: str) -> Iterator[Mapping[str, Any]]:
    """The registers of a code that packs hold: the offences of one edition each, made from a text that they name."""
    return (register for name in names(prefix) if "source" in (register := load(name))["act"])


def _places(offences: Sequence[Offence]) -> Mapping[str, tuple[str, ...]]:
    """Each wording with the places where the text itself has it; what is inherited is not counted again."""
    found: dict[str, dict[str, None]] = {}
    for offence in offences:
        for proof in offence.ict:
            address = Address(offence.address.article, offence.address.part, proof.point)
            found.setdefault(proof.code, {})[address.short] = None
    return {code: tuple(places) for code, places in sorted(found.items())}
