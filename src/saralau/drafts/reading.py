"""A draft read: every character of it is an instruction, its frame, of another act, or listed as not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from saralau.acts import Act, Address, Identity, identify
from saralau.citations import Work, country_of, find_chains, find_citations
from saralau.documents import Document, Span
from saralau.drafts.copying import edited_copy
from saralau.drafts.editing import Block, blocks_of
from saralau.drafts.following import follow
from saralau.drafts.formulas import Said, said_at
from saralau.drafts.instructing import Page, instructions, targets_of
from saralau.drafts.model import ADD, Draft, DraftError, Instruction
from saralau.drafts.quoting import mask
from saralau.drafts.sheet import sheet_of
from saralau.drafts.targets import NOWHERE, of_contents, read_targets
from saralau.languages import Language, fold
from saralau.languages.model import Drafting
from saralau.messages import InputError


def read_draft(document: Document, act: Act) -> Draft:
    """The instructions of a draft to an act, tried on it in their order; an edited copy of the act is one too.

    Instructions that cannot be followed are in `Draft.refused`; InputError only for a language whose formulas nobody
    encoded, and for a draft without an instruction.
    """
    copy = edited_copy(document, act)
    if copy is not None:
        return copy
    drafting = act.language.drafting
    if drafting is None:
        raise InputError("draft-without-formulas", name=act.language.name)
    reader = _Reader(document, act, drafting, identify(act), country_of(act))
    reader.read()
    if not reader.amends():
        raise InputError("draft-empty", name=document.source.name)
    return Draft(
        document,
        tuple(reader.found),
        tuple(_joined(reader.rest, document.text)),
        tuple(_joined(reader.elsewhere, document.text)),
        tuple(reader.refused),
        contents=tuple(_joined(reader.contents, document.text)),
    )


_CLAUSE = re.compile(r"[^;\n]+(?:\n\s*(?=\ue000)[^;\n]+)*")
_MARKER = re.compile(
    r"\s*(?:(?P<bracket>[0-9]+(?:-[0-9]+)*\))|(?P<dot>[0-9]+(?:-[0-9]+)*\.)|(?P<letter>[^\W\d_]\))|(?P<dash>[–•-]))\s*"
)
_LEVELS = {"dot": 0, "bracket": 1, "letter": 2, "dash": 3}
_AMENDED = ("code", "law", "constitution")
_BLANKS = re.compile(" *")
_TOP = -1.0  # the level of what stands in no list
_CONTENTS = Address("*")  # the scope of what amends the table of contents
_FEW = 50  # stretches without a formula that may still be a draft; a text of more is some other document
_HEADER = re.compile(r"([^:;\n]{1,2000}):\s*")


@cache
def _joint(language: Language) -> re.Pattern[str]:
    """What joins two instructions in a sentence."""
    return re.compile(rf"[\s.]*(?:(?:{language.citing.joints})[\s.]*){{0,2}}")


@dataclass(slots=True)
class _Reader:
    """The state of reading: which act is amended, and the unit of each level of the lists that is open."""

    document: Document
    act: Act
    drafting: Drafting
    known: Identity | None
    country: str
    folded: str = ""
    shape: str = ""
    scopes: dict[float, Address] = field(default_factory=dict)
    level: float = _TOP  # of the last mark of a list; a header without one stands half a level below it
    foreign: bool = False
    blocks: list[Block] = field(default_factory=list)
    found: list[Instruction] = field(default_factory=list)
    rest: list[Span] = field(default_factory=list)
    elsewhere: list[Span] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)
    refused: list[DraftError] = field(default_factory=list)

    @property
    def language(self) -> Language:
        return self.act.language

    def read(self) -> None:
        self.folded = fold(self.document.text)
        quoted = mask(self.folded, self.drafting)
        self.shape, end = quoted.shape, quoted.unclosed if quoted.unclosed is not None else len(quoted.shape)
        self.blocks = blocks_of(sheet_of(self.act))
        at = 0
        while at < end:
            at = self.frame(at, end) or self.clause(at, end)
        if quoted.unclosed is not None:
            self.refuse(InputError("draft-unclosed"), Span(quoted.unclosed, quoted.unclosed + 1))
            self.rest.append(Span(quoted.unclosed, len(self.shape)))

    def amends(self) -> bool:
        """Whether the text is a draft at all: something was read as one, or it means to amend and was not understood."""
        if self.found or self.refused or self.elsewhere or self.contents:
            return True
        if self.language.naming.amends.search("\n" + self.folded) or self.drafting.verbs.search(self.shape):
            return bool(self.rest)
        few = self.rest if len(self.rest) <= _FEW else ()
        return any(find_chains(self.folded, span, self.language, NOWHERE) for span in few)

    def frame(self, at: int, end: int) -> int | None:
        """What a law says besides its instructions, if that begins here: the place behind it."""
        if at and self.shape[at - 1] != "\n":
            return None
        start = _BLANKS.match(self.shape, at, end).end()  # type: ignore[union-attr]  # it matches nothing too
        found = self.drafting.frame.match(self.shape, start, end)
        if found is None and (own := self.language.structure.article.match(self.shape, start, end)) is not None:
            stop = self.shape.find("\n", own.end(), end)
            stop = end if stop < 0 else stop
            if self.drafting.verbs.search(self.shape, own.end(), stop):
                stop = own.end()
            self.scopes, self.level = {}, _TOP
            return stop
        if found is None:
            return None
        self.scopes, self.level = {}, _TOP
        self.enter(Span(*found.span()))
        return found.end()

    def enter(self, span: Span) -> None:
        """Notes which act words name, if they do: what follows amends it, which may be another than the one in hand."""
        if works := self.named(span):
            self.scopes, self.level = {}, _TOP
            self.foreign = self.is_another(works[0])

    def named(self, span: Span) -> list[Work]:
        """The acts that words name, in their order."""
        cited = find_citations(span.of(self.document.text), self.language.code, country=self.country)
        return [one.work for one in cited if one.work is not None and one.work.kind in _AMENDED]

    def is_another(self, work: Work) -> bool:
        """Whether an act is known not to be the one in hand.

        A work of another state is no other act, only a name that two states share: a law amends the acts of its own.
        """
        known = self.known
        return known is not None and work.iri != known.iri and work.iri.startswith(f"/akn/{self.country}/")

    def clause(self, at: int, end: int) -> int:
        """An instruction, or several with a joint between, up to a semicolon or the end of a line: the place behind it."""
        found = _CLAUSE.match(self.shape, at, end)
        if found is None:
            return at + 1
        span = self.trimmed(Span(*found.span()))
        if span.start >= span.end or not re.search(r"[\w\ue000]", span.of(self.shape)):
            return found.end()
        start, here = self.opened(span)
        if here is _CONTENTS and not self.adds_to_text(start, span.end):
            self.contents.append(Span(start, span.end))
            return found.end()
        here = NOWHERE if here is _CONTENTS else here
        if self.foreign and start < span.end:
            self.elsewhere.append(Span(start, span.end))
        elif start < span.end:
            self.say(start, span, here)
        return found.end()

    def adds_to_text(self, start: int, end: int) -> bool:
        """Whether words under a header about the table of contents add a unit to the text: to a table titles are added."""
        said = said_at(self.shape, start, end, self.drafting)
        if start >= end or said is None or said.kind != ADD:
            return start >= end
        named = read_targets(self.folded, said.pieces["unit"], self.language, self.drafting, NOWHERE)
        return bool(named) and not any(one.place.startswith("title") for one in named or ())

    def opened(self, span: Span) -> tuple[int, Address]:
        """Reads the mark of a list and headers ("in article 205:"); where the instruction begins, and its scope."""
        at, own = span.start, self.level + 0.5
        while True:
            marker = _MARKER.match(self.shape, at, span.end)
            if marker and not self.numbers_a_unit(marker.end()):
                own = self.level = _LEVELS[str(marker.lastgroup)]
                at = marker.end()
                self.scopes = {level: address for level, address in self.scopes.items() if level < own}
            base = self.scopes[max(self.scopes)] if self.scopes else NOWHERE
            header = _HEADER.match(self.shape, at, span.end)
            if of_contents(self.folded, Span(at, span.end), self.language, self.drafting):
                if header is None or self.drafting.verbs.search(header.group(1)):
                    return at, _CONTENTS
                self.scopes[own] = _CONTENTS
                at = header.end()
                continue
            if header is None or self.drafting.verbs.search(header.group(1)):
                return at, base
            targets = read_targets(self.folded, Span(*header.span(1)), self.language, self.drafting, base)
            if targets is None and self.named(Span(*header.span(1))):
                self.enter(Span(*header.span(1)))
                at = header.end()
                continue
            if targets is None or len(targets) != 1 or targets[0].address is None or targets[0].place:
                return at, base
            self.scopes[own] = targets[0].address
            at = header.end()

    def numbers_a_unit(self, at: int) -> bool:
        """Whether a number at the beginning of a line numbers the unit that follows, where numbers stand first."""
        citing = self.language.citing
        units = "|".join(words for unit, words in citing.units.items() if not unit.startswith("brief"))
        return citing.number_first and re.compile(units).match(self.shape, at) is not None

    def say(self, at: int, span: Span, here: Address) -> None:
        """Reads formulas one after another. Where words are left, none is followed: they may change what is meant."""
        start, said = at, []
        while at < span.end and (one := said_at(self.shape, at, span.end, self.drafting)) is not None:
            said.append((one, Span(at, one.end)))
            at = _joint(self.language).match(self.shape, one.end, span.end).end()  # type: ignore[union-attr]  # it matches nothing too
        if re.search(r"[\w\ue000]", self.shape[at : span.end]):
            self.rest.append(self.trimmed(Span(start, span.end)))
            return
        for one, words in said:
            here = self.instruct(one, words, here)

    def instruct(self, said: Said, span: Span, here: Address) -> Address:
        """Takes an instruction; what it changes is the scope of the next one in the same sentence."""
        words = said.pieces.get("target", Span(span.start, span.start))
        if any(map(self.is_another, self.named(words))):
            self.elsewhere.append(span)
            return here
        page = Page(self.document, self.folded, self.shape, self.act, self.drafting)
        targets = targets_of(page, said, span, here)
        if targets is None:
            self.rest.append(span)
            return here
        try:
            made = list(instructions(page, said, targets, span))
        except InputError as flaw:
            self.refuse(flaw, span)
            return here
        for one in made:
            try:
                self.blocks, done = follow(self.blocks, one, self.language, self.drafting)
                self.found.append(replace(one, done=done))
            except InputError as flaw:
                self.refuse(flaw, span)
        return targets[0].address or here

    def refuse(self, flaw: InputError, span: Span) -> None:
        arguments = {name: value for name, value in flaw.arguments.items() if name != "line"}
        error = DraftError(flaw.message, **arguments, line=self.document.position(span.start).line)
        error.span = span
        self.refused.append(error)

    def trimmed(self, span: Span) -> Span:
        words = span.of(self.shape)
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, max(start, span.start + len(words.rstrip())))


def _joined(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """Neighbouring stretches as one, where nothing but marks and blanks parts them."""
    held: Span | None = None
    for span in spans:
        if held is not None and not re.search(r"\w", text[held.end : span.start]):
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held
