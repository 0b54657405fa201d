"""From a formula to instructions: which units it names, which words or wording it gives to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from saralau.acts import Act, Address
from saralau.acts.address import number_key
from saralau.documents import Document, Span
from saralau.drafts.formulas import Said, quotations
from saralau.drafts.model import (
    ADD,
    DELETE,
    EXCLUDE,
    INSERT,
    MARK,
    RENUMBER,
    REPLACE,
    RETITLE,
    REWORD,
    Instruction,
    Target,
)
from saralau.drafts.targets import NOWHERE, ranges, read_targets
from saralau.drafts.wording import given
from saralau.languages.model import Drafting
from saralau.messages import InputError


class Page(NamedTuple):
    """What is read: the draft, its text folded and with quotations masked, the act and the formulas of its language."""

    document: Document
    folded: str
    shape: str
    act: Act
    drafting: Drafting


def targets_of(page: Page, said: Said, span: Span, here: Address) -> list[Target] | None:
    """What a formula changes, ranges filled in; None where a word of it is not understood."""
    words = said.pieces.get("target", Span(span.start, span.start))
    if said.kind == RENUMBER and "unit" not in said.pieces:
        return _unparted(page, words, here)
    targets = read_targets(page.folded, words, page.act.language, page.drafting, here)
    return None if targets is None else list(_expanded(page, targets, words, here))


def instructions(page: Page, said: Said, targets: Sequence[Target], span: Span) -> Iterator[Instruction]:
    """What a formula tells to do with its targets; InputError where what it gives does not fit them."""
    kind, pieces = said.kind, said.pieces
    if kind == ADD:
        if len(targets) > 1:
            raise InputError("draft-add-several", places=", ".join(target.printed for target in targets))
        yield from _additions(page, targets[0], pieces["unit"], _quoted(page, pieces["wording"]), span)
    elif kind == REWORD:
        yield from _rewordings(page, targets, _quoted(page, pieces["wording"]), span)
    elif kind == EXCLUDE:
        if any(target.place == "whole" for target in targets):
            raise InputError("draft-nowhere")
        if any(target.place.partition(":")[0] == "title" for target in targets):
            raise InputError("draft-title-kept", place=targets[0].printed)
        yield from (Instruction(EXCLUDE, target, span) for target in targets)
    elif kind == RENUMBER:
        yield from _renumberings(page, targets, pieces.get("unit"), span)
    elif kind == MARK:
        old, new = (_mark(page, pieces[name]) for name in ("mark", "other_mark"))
        yield from (Instruction(MARK, target, span, new, old) for target in targets)
    else:
        yield from _exchanges(page, kind, targets, pieces, span)


def _additions(page: Page, base: Target, unit: Span, text: str, span: Span) -> Iterator[Instruction]:
    here = base.address or NOWHERE
    named = read_targets(page.folded, unit, page.act.language, page.drafting, here)
    if named is None or (len(named) == 1 and named[0].address == here and not (named[0].place or named[0].sentence)):
        raise InputError("draft-unit-unknown", words=unit.of(page.document.text))
    named = list(_expanded(page, named, unit, here))
    if base.place.startswith(("note", "indent")):  # a note or a paragraph, to which nothing but sentences can be added
        if any(not one.sentence or one.place or one.address != here for one in named):
            raise InputError("draft-unit-unknown", words=unit.of(page.document.text))
        named = [one._replace(place=base.place) for one in named]
    if any(one.place.partition(":")[0] == "title" for one in named):
        raise InputError("draft-title-kept", place=named[0].printed)
    if len(named) > 1 and all(one.place.startswith("indent:") for one in named):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if len(lines) != len(named):
            raise InputError("draft-lists-differ", one=len(named), other=len(lines))
        yield from (Instruction(ADD, one, span, line) for one, line in zip(named, lines, strict=True))
        return
    if len(named) == 1:
        yield Instruction(ADD, named[0], span, text)
        return
    yield from _shared(page, ADD, named, text, span)


def _rewordings(page: Page, targets: Sequence[Target], text: str, span: Span) -> Iterator[Instruction]:
    if len(targets) > 1:
        yield from _shared(page, REWORD, targets, text, span)
        return
    (target,) = targets
    if target.place.partition(":")[0] == "title":
        yield Instruction(RETITLE, target, span, text)
    else:
        yield Instruction(REWORD, target, span, text)


def _shared(page: Page, kind: str, targets: Sequence[Target], text: str, span: Span) -> Iterator[Instruction]:
    """One wording for several units of one kind: each gets its own."""
    first = targets[0].address or NOWHERE
    unit = "point" if first.point is not None else "part" if first.part is not None else "article"
    within = [f"article:{first.article}"] * (unit != "article")
    within += [f"part:{first.part}"] * (unit == "point" and first.part is not None)
    units = given(text, tuple(within), unit, page.act.language, page.drafting)
    numbers = [(target.address or NOWHERE)[("article", "part", "point").index(unit)] for target in targets]
    if units is None or list(units) != [f"{unit}:{number}" for number in numbers]:
        raise InputError("draft-wording-other", place=", ".join(target.printed for target in targets))
    for target, paragraphs in zip(targets, units.values(), strict=True):
        yield Instruction(kind, target, span, "\n".join(one.text for one in paragraphs))


def _exchanges(
    page: Page, kind: str, targets: Sequence[Target], pieces: dict[str, Span], span: Span
) -> Iterator[Instruction]:
    olds = _listed(page, pieces["words"]) if "words" in pieces else [""]
    news = _listed(page, pieces["others"]) if "others" in pieces else [""]
    if kind == REPLACE and len(news) == 1:
        news = news * len(olds)
    if len(olds) != len(news) and kind != DELETE:
        raise InputError("draft-lists-differ", one=len(olds), other=len(news))
    plural = "thing" in pieces and page.drafting.several.match(page.shape, *pieces["thing"]) is not None
    as_kind = {"insert_before": INSERT, "append_words": INSERT}.get(kind, kind)
    for target in targets:
        for old, new in zip(olds, news if kind != DELETE else [""] * len(olds), strict=True):
            every = plural and not target.place and not target.sentence and (target.address or NOWHERE).point is None
            every = every and any(map(str.isalnum, old))  # a mark alone stands everywhere
            yield Instruction(as_kind, target, span, new, old, kind == "insert_before", every)


def _renumberings(page: Page, targets: Sequence[Target], unit: Span | None, span: Span) -> Iterator[Instruction]:
    """Units that get other numbers, in an order in which none takes the number of one that has yet to go."""
    if unit is None:
        half = len(targets) // 2
        olds, named = targets[:half], list(targets[half:])
    else:
        first = targets[0].address or NOWHERE
        olds, named = targets, read_targets(page.folded, unit, page.act.language, page.drafting, first.within) or []
    if len(olds) != len(named):
        raise InputError("draft-lists-differ", one=len(olds), other=len(named))
    pairs = list(zip(olds, named, strict=True))
    for old, new in pairs:
        if old.place or new.place or old.sentence or new.sentence or not _beside(old.address, new.address):
            raise InputError("draft-renumber-other", place=old.printed, other=new.printed)
    rising = any(number_key(_last(new.address)) > number_key(_last(old.address)) for old, new in pairs)
    for old, new in reversed(pairs) if rising else pairs:
        yield Instruction(RENUMBER, old, span, to=new.address)


def _unparted(page: Page, words: Span, here: Address) -> list[Target] | None:
    """The former and the present units where no word stands between them: as many on either side of a blank."""
    for blank in re.finditer(r"\s+", words.of(page.folded)):
        sides = Span(words.start, words.start + blank.start()), Span(words.start + blank.end(), words.end)
        olds = read_targets(page.folded, sides[0], page.act.language, page.drafting, here)
        if not olds or olds[0].address is None or olds[0].address == here:
            continue
        news = read_targets(page.folded, sides[1], page.act.language, page.drafting, olds[0].address.within)
        if news and len(news) == len(olds) and all(map(_beside, [o.address for o in olds], [n.address for n in news])):
            return [*olds, *news]
    return None


def _beside(old: Address | None, new: Address | None) -> bool:
    """Whether two addresses are of one kind of unit, in one unit."""
    if old is None or new is None or not old.article or old == new:
        return False
    return (_holder(old), old.point is None) == (_holder(new), new.point is None)


def _holder(address: Address) -> Address | None:
    if address.point is not None:
        return address.within
    return Address(address.article) if address.part is not None else None


def _last(address: Address | None) -> str:
    return next(step for step in reversed(address or NOWHERE) if step is not None)


def _mark(page: Page, words: Span) -> str:
    said = words.of(page.shape)
    return next(mark for pattern, mark in page.drafting.marks if re.fullmatch(pattern, said))


def _expanded(page: Page, targets: Sequence[Target], words: Span, here: Address) -> Iterator[Target]:
    """The targets with what stands between the ends of a range."""
    ends = ranges(page.folded, words, page.act.language, here)
    yield from targets[:1]
    for before, after in pairwise(targets):
        if before.address and after.address and (before.address, after.address) in ends:
            yield from (Target(address) for address in _between(page, before.address, after.address))
        yield after


def _between(page: Page, first: Address, last: Address) -> Iterator[Address]:
    depth = 2 if first.point is not None else 1 if first.part is not None else 0
    for unit in page.act.walk():
        at = unit.address
        if at is None or at[:depth] != first[:depth] or at[depth] is None or any(at[depth + 1 :]):
            continue
        if number_key(first[depth]) < number_key(at[depth]) < number_key(last[depth]):
            yield at


def _quoted(page: Page, span: Span) -> str:
    """The words inside one pair of marks."""
    return page.document.text[span.start + 1 : span.end - 1].strip()


def _listed(page: Page, span: Span) -> list[str]:
    return [one.of(page.document.text).strip() for one in quotations(page.shape, span)]
