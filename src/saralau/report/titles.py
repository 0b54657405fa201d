"""Titles in the languages in hand: the register's own, a sibling register's where the title has not changed since, and our
own translations, marked as such; otherwise the original."""

from __future__ import annotations

from collections.abc import Mapping
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
        if other["act"]["language"] not in official:
            official[other["act"]["language"]] = other
    translated = _own(act["id"])
    articles = {article["number"]: _article(article, act, official, translated) for article in register["articles"]}
    chapters = {chapter["number"]: _chapter(chapter["number"], official, translated) for chapter in register["chapters"]}
    return Titles(articles, chapters)


def _own(act_id: str | None) -> Mapping[str, Mapping[str, str]]:
    name = f"{act_id}.titles" if act_id else ""
    own: Mapping[str, Mapping[str, str]] = load(name)["own"] if name and name in names() else {}
    return own


def _article(
    article: Mapping[str, Any],
    act: Mapping[str, Any],
    official: Mapping[str, Mapping[str, Any]],
    translated: Mapping[str, Mapping[str, str]],
) -> Title:
    texts = {act["language"]: article["title"]}
    changed = max(
        (row[0] for row in article["amendments"] if "heading" in row[3:] or row[2] == "introduced"),
        default="",
    )
    for code, other in official.items():
        same = next((entry for entry in other["articles"] if entry["number"] == article["number"]), None)
        if code not in texts and same is not None and changed <= other["act"]["edition"]:
            texts[code] = same["title"]
    own = {code: text for code, text in translated.get(article["number"], {}).items() if code not in texts}
    return Title(texts | own, frozenset(own))


def _chapter(number: str, official: Mapping[str, Mapping[str, Any]], translated: Mapping[str, Mapping[str, str]]) -> Title:
    texts = {
        code: _sentence_case(chapter["title"])
        for code, register in official.items()
        for chapter in register["chapters"]
        if chapter["number"] == number
    }
    own = {code: text for code, text in translated.get(f"chapter-{number}", {}).items() if code not in texts}
    return Title(texts | own, frozenset(own))


def _sentence_case(title: str) -> str:
    """A heading set in capitals, as a sentence: capitals throughout are tiring to read."""
    return title.capitalize() if title.isupper() else title
