"""What papers say of acts: their titles as packs know them, editions of texts."""

from __future__ import annotations

from collections.abc import Sequence

from saralau.acts import Act, identify
from saralau.amendments import edition_of, find_amendments
from saralau.packs import load, names


def act_title(id: str, code: str) -> str:
    """The title of an act by its id ("kz/criminal-code") or its slug; where no pack, or several, have it, its id.

    An id that names a state says which one.
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
    state = f"{jurisdiction}/jurisdiction"
    return f"{load(state)['titles'][code]} ({id})" if state in names() else id


def title_of(act: Act, code: str) -> str:
    """The title of a text: as a pack has it, else its file's name."""
    known = identify(act)
    return known.titles[code] if known else act.document.source.name


def editions_of(acts: Sequence[Act]) -> tuple[str, ...]:
    """The editions that the notes of texts tell, without those whose notes tell none."""
    found = (edition_of([one for one in find_amendments(act) if one.changes]) for act in acts)
    return tuple(dict.fromkeys(one for one in found if one))
