"""Floor 4: what became of it? Editions aligned and compared, lives, survival, causes, lines of descent, chronicles."""

from saralau.history.aligning import Alignment, Difference, Text, align
from saralau.history.causes import Causes, Rate, Share, measure
from saralau.history.comparing import Verdict, compare
from saralau.history.concording import Concordance, Link, New, Row, concord
from saralau.history.descent import descent, reached, touches
from saralau.history.likening import Likeness
from saralau.history.lines import Lines, Passing, Step, jurisdictions, lines_of
from saralau.history.losses import Loss, find_losses

__all__ = [
    "Alignment",
    "Causes",
    "Concordance",
    "Difference",
    "Likeness",
    "Lines",
    "Link",
    "Loss",
    "New",
    "Passing",
    "Rate",
    "Row",
    "Share",
    "Step",
    "Text",
    "Verdict",
    "align",
    "compare",
    "concord",
    "descent",
    "find_losses",
    "jurisdictions",
    "lines_of",
    "measure",
    "reached",
    "touches",
]
