"""Building the tree of an act from its lines.

Evidence decides in this order: what a line says (the language's headings, numbers, note openers), where it stands
(numbers must grow, a list ends where a closing formula begins), and last the tags, which differ from portal to portal.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from saralau.acts.address import Address, follows, number_key
from saralau.acts.contents import end_of_contents
from saralau.acts.defects import text_defects
from saralau.acts.model import Act, Defect, EditorNote, Kind
from saralau.acts.node import Node
from saralau.documents import Document, Line, Span
from saralau.languages import Language, detect, fold

_DIVISIONS = (Kind.CODE_PART, Kind.SECTION, Kind.CHAPTER, Kind.PARAGRAPH)
_RANK: dict[Kind, float] = {kind: rank for rank, kind in enumerate((*_DIVISIONS,))}
_RANK[Kind.DIVISION] = _RANK[Kind.CHAPTER]
_BARE_NUMBER = re.compile(r"\(?([0-9]+[a-z]*(?:[-.][0-9]+)*|[^\W\d_]{1,4})[).]*(?:\s+|$)")
_ROMAN = ("i", "v", "x")
_QUOTES = '"«»“”„'


def parse_act(document: Document, language: Language | None = None) -> Act:
    """The structure of `document`; the language is detected unless given. Linear in the text.

    Never fails on a defect of the text: what is flawed is parsed through and reported in `Act.defects`.
    """
    folded = fold(document.text)
    language = language or detect(folded, document.source.name)
    builder = _Builder(document, language, folded)
    begin = end_of_contents(document.lines, folded, language.structure)
    builder.front += [line.span for line in document.lines[:begin]]
    lines = document.lines[begin:]
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        builder.take(line, following)
    return builder.finish()


@cache
def _opening(language: Language) -> re.Pattern[str]:
    """How any heading with a number or a name of the language begins."""
    grammar = language.structure
    return re.compile("|".join(pattern.pattern for pattern in (grammar.article, *grammar.divisions.values())))


class _Builder:
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
        self.orphans: list[Span] = []
        self.defects: list[Defect] = []
        self.note: list[Span] | None = None  # the editor's note being read
        self.heading_block: int | None = None  # the block of the heading being read
        self.heading_alone = False  # nothing has come since the last heading
        self.rank = dict(_RANK)
        self.quoting = False  # inside the quoted wording of another provision
        self.quoted_from: Line | None = None
        self.quoted_point = ""  # the number of the last point inside it

    # -- one line ---------------------------------------------------------------------------------------------

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
        elif self.article is None or not self._unit(line, words):
            self._plain(line, words)

    def _continue_heading(self, line: Line, words: str) -> bool:
        """A heading that a line break splits goes on in the same block, unless the next line opens one of its own.

        A number alone goes on in the next heading, its title.
        """
        node = self.open[-1]
        alone = self.heading_alone and not node.title and (line.level or node.kind in _DIVISIONS)
        titled = line.block == self.heading_block or alone
        if not titled or self._opens_heading(words):
            return False
        node.heading.append(line.span)
        node.title.append(self._words(line.span))
        return True

    def _opens_heading(self, words: str) -> bool:
        return self.opening.match(words) is not None

    def _heading(self, line: Line, words: str, following: Line | None) -> bool:
        for level, pattern in self.grammar.divisions.items() if self._opens_heading(words) else ():
            if (found := pattern.match(words)) and self._looks_like_heading(line, words):
                number, title_at = (found.group(1), found.end()) if pattern.groups else (None, 0)
                self._open_division(Kind(level), number, line, title_at)
                return True
        if self.root.children and not line.note and (found := self.grammar.annex.match(words)):
            del self.open[1:]
            self._open_division(Kind.DIVISION, found.group(1), line, 0)
            return True
        if (found := self.grammar.article.match(words)) and not line.note:
            self._open_article(_hyphened(found.group(1)), line, found.end())
            self._check_space(line, found.end(), words)
            return True
        if line.unit and (found := _BARE_NUMBER.match(words)):  # mark-up of law says what the number counts
            if line.unit == Kind.ARTICLE:
                self._open_article(_hyphened(found.group(1)), line, found.end())
                return True
            if line.unit in _DIVISIONS and line.level:
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
        while self.open[-1].kind not in _RANK:
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

    # -- units inside an article ------------------------------------------------------------------------------

    def _unit(self, line: Line, words: str) -> bool:
        if self._marked_unit(line, words):
            return True
        if found := self.grammar.own_note.match(words):
            self._close_down_to(Kind.ARTICLE)
            self._start(Node(Kind.NOTE, label=self._label(line, found.end())), line)
            return True
        if found := self.grammar.part.match(words):
            self._leave_note(found.group(1), Kind.PART)
            if (note := self._note_open()) is not None:
                self._close_down_to(note.kind)
                return self._start_numbered(Kind.ITEM, found.group(1), line, found.end())
            return self._part(found.group(1), line, found.end(), words)
        if found := self.grammar.point.match(words):
            self._leave_note(found.group(1), Kind.POINT)
            return self._point(found.group(1), line, found.end())
        if (found := self.grammar.bare_point.match(words)) and self._expected_point() == found.group(1):
            self._defect("missing_bracket", Span(line.span.start, line.span.start + found.end(1)), None, found.group(1))
            return self._point(found.group(1), line, found.end())
        return False

    def _marked_unit(self, line: Line, words: str) -> bool:
        """A unit that mark-up of law names, whatever its number would say by itself ("(1)", "a.")."""
        found = _BARE_NUMBER.match(words) if line.unit in (Kind.PART, Kind.POINT) else None
        if found is None or self._note_open() is not None:
            return False
        if line.unit == Kind.PART:
            return self._part(found.group(1), line, found.end(), words)
        return self._point(found.group(1), line, found.end())

    def _leave_note(self, number: str, kind: Kind) -> None:
        """A note in the middle of a list ends where the list outside goes on ("1) ... Note. ... 1-1) ...")."""
        note = self._note_open()
        if note is None or any(follows(number, child.number) for child in note.children[-1:]):
            return
        outside = self.open[self.open.index(note) - 1]
        if kind is Kind.POINT and outside.children[-2:-1] and outside.children[-2].kind is Kind.PART:
            outside = outside.children[-2]
        siblings = [child for child in outside.children if child.kind is kind]
        if siblings and follows(number, siblings[-1].number):
            del self.open[self.open.index(note) :]
            if outside is not self.open[-1]:
                self.open.append(outside)

    def _part(self, number: str, line: Line, label_end: int, words: str) -> bool:
        article = self.article
        assert article is not None
        if article.text and not any(child.kind is Kind.PART for child in article.children):
            self._imply_first_part(article, number)
        last = next((child.number for child in reversed(article.children) if child.kind is Kind.PART), None)
        if last is not None and number_key(number) <= number_key(last):
            code = "duplicate_number" if number == last else "numbering_restarts"
            self._defect(code, line.span, Address(article.number or "", last), detail=number)
            return False
        self._close_down_to(Kind.ARTICLE)
        self._check_space(line, label_end, words)
        return self._start_numbered(Kind.PART, number, line, label_end)

    def _imply_first_part(self, article: Node, number: str) -> None:
        """Text before a numbered second part is the first part (or an introduction, if numbering starts at one)."""
        if number_key(number) <= (1,):
            return
        first = Node(Kind.PART, "1", Address(article.number or "", "1"), implied=True)
        first.text, article.text = article.text, []
        first.closing, article.closing = article.closing, []
        first.children, article.children = article.children, []
        for child in first.children:
            if child.kind is Kind.POINT:
                child.address = Address(article.number or "", "1", child.number)
        article.children.append(first)
        self._defect("unnumbered_first_part", first.text[0], first.address)

    def _point(self, number: str, line: Line, label_end: int) -> bool:
        points = self._points()
        if points and number.isalpha() != (points[-1].number or "").isalpha():
            return False  # a list inside a point; its lines belong to the point
        if points and number in _ROMAN and not follows(number, points[-1].number):
            return False  # such a list in Roman numerals
        if points and number_key(number) <= number_key(points[-1].number):
            code = "duplicate_number" if number == points[-1].number else "numbering_restarts"
            self._defect(code, line.span, points[-1].address, detail=number)
            return False
        while self.open[-1].kind is Kind.POINT:
            self.open.pop()
        return self._start_numbered(Kind.POINT, number, line, label_end)

    def _start_numbered(self, kind: Kind, number: str, line: Line, label_end: int) -> bool:
        holder, article = self.open[-1], self.article
        address = None
        if self._note_open() is None and article is not None and article.number is not None:
            part = number if kind is Kind.PART else holder.number if holder.kind is Kind.PART else None
            address = Address(article.number, part, number if kind is Kind.POINT else None)
        node = Node(kind, number, address, label=self._label(line, label_end), anchors=line.anchors)
        node.excluded = bool(self.grammar.excluded.match(self.folded, line.span.start + label_end, line.span.end))
        self._start(node, line)
        return True

    def _start(self, node: Node, line: Line) -> None:
        node.text.append(line.span)
        self.open[-1].children.append(node)
        self.open.append(node)

    def _plain(self, line: Line, words: str) -> None:
        """An unnumbered line goes on with the unit before it, closes its list, or stands before all articles."""
        if self.article is None:
            self._outside(line, words)
            return
        node = self._after_unnumbered_sanction(line, words) or self.open[-1]
        if node.kind is Kind.POINT and self._closes_list(node, words):
            self.open.pop()
            self.open[-1].closing.append(line.span)
        elif node.children and node.children[-1].kind is Kind.POINT:
            node.closing.append(line.span)
        else:
            node.text.append(line.span)

    def _quoted(self, line: Line) -> None:
        """A line inside a quotation stays in the unit in which that began, whatever its number would open elsewhere."""
        node = self.open[-1]
        (node.closing if node.children else node.text).append(line.span)

    def _after_unnumbered_sanction(self, line: Line, words: str) -> Node | None:
        """Two offences in an article that numbers neither: the second begins after the first one's closing formula."""
        article = self.open[-1]
        if article.kind is Kind.PART and article.implied:
            article = self.open[-2]
        node = self.open[-1]
        if article.kind is not Kind.ARTICLE or not node.text or self.grammar.closing.search(words):
            return None
        if not self.grammar.closing.search(self.folded[node.text[-1].start : node.text[-1].end]):
            return None
        if node.kind is Kind.ARTICLE:
            self._imply_first_part(article, "2")
        number = str(sum(child.kind is Kind.PART for child in article.children) + 1)
        self._close_down_to(Kind.ARTICLE)
        second = Node(Kind.PART, number, Address(article.number or "", number), implied=True, anchors=line.anchors)
        article.children.append(second)
        self.open.append(second)
        self._defect("unnumbered_part", line.span, second.address)
        return second

    def _closes_list(self, point: Node, words: str) -> bool:
        if self._note_open() is None and self.grammar.closing.search(words):
            return True
        last = point.text[-1]
        ending = self.folded[last.start : last.end].rstrip(' "»”')[-1:]
        return ending in "–." and not words[0].islower()

    def _outside(self, line: Line, words: str) -> None:
        first = self._words(line.span)[:1]
        if self.root.children and self.open[-1] is not self.root:
            self.open[-1].text.append(line.span)
        elif self.orphans or self._numbered(words) or first.islower():
            self.orphans.append(line.span)
        else:
            self.front.append(line.span)

    # -- small questions --------------------------------------------------------------------------------------

    def _note_open(self) -> Node | None:
        return next((node for node in self.open if node.kind is Kind.NOTE), None)

    def _points(self) -> list[Node]:
        holder = self.open[-2] if self.open[-1].kind is Kind.POINT else self.open[-1]
        return [child for child in holder.children if child.kind is Kind.POINT]

    def _expected_point(self) -> str | None:
        points = self._points()
        if not points or not (points[-1].number or "").isdecimal():
            return None
        return str(int(points[-1].number or "0") + 1)

    def _close_down_to(self, kind: Kind) -> None:
        while self.open[-1].kind is not kind:
            self.open.pop()

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
        number = _hyphened(found.group(1))
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

    # -- the end ----------------------------------------------------------------------------------------------

    def finish(self) -> Act:
        self._end_open_quotation()
        back = self._signature()
        provisions = tuple(child.freeze() for child in self.root.children)
        act = Act(
            self.document,
            self.language,
            self.folded,
            provisions,
            tuple(self.front),
            tuple(EditorNote(tuple(lines)) for lines in self.root.notes),
            tuple(back),
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


def _hyphened(number: str) -> str:
    """Inserted articles are 134-1 in one state and 134.1 in the next; addresses have the hyphen."""
    return number.replace(".", "-")
