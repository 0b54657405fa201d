"""Markdown: law kept in git, one paragraph a line or paragraphs broken into lines, headings marked with number signs."""

from __future__ import annotations

import re

from saralau.documents.assembly import Assembly

_HEADING = re.compile(r"#{1,6}[ \t]+|#{2,6}(?=[^\W\d_])")  # some converters forget the blank
_ANCHOR = re.compile(r"""<a\s+(?:id|name)\s*=\s*["']?([^"'>\s]+)["']?\s*>\s*(?:</a>)?""")
_BOLD = re.compile(r"(?:\*\*|__)(?=\S)([^*_\n]{1,400})(?<=\S)(?:\*\*|__)[ \t]*(?:\r?\n|$)")  # a whole line
_MARKER = re.compile(r"\s*(?:[0-9]+[a-z]?(?:-[0-9]+)*[.)]|\(?[^\W\d_]{1,4}\)|\([0-9]+[a-z]?\)|[-*+:|>])\s")
_WIDEST = 132  # characters of a line that was broken to fit a screen


def read_markdown(raw: str, name: str) -> Assembly:
    """Reads every line of `raw`; number signs and anchors are mark-up, everything else is text.

    A line goes on with the one before where CommonMark says so and that one was broken to fit a screen.
    """
    assembly = Assembly()
    position = 0
    before = ""  # the line before, if another may go on with it
    for line in raw.splitlines(keepends=True):
        start, end = position, position + len(line)
        position = end
        heading = _HEADING.match(line)
        if not (before and not heading and _goes_on(before, line)):
            assembly.open_block(level=heading.group().count("#") if heading else 0)
        before = line if line.strip() and not heading else ""
        start += heading.end() if heading else 0
        if bold := _BOLD.match(raw, start, end):
            assembly.text(bold.group(1), bold.start(1), len(bold.group(1)), bold=True)
            start = end
        while anchor := _ANCHOR.match(raw, start, end):
            assembly.anchor(anchor.group(1))
            start = anchor.end()
        if start < end:
            assembly.text(raw[start:end], start, end - start)
    return assembly


def _goes_on(before: str, line: str) -> bool:
    return bool(line.strip()) and len(before) <= _WIDEST and len(line) <= _WIDEST and not _MARKER.match(line)
