"""What a path holds: files, folders, archives, histories of law in git, and what adapters of others know."""

from saralau.corpus.sources.model import Aside, Found, Item, Skipped, Walked
from saralau.corpus.sources.paths import items

__all__ = ["Aside", "Found", "Item", "Skipped", "Walked", "items"]
