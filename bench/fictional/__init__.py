"""Fictional acts of the fictional Republic of Altynsay, in Kazakh, Russian and English, as many as asked for, from a seed.

`texts(seed, acts)` gives the texts one by one; `python -m bench.fictional --acts N --seed S --out FOLDER` writes them laid
out as laws in git are; `python -m bench.fictional --compare ../shared/corpus` tells how near they come to real ones.
Reading them needs `SARALAU_PACKS=bench/fictional/packs`, where the state is named.

Nothing in them is copied: sentences are made of patterns and word lists of our own, rare words of syllables. What they keep
of real law is its form: fronts, definitions, parts and points, references, offences with their sanctions, editors' notes,
editions.
"""

from bench.fictional.republic import Front, Republic
from bench.fictional.texts import Text, texts

__all__ = ["Front", "Republic", "Text", "texts"]
