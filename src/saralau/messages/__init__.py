"""Floor 0, under the other rooms of it: how do we speak to people? Texts by id (Fluent), a folder for each language."""

from saralau.messages.refusing import InputError
from saralau.messages.saying import languages, say

__all__ = ["InputError", "languages", "say"]
