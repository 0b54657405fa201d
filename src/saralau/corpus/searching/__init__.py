"""Search in a library: an index of wordings, queries in three languages, answers with what was found marked."""

from saralau.corpus.searching.finding import search
from saralau.corpus.searching.model import Found, Hit, Query, Snippet

__all__ = ["Found", "Hit", "Query", "Snippet", "search"]
