"""An open document: its text as the client has it, what is known of it, and what an edit does to both."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

from saralau.documents import Span
from saralau.lsp.checking import Checked, Found, moved
from saralau.lsp.reading import Reading
from saralau.lsp.text import Text, text_of


@dataclass(slots=True)
class Draft:
    """An open document. Only the event loop changes it; what runs in threads gets its text and gives results back.

    `checked` is the last pass, moved along with every edit since, so that its places are those of `text`; `dirty` is the
    stretch that was edited since findings were last found there. `cost` are the seconds that a whole pass took. `hindered`
    is why the last one could not be made, as the person who writes was told.
    """

    uri: str
    name: str
    text: Text
    version: int
    checked: Checked | None = None
    dirty: Span | None = None
    cost: float = 0.0
    hindered: str | None = None
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    following: asyncio.Task[None] | None = None
    reading: asyncio.Future[Reading] | None = None
    reading_of: int | None = None  # the version that `reading` reads

    @property
    def found(self) -> tuple[Found, ...]:
        """The findings that are known, at their places in the text as it is."""
        return self.checked.found if self.checked else ()


def edit(draft: Draft, span: Span, words: str) -> None:
    """Words of the client in the place of others."""
    draft.text = draft.text.edited(span, words)
    shift = len(words) - (span.end - span.start)
    new = Span(span.start, span.start + len(words))
    draft.dirty = new if draft.dirty is None else _hull(_along(draft.dirty, span, shift), new)
    if draft.checked is not None:
        found = tuple(one for was in draft.checked.found if (one := moved(was, span, shift)) is not None)
        articles = tuple(_starts(draft.checked.articles, span, shift))
        draft.checked = draft.checked._replace(found=found, articles=articles)


def replace_text(draft: Draft, source: str) -> None:
    """A whole new text; nothing of the old one is known to stand in it."""
    draft.text = text_of(source, draft.text.encoding)
    draft.checked, draft.dirty = None, None


def _starts(articles: Iterable[int], span: Span, shift: int) -> Iterable[int]:
    for start in articles:
        if start >= span.end:
            yield start + shift
        elif start <= span.start:
            yield start


def _along(stretch: Span, edit: Span, shift: int) -> Span:
    """Where a stretch is after an edit, which may reach into it."""
    start = stretch.start if stretch.start <= edit.start else max(stretch.start + shift, edit.start)
    end = stretch.end if stretch.end <= edit.start else max(stretch.end + shift, edit.start)
    return Span(min(start, end), end)


def _hull(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
