"""Where the words of an amending act stand: which act it changes, and what is wording that it gives to that act.

An amending act says once which act it changes ("in the Criminal Code ...:") and then names provisions of it without
saying so again; the wording that it gives stands in quotes, with headings and numbers of its own, and "this Code" there is
the act that is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saralau.acts import Address
from saralau.citations.naming import Mention
from saralau.citations.works import Work
from saralau.documents import Span
from saralau.languages import Language

_NOWHERE = Address("")
_OPENING, _CLOSING = "«“", "»”"
_ENDS = ("»", "».", "»;", "”", "”.", "”;")


@dataclass(slots=True)
class Bill:
    """The state of reading an act that may amend others, paragraph by paragraph.

    `amending` tells that the article says that it amends; `work` is the act that is being changed; `at` the provision of it
    that is, or that is given; `depth` how many quotes are open where the reading stands, which is `reached`.
    """

    grammar: Language
    amending: bool = False
    work: Work | None = None
    at: Address = _NOWHERE
    depth: int = 0
    reached: int = 0
    quoting: bool = False  # the paragraph that is being read begins in quotes

    def enter_article(self) -> None:
        """Tells that an article of the act itself begins, unless its heading stands in quotes."""
        if not self.depth:
            self.amending, self.work, self.at = False, None, _NOWHERE

    def begin(self, folded: str, span: Span, mentions: Sequence[Mention]) -> None:
        """Reads the beginning of a paragraph: whether it says what is amended, or is wording that is given."""
        says = self.grammar.naming.amends.search(folded, span.start, min(span.end, span.start + _FAR)) is not None
        self.reached, self.quoting = span.start, self.depth > 0 and self.work is not None
        if says:
            self.amending, self.depth = True, 0
        if not self.amending:
            return
        named = next((mention.work for mention in mentions if mention.work is not None and mention.kind in _AMENDED), None)
        if named is not None and not self.depth and (says or folded[span.end - 1 : span.end] == ":"):
            self.work, self.at = named, _NOWHERE
        start = span.start + (folded[span.start] in _OPENING)
        if self.work is not None and (self.depth or start > span.start):
            self._given(folded, Span(start, span.end))

    def _given(self, folded: str, span: Span) -> None:
        """Follows the numbers of wording that is given."""
        structure = self.grammar.structure
        if found := structure.article.match(folded, span.start, span.end):
            self.at = Address(found.group(1))
        elif found := structure.part.match(folded, span.start, span.end):
            self.at = Address(self.at.article, found.group(1))
        elif found := structure.point.match(folded, span.start, span.end):
            self.at = Address(self.at.article, self.at.part, found.group(1))

    def quoted(self, folded: str, at: int) -> bool:
        """Whether a place of the paragraph, not before the one asked for last, stands in wording that is given."""
        if not self.amending:
            return False
        stretch = folded[self.reached : at]
        self.depth = max(self.depth + sum(map(stretch.count, _OPENING)) - sum(map(stretch.count, _CLOSING)), 0)
        self.reached = max(self.reached, at)
        return self.depth > 0

    def end(self, folded: str, span: Span) -> None:
        """Reads the rest of a paragraph. Quotes inside quotes are often closed by one mark for both."""
        if self.amending:
            self.quoted(folded, span.end)
            if folded.endswith(_ENDS, span.start, span.end):
                self.depth = 0
            if not self.depth:
                self.at = Address(self.at.article)


_AMENDED = ("code", "law", "constitution", "decree", "resolution", "order")
_FAR = 2000  # characters of a paragraph in which it says that it amends
