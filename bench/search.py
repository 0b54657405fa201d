"""How long a query takes: `python -m bench.search LIBRARY [--repeat N] [--cpu]`, or `--corpus FOLDER` for LIBRARY.

Queries by class are drawn from the index itself (seeded): a word, three words that must all be there, a phrase, a beginning,
a misspelt word, and what people ask (the gold's questions). p50 and p99 in milliseconds of a warm process, the index opened
once, ten articles with snippets; with --cpu time of the processor, for a machine that does other things as well. Beside it
SQLite FTS5 over the same wordings asked the same (no stems, no languages, no grouping).
"""

from __future__ import annotations

import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import tantivy

from bench.search_relevance import queries, read_corpus, wordings_of
from saralau.corpus.searching import Opened, Query, index_of, search
from saralau.corpus.searching.analysing import words
from saralau.corpus.searching.index import Wording, open_index, read, write
from saralau.messages import InputError

REPEAT = 200
SAMPLE = 500  # wordings from which queries are drawn
Clock = Callable[[], float]
PEER_MOST = 50_000  # wordings that the peer gets; beyond it only Saralau is timed


def main(arguments: list[str]) -> int:
    """Prints the table."""
    repeat = int(arguments[arguments.index("--repeat") + 1]) if "--repeat" in arguments else REPEAT
    clock = time.process_time if "--cpu" in arguments else time.perf_counter
    if "--corpus" in arguments:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder) / "index", wordings_of(read_corpus(Path(arguments[arguments.index("--corpus") + 1]))))
            print("\n".join(rows(open_index(Path(folder) / "index"), repeat, clock)))
    else:
        print("\n".join(rows(index_of(Path(arguments[0])), repeat, clock)))
    return 0


def rows(opened: Opened, repeat: int = REPEAT, clock: Clock = time.perf_counter) -> Iterator[str]:
    """A line for each class of query: p50 and p99, the peer's, and how many times the peer is slower."""
    every = opened.searcher.num_docs
    yield f"{every} wordings, {opened.searcher.num_segments} segments, {repeat} queries of each class, milliseconds"
    drawn = drawn_queries(sample(opened), repeat)
    base = peer(opened) if every <= PEER_MOST else None
    yield f"  {'':<10} {'p50':>8} {'p99':>8}" + (f" {'fts5 p50':>9} {'fts5 p99':>9} {'fts5 / own':>10}" if base else "")
    search(opened, Query("theft"))  # what is loaded once
    for name, asked in drawn.items():
        own = timed(lambda text: search(opened, Query(text)), asked, clock)
        line = f"  {name:<10} {own[0]:>8.1f} {own[1]:>8.1f}"
        if base is not None:
            other = timed(lambda text: ask_peer(base, text), asked, clock)
            line += f" {other[0]:>9.1f} {other[1]:>9.1f} {other[0] / own[0]:>10.2f}"
        yield line


def sample(opened: Opened) -> Sequence[Wording]:
    """Some wordings, spread over the index."""
    hits = opened.searcher.search(tantivy.Query.all_query(), min(opened.searcher.num_docs, 20 * SAMPLE), False).hits
    draw = random.Random(20261129)
    return [read(opened, address) for _, address in draw.sample(hits, min(SAMPLE, len(hits)))]


def drawn_queries(wordings: Sequence[Wording], count: int) -> Mapping[str, Sequence[str]]:
    """Queries by class, from words of four letters and more of the wordings."""
    draw = random.Random(20261129)
    texts = [[word.form for word in words(one.unit.text) if len(word.form) > 3] for one in wordings]
    texts = [text for text in texts if len(text) > 5]
    found: dict[str, list[str]] = {name: [] for name in ("term", "and", "phrase", "prefix", "fuzzy", "question")}
    asked = [str(query["query"]) for query in queries() if query["class"] == "question" and query["split"] == "dev"]
    for _ in range(count):
        text = draw.choice(texts)
        at = draw.randrange(len(text) - 3)
        found["term"].append(draw.choice(text))
        found["and"].append(" ".join(draw.sample(text, 3)))
        found["phrase"].append(f'"{text[at]} {text[at + 1]}"')
        found["prefix"].append(draw.choice(text)[:4] + "*")
        found["fuzzy"].append(slipped(draw.choice(text), draw))
        found["question"].append(draw.choice(asked))
    return found


def slipped(word: str, draw: random.Random) -> str:
    """A word with one letter left out, and asked for as misspelt."""
    at = draw.randrange(1, len(word))
    return word[:at] + word[at + 1 :] + "~"


def timed(ask: Callable[[str], object], asked: Sequence[str], clock: Clock) -> tuple[float, float]:
    """Median and 99th percentile in milliseconds."""
    taken = []
    for text in asked:
        began = clock()
        try:
            ask(text)
        except InputError as refusal:
            raise RuntimeError(f"{text!r}: {refusal}") from None
        taken.append((clock() - began) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=100)[98] if len(taken) > 1 else taken[0]


def peer(opened: Opened) -> sqlite3.Connection:
    """SQLite FTS5 as it comes, with the same wordings."""
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table found using fts5(title, body, notes, tokenize='unicode61')")
    hits = opened.searcher.search(tantivy.Query.all_query(), opened.searcher.num_docs, False).hits
    units = (read(opened, address).unit for _, address in hits)
    base.executemany("insert into found values (?, ?, ?)", ((unit.title, unit.text, unit.notes) for unit in units))
    return base


def ask_peer(base: sqlite3.Connection, text: str) -> list[tuple[str, str]]:
    """Ten wordings with snippets by FTS5's own function; it knows no misspelt words."""
    phrase = '"' in text
    match = (
        text if phrase else f'"{text[:-1]}"*' if text.endswith("*") else " ".join(f'"{w}"' for w in re.findall(r"\w+", text))
    )
    shown = "select title, snippet(found, 1, '[', ']', '…', 30) from found where found match ? order by rank limit 10"
    return base.execute(shown, (match,)).fetchall()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
