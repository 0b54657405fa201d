"""Saralau: cybercrime legislation that a machine can read, test and compare.

The verbs and the nouns of the rooms, handed on lazily: `import saralau` costs nothing until one is used.

    act = saralau.read_act("code.html")
    found = saralau.find_offences(act)
    placements = saralau.classify(act, found.items)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from saralau.version import __version__

if TYPE_CHECKING:
    from saralau.acts import Act, Address, Provision, parse_act, read_act
    from saralau.amendments import Amendment, find_amendments
    from saralau.cases import Case, Qualification, qualify, read_case
    from saralau.citations import Citation, Contents, Resolution, Shelf, find_citations, resolve
    from saralau.documents import Document, DocumentError, read
    from saralau.drafts import Draft, Instruction, read_draft
    from saralau.offences import Feature, Offence, Sanction, find_offences
    from saralau.taxonomy import Group, Placement, classify
    from saralau.terms import Definition, find_definitions

_ROOMS = {
    "documents": ("Document", "DocumentError", "read"),
    "acts": ("Act", "Address", "Provision", "parse_act", "read_act"),
    "citations": ("Citation", "Contents", "Resolution", "Shelf", "find_citations", "resolve"),
    "offences": ("Feature", "Offence", "Sanction", "find_offences"),
    "amendments": ("Amendment", "find_amendments"),
    "terms": ("Definition", "find_definitions"),
    "cases": ("Case", "Qualification", "qualify", "read_case"),
    "taxonomy": ("Group", "Placement", "classify"),
    "drafts": ("Draft", "Instruction", "read_draft"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Act",
    "Address",
    "Amendment",
    "Case",
    "Citation",
    "Contents",
    "Definition",
    "Document",
    "DocumentError",
    "Draft",
    "Feature",
    "Group",
    "Instruction",
    "Offence",
    "Placement",
    "Provision",
    "Qualification",
    "Resolution",
    "Sanction",
    "Shelf",
    "__version__",
    "classify",
    "find_amendments",
    "find_citations",
    "find_definitions",
    "find_offences",
    "parse_act",
    "qualify",
    "read",
    "read_act",
    "read_case",
    "read_draft",
    "resolve",
]


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'saralau' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(importlib.import_module(f"saralau.{_ROOM_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
