"""What one file holds for a library: which act and edition, its units with what was understood of each, its references."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from saralau.acts import Act, Address, EditorNote, Kind, Provision, identify, parse_act
from saralau.amendments import edition_of, find_amendments, repealed_on
from saralau.citations import Work, cited_in_act
from saralau.citations.naming import Mention, find_mentions
from saralau.citations.works import UNPLACED, country_of, is_placed, work_iri, work_named, work_of
from saralau.corpus.model import Held, Link, Reading, Unit
from saralau.documents import Line, Span
from saralau.documents.reading import read_bytes
from saralau.languages import language
from saralau.messages import InputError
from saralau.offences import find_offences
from saralau.packs import load, names
from saralau.taxonomy import classify
from saralau.terms import find_definitions

_SEGMENT = re.compile(r"\w[\w.-]{0,79}")  # of an address that somebody gives to an act
_LONGEST = 200  # bytes of it


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a file from where it lay: which act, its title, its edition's date (ISO), its language; "" if not.

    `repealed` is the day from which the act no longer stands; `state` is whose act it is (ISO 3166, small letters) if the
    text itself does not tell.
    """

    called: str = ""  # a pack's id, a portal id or an IRI
    title: str = ""
    edition: str = ""
    language: str = ""
    state: str = ""
    repealed: str = ""


def read_text(content: bytes, name: str, hints: Hints = Hints(), source: str = "") -> Reading:
    """Reads a file of one act. Linear in the text.

    InputError if it is no act, if nothing tells which, or if `hints.called` is neither known nor an address with a title.
    """
    act = parse_act(read_bytes(content, name), language(hints.language) if hints.language else None)
    if next(act.mains(), None) is None:
        raise InputError("act-without-articles", name=name, code=act.language.code)
    work = _named(act, hints) if hints.called else act_told(act, hints.state)
    if work is None:
        raise InputError("work-untold", name=name)
    edition = hints.edition or edition_of(find_amendments(act)) or work.date
    sha256 = hashlib.sha256(content).hexdigest()
    title = hints.title or _title(act, work)
    held = Held(work.iri, work.id, edition, act.language.code, name, sha256, title, source, hints.repealed)
    ended = hints.repealed or repealed_on(act) or ""
    return Reading(
        held,
        units_of(act),
        _links(act, work.iri),
        work.kind,
        work.date,
        work.number,
        ended,
    )


def act_told(act: Act, state: str = "") -> Work | None:
    """Which act a text is, as it tells by itself; `state` is whose it is where it does not tell that."""
    return work_of(act) or _identified(act) or _requisites(act, state)


def _named(act: Act, hints: Hints) -> Work:
    known = work_named(hints.called, act.language.code)
    if known is not None:
        return known
    parts = hints.called.split("/")
    # An address is made of words alone: it is one of the server's, names a folder, and stands in answers without quotes.
    sound = len(hints.called.encode()) <= _LONGEST and all(_SEGMENT.fullmatch(part) for part in parts[1:])
    if len(parts) == 7 and parts[:2] == ["", "akn"] and parts[3] == "act" and hints.title and sound:
        return Work("", parts[4], parts[5], parts[6], hints.called)
    raise InputError("work-unknown-address", typed=hints.called)


def _identified(act: Act) -> Work | None:
    """The act as a pack of its jurisdiction knows it, which no list of works names."""
    identity = identify(act)
    if identity is None:
        return None
    kind, date, number = (*identity.iri.split("/")[4:7], "", "", "")[:3]
    return Work(identity.slug, kind, date, number or None, identity.iri)


def _requisites(act: Act, state: str) -> Work | None:
    """The act that its own front names by kind, day and number, above all articles.

    A title can name another act, as those of amending acts do: a line that begins with an act's kind tells first, one that
    is a title last.
    """
    where, titled = country_of(act), act.language.naming.titled
    where = state if state and where in UNPLACED else where
    told: list[tuple[int, Work]] = []
    for span in _front(act):
        mentions = find_mentions(act.folded, span, act.language, where)
        words = act.folded[span.start : span.end]
        begins = bool(mentions) and not act.folded[span.start : mentions[0].span.start].strip()
        rank = 2 if titled.match(words) else 0 if begins else 1
        works = (mention.work for mention in mentions if mention.work is not None and _is_told(mention, words, span, where))
        told += [(rank, work) for work in works if len(work.date) == len("2014-07-03") and work.number]
    work = min(told, key=lambda one: one[0], default=(0, None))[1]
    if work is None or is_placed(work.iri) or not state:
        return work
    return replace(work, id="", iri=work_iri(state, work.kind, work.date, work.number))  # known before its state was


def _is_told(mention: Mention, line: str, span: Span, where: str) -> bool:
    """Whether a line of the front says that the act is one that it names: by the act's year, or by a name alone if that is
    all the line or the act is of the same state. Many states have a criminal code.
    """
    work = mention.work
    if work is None or work.iri.split("/")[2] == where or work.date[:4] in line:
        return True
    return not (line[: mention.span.start - span.start] + line[mention.span.end - span.start :]).strip(_AROUND)


_AROUND = ' \t#*«»"“”.,:'  # what may stand about a name that is all a line says


def _front(act: Act) -> list[Span]:
    """The first lines above all articles or points. A title that is set as a heading opens the act's first division."""
    return [line.span for line in _front_lines(act)]


def _front_lines(act: Act) -> list[Line]:
    first = next((span.start for main in act.mains() for span in (*main.heading, *main.text)[:1]), len(act.folded))
    return [line for line in act.document.lines[:_FRONT] if line.span.start < first]


_FRONT = 12  # lines, among which an act says what it is


def _title(act: Act, work: Work) -> str:
    """The act's name in its language: as a pack has it, else the first line of its front that is neither an editor's nor
    a numbered heading, else the name of the page."""
    identity = identify(act)
    if identity is not None and act.language.code in identity.titles:
        return identity.titles[act.language.code]
    packs = (load(name)["works"] for name in names() if name.endswith("/works"))
    titles: Mapping[str, str] = next(
        (row.get("titles", {}) for rows in packs for row in rows if work.id and row["id"] == work.id), {}
    )
    if act.language.code in titles:
        return str(titles[act.language.code])
    divisions = act.language.structure.divisions.values()
    lines = (line.span for line in _front_lines(act) if not line.note)
    named = (span for span in lines if not any(one.match(act.folded, *span) for one in divisions))
    first = next((words for span in named if (words := act.words(span).strip())), "")
    return (first or (act.document.title or "").strip())[:_LONGEST]


_LONGEST = 300  # characters of a title


def units_of(act: Act) -> tuple[Unit, ...]:
    """The units of an act in the order of its text; what stands outside articles, or points of an act without, is none."""
    understood = _Understood(_terms(act), *_offences(act))
    headings = _headings(act)
    return tuple(unit for main in act.mains() for unit in _of_main(act, main, headings.get(main.address, ""), understood))


def _headings(act: Act) -> Mapping[Address | None, str]:
    """What stands above points of an act without articles, which have no heading of their own: the annex, the chapter."""
    found: dict[Address | None, str] = {}
    above: list[str] = []
    for unit in act.walk():
        if unit.kind is Kind.DIVISION and not found:
            continue  # the title of the act itself
        if unit.kind is Kind.ANNEX:
            above = [unit.title or ""]
        elif unit.heading and unit.kind is not Kind.ARTICLE:
            above = [*above[:1], unit.title or ""] if above and above[0] else ["", unit.title or ""]
        elif unit.address is not None and unit.address.rooted and unit.kind is Kind.PART:
            found[unit.address] = ". ".join(filter(None, above))
    return found


class _Understood(NamedTuple):
    """By address of part or article: terms defined there, features, groups and punishments of the offence there."""

    terms: Mapping[Address, Sequence[str]]
    features: Mapping[Address, Sequence[str]]
    groups: Mapping[Address, Sequence[str]]
    punishments: Mapping[Address, Sequence[str]]


def _of_main(act: Act, article: Provision, above: str, understood: _Understood) -> Iterator[Unit]:
    """The parts of an article, and the article itself if it has no parts or anything beside them; a point as a whole."""
    if article.address is None:
        return
    if article.kind is Kind.PART:
        inside = [note for inner in article.walk() for note in inner.notes]
        yield _unit(act, article, article, "point", tuple(_lines(article)), inside, understood, above)
        return
    parts = [child for child in article.children if child.kind is Kind.PART and child.address is not None]
    beside = [child for child in article.children if child not in parts] if parts else list(article.children)
    lines = (*article.text, *(line for child in beside for line in _lines(child)), *article.closing)
    notes = (*article.notes, *(note for child in beside for inner in child.walk() for note in inner.notes))
    if not parts or lines or notes:
        yield _unit(act, article, article, "article", lines, notes, understood)
    for part in parts:
        inside = [note for inner in part.walk() for note in inner.notes]
        yield _unit(act, article, part, "part", tuple(_lines(part)), inside, understood)


def _lines(provision: Provision) -> Iterator[Span]:
    yield from provision.text
    for child in provision.children:
        yield from _lines(child)
    yield from provision.closing


def _unit(
    act: Act,
    article: Provision,
    holder: Provision,
    kind: str,
    lines: Sequence[Span],
    notes: Sequence[EditorNote],
    understood: _Understood,
    above: str = "",
) -> Unit:
    address = holder.address or article.address
    assert address is not None  # the caller has looked
    terms, features, groups, punishments = (tuple(dict.fromkeys(by.get(address, ()))) for by in understood)
    text = "\n".join(map(act.words, lines))
    noted = "\n".join(act.words(line) for note in notes for line in note.lines)
    excluded = article.excluded or holder.excluded
    title = article.title or above
    said = (kind, title, text, noted, terms, features, groups, punishments, excluded)
    digest = hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:24]
    return Unit(address.short, kind, title, text, noted, terms, features, groups, punishments, excluded, digest)


def _terms(act: Act) -> Mapping[Address, Sequence[str]]:
    found: dict[Address, list[str]] = {}
    for definition in find_definitions(act) if act.language.defining else ():
        found.setdefault(definition.address.within, []).append(" ".join(act.words(definition.term).split()))
    return found


def _offences(act: Act) -> tuple[Mapping[Address, Sequence[str]], ...]:
    """Features with information technology, groups, punishments; nothing for a language whose threats are not encoded."""
    if act.language.threats is None:
        return {}, {}, {}
    offences = find_offences(act).items
    features = {one.address: [*(f.code for f in one.features), *(proof.code for proof in one.ict)] for one in offences}
    punishments = {
        one.address: [p.kind.value for p in (*one.sanction.principal, *one.sanction.additional)] for one in offences
    }
    return features, {placed.offence.address: [placed.group.value] for placed in classify(act, offences)}, punishments


def _links(act: Act, own: str) -> tuple[Link, ...]:
    """References in the act's own words, each once for a provision; its name in its own front is none."""
    found = (
        Link(
            one.at.short if one.at else "",
            one.work.iri if one.work and one.work.iri != own else "",
            one.address.short if one.address else "",
        )
        for one in cited_in_act(act, own.split("/")[2], notes=False)
        if not one.missing
    )
    return tuple(dict.fromkeys(link for link in found if any((link.at, link.iri, link.to))))
