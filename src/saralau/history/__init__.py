"""Floor 4: what became of it? Editions aligned by address; features lost; one act carried on by another; lines of descent."""

from saralau.history.aligning import Alignment, Difference, Text, align
from saralau.history.concording import Concordance, Link, New, Row, concord
from saralau.history.likening import Likeness
from saralau.history.losses import Loss, find_losses

__all__ = [
    "Alignment",
    "Concordance",
    "Difference",
    "Likeness",
    "Link",
    "Loss",
    "New",
    "Row",
    "Text",
    "align",
    "concord",
    "find_losses",
]
