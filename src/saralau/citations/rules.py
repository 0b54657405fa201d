"""Points of rules, instructions and lists that an act approves in its annexes, cited by the name of the rules alone.

"Point 3 of the Rules" is a point of an annex: of the act in hand where it has one of that name, else of an act that is named
behind the rules as the one that approved them, else of an act that nothing tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from saralau.acts import Act, Address, Kind
from saralau.acts.address import BODY
from saralau.citations.chains import Chain
from saralau.citations.model import Annexed, Citation
from saralau.citations.naming import Mention
from saralau.documents import Span
from saralau.languages import Language, fold

_STEM = 5  # letters of the name of rules, behind which it inflects
_BEFORE = 60  # characters before a reference in which its rules are named, where numbers stand first
_FAR = 400  # characters between rules and the act that approved them


@dataclass(frozen=True, slots=True)
class Annexes:
    """The annexes of an act without articles: the text of each address and its title, folded, in order."""

    titles: Mapping[str, str] = field(default_factory=dict)

    def called(self, name: str) -> str | None:
        """The only annex whose title has a word that begins as the name of rules does."""
        stem = name[:_STEM]
        found = [text for text, title in self.titles.items() if any(word.startswith(stem) for word in title.split())]
        first = [text for text in found if self.titles[text].startswith(stem)]
        return found[0] if len(found) == 1 else first[0] if len(first) == 1 else None


NO_ANNEXES = Annexes()


def annexes_of(act: Act) -> Annexes:
    """The annexes of an act; none of one with articles, where they are divisions."""
    held = (unit for unit in act.provisions if unit.kind is Kind.ANNEX and unit.address is not None)
    return Annexes({unit.address.article: fold(unit.title or "") for unit in held if unit.address is not None})


@dataclass(frozen=True, slots=True)
class Named:
    """Rules that are named beside a reference: their name, whether it is "these", and where the words end or begin."""

    name: str
    this: bool
    span: Span


def named(chain: Chain, text: str, folded: str, within: Span, language: Language) -> Named | None:
    """The rules beside a reference to points that names no article and no act; their name has a capital."""
    orders = language.structure.orders
    if orders is None or not chain.relative or chain.act is not None:
        return None
    if language.citing.number_first:
        found = orders.cited.search(folded, max(chain.span.start - _BEFORE, within.start), chain.span.start)
    else:
        found = orders.cited.match(folded, chain.span.end, within.end)
    if found is None or not text[found.start("rules")].isupper():
        return None
    return Named(found.group("rules"), found.group("this") is not None, Span(*found.span()))


def led(
    told: Iterable[Citation], rules: Named, annexes: Annexes, mentions: Sequence[Mention], folded: str, language: Language
) -> Iterator[Citation]:
    """References to points of rules, led to where those are."""
    if rules.this:
        yield from told
        return
    text = annexes.called(rules.name)
    by = None if text else _approved_by(rules, mentions, folded, language)
    for citation in told:
        if text is not None and citation.address is not None:
            yield replace(citation, address=citation.address._replace(article=text), relative=False)
        elif by is not None and by.work is not None and citation.address is not None:
            until = citation.until and _pointed(citation.until, language)._replace(article="")
            point = Annexed(rules.name, _pointed(citation.address, language)._replace(article=""), until)
            yield replace(citation, kind="division", address=None, until=None, place="annex", work=by.work,
                          relative=False, annexed=point)  # fmt: skip
        else:
            yield replace(citation, unknown=True)


def _approved_by(rules: Named, mentions: Sequence[Mention], folded: str, language: Language) -> Mention | None:
    """The act that words between it and rules say has approved them."""
    orders = language.structure.orders
    assert orders is not None  # the rules were found by it
    for mention in mentions:
        ahead = mention.span.end <= rules.span.start
        start, end = (mention.span.end, rules.span.start) if ahead else (rules.span.end, mention.span.start)
        if (
            ahead == language.citing.number_first
            and 0 <= end - start <= _FAR
            and orders.approving.search(folded, start, end)
        ):
            return mention
    return None


_OF_POINTS = ("order", "resolution")


def _pointed(address: Address, language: Language) -> Address:
    """The address in an act of points of what a language without a word for subpoints calls a point."""
    alone = address.part is None and "subpoint" not in language.citing.units
    return Address(address.article, address.point) if alone else address


def elsewhere(address: Address, kind: str, language: Language) -> Address:
    """The address in another act of what names no article, which is not the article where the words stand: a point of an act
    of a kind that is made of points; else of an article that is not told.
    """
    return _pointed(address, language)._replace(article=BODY) if kind in _OF_POINTS else address._replace(article="")


def at_home(address: Address) -> Address:
    """The address of a point in the act itself that was filled in from where words stand in an annex."""
    return address._replace(article=BODY) if address.rooted else address
