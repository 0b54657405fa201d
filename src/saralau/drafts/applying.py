"""The new edition that a draft makes, and the proof that nothing else has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from saralau.acts import Act, parse_act
from saralau.documents.reading import read_bytes
from saralau.drafts.editing import blocks_of, joined
from saralau.drafts.following import follow
from saralau.drafts.model import ADD, Draft
from saralau.drafts.sheet import Paragraph, Path, markdown, sheet_of
from saralau.history.units import units
from saralau.languages import fold
from saralau.messages import InputError


def apply(act: Act, draft: Draft) -> str:
    """The new edition as Markdown, which parses back to the act with the draft's changes and no other.

    Raises the first refusal of the draft, and InputError where the text read back says something else than the draft.
    """
    if draft.refused:
        raise draft.refused[0]
    if draft.edited is not None:
        return markdown(_noted(sheet_of(draft.edited), draft.edited))
    blocks, drafting = blocks_of(_noted(sheet_of(act), act)), act.language.drafting
    if drafting is not None:
        for one in draft.instructions:
            blocks, _ = follow(blocks, one, act.language, drafting)
    sheet = joined(blocks)
    text = markdown(sheet)
    edition = read_back(text, act)
    _hold(act, edition, draft)
    _hold_words(sheet, edition, draft)
    return text


def read_back(text: str, act: Act) -> Act:
    """An edition as `saralau parse` reads it."""
    return parse_act(read_bytes(text.encode(), f"{act.document.source.name}.md"), act.language)


def _noted(sheet: list[Paragraph], act: Act) -> list[Paragraph]:
    """The sheet with a word before each editors' note that only the tags of its source told from law."""
    drafting = act.language.drafting
    if drafting is None:
        return sheet
    return [
        one._replace(text=f"{drafting.editors} {one.text}") if one.role == "editors" and not _opens(one.text, act) else one
        for one in sheet
    ]


def _opens(text: str, act: Act) -> bool:
    """Whether a note says by its first words that it is an editors' one."""
    structure, words = act.language.structure, fold(text)
    either = structure.either_note
    if structure.editor_note.match(words):
        return True
    return either is not None and bool(either.match(words) and structure.amending.search(words[:400]))


def touched(draft: Draft) -> set[str]:
    """Places of units that a draft may change, as `history.units` names them; "*" for the whole text."""
    found: set[str] = set()
    for one in draft.instructions:
        address = one.target.address
        if division := one.target.place.partition("title:")[2]:
            found.add(division.replace(":", " ", 1))
            continue
        found.add("*" if address is None else address.short)
        if one.to is not None:
            found.add(one.to.short)
        if address is not None and one.kind == ADD and address.part is not None and address.point is None:
            found |= {address.article + ".1", f"{address.article}="}
    return found


def _hold(act: Act, edition: Act, draft: Draft) -> None:
    """Refuses an edition in which a unit differs that no instruction names."""
    before, after, names = units(act), units(edition), touched(draft)
    if "*" in names:
        return
    for place in dict.fromkeys((*before, *after)):
        was, now = before.get(place), after.get(place)
        if was is not None and now is not None and was.text == now.text and was.excluded == now.excluded:
            continue
        if place.partition("/")[0] in names:
            continue
        where = place.partition("/")[0].partition(" ")[0]
        if not any(_within(where, name, place) for name in names):
            raise InputError("draft-misread", place=place)


def _hold_words(sheet: list[Paragraph], edition: Act, draft: Draft) -> None:
    """Refuses an edition in which a paragraph of a touched article is read as one of another unit."""
    articles = {f"article:{number}" for number in draft.articles} | {
        f"article:{one.to.article}" for one in draft.instructions if one.to
    }
    sides = (_own_words(paragraphs, articles) for paragraphs in (sheet, sheet_of(edition)))
    for written, read in zip_longest(*sides):
        if written != read:
            path = (written or read or ((), ""))[0]
            raise InputError("draft-misread", place="/".join(step.partition(":")[2] or step for step in path))


def _own_words(sheet: Sequence[Paragraph], articles: set[str]) -> Iterator[tuple[Path, str]]:
    """Paragraphs of law with their units; a first part may carry a number or, where it is the only one, none."""
    for one in sheet:
        if one.role != "editors" and one.path[:1] and one.path[0] in articles:
            yield tuple(step for step in one.path if step != "part:1"), one.text


def _within(where: str, name: str, place: str) -> bool:
    if name.endswith("="):
        return where == name[:-1]
    return where == name or where.startswith(f"{name}.")
