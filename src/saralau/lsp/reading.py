"""What is understood of an open text: the act, and what rules and readers ask of it, each worked out once."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlparse

from saralau.acts import Address, Provision, parse_act
from saralau.citations import Citation, Resolution
from saralau.citations.works import Work, work_of
from saralau.documents import Span
from saralau.documents.reading import read_bytes
from saralau.languages import Language
from saralau.lint import Subject
from saralau.lsp.text import Text
from saralau.messages import InputError
from saralau.terms import Definition, find_definitions

_SUFFIXES = {"markdown": ".md", "html": ".html", "plaintext": ".txt"}
_KNOWN = (".md", ".markdown", ".html", ".htm", ".xhtml", ".txt")
_MARK = "\ufeff"
# What a file cannot hold as UTF-8, or what would make it one of another kind: read as the sign for what is no character.
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff]")


class Reading:
    """A version of an open text with the act that it is; `subject` is None where it is none (yet)."""

    def __init__(self, text: Text, subject: Subject | None) -> None:
        self.text, self.subject = text, subject
        self.mark = text.source.startswith(_MARK)  # which documents leave out

    def place(self, span: Span) -> Span:
        """Where words of the act stand in the text of the client."""
        assert self.subject is not None
        document = self.subject.act.document
        if span.start == span.end and span.start > 0:  # right behind a character, whatever mark-up follows
            end = document.source_span(Span(span.start - 1, span.start)).end + self.mark
            return Span(end, end)
        there = document.source_span(span)
        return Span(there.start + self.mark, there.end + self.mark)

    def inside(self, offset: int) -> int:
        """The character of the act that a character of the client's text shows, or the last one before it."""
        assert self.subject is not None
        document = self.subject.act.document
        offset -= self.mark
        every = range(len(document.text) + 1)
        return max(bisect_right(every, offset, key=lambda at: document.position(at).offset) - 1, 0)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """What the act defines; nothing in a language of which nobody has encoded how it does."""
        if self.subject is None or self.subject.act.language.defining is None:
            return ()
        return find_definitions(self.subject.act)

    @cached_property
    def work(self) -> Work | None:
        """Which act it is, if a pack knows it."""
        return None if self.subject is None else work_of(self.subject.act)

    @cached_property
    def own(self) -> tuple[tuple[Citation, Resolution], ...]:
        """References to the act itself, each with what stands there."""
        if self.subject is None:
            return ()
        iri = self.work.iri if self.work else None
        own = (one for one in self.subject.citations if not one.unknown and (one.work is None or one.work.iri == iri))
        return tuple((one, self.subject.contents.resolve(one)) for one in own)

    @cached_property
    def led(self) -> dict[int, Resolution]:
        """What stands at references to the act itself, by the identity of the citation."""
        return {id(citation): resolution for citation, resolution in self.own}

    @cached_property
    def places(self) -> dict[Address, Provision]:
        """The provisions by address."""
        return {} if self.subject is None else dict(self.subject.contents.units)


def read_draft(text: Text, name: str, language: Language | None = None) -> Reading:
    """Reads a text, whatever it is: one that is no act, or that cannot be read, has none."""
    source = _UNREADABLE.sub("\ufffd", text.source.removeprefix(_MARK))
    try:
        document = read_bytes(source.encode("utf-8"), name)
        if document.source.encoding != "utf-8" or not document.lines:
            return Reading(text, None)
        act = parse_act(document, language)
    except InputError:
        return Reading(text, None)
    return Reading(text, Subject(act) if next(act.mains(), None) is not None else None)


def name_of(uri: str, language_id: str = "") -> str:
    """The name by which a document's format is told: its own, or one for the language that the editor calls it."""
    name = PurePosixPath(unquote(urlparse(uri).path)).name or "text"
    suffix = PurePosixPath(name).suffix.lower()
    return name if suffix in _KNOWN else f"{name}{_SUFFIXES.get(language_id, '.txt')}"
