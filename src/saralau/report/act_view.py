"""An act as a person reads it: its tree, and an article with the law's words beside what was understood of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from saralau.acts import Act, Address, Kind, Provision
from saralau.citations import Citation, cited_in_act
from saralau.citations.resolving import Contents, Holdings, Resolution, expanded, led_into_annexes, resolve, titles_of
from saralau.citations.works import Work, register, work_of
from saralau.documents import Span
from saralau.history.life import Life, life
from saralau.messages import say
from saralau.offences import Offence, Punishment, find_offences
from saralau.report.amounts import said
from saralau.report.citing import element_id, status_of, where
from saralau.report.life_view import event_rows
from saralau.report.pack_titles import pack_title
from saralau.report.vocabulary import labels
from saralau.taxonomy import Placement, classify

Link = Callable[[str, str], str]  # from a work (IRI, "" for this one) and an element id to the address of a page, or ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A division or an article in the tree of an act."""

    name: str
    title: str
    eid: str
    excluded: bool
    groups: tuple[str, ...]  # of the cybercrime that it or what it holds punishes
    inside: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line; where they are a reference, the page that it leads to ("" for none), and what it says there."""

    text: str
    href: str = ""
    told: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an article, or what it has beside its parts: lines with the element ids at which they begin."""

    eid: str
    lines: tuple[tuple[str, tuple[Piece, ...]], ...]
    notes: tuple[str, ...]
    offence: Understood | None


@dataclass(frozen=True, slots=True)
class Understood:
    """What an offence was understood to be, in the reader's language."""

    address: str
    group: str
    reasons: tuple[str, ...]
    features: tuple[tuple[str, str], ...]  # label, point or ""
    technology: tuple[tuple[str, str], ...]  # label, the law's words
    extends: tuple[str, ...]
    fault: str
    category: str
    principal: tuple[str, ...]
    additional: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understanding:
    """All that is worked out once of an act, so that its pages cost little."""

    act: Act
    mains: Sequence[Provision]  # the articles, or points, that have an address
    contents: Contents
    work: Work | None
    offences: Mapping[Address, Offence]
    placed: Mapping[Address, Placement]
    cited: Sequence[tuple[Citation, Resolution]]
    life: Life


def understand(act: Act, contents: Contents, holdings: Holdings) -> Understanding:
    """Reads what an act refers to, punishes and how it was amended. Linear in the text."""
    offences = find_offences(act).items if act.language.threats else ()
    found = tuple(led_into_annexes(cited_in_act(act, notes=False, titles=titles_of(holdings)), holdings))
    own = [one for one in found if one.work is None and not one.unknown]
    citations = (*found, *(one for one in expanded(own, contents) if one.between))
    resolved = zip(citations, resolve(citations, holdings, None, contents), strict=True)
    return Understanding(
        act,
        [unit for unit in act.mains() if unit.address],
        contents,
        work_of(act),
        {one.address: one for one in offences},
        {one.offence.address: one for one in (classify(act, offences) if offences else ())},
        sorted(((c, r) for c, r in resolved if not c.between), key=lambda pair: pair[0].span),
        life([act]),
    )


def tree(told: Understanding) -> tuple[Branch, ...]:
    """The act's divisions and articles, each division with what it holds."""
    return tuple(_branch(told, unit) for unit in told.act.provisions)


_NAMED = {Kind.SECTION: "sec", Kind.CHAPTER: "chp", Kind.PARAGRAPH: "subchp"}


def _branch(told: Understanding, unit: Provision) -> Branch:
    heading = " ".join(" ".join(map(told.act.words, unit.heading)).split())
    if unit.kind is Kind.PART and unit.address is not None:  # a point of an act without articles
        words = " ".join(told.act.words(unit.text[0]).split()) if unit.text else ""
        name = told.act.words(unit.label) if unit.label else ""
        return Branch(name, _shortened(words.removeprefix(name).strip()), unit.address.eid, unit.excluded, (), ())
    if unit.kind is Kind.ARTICLE:
        groups = {one.group.value for at, one in told.placed.items() if at.article == unit.number}
        eid = unit.address.eid if unit.address else ""
        name = heading.removesuffix(unit.title or "").strip() if unit.title else heading
        return Branch(name, unit.title or "", eid, unit.excluded, tuple(sorted(groups)), ())
    inside = tuple(_branch(told, child) for child in unit.children if child.kind not in (Kind.NOTE, Kind.ITEM))
    groups = {group for one in inside for group in one.groups}
    eid = f"{_NAMED[unit.kind]}_{unit.number}" if unit.kind in _NAMED and unit.number else ""
    eid = unit.address.eid if unit.address is not None else eid
    return Branch(heading, "", eid, unit.excluded, tuple(sorted(groups)), inside)


def _shortened(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: words.rfind(" ", 0, _SHOWN)] + " …"


_SHOWN = 120  # characters of a point that has no title


def article_at(told: Understanding, address: Address) -> Provision | None:
    """The article that an address names or stands in; of an act without articles the point, or the annex."""
    return told.contents.units.get(address.main)


def neighbours(told: Understanding, article: Provision) -> tuple[Provision | None, Provision | None]:
    """The articles before and behind."""
    at = next((place for place, unit in enumerate(told.mains) if unit is article), 0)
    return (told.mains[at - 1] if at else None, told.mains[at + 1] if at + 1 < len(told.mains) else None)


def blocks(told: Understanding, article: Provision, link: Link, code: str) -> Iterator[Block]:
    """The article, part by part, in the order of the text; what stands beside parts is a block of its own."""
    parts = [child for child in article.children if child.kind is Kind.PART]
    whole = article.address or Address(article.number or "")
    if not parts:
        yield _block(told, whole, list(_lines(article)), article, link, code)
        return
    if article.text or article.notes:
        notes = _notes(told.act, article, deep=False)
        yield Block(whole.eid, tuple((eid, _pieces(told, line, link, code)) for eid, line in _own(article)), notes, None)
    for child in article.children:
        at = child.address or whole
        yield _block(told, at, list(_lines(child)), child, link, code)
    if article.closing:
        yield Block("", tuple(("", _pieces(told, line, link, code)) for line in article.closing), (), None)


def _own(unit: Provision) -> Iterator[tuple[str, Span]]:
    for place, line in enumerate(unit.text):
        yield (unit.address.eid if unit.address and not place else "", line)


def _lines(unit: Provision) -> Iterator[tuple[str, Span]]:
    yield from _own(unit)
    for child in unit.children:
        yield from _lines(child)
    for line in unit.closing:
        yield "", line


def _block(
    told: Understanding, at: Address, lines: Sequence[tuple[str, Span]], unit: Provision, link: Link, code: str
) -> Block:
    offence = told.offences.get(at)
    spoken = _understood(told, offence, code) if offence is not None else None
    shown = tuple((eid, _pieces(told, line, link, code)) for eid, line in lines)
    return Block(at.eid, shown, _notes(told.act, unit, deep=True), spoken)


def _notes(act: Act, unit: Provision, *, deep: bool) -> tuple[str, ...]:
    held = unit.walk() if deep else (unit,)
    return tuple(" ".join(act.words(line).split()) for one in held for note in one.notes for line in note.lines)


def _pieces(told: Understanding, line: Span, link: Link, code: str) -> tuple[Piece, ...]:
    """The words of a line, its references apart from the rest."""
    text, reached = told.act.document.text, line.start
    found: list[Piece] = []
    for citation, resolution in _within(told.cited, line):
        if citation.span.start < reached:
            continue  # the second of those that share their words
        if citation.span.start > reached:
            found.append(Piece(text[reached : citation.span.start]))
        reached = citation.span.end
        words = text[citation.span.start : citation.span.end]
        found.append(Piece(words, _href(told, citation, resolution, link, code), _told(citation, resolution, code),
                           resolution.status.replace("_", "-")))  # fmt: skip
    if reached < line.end:
        found.append(Piece(text[reached : line.end]))
    return tuple(found)


def _within(cited: Sequence[tuple[Citation, Resolution]], line: Span) -> Iterator[tuple[Citation, Resolution]]:
    """References in a line; they are in the order of the text."""
    low, high = 0, len(cited)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if cited[middle][0].span.start < line.start else (low, middle)
    while low < len(cited) and cited[low][0].span.start < line.end:
        yield cited[low]
        low += 1


def _href(told: Understanding, citation: Citation, resolution: Resolution, link: Link, code: str) -> str:
    if citation.unknown:
        return ""
    eid = resolution.address.eid if resolution.address else element_id(citation) or ""
    own = citation.work is None or (told.work is not None and citation.work.iri == told.work.iri)
    if own:
        return link("", eid) if resolution.status in ("exists", "excluded") and eid else ""
    assert citation.work is not None
    if here := link(citation.work.iri, eid):
        return here
    portal = register(code).portal(citation.work.iri).links.get(code, "")
    return portal.replace("{id}", citation.work.portal_id) if citation.work.portal_id else ""


def _act_named(work: Work, code: str) -> str:
    """An act by its title in the reader's language; one that has none, by its day and number, if it has these."""
    title = pack_title(work.iri, work.id, code)
    return title or (f"{work.date} № {work.number}" if work.number else "")


def _told(citation: Citation, resolution: Resolution, code: str) -> str:
    title = f" – {resolution.title}" if resolution.title else ""
    return f"{where(citation, code, lambda work: _act_named(work, code))}{title} ({status_of(citation, resolution, code)})"


def threat(one: Punishment, code: str) -> str:
    """A punishment in words: its kind and how much of it."""
    return f"{say('kind-' + one.kind.value.replace('_', '-'), code)}: {said(one, code)}"


def _feature(feature: str, code: str) -> str:
    return say("facet-feature-other", code) if feature == "other" else labels(feature).get(code, feature)


def _understood(told: Understanding, offence: Offence, code: str) -> Understood:

    placed = told.placed.get(offence.address)
    points = [(_feature(one.code, code), one.point or "") for one in offence.features if not one.excluded]
    return Understood(
        offence.address.printed,
        placed.group.value if placed else "",
        tuple(say(one.message, code, **one.arguments) for one in placed.reasons) if placed else (),
        tuple(dict.fromkeys(points)),
        tuple((labels(one.code).get(code, one.code), told.act.words(one.span)) for one in offence.ict),
        tuple(base.printed for base in offence.extends),
        str(offence.fault.value),
        say(f"category-{offence.category.value.replace('_', '-')}", code) if offence.category else "",
        tuple(threat(one, code) for one in offence.sanction.principal),
        tuple(threat(one, code) for one in offence.sanction.additional),
    )


def events_of(told: Understanding, address: Address, code: str) -> tuple[tuple[str, str, str], ...]:
    """The amendments of an article, the newest first: when, what, by which law."""
    return event_rows(told.life, address, code)
