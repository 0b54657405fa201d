"""Whether concordances are right: `python -m bench.lineage ../shared/corpus [--rows]`; and how fast, beside naive peers.

Held against concordances made by reading (`tests/gold/concordance/`, how in the head of each). The thresholds were set on
the first pair alone. No other program that maps the articles of one act onto those of another is known; the peers are what
a user would write in a few lines: for each article the other one whose title, or whose whole text, is most alike by
difflib, and the cosine of plain words weighed by rarity.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import pairwise
from math import log, sqrt
from pathlib import Path
from typing import Any

from saralau.acts import Act, Provision, read_act
from saralau.history import Concordance, concord
from saralau.packs.reading import read_yaml
from saralau.report.precision import wilson

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/concordance"
TUNED = "2003-2007"
PAIRS = (TUNED, "2007-2015", "2015-2026")
CONFIDENT = (0.0, 0.6, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two acts, what a reader says of them, and what the program proposes."""

    name: str
    older: Act
    newer: Act
    gold: Mapping[str, Mapping[str, Any]]  # by older article
    new: frozenset[str]
    found: Concordance


def pairs(corpus: Path) -> Iterator[Pair]:
    """The pairs of acts in hand that a reader has judged."""
    for name in PAIRS:
        told, _ = read_yaml(GOLD / f"{name}.yaml")
        older, newer = (read_act(corpus / "kz" / told[side]) for side in ("older", "newer"))
        gold = {row["from"]: row for row in told["rows"]}
        yield Pair(name, older, newer, gold, frozenset(told["new"]), concord(older, newer))


def main(arguments: list[str]) -> int:
    """Prints the tables; 1 where the texts are absent."""
    corpus = Path(next((a for a in arguments if not a.startswith("--")), "../shared/corpus"))
    if not corpus.is_dir():
        print(f"{corpus} is absent: nothing was measured")
        return 1
    every = list(pairs(corpus))
    for pair in every:
        print("\n".join(measured(pair)))
        if "--rows" in arguments:
            print("\n".join(_told(pair)))
    for name, some in (("all three", every), ("the two that were not tuned on", every[1:])):
        print(f"confidence of a link, {name}")
        print("\n".join(_calibration(some)))
    return 0


def measured(pair: Pair) -> Iterator[str]:
    """Targets by article, articles without one, and new ones, with Wilson's intervals."""
    proposed = {row.article: [link.article for link in row.links] for row in pair.found.rows}
    firsts, right = _firsts(pair, {number: (links or [None])[0] for number, links in proposed.items()})
    hits = said = meant = 0
    macro: list[tuple[float, float]] = []
    for number, row in pair.gold.items():
        want, got = set(row["to"]), set(proposed.get(number, ()))
        hits, said, meant = hits + len(want & got), said + len(got), meant + len(want)
        if want:
            macro.append((len(want & got) / len(got) if got else 0.0, len(want & got) / len(want)))
    precision, recall = (sum(one[side] for one in macro) / len(macro) for side in (0, 1))
    dropped = {number for number, row in pair.gold.items() if not row["to"]}
    taken = {number for number, row in pair.gold.items() if not proposed.get(number)}
    new = {one.article for one in pair.found.new}
    kinds = sum(_kind(row["how"]) == how for number, row in pair.gold.items() for how in (_how(pair, number),))
    yield f"{pair.name}{' (tuned on)' if pair.name == TUNED else ''}: {len(pair.gold)} older articles"
    yield f"  first target right: {_share(right, firsts)}"
    yield f"  targets, micro: precision {_share(hits, said)}, recall {_share(hits, meant)}"
    yield f"  targets, macro over articles that have one: precision {precision:.2f}, recall {recall:.2f}"
    for name, mine, theirs in (("dropped", taken, dropped), ("new", new, pair.new)):
        both = len(mine & theirs)
        yield f"  {name}: precision {_share(both, len(mine))}, recall {_share(both, len(theirs))}"
    yield f"  what became of it (kept, partly, split, merged, dropped): {_share(kinds, len(pair.gold))}"


def _how(pair: Pair, number: str) -> str | None:
    return next((row.how for row in pair.found.rows if row.article == number), None)


def _kind(how: str) -> str:
    return "split" if how == "moved_parts" else how


def _firsts(pair: Pair, first: Mapping[str, str | None]) -> tuple[int, int]:
    """Articles that have a target, and those of them whose first proposed one is among theirs."""
    having = [number for number, row in pair.gold.items() if row["to"]]
    return len(having), sum(first.get(number) in pair.gold[number]["to"] for number in having)


def _share(right: int, of: int) -> str:
    low, high = wilson(right, of)
    return f"{right}/{of} = {right / of if of else 0:.2f} ({low:.2f} to {high:.2f})"


def _calibration(some: Sequence[Pair]) -> Iterator[str]:
    """How often links of each confidence are right, first targets and all; and proposals that an article is dropped."""
    firsts, every = Counter[tuple[float, bool]](), Counter[tuple[float, bool]]()
    for pair in some:
        for row in pair.found.rows:
            for rank, link in enumerate(row.links):
                floor = max(low for low in CONFIDENT if low <= link.confidence)
                right = row.article in pair.gold and link.article in pair.gold[row.article]["to"]
                every[floor, right] += 1
                firsts[floor, right] += rank == 0
    for low, high in pairwise(CONFIDENT):
        told = [_share(one[low, True], one[low, True] + one[low, False]) for one in (firsts, every)]
        yield f"  {low:.1f} to {min(high, 1):.1f}: first targets {told[0]}, all {told[1]}"


def _told(pair: Pair) -> Iterator[str]:
    for row in pair.found.rows:
        gold = pair.gold.get(row.article, {"how": "?", "to": []})
        links = " ".join(f"{'+' if link.article in gold['to'] else '-'}{link.article}" for link in row.links)
        yield f"    {row.article} {row.how} {row.confidence:.2f} [{links}] reader: {gold['how']} {' '.join(gold['to'])}"


def rows(corpus: Path, best: Callable[[Callable[[], object]], float]) -> Iterator[str]:
    """The rows of the table of benchmarks; `best` times some work."""
    if not corpus.is_dir():
        yield "concordance of acts: the texts are absent"
        return
    for pair in pairs(corpus):
        seconds = best(partial(concord, pair.older, pair.newer))
        firsts, right = _firsts(pair, {row.article: row.links[0].article for row in pair.found.rows if row.links})
        size = len(pair.older.document.text) + len(pair.newer.document.text)
        yield f"concordance {pair.name}: {seconds:.3f} s, {size / seconds / 1e6:.1f} million characters a second"
        yield f"  first target right {right} of {firsts}"
        for name, propose in PEERS.items():
            if name == _SLOW and pair.name != TUNED:
                continue  # it takes minutes
            work = partial(propose, pair.older, pair.newer)
            spent = _once(work) if name == _SLOW else best(work)
            theirs = _firsts(pair, work())[1]
            yield f"  {name}: {theirs} of {firsts}, ours {right / theirs:.2f} times as often right"
            yield f"    {spent:.3f} s, ratio {spent / seconds:.1f}"


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _bodies(act: Act) -> dict[str, str]:
    return {article.number: _body(act, article) for article in act.articles() if article.number and not article.excluded}


def _body(act: Act, article: Provision) -> str:
    return " ".join(act.folded[span.start : span.end] for unit in article.walk() for span in (*unit.text, *unit.closing))


def _by_title(older: Act, newer: Act) -> dict[str, str | None]:
    """For each article the one whose title is most alike by difflib, all against all."""
    return _likest(_titles(older), _titles(newer))


def _titles(act: Act) -> dict[str, str]:
    return {a.number: (a.title or "").lower() for a in act.articles() if a.number and not a.excluded}


def _by_text(older: Act, newer: Act) -> dict[str, str | None]:
    """For each article the one whose whole text is most alike by difflib, all against all."""
    return _likest(_bodies(older), _bodies(newer))


def _likest(older: Mapping[str, str], newer: Mapping[str, str]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for number, words in older.items():
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(words)
        ratios = {}
        for other, text in newer.items():
            matcher.set_seq1(text)
            ratios[other] = matcher.ratio()
        found[number] = max(ratios, key=ratios.__getitem__, default=None)
    return found


def _by_cosine(older: Act, newer: Act) -> dict[str, str | None]:
    """For each article the one of the highest cosine of its words, title included, weighed by rarity, all against all."""
    sides = []
    for act in (older, newer):
        bodies = _bodies(act)
        titles = _titles(act)
        sides.append({number: Counter(f"{titles[number]} {body}".split()) for number, body in bodies.items()})
    having = Counter(word for side in sides for words in side.values() for word in words)
    total = sum(map(len, sides))
    flat = []
    for side in sides:
        flat.append({})
        for number, words in side.items():
            raw = {word: (1 + log(count)) * log((total + 1) / having[word]) for word, count in words.items()}
            length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
            flat[-1][number] = {word: weight / length for word, weight in raw.items()}
    return {
        number: max(
            flat[1],
            key=lambda other, mine=words: sum(weight * flat[1][other].get(word, 0.0) for word, weight in mine.items()),  # type: ignore[misc]
            default=None,
        )
        for number, words in flat[0].items()
    }


_SLOW = "difflib on whole texts"
PEERS: Mapping[str, Callable[[Act, Act], dict[str, str | None]]] = {
    "difflib on titles": _by_title,
    _SLOW: _by_text,
    "cosine of plain words": _by_cosine,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
