"""The structure of an act for reading (a tree) and for programs (JSON, schema `saralau/structure/1`; Akoma Ntoso)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saralau.acts import Act, Event, Provision, Reference, balance, identify, write_akn
from saralau.amendments import edition_of, find_amendments
from saralau.citations import find_chains
from saralau.documents import Span
from saralau.version import __version__


def structure_tree(act: Act) -> Iterator[str]:
    """One indented line for each provision: kind, address, title or first words."""
    for provision in act.provisions:
        yield from _lines(act, provision, 0)


def _lines(act: Act, provision: Provision, depth: int) -> Iterator[str]:
    name = provision.address.printed if provision.address else provision.number or ""
    words = provision.title or (_first_words(act, provision.text[0]) if provision.text else "")
    marks = "".join(f" [{mark}]" for mark in ("excluded", "implied") if getattr(provision, mark))
    yield f"{'  ' * depth}{provision.kind.value} {name}{marks}  {words}".rstrip()
    for child in provision.children:
        yield from _lines(act, child, depth + 1)


def _first_words(act: Act, span: Span) -> str:
    words = " ".join(act.words(span).split())
    return words if len(words) <= 80 else words[:79] + "…"


def structure_basis(act: Act) -> dict[str, str]:
    """What the structure rests on: version, act, edition, file and checksum; no general part is asked."""
    identity, source = identify(act), act.document.source
    return {
        "version": __version__,
        "act": identity.id if identity else source.name,
        "edition": edition_of(find_amendments(act)) or "",
        "source": source.name,
        "sha256": source.sha256,
        "general_part": "–",
    }


def structure_akn(act: Act) -> str:
    """The act as Akoma Ntoso, with its lifecycle as its notes tell it, and references wherever one place is meant."""
    events = [Event(event.date, event.number) for event in find_amendments(act) if not event.announced]
    return write_akn(act, identify(act), events, [*_citations(act), *_links(act)])


def _citations(act: Act) -> Iterator[Reference]:
    """References to one provision of the act; those to several at once are for the room of citations to take apart."""
    for article in act.mains():
        for unit in article.walk():
            here = unit.address or article.address
            if here is None:
                continue
            for span in (*unit.text, *unit.closing):
                for citation in find_chains(act.folded, span, act.language, here):
                    if len(citation.targets) == 1:
                        yield Reference(citation.span, citation.targets[0])


def _links(act: Act) -> Iterator[Reference]:
    for link in act.document.links:
        if link.target.startswith(("https://", "http://")):
            yield Reference(link.span, link.target)


def structure_record(act: Act) -> dict[str, Any]:
    """The whole tree with addresses, titles and places in the source, the ledger and the defects."""
    ledger = balance(act)
    source = act.document.source
    return {
        "schema": "saralau/structure/1",
        "version": __version__,
        "edition": edition_of(find_amendments(act)) or "",
        "source": {
            "name": source.name,
            "format": source.format,
            "sha256": source.sha256,
            "encoding": source.encoding,
        },
        "language": act.language.code,
        "language_verified": act.language.verified,
        "left_out": {
            "hyphens": act.document.soft_hyphens,
            "running_heads": list(act.document.running_heads),
        },
        "ledger": {name: getattr(ledger, name) for name in ledger.__slots__ if name not in ("unassigned", "doubled")},
        "balanced": ledger.balanced,
        "provisions": [_record(act, provision) for provision in act.provisions],
        "orphans": [_place(act, span) for span in act.orphans],
        "defects": [
            {
                "code": defect.code,
                "at": defect.address.short if defect.address else None,
                "detail": defect.detail,
                "span": _place(act, defect.span),
            }
            for defect in act.defects
        ],
    }


def _record(act: Act, provision: Provision) -> dict[str, Any]:
    record: dict[str, Any] = {"kind": provision.kind.value, "number": provision.number}
    if provision.address:
        record |= {"address": provision.address.short, "eid": provision.address.eid}
    if provision.title:
        record["title"] = provision.title
    for mark in ("excluded", "implied"):
        if getattr(provision, mark):
            record[mark] = True
    if provision.anchors:
        record["anchors"] = list(provision.anchors)
    record["spans"] = [_place(act, span) for span in (*provision.heading, *provision.text, *provision.closing)]
    if provision.notes:
        record["notes"] = [_place(act, line) for note in provision.notes for line in note.lines]
    if provision.children:
        record["children"] = [_record(act, child) for child in provision.children]
    return record


def _place(act: Act, span: Span) -> dict[str, int]:
    start, end = act.document.source_span(span)
    return {"start": start, "end": end, "line": act.document.position(span.start).line}
