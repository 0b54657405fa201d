"""F001: the same thing in other words than the act uses for it elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from saralau.acts import Address
from saralau.documents import Span
from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.words import lexicon

USUAL = 0.6  # share of the uses from which on a wording is the act's own
LEAST = 3  # uses


def check(subject: Subject) -> Iterator[Finding]:
    """Wordings that the lexicon `variants` knows as one; which of them is usual, the descriptions of the offences tell."""
    variants = lexicon("variants", subject.act.language)
    if variants is None:
        return
    used: dict[str, dict[int, list[tuple[Span, Address]]]] = {}
    for offence in subject.by_address.values():
        for _, span in offence.wording:
            for found in variants.pattern.finditer(subject.act.folded, *span):
                code = variants.codes[found.lastindex or 0]
                if code is not None:
                    by_entry = used.setdefault(code, {})
                    by_entry.setdefault(found.lastindex or 0, []).append((Span(*found.span()), offence.address))
    for by_entry in used.values():
        counts = Counter({entry: len(places) for entry, places in by_entry.items()})
        usual, most = counts.most_common(1)[0]
        if most < LEAST or most < USUAL * counts.total():
            continue
        words = subject.words(by_entry[usual][0][0])
        for entry, places in by_entry.items():
            for span, address in places if entry != usual else ():
                told = {"words": subject.words(span), "usual": words, "n": most}
                yield Finding(span, address, told)


RULE = Rule("F001", "unusual-wording", "features", check)
