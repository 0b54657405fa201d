"""The guilty mind, as far as the words of a part and of what it extends tell it."""

from __future__ import annotations

from collections.abc import Iterable

from saralau.documents import Span
from saralau.languages import Language
from saralau.offences.model import Fault


def fault_of(folded: str, spans: Iterable[Span], language: Language, inherited: Iterable[Fault]) -> Fault:
    """Negligence where the part itself says so; upon an intentional base that makes mixed fault.

    An act whose words are silent is UNSTATED: how a code reads that silence is a rule of its general part.
    """
    grammar = language.offending
    texts = [folded[span.start : span.end] for span in spans]
    base = set(inherited)
    negligent = any(grammar.negligence.search(text) for text in texts)
    intentional = any(grammar.intent.search(text) for text in texts)
    if negligent:
        return Fault.MIXED if intentional or (base and base != {Fault.NEGLIGENCE}) else Fault.NEGLIGENCE
    if intentional:
        return Fault.INTENT
    for fault in (Fault.MIXED, Fault.NEGLIGENCE, Fault.INTENT):
        if base == {fault}:
            return fault
    return Fault.INTENT if Fault.INTENT in base else Fault.UNSTATED
