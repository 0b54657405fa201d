"""Reading the notes of editors: which act changed what, and when it was passed. Entry into force is a later issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.acts import Act, Address, Kind
from saralau.acts.model import EditorNote
from saralau.amendments.model import Amendment

# Folded Roman numerals mix alphabets: "vі" has a Cyrillic і. The number is upper-cased and unmixed again.
_LAW = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})(?:\s*г\.|\s*ж\.)?\s*(?:№|no\.)\s*([0-9]+(?:-[a-zа-яіх]+)?)")
_UNMIX = str.maketrans("ІХСМ", "IXCM")


def find_amendments(act: Act) -> tuple[Amendment, ...]:
    """Every amending act named in the editors' notes, in the order of the text."""
    found = [event for note in act.front_notes for event in _events(act, note, None)]
    article: Address | None = None
    for provision in act.walk():
        if provision.kind is Kind.ARTICLE:
            article = provision.address
        elif provision.kind not in (Kind.PART, Kind.POINT, Kind.NOTE, Kind.ITEM):
            article = None
        found += [event for note in provision.notes for event in _events(act, note, article)]
        if provision.excluded and provision.address is not None:
            found += [event for line in provision.text for event in _events(act, EditorNote((line,)), provision.address)]
    return tuple(sorted(found, key=lambda event: event.span))


def edition_of(amendments: tuple[Amendment, ...]) -> str | None:
    """The date of the newest amending act that any note names: how far the text has come; None if no note names one."""
    return max((event.date for event in amendments), default=None)


def _events(act: Act, note: EditorNote, address: Address | None) -> Iterator[Amendment]:
    grammar = act.language.amending
    opening = act.folded[note.lines[0].start : note.lines[-1].end]
    action = next((name for name, pattern in grammar.actions.items() if pattern.search(opening)), "amended")
    heading = bool(grammar.heading.search(opening[:200]))
    for line in note.lines:
        for law in _LAW.finditer(act.folded, line.start, line.end):
            day, month, year, number = law.groups()
            yield Amendment(
                address,
                action,
                f"{year}-{month}-{day}",
                number.upper().translate(_UNMIX),
                heading,
                type(line)(*law.span()),
            )
