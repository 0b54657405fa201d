"""Floor 2: what does it refer to? Provisions, acts and treaties, each with its words and its address."""

from saralau.citations.chains import Chain, Member, find_chains
from saralau.citations.finding import cited_in_act, cited_in_document, find_citations
from saralau.citations.model import Citation
from saralau.citations.resolving import Contents, Resolution, Shelf, resolve
from saralau.citations.works import Work, country_of

__all__ = [
    "Chain",
    "Citation",
    "Contents",
    "Member",
    "Resolution",
    "Shelf",
    "Work",
    "cited_in_act",
    "cited_in_document",
    "country_of",
    "find_chains",
    "find_citations",
    "resolve",
]
