"""Two editions side by side: read from files, told as lines and as a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saralau.acts import Act, Address, identify, read_act
from saralau.amendments import edition_of, find_amendments
from saralau.citations.works import work_of
from saralau.history import Difference, Text
from saralau.history.diffing import ArticleChange, EditionDiff, UnitChange, diff_editions
from saralau.history.harshness import direction
from saralau.history.units import letters
from saralau.history.wording import Piece
from saralau.messages import InputError, say
from saralau.offences import Offence, find_offences
from saralau.offences.general_part import general_part_of
from saralau.offences.model import Kind
from saralau.packs import load, names
from saralau.report.alignment import describe
from saralau.report.vocabulary import labels

_AROUND = 60  # characters of unchanged words that a line shows beside a change


@dataclass(frozen=True, slots=True)
class Editions:
    """Two editions of one act and what differs. `order` are the kinds of punishment from the mildest to the gravest."""

    earlier: Text
    later: Text
    diff: EditionDiff
    order: tuple[str, ...]
    offences: tuple[Mapping[Address, Offence], Mapping[Address, Offence]]

    def harsher(self, difference: Difference, article: ArticleChange) -> str | None:
        """Whether a component became heavier or milder; nothing of a part whose number another offence has now."""
        if difference.address in article.renumbered:
            return "renumbered"
        before, after = (side.get(difference.address) for side in self.offences)
        return direction(difference, before, after, self.order)


def diff_files(old: Path, new: Path, lang: str | None = None) -> Editions:
    """Two files compared, the older as it is named; InputError where they are texts of two acts or in two languages."""
    return diff_acts(read_act(old, lang), read_act(new, lang))


def diff_acts(old: Act, new: Act) -> Editions:
    """The same for two acts that have been read."""
    texts = [_text(act) for act in (old, new)]
    earlier, later = texts
    files = [act.document.source.name for act in (old, new)]
    if earlier.act.language is not later.act.language:
        named = {"one": earlier.act.language.name, "other": later.act.language.name}
        raise InputError("diff-languages", **named)
    known = [identify(text.act) for text in texts]
    works = [work_of(text.act) for text in texts]
    if (works[0] and works[0].iri) != (works[1] and works[1].iri):
        one, other = (work.id or work.iri if work else name for work, name in zip(works, files, strict=True))
        raise InputError("diff-different-acts", one=one, other=other)
    days = [edition_of([one for one in text.amendments if one.changes]) or "" for text in texts]
    if days[0] > days[1] and days[1]:
        raise InputError("diff-reversed", one=files[0], other=files[1])
    name = f"{known[1].jurisdiction}/qualification" if known[1] else ""
    kinds = load(name)["severity"]["crime"]["kinds"] if name and name in names() else []
    order = tuple(dict.fromkeys((*kinds, Kind.DEATH.value)))  # packs rank what is threatened today
    offences = tuple({offence.address: offence for offence in text.offences} for text in texts)
    return Editions(earlier, later, diff_editions(earlier, later), order, (offences[0], offences[1]))


def _text(act: Act) -> Text:
    offences = find_offences(act, general_part_of(identify(act))).items if act.language.threats else ()
    return Text(act, offences, find_amendments(act))


def diff_lines(told: Editions, code: str) -> Iterator[str]:
    """What differs, article by article; what is only printed otherwise is counted and not shown."""
    yield heading(told, code)
    yield counted(told, code)
    for article in told.diff.articles:
        if article.only_printed:
            continue
        yield ""
        yield f"{article.article}  [{by(article, code)}]"
        for change in article.changes:
            if change.how != "printed":
                yield "  " + changed(change, code)
        yield from ("  " + line for line in sanction_lines(article, told, code))
        yield from ("  " + line for line in feature_lines(article, code))
    yield ""
    yield from unannounced_lines(told, code)


def heading(told: Editions, code: str) -> str:
    """Which editions are compared."""
    sides = {side: _named(text) for side, text in (("earlier", told.earlier), ("later", told.later))}
    return say("diff-heading", code, **sides)


def counted(told: Editions, code: str) -> str:
    """How many units changed how."""
    counts = told.diff.counts()
    words = [f"{say('diff-' + kind, code)} – {number}" for kind, number in counts.items() if number]
    return say("diff-counts", code, words="; ".join(words) or "0")


def by(article: ArticleChange, code: str) -> str:
    """The laws that the notes name for a change, or that none does."""
    laws = dict.fromkeys(f"{one.date} № {one.number}" for one in article.laws)
    return ", ".join(laws) or say("diff-unannounced", code)


def changed(change: UnitChange, code: str) -> str:
    """A unit's change in one line: what went in brackets, what came behind an arrow."""
    told = [piece for piece in change.pieces if letters(piece.before) != letters(piece.after)]  # blanks are the publisher's
    words = "; ".join(_words(piece) for piece in told)
    return f"{place(change, code)}: {how(change, code)}" + (f" {words}" if words else "")


def place(change: UnitChange, code: str) -> str:
    """Where a unit stands, as people write it."""
    printed = change.address.printed if change.address and "/" not in change.place.removesuffix("/title") else change.place
    return say("history-title-of", code, of=printed) if change.title else printed


def how(change: UnitChange, code: str) -> str:
    """How a unit changed, in words."""
    if other := change.came_from or change.went_to:
        return say("diff-moved-from" if change.came_from else "diff-moved-to", code, place=_printed(other))
    return say("diff-" + change.how, code)


def _printed(place: str) -> str:
    """The place of a unit with its address as people write it; places that are no addresses stay as they are."""
    try:
        return Address.read(place).printed
    except InputError:
        return place


def _words(piece: Piece) -> str:
    before, after = (_short(words.strip()) for words in piece)
    return f"[{before}] → {after}" if before and after else f"[{before}]" if before else f"+ {after}"


def _short(words: str) -> str:
    return words if len(words) <= 2 * _AROUND else f"{words[:_AROUND]} … {words[-_AROUND:]}"


def sanction_lines(article: ArticleChange, told: Editions, code: str) -> Iterator[str]:
    """Components of sanctions that differ, and whether they became heavier."""
    for difference in article.sanctions:
        if difference.aspect in ("unit", "excluded"):
            continue
        turn = told.harsher(difference, article)
        words = f"{difference.address.printed} {describe(difference, code)}"
        yield words + (f" ({say('diff-' + turn, code)})" if turn else "")


def feature_lines(article: ArticleChange, code: str) -> Iterator[str]:
    """Features that came, went, or stand at another place of the article, as terms."""
    left = list(article.lost)
    for address, feature in article.gained:
        was = next((one for one in left if one[1] == feature), None)
        if was is None:
            yield say("diff-gained", code, at=address.printed, feature=labels(feature)[code])
            continue
        left.remove(was)
        where = {"earlier": was[0].printed, "later": address.printed}
        yield say("diff-feature-moved", code, feature=labels(feature)[code], **where)
    for address, feature in article.basic:
        yield say("diff-basic", code, at=address.printed, feature=labels(feature)[code])
    for address, feature in left:
        yield say("diff-lost", code, at=address.printed, feature=labels(feature)[code])


def unannounced_lines(told: Editions, code: str) -> Iterator[str]:
    """Changes of which no note tells, and notes of changes that are not there."""
    silent = [article.article for article in told.diff.unannounced()]
    yield say("diff-unannounced-all", code, n=len(silent), articles=", ".join(silent) or "–")
    absent = [number for number, _ in told.diff.silent]
    yield say("diff-only-announced", code, n=len(absent), articles=", ".join(absent) or "–")


def _named(text: Text) -> str:
    return f"{text.act.document.source.name} ({edition_of(text.amendments) or '–'})"


def diff_record(told: Editions) -> dict[str, Any]:
    """The comparison as JSON (`saralau/diff/1`): places and spans in both texts, and the words that changed."""
    return {
        "schema": "saralau/diff/1",
        "earlier": _basis(told.earlier),
        "later": _basis(told.later),
        "counts": told.diff.counts(),
        "unannounced": [article.article for article in told.diff.unannounced()],
        "only_announced": [number for number, _ in told.diff.silent],
        "articles": [_article(article, told) for article in told.diff.articles],
    }


def _basis(text: Text) -> dict[str, Any]:
    source = text.act.document.source
    return {"source": source.name, "sha256": source.sha256, "edition": edition_of(text.amendments)}


def _article(article: ArticleChange, told: Editions) -> dict[str, Any]:
    return {
        "article": article.article,
        "laws": [{"date": one.date, "number": one.number, "action": one.action} for one in article.laws],
        "only_printed": article.only_printed,
        "changes": [_unit(change) for change in article.changes],
        "sanctions": [
            {"provision": one.address.short, "aspect": one.aspect, "direction": told.harsher(one, article)}
            for one in article.sanctions
        ],
        "gained": [{"provision": address.short, "feature": feature} for address, feature in article.gained],
        "lost": [{"provision": address.short, "feature": feature} for address, feature in article.lost],
        "basic": [{"provision": address.short, "feature": feature} for address, feature in article.basic],
    }


def _unit(change: UnitChange) -> dict[str, Any]:
    return {
        "place": change.place,
        "how": change.how,
        "title": change.title,
        "came_from": change.came_from,
        "went_to": change.went_to,
        "earlier_spans": [list(span) for span in change.before.spans] if change.before else [],
        "later_spans": [list(span) for span in change.after.spans] if change.after else [],
        "words": [list(piece) for piece in change.pieces if not piece.stays],
    }
