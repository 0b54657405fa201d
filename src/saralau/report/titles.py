"""Titles in the languages in hand: the register's own, a sibling register's where the title has not changed since, and our
own translations, marked as such; otherwise the original."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from saralau.packs import load, names
from saralau.report.picture import Title


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles by number; see `titles_for`."""

    articles: Mapping[str, Title]
    chapters: Mapping[str, Title]

    def article(self, number: str) -> Title:
        """The title of an article, in every language in hand."""
        return self.articles.get(number, Title({}))

    def chapter(self, number: str) -> Title:
        """The title of a chapter, in every language in hand."""
        return self.chapters.get(number, Title({}))


def titles_for(register: Mapping[str, Any]) -> Titles:
    """Titles for a register: its own language first, then what the packs have for the same act."""
    act = register["act"]
    official = {act["language"]: register}
    for name in names(f"{act['id']}@") if act["id"] else []:
        other = load(name)
        official.setdefault(other["act"]["language"], other)
    others = [other for code, other in official.items() if code != act["language"]]
    in_others = [(other["act"], {entry["number"]: entry["title"] for entry in other["articles"]}) for other in others]
    chapters: dict[str, dict[str, str]] = {}
    for code, known in official.items():
        for chapter in known["chapters"]:
            if chapter["title"]:
                chapters.setdefault(chapter["number"], {}).setdefault(code, _sentence_case(chapter["title"]))
    own = _own(act["id"])
    return Titles(
        {
            row["number"]: _with_own(_official(row, act["language"], in_others), own.get(row["number"]))
            for row in register["articles"]
        },
        {number: _with_own(texts, own.get(f"chapter-{number}")) for number, texts in chapters.items()},
    )


def _official(
    article: Mapping[str, Any], code: str, in_others: Sequence[tuple[Mapping[str, Any], Mapping[str, str | None]]]
) -> dict[str, str]:
    """The title as published, and as published in another language unless it has changed since."""
    texts = {code: article["title"]}
    made = [row for row in article["amendments"] if row[2] != "announced"]
    changed = max((row[0] for row in made if "heading" in row[3:] or row[2] == "introduced"), default="")
    for other, titles in in_others:
        if changed <= other["edition"]:
            texts[other["language"]] = titles.get(article["number"])
    return {language: text for language, text in texts.items() if text}


def _with_own(texts: Mapping[str, str], translated: Mapping[str, str] | None) -> Title:
    own = {code: text for code, text in (translated or {}).items() if code not in texts}
    return Title({**texts, **own}, frozenset(own))


def _own(act_id: str | None) -> Mapping[str, Mapping[str, str]]:
    name = f"{act_id}.titles" if act_id else ""
    own: Mapping[str, Mapping[str, str]] = load(name)["own"] if name and name in names() else {}
    return own


def _sentence_case(title: str) -> str:
    """A heading set in capitals, as a sentence: capitals throughout are tiring to read."""
    return title.capitalize() if title.isupper() else title
