"""The lexicons of rules: a rule whose lexicon nobody has written for a language finds nothing in it."""

from __future__ import annotations

from saralau.languages import Language
from saralau.packs import names
from saralau.packs.lexicons import Wordings, wordings


def lexicon(kind: str, language: Language) -> Wordings | None:
    """The lexicon `lexicon/<kind>.<language>`, if there is one."""
    return wordings(kind, language.code) if f"lexicon/{kind}.{language.code}" in names("lexicon/") else None
