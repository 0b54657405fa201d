"""R006: a reference to a number that two provisions have, or to a part or a point that could be of any article."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import own
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References of which nobody can tell where they lead. An act named by too little for this program is another matter."""
    twice = {one.address: one.span for one in subject.defects if one.code == "duplicate_number" and one.address}
    for citation, resolution in own(subject):
        if resolution.status == "exists" and citation.address in twice:
            yield Finding(citation.span, citation.at, {"to": citation.address.printed}, related=(twice[citation.address],))


RULE = Rule("R006", "ambiguous-reference", "references", check)
