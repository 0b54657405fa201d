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
        _listed(document, demanded_lines(one, code))
    for before, after in pairs(found):
        _listed(document, shifted_lines(before, after, code))
    _matrix(document, found, code)
    for one in found:
        document.add_heading(say("cover-findings", code) + ": " + heading(one, code), 1)
        for row, scenario in _gaps(one):
            name = f"{row.obligation.label[code]}: {scenario.scenario.label[code]}"
            document.add_heading(f"{source(scenario.scenario.source)} {name} – {status(scenario.status, code)}", 2)
            for reason in reasons(scenario, one, row, code, _MOST):
                document.add_paragraph(reason, style="List Bullet")
    document.add_paragraph(say("cover-limits", code))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _gaps(found: Coverage) -> Iterator[tuple[ObligationCoverage, ScenarioCoverage]]:
    """Scenarios that are not covered: those that no reservation takes out first, then the weightier, as in the treaty."""
    rows = [(row, one) for row in found.obligations for one in row.scenarios if one.status in _WEIGHT]
    yield from sorted(rows, key=lambda gap: (gap[1].scenario.reservable is not None, _WEIGHT[gap[1].status]))


def _listed(document: Written, lines: Iterator[str]) -> None:
    """A sentence and, as a list below it, what it announces."""
    for number, line in enumerate(lines):
        document.add_paragraph(line.strip(), style="List Bullet" if number else None)


def _matrix(document: Written, found: Sequence[Coverage], code: str) -> None:
    legend = "; ".join(f"{mark} – {status(name, code)}" for mark, name in zip(_MARKS, STATUSES, strict=True))
    document.add_paragraph(legend)
    table = document.add_table(rows=1, cols=2 + len(found))
    table.style = "Light Grid Accent 1"
    titles = [say("cover-article", code), say("cover-scenario", code), *(column(one, found, code) for one in found)]
    for cell, words in zip(table.rows[0].cells, titles, strict=True):
        cell.text = words
    for at, row in enumerate(found[0].obligations):
        for number, one in enumerate(row.scenarios):
            marks = [_mark(other.obligations[at].scenarios[number]) for other in found]
            texts = [source(one.scenario.source), f"{row.obligation.label[code]}: {one.scenario.label[code]}", *marks]
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text


def _mark(one: ScenarioCoverage) -> str:
    """The sign of a status, with the provisions that punish the scenario, or would."""
    by = [provision.address.printed for provision in one.punishing] or [told.address.printed for told in one.conditions[:2]]
    return " ".join((_MARKS[STATUSES.index(one.status)], ", ".join(dict.fromkeys(by)))).strip()


_MARKS = ("●", "◕", "◑", "○", "?")
