"""Sorting cyber provisions into the groups, each with reasons.

The rules, in order; the words that they look for are data (`lexicon/grouping`):
1. services that host unlawful content: what is punished is the content (III);
2. a chapter that protects information technology itself: against data and systems (I);
3. calling, propagating, advertising, spreading to the public: the content (III);
4. anything else that information technology serves or accompanies: computer-related, for gain or harm (II).
A part that is cyber only by what it extends goes where that goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from saralau.acts import Act, Address, Kind
from saralau.documents import Span
from saralau.offences import Offence
from saralau.packs.lexicons import wordings
from saralau.taxonomy.model import Group, Placement, Reason


def classify(act: Act, offences: Iterable[Offence]) -> tuple[Placement, ...]:
    """Every offence of the act that carries an ICT element or inherits one, in the order of the text."""
    offences = tuple(offences)
    by_address = {offence.address: offence for offence in offences}
    chapters = _technology_chapters(act)
    titles = {article.address: article.heading for article in act.articles() if article.address}
    own = {
        offence.address: _place(offence, _words_of(act, offence, by_address, titles), chapters)
        for offence in offences
        if offence.ict
    }
    placed: dict[Address, Placement] = {}
    for offence in offences:
        if offence.address in own:
            placed[offence.address] = own[offence.address]
        elif offence.ict_inherited:
            placed[offence.address] = _inherit(offence, placed, own)
    return tuple(placed.values())


def _technology_chapters(act: Act) -> Mapping[str, str]:
    """Numbers of the chapters whose titles name information technology, with those words."""
    found: dict[str, str] = {}
    for chapter in act.walk():
        if chapter.kind is Kind.CHAPTER and chapter.number:
            for heading in chapter.heading:
                for code, start, end in wordings("grouping", act.language.code).find(act.folded, *heading):
                    if code == "technology_chapter":
                        found.setdefault(chapter.number, act.words(Span(start, end)).lower())
    return found


def _own_conduct(offence: Offence, titles: Mapping[Address, tuple[Span, ...]]) -> tuple[Span, ...]:
    """Where the conduct of an offence is told: the title, and its own words save points without the element."""
    points = {proof.point for proof in offence.ict}
    own = [span for point, span in offence.wording if point is None or point in points]
    return (*titles.get(Address(offence.address.article), ()), *own)


def _words_of(
    act: Act,
    offence: Offence,
    offences: Mapping[Address, Offence],
    titles: Mapping[Address, tuple[Span, ...]],
) -> dict[str, str]:
    """Words of conduct: the offence's own, and those that everything it extends has in common."""
    words = _conduct_words(act, _own_conduct(offence, titles))
    bases = [offences[base.within] for base in offence.extends if base.within in offences]
    shared = [_conduct_words(act, (span for point, span in base.wording if point is None)) for base in bases]
    for code, found in shared[0].items() if shared else ():
        if all(code in other for other in shared):
            words.setdefault(code, found)
    return words


def _place(offence: Offence, words: Mapping[str, str], chapters: Mapping[str, str]) -> Placement:
    if "hosting" in words:
        return Placement(offence, Group.III, True, (Reason("reason-hosting", {}),))
    if offence.chapter in chapters:
        return Placement(offence, Group.I, True, (Reason("reason-technology-chapter", {"chapter": offence.chapter or ""}),))
    if "content" in words:
        return Placement(offence, Group.III, True, (Reason("reason-content", {"words": words["content"]}),))
    for code in ("person", "property"):
        if code in words:
            return Placement(offence, Group.II, True, (Reason(f"reason-{code}", {"words": words[code]}),))
    return Placement(offence, Group.II, True, (Reason("reason-means", {}),))


def _conduct_words(act: Act, spans: Iterable[Span]) -> dict[str, str]:
    found: dict[str, str] = {}
    for span in spans:
        for code, start, end in wordings("grouping", act.language.code).find(act.folded, *span):
            found.setdefault(code, act.words(Span(start, end)).lower())
    return found


def _inherit(offence: Offence, placed: Mapping[Address, Placement], own: Mapping[Address, Placement]) -> Placement:
    bases = [placed.get(base.within) or own.get(base.within) for base in offence.extends]
    known = [base for base in bases if base is not None]
    addresses = ", ".join(base.offence.address.printed for base in known)
    group = known[0].group if known else Group.II
    return Placement(offence, group, False, (Reason("reason-inherited", {"addresses": addresses}),))
