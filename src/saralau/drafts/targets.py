"""What an instruction changes: the words beside its verb, read as references by the room of citations."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from saralau.acts import Address
from saralau.citations import Member, find_chains
from saralau.documents import Span
from saralau.drafts.model import Target
from saralau.languages import Language
from saralau.languages.model import Drafting

NOWHERE = Address("")


def read_targets(folded: str, span: Span, language: Language, drafting: Drafting, here: Address) -> list[Target] | None:
    """The targets that words name, in their order; None where a word of them is not understood.

    Relative ones are filled in from `here`; words that name none mean `here` itself. A target whose article is "" is
    nowhere; one of a division has its name as its place.
    """
    known = _words(language, drafting)
    if (found := known.sentence.search(folded, *span)) is not None:  # its ordinal would be taken for that of a unit
        folded = folded[: found.start()] + " " * len(found.group()) + folded[found.end() :]
    sentence = language.numerals.ordinals[found[1] or found[2]] if found else 0
    chains = find_chains(folded, span, language, here)
    words = folded[span.start : span.end]
    for chain in reversed(chains):
        at = slice(chain.span.start - span.start, chain.span.end - span.start)
        words = words[: at.start] + " " + words[at.stop :]
    words, everywhere = known.whole.subn(" ", words)
    words, titled = known.title.subn(" ", words)
    noted = re.fullmatch(rf"\s*(?:{language.citing.units.get('note', '(?!)')})\w{{0,3}}\s*", words) if not chains else None
    if noted is None and re.search(r"\w", known.filler.sub(" ", words)):
        return None
    members = [member for chain in chains for member in chain.members]
    if everywhere:
        return [Target(member.address, "whole") for member in members] or [Target(here if here.article else None, "whole")]
    if noted is not None:
        return [Target(here, "note", sentence)]
    if not members:
        return [Target(here, "title" if titled else "", sentence)]
    return [_target(member, sentence, titled=bool(titled)) for member in members]


def ranges(folded: str, span: Span, language: Language, here: Address) -> list[tuple[Address, Address]]:
    """First and last unit of each range that words name."""
    chains = find_chains(folded, span, language, here)
    return [(one.address, one.until) for chain in chains for one in chain.members if one.until is not None]


def of_contents(folded: str, span: Span, language: Language, drafting: Drafting) -> bool:
    """Whether words name the table of contents, which is no part of the text."""
    return _words(language, drafting).contents.match(folded, *span) is not None


def _target(member: Member, sentence: int, *, titled: bool) -> Target:
    place = member.place or ""
    if titled:
        place = f"title:{place}" if place and not member.address.article else "title"
    return Target(member.address, place, sentence)


class _Words(NamedTuple):
    whole: re.Pattern[str]
    title: re.Pattern[str]
    filler: re.Pattern[str]
    sentence: re.Pattern[str]
    contents: re.Pattern[str]


@cache
def _words(language: Language, drafting: Drafting) -> _Words:
    ordinals = "|".join(sorted(map(re.escape, language.numerals.ordinals), key=len, reverse=True))
    sentence = drafting.sentence.replace("{ordinal}", f"(?<!\\w)({ordinals})")
    if drafting.sentence.count("{ordinal}") == 1:
        sentence += "|(?!)()"  # a language with one order of the two words: the second group is never found
    return _Words(
        re.compile(drafting.whole_text),
        re.compile(rf"(?<!\w)(?:{drafting.title})"),
        re.compile(rf"(?<!\w)(?:{drafting.filler})(?!\w)"),
        re.compile(sentence),
        re.compile(rf"\s*(?:{drafting.contents})"),
    )
