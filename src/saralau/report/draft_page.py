"""The consequences of a draft as a page: its sections, what needs a look marked, nothing loaded from anywhere."""

from __future__ import annotations

from saralau.drafts.impact import Impact
from saralau.messages import say
from saralau.report.draft_findings import Linted
from saralau.report.draft_told import title, told_sections
from saralau.report.page import drawn


def impact_page(told: Impact, found: Linted, code: str) -> str:
    """The page as HTML, in the language `code`."""
    return drawn(
        "draft.html",
        code,
        title=title(told, code),
        sections=told_sections(told, found, code),
        limits=say("draft-limits", code),
    )
