"""A text with its references as links: what each leads to stands on a card beside it. One self-contained page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from saralau.acts import Act, Address, Kind
from saralau.citations import Citation
from saralau.citations.resolving import Contents, Resolution
from saralau.citations.works import register
from saralau.documents import Span
from saralau.messages import say
from saralau.report.citing import Cited, element_id, status_of, where
from saralau.report.page import environment


@dataclass(frozen=True, slots=True)
class Card:
    """What one reference leads to: where, the title there, what became of it, and the first words that stand there."""

    where: str
    title: str
    status: str
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line; where they are a reference, where it leads (`href`, "" for nowhere), its status and its cards."""

    text: str
    href: str = ""
    status: str = ""
    cards: tuple[Card, ...] = ()
    number: int = 0  # where its words start, by which its card is named


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the text: its element, its id, its pieces."""

    element: str
    id: str
    pieces: tuple[Piece, ...]


def annotated(cited: Cited, code: str) -> str:
    """The page as HTML, in the language `code`. Everything that comes from the document is escaped; nothing is loaded."""
    statuses = Counter(resolution.status.replace("_", "-") for _, resolution in cited.found)
    return (
        environment()
        .get_template("annotated.html")
        .render(
            code=code,
            name=cited.document.source.name,
            lines=list(_lines(cited, code)),
            statuses=[(status, statuses[status]) for status in STATUSES if statuses[status]],
            tell=lambda message, **arguments: say(message, code, **arguments),
            total=len(cited.found),
        )
    )


STATUSES = ("exists", "excluded", "dead", "not-in-hand", "unresolved")


def _lines(cited: Cited, code: str) -> Iterator[Line]:
    """The paragraphs in the order of the text, each with the element and id of the provision that begins there."""
    frame = dict(_frame(cited.act)) if cited.act else {}
    by_line = _by_line(cited)
    for index, line in enumerate(cited.document.lines):
        element, identity = frame.get(line.span.start, ("p", ""))
        yield Line(element, identity, tuple(_pieces(cited, line.span, by_line.get(index, ()), code)))


_HEADINGS = {
    Kind.CODE_PART: "h2",
    Kind.SECTION: "h2",
    Kind.CHAPTER: "h2",
    Kind.PARAGRAPH: "h3",
    Kind.ANNEX: "h2",
    Kind.ARTICLE: "h3",
}
_PREFIXES = {Kind.CHAPTER: "chp", Kind.SECTION: "sec", Kind.PARAGRAPH: "subchp"}


def _frame(act: Act) -> Iterator[tuple[int, tuple[str, str]]]:
    seen: set[str] = set()
    for unit in act.walk():
        first = next(iter((*unit.heading, *unit.text)), None)
        if first is None:
            continue
        prefix = _PREFIXES.get(unit.kind)
        name = unit.address.eid if unit.address else f"{prefix}_{unit.number}" if prefix and unit.number else ""
        yield first.start, (_HEADINGS.get(unit.kind, "p"), "" if name in seen else name)
        seen.add(name)


def _by_line(cited: Cited) -> Mapping[int, Sequence[tuple[Citation, Resolution]]]:
    """References by the line in which their words begin, those inside a range left to its ends."""
    starts = [line.span.start for line in cited.document.lines]
    found: dict[int, list[tuple[Citation, Resolution]]] = {}
    index = 0
    for citation, resolution in sorted(cited.found, key=lambda pair: pair[0].span):
        while index + 1 < len(starts) and starts[index + 1] <= citation.span.start:
            index += 1
        if not citation.between:
            found.setdefault(index, []).append((citation, resolution))
    return found


def _pieces(cited: Cited, line: Span, found: Sequence[tuple[Citation, Resolution]], code: str) -> Iterator[Piece]:
    document, reached = cited.document, line.start
    for start, end, group in _together(found):
        if start > reached:
            yield Piece(document.text[reached:start])
        if start >= reached:
            cards = tuple(_card(cited, citation, resolution, code) for citation, resolution in group)
            citation, resolution = group[0]
            href, status = _href(cited, citation, resolution, code), resolution.status.replace("_", "-")
            yield Piece(document.text[start:end], href, status, cards, start)
            reached = end
    if reached < line.end:
        yield Piece(document.text[reached : line.end])


def _together(
    found: Sequence[tuple[Citation, Resolution]],
) -> Iterator[tuple[int, int, list[tuple[Citation, Resolution]]]]:
    """References that share their words: one link with several cards."""
    group: list[tuple[Citation, Resolution]] = []
    for pair in found:
        if group and pair[0].span != group[0][0].span:
            yield group[0][0].span.start, group[0][0].span.end, group
            group = []
        group.append(pair)
    if group:
        yield group[0][0].span.start, group[0][0].span.end, group


def _href(cited: Cited, citation: Citation, resolution: Resolution, code: str) -> str:
    """Inside the page where the act is the one that is read; else on the state's portal, where the act has an id there."""
    if cited.own(citation):
        if resolution.status not in ("exists", "excluded"):
            return ""
        place = resolution.address.eid if resolution.address else element_id(citation)
        return f"#{place}" if place else ""
    if citation.work is None or not citation.work.portal_id:
        return ""
    links = register(code).portal(citation.work.iri).links
    return links.get(code, "").replace("{id}", citation.work.portal_id)


def _card(cited: Cited, citation: Citation, resolution: Resolution, code: str) -> Card:
    words = ""
    if cited.contents is not None and cited.own(citation) and resolution.address is not None:
        words = _first_words(cited.contents, resolution.address)
    work = citation.work
    title = resolution.title or (f"{work.date} № {work.number}" if work and work.number and not work.id else "")
    return Card(where(citation, code), title, status_of(citation, resolution, code), words)


_SHOWN = 240  # characters of what stands at an address


def _first_words(contents: Contents, address: Address) -> str:
    unit = contents.units.get(address)
    text = " ".join(contents.act.words(span) for span in (unit.text if unit else ()))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
