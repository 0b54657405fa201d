"""How well provisions are found: `python -m bench.search_relevance ../shared/corpus [--held-out] [--kazakh] [--misses]`.

Queries judged by address before there was a search engine (tests/gold/search). nDCG@10 (gain 2^grade - 1) and recall@50, by
article, with 95 % intervals from 2000 resamples of the queries (seed 20261129); differences are of the same queries. Every
engine gets the same wordings, the same filters, and joins parts to articles in the same way.
"""

from __future__ import annotations

import math
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import tantivy

from saralau.corpus.model import Reading
from saralau.corpus.searching import Opened, Query, search
from saralau.corpus.searching.analysing import Stems, stems, words
from saralau.corpus.searching.crossing import Crossing, crossing
from saralau.corpus.searching.index import Wording, article_of, open_index, write
from saralau.corpus.store.spans import spans
from saralau.corpus.units import Hints, read_text
from saralau.packs.reading import read_yaml

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/search/queries.yaml"
HINTS = {  # texts that do not say which act they are
    "de/stgb.de.md": Hints(called="/akn/de/act/code/1871-05-15/stgb"),
    "kz/criminal-code-1997.articles.ru.2010.md": Hints(called="/akn/kz/act/code/1997-07-16/167-i"),
}
DICTIONARY = Path("/usr/share/hunspell/kk_KZ")  # Debian's hunspell-kk; not ours, never copied
RESAMPLES = 2000
Article = tuple[str, str]
Rank = Callable[[Mapping[str, Any]], Sequence[Article]]


def main(arguments: list[str]) -> int:
    """Prints the tables; 1 where the texts are absent."""
    corpus = Path(next((a for a in arguments if not a.startswith("--")), "../shared/corpus"))
    if not corpus.is_dir():
        print(f"{corpus} is absent: nothing was measured")
        return 1
    split = "held-out" if "--held-out" in arguments else "dev"
    asked = [query for query in queries() if query["split"] == split]
    wordings = tuple(wordings_of(read_corpus(corpus)))
    with tempfile.TemporaryDirectory() as folder:
        made = kazakh(wordings, Path(folder)) if "--kazakh" in arguments else engines(wordings, Path(folder))
        if "--kazakh" in arguments:
            asked = [query for query in asked if query["lang"] == "kk"]
        print("\n".join(told(asked, made, split)))
        if "--misses" in arguments:
            print("\n".join(misses(asked, next(iter(made.values())))))
    return 0


@cache
def queries() -> tuple[Mapping[str, Any], ...]:
    """The judged queries."""
    return tuple(read_yaml(GOLD)[0]["queries"])


def read_corpus(corpus: Path) -> Iterator[Reading]:
    """Every act of the official texts; the paper is none."""
    for place in sorted(corpus.rglob("*")):
        name = place.relative_to(corpus).as_posix()
        if place.is_file() and not name.startswith("paper/"):
            yield read_text(place.read_bytes(), place.name, HINTS.get(name, Hints()), name)


def wordings_of(readings: Iterable[Reading]) -> Iterator[Wording]:
    """The wordings of texts, each as long as it stood."""
    versions: dict[tuple[str, str], list[Reading]] = {}
    for reading in readings:
        versions.setdefault((reading.held.iri, reading.held.language), []).append(reading)
    for (iri, _), editions in versions.items():
        marks = [(one.held.edition, [(unit.address, unit.digest) for unit in one.units]) for one in editions]
        units = {(unit.address, unit.digest): (one.held, unit) for one in editions for unit in one.units}
        for mark, times in spans(marks).items():
            for since, until in times:
                yield Wording(*units[mark], since, until or "", iri.split("/")[5][:4])


def engines(wordings: Sequence[Wording], folder: Path) -> Mapping[str, Rank]:
    """Saralau first, then the peers."""
    write(folder / "own", wordings)
    own = open_index(folder / "own")
    bare = Crossing({}, (), frozenset(), crossing().idle)
    return {
        "saralau": _saralau(own),
        "saralau, concepts off": _saralau(own, bare),
        "sqlite fts5": _fts5(wordings),
        "tantivy defaults": _tantivy(wordings, folder / "tantivy", None),
        "plain stemmer": _tantivy(wordings, folder / "stemmer", snowball),
        "saralau, snowball": _saralau(
            _indexed(wordings, folder / "snowball", lambda c: snowball(c) if c != "kk" else stems(c))
        ),
    }


def kazakh(wordings: Sequence[Wording], folder: Path) -> Mapping[str, Rank]:
    """Ways to cut Kazakh words: in all of Saralau, and bare (any word, BM25, nothing else)."""
    ways: dict[str, Callable[[str], Stems]] = {
        "own suffixes": stems,
        "no stemming": lambda c: stems(c) if c != "kk" else str,
    }
    ways["own suffixes, verbs too"] = lambda c: stems(c) if c != "kk" else verbs
    if DICTIONARY.with_suffix(".dic").is_file():
        ways["hunspell-kk"] = lambda c: stems(c) if c != "kk" else hunspell
    else:
        print(f"{DICTIONARY}.dic is absent (Debian's hunspell-kk): not measured")
    made: dict[str, Rank] = {}
    for name, way in ways.items():
        made[f"all of it: {name}"] = _saralau(_indexed(wordings, folder / f"w{len(made)}", way))
    for name, way in ways.items():
        made[f"bare: {name}"] = _tantivy(wordings, folder / f"w{len(made)}", way)
    made["bare: 3- to 5-grams"] = _tantivy(wordings, folder / f"w{len(made)}", None, grams)
    return made


def _indexed(wordings: Sequence[Wording], folder: Path, way: Callable[[str], Stems]) -> Opened:
    write(folder, wordings, way)
    return open_index(folder, way)


def _saralau(opened: Opened, known: Crossing | None = None) -> Rank:
    known = known or crossing(opened.stems)

    def rank(query: Mapping[str, Any]) -> Sequence[Article]:
        told = query.get("filters", {})
        named = (str(told.get(name, "")) for name in ("lang", "on", "in", "field"))
        found = search(opened, Query(query["query"], *named, limit=50), known)
        return [(hit.iri, hit.article) for hit in found.hits]

    return rank


def _fitting(query: Mapping[str, Any], wording: Wording) -> bool:
    told = query.get("filters", {})
    day = str(told.get("on", ""))
    if not (wording.since <= day and (not wording.until or day < wording.until) if day else not wording.until):
        return False
    return (
        told.get("lang", wording.held.language) == wording.held.language
        and told.get("in", wording.held.iri) == wording.held.iri
    )


def _joined(query: Mapping[str, Any], hits: Iterable[int], wordings: Sequence[Wording]) -> Sequence[Article]:
    """Articles of the wordings that pass the filters, in the order of their best ones."""
    fitting = (wordings[hit] for hit in hits if _fitting(query, wordings[hit]))
    return list(dict.fromkeys((one.held.iri, article_of(one.unit.address)) for one in fitting))[:50]


_COLUMNS = {"title": "title", "text": "body", "term": "terms", "note": "notes"}


def _row(wording: Wording) -> tuple[str, str, str, str]:
    unit = wording.unit
    return unit.title, unit.text, " ".join(unit.terms), unit.notes


def _fts5(wordings: Sequence[Wording]) -> Rank:
    """FTS5 as it comes (unicode61, bm25): all words, then any; phrases and beginnings in its own syntax."""
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table found using fts5(title, body, terms, notes, tokenize='unicode61')")
    base.executemany("insert into found(rowid, title, body, terms, notes) values (?, ?, ?, ?, ?)",
                     [(number, *_row(one)) for number, one in enumerate(wordings, 1)])  # fmt: skip

    def rank(query: Mapping[str, Any]) -> Sequence[Article]:
        typed = query["query"]
        column = _COLUMNS.get(query.get("filters", {}).get("field", ""))
        columns = f"{{{column}}}" if column else "{title body terms}"
        if '"' in typed or typed.endswith("*"):
            tries = [typed if '"' in typed else f'"{typed[:-1]}"*']
        else:
            quoted = [f'"{word.form}"' for word in words(typed)]
            tries = [" ".join(quoted), " OR ".join(quoted)]
        hits: dict[int, None] = {}
        for one in tries:
            for (number,) in base.execute(
                "select rowid from found where found match ? order by rank", (f"{columns} : ({one})",)
            ):
                hits[number - 1] = None
        return _joined(query, hits, wordings)

    return rank


def _tantivy(
    wordings: Sequence[Wording],
    folder: Path,
    way: Callable[[str], Stems] | None,
    pieces: Callable[[str], Iterable[str]] | None = None,
) -> Rank:
    """Tantivy with its own query language (any word, BM25); over stems or pieces of words where told so."""
    folder.mkdir()
    fields = tantivy.SchemaBuilder()
    plain = way is None and pieces is None
    for name in ("title", "text", "term", "note"):
        fields.add_text_field(name, tokenizer_name="default" if plain else "whitespace")
    fields.add_integer_field("number", stored=True)
    index = tantivy.Index(fields.build(), path=str(folder))
    writer = index.writer(64_000_000, 1)

    def cut(text: str, code: str) -> str:
        if plain:
            return text
        forms = (word.form for word in words(text))
        if pieces is not None:
            return " ".join(piece for form in forms for piece in pieces(form))
        assert way is not None
        stem = way(code)
        return " ".join(stem(form) for form in forms)

    for number, one in enumerate(wordings):
        made = tantivy.Document()
        for name, text in zip(("title", "text", "term", "note"), _row(one), strict=True):
            made.add_text(name, cut(text, one.held.language))
        made.add_integer("number", number)
        writer.add_document(made)
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def rank(query: Mapping[str, Any]) -> Sequence[Article]:
        typed = query["query"]
        field = query.get("filters", {}).get("field")
        names = [field] if field else ["title", "text", "term"]
        text = typed
        if not plain:
            text = cut(typed, query["lang"])
            text = f'"{text}"' if '"' in typed and pieces is None else text
        asked, _ = index.parse_query_lenient(text, names)
        hits = searcher.search(asked, 5000, False).hits
        return _joined(query, (searcher.doc(at).get_first("number") for _, at in hits), wordings)

    return rank


@cache
def snowball(code: str) -> Stems:
    """Snowball's stemmer where there is one; Kazakh has none."""
    import snowballstemmer

    names = {"ru": "russian", "en": "english", "de": "german"}
    return cache(snowballstemmer.stemmer(names[code]).stemWord) if code in names else str


@cache
def hunspell(word: str) -> str:
    """The shortest stem that the dictionary gives; the word itself where it has none."""
    return min((form.stem for form in _dictionary().lookuper.good_forms(word) if form.stem), key=len, default=word)


@cache
def _dictionary() -> Any:
    from spylls.hunspell import Dictionary

    return Dictionary.from_files(str(DICTIONARY))


_VERBS = (
    "ылған ілген алған елген ған ген қан кен ылды ілді ады еді ды ді ты ті ып іп атын етін йтын йтін ушы уші у ю й п л "
    "лық лік дық дік тық тік"
)
_VERB = tuple(_VERBS.split())


@cache
def verbs(word: str) -> str:
    """Our stem, of which endings of verbs and -лық are cut as well; four letters stay."""
    cut = stems("kk")(word)
    while (end := next((end for end in _VERB if cut.endswith(end) and len(cut) - len(end) >= 3), "")) and len(cut) > 4:
        cut = cut[: -len(end)]
    return cut


def grams(word: str) -> Iterator[str]:
    """All pieces of three to five letters of a word between its ends."""
    bound = f"^{word}$".replace("^", "_").replace("$", "_")
    for length in (3, 4, 5):
        yield from (bound[at : at + length] for at in range(len(bound) - length + 1))


def grades(query: Mapping[str, Any]) -> Mapping[Article, int]:
    """The grade of each article that was judged relevant: the highest of its answers."""
    found: dict[Article, int] = {}
    for answer in query["answers"]:
        iri, eid = answer["at"].split("#")
        at = iri, eid.split("__")[0].removeprefix("art_")
        found[at] = max(found.get(at, 0), answer["grade"])
    return found


def ndcg(ranked: Sequence[Article], judged: Mapping[Article, int], depth: int = 10) -> float:
    """Normalised discounted cumulative gain, gain 2^grade - 1."""
    gained = sum((2 ** judged.get(at, 0) - 1) / math.log2(place + 2) for place, at in enumerate(ranked[:depth]))
    best = sum(
        (2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(sorted(judged.values(), reverse=True)[:depth])
    )
    return gained / best


def recall(ranked: Sequence[Article], judged: Mapping[Article, int], depth: int = 50) -> float:
    """The share of the judged articles among the first."""
    return len(set(ranked[:depth]) & set(judged)) / len(judged)


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of means of resamples."""
    draw = random.Random(20261129)
    means = sorted(mean(draw.choices(values, k=len(values))) for _ in range(RESAMPLES))
    return means[RESAMPLES * 25 // 1000], means[RESAMPLES * 975 // 1000]


def told(asked: Sequence[Mapping[str, Any]], made: Mapping[str, Rank], split: str) -> Iterator[str]:
    """The tables: all and by language with intervals, then nDCG by class."""
    judged = [grades(query) for query in asked]
    ranked = {name: [rank(query) for query in asked] for name, rank in made.items()}
    gains = {name: [ndcg(r, g) for r, g in zip(rows, judged, strict=True)] for name, rows in ranked.items()}
    found = {name: [recall(r, g) for r, g in zip(rows, judged, strict=True)] for name, rows in ranked.items()}
    first = next(iter(made))
    yield f"{split}: {len(asked)} queries"
    for code in ("", "ru", "kk", "en"):
        some = [at for at, query in enumerate(asked) if query["lang"] == code or not code]
        if not some or (code and len(some) == len(asked)):
            continue
        yield f"\n{code or 'all'}, n = {len(some)}"
        yield f"  {'':<36} nDCG@10               recall@50             {first} is better by (nDCG)"
        for name in made:
            gain, share = [gains[name][at] for at in some], [found[name][at] for at in some]
            more = [gains[first][at] - gains[name][at] for at in some]
            beside = "" if name == first else f"{mean(more):+.3f} ({interval(more)[0]:+.3f} to {interval(more)[1]:+.3f})"
            yield f"  {name:<36} {_with(gain)}  {_with(share)}  {beside}"
    yield "\nnDCG@10 by class"
    classes = list(dict.fromkeys(query["class"] for query in asked))
    yield f"  {'':<36} " + " ".join(f"{name[:9]:>9}" for name in classes)
    counts = [sum(query["class"] == name for query in asked) for name in classes]
    yield f"  {'n':<36} " + " ".join(f"{count:>9}" for count in counts)
    for name in made:
        by_class = [
            mean([g for g, query in zip(gains[name], asked, strict=True) if query["class"] == one]) for one in classes
        ]
        yield f"  {name:<36} " + " ".join(f"{value:>9.3f}" for value in by_class)


def _with(values: Sequence[float]) -> str:
    low, high = interval(values)
    return f"{mean(values):.3f} ({low:.3f}-{high:.3f})"


def misses(asked: Sequence[Mapping[str, Any]], rank: Rank) -> Iterator[str]:
    """Queries below 0.7 with what was found and what was not."""
    for query in asked:
        judged, ranked = grades(query), rank(query)
        if (gain := ndcg(ranked, judged)) < 0.7:
            first = " ".join(
                f"{iri.rsplit('/', 1)[1]}#{article}={judged.get((iri, article), 0)}" for iri, article in ranked[:8]
            )
            lost = " ".join(f"{iri.rsplit('/', 1)[1]}#{at}={grade}" for (iri, at), grade in judged.items()
                            if grade > 1 and (iri, at) not in ranked[:10])  # fmt: skip
            yield f"{query['id']} {gain:.2f} {query['query']!r}: {first} | not found: {lost}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
