"""Markdown: law kept in git, one paragraph a line or paragraphs broken into lines, headings marked with number signs."""

from __future__ import annotations

import re

from saralau.documents.assembly import Assembly

_HEADING = re.compile(r"#{1,6}[ \t]+|#{2,6}(?=[^\W\d_])")  # some converters forget the blank
_ANCHOR = re.compile(r"<a\s[^<>\n]{0,400}>|</a>")
_NAME = re.compile(r"""\s(?:id|name)\s{0,9}=\s{0,9}["']?([^"'>\s/]+)""")
_BOLD = re.compile(r"(?:\*\*|__)(?=\S)([^*_\n]{1,400})(?<=\S)(?:\*\*|__)[ \t]*(?:\r?\n|$)")  # a whole line
_ITALIC = re.compile(r"\*(?=[^\s*])([^*\n]+)(?<=\S)\*[ \t]*(?:\r?\n|$)")  # a whole line
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_FRONT = re.compile(r"---[ \t]*\r?\n(?:[^\n]{0,2000}\n){0,200}?---[ \t]*(?:\r?\n|$)")  # what converters say of the text
_MARKER = re.compile(r"\s*(?:[0-9]+[a-z]?(?:-[0-9]+)*[.)]|\(?[^\W\d_]{1,4}\)|\([0-9]+[a-z]?\)|[-*+:|>])\s")
_WIDEST = 132  # characters of a line that was broken to fit a screen


def read_markdown(raw: str, name: str) -> Assembly:
    """Reads every line of `raw`; number signs, anchors, marks of quotation and emphasis are mark-up, all else is text.

    A line goes on with the one before where CommonMark says so and that one was broken to fit a screen. What is both quoted
    and emphasised, as editors' notes are, is a note. Keys between lines of three hyphens above a text are not of it.
    """
    assembly = Assembly()
    front = _FRONT.match(raw)
    position = front.end() if front else 0
    before = ""  # the line before, if another may go on with it
    for line in raw[position:].splitlines(keepends=True):
        start, end = position, position + len(line)
        position = end
        heading = _HEADING.match(line)
        if not (before and not heading and _goes_on(before, line)):
            assembly.open_block(level=heading.group().count("#") if heading else 0)
        before = line if line.strip() and not heading else ""
        start += heading.end() if heading else 0
        quoted = _QUOTE.match(raw, start, end)
        start = quoted.end() if quoted else start
        inside = _emphasised(raw, start, end)
        if inside is None:
            _words(assembly, raw, start, end)
        else:
            words, bold = inside
            _words(assembly, raw, *words.span(1), note=quoted is not None and not bold, bold=bold)
    return assembly


def _emphasised(raw: str, start: int, end: int) -> tuple[re.Match[str], bool] | None:
    """What stands inside the marks that emphasise a whole line, and whether they make it bold."""
    while raw[start : start + 1] in (" ", "\t"):
        start += 1
    if bold := _BOLD.match(raw, start, end):
        return bold, True
    italic = _ITALIC.match(raw, start, end)
    return None if italic is None else (italic, False)


def _words(assembly: Assembly, raw: str, start: int, end: int, *, note: bool = False, bold: bool = False) -> None:
    """Hands on a stretch of the source without the anchors in it."""
    for anchor in _ANCHOR.finditer(raw, start, end):
        if start < anchor.start():
            assembly.text(raw[start : anchor.start()], start, anchor.start() - start, note=note, bold=bold)
        if name := _NAME.search(anchor.group()):
            assembly.anchor(name.group(1))
        start = anchor.end()
    if start < end:
        assembly.text(raw[start:end], start, end - start, note=note, bold=bold)


def _goes_on(before: str, line: str) -> bool:
    return bool(line.strip()) and len(before) <= _WIDEST and len(line) <= _WIDEST and not _MARKER.match(line)
