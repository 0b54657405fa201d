"""A treaty against codes as a gap analysis for the files: counts, demands on all offences, a matrix, the gaps by weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from saralau.cases.encoding import Encoding, encoding
from saralau.messages import say
from saralau.packs import load
from saralau.report.coverage import counts, heading, labelled, notices, overall, reasons, source, state, status
from saralau.report.coverage_compared import column, demanded_lines, pairs, shifted_lines
from saralau.report.paper import (
    Basis,
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Item,
    Note,
    Paper,
    Paragraph,
    Row,
    Tone,
    bullets,
    table,
)
from saralau.report.paper_basis import act_title, state_title, text_of_register
from saralau.treaties.covering import NOT_COVERED, ONLY_IF, STATUSES, Coverage, ScenarioCoverage

_MOST = 6  # conditions, and provisions that come near, told of a gap
_WEIGHT = (NOT_COVERED, ONLY_IF)  # what is not punished at all weighs more than what asks too much
_SIGNS = ("●", "◕", "◑", "○", "?")
_TONES: tuple[Tone, ...] = ("good", "fair", "poor", "bad", "mark")
_UPRIGHT = 3  # codes that fit beside one another on an upright page


def coverage_paper(found: Sequence[Coverage], code: str, day: str) -> Paper:
    """The gap analysis in the language `code`, made on `day` (ISO)."""
    first, several = found[0], len(found) > 1
    laws = [encoding(one.jurisdiction) for one in found]
    basis = Basis(
        day,
        tuple(act_title(law.act, code) for law in laws),
        tuple(dict.fromkeys(one.edition for one in found)),
        (f"treaties/{first.treaty.id}", *(f"{law.act}.elements" for law in laws)),
        states=tuple(dict.fromkeys(state_title(law.jurisdiction, code) for law in laws)),
        texts=tuple(dict.fromkeys(_text(one, law, code) for one, law in zip(found, laws, strict=True))),
    )
    blocks: list[Block] = [Heading(1, say("paper-summary", code))]
    if first.treaty.no_obligation is not None:
        blocks.append(Note(say("cover-no-obligation", code)))
    else:
        blocks += [*_summary(found, code), *_general(found, code), *_compared(found, code), *_matrix(found, code)]
        for one in found:
            title = say("cover-findings", code)
            blocks += [Heading(1, f"{title}: {state(one, code)}" if several else title), *_gaps(one, code)]
    blocks += [Heading(1, say("paper-limits", code)), Paragraph(say("cover-limits", code), leads=True)]
    title = first.treaty.titles[code]
    return Paper(code, say("paper-kind-coverage", code), title, basis, tuple(blocks), wide=len(found) > _UPRIGHT)


def _text(one: Coverage, law: Encoding, code: str) -> str:
    """What text the encoding of a code is of, with the code before it."""
    text = text_of_register(load(law.edition(one.edition).register), code)
    return f"{act_title(law.act, code)}: {text}"


def _summary(found: Sequence[Coverage], code: str) -> Iterator[Block]:
    told = [one.counts() for one in found]
    rows: list[Row] = [
        (Cell(f"{sign} {status(name, code)}", tone), *(str(counted[name]) for counted in told))
        for name, sign, tone in zip(STATUSES, _SIGNS, _TONES, strict=True)
        if any(counted[name] for counted in told)
    ]
    rows.append((say("paper-coverage-all", code), *(str(sum(counted.values())) for counted in told)))
    heads = [Column(column(one, found, code), 1, numbers=True) for one in found]
    for one in found:
        yield Paragraph(f"{heading(one, code)}. {counts(one, code)}.")
    columns = (Column(say("paper-coverage-status", code), 3), *heads)
    yield table(say("paper-coverage-counts", code), columns, rows)
    of: dict[str, list[str]] = {}
    for one in found:
        for notice in notices(one, code):
            of.setdefault(notice, []).append(column(one, found, code))
    for notice, names in of.items():
        yield Note(notice if len(names) == len(found) else f"{'; '.join(names)}: {notice}")


def _general(found: Sequence[Coverage], code: str) -> Iterator[Block]:
    told = [(one, list(overall(one, code))) for one in found]
    if any(lines for _, lines in told):
        yield Heading(1, say("cover-general", code))
        for one, lines in told:
            if len(found) > 1:
                yield Heading(2, state(one, code))
            yield bullets(lines)


def _compared(found: Sequence[Coverage], code: str) -> Iterator[Block]:
    yield Heading(1, say("paper-coverage-demands", code))
    for one in found:
        yield from _announced(demanded_lines(one, code))
    for number, (before, after) in enumerate(pairs(found)):
        if not number:
            yield Heading(1, say("paper-coverage-shifts", code))
        yield from _announced(shifted_lines(before, after, code))


def _announced(lines: Iterable[str]) -> Iterator[Block]:
    """A sentence, then as a list what it announces; what stands deeper belongs to the entry above it."""
    first, *rest = lines
    yield Paragraph(first, leads=True)
    items: list[Item] = []
    for line in rest:
        item = Item(line.strip())
        if line.startswith("    ") and items:
            items[-1] = Item(items[-1].text, (*items[-1].below, item))
        else:
            items.append(item)
    yield Bullets(tuple(items))


def _matrix(found: Sequence[Coverage], code: str) -> Iterator[Block]:
    legend = "; ".join(f"{sign} – {status(name, code)}" for sign, name in zip(_SIGNS, STATUSES, strict=True))
    columns = (Column(say("cover-scenario", code), 1.5), *(Column(column(one, found, code)) for one in found))
    rows: list[Row] = []
    for at, row in enumerate(found[0].obligations):
        rows.append((say("cover-obligation", code, source=source(row.obligation.source), label=row.obligation.label[code]),))
        for number, one in enumerate(row.scenarios):
            rows.append((labelled(one, row, code), *(_cell(other.obligations[at].scenarios[number]) for other in found)))
    yield Heading(1, say("paper-coverage-matrix", code))
    yield Paragraph(say("paper-coverage-signs", code, legend=legend))
    yield table(say("paper-coverage-matrix-caption", code), columns, rows)


def _cell(one: ScenarioCoverage) -> Cell:
    """The sign of a status, with the provisions that punish the scenario, or would."""
    at = STATUSES.index(one.status)
    by = [provision.address.printed for provision in one.punishing] or [told.address.printed for told in one.conditions[:2]]
    return Cell(" ".join((_SIGNS[at], ", ".join(dict.fromkeys(by)))).strip(), _TONES[at])


def _gaps(found: Coverage, code: str) -> Iterator[Block]:
    """Scenarios that are not covered: those that no reservation takes out first, then the weightier, as in the treaty."""
    for reservable in (False, True):
        for weight in _WEIGHT:
            rows = [
                (row, one)
                for row in found.obligations
                for one in row.scenarios
                if one.status == weight and (one.scenario.reservable is not None) == reservable
            ]
            if rows:
                words = status(weight, code)
                words = words[:1].upper() + words[1:]
                yield Heading(2, say("paper-coverage-reservable", code, status=words) if reservable else words)
            for row, one in rows:
                name = f"{row.obligation.label[code]}: {one.scenario.label[code]}"
                yield Heading(3, say("cover-obligation", code, source=source(one.scenario.source), label=name))
                yield bullets(list(reasons(one, found, row, code, _MOST)))
