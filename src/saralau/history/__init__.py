"""Floor 4: what became of it? So far, ICT features that an earlier edition had and a later one lost."""

from saralau.history.losses import Loss, find_losses

__all__ = ["Loss", "find_losses"]
