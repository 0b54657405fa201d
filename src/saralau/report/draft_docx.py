"""The consequences of a draft as a Word document. python-docx writes it; it comes with the extra `docs`."""

from __future__ import annotations

import io

from docx import Document

from saralau.drafts.impact import Impact
from saralau.messages import say
from saralau.report.draft_findings import Linted
from saralau.report.draft_told import title, told_sections


def impact_docx(told: Impact, found: Linted, code: str) -> bytes:
    """The document in the language `code`, as bytes of a DOCX file."""
    document = Document()
    document.add_heading(title(told, code), 0)
    for section in told_sections(told, found, code):
        document.add_heading(section.title, 1)
        if section.serious:
            document.add_paragraph().add_run(say("draft-serious", code)).bold = True
        for line in section.lines:
            document.add_paragraph(line, style="List Bullet")
    document.add_paragraph(say("draft-limits", code))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
