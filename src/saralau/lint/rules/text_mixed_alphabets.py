"""T008: letters of two alphabets in one word."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Fix, Rule
from saralau.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Words in which some letters only look as if they were of the alphabet.

    Mended where each has one letter that it looks like, and that is what folding put in its place.
    """
    for defect in subject.defects:
        if defect.code == "mixed_alphabets":
            span, words = defect.span, subject.words(defect.span)
            folded = subject.act.folded[span.start : span.end]
            meant = "".join(low.upper() if letter.isupper() else low for letter, low in zip(words, folded, strict=True))
            certain = not any(letter.isascii() and letter.isalpha() for letter in folded)
            yield Finding(span, defect.address, {"words": words}, Fix(span, meant) if certain else None)


RULE = Rule("T008", "mixed-alphabets", "text", check)
