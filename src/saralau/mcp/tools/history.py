"""What became of an act or a provision: amendments, events, editions in hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from saralau.acts import Address
from saralau.mcp.asking import ACT, LANG, ON, PLACE, ActName, Paged, Place, provision_iri, text_of, work_named
from saralau.mcp.shapes import Page, Shape, Source
from saralau.mcp.tooling import Call, Told, Tool, more, page_of
from saralau.messages import InputError, say
from saralau.report.asked import Day, Lang

if TYPE_CHECKING:
    from saralau.history.life import Event as Change


class AskedHistory(Paged):
    """Of what the history is asked."""

    act: ActName = Field(description=ACT)
    place: Place | None = Field(None, description=f"{PLACE}; the whole act unless told")
    on: Day | None = Field(None, description=ON)
    lang: Lang | None = Field(None, description=LANG)


class Law(Shape):
    """An amending act."""

    iri: str | None
    date: str = Field(description="the day on which it was passed")
    number: str


class Event(Shape):
    """An amendment, as notes in the text tell it."""

    iri: str | None = Field(description="address of the provision; null: the act, a title, a division")
    provision: str | None
    action: str
    told: str = Field(description="the same in words")
    law: Law
    not_before: str = Field(
        description="the day on which it took effect if `exact`; else a lower bound, before which it did not"
    )
    exact: bool = Field(description="false: `not_before` is a lower bound, the day itself is not told")
    announced: bool = Field(description="it was only announced")


class Edition(Shape):
    """A text in hand."""

    edition: str
    language: str


class Life(Shape):
    """The amendments of an act or a provision, the oldest first."""

    source: Source
    iri: str
    adopted: str | None
    known_until: str | None = Field(description="later changes are unknown")
    unread: int = Field(description="notes of the act that were not understood: what they tell is unknown")
    begins_anew: list[str] = Field(
        description="articles that were reworded: their note begins anew, earlier amendments are hidden and not told here"
    )
    editions: list[Edition] = Field(description="texts of the act in hand")
    page: Page
    events: list[Event]


def provision_history(call: Call, asked: AskedHistory) -> Told:
    """Tell the amendments of a provision, or of a whole act, as the newest text in hand has them: what was done, by which
    law, passed when, in force when; which editions are in hand, and until which day the history is known.
    """
    from saralau.report.history import law, what, when

    work = work_named(call.working, asked.act)
    held = text_of(work, asked.lang, asked.on)
    told = call.working.understanding(held)
    at = Address.read(asked.place) if asked.place else None
    if at is not None and at not in told.contents.units and not told.life.of(at):
        raise InputError("api-provision-absent", place=at.printed)
    events = told.life.events if at is None else told.life.of(at)
    anew = _anew(events, at)
    shown = events[asked.offset : asked.offset + asked.limit]
    page = page_of(len(events), asked.offset, len(shown))
    rows = [
        Event(
            iri=provision_iri(work.iri, one.amendment.address) if one.amendment.address else None,
            provision=one.amendment.address.short if one.amendment.address else None,
            action=one.amendment.action, told=what(one.amendment, call.code),
            law=Law(iri=one.law, date=one.amendment.date, number=one.amendment.number),
            not_before=one.entry.not_before, exact=one.entry.exact, announced=one.amendment.announced,
        )
        for one in shown
    ]  # fmt: skip
    answer = Life(
        source=Source(
            iri=work.iri, id=work.id or None, edition=held.edition, language=held.language, sha256=held.sha256, in_hand=True
        ),
        iri=provision_iri(work.iri, at) if at else work.iri, adopted=told.life.adopted, known_until=told.life.until,
        unread=told.life.unread, begins_anew=[one.short for one in anew], page=page, events=rows,
        editions=[Edition(edition=one.edition, language=one.language) for one in work.texts],
    )  # fmt: skip
    lines = [answer.iri, say("mcp-text", call.code, edition=held.edition, lang=held.language)]
    if told.life.adopted:
        lines.append(say("history-adopted", call.code, day=told.life.adopted))
    lines += [f"{when(one, call.code)}  {what(one.amendment, call.code)} – {law(one, call.code)}" for one in shown]
    if not events:
        lines.append(say("history-nothing", call.code))
    if anew:
        lines.append(say("mcp-history-anew", call.code, places=", ".join(one.printed for one in anew)))
    until = say("history-until", call.code, until=told.life.until or "–", events=len(events), unread=told.life.unread)
    return Told(answer, [*lines, until, *more(page, call.code)])


def _anew(events: Sequence[Change], at: Address | None) -> tuple[Address, ...]:
    """Articles that were reworded as wholes, whose notes tell nothing of what was before."""
    done = [one.amendment for one in events if one.amendment.action == "reworded"]
    places = [one.address for one in done if one.address is not None and not one.announced and not one.target.title]
    return tuple(dict.fromkeys(one for one in places if one == one.main and (at is None or one.holds(at))))


TOOLS = (Tool("provision_history", AskedHistory, Life, provision_history),)
