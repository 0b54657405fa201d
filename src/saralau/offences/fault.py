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
    cues = [cue.group() for text in texts for cue in grammar.intent.finditer(text)]
    intentional = bool(cues)
    if negligent:
        deliberate = any(not grammar.knowing.fullmatch(cue) for cue in cues)
        return Fault.MIXED if deliberate or (base and base != {Fault.NEGLIGENCE}) else Fault.NEGLIGENCE
    if intentional:
        return Fault.INTENT
    for fault in (Fault.MIXED, Fault.NEGLIGENCE, Fault.INTENT):
        if base == {fault}:
            return fault
    return Fault.INTENT if Fault.INTENT in base else Fault.UNSTATED
