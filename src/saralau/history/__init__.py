"""Floor 4: what became of it? Editions aligned by address; ICT features that a later edition lost."""

from saralau.history.aligning import Alignment, Difference, Text, align
from saralau.history.losses import Loss, find_losses

__all__ = ["Alignment", "Difference", "Loss", "Text", "align", "find_losses"]
