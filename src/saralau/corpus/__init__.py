"""Floor 8: and over a library of acts? Texts that a user has added, kept by their checksum."""

from saralau.corpus.library import Held, add, know_own_acts, library, opened

__all__ = ["Held", "add", "know_own_acts", "library", "opened"]
