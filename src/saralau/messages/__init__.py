"""Floor 0: how do we speak to people? Texts by id in Kazakh, Russian and English (Fluent), one file per subject."""

from saralau.messages.saying import languages, say

__all__ = ["languages", "say"]
