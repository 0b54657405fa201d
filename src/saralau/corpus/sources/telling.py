"""Which act a text is, told by what stands beside it: what `meta.yaml` says, its title, the day of its first edition.

It is told once for an act, so that its languages and editions stay one work.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from saralau.acts import UNTOLD
from saralau.citations import Work
from saralau.citations.naming import find_mentions
from saralau.citations.works import register, work_iri, work_named
from saralau.documents import Span
from saralau.languages import fold, language

_LARGEST = 1 << 16  # bytes of what is said of an act
_NUMERO = re.compile(r"\bN\s*(?=[0-9])")
_FRONT = re.compile(rb"---[ \t]*\r?\n(.{0,60000}?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_TITLE = re.compile(rb"^#[ \t]+(\S[^\n]{0,600})$", re.MULTILINE)
_HEADING = re.compile(rb"^#{1,6}[ \t]+(\S[^\n]{0,600})$", re.MULTILINE)
_STATES = ("country", "jurisdiction", "state")  # keys that name it
_STATE = re.compile("[a-z]{2}")
_LANGUAGES = {"kaz": "kk", "rus": "ru", "eng": "en", "deu": "de"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a source says of an act: requisites, titles and the edition's day by language, the act's own day, its code, its
    state (ISO 3166), the day from which it no longer stands.
    """

    requisite: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    editions: Mapping[str, str] = field(default_factory=dict)
    approved: str = ""
    code: str = ""
    state: str = ""
    repealed: str = ""


def read_meta(content: bytes) -> Said:
    """What a `meta.yaml` says; nothing of what is no such file. Never more than it says: aliases do not multiply it."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        found = YAML(typ="safe").load(io.BytesIO(content[:_LARGEST]))
    except (YAMLError, ValueError, RecursionError):
        return Said()
    if not isinstance(found, dict):
        return Said()
    return Said(
        _text(found.get("requisite")),
        _by_language(found.get("title")),
        {code: day for code, words in _by_language(found.get("version_date")).items() if (day := _day(words))},
        _day(_text(found.get("approved_on") or found.get("approval_date"))),
        _text(found.get("act_code")),
        next((told for key in _STATES if _STATE.fullmatch(told := _text(found.get(key)).lower())), ""),
        _day(_text(found.get("repealed_on"))),
    )


def read_front(content: bytes) -> Said:
    """What stands between lines of three hyphens above a text."""
    front = _FRONT.match(content[: _LARGEST + 16])
    return read_meta(front.group(1)) if front else Said()


def title_in(content: bytes) -> str:
    """The title of a Markdown text: its heading of the first level."""
    found = _TITLE.search(content[:_LARGEST])
    return " ".join(found.group(1).decode("utf-8", "replace").split()) if found else ""


def named_in(content: bytes, code: str) -> str:
    """The pack's id of the act that alone has one of the headings of a text; "" if none stands in it."""
    owners = {heading: entry.work.id for entry in register(code).entries for heading in entry.headings}
    if not owners:
        return ""
    for found in _HEADING.finditer(content):
        words = fold(" ".join(found.group(1).decode("utf-8", "replace").split()))
        for heading, work in owners.items():
            if words.endswith(heading):
                return work
    return ""


def work_told(said: Said, languages: Iterable[str], first: str, code: str) -> str:
    """The id or address (IRI) of an act; "" where neither its requisites nor a day and a code tell it.

    `first` is the day of its first edition, `code` its number in the source, which stands for the act's own where that is
    not known or does not single it out: ministries count their orders each from one.
    """
    tongues = sorted(languages)
    where = said.state or _jurisdiction(tongues)
    told = _by_requisite(said.requisite, where) if said.requisite else None
    if told is not None and told.date != (said.approved or told.date):
        told = None  # an act of the same name, which this one came after
    if told is not None and (told.id or told.portal_id):
        listed = work_named(told.portal_id or told.iri, tongues[0])
        return told.id or (listed.id if listed and listed.id else told.iri)
    if not said.requisite and (known := _by_title(said.titles, first, where)):
        return known
    number, day = said.code or code, said.approved or (told.date if told else "") or first
    if not number or not day:
        return ""
    kind = told.kind if told is not None and told.kind != "judgment" else "act"
    return work_iri(where, kind, day, number)


def _by_requisite(requisite: str, where: str) -> Work | None:
    """The first act that requisites name by its day, in whichever language they are."""
    for code in ("ru", "kk", "en"):
        words = fold(_NUMERO.sub("№ ", requisite[:600]))
        for mention in find_mentions(words, Span(0, len(words)), language(code), where):
            work = mention.work
            if work is not None and len(work.date) == len("2014-07-03") and work.date[:4] in requisite:
                return work
    return None


def _by_title(titles: Mapping[str, str], first: str, where: str) -> str:
    """The act of a pack that has a title and was passed on the day of the first edition, or alone in that year."""
    for code, title in sorted(titles.items()):
        words = fold(title)
        found = [entry.work for entry in register(code).entries if words in entry.titles]
        for mention in find_mentions(words, Span(0, len(words)), language(code), where, on=first or None):
            found += [mention.work] if mention.work is not None and mention.work.id else []
        same = {work.id for work in found if work.date == first} or {w.id for w in found if w.date[:4] == first[:4] != ""}
        if len(same) == 1:
            return same.pop()
    return ""


def _jurisdiction(languages: Iterable[str]) -> str:
    """The one state that names itself in all of some languages; `UNTOLD` if there are several or none."""
    named = [set(register(code).states) for code in languages]
    both = set.intersection(*named) if named else set()
    return both.pop() if len(both) == 1 else UNTOLD


def _by_language(value: Any) -> dict[str, str]:
    """Text by language, as it is given for each or for all of them."""
    if isinstance(value, dict):
        pairs = {_LANGUAGES.get(str(code), str(code)): _text(words) for code, words in value.items()}
        return {code: words for code, words in pairs.items() if words and len(code) == 2}
    words = _text(value)
    return dict.fromkeys(_LANGUAGES.values(), words) if words else {}


def _text(value: Any) -> str:
    return " ".join(str(value).split())[:600] if isinstance(value, (str, int, datetime.date)) else ""


def _day(words: str) -> str:
    try:
        return datetime.date.fromisoformat(words[:10]).isoformat()
    except ValueError:
        return ""
