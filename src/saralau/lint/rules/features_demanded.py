"""F004: a qualifying feature that the part itself, or all that it builds upon, already demands."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.acts import Address
from saralau.lint.model import Finding, Rule
from saralau.lint.points import stems
from saralau.lint.subject import Subject
from saralau.offences import Offence
from saralau.packs.lexicons import wordings


def check(subject: Subject) -> Iterator[Finding]:
    """A point all of whose words stand, in this order, in the description that every case fulfils anyway.

    What is threatened is not done: descriptions of threats are left out, whatever they name.
    """
    described: dict[Address, tuple[str, ...]] = {}
    for offence in subject.by_address.values():
        bases = [subject.by_address[base.within] for base in offence.extends if base.within in subject.by_address]
        points = subject.said[offence.address] if bases else ()
        for base in bases if points else ():
            if base.address not in described:
                described[base.address] = _described(subject, base)
        for one in points:
            always = all(_stands(one.stems, described[base.address]) for base in bases)
            if always and not any(_threatens(subject, base) for base in bases):
                yield Finding(one.span, offence.address, {"words": subject.words(one.span)})


def _described(subject: Subject, offence: Offence) -> tuple[str, ...]:
    """The words of conduct outside points."""
    return tuple(stem for point, span in offence.wording if point is None for stem in stems(subject.act, span))


def _threatens(subject: Subject, offence: Offence) -> bool:
    lexicon = wordings("features", subject.act.language.code)
    spans = (span for point, span in offence.wording if point is None)
    return any(code == "threat" for span in spans for code, _, _ in lexicon.find(subject.act.folded, *span))


def _stands(words: tuple[str, ...], among: tuple[str, ...]) -> bool:
    size = len(words)
    return size > 0 and any(among[start : start + size] == words for start in range(len(among) - size + 1))


RULE = Rule("F004", "feature-demanded", "features", check)
