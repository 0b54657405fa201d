"""The index brought up to what the catalogue has: documents wanted against documents there, act by act.

Safe at any moment: what is pending is forgotten only after the index was committed, and doing it again changes nothing.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import tantivy

from saralau.citations.works import register
from saralau.corpus.model import Cut, Held, Reading, Unit
from saralau.corpus.searching.index import (
    Wording,
    document,
    key_of,
    place_of,
    schema,
    told,
    version_of,
    wording_of,
    writer_of,
)
from saralau.corpus.store.catalogue import Edition, Listed, Store, all_texts, editions_of, writing
from saralau.corpus.store.progress import clear_pending, make_all_pending, pending
from saralau.corpus.store.rereading import read_again
from saralau.corpus.store.spans import REPEALED, Mark, spans
from saralau.packs import of_packs

_AT_ONCE = 2000  # acts between two commits
_LOOKED_UP = 200  # acts whose texts are asked for at once
_MOST = 1_000_000  # documents of an act


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did: acts looked at, documents added and taken away."""

    acts: int
    added: int
    removed: int


def refresh(store: Store, readings: Iterable[Reading] = ()) -> Refreshed:
    """Brings the index up to the catalogue; `readings` are what was just put there, so that it need not be read again.

    The store must be open for writing. An index that is absent, damaged, or made with words cut otherwise is made anew.
    InputError if the disk is full or a text that must be read again is damaged.
    """
    in_hand = {reading.held.sha256: reading for reading in readings}
    folder = place_of(store.folder)
    if not _sound(folder):
        with writing(store) as connection:
            make_all_pending(connection)
        _remove(folder)
    waiting = pending(store)
    if not waiting and (folder / "meta.json").is_file():
        return Refreshed(0, 0, 0)
    added = removed = 0
    with told(folder):
        index, writer = writer_of(folder)
        searcher = index.searcher()
        try:
            for keys in _batched(waiting, _AT_ONCE):
                for some in _batched(keys, _LOOKED_UP):
                    listed = all_texts(store, some)
                    for key in some:
                        new, gone = _bring_up(store, searcher, writer, key, listed.get(key, ()), in_hand)
                        added, removed = added + new, removed + gone
                writer.commit()
                with writing(store) as connection:
                    clear_pending(connection, keys)
            if not waiting:
                writer.commit()
        finally:
            writer.wait_merging_threads()
    for other in folder.parent.iterdir():
        if other != folder:
            _remove(other)
    return Refreshed(len(waiting), added, removed)


def _bring_up(
    store: Store,
    searcher: tantivy.Searcher,
    writer: tantivy.IndexWriter,
    act: tuple[str, str],
    listed: Sequence[Listed],
    in_hand: Mapping[str, Reading],
) -> tuple[int, int]:
    """One act in one language; how many documents were added, how many taken away."""
    iri, language = act
    there = {key_of(iri, language, one.unit, one.since): one for one in _there(searcher, act)}
    wanted = dict(_wanted(iri, language, listed))
    stale = {
        key
        for key, one in there.items()
        if key not in wanted or (one.held, one.until) != (wanted[key].held, wanted[key].until)
    }
    for key in stale:
        writer.delete_documents_by_term("key", key)
    missing = {key: one for key, one in wanted.items() if key not in there or key in stale}
    known = {(one.unit.address, one.unit.digest): one.unit for one in there.values()}
    for held, marks in _by_text(missing.values()):
        units = _units(store, held, in_hand) if any(one.mark not in known for one in marks) else {}
        for one in marks:
            unit, ready = units.get(one.mark) or (known.get(one.mark), None)
            if unit is not None:  # a newer Saralau may read other units in a text; the next refresh has them
                writer.add_document(document(Wording(held, unit, one.since, one.until, _year(iri)), ready=ready))
    return len(missing), len(stale)


@dataclass(frozen=True, slots=True)
class _Wanted:
    held: Held
    mark: Mark
    since: str
    until: str


def _wanted(iri: str, language: str, listed: Sequence[Listed]) -> Iterator[tuple[str, _Wanted]]:
    """The wordings of an act by key, each with the newest text that has it."""
    known = {one.held.sha256: one.held for one in listed}
    all_editions = editions_of(listed)
    ended = _ended(iri, language, all_editions)
    last: dict[Mark, list[tuple[str, str]]] = {}
    for edition in all_editions:
        for mark in edition.units:
            last.setdefault(mark, []).append((edition.edition, edition.sha256))
    for mark, times in spans((one.edition, one.units) for one in all_editions).items():
        address, digest = mark
        if address == REPEALED:
            continue
        for begun, until in times:
            sha256 = next(sha for day, sha in reversed(last[mark]) if until is None or day < until)
            since = min(begun, _adopted(iri)) if until is None and ended and begun >= ended else begun
            key = f"{iri}|{language}|{address}|{digest}|{since}"
            yield key, _Wanted(known[sha256], mark, since, until or ended)


def _ended(iri: str, language: str, all_editions: Sequence[Edition]) -> str:
    """The day from which an act no longer stands, as a pack or its newest text tells; "" if neither does."""
    listed = repealed_works(language).get(iri)
    newest = all_editions[-1].units if all_editions else ()
    return listed or next((day for address, day in newest if address == REPEALED), "")


@of_packs
def repealed_works(language: str) -> Mapping[str, str]:
    """Acts of packs that no longer stand, each with the day since when."""
    return {entry.work.iri: entry.work.repealed for entry in register(language).entries if entry.work.repealed}


def _adopted(iri: str) -> str:
    """The day of the act, which its address has: a text that is as new as its end stood at some time before it."""
    parts = iri.split("/")
    return parts[5] if len(parts) > 5 else ""


def _by_text(wanted: Iterable[_Wanted]) -> Iterator[tuple[Held, Sequence[_Wanted]]]:
    groups: dict[str, list[_Wanted]] = {}
    for one in wanted:
        groups.setdefault(one.held.sha256, []).append(one)
    for group in groups.values():
        yield group[0].held, group


def _units(store: Store, held: Held, in_hand: Mapping[str, Reading]) -> Mapping[Mark, tuple[Unit, Cut | None]]:
    reading = in_hand[held.sha256] if held.sha256 in in_hand else read_again(store.folder, held)[0]
    cuts = reading.cuts if reading.cuts and reading.held.language == held.language else repeat(None)
    return {(unit.address, unit.digest): (unit, ready) for unit, ready in zip(reading.units, cuts, strict=False)}


def _there(searcher: tantivy.Searcher, act: tuple[str, str]) -> Iterator[Wording]:
    """What the index has of an act in a language."""
    name = version_of(*act)
    if not searcher.doc_freq("version", name):
        return
    for _, address in searcher.search(tantivy.Query.term_query(schema(), "version", name), _MOST, False).hits:
        yield wording_of(json.loads(searcher.doc(address).get_first("record") or b""))


def _year(iri: str) -> str:
    """The year of the act, which its address has."""
    parts = iri.split("/")
    return parts[5][:4] if len(parts) > 5 else ""


def _sound(folder: Path) -> bool:
    if not (folder / "meta.json").is_file():
        return False
    try:
        tantivy.Index.open(str(folder))
    except ValueError:
        return False
    return True


def _remove(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder)
    elif folder.exists():
        folder.unlink()


def _batched(keys: Sequence[tuple[str, str]], size: int) -> Iterator[Sequence[tuple[str, str]]]:
    for start in range(0, len(keys), size):
        yield keys[start : start + size]
