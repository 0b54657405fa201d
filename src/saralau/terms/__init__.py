"""Floor 3: what does it define? Definitions with their places, and whether a term is one of technology or of law."""

from saralau.terms.finding import articles_on_notions, find_definitions
from saralau.terms.model import Definition
from saralau.terms.sorting import KINDS, Sorting, kind_of, sort_definition

__all__ = ["KINDS", "Definition", "Sorting", "articles_on_notions", "find_definitions", "kind_of", "sort_definition"]
