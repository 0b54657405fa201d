"""Peers for reading: the words of one file by the library that most people would take, in an environment of its own.

Run as a program: `peer_readers.py FILE RUNS` prints the library, its version and the best time in seconds. A peer gives
words only: no places in the file, no notes, no structure, no proof that nothing was lost. Never imported by the package.
"""

import io
import sys
import time
from importlib.metadata import version
from pathlib import Path


def html(data: bytes) -> str:
    """Beautiful Soup over lxml."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(data, "lxml").get_text("\n")


def docx(data: bytes) -> str:
    """python-docx, paragraphs of the body."""
    from docx import Document  # type: ignore[import-not-found]

    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)


def pdf(data: bytes) -> str:
    """pdfplumber, lines by place."""
    import pdfplumber  # type: ignore[import-not-found]

    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


PEERS = {".html": ("beautifulsoup4", html), ".docx": ("python-docx", docx), ".pdf": ("pdfplumber", pdf)}

if __name__ == "__main__":
    file = Path(sys.argv[1])
    library, read = PEERS[file.suffix]
    content, best = file.read_bytes(), float("inf")
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        words = read(content)
        best = min(best, time.perf_counter() - start)
    print(library, version(library), best, len(words))
