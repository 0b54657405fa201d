"""Whether uses of terms are found: `python -m bench.terms ../shared/corpus`; and how fast, beside naive peers.

Held against places that a reader judged before (`tests/gold/terms/uses.yaml`, how in its head). The peers are what a user
would write in a few lines: the exact words, the first five letters of each, trigrams of each by Dice's coefficient.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from saralau.acts import Act, read_act
from saralau.history.intervals import wilson
from saralau.languages import fold, stem
from saralau.packs.reading import read_yaml
from saralau.terms import find_definitions
from saralau.terms.naming import WORD
from saralau.terms.survey import survey
from saralau.terms.usage import find_uses, index_of

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/terms/uses.yaml"
_DICE = 0.6  # chosen before anything was measured


def main(arguments: list[str]) -> int:
    """Prints the table; 1 where the texts are absent."""
    corpus = Path(next((a for a in arguments if not a.startswith("--")), "../shared/corpus"))
    if not corpus.is_dir():
        print(f"{corpus} is absent: nothing was measured")
        return 1
    print("\n".join(measured(corpus)))
    return 0


def judged(corpus: Path) -> Iterator[tuple[Act, Mapping[str, Any]]]:
    """Every judged place with its text."""
    told, _ = read_yaml(GOLD)
    acts = {name: read_act(corpus / "kz" / name) for name in told["texts"]}
    for row in told["judged"]:
        yield acts[row["file"]], row


def measured(corpus: Path) -> Iterator[str]:
    """Precision and recall of each way, by sample and language, with Wilson's intervals."""
    rows = list(judged(corpus))
    for sample in ("random", "one_per_term"):
        for code in ("ru", "kk"):
            some = [(act, row) for act, row in rows if row["sample"] == sample and act.language.code == code]
            yield f"{sample}, {code}: {len(some)} judged, {sum(row['judged'] for _, row in some)} of them occurrences"
            for name, finds in WAYS.items():
                said = [(finds(act, row["term"], row["at"]), bool(row["judged"])) for act, row in some]
                hits = sum(one and other for one, other in said)
                precision = _share(hits, sum(one for one, _ in said))
                yield f"  {name:<24} precision {precision}, recall {_share(hits, sum(other for _, other in said))}"


def _share(right: int, of: int) -> str:
    low, high = wilson(right, of)
    return f"{right}/{of} = {right / of if of else 0:.2f} ({low:.2f} to {high:.2f})"


def _ours(act: Act, term: str, at: int) -> bool:
    stems = tuple(stem(word, act.language) for word in _words(term))
    return any(use.span.start == at for use in _found(act, stems))


_KNOWN: dict[tuple[int, tuple[str, ...]], Sequence[Any]] = {}


def _found(act: Act, stems: tuple[str, ...]) -> Sequence[Any]:
    key = (id(act), stems)
    if key not in _KNOWN:
        _KNOWN[key] = find_uses(act, index_of([stems])).get(stems, ())
    return _KNOWN[key]


def _words(text: str) -> list[str]:
    return [word[0] for word in WORD.finditer(fold(text))]


def _by_word(alike: Callable[[Act, str, str], bool]) -> Callable[[Act, str, int], bool]:
    """A way that compares word by word."""

    def finds(act: Act, term: str, at: int) -> bool:
        wanted = _words(term)
        there = [word[0] for _, word in zip(wanted, WORD.finditer(act.folded, at), strict=False)]
        return len(there) == len(wanted) and all(alike(act, one, other) for one, other in zip(wanted, there, strict=True))

    return finds


def _dice(_: Act, one: str, other: str) -> bool:
    first, second = ({f"^{word}$"[at : at + 3] for at in range(max(1, len(word)))} for word in (one, other))
    return 2 * len(first & second) / (len(first) + len(second)) >= _DICE


WAYS: Mapping[str, Callable[[Act, str, int], bool]] = {
    "exact": _by_word(lambda _, one, other: one == other),
    "first five letters": _by_word(lambda _, one, other: one[:5] == other[:5]),
    "trigrams": _by_word(_dice),
    "stems, word by word": _by_word(lambda act, one, other: stem(one, act.language) == stem(other, act.language)),
    "as built (coordination)": _ours,
}


def rows(corpus: Path, best: Callable[[Callable[[], object]], float]) -> Iterator[str]:
    """The rows of the table of benchmarks; `best` times some work."""
    if not corpus.is_dir():
        yield "terms and their uses: the texts are absent"
        return
    start = time.perf_counter()
    acts = [read_act(file) for file in sorted((corpus / "kz").iterdir())]
    read = time.perf_counter() - start
    seconds = best(lambda: survey(acts))
    size = sum(len(act.folded) for act in acts)
    found = sum(len(uses) for one in survey(acts) for uses in one.uses.values())
    yield f"terms of {len(acts)} acts: definitions and uses {seconds:.3f} s (budget 2.0), reading them {read:.3f} s"
    yield f"  {size / seconds / 1e6:.1f} million characters a second, {found} uses"
    words = {fold(" ".join(act.words(one.term).split())) for act in acts for one in find_definitions(act)}
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?!\w)")
    theirs = best(lambda: [pattern.findall(act.folded) for act in acts])
    hits = sum(len(pattern.findall(act.folded)) for act in acts)
    yield f"  one regular expression of all terms as printed: {theirs:.3f} s, ratio {theirs / seconds:.1f}, {hits} uses"
    yield from (f"  {line}" for line in measured(corpus))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
