"""Floor 0: what does the file say? Bytes in, lines with their place in the source out."""

from saralau.documents.model import Document, DocumentError, Line, Link, Position, Source
from saralau.documents.reading import read
from saralau.documents.span import Span

__all__ = ["Document", "DocumentError", "Line", "Link", "Position", "Source", "Span", "read"]
