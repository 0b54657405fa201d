"""R001: a reference to a provision of this act that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Address
from saralau.lint.model import Finding, Rule
from saralau.lint.own_references import of_this_act, paragraph_of
from saralau.lint.subject import Subject
from saralau.lint.units import article_gaps


def check(subject: Subject) -> Iterator[Finding]:
    """References to nothing. A stretch of the act that the text does not have is no defect of the act."""
    excerpt = article_gaps(subject.act) is None
    for citation, resolution in subject.resolved:
        address = citation.address
        if (
            resolution.status != "dead"
            or address is None
            or (excerpt and Address(address.article) not in subject.contents.units)
        ):
            continue
        if of_this_act(subject, citation) and not paragraph_of(subject, address):
            yield Finding(citation.span, citation.at, {"to": address.printed})


RULE = Rule("R001", "dead-reference", "references", check)
