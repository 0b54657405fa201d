"""Floor 3: what does it define, and does it use that? Definitions and uses with their places, what is wrong with them, and
whether a term is one of technology or of law.
"""

from saralau.terms.conflicts import Place, TermFinding, find_conflicts
from saralau.terms.finding import articles_on_notions, find_definitions
from saralau.terms.model import Definition
from saralau.terms.sorting import KINDS, Sorting, kind_of, sort_definition
from saralau.terms.survey import Surveyed, survey

__all__ = [
    "KINDS",
    "Definition",
    "Place",
    "Sorting",
    "Surveyed",
    "TermFinding",
    "articles_on_notions",
    "find_conflicts",
    "find_definitions",
    "kind_of",
    "sort_definition",
    "survey",
]
