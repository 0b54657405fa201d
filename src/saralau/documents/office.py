"""What the two office formats share: XML parts in an archive, read as if they were one source, one part after another."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from saralau.documents.archive import Archive
from saralau.documents.assembly import Assembly
from saralau.documents.decoding import decode
from saralau.documents.markup import Dialect, parse_xml, walk


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part: its root, its text, and where in the source that begins."""

    name: str
    root: etree._Element
    raw: str
    offset: int

    def show(self, dialect: Dialect, assembly: Assembly) -> None:
        """Hands the text of the part on; DocumentError if any of it were lost."""
        walk(self.root, self.raw, self.name, dialect, assembly, self.offset)


@dataclass(slots=True)
class Package:
    """An office document: parts that are shown make up its source, others are only looked up."""

    archive: Archive
    _sources: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def source(self) -> str:
        """The text of the parts that are shown, in the order in which they were asked for."""
        return "".join(self._sources)

    def shown(self, name: str) -> Part | None:
        """A part whose text belongs to the document; None where there is none of that name."""
        if name not in self.archive.parts:
            return None
        part = self._part(name, self._length)
        self._sources.append(part.raw)
        self._length += len(part.raw)
        return part

    def root(self, name: str) -> etree._Element | None:
        """The XML of a part that is only looked up, such as styles; None where there is none of that name."""
        return self._part(name, 0).root if name in self.archive.parts else None

    def _part(self, name: str, offset: int) -> Part:
        inside = f"{self.archive.name}!{name}"
        raw, _ = decode(self.archive.read(name), inside)
        return Part(inside, parse_xml(raw, inside), raw, offset)
