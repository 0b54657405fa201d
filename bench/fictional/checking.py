"""Whether fictional acts are read as what they are: act, edition, title, language, and acts that they cite."""

from __future__ import annotations

from collections.abc import Iterator

from bench.fictional.republic import front, republic
from bench.fictional.texts import Edition, editions_of
from saralau.corpus.model import Reading
from saralau.corpus.units import read_text


def check(seed: int, acts: int, *, every: bool = False) -> Iterator[str]:
    """What is read otherwise than it was written, a line each; the last line counts what was looked at."""
    state = republic(seed, acts)
    known = {front(state, act).iri for act in range(acts)}
    read = units = others = 0
    for act in range(acts):
        for told in editions_of(state, act, every=every):
            got = read_text("".join(told.parts).encode(), "text.md")
            yield from (f"act {act} in {told.language}: {flaw}" for flaw in _flaws(told, got, known))
            read, units = read + 1, units + len(got.units)
            others += sum(1 for link in got.links if link.iri and link.at)
    yield f"{read} texts, {units} units, {others} references to other acts"


def _flaws(told: Edition, got: Reading, known: set[str]) -> Iterator[str]:
    expected = (told.front.iri, told.date, told.title, told.language)
    held = (got.held.iri, got.held.edition, got.held.title, got.held.language)
    yield from (f"{has} instead of {wanted}" for has, wanted in zip(held, expected, strict=True) if has != wanted[:300])
    yield from (f"{link.iri} is cited and does not exist" for link in got.links if link.iri and link.iri not in known)
