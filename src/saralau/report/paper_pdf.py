"""A paper as PDF: tagged, for archives (PDF/A-2a) and for screen readers (PDF/UA-1). Typst sets it, offline.

typst comes with the extra `docs`; its own fonts are the only ones used, so that a paper looks the same everywhere.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from functools import cache
from typing import Literal

import typst

from saralau.report.paper import Paper
from saralau.report.paper_typst import FONT, string, typst_source

STANDARDS: tuple[Literal["ua-1", "a-2a"], ...] = ("ua-1", "a-2a")


def pdf(paper: Paper) -> bytes:
    """The document as bytes of a PDF file. A sign that the fonts do not have stands there by its number, [U+4E2D]."""
    source, made = typst_source(paper), datetime.fromisoformat(paper.basis.day).replace(tzinfo=UTC)
    try:
        return _compiled(source, made)
    except typst.TypstError as refusal:
        if "displayed" not in refusal.message and "private use" not in refusal.message:
            raise
    return _compiled("".join(one if _is_shown(one) else f"[U+{ord(one):04X}]" for one in source), made)


@cache
def _is_shown(sign: str) -> bool:
    """Whether the fonts have a sign: tried with Typst itself, which alone knows what its fonts have."""
    if sign.isascii():
        return True
    try:
        _compiled(f'#set document(title: "x")\n#set text(font: "{FONT}")\n#{string(sign)}', datetime(2000, 1, 1, tzinfo=UTC))
    except typst.TypstError:
        return False
    return True


def _compiled(source: str, made: datetime) -> bytes:
    """Compiled in an empty folder of its own, with no fonts of the machine and no packages."""
    with tempfile.TemporaryDirectory() as empty:
        data: bytes = typst.compile(  # type: ignore[call-overload]  # its stub wants one type for source and folders
            source.encode("utf-8"),
            root=empty,
            font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=True),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=list(STANDARDS),
            package_path=empty,
            package_cache_path=empty,
            timestamp=made,
        )
    return data
