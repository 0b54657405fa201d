"""The register of acts: what packs know of the acts and treaties that texts cite."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from saralau.acts import UNTOLD, Act, identify
from saralau.citations.scanning import literal
from saralau.languages import fold
from saralau.packs import load, names
from saralau.packs.patterns import loosened


@dataclass(frozen=True, slots=True)
class Work:
    """An act or a treaty: its address as an Akoma Ntoso IRI, its id on the state's portal if it has one.

    `id` is the pack's name for it; "" for an act that no pack lists, which still has an address from its date and number.
    """

    id: str
    kind: str
    date: str  # ISO, or a year alone
    number: str | None
    iri: str
    portal_id: str | None = None
    repealed: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A work with the titles by which it is found and the headings by which its text is known, folded."""

    work: Work
    titles: tuple[str, ...]
    headings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Portal:
    """How a state publishes its acts.

    `letters` by kind (and issuer); `numbering` since when, how many digits and what ends the id, latest first; `numbered` by
    kind a pattern of numbers that only acts of that kind have; `links` by language the address of an act, {id} standing for
    its id.
    """

    letters: Mapping[str, str]
    numbering: tuple[tuple[str, int, str], ...]
    numbered: Mapping[str, str]
    links: Mapping[str, str]

    def kind_of(self, number: str | None) -> str:
        """The kind of an act of which a text tells the number alone; "act" if the number does not tell."""
        return next((kind for kind, form in self.numbered.items() if re.fullmatch(form, number or "", re.IGNORECASE)), "act")

    def id_of(self, kind: str, issuer: str, date: str, number: str | None) -> str | None:
        """The id of an act that no pack lists; None where its kind has no letter or its number no digits."""
        letter = self.letters.get(f"{kind}.{issuer}" if issuer else kind)
        digits = re.match(r"[0-9]+", number or "")
        form = next(((places, end) for since, places, end in self.numbering if date >= since), None)
        return f"{letter}{date[2:4]}{digits[0]:0>{form[0]}}{form[1]}" if letter and digits and form else None


@dataclass(frozen=True, slots=True)
class Register:
    """All works in hand, and how one language names them: `named` finds names, `entries` tells whose they are by group."""

    entries: tuple[Entry, ...]
    dated: Mapping[str, Sequence[Work]]
    titles: Mapping[str, Sequence[str]]  # by IRI
    plain: tuple[str, ...]  # the titles in this language, the longest first
    named: re.Pattern[str] | None
    owners: tuple[tuple[Work, ...], ...]  # by group of `named`, from 1
    states: Mapping[str, str]  # by jurisdiction: a pattern of its name
    others: str  # a pattern of states whose acts no pack lists
    beginnings: frozenset[str]  # of the names, of the states' and of the kinds
    kinds: Mapping[str, str]  # patterns of what a state's lawyers call kinds of acts, by kind
    portals: Mapping[str, Portal]  # by jurisdiction
    national: frozenset[str]  # jurisdictions that are states; the works of others are everybody's

    def state(self, words: str) -> str | None:
        """The jurisdiction that words name."""
        return next((where for where, form in self.states.items() if re.fullmatch(form, words)), None)

    def state_in(self, words: str) -> str | None:
        """The jurisdiction that is named among words."""
        return next((where for where, form in self.states.items() if re.search(rf"(?<!\w)(?:{form})(?!\w)", words)), None)

    def portal(self, iri: str) -> Portal:
        """How acts of the jurisdiction of an address are published; of one that no pack tells, not at all."""
        return self.portals.get(iri.split("/")[2], Portal({}, (), {}, {}))


@cache
def register(language: str) -> Register:
    """The works of all packs in hand, as a language names them."""
    packs = [load(name) for name in names() if name.endswith("/works")]
    entries: list[Entry] = []
    owners: dict[str, list[Work]] = {}
    for pack in packs:
        for row in pack["works"]:
            entries.append(_entry(row, pack["jurisdiction"]))
            for name in row.get("names", {}).get(language, ()):
                owners.setdefault(loosened(name), []).append(entries[-1].work)
    patterns = sorted(owners, key=len, reverse=True)
    named = (
        re.compile(r"(?<![\w-])(?:" + "|".join(f"({pattern})" for pattern in patterns) + r")(?![\w-])") if patterns else None
    )
    states: dict[str, str] = {}
    for pack in packs:
        if words := pack["state"].get(language):
            states[pack["jurisdiction"]] = "|".join(map(loosened, words))
    portals = {pack["jurisdiction"]: _portal(pack) for pack in packs}
    others = [loosened(words) for pack in packs for words in pack.get("others", {}).get(language, ())]
    kinds: dict[str, str] = {}
    for pack in packs:
        for kind, words in pack.get("kinds", {}).get(language, {}).items():
            kinds[kind] = "|".join(filter(None, (kinds.get(kind), *map(loosened, words))))
    called = [words for form in (*kinds.values(), *states.values()) for words in form.split("|")]
    first = frozenset(map(literal, [*patterns, *called, *others]))
    owned = tuple(tuple(owners[name]) for name in patterns)
    dated: dict[str, list[Work]] = {}
    for entry in entries:
        dated.setdefault(entry.work.date, []).append(entry.work)
    titles = {entry.work.iri: entry.titles for entry in entries}
    plain = {fold(row["titles"][language]) for pack in packs for row in pack["works"] if language in row.get("titles", ())}
    longest = tuple(sorted(plain, key=lambda title: (-len(title), title)))
    foreign = "|".join(others) or "(?!)"
    national = frozenset(pack["jurisdiction"] for pack in packs)
    return Register(tuple(entries), dated, titles, longest, named, owned, states, foreign, first, kinds, portals, national)


def _portal(pack: Mapping[str, Any]) -> Portal:
    numbering = sorted(((row["since"], row["digits"], row["end"]) for row in pack.get("numbering", ())), reverse=True)
    return Portal(pack["portal"], tuple(numbering), pack.get("numbered", {}), pack.get("links", {}))


def _entry(row: Mapping[str, Any], jurisdiction: str) -> Entry:
    number = row.get("number")
    iri = row.get("iri") or work_iri(jurisdiction, row["kind"], row["date"], number)
    work = Work(row["id"], row["kind"], row["date"], number, iri, row.get("portal_id"), row.get("repealed"))
    headings = frozenset(fold(heading) for heading in row.get("headings", ()))
    return Entry(work, tuple(fold(title) for title in row.get("titles", {}).values()), headings)


Titles = Callable[[str, str, str], Work | None]
"""The act that a title names, by language, kind ("act" if it is not told) and title, folded: acts that no pack lists."""


def work_of(act: Act) -> Work | None:
    """The work that an act in hand is the text of, told by a heading that no other has; None if no pack knows it."""
    entries = register(act.language.code).entries
    identity = identify(act)
    if identity is not None:
        return next((entry.work for entry in entries if entry.work.iri == identity.iri), None)
    headings = {fold(unit.title) for unit in act.walk() if unit.title}
    return next((entry.work for entry in entries if entry.headings & headings), None)


def country_of(act: Act) -> str:
    """The jurisdiction of an act: as a pack knows it, or as its own front names the state; `UNTOLD` if neither
    tells, `ELSEWHERE` if it names a state whose acts no pack lists.
    """
    identity = identify(act)
    if identity is not None:
        return identity.jurisdiction
    known = register(act.language.code)
    front = " ".join(span.of(act.folded) for span in act.front) or act.folded  # a title set as a heading is no front
    front = front[:_TITLE]
    if re.search(rf"(?<!\w)(?:{known.others})(?!\w)", front):
        return ELSEWHERE
    return next((where for where, form in known.states.items() if re.search(rf"(?<!\w)(?:{form})(?!\w)", front)), UNTOLD)


ELSEWHERE = "xx"  # which ISO 3166 leaves to users too
UNPLACED = frozenset({UNTOLD, ELSEWHERE})  # what stands in an address where no pack tells the state
_TITLE = 400  # characters, in which the front of an act has its title


def is_placed(iri: str) -> bool:
    """Whether an address tells whose act it is."""
    return iri.split("/")[2] not in UNPLACED


def work_named(name: str, language: str) -> Work | None:
    """The work that a pack calls by this id, or that has this address (IRI) or portal id."""
    entries = register(language).entries
    return next((e.work for e in entries if name in (e.work.id, e.work.iri, e.work.portal_id)), None)


def work_iri(jurisdiction: str, kind: str, date: str, number: str | None) -> str:
    """`/akn/<country>/act/<kind>/<date>/<number>`, in the naming convention of Akoma Ntoso; a judgment is no act there."""
    name = (number or "nn").lower().replace("/", "-")
    return "/".join(("/akn", jurisdiction, *(("judgment",) if kind == "judgment" else ("act", kind)), date, name))
