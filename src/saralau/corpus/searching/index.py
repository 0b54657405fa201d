"""The index: one document for each wording of a unit in a language, so that editions do not multiply what did not change.

What a person reads of a document is kept in it (`record`), so that an answer needs no other file; what is searched are
stems, cut before they come here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tantivy

from saralau.acts import Address
from saralau.corpus.model import Cut, Held, Reading, Unit
from saralau.corpus.searching.analysing import Stems, cut, stems
from saralau.languages import available, language
from saralau.messages import InputError

OPEN = 99991231  # the end of a wording that stands
_VERSION = 2
_HEAP = 64_000_000


@dataclass(frozen=True, slots=True)
class Wording:
    """A unit as it read from one day to another (ISO; `until` is "" while it stands), and the newest text that has it so."""

    held: Held
    unit: Unit
    since: str
    until: str
    year: str  # of the act


@dataclass(frozen=True, slots=True)
class Opened:
    """An index opened for reading: what it had when it was opened, whatever is written meanwhile."""

    folder: Path
    index: tantivy.Index
    schema: tantivy.Schema
    searcher: tantivy.Searcher
    languages: tuple[str, ...]
    stems: Callable[[str], Stems]


@cache
def schema() -> tantivy.Schema:
    """The fields of a document."""
    fields = tantivy.SchemaBuilder()
    for name in ("key", "version"):  # `version` is an act in a language: what is brought up together
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("act", "language", "year", "group", "feature", "punishment"):
        fields.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("title", "text", "term", "note"):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    fields.add_text_field("defined", tokenizer_name="raw", index_option="basic")  # each term that is defined, as a whole
    for name in ("words", "note_words"):
        fields.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in ("since", "until"):
        fields.add_integer_field(name, indexed=True, fast=True)
    fields.add_unsigned_field("article", indexed=True, fast=True)
    fields.add_bytes_field("record", stored=True, indexed=False)
    return fields.build()


def key_of(iri: str, language: str, unit: Unit, since: str) -> str:
    """What tells a document from all others."""
    return f"{iri}|{language}|{unit.address}|{unit.digest}|{since}"


def version_of(iri: str, language: str) -> str:
    """An act in a language, as `version` has it."""
    return f"{iri}|{language}"


def article_number(iri: str, article: str) -> int:
    """A number for an article of an act, in whatever language and edition; by it hits are joined and counted."""
    return int.from_bytes(hashlib.blake2b(f"{iri}#{article}".encode(), digest_size=8).digest(), "big") >> 1


def day(iso: str) -> int:
    """A day as the index compares it; a year alone is its first day."""
    year, month, date = (*iso.split("-"), "01", "01")[:3]
    return int(year + month + date)


def article_of(address: str) -> str:
    """The article of a unit's address (the point, in an act without articles); an element id without one is itself."""
    try:
        return Address.read(address).main.short
    except InputError:
        return address


def record_of(wording: Wording) -> dict[str, Any]:
    """What a document keeps to be read: the whole wording, so that it can be indexed anew from here alone."""
    held, unit = wording.held, wording.unit
    return {
        "held": [held.iri, held.id, held.edition, held.language, held.name, held.sha256, held.title, held.source],
        "unit": [
            *(unit.address, unit.kind, unit.title, unit.text, unit.notes, unit.terms),
            *(unit.features, unit.groups, unit.punishments, unit.excluded, unit.digest),
        ],
        "since": wording.since,
        "until": wording.until,
        "year": wording.year,
    }


def wording_of(record: Mapping[str, Any]) -> Wording:
    """The wording that a document keeps."""
    address, kind, title, text, notes, terms, features, groups, punishments, excluded, digest = record["unit"]
    unit = Unit(
        *(address, kind, title, text, notes, tuple(terms), tuple(features), tuple(groups), tuple(punishments)),
        excluded=excluded,
        digest=digest,
    )
    return Wording(Held(*record["held"]), unit, record["since"], record["until"], record["year"])


def read(opened: Opened, address: tantivy.DocAddress) -> Wording:
    """The wording of a document that was found."""
    return wording_of(json.loads(opened.searcher.doc(address).get_first("record") or b""))


def cuts_of(reading: Reading) -> tuple[Cut, ...]:
    """The words of each unit of a text as the index takes them; the better part of the work of indexing it."""
    code = reading.held.language
    stem = stems(code)
    return tuple(cut(unit, article_of(unit.address), code, stem) for unit in reading.units)


def document(wording: Wording, by_language: Callable[[str], Stems] = stems, ready: Cut | None = None) -> tantivy.Document:
    """A wording as the index takes it; `ready` are its words if they have been cut."""
    held, unit, code = wording.held, wording.unit, wording.held.language
    article = article_of(unit.address)
    words = ready or cut(unit, article, code, by_language(code))
    made = tantivy.Document()
    made.add_text("key", key_of(held.iri, code, unit, wording.since))
    made.add_text("version", version_of(held.iri, code))
    made.add_text("act", held.iri)
    made.add_text("language", code)
    made.add_text("year", wording.year)
    for facet, values in (("group", unit.groups), ("feature", unit.features), ("punishment", unit.punishments)):
        for value in dict.fromkeys(values):
            made.add_text(facet, value)
    for field in ("title", "text", "term", "note", "words", "note_words"):
        made.add_text(field, getattr(words, field))
    for term in words.defined:
        made.add_text("defined", term)
    made.add_integer("since", day(wording.since))
    made.add_integer("until", day(wording.until) if wording.until else OPEN)
    made.add_unsigned("article", article_number(held.iri, article))
    made.add_bytes("record", json.dumps(record_of(wording), ensure_ascii=False, separators=(",", ":")).encode())
    return made


@cache
def stamp() -> str:
    """What an index depends on besides the texts: its fields, and how words are cut."""
    grammars = [language(code) for code in available()]
    cut = [
        (one.code, i.ending.pattern, i.shortest, i.chained, i.rest, i.alternations, sorted(i.irregular.items()))
        for one in grammars
        if (i := one.inflecting) is not None
    ]
    unsigned = [(one.code, sorted(one.unsigned.items())) for one in grammars]
    return hashlib.sha256(json.dumps([_VERSION, cut, unsigned], ensure_ascii=False).encode()).hexdigest()[:16]


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """What is wrong with an index, in a sentence; a full disk in another."""
    try:
        yield
    except InputError:
        raise
    except (ValueError, OSError) as flaw:
        full = "no space" in str(flaw).lower()
        raise InputError("library-disk-full" if full else "index-broken", name=folder, why=flaw) from None
    except BaseException as flaw:  # a panic of the engine is no Exception
        if type(flaw).__name__ != "PanicException":
            raise
        raise InputError("index-broken", name=folder, why=str(flaw).splitlines()[0]) from None


def place_of(library: Path) -> Path:
    """Where the index of a library lies that words cut as they are cut now made."""
    return library / "index" / stamp()


def writer_of(folder: Path) -> tuple[tantivy.Index, tantivy.IndexWriter]:
    """An index to be written, made if there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    index = tantivy.Index(schema(), path=str(folder))
    return index, index.writer(_HEAP, 1)


def write(folder: Path, wordings: Iterable[Wording], by_language: Callable[[str], Stems] = stems) -> None:
    """An index of wordings, made anew; the folder must be empty or absent."""
    _, writer = writer_of(folder)
    for wording in wordings:
        writer.add_document(document(wording, by_language))
    writer.commit()
    writer.wait_merging_threads()


def open_index(folder: Path, by_language: Callable[[str], Stems] = stems) -> Opened:
    """An index opened for reading. InputError if it is damaged."""
    with told(folder):
        index = tantivy.Index.open(str(folder))
        searcher = index.searcher()
        languages = tuple(sorted(code for code, _ in searcher.terms_with_prefix("language", "", None, 100)))
        return Opened(folder, index, schema(), searcher, languages, by_language)


def index_of(library: Path) -> Opened:
    """The index of a library, opened for reading. InputError if there is none, or another Saralau made it."""
    folder = place_of(library)
    if not (folder / "meta.json").is_file():
        others = (library / "index").is_dir() and any((library / "index").iterdir())
        raise InputError("index-older" if others else "index-absent", name=library)
    return open_index(folder)
