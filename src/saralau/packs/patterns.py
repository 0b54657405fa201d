"""How a wording of a lexicon becomes a regular expression."""

from __future__ import annotations

import re


def loosened(match: str) -> str:
    """Groups do not capture; a space outside a class stands for any white space, or for none where a typist forgot it."""
    grouped = re.sub(r"\((?!\?)", "(?:", match)
    return re.sub(r"\[[^\]]*\]| \??", lambda piece: r"\s*+" if piece.group()[0] == " " else piece.group(), grouped)
