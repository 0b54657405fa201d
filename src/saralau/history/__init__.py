"""Floor 4: what became of it? Editions aligned by address; features lost; acts that carry on others; lines of descent."""

from saralau.history.aligning import Alignment, Difference, Text, align
from saralau.history.concording import Concordance, Link, New, Row, concord
from saralau.history.descent import descent, reached, touches
from saralau.history.likening import Likeness
from saralau.history.lines import Lines, Passing, Step, jurisdictions, lines_of
from saralau.history.losses import Loss, find_losses

__all__ = [
    "Alignment",
    "Concordance",
    "Difference",
    "Likeness",
    "Lines",
    "Link",
    "Loss",
    "New",
    "Passing",
    "Row",
    "Step",
    "Text",
    "align",
    "concord",
    "descent",
    "find_losses",
    "jurisdictions",
    "lines_of",
    "reached",
    "touches",
]
