"""Headings: articles, the divisions that hold them, and lines that are set as headings."""

from __future__ import annotations

import re

from saralau.acts.address import Address, number_key
from saralau.acts.frame import DIVISIONS, RANK, Frame, hyphened
from saralau.acts.model import Kind
from saralau.acts.node import Node
from saralau.documents import Line, Span

BARE_NUMBER = re.compile(r"\(?([0-9]+[a-z]*(?:[-.][0-9]+)*|[^\W\d_]{1,4})[).]*(?:\s+|$)")


class Headings(Frame):
    """Reads headings and the lines over which they go on."""

    def _continue_heading(self, line: Line, words: str) -> bool:
        """A heading that a line break splits goes on in the same block, unless the next line opens one of its own.

        A number alone goes on in the next heading, its title.
        """
        node = self.open[-1]
        alone = self.heading_alone and not node.title and (line.level or node.kind in DIVISIONS)
        titled = line.block == self.heading_block or alone
        if not titled or self._opens_heading(words):
            return False
        node.heading.append(line.span)
        node.title.append(self._words(line.span))
        return True

    def _opens_heading(self, words: str) -> bool:
        return self.opening.match(words) is not None

    def _division(self, line: Line, words: str) -> bool:
        """Opens a division that its heading names."""
        for level, pattern in self.grammar.divisions.items() if self._opens_heading(words) else ():
            if (found := pattern.match(words)) and self._looks_like_heading(line, words):
                number, title_at = (found.group(1), found.end()) if pattern.groups else (None, 0)
                self._open_division(Kind(level), number, line, title_at)
                return True
        return False

    def _heading(self, line: Line, words: str, following: Line | None) -> bool:
        if self._division(line, words):
            return True
        if self.root.children and not line.note and (found := self.grammar.annex.match(words)):
            del self.open[1:]
            self._open_division(Kind.DIVISION, found.group(1), line, 0)
            return True
        if (found := self.grammar.article.match(words)) and not line.note:
            self._open_article(hyphened(found.group(1)), line, found.end())
            self._check_space(line, found.end(), words)
            return True
        if line.unit and (found := BARE_NUMBER.match(words)):  # mark-up of law says what the number counts
            if line.unit == Kind.ARTICLE:
                self._open_article(hyphened(found.group(1)), line, found.end())
                return True
            if line.unit in DIVISIONS and line.level:
                self._open_division(Kind(line.unit), found.group(1), line, found.end())
                return True
        if (line.level or self._stands_out(line, following)) and not self._numbered(words):
            self._open_division(Kind.DIVISION, None, line, 0)
            return True
        return False

    def _stands_out(self, line: Line, following: Line | None) -> bool:
        """A line in capitals right before a heading is one too, in formats that do not mark them."""
        if following is None or following.level or line.note or not self.root.children:
            return False
        if not self.document.text[line.span.start : line.span.end].isupper():
            return False
        return self._opens_heading(self.folded[following.span.start : following.span.end])

    def _looks_like_heading(self, line: Line, words: str) -> bool:
        """Tags say so, or the line has no end of a sentence and does not run on."""
        return bool(line.level) or line.bold or (not line.note and len(words) < 300 and words[-1] not in ".;:,")

    def _open_division(self, kind: Kind, number: str | None, line: Line, title_at: int) -> None:
        self._nest(kind)
        while self.open[-1] is not self.root and self._ends(self.open[-1], kind, line):
            self.open.pop()
        self.article = None
        self._open(Node(kind, self._figure(number), anchors=line.anchors, level=line.level), line, title_at)

    def _nest(self, kind: Kind) -> None:
        """A division that would end empty holds what follows: some states put sections into chapters."""
        inner = self.open[-1]
        if inner.kind not in self.rank or inner.kind is Kind.DIVISION or kind is inner.kind:
            return
        if self.rank[kind] < self.rank[inner.kind] and self.heading_alone and kind not in [node.kind for node in self.open]:
            self.rank[kind] = self.rank[inner.kind] + 0.5

    def _ends(self, node: Node, kind: Kind, line: Line) -> bool:
        """Whether a division, or what is open in one, ends where another of `kind` begins."""
        if kind is Kind.DIVISION and node.level and line.level > node.level:
            return False
        return self.rank.get(node.kind, 99) >= self.rank[kind]

    def _figure(self, number: str | None) -> str | None:
        """The number of a division in figures, if it is written as an ordinal."""
        ordinal = self.language.numerals.ordinals.get(number or "")
        return str(ordinal) if ordinal else number

    def _open_article(self, number: str, line: Line, title_at: int) -> None:
        previous = self.last_article
        if previous and number_key(number) <= number_key(previous):
            code = "duplicate_number" if number == previous else "number_order"
            self._defect(code, line.span, Address(number), detail=previous)
        self.last_article = number
        while self.open[-1].kind not in RANK:
            self.open.pop()
        excluded = bool(self.grammar.excluded.match(self.folded, line.span.start + title_at, line.span.end))
        self._open(Node(Kind.ARTICLE, number, Address(number), anchors=line.anchors, excluded=excluded), line, title_at)
        self.article = self.open[-1]

    def _open(self, node: Node, line: Line, title_at: int) -> None:
        node.heading.append(line.span)
        if title := self._words(Span(line.span.start + title_at, line.span.end)):
            node.title.append(title)
        self.open[-1].children.append(node)
        self.open.append(node)
        self.heading_block = line.block if line.level or line.bold else None
