"""The address of an amending act, which a note names by date and number alone."""

from __future__ import annotations

from saralau.amendments.model import Amendment
from saralau.citations.works import Work, work_iri


def law_iri(amendment: Amendment, work: Work | None) -> str | None:
    """The IRI of the act that amends `work`, in its jurisdiction; a ruling is a judgment. None for an unknown act."""
    if work is None:
        return None
    kind = "judgment" if amendment.action == "ruled" else "law"
    return work_iri(work.iri.split("/")[2], kind, amendment.date, amendment.number)
