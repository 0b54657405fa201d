"""An act without articles: an order, a resolution, rules. Numbered points, subpoints in them, annexes numbered anew.

Points continue to be counted through chapters and begin anew in each annex, so that an address tells the annex first. A
point has the kind of a part and a subpoint that of a point, which is what the law calls them inside an article.
"""

from __future__ import annotations

import re
from collections import deque
from functools import cache

from saralau.acts.address import BODY, Address, follows, number_key
from saralau.acts.articles import ArticleBuilder
from saralau.acts.frame import hyphened
from saralau.acts.model import Act, Kind
from saralau.acts.node import Node
from saralau.documents import Document, Line, Span
from saralau.languages import Language
from saralau.languages.model import Orders

_DECIMAL = re.compile(r"([0-9]+(?:\.[0-9]+)+)\.?\s+(?=\S)")
_ROMAN = re.compile(r"([ivxl]{1,6})\.\s+(?=\S)")
_INSIDE = (Kind.PART, Kind.POINT, Kind.NOTE, Kind.ITEM)
_LONGEST = 300  # characters of a line of a heading
_MOST = 12  # lines of the heading of an annex
_ABOVE = 6  # lines above an annex that can say to what it belongs
_FRONT = 25  # lines, among which an act says what it is
_ENDS = (".", ";", ":", ",")


@cache
def _kinds(language: Language) -> re.Pattern[str]:
    """Kinds of acts that have annexes."""
    kinds = language.naming.kinds
    known = [kinds[kind] for kind in ("order", "resolution", "decree", "law") if kind in kinds]
    return re.compile("|".join(rf"(?<!\w)(?:{words})" for words in known) or "(?!)")


class PointBuilder(ArticleBuilder):
    """Builds the tree of an act made of points, line by line. `article` is the point that is open."""

    def __init__(self, document: Document, language: Language, folded: str, orders: Orders) -> None:
        super().__init__(document, language, folded)
        self.orders = orders
        self.text = BODY  # the text in which points are counted: the act itself or an annex
        self.outer = ""  # the annex to the act itself that was opened last
        self.annex: Node | None = None  # an annex whose heading is being read
        self.titled = False  # the heading of the annex has come to its title
        self.last_point: str | None = None
        self.divided = False  # a heading has come since the last point
        self.recent: deque[Line] = deque(maxlen=_ABOVE)
        self.given: dict[str, int] = {}  # texts, and how many points each has
        self.counted: dict[str, int] = {}  # how far annexes without a number have been numbered
        self.orders_something = False
        self.sentence = False  # the line that is being read begins with a capital
        self.official = False  # an annex names the act to which it belongs

    def take(self, line: Line, following: Line | None) -> None:
        if not self.given and not self.orders_something:
            words = self.folded[line.span.start : line.span.end]
            self.orders_something = self.orders.formula.search(words[-60:]) is not None
        self.sentence = self.document.text[line.span.start].isupper()
        super().take(line, following)
        self.recent.append(line)

    def is_act(self) -> bool:
        """Whether what was read says that it is an act and has points as one has: numbered from the first on."""
        points = sum(self.given.values())
        if self.orders_something and points:
            return True
        return points > 1 and (self.official or any(map(self._names_act, self.document.lines[:_FRONT])))

    def _names_act(self, line: Line) -> bool:
        words = self.folded[line.span.start : line.span.end]
        if len(words) > _LONGEST or words.endswith((";", ":", ",")):
            return False
        return bool(self.orders.kinds.match(words) or self.orders.rules.match(words))

    # -- headings ---------------------------------------------------------------------------------------------

    def _continue_heading(self, line: Line, words: str) -> bool:
        if self.annex is None or not self.heading_alone:
            return super()._continue_heading(line, words)
        if self._opens_heading(words) or self._numbered(words) or self._title_of_points(line, words, None):
            return False
        if found := self.orders.annex.match(words):
            number = found.group("number")
            if number and self.annex.number is None and self.annex.children == []:
                self.annex.number = number
            elif not self.orders.approved.match(words):
                return False
        ends = words.endswith(_ENDS) and line.block != self.heading_block
        if ends or len(words) > _LONGEST or len(self.annex.heading) >= _MOST:
            return False
        if not self.titled and (line.level or line.bold or self.orders.rules.match(words)):
            self.titled = True
            self.annex.title.clear()
        self.annex.heading.append(line.span)
        self.annex.title.append(self._words(line.span))
        return True

    def _heading(self, line: Line, words: str, following: Line | None) -> bool:
        if not line.note and self._annex(line, words):
            return True
        if self._division(line, words):
            self.divided = True
            return True
        if found := self._title_of_points(line, words, following):
            self._open_division(Kind.CHAPTER, found.group(1), line, found.end())
            self.divided = True
            return True
        stands_out = line.level > 0 or self._stands_out(line, following)
        if not stands_out or self._numbered(words):
            return False
        if self.last_point is not None and self.orders.rules.match(words):
            self._open_annex(line, None)
            self.titled = True
        else:
            self._open_division(Kind.DIVISION, None, line, 0)
        self.divided = True
        return True

    def _ends(self, node: Node, kind: Kind, line: Line) -> bool:
        return node.kind is not Kind.ANNEX and super()._ends(node, kind, line)

    def _title_of_points(self, line: Line, words: str, following: Line | None) -> re.Match[str] | None:
        """A numbered line that is a title: set as one, or not the next point while the line below it is."""
        found = self.grammar.part.match(words) or _ROMAN.match(words)
        if found is None or line.note or len(words) > _LONGEST or words.endswith(_ENDS) or found.end() == len(words):
            return None
        if line.level:
            return found
        if following is None or not self.document.text[line.span.start + found.end()].isupper():
            return None
        below = self.folded[following.span.start : following.span.end]
        number, expected = found.group(1), str(int((self.last_point or "0").split("-")[0]) + 1)
        if (inside := _DECIMAL.match(below)) and inside.group(1) == f"{number}.1":
            return found
        next_point = self.grammar.part.match(below)
        if next_point is None or next_point.group(1) != expected:
            return None
        return found if number != expected or expected == "1" else None

    def _annex(self, line: Line, words: str) -> bool:
        if len(words) > _LONGEST or (self.annex is not None and self.heading_alone):
            return False
        found = self.orders.annex.match(words) or self.grammar.annex.match(words)
        if found is None and self.orders.approved.match(words) is None:
            return False
        number = found.groupdict().get("number") if found is not None else None
        self._open_annex(line, number)
        return True

    def _open_annex(self, line: Line, number: str | None) -> None:
        above = self._taken_above(line)
        if self.open[-1] is not self.root:
            self.back += self._signature()
        del self.open[1:]
        self.annex = node = Node(Kind.ANNEX, number, anchors=line.anchors, level=line.level)
        self.article = self.last_point = None
        node.heading += above
        self._open(node, line, 0)
        self.heading_block, self.titled, self.text = line.block, False, ""

    def _taken_above(self, line: Line) -> list[Span]:
        """The lines right above the one that opens an annex which name the act that it belongs to, taken from where
        they were put.
        """
        nearest = self.recent[-1] if self.recent else None
        if nearest is None or (not self.orders.above.search(self._folded(nearest)) and nearest.block != line.block):
            return []
        taken: list[Span] = []
        for above in reversed(self.recent):
            words = self._folded(above)
            if above.block != line.block and (words.endswith(_ENDS) or self._numbered(words) or len(words) > _LONGEST):
                break
            if not self._take_back(above.span):
                break
            taken.insert(0, above.span)
            if above.block != line.block and self.orders.above_first.match(words):
                break
        return taken

    def _take_back(self, span: Span) -> bool:
        """Takes a line from the end of what is open; whether it was there and is no unit's first."""
        for lines in (*((node.closing, node.text) for node in reversed(self.open)), (self.front,)):
            for held in lines:
                if held and held[-1] == span:
                    owner = next((node for node in self.open if node.text is held), None)
                    if owner is not None and owner.label is not None and owner.label.start == span.start:
                        return False
                    held.pop()
                    return True
        return False

    def _settle(self) -> None:
        """Gives the annex whose heading has been read the name under which its points are counted."""
        node, self.annex = self.annex, None
        if node is None:
            return
        heading = " ".join(self.folded[span.start : span.end] for span in node.heading)
        nested = bool(self.outer) and self.orders.inner.search(heading) is not None
        self.official = self.official or nested or _kinds(self.language).search(heading) is not None
        name = self._named(node.number, nested=nested)
        if name in self.given and self.outer and not nested and node.number:
            name = self._named(node.number, nested=True)  # what the rules of annex 1 have is counted anew
            nested = True
        if name in self.given:
            self._defect("duplicate_number", node.heading[0], Address(name), detail=node.number or "")
        if not nested:
            self.outer = name
        node.address, self.text = Address(name), name
        self.given.setdefault(name, 0)

    def _named(self, number: str | None, *, nested: bool) -> str:
        before = f"{self.outer}-" if nested else "att"
        if number is not None:
            return before + number.split("-")[0].lower()
        counted = self.counted.get(before, 0) + 1
        while f"{before}{counted}" in self.given:
            counted += 1
        self.counted[before] = counted
        return f"{before}{counted}"

    # -- points and what stands in them -----------------------------------------------------------------------

    def _unit(self, line: Line, words: str) -> bool:
        if found := self.grammar.own_note.match(words):
            if self.article is not None:
                self._close_to_point()
                self._start(Node(Kind.NOTE, label=self._label(line, found.end())), line)
            return self.article is not None
        note = self._note_open()
        if found := _DECIMAL.match(words) or self.grammar.part.match(words):
            number = hyphened(found.group(1))
            if note is not None and not follows(number, self.last_point):
                while self.open[-1] is not note:
                    self.open.pop()
                return self._start_numbered(Kind.ITEM, number, line, found.end())
            return self._part(number, line, found.end(), words)
        if self.article is None:
            return False
        if found := self.grammar.point.match(words):
            return self._point(found.group(1), line, found.end())
        if (found := self.grammar.bare_point.match(words)) and self._expected_point() == found.group(1):
            self._defect("missing_bracket", Span(line.span.start, line.span.start + found.end(1)), None, found.group(1))
            return self._point(found.group(1), line, found.end())
        return False

    def _part(self, number: str, line: Line, label_end: int, words: str) -> bool:
        last = self.last_point
        if last is not None and number_key(number) <= number_key(last):
            code = "duplicate_number" if number == last else "numbering_restarts"
            self._defect(code, line.span, Address(self.text, last), detail=number)
            if not (self.divided and number_key(number)[:1] == (1,)):  # counted anew in a chapter, else a list
                return False
        self._settle()
        while self.open[-1].kind in _INSIDE:
            self.open.pop()
        self._check_space(line, label_end, words)
        self._start_numbered(Kind.PART, number, line, label_end)
        self.article, self.last_point, self.divided = self.open[-1], number, False
        self.given[self.text] = self.given.get(self.text, 0) + 1
        return True

    def _address(self, kind: Kind, number: str) -> Address | None:
        if kind is Kind.PART:
            return Address(self.text, number)
        if kind is Kind.ITEM or self.article is None or self._note_open() is not None:
            return None
        return Address(self.text, self.article.number, number)

    def _plain(self, line: Line, words: str) -> None:
        self._settle()
        node = self.open[-1]
        if node is self.root:
            self.front.append(line.span)
        elif node.kind is Kind.POINT and self._closes_list(node, words):
            self.open.pop()
            self.open[-1].closing.append(line.span)
        elif (node.children and node.children[-1].kind is Kind.POINT) or node.children:
            node.closing.append(line.span)
        else:
            node.text.append(line.span)

    def _closes_list(self, point: Node, words: str) -> bool:
        """A sentence behind the end of another goes on with the point; one behind a semicolon with the subpoint."""
        last = self.folded[point.text[-1].start : point.text[-1].end].rstrip(' "»”')
        return last.endswith(".") and self.sentence

    def _close_to_point(self) -> None:
        while self.open[-1] is not self.article:
            self.open.pop()

    def _is_next_article(self, line: Line, words: str) -> bool:
        return False

    def _may_be_signature(self, span: Span) -> bool:
        """Approvals stand with the signature, the word for one in quotation marks."""
        words = self.document.text[span.start : span.end]
        quoted = words[0] in '«"“' and words[-1] in '»"”' and len(words) < 40
        return quoted or super()._may_be_signature(span)

    def _folded(self, line: Line) -> str:
        return self.folded[line.span.start : line.span.end]

    def finish(self) -> Act:
        self._settle()
        return super().finish()
