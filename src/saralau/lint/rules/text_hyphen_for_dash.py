"""T013: a hyphen between spaces where the act everywhere else has a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.documents import Span
from saralau.lint.model import Finding, Fix, Rule
from saralau.lint.subject import Subject

_ALONE = re.compile(r"-(?<=\s.)(?=\s|$)")
_DASHES = "–—"
_SHARE = 0.9  # of dashes, from which an act is said to use them


def check(subject: Subject) -> Iterator[Finding]:
    """Hyphens that stand alone. Mended with the dash that the act uses."""
    text = subject.act.document.text
    found = [(match, address) for span, address in subject.places for match in _ALONE.finditer(text, *span)]
    counts = {dash: sum(text.count(dash, *span) for span, _ in subject.places) for dash in _DASHES} if found else {}
    dash = max(counts, key=counts.__getitem__, default="")
    if found and counts[dash] >= _SHARE * (counts[dash] + len(found)):
        for match, address in found:
            span = Span(*match.span())
            yield Finding(span, address, {}, Fix(span, dash))


RULE = Rule("T013", "hyphen-for-dash", "text", check)
