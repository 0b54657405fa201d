"""Akoma Ntoso 3.0 (OASIS LegalDocML, 2018): an act written so that other software reads it, and ours reads it back.

Levels have the standard's elements; the law's own notes and the editors' are `hcontainer`s named so, the latter's words in
`remark status="editorial"`. Element ids follow the naming convention and are unique.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from saralau.acts.address import Address
from saralau.acts.identity import UNTOLD, Identity
from saralau.acts.model import Act, EditorNote, Kind, Provision
from saralau.documents import Span

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_A = f"{{{NAMESPACE}}}"
_SOURCE = "#saralau"
# The element of each level and the abbreviation that its ids use.
_ELEMENTS = {
    Kind.CODE_PART: ("part", "part"),
    Kind.SECTION: ("section", "sec"),
    Kind.CHAPTER: ("chapter", "chp"),
    Kind.PARAGRAPH: ("subchapter", "subchp"),
    Kind.DIVISION: ("division", "dvs"),
    Kind.ANNEX: ("hcontainer", "att"),
    Kind.ARTICLE: ("article", "art"),
    Kind.PART: ("paragraph", "para"),
    Kind.POINT: ("point", "point"),
    Kind.NOTE: ("hcontainer", "note"),
    Kind.ITEM: ("hcontainer", "item"),
}
_NAMED = {Kind.NOTE: "note", Kind.ITEM: "item", Kind.ANNEX: "annex"}
# In an act without articles the points are the standard's, and their subpoints, for which it has no element, are named so.
_OF_POINTS = {Kind.PART: ("point", "point", ""), Kind.POINT: ("hcontainer", "subp", "subpoint")}
_OUTER = frozenset((Kind.CODE_PART, Kind.SECTION, Kind.CHAPTER, Kind.PARAGRAPH, Kind.DIVISION, Kind.ANNEX))
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 has no way to write
_UNNAMED = f"/akn/{UNTOLD}/act/undated/unnamed"  # an act that no pack knows


@dataclass(frozen=True, slots=True)
class Event:
    """Something that changed the act: an ISO date, and the number of the amending act."""

    date: str
    number: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of the act that refer to a provision of it or lead to another place: where they stand, and where to."""

    span: Span
    target: Address | str


def write_akn(
    act: Act, identity: Identity | None = None, events: Sequence[Event] = (), references: Sequence[Reference] = ()
) -> str:
    """The act as a document of the strict schema. Linear in the text.

    `events` are the amendments understood so far; they become the lifecycle. `references` become `ref`s; one to a provision
    that the act does not have stays plain words.
    """
    writer = _Writer(act, _targets(act, references))
    root = etree.Element(f"{_A}akomaNtoso", nsmap={None: NAMESPACE})
    top = etree.SubElement(root, f"{_A}act", name="act", contains="singleVersion")
    _meta(top, act, identity, sorted(set(events), key=lambda event: (event.date, event.number)))
    if act.front or act.front_notes:
        preface = etree.SubElement(top, f"{_A}preface")
        writer.paragraphs(preface, act.front)
        for note in act.front_notes:
            writer.remarks(preface, note)
    if act.orphans:
        writer.paragraphs(etree.SubElement(top, f"{_A}preamble"), act.orphans)
    body = etree.SubElement(top, f"{_A}body")
    for provision in act.provisions:
        writer.provision(body, provision, "")
    if not len(body):
        empty = etree.SubElement(body, f"{_A}hcontainer", name="empty", eId="empty")
        etree.SubElement(etree.SubElement(empty, f"{_A}content"), f"{_A}p")
    if act.back:
        writer.paragraphs(etree.SubElement(top, f"{_A}conclusions"), act.back)
    return etree.tostring(root, encoding="unicode") + "\n"


def _meta(top: etree._Element, act: Act, identity: Identity | None, events: Sequence[Event]) -> None:
    meta = etree.SubElement(top, f"{_A}meta")
    work = identity.iri if identity else _UNNAMED
    edition = events[-1].date if events else ""
    expression = f"{work}/{act.language.iso3}@{edition}"
    found = re.search(r"\d{4}-\d{2}-\d{2}", work)
    adopted = found.group() if found else "0001-01-01"
    identification = etree.SubElement(meta, f"{_A}identification", source=_SOURCE)
    for level, iri, date in (
        ("FRBRWork", work, adopted),
        ("FRBRExpression", expression, edition or adopted),
        ("FRBRManifestation", f"{expression}.akn", edition or adopted),
    ):
        block = etree.SubElement(identification, f"{_A}{level}")
        etree.SubElement(block, f"{_A}FRBRthis", value=iri)
        etree.SubElement(block, f"{_A}FRBRuri", value=iri)
        etree.SubElement(block, f"{_A}FRBRdate", date=date, name="generation")
        etree.SubElement(block, f"{_A}FRBRauthor", href="#publisher")
        if level == "FRBRWork":
            etree.SubElement(block, f"{_A}FRBRcountry", value=work.split("/")[2])
        elif level == "FRBRExpression":
            etree.SubElement(block, f"{_A}FRBRlanguage", language=act.language.iso3)
    if events:
        lifecycle = etree.SubElement(meta, f"{_A}lifecycle", source=_SOURCE)
        for index, event in enumerate(events, 1):
            etree.SubElement(
                lifecycle,
                f"{_A}eventRef",
                eId=f"event_{index}",
                date=event.date,
                source=f"#amending_{index}",
                type="amendment",
            )
    references = etree.SubElement(meta, f"{_A}references", source=_SOURCE)
    for index, event in enumerate(events, 1):
        name = event.number or event.date
        etree.SubElement(
            references, f"{_A}passiveRef", eId=f"amending_{index}", href=f"/akn/act/{event.date}/{event.number}", showAs=name
        )
    publisher = act.document.source
    etree.SubElement(
        references,
        f"{_A}TLCOrganization",
        eId="publisher",
        href=f"/sha256/{publisher.sha256}",
        showAs=_clean(publisher.name),
    )
    etree.SubElement(references, f"{_A}TLCOrganization", eId="saralau", href="/saralau", showAs="Saralau")


def _targets(act: Act, references: Sequence[Reference]) -> list[tuple[Span, str]]:
    """Where references stand and the addresses to write, in the order of the text, none inside another."""
    known = {provision.address for provision in act.walk() if provision.address}
    found: list[tuple[Span, str]] = []
    for reference in sorted(references, key=lambda reference: reference.span):
        target = reference.target
        if isinstance(target, Address) and target not in known:
            continue
        if found and reference.span.start < found[-1][0].end:
            continue
        found.append((reference.span, f"#{target.eid}" if isinstance(target, Address) else _clean(target)))
    return found


@dataclass(slots=True)
class _Writer:
    """Writes provisions; remembers which ids were given."""

    act: Act
    references: list[tuple[Span, str]]
    given: dict[str, int] = field(default_factory=dict)

    def provision(self, parent: etree._Element, provision: Provision, prefix: str) -> None:
        (tag, short), name = _ELEMENTS[provision.kind], _NAMED.get(provision.kind, "")
        if provision.address is not None and provision.address.rooted and provision.kind in _OF_POINTS:
            tag, short, name = _OF_POINTS[provision.kind]
        element = etree.SubElement(parent, f"{_A}{tag}")
        element.set("eId", self._id(provision, short, prefix))
        if name:
            element.set("name", name)
        if provision.excluded:
            element.set("status", "removed")
        if provision.heading:
            self._heading(element, provision)
        elif provision.label is not None:
            etree.SubElement(element, f"{_A}num").text = self._words(provision.label)
        lines = [span for span in self._lines(provision) if self._words(span)]
        notes_first = provision.kind in _OUTER
        children = bool(provision.children or provision.notes or provision.closing)
        if lines or not children:
            if children:
                self._fill(etree.SubElement(element, f"{_A}intro"), lines)
            else:
                content = etree.SubElement(element, f"{_A}content")
                self._fill(content, lines)
                if not lines:
                    etree.SubElement(content, f"{_A}p")
        if notes_first:
            self._notes(element, provision.notes)
        for child in provision.children:
            self.provision(element, child, element.get("eId", ""))
        if not notes_first:
            self._notes(element, provision.notes)
        if provision.closing:
            self._fill(etree.SubElement(element, f"{_A}wrapUp"), provision.closing)

    def paragraphs(self, parent: etree._Element, spans: Sequence[Span]) -> None:
        """A `p` for each line."""
        self._fill(parent, spans)

    def remarks(self, parent: etree._Element, note: EditorNote) -> None:
        """A `p` for each line of an editors' note, its words marked as editorial."""
        for line in note.lines:
            paragraph = etree.SubElement(parent, f"{_A}p")
            self._write(etree.SubElement(paragraph, f"{_A}remark", status="editorial"), line)

    def _notes(self, element: etree._Element, notes: Sequence[EditorNote]) -> None:
        for note in notes:
            container = etree.SubElement(element, f"{_A}hcontainer", name="editorial")
            container.set("eId", self._unique(f"{element.get('eId')}__ednote"))
            self.remarks(etree.SubElement(container, f"{_A}content"), note)

    def _heading(self, element: etree._Element, provision: Provision) -> None:
        """The number and the title of a heading, whose title may go on over several lines."""
        lines = [self._words(span) for span in provision.heading]
        whole, title = " ".join(lines), _clean(provision.title or "")
        number = whole[: len(whole) - len(title)].strip() if title and whole.endswith(title) else whole
        if number:
            etree.SubElement(element, f"{_A}num").text = number
        if title and number != whole:
            etree.SubElement(element, f"{_A}heading").text = title

    def _lines(self, provision: Provision) -> Iterator[Span]:
        for span in provision.text:
            label = provision.label
            start = label.end if label is not None and label.start == span.start else span.start
            yield Span(start, span.end)

    def _fill(self, parent: etree._Element, lines: Sequence[Span]) -> None:
        for line in lines:
            self._write(etree.SubElement(parent, f"{_A}p"), line)

    def _write(self, element: etree._Element, span: Span) -> None:
        """The words of a line, those of each reference in a `ref` of its own."""
        first = bisect.bisect_left(self.references, span.start, key=lambda reference: reference[0].start)
        reached, last = span.start, None
        for there, target in self.references[first:]:
            if there.end > span.end:
                break
            _append(element, last, self._stretch(reached, there.start))
            last = etree.SubElement(element, f"{_A}ref", href=target)
            last.text = self._words(there)
            reached = there.end
        _append(element, last, self._stretch(reached, span.end))
        if last is None:
            element.text = self._words(span)

    def _stretch(self, start: int, end: int) -> str:
        """Words between references, with one blank at most at each side."""
        raw = _clean(self.act.words(Span(start, end)))
        words = " ".join(raw.split())
        if not words:
            return " " if raw else ""
        return f"{' ' if raw[0].isspace() else ''}{words}{' ' if raw[-1].isspace() else ''}"

    def _words(self, span: Span) -> str:
        return " ".join(_clean(self.act.words(span)).split())

    def _id(self, provision: Provision, short: str, prefix: str) -> str:
        if provision.address is not None:
            return self._unique(provision.address.eid)
        number = f"_{provision.number}" if provision.number else ""
        return self._unique(f"{prefix}__{short}{number}" if prefix else f"{short}{number}")

    def _unique(self, wanted: str) -> str:
        count = self.given[wanted] = self.given.get(wanted, 0) + 1
        return wanted if count == 1 else self._unique(f"{wanted}_v{count}")


def _append(element: etree._Element, last: etree._Element | None, words: str) -> None:
    if last is None:
        element.text = words
    else:
        last.tail = words


def _clean(text: str) -> str:
    return _UNWRITABLE.sub(" ", text)
