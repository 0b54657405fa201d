"""Elements and facts in words: "entry: consequence – substantial harm"."""

from __future__ import annotations

from collections.abc import Sequence

from saralau.cases.formula import Finding
from saralau.cases.vocabulary import terms
from saralau.messages import say


def elements(findings: Sequence[Finding], code: str) -> str:
    """Elements in words, each once."""
    return "; ".join(dict.fromkeys(f"{finding.deed}: {asked(finding, code)}" for finding in findings))


def asked(finding: Finding, code: str) -> str:
    """One element without the act: the facet and the terms that would fulfil it."""
    facet = (
        terms().label(finding.facet, code) if finding.facet in terms().facets else say(f"case-asks-{finding.facet}", code)
    )
    words = " / ".join(term(one, code) for one in finding.terms)
    return facet + (f" – {words}" if words else "")


def term(id: str, code: str) -> str:
    """A term, or a legal size of an amount, in words."""
    return terms().label(id, code) if id in terms().facet_of else say("case-size-" + id.replace("_", "-"), code)
