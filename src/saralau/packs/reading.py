"""Reading YAML 1.2 with the line of every value, so that a mistake can be told with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from saralau.packs.refusing import PackError

Lines = Mapping[tuple[str | int, ...], int]
_DEEPEST = 200  # brackets that stand open at once; for each that does the reader looks at all others
_BRACKET = re.compile(r"[\[\]{}]")


def read_yaml(path: Path) -> tuple[Any, Lines]:
    """The data of a YAML 1.2 file (so `on` and `no` are words) and the line, from 1, of each path in it."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as flaw:
        raise PackError("file-refused", name=path, why=flaw) from None
    return read_yaml_text(text, path)


def read_yaml_text(text: str, path: Path) -> tuple[Any, Lines]:
    """The same of a text; `path` is how it is called where a mistake is told."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import RoundTripConstructor
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.reader import ReaderError

    class Constructor(RoundTripConstructor):
        """YAML 1.2 knows no dates: they stay words, for the reader of the file to judge."""

    Constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda constructor, node: constructor.construct_scalar(node))
    yaml = YAML(typ="rt", pure=True)
    yaml.Constructor = Constructor
    try:
        _bounded(text)
        loaded = yaml.load(text)
    except (RecursionError, ValueError, AttributeError) as flaw:  # too deep, too many digits, a mapping merged into itself
        raise PackError("file-refused", name=path, why=flaw) from None
    except MarkedYAMLError as flaw:
        line = flaw.problem_mark.line + 1 if flaw.problem_mark else 1
        raise PackError("pack-not-yaml", name=path, line=line, why=flaw.problem or flaw) from None
    except ReaderError as flaw:  # a character that YAML has not
        line = text.count("\n", 0, flaw.position) + 1
        raise PackError("pack-not-yaml", name=path, line=line, why=flaw.reason) from None
    lines: dict[tuple[str | int, ...], int] = {}
    return _plain(loaded, (), lines, set(), path), lines


def _bounded(text: str) -> None:
    """RecursionError for brackets in brackets beyond measure."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(depth - 1, 0)
        if depth > _DEEPEST:
            raise RecursionError(f"more than {_DEEPEST} brackets in each other")


def _plain(node: Any, at: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], seen: set[int], path: Path) -> Any:
    """Ordinary dictionaries and lists, with the line of every key and item noted on the way."""
    places: Any = getattr(node, "lc", None)  # ruamel's dictionaries and lists know their lines
    if places is not None and places.data is None and len(node):  # of a node with a tag of its own they do not
        raise PackError("pack-tagged", name=path, line=(places.line or 0) + 1)
    if places is not None:
        if id(node) in seen:  # aliases of aliases grow without bound
            raise PackError("pack-aliased", name=path, line=places.line + 1)
        seen.add(id(node))
    if isinstance(node, dict):
        for key in node:
            lines[*at, str(key)] = places.key(key)[0] + 1
        return {str(key): _plain(value, (*at, str(key)), lines, seen, path) for key, value in node.items()}
    if isinstance(node, list):
        for index in range(len(node)):
            lines[*at, index] = places.item(index)[0] + 1
        return [_plain(value, (*at, index), lines, seen, path) for index, value in enumerate(node)]
    return str(node) if isinstance(node, str) else node
