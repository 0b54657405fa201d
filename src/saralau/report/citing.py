"""References of a file as records and lines, and the audit of a text against an act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from saralau.acts import UNTOLD, Act, Address, Event, Reference, identify, parse_act, read_act, write_akn
from saralau.acts.address import BODY
from saralau.amendments import Amendment, edition_of, find_amendments
from saralau.citations import Citation, cited_in_act, cited_in_document
from saralau.citations.against import Against
from saralau.citations.against import against as against_act
from saralau.citations.resolving import (
    NOTHING,
    Contents,
    Holdings,
    Resolution,
    expanded,
    find_moved,
    led_into_annexes,
    resolve,
    titles_of,
)
from saralau.citations.works import Work, country_of, register, work_named, work_of
from saralau.documents import Document, Span, read
from saralau.languages import language
from saralau.messages import InputError, say
from saralau.packs import load

_NOWHERE = Address("")


@dataclass(frozen=True, slots=True)
class Cited:
    """A file with its references, and each with what stands there where the act is in hand.

    `contents` is the file as an act, None if it is none; `work` which act, None if no pack knows it.
    """

    document: Document
    contents: Contents | None
    work: Work | None
    found: tuple[tuple[Citation, Resolution], ...]

    @property
    def act(self) -> Act | None:
        """The file as an act."""
        return self.contents.act if self.contents else None

    @property
    def language(self) -> str:
        """The code of the language in which the file was read; "" where it is no act."""
        return self.contents.act.language.code if self.contents else ""

    def own(self, citation: Citation) -> bool:
        """Whether a reference leads to the file itself."""
        if self.contents is None or citation.unknown:
            return False
        return citation.work is None or (self.work is not None and citation.work.iri == self.work.iri)


def cite(
    path: Path, code: str | None = None, holdings: Holdings = NOTHING, on: str | None = None, called: str | None = None
) -> Cited:
    """Every reference in the file at `path`, each with what stands there in the file itself or in `holdings` on a day.

    `called` says which act the file is (an id of a pack, a portal id or an IRI) where it does not say so itself.
    """
    return cite_document(read(path), code, holdings, on, called)


def cite_document(
    document: Document,
    code: str | None = None,
    holdings: Holdings = NOTHING,
    on: str | None = None,
    called: str | None = None,
    known: Work | None = None,
    read_against: Against | None = None,
) -> Cited:
    """The same for a file that has been read; `known` says which act it is where no pack knows it. What is no act of a known
    state names acts as one that is read against another: that one, and its state's.
    """
    if not document.lines:
        raise InputError("file-without-text", name=document.source.name)
    act = parse_act(document, language(code) if code else None)
    identity, work = identify(act), named_work(called, act.language.code) if called else work_of(act) or known
    country = identity.jurisdiction if identity else work.iri.split("/")[2] if work else ""
    is_act = next(act.mains(), None) is not None
    if not country and read_against is not None and is_act and (whose := country_of(act)) != UNTOLD:
        country = whose
    facing = None if country else read_against
    country = country or (facing.country if facing else _at_home())
    if not is_act:
        found = cited_in_document(document, act.language.code, country, on, titles_of(holdings), facing)
        citations = tuple(led_into_annexes(found, holdings, on))
        return Cited(document, None, None, tuple(zip(citations, resolve(citations, holdings, on), strict=True)))
    home = Contents(act)
    shelf = _Beside(home, work.iri if work else None, holdings)
    found = cited_in_act(act, country, on, titles=titles_of(holdings), against=facing)
    citations = tuple(_expanded(tuple(led_into_annexes(found, shelf, on)), work, home))
    return Cited(document, home, work, tuple(zip(citations, resolve(citations, shelf, on, home), strict=True)))


def _at_home() -> str:
    """The jurisdiction whose acts a text is taken to cite where it does not say which."""
    return str(load("defaults")["register"]).split("/")[0]


def named_work(called: str, code: str) -> Work:
    """The work of that id or address; InputError names what is known."""
    work = work_named(called, code)
    if work is None:
        known = [entry.work.id for entry in register(code).entries if entry.work.id]
        raise InputError("work-unknown", typed=called, known=", ".join(known))
    return work


def _expanded(citations: Sequence[Citation], work: Work | None, home: Contents) -> Iterator[Citation]:
    """The citations with what stands inside their ranges, where these lead to the act in hand."""
    own = [citation for citation in citations if _within(citation, work)]
    between = [citation for citation in expanded(own, home) if citation.between]
    yield from sorted((*citations, *between), key=lambda citation: (citation.span.start, citation.between))


@dataclass(frozen=True, slots=True)
class _Beside:
    """Holdings with the act that is being read."""

    home: Contents
    iri: str | None
    others: Holdings

    def edition(self, iri: str, on: str | None) -> Contents | None:
        return self.home if iri == self.iri else self.others.edition(iri, on)


@dataclass(frozen=True, slots=True)
class Audit:
    """A text held against an edition of an act: its references to that act, each with what stands there."""

    document: Document
    act: Act
    found: tuple[tuple[Citation, Resolution], ...]
    elsewhere: tuple[tuple[Citation, Resolution], ...]  # references to other acts
    changes: Mapping[str, Sequence[Amendment]]  # by article, since the day that was asked for


def audit(path: Path, against: Path, since: str | None, before: Path | None = None) -> Audit:
    """References in the file at `path` to the act in the file `against`; `since` is an ISO date.

    `before` is an earlier edition: a reference to what stood there and stands elsewhere now is told to be renumbered.
    """
    return audit_document(read(path), read_act(against), since, read_act(before) if before else None)


def audit_document(
    document: Document,
    act: Act,
    since: str | None,
    before: Act | None = None,
    known: Work | None = None,
    holdings: Holdings = NOTHING,
) -> Audit:
    """The same for texts that have been read. `known` says which act it is where no pack knows it; `holdings` knows the
    titles of acts that no pack has.
    """
    from saralau.corpus.units import act_told

    named = work_of(act)
    facing = against_act(act, named or known or act_told(act), _called(act))
    work, contents = facing.work, Contents(act)
    moved = find_moved(_earlier(before, named or known), contents) if before else {}
    cited = cite_document(document, holdings=holdings, read_against=facing)
    own = cited.work is not None and work is not None and cited.work.iri == work.iri
    home = own or named is None  # words that name no act mean one that no pack knows
    mine = [citation for citation, _ in cited.found if _leads_to(citation, work, home=home)]
    others = [pair for pair in cited.found if not _leads_to(pair[0], work, home=home)]
    changes: dict[str, list[Amendment]] = {}
    for event in find_amendments(act):
        if event.address is not None and event.changes and (since is None or event.date > since):
            changes.setdefault(event.address.article, []).append(event)
    return Audit(
        cited.document,
        act,
        tuple((citation, _renumbered(citation, contents.resolve(citation), moved)) for citation in mine),
        tuple(others),
        changes,
    )


def _called(act: Act) -> Sequence[str]:
    """What packs call an act in its language."""
    identity, code = identify(act), act.language.code
    return [identity.titles[code]] if identity is not None and code in identity.titles else []


def _earlier(act: Act, work: Work | None) -> Contents:
    """An earlier edition of the act; InputError where the text is known to be another one."""
    other = work_of(act)
    if work is not None and other is not None and other.iri != work.iri:
        raise InputError("align-different-acts", one=work.id or work.iri, other=other.id or other.iri)
    return Contents(act)


def _renumbered(citation: Citation, resolution: Resolution, moved: Mapping[Address, Address]) -> Resolution:
    now = moved.get(citation.address) if citation.address else None
    return replace(resolution, status="renumbered", address=now) if now else resolution


def _within(citation: Citation, work: Work | None) -> bool:
    """Whether a reference is to a provision of the act in which its words stand."""
    if citation.kind != "provision" or citation.unknown:
        return False
    return citation.work is None or (work is not None and citation.work.iri == work.iri)


def _leads_to(citation: Citation, work: Work | None, *, home: bool) -> bool:
    """Whether a reference is to a provision of the act; `home` tells that it is meant wherever no other is named."""
    if citation.kind not in ("provision", "division"):
        return False
    if citation.work is None:
        return home and not citation.unknown
    return work is not None and citation.work.iri == work.iri


def citation_record(citation: Citation, resolution: Resolution, document: Document) -> dict[str, Any]:
    """One reference as JSON (`saralau/citation/1`)."""
    start, end = document.source_span(citation.span)
    place = document.position(citation.span.start)
    record: dict[str, Any] = {
        "schema": "saralau/citation/1",
        "kind": citation.kind,
        "words": _words(document, citation.span),
        "phrase": _shown(document, citation.phrase, _PHRASE),
        "span": {"start": start, "end": end, "line": place.line},
        "address": citation.address.short if citation.address and citation.address.article else None,
        "place": citation.place,
        "until": citation.until.short if citation.until else None,
        "relative": citation.relative,
        "excepted": citation.excepted,
        "between": citation.between,
        "at": citation.at.short if citation.at else None,
        "noted": citation.noted,
        "act": None,
        "iri": _iri(citation),
        "status": resolution.status,
        "reason": resolution.reason,
    }
    if citation.work is not None:
        work = citation.work
        record["act"] = {
            "id": work.id or None,
            "iri": work.iri,
            "portal_id": work.portal_id,
            "date": work.date,
            "number": work.number,
            "assumed": citation.assumed,
            "disputed": citation.disputed,
        }
    if resolution.address is not None:
        record["found"] = resolution.address.short
    return record


def _iri(citation: Citation) -> str | None:
    """The address in the naming convention of Akoma Ntoso: the work and, behind `~`, the element; "#" in the act itself."""
    if citation.unknown or citation.missing:
        return None
    work = citation.work.iri if citation.work else ""
    eid = element_id(citation)
    return f"{work}/~{eid}" if work and eid else work or (f"#{eid}" if eid else None)


def element_id(citation: Citation) -> str | None:
    """The Akoma Ntoso element id of a provision or a division; None for an act as a whole."""
    if citation.kind == "division":
        level, _, number = (citation.place or "").partition(":")
        if level == "annex":
            return Address(f"att{number}").eid if number else None
        return f"{_ELEMENTS[level]}_{number}" if number else None
    return citation.address.eid if citation.address and citation.address.article else None


_ELEMENTS = {"chapter": "chp", "section": "sec", "paragraph": "subchp", "annex": "att"}


def citations_akn(cited: Cited) -> str:
    """The act as Akoma Ntoso in which every reference is a `ref`; InputError where the file is no act.

    Where one word names several places ("parts 1 and 2 of articles 5 and 6"), the first is written.
    """
    if cited.contents is None:
        raise InputError("act-without-articles", name=cited.document.source.name, code=cited.language or "–")
    act = cited.contents.act
    events = [Event(event.date, event.number) for event in find_amendments(act) if not event.announced]
    alone = Counter(citation.phrase for citation, _ in cited.found)
    written: dict[Span, Reference] = {}
    for citation, _ in cited.found:
        span = citation.phrase if alone[citation.phrase] == 1 else citation.span
        if not citation.between and (target := _iri(citation)) is not None:
            written.setdefault(span, Reference(span, target))
    return write_akn(act, identify(act), events, list(written.values()))


def citation_lines(cited: Cited, code: str) -> Iterator[str]:
    """A reference a line: place, words, address, act, what stands there; then counts by kind and status."""
    for citation, resolution in cited.found:
        line = cited.document.position(citation.span.start).line
        words, status = _shown(cited.document, citation.phrase, _LINE), status_of(citation, resolution, code)
        yield f"{line:>6}  {where(citation, code):<34} {status:<24} {words}{_doubt(citation, code)}"
    kinds = Counter(citation.kind for citation, _ in cited.found)
    yield say(
        "cite-counts",
        code,
        all=len(cited.found),
        provisions=kinds["provision"],
        divisions=kinds["division"],
        acts=kinds["act"],
        treaties=kinds["treaty"],
    )


def _doubt(citation: Citation, code: str) -> str:
    """What the words tell of an act and the register contradicts."""
    if citation.disputed is None or citation.work is None:
        return ""
    known = f"{citation.work.date} № {citation.work.number or '–'}" if citation.work.id else "–"
    return "  " + say("cite-disputed", code, told=citation.disputed, known=known)


def audit_lines(audited: Audit, code: str) -> Iterator[str]:
    """Each reference to the act with what stands there and what has changed since; then counts."""
    for citation, resolution in audited.found:
        line = audited.document.position(citation.span.start).line
        acts = [f"{date} № {number}" for date, number in changed_by(audited, citation, resolution)]
        changed = say("audit-changed", code, acts=", ".join(acts)) if acts else ""
        title, status = resolution.title or "", status_of(citation, resolution, code)
        named = citation.work is not None and citation.work.date  # what nothing tells which act it is has no name to print
        place = where(citation if named else replace(citation, work=None), code)
        yield f"{line:>6}  {place:<24} {status:<24} {title}  {changed}".rstrip()
    statuses = Counter(resolution.status for _, resolution in audited.found)
    yield say(
        "audit-counts",
        code,
        all=len(audited.found),
        there=statuses["exists"],
        excluded=statuses["excluded"],
        dead=statuses["dead"],
        other=len(audited.found) - sum(statuses[known] for known in ("exists", "excluded", "dead")),
        elsewhere=len(audited.elsewhere),
        edition=edition_of(find_amendments(audited.act)) or "–",
    )


def changed_by(audited: Audit, citation: Citation, resolution: Resolution) -> list[tuple[str, str]]:
    """Dates and numbers of the acts that have changed the article since, in their order; none for what is not there."""
    at = resolution.address or citation.address
    if at is None or resolution.status not in ("exists", "excluded", "renumbered"):
        return []
    return sorted({(event.date, event.number) for event in audited.changes.get(at.article, ())})


def audit_record(audited: Audit) -> dict[str, Any]:
    """The audit as JSON (`saralau/audit/1`)."""
    return {
        "schema": "saralau/audit/1",
        "text": {"source": audited.document.source.name, "sha256": audited.document.source.sha256},
        "act": {
            "source": audited.act.document.source.name,
            "sha256": audited.act.document.source.sha256,
            "edition": edition_of(find_amendments(audited.act)) or "",
        },
        "references": [
            {
                **citation_record(citation, resolution, audited.document),
                "title": resolution.title,
                "changed_since": [
                    {"date": event.date, "number": event.number, "action": event.action}
                    for event in audited.changes.get((resolution.address or citation.address or _NOWHERE).article, ())
                    if resolution.status in ("exists", "excluded", "renumbered")
                ],
            }
            for citation, resolution in audited.found
        ],
        "elsewhere": [citation_record(*pair, audited.document) for pair in audited.elsewhere],
    }


def where(citation: Citation, code: str, named: Callable[[Work], str] | None = None) -> str:
    """Act and address of a reference, for reading; "?" behind an act that the words do not name. `named` calls acts and,
    like a page, other units than articles by words; otherwise they have their ids.
    """
    address = citation.address.printed if citation.address and citation.address.article else ""
    until = f"–{citation.until.printed}" if citation.until else ""
    place = f" {_place(citation.place, code) if named else citation.place.replace(':', ' ')}" if citation.place else ""
    if citation.annexed is not None:
        place = " " + say("cite-annexed", code, point=citation.annexed.address._replace(article=BODY).printed)
    if citation.unknown:
        act = "?"
    elif citation.work is None:
        act = "" if address or place else say("cite-own-act", code)
    else:
        work = citation.work
        act = (named(work) if named else work.id or work.portal_id or work.iri) + ("?" if citation.assumed else "")
    return " ".join(filter(None, (act, (address + until + place).strip())))


def _place(place: str, code: str) -> str:
    kind, _, number = place.partition(":")
    if kind == "annex":
        return say("annex", code, number=number)
    return say(f"history-unit-{kind}", code, number=number) if kind in _ELEMENTS else place.replace(":", " ")


def status_of(citation: Citation, resolution: Resolution, code: str) -> str:
    """What stands there, in words."""
    if citation.between or citation.excepted:
        return say("cite-between" if citation.between and not citation.excepted else "cite-excepted", code)
    if resolution.status == "dead" and citation.noted:
        return say("cite-noted", code)
    if resolution.status == "dead" and resolution.address is None:
        return say("cite-dead-alone", code)
    if resolution.status in ("dead", "renumbered") and resolution.address is not None:
        return say(f"cite-{resolution.status}", code, nearest=resolution.address.printed)
    if resolution.status == "unresolved":
        return say(f"cite-missing-{resolution.reason}", code)
    if resolution.misnamed and resolution.address is not None:
        return say("cite-misnamed", code, address=resolution.address.printed)
    return say(f"cite-{resolution.status.replace('_', '-')}", code)


def home_work(cited: Cited) -> str | None:
    """The address of the act that the file is: "" for one that no pack knows, None where the file is no act."""
    return None if cited.act is None else cited.work.iri if cited.work else ""


def _words(document: Document, span: Span) -> str:
    return " ".join(document.text[span.start : span.end].split())


_PHRASE, _LINE = 400, 160  # characters of a phrase in a record and on a line: one list can have thousands of members


def _shown(document: Document, span: Span, most: int) -> str:
    words = _words(document, Span(span.start, min(span.end, span.start + most + 1)))
    return words if span.end - span.start <= most else words[: most - 1] + "…"
