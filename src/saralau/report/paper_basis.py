"""What papers say of acts: their titles as packs know them, editions of texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from saralau.acts import Act, identify
from saralau.amendments import edition_of, find_amendments
from saralau.messages import say
from saralau.packs import load, names
from saralau.report.paper import spoken_day


def act_title(id: str, code: str) -> str:
    """The title of an act by its id ("xx/criminal-code") or its slug, from a state's acts, else from the act's register;
    where neither, or several states, have it, its id, beside the state if the id names one.
    """
    jurisdiction, _, slug = id.rpartition("/")
    packs = [
        name
        for name in names()
        if name.endswith("/jurisdiction") and name.startswith(f"{jurisdiction}/" * bool(jurisdiction))
    ]
    found = {row["titles"][code] for name in packs for row in load(name)["acts"] if row["slug"] == slug}
    if len(found) == 1:
        return str(found.pop())
    registers = [name for name in names() if name.startswith(f"{id}@")]
    if registers:
        return str(load(max(registers))["act"]["titles"][code])
    state = f"{jurisdiction}/jurisdiction"
    return f"{load(state)['titles'][code]} ({id})" if state in names() else id


def title_of(act: Act, code: str) -> str:
    """The title of a text: as a pack has it, else its file's name."""
    known = identify(act)
    return known.titles[code] if known else act.document.source.name


def state_title(jurisdiction: str, code: str) -> str:
    """What a state is called, as its pack has it; its code where no pack tells."""
    name = f"{jurisdiction}/jurisdiction"
    return str(load(name)["titles"][code]) if name in names() else jurisdiction


def states_of(acts: Sequence[Act], code: str) -> tuple[str, ...]:
    """Whose acts they are, as far as packs know them."""
    known = (identify(act) for act in acts)
    return tuple(dict.fromkeys(state_title(one.jurisdiction, code) for one in known if one))


def texts_of(acts: Sequence[Act], code: str) -> tuple[str, ...]:
    """The files that were read, each with the beginning of its checksum, by which it can be told again."""
    sources = (act.document.source for act in acts)
    return tuple(say("paper-text-read", code, name=one.name, digest=one.sha256[:12]) for one in sources)


def text_of_register(register: Mapping[str, Any], code: str) -> str:
    """What text a register of a pack is of: a file that was read, or none in hand, its provisions being typed."""
    act = register["act"]
    if source := act.get("source"):
        return say("paper-text-read", code, name=source["name"], digest=source["sha256"][:12])
    day = spoken_day(act["edition"], code)
    return say("paper-text-checked" if register.get("verified") else "paper-text-absent", code, edition=day)


def editions_of(acts: Sequence[Act]) -> tuple[str, ...]:
    """The editions that the notes of texts tell, without those whose notes tell none."""
    found = (edition_of([one for one in find_amendments(act) if one.changes]) for act in acts)
    return tuple(dict.fromkeys(one for one in found if one))
