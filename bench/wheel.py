"""What a wheel must hold, and what it must not: `python -m bench.wheel WHEEL [SAME]`.

The package as git has it, the examples and the licences; nothing else, no text of a law, no test. A second wheel, built
from the sdist, must hold the same files, byte for byte.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

MOVED = {"examples/cases/": "saralau/web/examples/", "docs/schemas/": "saralau/api/schemas/"}


def expected(tree: Path) -> set[str]:
    """Names inside the wheel, without its own `dist-info`, of the files that git has in `tree`."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=tree, capture_output=True, text=True, check=True).stdout
    names = set()
    for name in filter(None, listed.split("\0")):
        if name.startswith("src/saralau/") and not (tree / name).is_symlink():
            names.add(name.removeprefix("src/"))
        for folder, inside in MOVED.items():
            if name.startswith(folder):
                names.add(inside + name.removeprefix(folder))
    return names


def held(wheel: Path) -> dict[str, str]:
    """Checksums by name. RECORD, which lists the rest, is left out."""
    with zipfile.ZipFile(wheel) as archive:
        return {
            name: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if not name.endswith((".dist-info/RECORD", "/"))
        }


def differences(tree: Path, wheel: Path, same: Path | None) -> list[str]:
    """Sentences on what is wrong with the wheel; none if nothing is."""
    files = held(wheel)
    own = {name for name in files if not name.split("/")[0].endswith(".dist-info")}
    wanted = expected(tree)
    flaws = [f"not in the wheel: {name}" for name in sorted(wanted - own)]
    flaws += [f"should not be in the wheel: {name}" for name in sorted(own - wanted)]
    about = {name.split(".dist-info/")[1] for name in set(files) - own}
    needed = {"METADATA", "entry_points.txt", "licenses/LICENSE", "licenses/LICENSES.md", "licenses/packs/LICENSE"}
    flaws += [f"not in the wheel's own records: {name}" for name in sorted(needed - about)]
    if same is not None and (others := held(same)) != files:
        odd = sorted(name for name in files.keys() | others.keys() if files.get(name) != others.get(name))
        flaws.append(f"the wheel from the sdist differs in {', '.join(odd[:5])}")
    return flaws


if __name__ == "__main__":
    flaws = differences(
        Path(__file__).resolve().parents[1], Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None
    )
    for flaw in flaws:
        print(flaw, file=sys.stderr)
    sys.exit(bool(flaws))
