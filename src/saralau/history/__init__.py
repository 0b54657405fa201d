"""Floor 4: what became of it? Editions aligned by address; ICT features that a later edition lost; causes of instability."""

from saralau.history.aligning import Alignment, Difference, Text, align
from saralau.history.causes import Causes, Rate, Share, measure
from saralau.history.comparing import Verdict, compare
from saralau.history.losses import Loss, find_losses

__all__ = [
    "Alignment",
    "Causes",
    "Difference",
    "Loss",
    "Rate",
    "Share",
    "Text",
    "Verdict",
    "align",
    "compare",
    "find_losses",
    "measure",
]
