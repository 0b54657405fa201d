"""An act made of articles: parts, points, notes and the lines between them."""

from __future__ import annotations

from saralau.acts.address import Address, follows, number_key
from saralau.acts.headings import BARE_NUMBER, Headings
from saralau.acts.model import Kind
from saralau.acts.node import Node
from saralau.documents import Line, Span

_ROMAN = ("i", "v", "x")


class ArticleBuilder(Headings):
    """Builds the tree of an act made of articles, line by line."""

    def _unit(self, line: Line, words: str) -> bool:
        if self.article is None:
            return False
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
        found = BARE_NUMBER.match(words) if line.unit in (Kind.PART, Kind.POINT) else None
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
        node = Node(kind, number, self._address(kind, number), label=self._label(line, label_end), anchors=line.anchors)
        node.excluded = bool(self.grammar.excluded.match(self.folded, line.span.start + label_end, line.span.end))
        self._start(node, line)
        return True

    def _address(self, kind: Kind, number: str) -> Address | None:
        """The address of a unit that is about to be opened; an item of a note has none."""
        holder, article = self.open[-1], self.article
        if self._note_open() is not None or article is None or article.number is None:
            return None
        part = number if kind is Kind.PART else holder.number if holder.kind is Kind.PART else None
        return Address(article.number, part, number if kind is Kind.POINT else None)

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
