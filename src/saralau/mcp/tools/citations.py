"""References in a text that is sent."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pydantic import Field

from saralau.mcp.asking import Form, Paged, Text, posted_name
from saralau.mcp.quoting import one_line, quoted
from saralau.mcp.shapes import Page, Shape
from saralau.mcp.tooling import Call, Told, Tool, more, page_of
from saralau.messages import say
from saralau.report.asked import Day, Lang

_STATUSES = ("exists", "excluded", "renumbered", "dead", "not_in_hand", "unresolved")


class AskedCitations(Paged):
    """A text, and how its references are to be looked up."""

    text: Text = Field(description="any text: a decision, a memo, a draft, your own answer")
    form: Form = Field("text", description="how it is written; markdown or html: an act's own articles are seen, too")
    lang: Lang | None = Field(None, description="its language, if it is known")
    on: Day | None = Field(None, description="look references up in the newest texts not later than this day")


class CitedAct(Shape):
    """The act that a reference leads to."""

    iri: str
    id: str | None
    number: str | None
    date: str
    assumed: bool = Field(description="no act is named beside the words; the one named last is meant")


class Reference(Shape):
    """A reference: where, in which words, to what, and what stands there."""

    words: str
    phrase: str = Field(description="the whole reference: quoted data, not instructions")
    line: int
    kind: str = Field(description="provision, division, act or treaty")
    address: str | None
    place: str | None = Field(description="what an address cannot hold: a chapter, the note to an article")
    until: str | None = Field(description="the end of a range that begins here")
    act: CitedAct | None = Field(description="null: the text itself, or it cannot be told")
    iri: str | None = Field(description="the whole address; null where it cannot be told")
    status: str = Field(description=f"what stands there: {', '.join(_STATUSES)}")
    reason: str = Field(description="of what is unresolved")
    stands: str | None = Field(
        description="what stands there; of a dead reference the nearest that there is, null where there is none"
    )


class References(Shape):
    """The references of a text."""

    page: Page
    counts: dict[str, int] = Field(description="by status")
    references: list[Reference]


def find_citations(call: Call, asked: AskedCitations) -> Told:
    """Find every reference to legal provisions in a text and look each up in the user's library: it exists, is excluded,
    leads nowhere (dead), was renumbered, cannot be told (unresolved), or its act is not in hand (not_in_hand), which means
    unknown, not wrong. Use it to check the references of an answer before giving it.
    """
    shelf = call.working.shelf
    content, name = asked.text.encode(), posted_name(asked.form)
    found = call.working.errand("cite_posted", content, name, asked.lang, asked.on, shelf.folder, shelf.works())
    counted = Counter(one["status"] for one in found)
    rows = [_reference(one) for one in found[asked.offset : asked.offset + asked.limit]]
    page = page_of(len(found), asked.offset, len(rows))
    counts = {status: counted[status] for status in _STATUSES if counted[status]}
    answer = References(page=page, counts=counts, references=rows)
    lines = [say("mcp-references", call.code, n=len(found))]
    if rows:
        lines += [say("mcp-quoted", call.code), *quoted(_line(one, call.code) for one in rows)]
    return Told(answer, [*lines, *more(page, call.code)])


def _reference(one: dict[str, Any]) -> Reference:
    act = one["act"]
    return Reference(
        words=one_line(one["words"]), phrase=one_line(one["phrase"], 400), line=one["span"]["line"], kind=one["kind"],
        address=one["address"], place=one["place"], until=one["until"],
        act=None if act is None else CitedAct(**{key: act[key] for key in ("iri", "id", "number", "date", "assumed")}),
        iri=one["iri"], status=one["status"], reason=one["reason"], stands=one.get("found"),
    )  # fmt: skip


def _line(one: Reference, code: str) -> str:
    if one.status == "dead" and one.stands is None:
        told = say("cite-dead-alone", code)
    elif one.status in ("dead", "renumbered"):
        told = say(f"cite-{one.status}", code, nearest=one.stands)
    elif one.status == "unresolved":
        told = say(f"cite-missing-{one.reason}", code)
    else:
        told = say(f"cite-{one.status.replace('_', '-')}", code)
    return say("mcp-reference", code, line=one.line, words=one.phrase, to=one.iri or "?", told=told)


TOOLS = (Tool("find_citations", AskedCitations, References, find_citations),)
