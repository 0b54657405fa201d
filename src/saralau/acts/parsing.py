"""Building the tree of an act from its lines.

Evidence decides in this order: what a line says (the language's headings, numbers, note openers), where it stands
(numbers must grow, a list ends where a closing formula begins), and last the tags, which differ from portal to portal.
"""

from __future__ import annotations

from collections.abc import Sequence

from saralau.acts.articles import ArticleBuilder
from saralau.acts.contents import end_of_contents
from saralau.acts.frame import Frame
from saralau.acts.model import Act
from saralau.acts.points import PointBuilder
from saralau.documents import Document, Line
from saralau.languages import Language, detect, fold


def parse_act(document: Document, language: Language | None = None) -> Act:
    """The structure of `document`; the language is detected unless given. Linear in the text.

    Never fails on a defect of the text: what is flawed is parsed through and reported in `Act.defects`. A text in which no
    article is found is an act of points if it says that it is an act and has points (`PointBuilder.is_act`); else all its
    lines stay outside of provisions that could be cited.
    """
    folded = fold(document.text)
    language = language or detect(folded, document.source.name)
    builder = ArticleBuilder(document, language, folded)
    begin = end_of_contents(document.lines, folded, language.structure)
    builder.front += [line.span for line in document.lines[:begin]]
    _take(builder, document.lines[begin:])
    if builder.last_article is None and language.structure.orders is not None:
        points = PointBuilder(document, language, folded, language.structure.orders)
        _take(points, document.lines)
        if points.is_act():
            return points.finish()
    return builder.finish()


def _take(builder: Frame, lines: Sequence[Line]) -> None:
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        builder.take(line, following)
