"""Wording that a draft gives, as paragraphs of the units that it is the wording of: parsed in a frame like the act's own."""

from __future__ import annotations

from collections.abc import Sequence

from saralau.acts import Kind, Provision, parse_act
from saralau.documents.reading import read_bytes
from saralau.drafts.sheet import Paragraph, Path, paragraphs_of, step
from saralau.languages import Language
from saralau.languages.model import Drafting

Given = dict[str, list[Paragraph]]
"""Paragraphs by the last step of their unit's path, in the order of the wording."""


def given(text: str, within: Path, kind: str, language: Language, drafting: Drafting) -> Given | None:
    """The units of a kind ("article", "part", "point", "note") in a wording, as they will stand in `within`.

    None where the wording is not wholly units of that kind.
    """
    holder, frame = _framed(text, within, kind, language, drafting)
    if holder is None:
        return None
    units = [child for child in holder if child.kind == kind]
    if len(units) != len(holder) or not units or frame:
        return None
    act = _act(_lines(text, within, kind, drafting), language)
    return {step(unit): list(paragraphs_of(act, unit, within)) for unit in units}


def _framed(
    text: str, within: Path, kind: str, language: Language, drafting: Drafting
) -> tuple[Sequence[Provision] | None, bool]:
    """What stands in the frame, and whether anything of the wording has fallen out of its units."""
    act = _act(_lines(text, within, kind, drafting), language)
    articles = list(act.articles())
    if kind == Kind.ARTICLE:
        stray = bool(act.front or act.orphans) or len(act.provisions) != len(articles)
        return articles or None, stray
    if len(articles) != 1:
        return None, True
    (article,) = articles
    if kind == Kind.POINT and len(within) > 1 and within[-1].startswith(Kind.PART):
        if len(article.children) != 1 or article.children[0].kind is not Kind.PART:
            return None, True
        part = article.children[0]
        return part.children or None, bool(part.closing) or len(part.text) > 1
    framed = 1 if kind == Kind.POINT else 0
    return article.children or None, bool(article.closing) or len(article.text) > framed


def _lines(text: str, within: Path, kind: str, drafting: Drafting) -> str:
    body = "\n\n".join(line.strip() for line in text.splitlines() if line.strip())
    if kind == Kind.ARTICLE:
        return body
    numbers = [one.partition(":")[2] for one in within]
    heading = "#### " + drafting.article_said.format(number=numbers[0]) + " –\n\n"
    if kind != Kind.POINT:
        return heading + body
    opening = f"{numbers[1]}. –:" if len(numbers) > 1 and within[1].startswith(Kind.PART) else "–:"
    return f"{heading}{opening}\n\n{body}"


def _act(text: str, language: Language):  # type: ignore[no-untyped-def]  # an act
    return parse_act(read_bytes(text.encode(), "wording.md"), language)
