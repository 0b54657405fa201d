"""Floor 3: how has it changed? The notes of editors as amendments: what, by which act, passed when, in force when."""

from saralau.amendments.between import reported_between
from saralau.amendments.dating import Entry, entry_into_force, latest
from saralau.amendments.finding import edition_of, find_amendments, find_notes, repealed_on
from saralau.amendments.model import Amendment, InForce, Note, Target

__all__ = [
    "Amendment",
    "Entry",
    "InForce",
    "Note",
    "Target",
    "edition_of",
    "entry_into_force",
    "find_amendments",
    "find_notes",
    "latest",
    "repealed_on",
    "reported_between",
]
