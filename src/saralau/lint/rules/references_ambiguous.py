"""R006: a reference to a number that two provisions have, or to a part or a point that could be of any article."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import of_this_act
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """References of which nobody can tell where they lead. An act named by too little for this program is another matter."""
    twice = {one.address: one.span for one in subject.defects if one.code == "duplicate_number" and one.address}
    for citation, resolution in subject.resolved:
        address = citation.address
        if resolution.status == "exists" and address in twice and address is not None and of_this_act(subject, citation):
            yield Finding(citation.span, citation.at, {"to": address.printed}, related=(twice[address],))


RULE = Rule("R006", "ambiguous-reference", "references", check)
