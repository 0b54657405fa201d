"""The information-technology element in the words of a provision, and the words that only look like it."""

from __future__ import annotations

from saralau.documents import Span
from saralau.languages import Language
from saralau.offences.model import Evidence
from saralau.packs.lexicons import wordings


def find_ict(folded: str, span: Span, language: Language) -> tuple[Evidence, ...]:
    """Every wording in `folded[span]` that the language's lexicon `ict` knows, with its code; linear in the text."""
    return tuple(
        Evidence(code, Span(start, end))
        for code, start, end in wordings("ict", language.code).find(folded, span.start, span.end)
    )
