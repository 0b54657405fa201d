"""From what is asked to what the index is asked: each word with its forms, languages, synonyms and spellings as one slot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import tantivy
from tantivy import Occur

from saralau.corpus.searching.analysing import as_one, marked, plain
from saralau.corpus.searching.asking import Piece
from saralau.corpus.searching.crossing import Call, Crossing
from saralau.corpus.searching.index import OPEN, Opened, day
from saralau.corpus.searching.model import Query
from saralau.corpus.searching.spelling import LONG, Spelling, like

FIELD_WEIGHTS = {"title": 1.5, "text": 1.0, "term": 2.0}
EXPANSIONS = 64  # words to which a prefix is widened for ranking
_MOST_OF_A_PREFIX = 2048  # words that may begin with it at all
_FOREIGN = 0.5  # a word of another language than most of the query
_ACROSS = 0.8  # a wording of another language than the query
_READ_AS = 0.8  # a word that was read as another
_NEAR = 1  # words that may stand between those of one wording
_DEFINED = 20.0  # that a provision defines just what is asked for
_TOGETHER = 1.0  # what the words of a query weigh beside each other


@dataclass(slots=True)
class Shown:
    """What is marked in a text: by language stems with their weight, and folded words."""

    stems: dict[str, dict[str, float]] = field(default_factory=dict)
    forms: dict[str, dict[str, float]] = field(default_factory=dict)

    def stem(self, code: str, stem: str, weight: float) -> None:
        known = self.stems.setdefault(code, {})
        known[stem] = max(known.get(stem, 0.0), weight)

    def form(self, code: str, form: str, weight: float) -> None:
        known = self.forms.setdefault(code, {})
        known[form] = max(known.get(form, 0.0), weight)


@dataclass(frozen=True, slots=True)
class Built:
    """A query for the index: what must be, each slot, what must not be, and how words were read."""

    filters: tuple[tantivy.Query, ...]
    slots: tuple[tantivy.Query, ...]
    bonus: tuple[tantivy.Query, ...]
    without: tuple[tantivy.Query, ...]
    shown: Shown
    read_as: tuple[tuple[str, tuple[str, ...]], ...]
    cut: tuple[str, ...]
    language: str  # in which most of it is asked


class _Building:
    """One query while it is built: the index, the languages looked in, the fields, and what is told about the reading."""

    def __init__(self, opened: Opened, query: Query, known: Crossing) -> None:
        self.opened, self.known = opened, known
        self.schema, self.searcher = opened.schema, opened.searcher
        self.languages = tuple(code for code in opened.languages if query.language in ("", code))
        self.weights: Mapping[str, float] = {query.field: 1.0} if query.field else FIELD_WEIGHTS
        self.alone = query.field == "note"  # editors' notes are formulas: nothing else is meant
        self.forms_in = "note_words" if query.field == "note" else "words"
        self.sizes = {code: self.searcher.doc_freq("language", code) for code in self.languages}
        self.shown = Shown()
        self.read_as: dict[str, tuple[str, ...]] = {}
        self.cut: list[str] = []
        self.own: dict[str, float] = dict.fromkeys(self.languages, 1.0)
        self.main = ""

    def frequency(self, code: str, stem: str) -> int:
        """In how many wordings a stem stands, about."""
        return max(self.searcher.doc_freq(name, marked(code, stem)) for name in self.weights)

    def settle_languages(self, forms: Sequence[str]) -> None:
        """In which language it is asked: where most words stand, and of those where its letters are the language's own."""
        share = {
            code: sum(self.frequency(code, self.opened.stems(code)(form)) > 0 for form in forms) for code in self.languages
        }
        own_letters = {code: sum(plain(form, code) != form for form in forms) for code in self.languages}
        most = max(((own_letters[code], share[code]) for code in self.languages), default=(0, 0))
        for code in self.languages:
            self.own[code] = 1.0 if (own_letters[code], share[code]) == most else _FOREIGN
        self.main = next((code for code in self.languages if self.own[code] == 1.0 and max(most) > 0), "")

    def word(self, code: str, stem: str) -> tantivy.Query:
        """A stem wherever it is looked for."""
        token = marked(code, stem)
        parts: list[tuple[Occur, tantivy.Query]] = []
        for name, weight in self.weights.items():
            if self.searcher.doc_freq(name, token):
                term = tantivy.Query.term_query(self.schema, name, token)
                parts.append((Occur.Should, tantivy.Query.boost_query(term, weight)))
        return tantivy.Query.boolean_query(parts) if parts else tantivy.Query.empty_query()

    def together(self, code: str, stemmed: Sequence[str], slop: int) -> tantivy.Query | None:
        """Stems beside each other in one field; None where they cannot be."""
        tokens = [marked(code, stem) for stem in stemmed]
        parts: list[tuple[Occur, tantivy.Query]] = []
        for name, weight in self.weights.items():
            if all(self.searcher.doc_freq(name, token) for token in tokens):
                phrase = tantivy.Query.phrase_query(self.schema, name, list(tokens), slop)
                parts.append((Occur.Should, tantivy.Query.boost_query(phrase, weight)))
        return tantivy.Query.boolean_query(parts) if parts else None

    def forms(self, form: str, weight: float = 1.0) -> list[tantivy.Query]:
        """A word as typed, in every language that has it."""
        found: list[tantivy.Query] = []
        for code in self.languages:
            stem = self.opened.stems(code)(form)
            if self.frequency(code, stem):
                self.shown.stem(code, stem, weight)
                found.append(tantivy.Query.boost_query(self.word(code, stem), weight * self.own[code]))
        return found

    def stands(self, form: str) -> bool:
        """Whether a word stands anywhere, in whatever inflection."""
        return any(self.frequency(code, self.opened.stems(code)(form)) for code in self.languages)

    def called(self, forms: Sequence[str]) -> list[Call]:
        """The concepts that words call."""
        return [] if self.alone else list(self.known.called(forms, self.opened.stems))

    def spellings(self, form: str, distance: int) -> list[Spelling]:
        """Words of the index that are spelt like this one; it is told that it was read so."""
        near = [one for one in like(self.opened, self.languages, self.forms_in, form, distance) if one.form != form]
        if near:
            self.read_as[form] = tuple(dict.fromkeys(one.form for one in near))
        return near

    def respelt(self, near: Sequence[Spelling]) -> list[tantivy.Query]:
        """Words that a misspelt one was read as, the nearer the heavier."""
        found: list[tantivy.Query] = []
        for one in near:
            stem = self.opened.stems(one.language)(one.form)
            if self.frequency(one.language, stem):
                weight = _READ_AS / (1 + one.distance / 2)
                self.shown.stem(one.language, stem, weight)
                found.append(tantivy.Query.boost_query(self.word(one.language, stem), weight))
        return found

    def expression(self, code: str, stemmed: Sequence[str], weight: float) -> tantivy.Query | None:
        """A wording of several words, all of which must stand there, the nearer the better."""
        if code not in self.sizes or not all(self.frequency(code, stem) for stem in stemmed):
            return None
        weight *= 1.0 if code == self.main or not self.main else _ACROSS
        for stem in stemmed:
            self.shown.stem(code, stem, weight)
        if len(stemmed) == 1:
            return tantivy.Query.boost_query(self.word(code, stemmed[0]), weight)
        parts = [(Occur.Must, self.word(code, stem)) for stem in stemmed]
        near = self.together(code, stemmed, _NEAR)
        if near is not None:
            parts.append((Occur.Should, near))
        return tantivy.Query.boost_query(tantivy.Query.boolean_query(parts), weight)

    def begun(self, start: str) -> list[tantivy.Query]:
        """Words that begin so. Which they are the index tells; the most frequent ones rank, all of them are found."""
        found: list[tantivy.Query] = []
        for code in self.languages:
            beginning = marked(code, plain(start, code))
            terms = self.searcher.terms_with_prefix(self.forms_in, beginning, None, _MOST_OF_A_PREFIX + 1)
            if len(terms) > _MOST_OF_A_PREFIX:
                self.cut.append(start)
            best = sorted(terms[:_MOST_OF_A_PREFIX], key=lambda term: -term[1])
            if not best:
                continue
            forms = [term.removeprefix(f"{code}:") for term, _ in best]
            for form in forms:
                self.shown.form(code, form, 1.0)
            stem = self.opened.stems(code)
            ranked = dict.fromkeys(stem(form) for form in forms[:EXPANSIONS])
            there = tantivy.Query.term_set_query(self.schema, self.forms_in, [term for term, _ in best])
            parts = [(Occur.Must, tantivy.Query.const_score_query(there, 0.5))]
            parts += [(Occur.Should, self.word(code, one)) for one in ranked if self.frequency(code, one)]
            found.append(tantivy.Query.boolean_query(parts))
        return found

    def phrase(self, words: Sequence[str]) -> list[tantivy.Query]:
        """Words one behind the other, in any inflection."""
        found: list[tantivy.Query] = []
        for code in self.languages:
            stemmed = [self.opened.stems(code)(word) for word in words]
            query = self.together(code, stemmed, 0)
            if query is not None:
                for stem in stemmed:
                    self.shown.stem(code, stem, 1.0)
                found.append(query)
        return found


def build(opened: Opened, query: Query, pieces: Sequence[Piece], known: Crossing) -> Built:
    """The query for the index. The number of its terms is bounded by the number of words and of wordings of a concept."""
    make = _Building(opened, query, known)
    asked = [piece for piece in pieces if not piece.without]
    idle = frozenset().union(*known.idle.values())
    telling = [piece for piece in asked if piece.kind != "word" or piece.words[0] not in idle]
    asked = telling or asked
    make.settle_languages([word for piece in asked for word in piece.words])
    slots = [slot for run in _runs(asked) for slot in _slots(make, run)]
    bonus = _bonus(make, asked)
    without = [q for piece in pieces if piece.without for q in _plainly(make, piece)]
    return Built(
        tuple(_filters(opened, query)),
        tuple(slots),
        tuple(bonus),
        tuple(without),
        make.shown,
        tuple(make.read_as.items()),
        tuple(make.cut),
        query.language or make.main,
    )


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Words that stand together, and every other piece by itself."""
    run: list[Piece] = []
    for piece in pieces:
        if piece.kind == "word":
            run.append(piece)
            continue
        if run:
            yield run
        yield [piece]
        run = []
    if run:
        yield run


def _slots(make: _Building, run: Sequence[Piece]) -> Iterator[tantivy.Query]:
    """What each word or wording of a run asks for; a word that stands nowhere asks for what is spelt like it."""
    if run[0].kind != "word":
        yield _either(_plainly(make, run[0]))
        return
    forms = [piece.words[0] for piece in run]
    calls = make.called(forms)
    known = {at for call in calls for at in range(call.start, call.end)}
    spelt = {
        at: near
        for at, form in enumerate(forms)
        if at not in known and not make.stands(form) and (near := make.spellings(form, -1))
    }
    if spelt:
        calls = make.called([spelt[at][0].form if at in spelt else form for at, form in enumerate(forms)])
    signs = any(near[0].distance == 0 for near in spelt.values())
    by_start = {call.start: call for call in calls}
    at = 0
    while at < len(forms):
        call = by_start.get(at, Call(at, at + 1, ()))
        own: list[tantivy.Query] = []
        for place in range(at, call.end):
            ways = make.respelt(spelt[place]) if place in spelt else make.forms(forms[place])
            if signs and place not in spelt:  # whoever types one word without the signs of its letters types all of them so
                ways += make.respelt(make.spellings(forms[place], 0))
            if ways:
                own.append(_either(ways))
        ways = (
            [own[0] if len(own) == 1 else tantivy.Query.boolean_query([(Occur.Should, one) for one in own])] if own else []
        )
        for code, stemmed, weight in make.known.wordings(call):
            wording = make.expression(code, stemmed, weight)
            if wording is not None:
                ways.append(wording)
        yield _either(ways)
        at = call.end


def _bonus(make: _Building, asked: Sequence[Piece]) -> Iterator[tantivy.Query]:
    """Words of the query that stand side by side as they were typed, or nearly; terms that are just these words."""
    for run in _runs(asked):
        forms = [piece.words[0] for piece in run] if run[0].kind == "word" else []
        if forms and "term" in make.weights:
            yield from _defined(make, forms)
        for first, second in pairwise(forms):
            for code in make.languages:
                stem = make.opened.stems(code)
                near = make.together(code, (stem(first), stem(second)), 1)
                if near is not None:
                    yield tantivy.Query.boost_query(near, _TOGETHER * make.own[code])


def _defined(make: _Building, forms: Sequence[str]) -> Iterator[tantivy.Query]:
    """Provisions that define a term which is just these words, or just what they mean."""
    terms = {as_one(" ".join(forms), code, make.opened.stems(code)): _DEFINED for code in make.languages}
    for call in make.called(forms):
        if (call.start, call.end) == (0, len(forms)):
            for code, stemmed, weight in make.known.wordings(call):
                terms.setdefault(marked(code, "_".join(stemmed)), _DEFINED * weight / 2)
    for term, weight in terms.items():
        if make.searcher.doc_freq("defined", term):
            yield tantivy.Query.const_score_query(tantivy.Query.term_query(make.schema, "defined", term), weight)


def _plainly(make: _Building, piece: Piece) -> list[tantivy.Query]:
    """A piece as it was typed, without what else it could mean."""
    if piece.kind == "phrase":
        return make.phrase(piece.words)
    if piece.kind == "prefix":
        return make.begun(piece.words[0])
    if piece.kind == "fuzzy":
        form = piece.words[0]
        return [*make.forms(form), *make.respelt(make.spellings(form, 1 if len(form) < LONG else 2))]
    return make.forms(piece.words[0])


def _either(ways: Sequence[tantivy.Query]) -> tantivy.Query:
    if not ways:
        return tantivy.Query.empty_query()
    return ways[0] if len(ways) == 1 else tantivy.Query.disjunction_max_query(list(ways), 0.1)


def _filters(opened: Opened, query: Query) -> Iterator[tantivy.Query]:
    """What restricts, without weight."""
    schema = opened.schema
    if query.on:
        asked = day(query.on)
        kind = tantivy.FieldType.Integer
        yield tantivy.Query.range_query(schema, "since", kind, None, asked)
        yield tantivy.Query.range_query(schema, "until", kind, asked, None, include_lower=False)
    else:
        yield tantivy.Query.term_query(schema, "until", OPEN)
    if query.language:
        yield tantivy.Query.term_query(schema, "language", query.language)
    if query.act:
        yield tantivy.Query.term_query(schema, "act", query.act)
    for facet, values in query.only.items():
        yield tantivy.Query.term_set_query(schema, facet, list(values))
