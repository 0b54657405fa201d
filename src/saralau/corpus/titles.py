"""Acts of a library by their titles: what a text calls by a title that no pack lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from saralau.citations import Work
from saralau.languages import fold, language

_BLANKS = re.compile(r"\s+")
_BEFORE = 12  # words of a title's line that can stand before the title itself: kind, state, issuer


class Row(NamedTuple):
    """A title in a language, and whose it is."""

    language: str
    title: str
    work: Work


@dataclass(frozen=True, slots=True)
class ByTitle:
    """The works of a library by language and title. Made once: linear in the number of titles."""

    works: Mapping[tuple[str, str], list[Work]] = field(default_factory=dict)

    def find(self, code: str, kind: str, title: str) -> Work | None:
        """The latest act of a title and kind; an act whose kind nobody told is of any."""
        named = self.works.get((code, plain(title)), ())
        fitting = [work for work in named if kind in ("act", work.kind) or work.kind == "act"]
        return max(fitting, key=lambda work: (work.date, work.iri), default=None)


def by_title(rows: Iterable[Row]) -> ByTitle:
    """Titles as texts name them: whole, and without the kind of the act and its issuer before them."""
    found: dict[tuple[str, str], list[Work]] = {}
    for code, title, work in rows:
        for words in called(code, title):
            known = found.setdefault((code, words), [])
            if work not in known:
                known.append(work)
    return ByTitle(found)


def plain(title: str) -> str:
    """A title with one blank between words."""
    return _BLANKS.sub(" ", title).strip()


def called(code: str, title: str) -> set[str]:
    """What an act is called by its title: the whole of it, and without the kind and the issuer before it."""
    whole = _BLANKS.sub(" ", fold(title)).strip(' "«»“”')
    titled = language(code).naming.titled
    words = whole.split(" ")
    inner = next((rest for at in range(min(_BEFORE, len(words))) if titled.match(rest := " ".join(words[at:]))), whole)
    return {whole, inner}


def work_at(iri: str, name: str) -> Work:
    """A work as its address tells it."""
    kind, date, number = (*iri.split("/")[4:7], "", "", "")[:3]
    return Work(name, kind, date, number or None, iri)
