"""Wording that a draft gives, as paragraphs of the units that it is the wording of: parsed in a frame like the act's own."""

from __future__ import annotations

from collections.abc import Sequence

from saralau.acts import Act, Kind, Provision, parse_act
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
    framed = _framed(text, within, kind, drafting)
    act = parse_act(read_bytes(framed.encode(), "wording.md"), language)
    units = _units(act, within, kind)
    if not units or any(unit.kind != kind for unit in units):
        return None
    return {step(unit): list(paragraphs_of(act, unit, within)) for unit in units}


def _units(act: Act, within: Path, kind: str) -> Sequence[Provision]:
    """What stands in the frame; nothing where some of the wording has fallen out of its units."""
    articles = list(act.articles())
    if kind == Kind.ARTICLE:
        stray = act.front or act.orphans or len(act.provisions) != len(articles)
        return () if stray else articles
    if len(articles) != 1:
        return ()
    (holder,) = articles
    opening = 1 if kind == Kind.POINT else 0  # paragraphs of the frame itself
    if kind == Kind.POINT and _in_part(within):
        if len(holder.children) != 1 or holder.children[0].kind is not Kind.PART:
            return ()
        (holder,) = holder.children
    return () if holder.closing or len(holder.text) > opening else holder.children


def _framed(text: str, within: Path, kind: str, drafting: Drafting) -> str:
    """The wording under the heading of an article, for points behind the opening of a list."""
    body = "\n\n".join(line.strip() for line in text.splitlines() if line.strip())
    if kind == Kind.ARTICLE:
        return body
    numbers = [one.partition(":")[2] for one in within]
    heading = "#### " + drafting.article_said.format(number=numbers[0]) + " –"
    if kind != Kind.POINT:
        return f"{heading}\n\n{body}"
    opening = f"{numbers[1]}. –:" if _in_part(within) else "–:"
    return f"{heading}\n\n{opening}\n\n{body}"


def _in_part(within: Path) -> bool:
    return len(within) > 1 and within[1].startswith(f"{Kind.PART}:")
