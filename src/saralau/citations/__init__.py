"""Floor 2: what does it refer to? So far, references inside an act, relative ones included."""

from saralau.citations.finding import find_citations
from saralau.citations.model import Citation

__all__ = ["Citation", "find_citations"]
