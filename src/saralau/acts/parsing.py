"""Building the tree of an act from its lines.

Evidence decides in this order: what a line says (the language's headings, numbers, note openers), where it stands
(numbers must grow, a list ends where a closing formula begins), and last the tags, which differ from portal to portal.
"""

from __future__ import annotations

from saralau.acts.articles import ArticleBuilder
from saralau.acts.contents import end_of_contents
from saralau.acts.model import Act
from saralau.documents import Document
from saralau.languages import Language, detect, fold


def parse_act(document: Document, language: Language | None = None) -> Act:
    """The structure of `document`; the language is detected unless given. Linear in the text.

    Never fails on a defect of the text: what is flawed is parsed through and reported in `Act.defects`.
    """
    folded = fold(document.text)
    language = language or detect(folded, document.source.name)
    builder = ArticleBuilder(document, language, folded)
    begin = end_of_contents(document.lines, folded, language.structure)
    builder.front += [line.span for line in document.lines[:begin]]
    lines = document.lines[begin:]
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        builder.take(line, following)
    return builder.finish()
