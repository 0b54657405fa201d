"""A treaty against codes as a Word document: counts, a matrix, then the gaps by weight with what closes them.

python-docx writes it; it comes with the extra `docs`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from docx import Document
from docx.document import Document as Written

from saralau.messages import say
from saralau.report.coverage import counts, heading, notices, overall, reasons, source, status
from saralau.report.coverage_compared import column, demanded_lines, pairs, shifted_lines
from saralau.treaties.covering import NOT_COVERED, ONLY_IF, STATUSES, Coverage, ObligationCoverage, ScenarioCoverage

_MOST = 6
_WEIGHT = {NOT_COVERED: 0, ONLY_IF: 1}  # what is not punished at all weighs more than what asks too much


def coverage_docx(found: Sequence[Coverage], code: str) -> bytes:
    """The document in the language `code`, as bytes of a DOCX file."""
    document = Document()
    document.add_heading(found[0].treaty.titles[code], 0)
    for one in found:
        document.add_heading(heading(one, code), 1)
        document.add_paragraph(counts(one, code))
        for notice in notices(one, code):
            document.add_paragraph(notice)
        for line in overall(one, code):
            document.add_paragraph(line, style="List Bullet")
        for number, line in enumerate(demanded_lines(one, code)):
            document.add_paragraph(line, style="List Bullet" if number else None)
    for before, after in pairs(found):
        for number, line in enumerate(shifted_lines(before, after, code)):
            document.add_paragraph(line.strip(), style="List Bullet" if number else None)
    _matrix(document, found, code)
    for one in found:
        document.add_heading(say("cover-findings", code) + ": " + heading(one, code), 1)
        for row, scenario in _gaps(one):
            label = f"{source(row.obligation.source)}, {scenario.scenario.label[code]} – {status(scenario.status, code)}"
            document.add_heading(label, 2)
            for reason in reasons(scenario, one, row, code, _MOST):
                document.add_paragraph(reason, style="List Bullet")
    document.add_paragraph(say("cover-limits", code))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _gaps(found: Coverage) -> Iterator[tuple[ObligationCoverage, ScenarioCoverage]]:
    """Scenarios that are not covered, the weightiest first, else in the order of the treaty."""
    rows = [(row, one) for row in found.obligations for one in row.scenarios if one.status in _WEIGHT]
    yield from sorted(rows, key=lambda gap: _WEIGHT[gap[1].status])


def _matrix(document: Written, found: Sequence[Coverage], code: str) -> None:
    table = document.add_table(rows=1, cols=2 + len(found))
    table.style = "Light Grid Accent 1"
    titles = [say("cover-article", code), say("cover-scenario", code), *(column(one, found, code) for one in found)]
    for cell, words in zip(table.rows[0].cells, titles, strict=True):
        cell.text = words
    for at, row in enumerate(found[0].obligations):
        for number, one in enumerate(row.scenarios):
            told = [other.obligations[at].scenarios[number].status for other in found]
            marks = [_MARKS[STATUSES.index(name)] for name in told]
            texts = [source(row.obligation.source), one.scenario.label[code], *marks]
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    legend = "; ".join(f"{mark} – {status(name, code)}" for mark, name in zip(_MARKS, STATUSES, strict=True))
    document.add_paragraph(legend)


_MARKS = ("●", "◕", "◑", "○", "?")
