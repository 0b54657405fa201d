"""What packs call an act: a text's own first line can be anything, and is in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from saralau.history import jurisdictions, lines_of
from saralau.messages import languages, say
from saralau.packs import load, names, of_packs
from saralau.report.found import act_name


class Called(NamedTuple):
    """A title of an act, and the language that it is in; "" where it has none."""

    title: str
    language: str

    def said(self, code: str) -> str:
        """For readers of the language `code`; a title in another says in which."""
        if self.language in ("", code) or self.language not in (*languages(), "de"):
            return self.title
        return say("title-in", code, title=self.title, tongue=say(f"web-tongue-{self.language}", code))


def called(iri: str, id: str, code: str, own: Mapping[str, str]) -> Called:
    """What an act is called in a language, by packs or its text; else in a language of its texts, whose titles are `own`."""
    title = pack_title(iri, id, code) or own.get(code, "")
    if title:
        return Called(title, code)
    spoken, title = next(iter(own.items()), ("", ""))
    return Called((spoken and pack_title(iri, id, spoken)) or title or iri, spoken)


def pack_title(iri: str, id: str, code: str) -> str:
    """An act's title in a language, official if packs have that, else as its line of descent calls it; "" if neither."""
    official = _official("").get(iri, {}).get(code, "")
    if official:
        return official
    known = act_name(iri, code)
    return known if known and known != id else _labels("").get((iri.split("/")[2], id), {}).get(code, "")


@of_packs
def _official(_name: str) -> Mapping[str, Mapping[str, str]]:
    """Titles of the acts that packs encode, by address."""
    packs = (load(name)["acts"] for name in names() if name.endswith("/jurisdiction"))
    return {str(row["iri"]): row["titles"] for rows in packs for row in rows if "titles" in row and "iri" in row}


@of_packs
def _labels(_name: str) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """What lines of descent call acts, by state and id."""
    return {(state, id): labels for state in jurisdictions() for id, labels in lines_of(state).acts.items()}
