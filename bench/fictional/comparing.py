"""How near fictional acts come to real ones, in numbers: of each group of texts what can be counted without reading them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median

from bench.fictional.republic import KINDS, republic
from bench.fictional.texts import editions_of, languages
from saralau.acts import Act, parse_act
from saralau.amendments import find_amendments
from saralau.citations import cited_in_act
from saralau.corpus.units import units_of
from saralau.documents.reading import read_bytes
from saralau.languages import language

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STEPS = (1_000, 3_000, 10_000, 30_000)  # words, at which the distinct ones are counted
_ACTS = 20_000
_TEXTS = 150  # of each language, at the most


@dataclass(slots=True)
class Counts:
    """What was counted in a group of texts."""

    texts: int = 0
    articles: list[int] = field(default_factory=list)
    units: list[int] = field(default_factory=list)  # words of each
    own: int = 0
    others: int = 0
    amendments: int = 0
    offences: int = 0
    words: list[str] = field(default_factory=list)

    def take(self, act: Act) -> None:
        units = units_of(act)
        self.texts += 1
        self.articles.append(sum(1 for _ in act.articles()))
        self.amendments += len(find_amendments(act))
        self.offences += sum(1 for unit in units if unit.punishments)
        for one in cited_in_act(act, notes=False):
            self.others += one.work is not None
            self.own += one.work is None
        for unit in units:
            words = _WORD.findall(f"{unit.title} {unit.text}".lower())
            self.units.append(len(words))
            self.words += words


def compare(corpus: Path, seed: int) -> Iterator[str]:
    """A table: groups of real and of fictional texts in rows."""
    yield (
        f"{'texts':34} {'number':>6} {'articles':>8} {'units':>7} {'words/unit':>12} {'refs/1,000':>10} {'own':>5}"
        f" {'amend./art.':>11} {'distinct words at 1, 3, 10, 30 thousand':>40} {'growth':>7}"
    )
    yield f"{'':34} {'':>6} {'median':>8} {'':>7} {'median mean':>12} {'words':>10}"
    for code in ("ru", "kk", "en"):
        yield _row(f"real, {code}", _counted(_real(corpus, code)))
        yield _row(f"fictional laws and codes, {code}", _counted(_fictional(seed, code, ("law", "code"))))
    yield _row("fictional, all kinds, ru", _counted(_fictional(seed, "ru", KINDS)))


def _real(corpus: Path, code: str) -> Iterator[Act]:
    for path in sorted(corpus.rglob("*")):
        if path.is_file() and f".{code}." in path.name and path.suffix in (".md", ".html"):
            yield parse_act(read_bytes(path.read_bytes(), path.name), language(code))


def _fictional(seed: int, code: str, kinds: Sequence[str]) -> Iterator[Act]:
    """Newest editions of acts that do more than amend, as those in hand are."""
    state = republic(seed, _ACTS)
    chosen = [act for act, kind in enumerate(state.kinds) if kind in kinds and act not in state.amends]
    every = code == "en"
    for act in [act for act in chosen if code in languages(state, act, every)][:_TEXTS]:
        for text in editions_of(state, act, every=every, editions=1):
            if text.language == code:
                yield parse_act(read_bytes("".join(text.parts).encode(), "act.md"), language(code))


def _counted(acts: Iterable[Act]) -> Counts:
    counts = Counts()
    for act in acts:
        counts.take(act)
    return counts


def _row(name: str, counts: Counts) -> str:
    words, references = len(counts.words), counts.own + counts.others
    if not words:
        return f"{name:34} none in hand"
    distinct = [len(set(counts.words[:step])) for step in _STEPS if step <= words]
    growth = (
        math.log(distinct[-1] / distinct[1]) / math.log(_STEPS[len(distinct) - 1] / _STEPS[1]) if len(distinct) > 2 else 0.0
    )
    return (
        f"{name:34} {counts.texts:6} {median(counts.articles):8.0f} {len(counts.units):7}"
        f" {median(counts.units):6.0f} {mean(counts.units):5.0f} {1000 * references / words:10.1f}"
        f" {counts.own / max(references, 1):5.0%} {counts.amendments / sum(counts.articles):11.2f}"
        f" {' '.join(map(str, distinct)):>40} {growth:7.2f}"
    )
