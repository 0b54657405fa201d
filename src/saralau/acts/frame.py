"""The state of one parse: which units are open, what the last line was, which quotation and which editors' note go on.

Builders of the two kinds of acts stand upon it: `articles` for those made of articles, `points` for orders and rules made
of numbered points.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import replace
from functools import cache

from saralau.acts.address import Address, follows, number_key
from saralau.acts.defects import text_defects
from saralau.acts.model import Act, Defect, EditorNote, Kind
from saralau.acts.node import Node
from saralau.documents import Document, Line, Span
from saralau.languages import Language

DIVISIONS = (Kind.CODE_PART, Kind.SECTION, Kind.CHAPTER, Kind.PARAGRAPH)
RANK: dict[Kind, float] = {kind: rank for rank, kind in enumerate((*DIVISIONS,))}
RANK[Kind.DIVISION] = RANK[Kind.CHAPTER]
_QUOTES = '"«»“”„'


@cache
def _opening(language: Language) -> re.Pattern[str]:
    """How any heading with a number or a name of the language begins."""
    grammar = language.structure
    return re.compile("|".join(pattern.pattern for pattern in (grammar.article, *grammar.divisions.values())))


class Frame(ABC):
    """The state of one parse: which units are open, and what the last line was."""

    def __init__(self, document: Document, language: Language, folded: str) -> None:
        self.document = document
        self.language = language
        self.grammar = language.structure
        self.opening = _opening(language)  # one match instead of one for each kind of heading
        self.folded = folded
        self.root = Node(Kind.DIVISION)
        self.open: list[Node] = [self.root]
        self.article: Node | None = None  # the one that is open
        self.last_article: str | None = None  # the number of the last one opened
        self.front: list[Span] = []
        self.back: list[Span] = []
        self.orphans: list[Span] = []
        self.defects: list[Defect] = []
        self.note: list[Span] | None = None  # the editor's note being read
        self.heading_block: int | None = None  # the block of the heading being read
        self.heading_alone = False  # nothing has come since the last heading
        self.rank = dict(RANK)
        self.quoting = False  # inside the quoted wording of another provision
        self.quoted_from: Line | None = None
        self.quoted_point = ""  # the number of the last point inside it

    def take(self, line: Line, following: Line | None) -> None:
        words = self.folded[line.span.start : line.span.end]
        if self.quoting and (self._is_next_article(line, words) or self._resumes_list(words)):
            self._end_open_quotation()
        if not self.quoting and (self._continue_heading(line, words) or self._heading(line, words, following)):
            self.note, self.heading_alone = None, True
            return
        self.heading_alone = False
        if not self.quoting and self._editor_note(line, words):
            return
        self.note = None
        was_quoting, self.quoting = self.quoting, self._quotes_on(words)
        if self.quoting and not was_quoting:
            self.quoted_from, self.quoted_point = line, ""
        if was_quoting and self.article is not None:
            self._quoted(line)
        elif not self._unit(line, words):
            self._plain(line, words)

    def _editor_note(self, line: Line, words: str) -> bool:
        """Editors' notes open with words of their own and run on in the type reserved for them."""
        opens = self.grammar.editor_note.match(words)
        either = self.grammar.either_note
        if not opens and either and either.match(words):
            opens = self.grammar.amending.search(words[:400])
        if opens or (line.note and line.opens and not self._numbered(words)):
            self.note = []
            holder = self.article or self.open[-1]
            holder.notes.append(self.note)
        elif not line.note or self._numbered(words):
            return False
        if self.note is None:
            self.note = []
            (self.article or self.open[-1]).notes.append(self.note)
        self.note.append(line.span)
        article = self.article
        if article and not article.children and not article.text and self.grammar.excluded_article.search(words):
            article.excluded = True
        return True

    def _numbered(self, words: str) -> bool:
        return bool(self.grammar.part.match(words) or self.grammar.point.match(words))

    def _start(self, node: Node, line: Line) -> None:
        node.text.append(line.span)
        self.open[-1].children.append(node)
        self.open.append(node)

    def _quoted(self, line: Line) -> None:
        """A line inside a quotation stays in the unit in which that began, whatever its number would open elsewhere."""
        node = self.open[-1]
        (node.closing if node.children else node.text).append(line.span)

    def _quotes_on(self, words: str) -> bool:
        """Whether a quotation opened at the start of a line is still open at its end."""
        if not self.quoting and words[0] not in _QUOTES:
            return False
        odd = sum(words.count(mark) for mark in _QUOTES) % 2 == 1
        return self.quoting != odd

    def _is_next_article(self, line: Line, words: str) -> bool:
        """Whether a line is the heading that comes next, by its number or set as one with a number further on: then a
        quotation before it was never closed.
        """
        found, last = self.grammar.article.match(words), self.last_article
        if not found or last is None:
            return False
        number = hyphened(found.group(1))
        return follows(number, last) or (line.level > 0 and number_key(number) > number_key(last))

    def _resumes_list(self, words: str) -> bool:
        """Whether a line is the next point of the list in which the quotation stands, and of no list inside it."""
        found = self.grammar.point.match(words)
        if not found:
            return False
        number, inside = found.group(1), self.quoted_point
        self.quoted_point = number
        return number == self._expected_point() and not follows(number, inside)

    def _end_open_quotation(self) -> None:
        if self.quoting and self.quoted_from is not None:
            self._defect("unclosed_quotation", self.quoted_from.span)
        self.quoting = False

    def _points(self) -> list[Node]:
        holder = self.open[-2] if self.open[-1].kind is Kind.POINT else self.open[-1]
        return [child for child in holder.children if child.kind is Kind.POINT]

    def _expected_point(self) -> str | None:
        points = self._points()
        if not points or not (points[-1].number or "").isdecimal():
            return None
        return str(int(points[-1].number or "0") + 1)

    def _note_open(self) -> Node | None:
        return next((node for node in self.open if node.kind is Kind.NOTE), None)

    def _close_down_to(self, kind: Kind) -> None:
        while self.open[-1].kind is not kind:
            self.open.pop()

    def _check_space(self, line: Line, label_end: int, words: str) -> None:
        if label_end < len(words) and not words[label_end - 1].isspace():
            self._defect("missing_space", Span(line.span.start, line.span.start + label_end))

    def _label(self, line: Line, label_end: int) -> Span:
        words = self.folded[line.span.start : line.span.start + label_end].rstrip()
        return Span(line.span.start, line.span.start + len(words))

    def _words(self, span: Span) -> str:
        return " ".join(self.document.text[span.start : span.end].split())

    def _defect(self, code: str, span: Span, address: Address | None = None, detail: str = "") -> None:
        article = self.article
        self.defects.append(Defect(code, span, address or (article.address if article else None), detail))

    def finish(self) -> Act:
        self._end_open_quotation()
        self.back += self._signature()
        provisions = tuple(child.freeze() for child in self.root.children)
        act = Act(
            self.document,
            self.language,
            self.folded,
            provisions,
            tuple(self.front),
            tuple(EditorNote(tuple(lines)) for lines in self.root.notes),
            tuple(self.back),
            tuple(self.orphans),
        )
        return replace(act, defects=tuple(sorted((*self.defects, *text_defects(act)), key=lambda defect: defect.span)))

    def _signature(self) -> list[Span]:
        """Short lines without an end of sentence at the very end: who signed, not what the law says."""
        back: list[Span] = []
        for node in reversed(self.open[1:]):
            labelled = node.label.start if node.label else -1  # what has a number or a name is no signature
            for lines in (node.closing, node.text):
                while lines and lines[-1].start != labelled and self._may_be_signature(lines[-1]):
                    back.insert(0, lines.pop())
                if lines:
                    return back
        return back

    def _may_be_signature(self, span: Span) -> bool:
        words = self.document.text[span.start : span.end]
        return len(words) < 80 and words[-1] not in '.;:,–"»' and words[:1].isupper() and not self._numbered(words.lower())

    # -- what the builders of acts say ------------------------------------------------------------------------

    @abstractmethod
    def _continue_heading(self, line: Line, words: str) -> bool:
        """Takes a line that goes on with the heading before it."""

    @abstractmethod
    def _heading(self, line: Line, words: str, following: Line | None) -> bool:
        """Takes a line that is a heading."""

    @abstractmethod
    def _unit(self, line: Line, words: str) -> bool:
        """Takes a line that begins a numbered unit."""

    @abstractmethod
    def _plain(self, line: Line, words: str) -> None:
        """Takes any other line."""


def hyphened(number: str) -> str:
    """Inserted articles are 134-1 in one state and 134.1 in the next; addresses have the hyphen."""
    return number.replace(".", "-")
