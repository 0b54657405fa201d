"""A file as an act: read, parsed, and refused in one sentence where it is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from saralau.acts.model import Act
from saralau.acts.parsing import parse_act
from saralau.documents import read
from saralau.languages import language
from saralau.messages import InputError


def read_act(path: str | Path, code: str | None = None, begin: Callable[[str], None] = lambda step: None) -> Act:
    """The act in the file at `path`; its language is detected unless `code` names it; `begin` hears "read" and "parse".

    Raises InputError of some kind, with one sentence for the user: for a file that cannot be read or has no text, a
    language unknown, a text without a single article.
    """
    begin("read")
    document = read(path)
    if not document.lines:
        raise InputError("file-without-text", name=document.source.name)
    begin("parse")
    act = parse_act(document, language(code) if code else None)
    if next(act.mains(), None) is None:
        raise InputError("act-without-articles", name=document.source.name, code=act.language.code)
    return act
