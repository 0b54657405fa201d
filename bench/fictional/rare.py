"""Words of our own for what is rare: a word for every number, without end, and how often each is drawn.

Ranks follow Zipf's law with Mandelbrot's shift, so that new words never stop coming: the vocabulary grows as a power of the
length of the text (Heaps' law), as in real law.
"""

from __future__ import annotations

from random import Random


def words(told: str) -> tuple[str, ...]:
    """A list of words, given with blanks or, if some have blanks themselves, with bars between them."""
    return tuple(told.split("|" if "|" in told else None))


_CYRILLIC = words(
    "ба бе би бо ва ве ви га го да де ди до за зе ка ко ла ле ли ло ма ме ми мо на не ни но па пе по ра ре ри ро са "
    "се си со та те ти то ша"
)
_LATIN = words(
    "ba be bi bo va ve vi ga go da de di do za ze ka ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa "
    "se si so ta te ti to sha"
)
_ENDS = (("л", "l"), ("н", "n"), ("р", "r"), ("т", "t"), ("м", "m"), ("д", "d"))
_COUNT = len(_CYRILLIC)
_SCRAMBLE = 7919  # a prime, so that neighbours in rank do not look alike


def roots(rank: int) -> tuple[str, str]:
    """The root of the word of this rank, in Cyrillic and in Latin letters; another for each rank.

    Two syllables up to some two thousand, then three, then four: rare words are longer, as everywhere.
    """
    size, syllables = _COUNT**2, 2
    while rank >= size:
        rank, size, syllables = rank - size, size * _COUNT, syllables + 1
    cyrillic, latin = _ENDS[rank % len(_ENDS)]
    place = rank * _SCRAMBLE % size
    for _ in range(syllables):
        place, syllable = divmod(place, _COUNT)
        cyrillic, latin = _CYRILLIC[syllable] + cyrillic, _LATIN[syllable] + latin
    return cyrillic, latin


def rank(random: Random, shift: float, growth: float) -> int:
    """A rank: P(more than r) = (1 + r / shift) ** (1 - 1 / growth), `growth` being the exponent of Heaps' law."""
    return min(int(shift * (random.random() ** (1 / (1 - 1 / growth)) - 1)), _LAST)


_LAST = 10**9
