"""Plain text: a paragraph a line, or paragraphs broken into lines of equal length with blank lines between them."""

from __future__ import annotations

from saralau.documents.assembly import Assembly


def read_text(raw: str, name: str) -> Assembly:
    """Every line of `raw` as it stands; line ends of any kind, mixed or not. Nothing in a text is mark-up."""
    assembly = Assembly()
    position = 0
    for line in raw.splitlines(keepends=True):
        assembly.open_block()
        assembly.text(line, position, len(line))
        position += len(line)
    return assembly
