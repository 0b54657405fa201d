"""The peers for references, in an environment of their own, on texts of the kind for which each is made.

Run as a program: `peer_citations.py eyecite|refex FILE RUNS` prints version, references and best time in seconds, and, with
`--spans`, each reference as `start end`. Never imported by the package.
"""

import sys
import time
from importlib.metadata import version
from pathlib import Path


def eyecite(text: str) -> list[tuple[int, int]]:
    """Citations of cases and statutes of the United States."""
    from eyecite import get_citations  # type: ignore[import-not-found]

    return [citation.span() for citation in get_citations(text)]


def refex(text: str) -> list[tuple[int, int]]:
    """Citations in German decisions; the way in which its makers call it."""
    from refex.orchestrator import CitationExtractor  # type: ignore[import-not-found]

    return [(found.span.start, found.span.end) for found in CitationExtractor().extract(text, fmt="text").citations]


PEERS = {"eyecite": (eyecite, "eyecite"), "refex": (refex, "legal-reference-extraction")}

if __name__ == "__main__":
    (find, package), text, best = PEERS[sys.argv[1]], Path(sys.argv[2]).read_text("utf-8"), float("inf")
    found: list[tuple[int, int]] = []
    for _ in range(int(sys.argv[3])):
        start = time.perf_counter()
        found = find(text)
        best = min(best, time.perf_counter() - start)
    print(package, version(package), len(found), best)
    if "--spans" in sys.argv:
        print("\n".join(f"{first} {last}" for first, last in found))
