"""What is shown of a text: its best place, with what was found marked. Linear in the text, and never another text."""

from __future__ import annotations

from collections.abc import Callable

from saralau.corpus.searching.analysing import words
from saralau.corpus.searching.model import Snippet

WIDTH = 240  # characters shown, about
_AGAIN = 8  # a word that was found before weighs so many times less


def snippet(text: str, found: Callable[[str], float], width: int = WIDTH) -> Snippet:
    """The piece of the text in which most was found, marked; `found` weighs a folded word, 0 if it was not looked for.

    A word that stands there again weighs little. Without any, the text's beginning.
    """
    all_words = list(words(text))
    weights = [found(word.form) for word in all_words]
    hits = [at for at, weight in enumerate(weights) if weight > 0]
    if not hits:
        start, end = 0, len(text)
    else:
        first, last = _densest([(*all_words[at], weights[at]) for at in hits], width)
        start, end = all_words[hits[first]].start, all_words[hits[last]].end
        # What is left of the width: a third before, so that the sentence is seen to begin.
        start = max(0, start - max(0, width - (end - start)) // 3)
    if len(text) > width:
        end = max(end if hits else 0, min(len(text), start + width))
        start = max(0, min(start, end - width)) if end == len(text) else start
        start, end = _between_words(text, start, end)
    marks = tuple(
        (all_words[at].start - start, all_words[at].end - start)
        for at in hits
        if all_words[at].start >= start and all_words[at].end <= end
    )
    return Snippet(text[start:end], marks, start > 0, end < len(text))


def marked_text(shown: Snippet, before: str, after: str) -> str:
    """The words of a snippet with marks round what was found."""
    pieces, reached = [], 0
    for start, end in shown.marks:
        pieces += [shown.text[reached:start], before, shown.text[start:end], after]
        reached = end
    return "".join((*pieces, shown.text[reached:]))


def _densest(hits: list[tuple[int, int, str, float]], width: int) -> tuple[int, int]:
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
