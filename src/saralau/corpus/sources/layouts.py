"""How law is laid out in folders: which files are an act's texts, in which language, and what is said of it beside them.

Two ways are known. `rus/81.md`, `kaz/81.md`: a folder for a language, a file for an act. `<act>/rus.md`, `<act>/kaz.md`: a
folder for an act, a file for a language, which may be split into `rus/*.md`, and `meta.yaml` beside them. Languages are
called by codes of three letters or of two. Nothing is read here but the list of parts: a layout is told by names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from saralau.languages import available

_THREE = {"kaz": "kk", "rus": "ru", "eng": "en", "deu": "de", "ger": "de"}
_NUMBER = re.compile(r"[0-9]{1,12}")
_CODE = re.compile(r"(?:^|-)([0-9]{1,12})$")  # at the end of a folder's name
META = "meta.yaml"


@dataclass(slots=True)
class Text:
    """Paths of a text: its file, and the parts into which it is split."""

    main: str = ""
    parts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Placed:
    """An act: the folder or the number by which it is told, its code in the source, its texts by language."""

    key: str
    code: str
    texts: dict[str, Text] = field(default_factory=dict)
    meta: str = ""


def arrange(paths: Iterable[str]) -> tuple[list[Placed], list[str], list[str]]:
    """The acts among some paths (with "/" between names), in the order of their keys; other paths; indexes of acts."""
    files = sorted(set(paths))
    present = frozenset(files)
    acts: dict[str, Placed] = {}
    listing: set[str] = set()  # folders of a language that hold a file for an act
    rest = [path for path in files if not _place(path, present, acts, listing)]
    for act in acts.values():
        meta = f"{act.key}/{META}".lstrip("/")
        act.meta = meta if meta in present else ""
    metas = {act.meta for act in acts.values()}
    indexes = [path for path in rest if path in metas or str(PurePosixPath(path).parent) in listing]
    others = set(indexes)
    return [acts[key] for key in sorted(acts)], [path for path in rest if path not in others], indexes


def _place(path: str, present: frozenset[str], acts: dict[str, Placed], listing: set[str]) -> bool:
    """Whether a path belongs to an act's text, which then has it."""
    name = PurePosixPath(path)
    if name.suffix.lower() != ".md":
        return False
    if tongue := _tongue(name.stem):
        folder = _folder(name.parent)
        code = _CODE.search(name.parent.name)
        _act(acts, folder, code.group(1) if code else "").texts.setdefault(tongue, Text()).main = path
        return True
    tongue = _tongue(name.parent.name)
    if not tongue:
        return False
    above = name.parent.parent
    folder = _folder(above)
    if f"{name.parent}.md" in present or f"{folder}/{META}".lstrip("/") in present:
        code = _CODE.search(above.name)
        _act(acts, folder, code.group(1) if code else "").texts.setdefault(tongue, Text()).parts.append(path)
        return True
    if _NUMBER.fullmatch(name.stem):
        listing.add(str(name.parent))
        key = f"{folder}/{int(name.stem)}".lstrip("/")
        _act(acts, key, name.stem).texts.setdefault(tongue, Text()).main = path
        return True
    return False


def _act(acts: dict[str, Placed], key: str, code: str) -> Placed:
    return acts.setdefault(key, Placed(key, code))


def _folder(path: PurePosixPath) -> str:
    return "" if str(path) == "." else str(path)


def _tongue(name: str) -> str:
    """The language that a name of a file or folder is the code of; "" if of none."""
    code = _THREE.get(name, name)
    return code if code in available() else ""


_LINK = re.compile(rb"\]\((?:\./)?(?:[\w.-]+/)?([\w.-]+\.md)\)")
_BACK = re.compile(rb"[^\n]{0,80}\[[^\]\n]{0,200}\]\(\.\./[\w.-]+\.md\)[^\n]{0,20}\n")
_DIGITS = re.compile(r"(\d+)")


def join(main: bytes, parts: dict[str, bytes]) -> bytes:
    """A text from its file and its parts (by file name): in the order in which the file links to them, else in that of their
    names, annexes last. The list of parts is left out, and so are the links back to it.
    """
    if not parts:
        return main
    head, order = _head(main, frozenset(parts))
    ordered = [*order, *sorted(parts.keys() - set(order), key=_natural)]
    pieces = [head] if head.strip() else []
    for name in ordered:
        part = parts[name]
        back = _BACK.match(part)
        pieces.append(part[back.end() :] if back else part)
    return b"\n".join(piece if piece.endswith(b"\n") else piece + b"\n" for piece in pieces)


def _head(main: bytes, parts: frozenset[str]) -> tuple[bytes, list[str]]:
    """The file without its list of parts, and the parts in the order of that list."""
    lines = main.splitlines(keepends=True)
    linked: list[int] = []
    order: dict[str, None] = {}
    for at, line in enumerate(lines):
        found = [name for name in (link.decode("ascii", "replace") for link in _LINK.findall(line)) if name in parts]
        if found:
            linked.append(at)
            order.update(dict.fromkeys(found))
    if not linked:
        return main, []
    first = linked[0]
    above = next((at for at in range(first - 1, max(first - 12, -1), -1) if lines[at].startswith(b"#")), first)
    begin = above if lines[above].startswith(b"##") else first
    while begin == first and begin and lines[begin - 1].lstrip().startswith(b"|"):
        begin, first = begin - 1, first - 1  # the head of a table without a heading of its own
    return b"".join((*lines[:begin], *lines[linked[-1] + 1 :])), list(order)


def _natural(name: str) -> tuple[bool, list[tuple[int, str]]]:
    stem = name.removesuffix(".md")
    pieces = [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in _DIGITS.split(stem) if piece]
    return stem.startswith("an"), pieces
