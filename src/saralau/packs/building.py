"""From the YAML that people write to the JSON that ships: `python -m saralau.packs.building [--check]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from saralau.packs.checking import check
from saralau.packs.loading import PackError

Lines = Mapping[tuple[str | int, ...], int]


def read_yaml(path: Path) -> tuple[Any, Lines]:
    """The data of a YAML 1.2 file (so `on` and `no` are words) and the line, from 1, of each path in it."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    try:
        loaded = YAML(typ="rt", pure=True).load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, RecursionError) as flaw:
        raise PackError("file-refused", name=path, why=flaw) from None
    except MarkedYAMLError as flaw:
        line = flaw.problem_mark.line + 1 if flaw.problem_mark else 1
        raise PackError("pack-not-yaml", name=path, line=line, why=flaw.problem or flaw) from None
    lines: dict[tuple[str | int, ...], int] = {}
    return _plain(loaded, (), lines, set(), path), lines


def build(source: Path, target: Path) -> Iterator[tuple[Path, str]]:
    """Each JSON file that belongs under `target` with its text, from the YAML files under `source`, checked."""
    for path in sorted(source.rglob("*.yaml")):
        data, lines = read_yaml(path)
        checked = check(data, str(path), lines)
        place = (target / path.relative_to(source)).with_name(path.name.removesuffix(".yaml") + ".json")
        yield place, json.dumps(checked, ensure_ascii=False, separators=(",", ":")) + "\n"


def _plain(node: Any, at: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], seen: set[int], path: Path) -> Any:
    """Ordinary dictionaries and lists, with the line of every key and item noted on the way."""
    places: Any = getattr(node, "lc", None)  # ruamel's dictionaries and lists know their lines
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


def main(arguments: list[str]) -> int:
    """Writes the JSON, or with --check tells what is out of date; 1 if anything is."""
    here = Path(__file__).resolve()
    source, target = here.parents[3] / "packs", here.parent / "data"
    stale = 0
    built = set()
    for place, text in build(source, target):
        built.add(place)
        if place.is_file() and place.read_text("utf-8") == text:
            continue
        stale += 1
        if "--check" not in arguments:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
        print(("out of date: " if "--check" in arguments else "written: ") + str(place.relative_to(target)))
    for place in sorted(set(target.rglob("*.json")) - built):
        stale += 1
        if "--check" not in arguments:
            place.unlink()
        print(f"without a source: {place.relative_to(target)}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
