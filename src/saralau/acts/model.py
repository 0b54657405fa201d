"""The nouns of the room: an act, its provisions, the notes of its editors, the defects of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from saralau.acts.address import Address
from saralau.documents import Document, Span
from saralau.languages import Language


class Kind(StrEnum):
    """Levels of an act, from the outermost. `DIVISION` is a heading without a number ("Final provisions")."""

    CODE_PART = "code_part"  # General Part, Special Part
    SECTION = "section"
    CHAPTER = "chapter"
    PARAGRAPH = "paragraph"
    DIVISION = "division"
    ANNEX = "annex"  # of an act without articles, numbered anew; in an act with articles it is a division
    ARTICLE = "article"
    PART = "part"  # in an act without articles, what the law calls a point there
    POINT = "point"  # and its subpoint
    NOTE = "note"  # the law's own note to an article, which is law; editors' notes are `EditorNote`s
    ITEM = "item"  # a numbered item of such a note


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of the act.

    `heading` are the lines of a heading, number and title included; `title` the title alone. `label` is the number as
    printed ("2-1.", "4)"). `text` are its own lines before its children, labels included; `closing` those after
    them, such as the sanction that follows a list of points. `implied` marks a first part that carries no number.
    """

    kind: Kind
    number: str | None = None
    address: Address | None = None
    heading: tuple[Span, ...] = ()
    title: str | None = None
    label: Span | None = None
    text: tuple[Span, ...] = ()
    closing: tuple[Span, ...] = ()
    children: tuple[Provision, ...] = ()
    notes: tuple[EditorNote, ...] = ()
    anchors: tuple[str, ...] = ()
    excluded: bool = False
    implied: bool = False

    def walk(self) -> Iterator[Provision]:
        """This provision and everything inside it, in the order of the text."""
        return _walk((self,))


def _walk(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """Provisions and what is inside them, without a generator within another at each level: acts are walked very often."""
    ahead = list(reversed(provisions))
    while ahead:
        provision = ahead.pop()
        yield provision
        ahead.extend(reversed(provision.children))


def _rooted(unit: Provision) -> bool:
    return unit.address is not None and unit.address.rooted


@dataclass(frozen=True, slots=True)
class EditorNote:
    """What the publisher's editors add: history, announced changes, rulings. Not law, save what it reports."""

    lines: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Defect:
    """A flaw of the published text that was parsed through: its code, where, and what was made of it."""

    code: str
    span: Span
    address: Address | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """A document understood as an act: one made of articles, or one without, made of points, as orders and rules are.

    `folded` is the text as the grammars scan it (same length). `front` and `back` hold contents, preamble and
    signature; `orphans` are lines that belong to a provision whose heading the document lacks.
    """

    document: Document
    language: Language
    folded: str
    provisions: tuple[Provision, ...]
    front: tuple[Span, ...] = ()
    front_notes: tuple[EditorNote, ...] = ()
    back: tuple[Span, ...] = ()
    orphans: tuple[Span, ...] = ()
    defects: tuple[Defect, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Every provision, in the order of the text."""
        return _walk(self.provisions)

    def articles(self) -> Iterator[Provision]:
        """Every article, in the order of the text."""
        return (provision for provision in self.walk() if provision.kind is Kind.ARTICLE)

    def mains(self) -> Iterator[Provision]:
        """What is read, cited and searched as one: every article; every point of an act without articles."""
        return (unit for unit in self.walk() if unit.kind is Kind.ARTICLE or (unit.kind is Kind.PART and _rooted(unit)))

    def words(self, span: Span) -> str:
        """The words of the act at `span`."""
        return self.document.text[span.start : span.end]
