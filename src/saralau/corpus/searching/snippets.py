"""What is shown of a text: its best place, with what was found marked. Linear in the text, and never another text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from saralau.corpus.searching.analysing import words
from saralau.corpus.searching.model import Snippet

WIDTH = 240  # characters shown, about
_AGAIN = 8  # a word that was found before weighs so many times less


Place = tuple[int, int, str, float]  # start, end, the folded word, its weight


def places(text: str, found: Callable[[str], float]) -> list[Place]:
    """Where what was looked for stands; `found` weighs a folded word, 0 if it was not looked for, and is asked once."""
    weights: dict[str, float] = {}
    hits: list[Place] = []
    for start, end, form in words(text):
        weight = weights.get(form)
        if weight is None:
            weight = weights[form] = found(form)
        if weight > 0:
            hits.append((start, end, form, weight))
    return hits


def snippet(text: str, hits: Sequence[Place], width: int = WIDTH) -> Snippet:
    """The piece of the text in which most of the places stand, marked; a word that stands there again weighs little.

    Without any, the text's beginning.
    """
    start, end = 0, len(text)
    if hits:
        first, last = _densest(hits, width)
        start, end = hits[first][0], hits[last][1]
        # What is left of the width: a third before, so that the sentence is seen to begin.
        start = max(0, start - max(0, width - (end - start)) // 3)
    if len(text) > width:
        end = max(end if hits else 0, min(len(text), start + width))
        start = max(0, min(start, end - width)) if end == len(text) else start
        start, end = _between_words(text, start, end)
    else:
        start, end = 0, len(text)
    marks = tuple((first - start, last - start) for first, last, _, _ in hits if first >= start and last <= end)
    return Snippet(text[start:end], marks, start > 0, end < len(text))


def marked_text(shown: Snippet, before: str, after: str) -> str:
    """The words of a snippet with marks round what was found."""
    pieces, reached = [], 0
    for start, end in shown.marks:
        pieces += [shown.text[reached:start], before, shown.text[start:end], after]
        reached = end
    return "".join((*pieces, shown.text[reached:]))


def _densest(hits: Sequence[Place], width: int) -> tuple[int, int]:
    """First and last of the hits that weigh most within the width; two ends move, so that no hit is looked at twice."""
    best, best_weight, first, weight = (0, 0), -1.0, 0, 0.0
    inside: dict[str, int] = {}
    for last, (_, end, form, heavy) in enumerate(hits):
        inside[form] = inside.get(form, 0) + 1
        weight += heavy if inside[form] == 1 else heavy / _AGAIN
        while hits[first][0] < end - width and first < last:
            _, _, gone, light = hits[first]
            weight -= light if inside[gone] == 1 else light / _AGAIN
            inside[gone] -= 1
            first += 1
        if weight > best_weight + 1e-9:
            best, best_weight = (first, last), weight
    return best


def _between_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The same piece without words cut in two, as long as a blank is near."""
    if start > 0 and not text[start - 1].isspace():
        near = next((at for at in range(start, min(start + 30, end)) if text[at].isspace()), None)
        start = start if near is None else near + 1
    if end < len(text) and not text[end].isspace():
        near = next((at for at in range(end, max(end - 30, start), -1) if text[at - 1].isspace()), None)
        end = end if near is None else near - 1
    return start, end
