"""Which act of the lines of descent somebody means: by a pack's id, an address, a name, or a file that is its text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from saralau.acts import Act, identify, read_act
from saralau.citations.works import Work, register, work_named, work_of
from saralau.history import Lines, jurisdictions, lines_of
from saralau.languages import available, fold
from saralau.messages import InputError


def act_named(typed: str, jurisdiction: str | None) -> tuple[Lines, str, Act | None]:
    """The lines that have the act, its id there, and its text where a file was given.

    Raises InputError for an act that no line has, or a file that no pack recognises.
    """
    if not Path(typed).is_file():
        return (*act_called(typed, jurisdiction), None)
    text = read_act(Path(typed))
    ids = list(ids_of(text))
    if not ids:
        raise InputError("lineage-file-unknown", name=typed)
    return (*_found(ids, typed, _lines(jurisdiction)), text)


def act_called(typed: str, jurisdiction: str | None) -> tuple[Lines, str]:
    """The same where no file is meant: for the words of strangers."""
    every = _lines(jurisdiction)
    return _found([typed, *_called(typed, every), *_works(typed)], typed, every)


def _lines(jurisdiction: str | None) -> list[Lines]:
    return [lines_of(one) for one in ([jurisdiction] if jurisdiction else jurisdictions())]


def _found(candidates: list[str], typed: str, every: list[Lines]) -> tuple[Lines, str]:
    for name in candidates:
        for lines in every:
            if name in lines.acts:
                return lines, name
    known = ", ".join(name for lines in every for name in lines.acts)
    raise InputError("lineage-unknown-act", typed=typed, known=known)


def ids_of(text: Act) -> Iterator[str]:
    """The ids under which packs know a text."""
    if (work := work_of(text)) is not None and work.id:
        yield work.id
    if (identity := identify(text)) is not None:
        yield identity.slug


def _called(typed: str, every: list[Lines]) -> Iterator[str]:
    """Acts that the lines themselves name so, in any language."""
    for lines in every:
        yield from (name for name, labels in lines.acts.items() if fold(typed) in map(fold, labels.values()))


def _works(typed: str) -> Iterator[str]:
    """Works by address, portal id, title or short name; of several of one name, those in force first."""
    for language in available():
        if (work := work_named(typed, language)) is not None:
            yield work.id
        found = register(language)
        owners: list[Work] = []
        if found.named is not None and (match := found.named.fullmatch(fold(typed))) and match.lastindex:
            owners += found.owners[match.lastindex - 1]
        owners += [entry.work for entry in found.entries if fold(typed) in entry.titles]
        yield from (work.id for work in sorted(owners, key=lambda work: (work.repealed is not None, _reversed(work.date))))


def _reversed(date: str) -> tuple[int, ...]:
    """A key that sorts the latest day first."""
    return tuple(-int(piece) for piece in date.split("-"))
