"""From one wording to others, in a language and across: what people say, how acts word it, labels of the vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from saralau.corpus.searching.analysing import Stems, stems, words
from saralau.packs import load, names, of_packs

MEANT, NEAR = 1.0, 0.2  # how much a wording weighs beside the words that were typed


class Expression(NamedTuple):
    """A wording in a language as stems, and how much it weighs."""

    language: str
    stems: tuple[str, ...]
    weight: float


class Trigger(NamedTuple):
    """Stems that call a concept, in their order, and its number."""

    stems: tuple[str, ...]
    concept: int


class Call(NamedTuple):
    """Words of a query, from the first until the last, and the concepts that they call."""

    start: int
    end: int
    concepts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """Concepts: what calls each, by language and first stem, and what is looked for then."""

    triggers: Mapping[tuple[str, str], Sequence[Trigger]]
    expressions: Sequence[tuple[Expression, ...]]
    idle: Mapping[str, frozenset[str]]  # by language, folded

    def called(self, forms: Sequence[str], by_language: Callable[[str], Stems]) -> Iterator[Call]:
        """What the words call, from left to right, none overlapping, the longest first."""
        cut = {code: [by_language(code)(form) for form in forms] for code in self.idle}
        at = 0
        while at < len(forms):
            found: dict[int, None] = {}
            longest = 0
            for code, stemmed in cut.items():
                for trigger in self.triggers.get((code, stemmed[at]), ()):
                    length = len(trigger.stems)
                    if length >= longest and tuple(stemmed[at : at + length]) == trigger.stems:
                        if length > longest:
                            longest, found = length, {}
                        found[trigger.concept] = None
            if longest:
                yield Call(at, at + longest, tuple(found))
            at += longest or 1


def crossing(by_language: Callable[[str], Stems] = stems) -> Crossing:
    """The concepts of the packs in hand."""
    return _crossing("search/") if by_language is stems else _made("search/", by_language)


@of_packs
def _crossing(prefix: str) -> Crossing:
    return _made(prefix, stems)


def _made(prefix: str, by_language: Callable[[str], Stems]) -> Crossing:
    packs = [load(name) for name in names(prefix)]
    idle: dict[str, set[str]] = {}
    for pack in packs:
        for code, said in pack.get("words", {}).items():
            idle.setdefault(code, set()).update(said)
    triggers: dict[tuple[str, str], list[Trigger]] = {}
    expressions: list[tuple[Expression, ...]] = []

    def cut(code: str, wording: str) -> tuple[str, ...]:
        stem = by_language(code)
        return tuple(stem(word.form) for word in words(wording) if word.form not in idle.get(code, ()))

    for asked, meant, near in (*_concepts(packs), *_labels()):
        for told in (asked, meant):
            for code, wordings in told.items():
                idle.setdefault(code, set())
                for stemmed in filter(None, dict.fromkeys(cut(code, wording) for wording in wordings)):
                    triggers.setdefault((code, stemmed[0]), []).append(Trigger(stemmed, len(expressions)))
        expressions.append(
            tuple(
                Expression(code, stemmed, weight)
                for told, weight in ((meant, MEANT), (near, NEAR))
                for code, wordings in told.items()
                for stemmed in filter(None, dict.fromkeys(cut(code, wording) for wording in wordings))
            )
        )
    return Crossing(triggers, expressions, {code: frozenset(said) for code, said in idle.items()})


_Told = Mapping[str, Sequence[str]]


def _concepts(packs: Sequence[Mapping[str, object]]) -> Iterator[tuple[_Told, _Told, _Told]]:
    for pack in packs:
        rows = pack.get("concepts", ())
        assert isinstance(rows, list | tuple)
        for row in rows:
            yield row["asked"], row["meant"], row.get("near", {})


def _labels() -> Iterator[tuple[_Told, _Told, _Told]]:
    """Terms of the vocabulary: a label in one language means the one in another."""
    for name in names("vocabulary/"):
        for term in load(name)["terms"]:
            yield {}, {code: [label] for code, label in term["label"].items()}, {}
