"""From one wording to others, in a language and across: what people say, how acts word it, labels of the vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from saralau.corpus.searching.analysing import Stems, stems, words
from saralau.packs import load, names, of_packs

_KEY = 2  # letters by which what calls concepts is kept
MEANT, NEAR = 1.0, 0.2  # how much a wording weighs beside the words that were typed


class Expression(NamedTuple):
    """A wording in a language as stems, and how much it weighs."""

    language: str
    stems: tuple[str, ...]
    weight: float


class Trigger(NamedTuple):
    """What calls a concept: stems in their order, or beginnings of words, which end with an asterisk; and its number."""

    stems: tuple[str, ...]
    concept: int


class Call(NamedTuple):
    """Words of a query, from the first until the last, and the concepts that they call, each in a language."""

    start: int
    end: int
    concepts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """Concepts: what calls each, by language and the first letters of its first word, and what is looked for then."""

    triggers: Mapping[tuple[str, str], Sequence[Trigger]]
    expressions: Sequence[tuple[Expression, ...]]
    abroad: frozenset[int]  # concepts that say nothing new in the language in which they are called
    idle: Mapping[str, frozenset[str]]  # by language, folded

    def called(self, forms: Sequence[str], by_language: Callable[[str], Stems]) -> Iterator[Call]:
        """What the words call, from left to right, none overlapping, the longest first."""
        cut = {code: [by_language(code)(form) for form in forms] for code in self.idle}
        at = 0
        while at < len(forms):
            found: dict[tuple[str, int], None] = {}
            longest = 0
            for code, stemmed in cut.items():
                for trigger in self.triggers.get((code, stemmed[at][:_KEY]), ()):
                    length = len(trigger.stems)
                    if length >= longest and _calls(trigger.stems, stemmed[at : at + length], forms[at : at + length]):
                        if length > longest:
                            longest, found = length, {}
                        found[code, trigger.concept] = None
            if longest:
                yield Call(at, at + longest, tuple(found))
            at += longest or 1

    def wordings(self, call: Call) -> Iterator[Expression]:
        """What else is looked for where these words stand."""
        for code, concept in call.concepts:
            for expression in self.expressions[concept]:
                if expression.language != code or concept not in self.abroad:
                    yield expression


def _calls(wording: Sequence[str], stemmed: Sequence[str], forms: Sequence[str]) -> bool:
    return len(wording) == len(stemmed) and all(
        form.startswith(word[:-1]) if word.endswith("*") else word == stem
        for word, stem, form in zip(wording, stemmed, forms, strict=True)
    )


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
        for code, said in pack.get("idle", {}).items():
            idle.setdefault(code, set()).update(said)
    triggers: dict[tuple[str, str], list[Trigger]] = {}
    expressions: list[tuple[Expression, ...]] = []

    def cut(code: str, wording: str) -> tuple[str, ...]:
        """A wording as stems without idle words; the beginning of a word keeps its asterisk."""
        stem = by_language(code)
        told = [(word.form, wording[word.end : word.end + 1] == "*") for word in words(wording)]
        return tuple(f"{form}*" if begun else stem(form) for form, begun in told if form not in idle.get(code, ()))

    concepts, labels = list(_concepts(packs)), [*_words(packs), *_labels()]
    abroad = frozenset(range(len(concepts), len(concepts) + len(labels)))
    for asked, meant, near in (*concepts, *labels):
        for told in (asked, meant):
            for code, wordings in told.items():
                idle.setdefault(code, set())
                for stemmed in filter(None, dict.fromkeys(cut(code, wording) for wording in wordings)):
                    triggers.setdefault((code, stemmed[0].rstrip("*")[:_KEY]), []).append(Trigger(stemmed, len(expressions)))
        expressions.append(
            tuple(
                Expression(code, stemmed, weight)
                for told, weight in ((meant, MEANT), (near, NEAR))
                for code, wordings in told.items()
                for stemmed in filter(None, dict.fromkeys(cut(code, wording) for wording in wordings))
            )
        )
    return Crossing(triggers, expressions, abroad, {code: frozenset(said) for code, said in idle.items()})


_Told = Mapping[str, Sequence[str]]


def _concepts(packs: Sequence[Mapping[str, object]]) -> Iterator[tuple[_Told, _Told, _Told]]:
    for pack in packs:
        rows = pack.get("concepts", ())
        assert isinstance(rows, list | tuple)
        for row in rows:
            yield row["asked"], row["meant"], row.get("near", {})


def _words(packs: Sequence[Mapping[str, object]]) -> Iterator[tuple[_Told, _Told, _Told]]:
    for pack in packs:
        rows = pack.get("words", ())
        assert isinstance(rows, list | tuple)
        for row in rows:
            yield {}, row, {}


def _labels() -> Iterator[tuple[_Told, _Told, _Told]]:
    """Terms of the vocabulary: a label in one language means the one in another."""
    for name in names("vocabulary/"):
        for term in load(name)["terms"]:
            yield {}, {code: [label] for code, label in term["label"].items()}, {}
