"""Damage to acts: to the tree of an act before it is written in a format, and to the bytes of a file afterwards.

All of it is drawn from a `random.Random`, so that a seed repeats it.
"""

from __future__ import annotations

import io
import random
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from saralau.acts import Act, balance, parse_act, write_akn
from saralau.documents import Document
from saralau.documents.reading import read_bytes
from saralau.languages import detect, fold
from saralau.messages import InputError

from .writing import WRITERS, Block

HOSTILE = (
    "<", ">", "</p>", "<p>", "<!--", "-->", "&", "&#0;", "&lt", "&amp;amp;", "<![CDATA[", "]]>", "<?x", "\ufeff", "\u202e", "\u200b",
    "Статья 10.", "10-бап.", "Article 10.", "§ 10 x", "1.", "1)", "1-1)", "2-1.", "(i)", "–", "либо", "не", "or", "частью первой",
    "осы баптың", "part one", "<table><tr><td>", "#", "##", "исключен Законом", "алып тасталды", "Примечание.", "Ескертпе.", "Note.",
    "Сноска.", "Ескерту.", "Footnote.", "9" * 400, "(" * 200, "а, " * 200, "наказывается", "жазаланады", "is punishable", '"', "«", "”.",
)  # fmt: skip
_BYTES = (
    b"\x00",
    b"\xff",
    b"\xfe\xff",
    b"\r",
    b"\n",
    b"<",
    b">",
    b"&",
    b"PK\x03\x04",
    b"%PDF-",
    b"\x1b",
    b"\xc2",
    b"]]>",
    b"<!DOCTYPE",
)
_WRITABLE = tuple(words for words in HOSTILE if words.isprintable())
_TEXTUAL = ("html", "md", "txt", "broken.txt", "xml")  # in UTF-8, but "txt" at times


def damaged_tree(blocks: Sequence[Block], dice: random.Random) -> list[Block]:
    """The blocks with one to six damages: taken out, doubled, moved, cut, joined, set otherwise, hostile words put in."""
    out = list(blocks)
    for _ in range(dice.randint(1, 6)):
        if not out:
            return out
        at, to = dice.randrange(len(out)), dice.randrange(len(out))
        _DAMAGES[dice.randrange(len(_DAMAGES))](out, at, to, dice)
    return out


def _move(out: list[Block], at: int, to: int, dice: random.Random) -> None:
    out.insert(to, out.pop(at))


def _double(out: list[Block], at: int, to: int, dice: random.Random) -> None:
    out.insert(to, out[at])


def _remove(out: list[Block], at: int, to: int, dice: random.Random) -> None:
    del out[min(at, to) : min(at, to) + dice.choice((1, 1, 3, 20))]


def _join(out: list[Block], at: int, to: int, dice: random.Random) -> None:
    out[at] = replace(out[at], words=(*out[at].words, *out[to].words))


def _cut(out: list[Block], at: int, to: int, dice: random.Random) -> None:
    words = " ".join(out[at].words)
    place = dice.randrange(len(words) + 1)
    pieces = [piece.strip() for piece in (words[:place], words[place:]) if piece.strip()]
    out[at : at + 1] = [replace(out[at], words=(piece,)) for piece in pieces]


def _set(out: list[Block], at: int, to: int, dice: random.Random) -> None:
    out[at] = replace(out[at], level=dice.choice((0, 0, 1, 3, 6)), note=dice.random() < 0.3, bold=dice.random() < 0.3)


def _put(out: list[Block], at: int, to: int, dice: random.Random) -> None:
    hostile = dice.choice(HOSTILE)
    words = out[at].words[0]
    place = dice.choice((0, len(words), dice.randrange(len(words) + 1)))
    out[at] = replace(out[at], words=(words[:place] + hostile + words[place:], *out[at].words[1:]))


_DAMAGES: tuple[Callable[[list[Block], int, int, random.Random], None], ...] = (
    _move, _double, _remove, _join, _cut, _set, _put,
)  # fmt: skip


def damaged_bytes(data: bytes, format_: str, dice: random.Random) -> bytes:
    """The file with one to six damages to its bytes, or to its characters where it has such; an office document's parts too."""
    if format_ in ("docx", "odt") and dice.random() < 0.7:
        return _damaged_parts(data, dice)
    if format_ == "xml" and dice.random() < 0.4:
        return damaged_elements(data, dice)
    if format_ in _TEXTUAL and dice.random() < 0.7:
        return _damaged_text(data.decode("utf-8", "replace"), dice).encode("utf-8", "replace")
    out = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        if not out:
            break
        start, end, there = _places(len(out), dice)
        choice = dice.randrange(5)
        if choice == 0:
            del out[start:end]
        elif choice < 3:
            to = start if choice == 1 else there
            out[to:to] = out[start:end]
        elif choice == 3:
            out[start] = dice.randrange(256)
        else:
            out[start:start] = dice.choice(_BYTES)
    return bytes(out)


def _damaged_text(text: str, dice: random.Random) -> str:
    for _ in range(dice.randint(1, 6)):
        if not text:
            break
        start, end, there = _places(len(text), dice)
        choice = dice.randrange(4)
        if choice == 0:
            text = text[:start] + text[end:]
        elif choice < 3:
            to = start if choice == 1 else there
            text = text[:to] + (text[start:end] if choice == 1 else dice.choice(HOSTILE)) + text[to:]
        else:
            text = text[:there] + text[start:end] + text[there:]
    return text


def _places(length: int, dice: random.Random) -> tuple[int, int, int]:
    start = dice.randrange(length)
    return start, min(length, start + dice.choice((1, 1, 3, 20, 200, 2000))), dice.randrange(length)


def damaged_elements(data: bytes, dice: random.Random) -> bytes:
    """XML whose elements are taken out, doubled, moved, renamed, emptied or given each other's attributes; still well-formed."""
    root = etree.fromstring(data)
    for _ in range(dice.randint(1, 6)):
        elements = list(root.iter(etree.Element))[1:]
        if not elements:
            break
        element, other = dice.choice(elements), dice.choice(elements)
        choice = dice.randrange(7)
        if choice == 0:
            _take_out(element)
        elif choice == 1:
            element.addnext(deepcopy(element))
        elif choice == 2:
            element.append(deepcopy(other) if sum(1 for _ in other.iter()) < 500 else etree.Element("x"))
        elif choice == 3:
            element.tag = other.tag
        elif choice == 4:
            element.text = dice.choice(_WRITABLE)
        elif choice == 5:
            element.attrib.update(other.attrib)
        else:
            element.attrib.clear()
    return etree.tostring(root)


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _damaged_parts(data: bytes, dice: random.Random) -> bytes:
    """An office document packed again around one damaged part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice([name for name in parts if name.endswith(".xml")])
    parts[name] = damaged_elements(parts[name], dice) if dice.random() < 0.6 else damaged_bytes(parts[name], "xml", dice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part), content)
    return out.getvalue()


def read_or_refused(data: bytes, name: str) -> Act | None:
    """The act of a damaged file, its ledger found balanced; None if it was refused in a sentence that names the file."""
    try:
        document = read_bytes(data, name)
        act = parse_act(document)
    except InputError as refusal:
        assert name in str(refusal), f"the refusal does not name the file: {refusal}"
        return None
    ledger = balance(act)
    assert ledger.balanced, f"unassigned {ledger.unassigned}, doubled {ledger.doubled}"
    return act


def check_tree(blocks: Sequence[Block], format_: str) -> bool:
    """Writes damaged blocks, reads them: every visible character must be there, in order. False for no text at all."""
    expected = _visible("".join("".join(block.words) for block in blocks))
    if not expected:
        return False
    if format_ == "xml":
        return _check_akn(blocks)
    name = f"a.{format_}"
    document = read_bytes(WRITERS[format_](blocks), name)
    _nothing_lost(document, expected, format_)
    act = parse_act(document, detect(fold(document.text + "\nСтатья 1. А"), name))
    assert balance(act).balanced
    return True


def _check_akn(blocks: Sequence[Block]) -> bool:
    """An act written as Akoma Ntoso reads back with every visible character."""
    document = read_bytes(WRITERS["html"](blocks), "a.html")
    act = parse_act(document, detect(fold(document.text + "\nСтатья 1. А"), "a.html"))
    again = read_bytes(write_akn(act).encode(), "a.xml")
    shown, expected = (sorted(_visible(text)) for text in (again.text, document.text))
    assert shown == expected
    return True


def _nothing_lost(document: Document, expected: str, format_: str) -> None:
    """Every visible character is there and in order, save what the format itself cannot keep."""
    shown = _visible(document.text)
    if format_.endswith("pdf"):  # a typesetter turns words round and adds heads of its own; marks of direction are not set
        missing = Counter(char for char in expected if unicodedata.category(char) != "Cf") - Counter(shown)
        told = set("".join(document.running_heads))  # what damage doubled can stand where running heads do; it is told
        missing = Counter({char: count for char, count in missing.items() if char not in told})
        hyphens = missing.pop("-", 0)
        assert hyphens <= document.soft_hyphens, f"{format_}: {hyphens} hyphens, {document.soft_hyphens} left out"
        assert not missing, f"{format_}: {missing}"
        return
    if passing := _PASSING.get(format_):
        expected, shown = (text.translate(dict.fromkeys(map(ord, passing))) for text in (expected, shown))
    assert shown == expected, f"{format_}: {_first_difference(shown, expected)}"


# What hostile words turn into mark-up of the format, and hyphens at the end of a line, which may be the line's.
_PASSING = {"md": "#*_>", "broken.txt": "-\u2010"}


def _visible(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "")


def _first_difference(one: str, other: str) -> str:
    at = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"at {at}: {one[at : at + 40]!r} for {other[at : at + 40]!r}"
