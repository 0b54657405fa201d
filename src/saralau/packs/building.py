"""From the YAML that people write to the JSON that ships: `python -m saralau.packs.building [--check]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from saralau.packs.checking import check
from saralau.packs.reading import read_yaml


def build(source: Path, target: Path) -> Iterator[tuple[Path, str]]:
    """Each JSON file that belongs under `target` with its text, from the YAML files under `source`, checked."""
    for path in sorted(source.rglob("*.yaml")):
        data, lines = read_yaml(path)
        checked = check(data, str(path), lines)
        place = (target / path.relative_to(source)).with_name(path.name.removesuffix(".yaml") + ".json")
        yield place, json.dumps(checked, ensure_ascii=False, separators=(",", ":")) + "\n"


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
