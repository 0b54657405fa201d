"""The terms of several acts as JSON (`saralau/terms/1`)."""

from __future__ import annotations

from typing import Any

from saralau.amendments import Amendment, edition_of, entry_into_force, find_amendments
from saralau.documents import Span
from saralau.history.definitions import DefinitionLife, Losing
from saralau.report.definitions import basis_of
from saralau.report.terms import TermsTold, compared
from saralau.terms.conflicts import Place, TermFinding
from saralau.terms.namesakes import Namesakes
from saralau.terms.naming import WORD
from saralau.terms.scope import scope_of
from saralau.terms.survey import Surveyed


def terms_record(told: TermsTold) -> dict[str, Any]:
    """One record for all acts: each with its definitions, the findings, the matrix, the network, the drift, what has
    several names."""
    return {
        "schema": "saralau/terms/1",
        "acts": [_act(one, lives) for one, lives in zip(told.acts, told.lives, strict=True)],
        "findings": [_finding(told, one) for one in told.findings],
        "losing": [_losing(one) for one in told.losing],
        "matrix": [{"term": row.term, "cells": [cell._asdict() for cell in row.cells]} for row in told.matrix],
        "network": [tie._asdict() for tie in told.ties],
        "editions": [
            {**one._asdict(), "places": {code: list(places) for code, places in one.places.items()}} for one in told.editions
        ],
        "namesakes": [_namesakes(one) for one in told.namesakes],
        "kinds": [{**one._asdict(), "kinds": dict(one.kinds)} for one in told.kinds],
    }


def _act(one: Surveyed, lives: tuple[DefinitionLife, ...]) -> dict[str, Any]:
    return {
        "basis": basis_of(one.act, edition_of(find_amendments(one.act))),
        "work": one.work.iri if one.work else None,
        "definitions": [_definition(one, life) for life in lives],
    }


def _definition(one: Surveyed, life: DefinitionLife) -> dict[str, Any]:
    definition = life.definition
    scope = scope_of(one.act, definition)
    names = [named.name for named in one.names if named.name.definition == definition]
    return {
        "at": definition.address.short,
        "term": {"words": " ".join(one.act.words(definition.term).split()), **_place(definition.term)},
        "scope": {
            "articles": None if scope.articles is None else sorted(scope.articles),
            "without": sorted(scope.without),
        },
        "uses": sum(1 for name in names for _ in one.used(name.stems)),
        "since": life.since,
        "changes": [_change(event) for event in life.changes],
        "perhaps_changed_by": life.perhaps,
        "announced": [_change(event) for event in life.announced],
    }


def _change(event: Amendment) -> dict[str, Any]:
    entry = entry_into_force(event)
    when = {"not_before": entry.not_before, "exact": entry.exact}
    return {"action": event.action, "passed": event.date, "number": event.number, **when}


def _finding(told: TermsTold, finding: TermFinding) -> dict[str, Any]:
    pieces = compared(told, finding)
    words = None
    if pieces:
        kept = sum(len(WORD.findall(piece.before)) for piece in pieces if piece.stays)
        sides = [sum(len(WORD.findall(text)) for text in side) for side in zip(*pieces, strict=True)]
        words = {"kept": kept, "other": sides[0], "this": sides[1]}
    return {**_found(finding), "words": words}


def _found(finding: TermFinding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "term": finding.term,
        "act": finding.act,
        "at": finding.address.short,
        **_place(finding.span),
        "others": [_other(place) for place in finding.others],
    }


def _other(place: Place) -> dict[str, Any]:
    return {"act": place.act, "at": place.address.short, **_place(place.span)}


def _namesakes(one: Namesakes) -> dict[str, Any]:
    names = [{"words": it.words, "at": [_other(place) for place in it.places]} for it in one.called]
    return {"why": one.why, "language": one.language, "names": names}


def _losing(one: Losing) -> dict[str, Any]:
    when = {"not_before": one.entry.not_before if one.entry else None, "exact": one.entry.exact if one.entry else None}
    return {**_found(one.finding), "action": one.action, "number": one.number, **when}


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
