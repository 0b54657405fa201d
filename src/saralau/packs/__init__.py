"""Floor 0: what is national, and the vocabulary that all nations share. Data only; the rooms above give it meaning."""

from saralau.packs.loading import laid_over, load, names, of_packs
from saralau.packs.refusing import PackError

__all__ = ["PackError", "laid_over", "load", "names", "of_packs"]
