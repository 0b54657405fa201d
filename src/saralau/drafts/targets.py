"""What an instruction changes: the words beside its verb, read as references by the room of citations."""

from __future__ import annotations

import re
from functools import cache

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
    chains = find_chains(folded, span, language, here)
    words = folded[span.start : span.end]
    for chain in reversed(chains):
        at = slice(chain.span.start - span.start, chain.span.end - span.start)
        words = words[: at.start] + " " + words[at.stop :]
    whole, title, filler = _words(drafting)
    words, everywhere = whole.subn(" ", words)
    words, titled = title.subn(" ", words)
    noted = re.fullmatch(rf"\s*(?:{language.citing.units.get('note', '(?!)')})\w{{0,3}}\s*", words) if not chains else None
    if noted is None and re.search(r"\w", filler.sub(" ", words)):
        return None
    members = [member for chain in chains for member in chain.members]
    if everywhere:
        return [Target(member.address, "whole") for member in members] or [Target(here if here.article else None, "whole")]
    if noted is not None:
        return [Target(here, "note")]
    if not members:
        return [Target(here, "title" if titled else "")]
    return [_target(member, titled=bool(titled)) for member in members]


def ranges(folded: str, span: Span, language: Language, here: Address) -> list[tuple[Address, Address]]:
    """First and last unit of each range that words name."""
    chains = find_chains(folded, span, language, here)
    return [(one.address, one.until) for chain in chains for one in chain.members if one.until is not None]


def _target(member: Member, *, titled: bool) -> Target:
    return Target(member.address, "title" if titled else member.place or "")


@cache
def _words(drafting: Drafting) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(drafting.whole_text),
        re.compile(rf"(?<!\w)(?:{drafting.title})"),
        re.compile(rf"(?<!\w)(?:{drafting.filler})(?!\w)"),
    )
