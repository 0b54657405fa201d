"""Search in a library: an index of wordings, queries in three languages, answers with what was found marked."""

from saralau.corpus.searching.finding import act_called, search
from saralau.corpus.searching.index import Opened, index_of
from saralau.corpus.searching.model import FACETS, FIELDS, Found, Hit, Query, Snippet
from saralau.corpus.searching.refreshing import Refreshed, refresh

__all__ = [
    "FACETS",
    "FIELDS",
    "Found",
    "Hit",
    "Opened",
    "Query",
    "Refreshed",
    "Snippet",
    "act_called",
    "index_of",
    "refresh",
    "search",
]
