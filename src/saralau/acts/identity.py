"""Which act is this? Known acts are entries of the jurisdictions' packs; anything else stays unnamed and is still read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from saralau.acts.model import Act, Kind, Provision
from saralau.languages import fold
from saralau.packs import load, names

UNTOLD = "zz"  # in addresses the state of an act that nothing tells: ISO 3166-1 leaves the code to users, CLDR and BCP 47
# read it as a territory that is not known; `un` is the United Nations


@dataclass(frozen=True, slots=True)
class Identity:
    """An act known to a pack: where it belongs, its names, and the pack that holds its general part."""

    jurisdiction: str
    slug: str
    portal_id: str
    iri: str
    titles: Mapping[str, str]
    general_part: str | None

    @property
    def id(self) -> str:
        """Jurisdiction and slug with a stroke between, the form of packs."""
        return f"{self.jurisdiction}/{self.slug}"


def identify(act: Act) -> Identity | None:
    """The known act that a document is, told by a heading that no other act has."""
    headings = {fold(unit.title) for unit in _divisions(act.provisions) if unit.title}
    for name in names():
        if name.endswith("/jurisdiction"):
            pack = load(name)
            for entry in pack["acts"]:
                if headings & {fold(heading) for heading in entry["headings"]}:
                    return _identity(pack["jurisdiction"], entry)
    return None


def _divisions(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """What is not in an article: by far the smallest part of an act."""
    for unit in provisions:
        if unit.kind is not Kind.ARTICLE:
            yield unit
            yield from _divisions(unit.children)


def _identity(jurisdiction: str, entry: Mapping[str, object]) -> Identity:
    return Identity(
        jurisdiction,
        str(entry["slug"]),
        str(entry["portal_id"]),
        str(entry["iri"]),
        entry["titles"],  # type: ignore[arg-type]  # checked by the pack's schema
        entry.get("general_part") and str(entry["general_part"]),  # type: ignore[arg-type]
    )
