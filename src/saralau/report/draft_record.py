"""A draft and its consequences as JSON (`saralau/draft/1`, `saralau/draft-impact/1`)."""

from __future__ import annotations

from typing import Any

from saralau.drafts import Draft, Instruction
from saralau.drafts.defining import Undefined
from saralau.drafts.encoded import Answers, Encoded
from saralau.drafts.impact import Impact
from saralau.drafts.siblings import OutOfLine
from saralau.drafts.weighing import Broken, Moved
from saralau.report.draft_findings import Linted, findings_record
from saralau.taxonomy import Gap


def draft_record(draft: Draft) -> dict[str, Any]:
    """The instructions with their places in the draft, and everything that is none."""
    source = draft.document.source
    return {
        "schema": "saralau/draft/1",
        "source": source.name,
        "sha256": source.sha256,
        "edited_copy": draft.edited is not None,
        "instructions": [_instruction(one, draft) for one in draft.instructions],
        "refused": [
            {"line": draft.line(one.span), "span": list(one.span), "reason": one.message, "sentence": str(one)}
            for one in draft.refused
        ],
        "not_understood": [{"line": draft.line(span), "span": list(span)} for span in draft.rest],
        "elsewhere": [{"line": draft.line(span), "span": list(span)} for span in draft.elsewhere],
        "contents": [{"line": draft.line(span), "span": list(span)} for span in draft.contents],
    }


def _instruction(one: Instruction, draft: Draft) -> dict[str, Any]:
    address = one.target.address
    return {
        "kind": one.kind,
        "provision": address.short if address else None,
        "place": one.target.place or None,
        "sentence": one.target.sentence or None,
        "line": draft.line(one.span),
        "span": list(one.span),
        "text": one.text,
        "words": one.words,
        "before": one.before,
        "every": one.every,
        "to": one.to.short if one.to else None,
        "places": one.done.places,
        "letters_differ": one.done.letters,
        "blank_added": one.done.blank,
    }


def impact_record(told: Impact, found: Linted) -> dict[str, Any]:
    """The consequences. What is not known is null, with the reason in `encoded.unknown_because`."""
    return {
        "schema": "saralau/draft-impact/1",
        "act": told.identity.id if told.identity else None,
        "source": told.before.act.document.source.name,
        "sha256": told.before.act.document.source.sha256,
        "draft": draft_record(told.draft),
        "counts": told.diff.counts(),
        "articles": list(told.articles),
        "units": [
            {"place": change.place, "how": change.how, "title": change.title, "came_from": change.came_from}
            for change in (*(one for article in told.diff.articles for one in article.changes), *told.besides)
        ],
        "sanctions": [{"provision": one.address.short, "aspect": one.aspect, "direction": turn} for one, turn in told.turns],
        "categories": list(map(_moved, told.categories)),
        "groups": list(map(_moved, told.groups)),
        "gained": [
            {"provision": address.short, "feature": feature}
            for article in told.diff.articles
            for address, feature in article.gained
        ],
        "lost": [
            {"provision": address.short, "feature": feature}
            for article in told.diff.articles
            for address, feature in article.lost
        ],
        "gaps_closed": list(map(_gap, told.gaps_closed)),
        "gaps_opened": list(map(_gap, told.gaps_opened)),
        "references_broken": list(map(_broken, told.broken)),
        "references_mended": list(map(_broken, told.mended)),
        "references_left": [{"at": one.at, "to": one.to, "now": one.now} for one in told.left],
        "misordered": None
        if told.misordered is None
        else [{"provision": one.address.short, "basic": one.basic.short, "new": one.new} for one in told.misordered],
        "out_of_line": None if told.out_of_line is None else list(map(_sibling, told.out_of_line)),
        "definitions": None if told.undefined is None else list(map(_undefined, told.undefined)),
        "findings": findings_record(found),
        "encoded": _encoded(told.encoded),
    }


def _sibling(one: OutOfLine) -> dict[str, Any]:
    return {
        "provision": one.address.short,
        "direction": one.turn,
        "by": one.by,
        "features": list(one.features),
        "siblings": [address.short for address in one.siblings],
        "mildest": one.lowest.short,
        "gravest": one.highest.short,
        "new": one.new,
    }


def _undefined(one: Undefined) -> dict[str, Any]:
    return {
        "term": one.term,
        "provision": one.address.short,
        "lost": one.lost,
        "count": one.times,
        "uses": [address.short for address in one.uses],
    }


def _moved(row: Moved) -> dict[str, Any]:
    return {"provision": row.address.short, "earlier": row.before, "later": row.after}


def _gap(gap: Gap) -> dict[str, Any]:
    return {"provision": gap.address.short, "siblings": [address.short for address in gap.siblings]}


def _broken(one: Broken) -> dict[str, Any]:
    return {"at": one.at, "to": one.address, "status": one.status}


def _encoded(told: Encoded) -> dict[str, Any]:
    known = told.why is None
    return {
        "articles": list(told.articles),
        "unknown": list(told.unknown),
        "unknown_because": told.why,
        "disagreements": [{"kind": one.kind, "at": one.address, "what": one.what} for one in told.disagreements],
        "cases": {
            "judged": told.judged,
            "older": told.older,
            "changed": [
                {"case": one.name, "earlier": _answers(one.before), "later": _answers(one.after)} for one in told.cases
            ],
        }
        if known
        else None,
        "treaties": [
            {
                "treaty": coverage.treaty.id,
                "counts": coverage.counts(),
                "shifts": [
                    {
                        "scenario": one.after.scenario.id,
                        "source": one.after.scenario.source,
                        "direction": one.direction,
                        "earlier": one.before.status,
                        "later": one.after.status,
                    }
                    for one in shifts
                ],
            }
            for coverage, shifts in told.coverages
        ]
        if known
        else None,
    }


def _answers(rows: Answers) -> list[dict[str, str]]:
    return [{"kind": kind, "what": what} for kind, what in rows]
