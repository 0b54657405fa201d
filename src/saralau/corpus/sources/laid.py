"""From paths of one place (a folder, an archive) to the texts in it, as the place is laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Protocol, TypeAlias

from saralau.corpus.sources.layouts import Placed, Text, arrange
from saralau.corpus.sources.model import Aside, Found, Item
from saralau.corpus.sources.telling import Said, named_in, read_front, read_meta, title_in, work_told
from saralau.corpus.units import Hints
from saralau.documents.reading import KNOWN
from saralau.messages import InputError

Known: TypeAlias = Callable[[str, str], bool]  # whether what lies at a path had this stamp when it was last read
_DOCUMENTS = frozenset(KNOWN) - {".zip"}


class Place(Protocol):
    """Where files lie. Paths are as `arrange` takes them."""

    def called(self, path: str) -> str:
        """The path's name among sources."""

    def stamp(self, paths: Sequence[str]) -> str:
        """What differs if the bytes of one of these files may."""

    def content(self, path: str) -> bytes:
        """The bytes of a file, which is small. InputError if it cannot be read."""

    def item(self, path: str, stamp: str, text: Text, hints: Hints) -> Item:
        """A text that can be read elsewhere."""


def is_document(path: str) -> bool:
    """Whether a file's name is that of a format in which acts come, and not a hidden one's."""
    name = PurePosixPath(path)
    return name.suffix.lower() in _DOCUMENTS and not any(piece.startswith((".", "__")) for piece in name.parts)


def laid_out(place: Place, paths: Iterable[str], known: Known) -> Iterator[Found]:
    """The texts among some paths; what is told of an act is looked up only if one of its texts has changed."""
    acts, rest, indexes = arrange(paths)
    yield from map(Aside, indexes)
    for act in acts:
        yield from _texts(place, act, known)
    for path in rest:
        if is_document(path):
            stamp = place.stamp([path])
            yield place.item(path, stamp, Text(path), Hints())
        else:
            yield Aside(place.called(path))


def _texts(place: Place, act: Placed, known: Known) -> Iterator[Item]:
    stamps = {}
    for code, text in sorted(act.texts.items()):
        paths = [path for path in (text.main, *text.parts, act.meta) if path]
        stamps[code] = text, place.stamp(paths), text.main or text.parts[0]
    changed = any(not known(place.called(path), stamp) for _, stamp, path in stamps.values())
    hints = _hints(place, act) if changed else {}
    for code, (text, stamp, path) in stamps.items():
        yield place.item(path, stamp, text, hints.get(code, Hints(language=code)))


def _hints(place: Place, act: Placed) -> dict[str, Hints]:
    """What is known of each of an act's texts from where they lie."""
    contents = {code: _content(place, text.main) for code, text in act.texts.items()}
    said = read_meta(_content(place, act.meta)) if act.meta else Said()
    return hints_of(act, said, contents, "")


def hints_of(act: Placed, said: Said, contents: dict[str, bytes], first: str) -> dict[str, Hints]:
    """Hints for the texts of an act by language: `contents` are its newest ones, `first` the day of its first edition."""
    if not said.requisite:
        said = next((front for front in map(read_front, contents.values()) if front.requisite), said)
    titles = {code: said.titles.get(code) or title_in(content) for code, content in contents.items()}
    whole = replace(said, titles={code: title for code, title in titles.items() if title})
    headings = () if said.requisite else (named_in(content, code) for code, content in contents.items())
    called = next(filter(None, headings), "") or work_told(whole, contents, first, act.code)
    any_title = next(iter(whole.titles.values()), act.code)
    return {
        code: Hints(called, titles[code] or any_title, said.editions.get(code, ""), code, repealed=said.repealed)
        if called
        else Hints(language=code)
        for code in contents
    }


def _content(place: Place, path: str) -> bytes:
    """The bytes of a file; none if it cannot be read, which whoever reads the text itself will say."""
    try:
        return place.content(path) if path else b""
    except InputError:
        return b""
