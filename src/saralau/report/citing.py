"""References of a file as records and lines, and the audit of a text against an act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saralau.acts import Act, Address, Identity, identify, parse_act, read_act
from saralau.amendments import Amendment, edition_of, find_amendments
from saralau.citations import Citation, cited_in_act, cited_in_document
from saralau.citations.resolving import Contents, Resolution
from saralau.documents import Document, Span, read
from saralau.languages import language
from saralau.messages import InputError, say
from saralau.packs import load

_NOWHERE = Address("")


@dataclass(frozen=True, slots=True)
class Cited:
    """A file with its references, and each with what stands there where the act is in hand."""

    document: Document
    identity: Identity | None  # of the file, if it is a known act
    found: tuple[tuple[Citation, Resolution | None], ...]


def cite(path: Path, code: str | None) -> Cited:
    """Every reference in the file at `path`; those to the file's own act, if it is one, with what stands there."""
    document = read(path)
    if not document.lines:
        raise InputError("file-without-text", name=document.source.name)
    act = parse_act(document, language(code) if code else None)
    if next(act.articles(), None) is None:
        citations = cited_in_document(document, act.language.code, _country(None))
        return Cited(document, None, tuple((citation, None) for citation in citations))
    identity, contents = identify(act), Contents(act)
    return Cited(
        document,
        identity,
        tuple(
            (citation, contents.resolve(citation) if _within(citation, identity) else None)
            for citation in cited_in_act(act, _country(identity))
        ),
    )


@dataclass(frozen=True, slots=True)
class Audit:
    """A text held against an edition of an act: its references to that act, each with what stands there."""

    document: Document
    act: Act
    found: tuple[tuple[Citation, Resolution], ...]
    elsewhere: tuple[Citation, ...]  # references to other acts
    changes: Mapping[str, Sequence[Amendment]]  # by article, since the day that was asked for


def audit(path: Path, against: Path, since: str | None) -> Audit:
    """References in the file at `path` to the act in the file `against`; `since` is an ISO date."""
    act = read_act(against)
    identity, contents = identify(act), Contents(act)
    cited = cite(path, None)
    mine = [citation for citation, _ in cited.found if _leads_to(citation, identity)]
    changes: dict[str, list[Amendment]] = {}
    for event in find_amendments(act):
        if (
            event.address is not None
            and event.action not in ("announced", "ruled")
            and (since is None or event.date > since)
        ):
            changes.setdefault(event.address.article, []).append(event)
    return Audit(
        cited.document,
        act,
        tuple((citation, contents.resolve(citation)) for citation in mine),
        tuple(citation for citation, _ in cited.found if citation not in set(mine)),
        changes,
    )


def _within(citation: Citation, identity: Identity | None) -> bool:
    return citation.kind == "provision" and (citation.work is None or _leads_to(citation, identity))


def _leads_to(citation: Citation, identity: Identity | None) -> bool:
    """Whether a reference is to a provision of the act; one that no pack knows is meant wherever no other is named."""
    if citation.kind != "provision":
        return False
    if identity is None:
        return citation.work is None
    return citation.work is not None and citation.work.iri == identity.iri


def _country(identity: Identity | None) -> str:
    return identity.jurisdiction if identity else str(load("defaults")["register"]).split("/")[0]


def citation_record(citation: Citation, resolution: Resolution | None, document: Document) -> dict[str, Any]:
    """One reference as JSON (`saralau/citation/1`)."""
    start, end = document.source_span(citation.span)
    place = document.position(citation.span.start)
    record: dict[str, Any] = {
        "schema": "saralau/citation/1",
        "kind": citation.kind,
        "words": _words(document, citation.span),
        "phrase": _words(document, citation.phrase),
        "span": {"start": start, "end": end, "line": place.line},
        "address": citation.address.short if citation.address and citation.address.article else None,
        "until": citation.until.short if citation.until else None,
        "relative": citation.relative,
        "act": None,
        "status": resolution.status if resolution else "unresolved" if citation.missing else "not_in_hand",
        "reason": resolution.reason if resolution else citation.missing or "",
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
        }
    if resolution is not None and resolution.address is not None:
        record["found"] = resolution.address.short
    return record


def citation_lines(cited: Cited, code: str) -> Iterator[str]:
    """A reference a line: place, words, address, act, what stands there; then counts by kind and status."""
    for citation, resolution in cited.found:
        line = cited.document.position(citation.span.start).line
        words, status = _words(cited.document, citation.phrase), _status(citation, resolution, code)
        yield f"{line:>6}  {_where(citation, code):<34} {status:<24} {words}"
    kinds = Counter(citation.kind for citation, _ in cited.found)
    yield say(
        "cite-counts", code, all=len(cited.found), provisions=kinds["provision"], acts=kinds["act"], treaties=kinds["treaty"]
    )


def audit_lines(audited: Audit, code: str) -> Iterator[str]:
    """Each reference to the act with what stands there and what has changed since; then counts."""
    for citation, resolution in audited.found:
        line = audited.document.position(citation.span.start).line
        at = resolution.address or citation.address
        events = audited.changes.get(at.article if at else "", ())
        changed = (
            say("audit-changed", code, acts=", ".join(f"{event.date} № {event.number}" for event in events))
            if events
            else ""
        )
        title, status = resolution.title or "", _status(citation, resolution, code)
        yield f"{line:>6}  {_where(citation, code):<24} {status:<24} {title}  {changed}".rstrip()
    statuses = Counter(resolution.status for _, resolution in audited.found)
    yield say(
        "audit-counts",
        code,
        all=len(audited.found),
        there=statuses["exists"],
        excluded=statuses["excluded"],
        dead=statuses["dead"],
        elsewhere=len(audited.elsewhere),
        edition=edition_of(find_amendments(audited.act)) or "–",
    )


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
                ],
            }
            for citation, resolution in audited.found
        ],
        "elsewhere": [citation_record(citation, None, audited.document) for citation in audited.elsewhere],
    }


def _where(citation: Citation, code: str) -> str:
    address = citation.address.printed if citation.address and citation.address.article else ""
    until = f"–{citation.until.printed}" if citation.until else ""
    if citation.work is None:
        act = "" if citation.kind == "provision" else say("cite-own-act", code)
    else:
        act = citation.work.id or citation.work.portal_id or citation.work.iri
    return " ".join(filter(None, (act, address + until)))


def _status(citation: Citation, resolution: Resolution | None, code: str) -> str:
    if resolution is None:
        return say("cite-missing-article", code) if citation.missing else ""
    if resolution.status == "dead":
        return say("cite-dead", code, nearest=resolution.address.printed if resolution.address else "–")
    if resolution.status == "unresolved":
        return say("cite-missing-article", code)
    if resolution.misnamed and resolution.address is not None:
        return say("cite-misnamed", code, address=resolution.address.printed)
    return say(f"cite-{resolution.status}", code)


def _words(document: Document, span: Span) -> str:
    return " ".join(document.text[span.start : span.end].split())
