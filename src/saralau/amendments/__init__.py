"""Floor 3: how has it changed? So far, which acts the editors' notes name; a later issue reads the rest."""

from saralau.amendments.between import reported_between
from saralau.amendments.finding import edition_of, find_amendments
from saralau.amendments.model import Amendment

__all__ = ["Amendment", "edition_of", "find_amendments", "reported_between"]
