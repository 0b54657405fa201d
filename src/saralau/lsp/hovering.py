"""What a reader is told of the words under the pointer."""

from __future__ import annotations

from saralau.acts import Address
from saralau.citations import Citation
from saralau.documents import Span
from saralau.lsp.reading import Reading
from saralau.lsp.seeking import reference_at, resolution_of, term_at
from saralau.messages import say

_SHOWN = 300  # characters of a provision


def told_at(reading: Reading, at: int, code: str) -> tuple[Span, str] | None:
    """The words at a character of the act and what is told of them, in the language `code`; None if there is nothing."""
    citation = reference_at(reading, at)
    if citation is not None:
        return citation.phrase, _of_reference(reading, citation, code)
    definition = term_at(reading, at)
    if definition is None or reading.subject is None:
        return None
    words = " ".join(reading.subject.words(span) for span in definition.definiens)
    word = _word(reading, at)
    return word, f"{definition.address.printed}: {reading.subject.words(definition.term)} – {_short(words)}"


def _of_reference(reading: Reading, citation: Citation, code: str) -> str:
    printed = citation.address.printed if citation.address else citation.place or ""
    resolution = resolution_of(reading, citation)
    if resolution is None:
        if citation.work is None:
            return say("lsp-which-act", code)
        return f"{citation.work.iri}\n{printed}".strip()
    address = resolution.address
    if resolution.status in ("exists", "excluded"):
        said = " ".join(filter(None, (address.printed if address else printed, resolution.title)))
        if resolution.status == "excluded":
            return "\n".join((said, say("lsp-excluded", code)))
        return f"{said}\n\n{_words(reading, address)}".strip()
    if resolution.status == "dead":
        near = [say("lsp-nearest", code, to=address.printed)] if address else []
        return " ".join((say("lsp-dead", code, to=printed), *near))
    return say("lsp-not-in-hand", code) if resolution.status == "not_in_hand" else say("lsp-which-article", code)


def _words(reading: Reading, address: Address | None) -> str:
    """The first words of a provision, as the text has them."""
    unit = reading.places.get(address) if address else None
    if unit is None or reading.subject is None:
        return ""
    said = ""
    for inner in unit.walk():
        for span in (*inner.text, *inner.closing):
            said += f" {reading.subject.words(span)}"
            if len(said) > _SHOWN:
                return _short(said)
    return _short(said)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rpartition(' ')[0]}…"


def _word(reading: Reading, at: int) -> Span:
    """The word at a character."""
    assert reading.subject is not None
    text, start, end = reading.subject.act.document.text, at, at
    while start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] == "-"):
        end += 1
    return Span(start, end)
