"""Law-as-git Markdown: one paragraph a line, headings marked with number signs."""

from __future__ import annotations

import re

from saralau.documents.assembly import Assembly

_HEADING = re.compile(r"(#{1,6})[ \t]+")
_ANCHOR = re.compile(r"""<a\s+(?:id|name)\s*=\s*["']?([^"'>\s]+)["']?\s*>\s*(?:</a>)?""")


def read_markdown(raw: str, name: str) -> Assembly:
    """Reads every line of `raw`; number signs and anchors are mark-up, everything else is text."""
    assembly = Assembly()
    position = 0
    for line in raw.splitlines(keepends=True):
        start, end = position, position + len(line)
        position = end
        heading = _HEADING.match(line)
        assembly.open_block(level=len(heading.group(1)) if heading else 0)
        start += heading.end() if heading else 0
        while anchor := _ANCHOR.match(raw, start, end):
            assembly.anchor(anchor.group(1))
            start = anchor.end()
        assembly.text(raw[start:end], start, end - start)
    return assembly
