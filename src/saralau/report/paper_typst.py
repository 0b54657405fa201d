"""A paper as Typst source. Every word of it stands in a string of the code mode, where no sign means anything but itself.

Nothing is read from files: pictures stand in the source as strings too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from saralau.messages import say
from saralau.report.paper import (
    FEW_ROWS,
    Block,
    Bullets,
    Cell,
    Figure,
    Heading,
    Item,
    Note,
    Paper,
    Paragraph,
    Run,
    Table,
    Text,
    as_read,
    basis_rows,
    clean,
    file_language,
    plain,
    running_head,
    runs,
    say_figure,
    say_table,
)

FONT = "Libertinus Serif"  # comes with typst, has every Kazakh letter, and the signs of the matrix
_SHADES = {"good": "#dcebdd", "fair": "#eaf1dc", "poor": "#f8edcf", "bad": "#f5dcd8", "mark": "#ececec"}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LONG = 1200  # letters of a cell from which on its row may break over pages
_SMALL = 5  # columns from which on a table has smaller letters


def string(words: str) -> str:
    """A string literal of Typst that stands for exactly these words."""
    return '"' + "".join(_ESCAPES.get(sign, sign) for sign in words) + '"'


def typst_source(paper: Paper) -> str:
    """The whole document. It imports nothing and reads nothing."""
    return "\n".join(_document(paper)) + "\n"


def _document(paper: Paper) -> Iterator[str]:
    paper = as_read(paper)
    code = paper.lang
    language, _, region = file_language(code).partition("-")
    year, month, day = paper.basis.day.split("-")
    date = f"datetime(year: {int(year)}, month: {int(month)}, day: {int(day)})"
    title = string(clean(f"{paper.kind}. {paper.title}"))
    yield f'#set document(title: {title}, author: "Saralau", date: {date})'
    yield f"#set text(font: {string(FONT)}, size: 11pt, lang: {string(language)}, region: {string(region)})"
    above, below = map(_said, running_head(paper))
    page = say("paper-page", code, page=_HERE, pages=_LAST)
    footer = _joined(page, {_HERE: "str(here().page())", _LAST: "str(counter(page).final().first())"})
    yield _PAGE.format(flipped="true" if paper.wide else "false", above=above, below=below, footer=footer)
    yield _STYLES
    yield _opening(paper)
    rows = [f"[#{string(clean(label))}], [#{string(clean(value))}]" for label, value in basis_rows(paper)]
    yield f"#basis(({', '.join(f'({row})' for row in rows)},))"
    tables = figures = 0
    for block in paper.blocks:
        tables, figures = tables + isinstance(block, Table), figures + isinstance(block, Figure)
        yield _block(block, paper, figures if isinstance(block, Figure) else tables)
    yield _closing(code)


_HERE, _LAST, _YEAR = "\ue000", "\ue001", "\ue002"  # stand in a message for what Typst puts there

_PAGE = """\
#set page(
  paper: "a4", flipped: {flipped},
  margin: (left: 25mm, right: 15mm, top: 24mm, bottom: 20mm),
  header: context if here().page() > 1 {{
    set text(size: 8pt, fill: rgb("#444444")); set par(justify: false, leading: 0.45em)
    block(width: 100%, stroke: (bottom: 0.4pt + rgb("#888888")), inset: (bottom: 3pt))[#{above} #linebreak() #{below}]
  }},
  footer: context align(center, text(size: 8.5pt, fill: rgb("#444444"), {footer})),
)"""

_STYLES = """\
#show regex("[●◕◑○]"): set text(font: "DejaVu Sans Mono")  // the other font draws ◕ as a quarter
#set par(justify: true, leading: 0.62em, spacing: 0.85em)
#set heading(numbering: "1.1.")
#show title: set text(size: 15pt, weight: 600)
#show heading: set par(justify: false)
#show heading: set block(above: 1.4em, below: 0.8em, sticky: true)
#show heading.where(level: 1): set text(size: 13pt)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 3): set text(size: 11pt, style: "italic")
#set list(indent: 0.4em, body-indent: 0.6em, spacing: 0.6em, marker: ([–], [•], [–]))
#set table(stroke: 0.5pt + rgb("#777777"), inset: (x: 5pt, y: 4.5pt))
#show table: set par(justify: false)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: it => block(sticky: true, width: 100%, below: 0.6em, align(left, it))
#show figure.caption: set text(size: 10pt)
#show figure.caption: set par(justify: false)
#set figure.caption(position: top)
#let basis(rows) = {
  set text(size: 9.5pt)
  set grid(stroke: (bottom: 0.4pt + rgb("#999999")), inset: (x: 3pt, y: 3.5pt))
  grid(columns: (5cm, 1fr), ..rows.map(row => (text(fill: rgb("#444444"), row.at(0)), row.at(1))).flatten())
  v(0.4em)
}
#let note(serious, label, body) = block(
  width: 100%, breakable: true, inset: (left: 9pt, right: 7pt, y: 6pt), spacing: 0.85em,
  stroke: (left: 2.2pt + if serious { rgb("#a8321f") } else { rgb("#7a7a7a") }),
  fill: if serious { rgb("#fbeeeb") } else { rgb("#f4f4f4") },
)[#set par(justify: false); #strong(label) #body]
#let blank(width) = box(width: width, height: 0.9em, stroke: (bottom: 0.5pt))
#let marked(body) = strong(underline(body))
"""


def _opening(paper: Paper) -> str:
    """Number and day at the left, the addressee at the right, then kind and title."""
    code = paper.lang
    number = _joined(say("paper-number", code, blank=_HERE), {_HERE: "blank(3cm)"})
    wide = {_HERE: "blank(0.9cm)", _LAST: "blank(2.6cm)", _YEAR: "blank(0.8cm)"}
    dated = _joined(say("paper-dated", code, day=_HERE, month=_LAST, year=_YEAR), wide)
    addressee = say("paper-addressee", code)
    return (
        f"#grid(columns: (1fr, 7.4cm), gutter: 6mm, [#({number}) #linebreak() #v(0.2em) #({dated})], "
        f"[#{_said(addressee)} #blank(100% - 1.6cm) #linebreak() #blank(100%) #linebreak() #blank(100%)])\n"
        f"#v(1.2em)\n#align(center)[#set par(justify: false, leading: 0.6em)\n"
        f'#text(size: 10.5pt, tracking: 0.06em, fill: rgb("#444444"), upper({_said(paper.kind)}))\n\n'
        f"#block(above: 0.9em, title[#{_said(paper.title)}])]\n#v(0.6em)"
    )


def _joined(words: str, filled: dict[str, str]) -> str:
    """An expression: words, with an expression of Typst in place of each sign."""
    return " + ".join(filled.get(part) or string(part) for part in re.split(f"([{''.join(filled)}])", words) if part)


def _closing(code: str) -> str:
    """Lines for post, signature and name; who prepared it and the telephone."""
    names = [_said(say(f"paper-signature-{name}", code)) for name in ("post", "sign", "name")]
    under = ", ".join(f"align(center, text(size: 8pt, {name}))" for name in names)
    return (
        "#v(2.2em)\n#block(breakable: false, width: 100%)[#grid(columns: (1.3fr, 0.9fr, 1.2fr), column-gutter: 6mm, "
        f"row-gutter: 2pt, blank(100%), blank(100%), blank(100%), {under})\n#v(0.8em)\n#set text(size: 9.5pt)\n"
        f"#{_said(say('paper-executor', code))} #blank(6cm) #h(4mm) #{_said(say('paper-phone', code))} #blank(3.5cm)]"
    )


def _block(block: Block, paper: Paper, number: int) -> str:
    code = paper.lang
    if isinstance(block, Heading):
        return f"#heading(level: {block.level}, {_said(block.text)})"
    if isinstance(block, Paragraph):
        inside = (
            f"block({_content(block.text, code)}, sticky: true)" if block.leads else f"par({_content(block.text, code)})"
        )
        return f"#{inside}"
    if isinstance(block, Note):
        label = say("paper-serious" if block.serious else "paper-note", code)
        serious = "true" if block.serious else "false"
        return f"#note({serious}, {_said(label + '.')}, {_content(block.text, code)})"
    if isinstance(block, Bullets):
        return f"#{_list(block.items, code)}"
    if isinstance(block, Figure):
        picture = f'image(bytes({string(block.svg)}), format: "svg", width: 100%, alt: {string(clean(block.alt))})'
        return _figure(picture, "image", say_figure(number, block.caption, code))
    return _table(block, number, code)


def _list(items: tuple[Item, ...], code: str) -> str:
    entries = []
    for item in items:
        below = f" + {_list(item.below, code)}" if item.below else ""
        entries.append(f"list.item({_content(item.text, code)}{below})")
    return f"list({', '.join(entries)})"


def _table(of: Table, number: int, code: str) -> str:
    width = len(of.columns)
    columns = ", ".join(f"{column.share}fr" for column in of.columns)
    aligns = ", ".join("right" if column.numbers else "left" for column in of.columns)
    heads = ", ".join(
        f"table.cell(align: {'right' if column.numbers else 'left'} + bottom, strong({_said(column.head)}))"
        for column in of.columns
    )
    rows = ",\n  ".join(_row(row, width, code) for row in of.rows)
    size = "8.5pt" if width >= _SMALL else "9.5pt"
    body = (
        f"{{ set text(size: {size}); table(columns: ({columns},), align: ({aligns},), "
        f'fill: (x, y) => if y == 0 {{ rgb("#e4e7ea") }},\n  table.header({heads}),\n  {rows}) }}'
    )
    note = f"\n#text(size: 9pt, par({_content(of.note, code)}))" if of.note else ""
    figure = _figure(body, "table", say_table(number, of.caption, code))
    if len(of.rows) <= FEW_ROWS:
        figure = f"#block(breakable: false, width: 100%)[{figure}]"
    return figure + note


def _row(row: tuple[Cell, ...], width: int, code: str) -> str:
    if len(row) == 1 and width > 1:
        head = f'table.cell(colspan: {width}, fill: rgb("#f2f3f4"), strong({_content(row[0].text, code)}))'
        return f"table.header(level: 2, repeat: false, {head})"
    whole = all(len(plain(cell.text)) < _LONG for cell in row)
    return ", ".join(_cell(cell, code, whole=whole) for cell in row)


def _cell(cell: Cell, code: str, *, whole: bool) -> str:
    """A cell; in a row that stays `whole` it does not break over pages."""
    shade = f"fill: rgb({string(_SHADES[cell.tone])}), " if cell.tone else ""
    return f"table.cell({shade}breakable: {'false' if whole else 'true'}, {_content(cell.text, code)})"


def _figure(body: str, kind: str, caption: str) -> str:
    """A figure whose caption carries its number in words of the language, so that Typst adds none."""
    return f"#figure({body}, kind: {kind}, supplement: none, numbering: none, caption: {_said(caption)})"


def _content(text: Text, code: str) -> str:
    """A text as content of the code mode."""
    return " + ".join(_run(one, code) for one in runs(text)) or "[]"


def _run(run: Run, code: str) -> str:
    words = _said(run.words)
    if run.lang is not None and run.lang != code:
        words = f"text(lang: {string(run.lang)}, {words})"
    if run.marked:
        words = f"marked({words})"
    return f"strong({words})" if run.strong else f"[#{words}]"


def _said(words: str) -> str:
    """Words as an expression, cleaned."""
    return string(clean(words))
