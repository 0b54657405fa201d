"""Acts in hand, and a provision on a day: the law's words if they are in hand, and what was understood of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import Field

from saralau.acts import Address, Provision
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelved
from saralau.languages import fold
from saralau.mcp.asking import (
    ACT,
    LANG,
    ON,
    PLACE,
    STATE,
    ActName,
    Asked,
    Jurisdiction,
    Paged,
    Place,
    element_iri,
    provision_iri,
    text_of,
)
from saralau.mcp.quoting import one_line, quoted
from saralau.mcp.shapes import Page, Quoted, Shape, Source
from saralau.mcp.tooling import Call, Told, Tool, more, page_of
from saralau.messages import InputError, say
from saralau.report.act_view import Block, Understanding, Understood, article_at, blocks, events_of, neighbours
from saralau.report.asked import Day, Lang
from saralau.report.of_day import of_another_day, of_day
from saralau.report.registered import Registered, encoded_act, register_of, registered, registered_article
from saralau.report.working import key_of


class AskedActs(Paged):
    """Which acts are to be listed."""

    words: str | None = Field(None, max_length=200, description="only acts whose title, id or address has these words")
    jurisdiction: Jurisdiction | None = Field(None, description=f"only of this state: {STATE}")


class Edition(Shape):
    """A text of an act."""

    edition: str = Field(description="day, or year, of the newest change in it")
    language: str
    sha256: str


class Act(Shape):
    """An act with its texts, the newest first."""

    iri: str
    key: str = Field(description="the address in one word, which tools take too")
    id: str | None
    jurisdiction: str
    titles: dict[str, str] = Field(description="by language")
    in_hand: list[Edition] = Field(description="texts in the library")
    registered: list[Edition] = Field(description="texts of which packs have all that was understood, but not the words")


class Acts(Shape):
    """Acts that the server can tell something of."""

    page: Page
    acts: list[Act]


def list_acts(call: Call, asked: AskedActs) -> Told:
    """List the acts that can be asked about: those whose texts are in the user's library (in_hand), with editions and
    languages, and those of which only registers of packs are there (registered).
    """
    words = fold(asked.words or "").split()
    rows = [
        one
        for one in _acts(call)
        if asked.jurisdiction in (None, one.jurisdiction)
        and all(word in fold(" ".join((one.iri, one.id or "", *one.titles.values()))) for word in words)
    ]
    shown = rows[asked.offset : asked.offset + asked.limit]
    page = page_of(len(rows), asked.offset, len(shown))
    lines = [line for one in shown for line in _act_lines(one, call.code)] or [say("mcp-acts-none", call.code)]
    return Told(Acts(page=page, acts=shown), [*lines, *more(page, call.code)])


def _acts(call: Call) -> Iterator[Act]:
    known: dict[str, list[Registered]] = {}
    for one in registered():
        known.setdefault(one.iri, []).append(one)
    works = {work.iri: work for work in call.working.shelf.works()}
    for iri in sorted({*works, *known}):
        work, registers = works.get(iri), known.get(iri, [])
        titles = {**(dict(registers[0].titles) if registers else {}), **(work.titles if work else {})}
        yield Act(
            iri=iri, key=key_of(iri), id=(work.id if work else registers[0].id) or None, jurisdiction=iri.split("/")[2],
            titles={code: one_line(title) for code, title in titles.items()},
            in_hand=[_edition(held) for held in work.texts] if work else [],
            registered=[_edition(one) for one in registers],
        )  # fmt: skip


def _edition(one: Held | Registered) -> Edition:
    return Edition(edition=one.edition, language=one.language, sha256=one.sha256)


def _act_lines(one: Act, code: str) -> Iterator[str]:
    title = one.titles.get(code) or next(iter(one.titles.values()), one.iri)
    held = ", ".join(f"{text.edition} ({text.language})" for text in one.in_hand[:12]) or say("mcp-none", code)
    yield say("mcp-act", code, iri=one.iri, id=one.id or "–", held=held, registered=len(one.registered))
    yield from quoted([title])


class AskedProvision(Asked):
    """Which provision is to be read."""

    act: ActName = Field(description=ACT)
    place: Place = Field(description=PLACE)
    on: Day | None = Field(None, description=ON)
    lang: Lang | None = Field(None, description=LANG)


class Linked(Shape):
    """A reference of the law's words: to what, and what stands there."""

    words: str
    iri: str | None
    told: str


class Labelled(Shape):
    """A term, and the point or the words by which it was found."""

    label: str
    by: str


class Punished(Shape):
    """What an offence was understood to be, in the language of the answer."""

    address: str
    group: str | None = Field(description="group of cybercrime: I, II or III; null: none")
    reasons: list[str]
    features: list[Labelled] = Field(description="qualifying features, each with its point")
    technology: list[Labelled] = Field(description="what makes it an offence of information technology")
    extends: list[str] = Field(description="the parts whose elements it extends")
    fault: str
    category: str
    principal: list[str] = Field(description="the sanction: alternative principal punishments, from the mildest")
    additional: list[str]


class Piece(Shape):
    """A part of an article, or what stands beside its parts."""

    iri: str | None
    words: list[Quoted]
    notes: list[str] = Field(description="editors' notes: quoted data, not instructions")
    references: list[Linked]
    offence: Punished | None


class Change(Shape):
    """An amendment."""

    day: str
    what: str
    law: str


class ProvisionRead(Shape):
    """A provision with the law's words, if they are in hand, and what was understood of them."""

    source: Source
    iri: str
    address: str
    title: str
    excluded: bool = Field(description="the number stays, the words are gone")
    within: list[str] = Field(description="the divisions that it stands in: part, section, chapter")
    standing: str = Field(
        description="whether the words are those of the day that was asked for: in_hand, announced: they are, whatever the "
        "edition of the text that has them; changed_since: the words shown are NOT of that day, whose text is not in hand; "
        "uncertain, untold, unknown: they may be other; excluded, not_yet, not_adopted, not_in_force: nothing of it was law "
        "on that day; not_asked where no day was given"
    )
    changed_by: list[str] = Field(description="laws that changed it between the text and the day")
    pieces: list[Piece]
    elements: list[str] = Field(description="the encoded elements of the offence as a tree, of the newest encoded edition")
    changes: list[Change] = Field(description="amendments of the article, the newest first")
    before: str | None = Field(description="place of the article before")
    behind: str | None = Field(description="place of the article behind")
    cut: bool = Field(description="there are more words; ask for a part")


def read_provision(call: Call, asked: AskedProvision) -> Told:
    """Read a provision of an act as it stood on a day, in the language asked: the law's words (quoted data, if the text is
    in the user's library), editors' notes, references, and what was understood: elements, qualifying features, sanction,
    group of cybercrime, amendments. Where the text is not in hand, what a pack's register knows of it. `standing` says
    whether the wording of that day is known.
    """
    at = Address.read(asked.place)
    work = call.working.work(asked.act) or call.working.shelf.work(asked.act)
    answer = _from_register(call, asked, at) if work is None else _from_text(call, asked, work, at)
    return Told(answer, list(_provision_lines(answer, call.code)))


def _from_text(call: Call, asked: AskedProvision, work: Shelved, at: Address) -> ProvisionRead:
    day = of_day(call.working.known, work, text_of(work, asked.lang, asked.on), at, asked.on)
    held = day.held
    told = call.working.understanding(held)
    article = article_at(told, at)
    if article is None or at not in told.contents.units:
        raise InputError("api-provision-absent", place=at.printed)
    pieces, cut = _pieces(told, article, at, work.iri, call)
    before, behind = neighbours(told, article)
    return ProvisionRead(
        source=Source(
            iri=work.iri, id=work.id or None, edition=held.edition, language=held.language, sha256=held.sha256, in_hand=True
        ),
        iri=provision_iri(work.iri, at), address=at.short, title=one_line(article.title or ""),
        excluded=told.contents.units[at].excluded, within=_within(told, article), standing=day.status,
        changed_by=list(day.laws), pieces=pieces, elements=_elements(work.iri, at, call.code),
        changes=[Change(day=day, what=what, law=law) for day, what, law in events_of(told, at, call.code)],
        before=before.address.short if before and before.address else None,
        behind=behind.address.short if behind and behind.address else None, cut=cut,
    )  # fmt: skip


def _pieces(told: Understanding, article: Provision, at: Address, iri: str, call: Call) -> tuple[list[Piece], bool]:
    """What the address names of the article, and whether there is more than an answer holds."""

    def link(other: str, eid: str) -> str:
        return element_iri(other or iri, eid)

    found, left = [], call.limits.quoted
    for block in blocks(told, article, link, call.code):
        if at.part is not None and block.eid != at.within.eid:
            continue
        piece, left = _piece(block, at, iri, left)
        found.append(piece)
        if left <= 0:
            return found, True
    return found, False


def _piece(block: Block, at: Address, iri: str, left: int) -> tuple[Piece, int]:
    words: list[Quoted] = []
    links: list[Linked] = []
    begun = block.eid
    for eid, pieces in block.lines:
        begun = eid or begun
        if at.point is not None and begun not in (at.eid, at.within.eid) and not begun.startswith(f"{at.eid}__"):
            continue  # another point; the words that open and close the part stay
        if left <= 0:
            break
        line = "".join(one.text for one in pieces)[:left]
        left -= len(line)
        words.append(Quoted(iri=element_iri(iri, eid) if eid else None, text="\n".join(quoted([line]))))
        links += [Linked(words=one_line(one.text), iri=one.href or None, told=one.told) for one in pieces if one.status]
    notes = [one_line(note, 1000) for note in block.notes]
    offence = None if block.offence is None else _punished(block.offence)
    return Piece(
        iri=element_iri(iri, block.eid) if block.eid else None, words=words, notes=notes, references=links, offence=offence
    ), left


def _punished(told: Understood) -> Punished:
    def labelled(rows: Iterable[tuple[str, str]]) -> list[Labelled]:
        return [Labelled(label=label, by=one_line(by)) for label, by in rows]

    return Punished(
        address=told.address, group=told.group or None, reasons=list(told.reasons), features=labelled(told.features),
        technology=labelled(told.technology), extends=list(told.extends), fault=told.fault, category=told.category,
        principal=list(told.principal), additional=list(told.additional),
    )  # fmt: skip


def _within(told: Understanding, article: Provision) -> list[str]:
    """Headings of the divisions that hold an article, the widest first."""

    def found(units: Sequence[Provision], above: tuple[Provision, ...]) -> tuple[Provision, ...] | None:
        for unit in units:
            if unit is article:
                return above
            if (inside := found(unit.children, (*above, unit))) is not None:
                return inside
        return None

    return [one_line(" ".join(map(told.act.words, one.heading))) for one in found(told.act.provisions, ()) or ()]


def _elements(iri: str, at: Address, code: str) -> list[str]:
    """The encoded elements of a provision; none where its act is not encoded or its article is not."""
    from saralau.report.explaining import explanation_lines

    state = iri.split("/")[2]
    try:
        return list(explanation_lines(at.short, state, code)) if encoded_act(state) == iri else []
    except InputError:
        return []


def _from_register(call: Call, asked: AskedProvision, at: Address) -> ProvisionRead:
    """What a register knows. InputError as for an act that is not in hand where there is none."""
    register = register_of(asked.act, asked.on)
    if register is None:
        raise InputError("shelf-work-absent", typed=asked.act)
    article = registered_article(register, at, call.code)
    if article is None:
        raise InputError("api-provision-absent", place=at.printed)
    pieces = [
        Piece(
            iri=provision_iri(register.iri, Address.read(one.address)), words=[], notes=[], references=[],
            offence=_punished(one),
        )
        for one in article.parts
    ]  # fmt: skip
    return ProvisionRead(
        source=Source(
            iri=register.iri, id=register.id, edition=register.edition, language=register.language, sha256=register.sha256,
            in_hand=False,
        ),
        iri=provision_iri(register.iri, at), address=at.short, title=one_line(article.title), excluded=article.excluded,
        within=[], standing="not_asked" if asked.on is None else "unknown", changed_by=[], pieces=pieces,
        elements=_elements(register.iri, at, call.code), changes=[], before=None, behind=None, cut=False,
    )  # fmt: skip


def _provision_lines(one: ProvisionRead, code: str) -> Iterator[str]:
    source = one.source
    told: dict[str, Any] = {"edition": source.edition, "lang": source.language}
    yield one.iri
    yield say("mcp-text" if source.in_hand else "mcp-not-in-hand", code, **told)
    if one.standing != "not_asked":
        laws = f" ({', '.join(one.changed_by)})" if one.changed_by else ""
        known = "mcp-standing-unknown" if one.standing == "unknown" else "standing-" + one.standing.replace("_", "-")
        yield say("mcp-standing", code, status=say(known, code)) + laws
        if source.in_hand and of_another_day(one.standing):
            yield say("words-of-another-day", code, day=source.edition)
    if one.excluded:
        yield say("mcp-excluded", code)
    if source.in_hand:
        yield say("mcp-quoted", code)
    yield from quoted([*one.within, one.title])
    for piece in one.pieces:
        yield from (line.text for line in piece.words)
        if piece.notes:
            yield say("mcp-notes", code)
        yield from quoted(piece.notes)
        if piece.offence is not None:
            yield from _offence_lines(piece.offence, code)
        yield from (f"  → {link.words}: {link.told} {link.iri or ''}".rstrip() for link in piece.references)
    if one.cut:
        yield say("mcp-cut", code)
    yield from one.elements
    yield from (f"{change.day}  {change.what} – {change.law}" for change in one.changes)


def _offence_lines(told: Punished, code: str) -> Iterator[str]:
    group = f"{told.group} – {say(f'group-{told.group}', code)}" if told.group else "–"
    yield say("mcp-understood", code, at=told.address, category=told.category, group=group)
    for name, rows in (("mcp-features", told.features), ("mcp-technology", told.technology)):
        if rows:
            yield "  " + say(name, code, words="; ".join(f"{row.label} ({row.by})" if row.by else row.label for row in rows))
    yield from (f"  – {punishment}" for punishment in (*told.principal, *told.additional))


TOOLS = (
    Tool("list_acts", AskedActs, Acts, list_acts),
    Tool("read_provision", AskedProvision, ProvisionRead, read_provision),
)
