"""How much there is of everything: one row for each text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from saralau.acts import Kind
from saralau.corpus.analysis.model import PLACE, Analysis, Column, Row, Table
from saralau.corpus.analysis.subject import Subject

_COLUMNS = (
    *PLACE,
    Column("id", "VARCHAR", "how packs call the act; empty for an act that no pack knows"),
    Column("title", "VARCHAR", "the act's title in this language; empty if it is not known"),
    Column("name", "VARCHAR", "the file's name as it came"),
    Column("bytes", "BIGINT", "size of the file"),
    Column("characters", "BIGINT", "of the text without mark-up"),
    Column("articles", "BIGINT", "articles, excluded ones included"),
    Column("excluded", "BIGINT", "articles that keep their number and have lost their words"),
    Column("parts", "BIGINT", "numbered parts of articles, and first parts without a number before a numbered second"),
    Column("points", "BIGINT", "points of articles and of parts"),
    Column("offences", "BIGINT", "parts, or articles without any, threatening punishment; null if that is not encoded"),
    Column("cyber", "BIGINT", "offences that carry or inherit an element of information technology; null as above"),
    Column("cyber_own", "BIGINT", "those that carry it in their own words; null as above"),
    Column("group_1", "BIGINT", "of `cyber`: against data and systems (UNODC's first group); null as above"),
    Column("group_2", "BIGINT", "of `cyber`: computer-related, for gain or harm (second group); null as above"),
    Column("group_3", "BIGINT", "of `cyber`: what is punished is the content (third group); null as above"),
    Column("definitions", "BIGINT", "definitions of terms; null if ways to define are not encoded for the language"),
    Column("references", "BIGINT", "references in the act's own words, to itself and to others"),
    Column("references_out", "BIGINT", "those to other acts and treaties that they tell"),
    Column("references_untold", "BIGINT", "those that do not tell enough to know the act or the article"),
    Column("notes", "BIGINT", "editors' notes, and what stands in the place of excluded units"),
    Column("notes_unread", "BIGINT", "notes of which something was not understood"),
    Column("amendments", "BIGINT", "what the notes report: an amending act at a provision"),
    Column("amending_acts", "BIGINT", "different acts among them, told by date and number"),
    Column("defects", "BIGINT", "flaws of the published text that were parsed through"),
)  # fmt: skip


def rows(subject: Subject) -> Mapping[str, Iterable[Row]]:
    """The one row of a text."""
    act, held = subject.act, subject.held
    kinds = Counter(provision.kind for provision in act.walk())
    offences, definitions = subject.offences, subject.definitions
    placed = subject.groups.values()
    groups = Counter(place.group.value for place in placed)
    row = {
        "id": held.id,
        "title": held.title,
        "name": held.name,
        "bytes": subject.size,
        "characters": len(act.document.text),
        "articles": kinds[Kind.ARTICLE],
        "excluded": sum(article.excluded for article in act.articles()),
        "parts": kinds[Kind.PART],
        "points": kinds[Kind.POINT],
        "offences": None if offences is None else len(offences),
        "cyber": None if offences is None else len(placed),
        "cyber_own": None if offences is None else sum(place.own for place in placed),
        "group_1": None if offences is None else groups["I"],
        "group_2": None if offences is None else groups["II"],
        "group_3": None if offences is None else groups["III"],
        "definitions": None if definitions is None else len(definitions),
        "references": len(subject.citations),
        "references_out": sum(one.work is not None and not subject.is_own(one) for one in subject.citations),
        "references_untold": sum(one.missing is not None for one in subject.citations),
        "notes": len(subject.notes),
        "notes_unread": sum(not note.understood for note in subject.notes),
        "amendments": len(subject.amendments),
        "amending_acts": len({(one.date, one.number) for one in subject.amendments}),
        "defects": len(subject.defects),
    }
    return {"stats": (row,)}


STATS = Analysis("stats", (Table("stats", "How much there is of everything: a row for each text.", _COLUMNS),), rows)
