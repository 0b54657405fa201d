"""A draft and its consequences in words: sections of lines that text, Markdown, page and document show alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saralau.drafts import Draft, Instruction
from saralau.drafts.encoded import Answers, CaseChange, Encoded
from saralau.drafts.impact import Impact
from saralau.drafts.model import placed
from saralau.drafts.siblings import OutOfLine
from saralau.drafts.weighing import Broken, Moved
from saralau.history.diffing import ArticleChange, UnitChange
from saralau.history.wording import Piece
from saralau.messages import say
from saralau.offences import Kind, Offence
from saralau.report.alignment import describe
from saralau.report.amounts import stated
from saralau.report.coverage import counts
from saralau.report.coverage_compared import shifted
from saralau.report.draft_findings import Linted, finding_lines
from saralau.report.editions import how, place
from saralau.report.vocabulary import labels
from saralau.treaties.covering import COVERED

_LONGEST = 160  # characters of one piece of wording in a line


class Section(NamedTuple):
    """What is said under one heading. `serious` marks what whoever drafts has to look at."""

    title: str
    lines: tuple[str, ...]
    serious: bool = False


def draft_lines(draft: Draft, code: str) -> Iterator[str]:
    """What a draft says: its instructions, and what was not understood, is of another act, or is refused."""
    yield say("draft-heading", code, name=draft.document.source.name, count=len(draft.instructions))
    if draft.edited is not None:
        yield "  " + say("draft-is-copy", code)
    yield from ("  " + instructed(one, draft, code) for one in draft.instructions)
    yield from unfollowed(draft, code)


def unfollowed(draft: Draft, code: str) -> Iterator[str]:
    """What of a draft cannot be followed, a sentence each."""
    yield from (one.told(code) for one in draft.refused)
    for span in draft.rest:
        words = _short(" ".join(span.of(draft.document.text).split()))
        yield say("draft-not-understood", code, line=draft.line(span), words=words)
    for span in draft.elsewhere:
        yield say("draft-elsewhere", code, line=draft.line(span))
    for span in draft.contents:
        yield say(
            "draft-contents", code, line=draft.line(span), words=_short(" ".join(span.of(draft.document.text).split()))
        )


def instructed(one: Instruction, draft: Draft, code: str) -> str:
    """An instruction in one line: where the draft says it, what it does to what."""
    told = say(f"draft-kind-{one.kind.replace('_', '-')}", code, to=one.to.printed if one.to else "")
    more = [
        *([say("draft-done-places", code, count=one.done.places)] if one.done.places > 1 else []),
        *([say("draft-done-letters", code)] if one.done.letters else []),
        *([say("draft-done-blank", code)] if one.done.blank else []),
    ]
    place = placed(one.target.printed, code)
    return say("draft-instruction", code, line=draft.line(one.span), place=place, what="; ".join((told, *more)))


def sections(told: Impact, found: Linted, code: str, *, quoting: bool) -> list[Section]:
    """The consequences in their order. Without `quoting` no word of the act itself is shown, only the draft's own."""
    draft = told.draft
    rest = tuple(unfollowed(draft, code))
    return [
        Section(say("draft-part-instructions", code), tuple(instructed(one, draft, code) for one in draft.instructions)),
        *([Section(say("draft-part-rest", code), rest, serious=True)] if rest else []),
        Section(say("draft-part-units", code), tuple(_units(told, code, quoting=quoting)) or _none(code)),
        Section(say("draft-part-sanctions", code), tuple(_sanctions(told, code)) or _none(code)),
        Section(say("draft-part-features", code), tuple(_features(told, code)) or _none(code)),
        Section(
            say("draft-part-references", code),
            tuple(_references(told, code)) or _none(code),
            bool(told.broken or told.left),
        ),
        _order(told, code),
        _siblings(told, code),
        _definitions(told, code, quoting=quoting),
        Section(
            say("draft-part-findings", code), tuple(finding_lines(found, code, quoting=quoting)), serious=bool(found.brought)
        ),
        Section(say("draft-part-encoded", code), tuple(encoded_lines(told.encoded, code)), _is_unknown(told.encoded)),
    ]


def impact_lines(told: Impact, found: Linted, code: str) -> Iterator[str]:
    """The consequences as lines for a terminal."""
    yield title(told, code)
    for section in sections(told, found, code, quoting=True):
        yield ""
        yield section.title
        yield from ("  " + line for line in section.lines)
    yield ""
    yield say("draft-limits", code)


def impact_markdown(told: Impact, found: Linted, code: str, *, quoting: bool) -> str:
    """The consequences as Markdown, for a page beside the draft or a comment on a merge request."""
    blocks = [f"# {title(told, code)}"]
    for section in sections(told, found, code, quoting=quoting):
        blocks.append(f"## {section.title}")
        blocks.append("\n".join(f"- {line}" for line in section.lines))
    blocks.append(say("draft-limits", code))
    return "\n\n".join(blocks) + "\n"


def title(told: Impact, code: str) -> str:
    """Which draft, to which act."""
    act = told.identity.titles[code] if told.identity else told.before.act.document.source.name
    return say("draft-impact-heading", code, name=told.draft.document.source.name, act=act)


def _none(code: str) -> tuple[str, ...]:
    return (say("draft-none", code),)


def _units(told: Impact, code: str, *, quoting: bool) -> Iterator[str]:
    counted = told.diff.counts()
    words = "; ".join(f"{say('diff-' + name, code)} – {number}" for name, number in counted.items() if number)
    if words:
        yield say("diff-counts", code, words=words)
    for article in told.diff.articles:
        for change in article.changes:
            if change.how == "moved_away":
                continue  # told where it went
            yield _unit(change, code, quoting=quoting)
    yield from (_unit(change, code, quoting=quoting) for change in told.besides)


def _unit(change: UnitChange, code: str, *, quoting: bool) -> str:
    """A unit's change; of a wording that only came, and of words that came into one, the words are the draft's own."""
    line = f"{_place(change, code)}: {how(change, code)}"
    if change.how in ("moved", "printed"):
        return line
    words = [_piece(piece, quoting=quoting) for piece in change.pieces if not piece.stays]
    shown = "; ".join(word for word in words if word)
    return f"{line} {shown}" if shown else line


def _place(change: UnitChange, code: str) -> str:
    kind, _, number = change.place.removesuffix("/title").partition(" ")
    if change.address is None and change.title and number:
        return placed(f"{kind}:{number}/title", code)
    return place(change, code)


def _piece(piece: Piece, *, quoting: bool) -> str:
    before, after = (_short(words.strip()) for words in piece)
    if not quoting:
        return f"+ {after}" if after else ""
    return f"[{before}] → {after}" if before and after else f"[{before}]" if before else f"+ {after}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"


def _sanctions(told: Impact, code: str) -> Iterator[str]:
    for difference, turn in told.turns:
        if difference.earlier is None and difference.later is None:
            continue  # a unit or an offence that came or went, which its category tells
        words = f"{difference.address.printed} {describe(difference, code)}"
        yield words + " (" + say(f"diff-{turn}" if turn else "draft-turn-untold", code) + ")"
    for row in told.categories:
        yield say("draft-category", code, at=row.address.printed, **_sides(row, code))


def _sides(row: Moved, code: str) -> dict[str, str]:
    return {
        side: say("category-" + value.replace("_", "-"), code) if value else say("draft-not-punished", code)
        for side, value in (("earlier", row.before), ("later", row.after))
    }


def _features(told: Impact, code: str) -> Iterator[str]:
    for article in told.diff.articles:
        yield from _gained(article, code)
    for row in told.groups:
        untold = say("draft-no-group", code)
        yield say("draft-group", code, at=row.address.printed, earlier=row.before or untold, later=row.after or untold)
    for key, gaps in (("draft-gap-closed", told.gaps_closed), ("draft-gap-opened", told.gaps_opened)):
        for gap in gaps:
            siblings = ", ".join(address.printed for address in gap.siblings)
            yield say(key, code, at=gap.address.printed, siblings=siblings)


def _gained(article: ArticleChange, code: str) -> Iterator[str]:
    """Features that came and went; one without a term of its own is told only where nothing else stands at its place."""
    for key, rows in (("diff-gained", article.gained), ("diff-lost", article.lost)):
        known = {address for address, feature in rows if feature != "other"}
        for address, feature in rows:
            if feature != "other" or address not in known:
                yield say(key, code, at=address.printed, feature=labels(feature)[code])


def _references(told: Impact, code: str) -> Iterator[str]:
    yield from (_reference(one, "broken", code) for one in told.broken)
    yield from (_reference(one, "mended", code) for one in told.mended)
    yield from (say("draft-reference-left", code, at=one.at or "–", to=one.to, now=one.now) for one in told.left)


def _reference(one: Broken, key: str, code: str) -> str:
    return say(f"draft-reference-{key}", code, at=one.at or "–", to=one.address)


def _order(told: Impact, code: str) -> Section:
    heading = say("draft-part-order", code)
    if told.misordered is None:
        return Section(heading, (say("draft-order-unknown", code),))
    rows = tuple(
        say(
            "draft-misordered-new" if one.new else "draft-misordered-old",
            code,
            at=one.address.printed,
            basic=one.basic.printed,
        )
        for one in told.misordered
    )
    return Section(heading, rows or _none(code), any(one.new for one in told.misordered))


def _siblings(told: Impact, code: str) -> Section:
    heading = say("draft-part-siblings", code)
    if told.out_of_line is None:
        return Section(heading, (say("draft-order-unknown", code),))
    rows = tuple(_sibling(told, one, code) for one in told.out_of_line)
    return Section(heading, rows or _none(code), any(one.new for one in told.out_of_line))


def _sibling(told: Impact, one: OutOfLine, code: str) -> str:
    why = say(
        f"draft-sibling-{one.by}",
        code,
        siblings=", ".join(address.printed for address in one.siblings),
        features=", ".join(labels(feature)[code] for feature in one.features),
    )
    line = say(
        "draft-sibling",
        code,
        at=one.address.printed,
        turn=one.turn,
        why=why,
        category=_weight(told.after.offences[one.address], code),
        lowest=one.lowest.printed,
        low=_weight(told.after.offences[one.lowest], code),
        highest=one.highest.printed,
        high=_weight(told.after.offences[one.highest], code),
    )
    return line if one.new else f"{line} – {say('draft-sibling-before', code)}"


def _weight(offence: Offence, code: str) -> str:
    """The category and the last of the principal punishments, which is the gravest."""
    category = say("category-" + offence.category.value.replace("_", "-"), code)
    last = max(offence.sanction.principal, key=lambda one: list(Kind).index(one.kind))
    return f"{category}; {say('kind-' + last.kind.value.replace('_', '-'), code)} {stated(last, code)}".strip()


def _definitions(told: Impact, code: str, *, quoting: bool) -> Section:
    heading = say("draft-part-definitions", code)
    if told.undefined is None:
        return Section(heading, (say("draft-definitions-untold", code),))
    rows = tuple(
        say(
            f"draft-definition-{'lost' if one.lost else 'changed'}{'' if quoting else '-bare'}",
            code,
            at=one.address.printed,
            term=one.term,
            count=one.times,
            places=", ".join(address.printed for address in one.uses),
        )
        for one in told.undefined
    )
    return Section(heading, rows or _none(code), any(one.lost for one in told.undefined))


def _is_unknown(told: Encoded) -> bool:
    return told.why is not None or bool(told.unknown) or bool(told.disagreements)


def encoded_lines(told: Encoded, code: str) -> Iterator[str]:
    """Cases and treaties; where nobody has said how elements change, that the effect is unknown."""
    yield say("draft-encoded", code, count=len(told.articles), articles=", ".join(told.articles) or "–")
    if told.why is not None:
        yield say("draft-why-" + told.why.replace("_", "-"), code, edition=told.edition)
        yield say("draft-effect-unknown", code, articles=", ".join(told.unknown) or "–")
        return
    if told.unknown:
        yield say("draft-effect-unknown", code, articles=", ".join(told.unknown))
    for one in told.disagreements:
        kind = say(f"draft-disagree-{one.kind}", code, what=one.what)
        yield say("draft-disagreement", code, at=one.address, what=kind)
    yield say("draft-cases", code, count=told.judged, changed=len(told.cases))
    if told.older:
        yield say("draft-cases-older", code, count=told.older)
    yield from (_case(one, code) for one in told.cases)
    for coverage, shifts in told.coverages:
        yield say("draft-treaty", code, treaty=coverage.treaty.titles[code], counts=counts(coverage, code))
        rows = [one for one in shifts if one.direction != "moved"]
        now = [one for one in rows if one.direction == "won" and one.after.status == COVERED]
        nearer = [one for one in rows if one.direction == "won" and one.after.status != COVERED]
        lost = [one for one in rows if one.direction == "lost"]
        for key, several in (("won", now), ("nearer", nearer), ("lost", lost)):
            if several:
                yield say(f"draft-treaty-{key}", code, count=len(several))
                yield from ("– " + shifted(one, code) for one in several)
        if moved := len(shifts) - len(rows):
            yield say("draft-treaty-moved", code, count=moved)
        if not shifts:
            yield say("draft-treaty-none", code)


def _case(one: CaseChange, code: str) -> str:
    return say("draft-case", code, name=one.name, earlier=_answers(one.before, code), later=_answers(one.after, code))


def _answers(rows: Answers, code: str) -> str:
    if not rows:
        return say("draft-answer-none", code)
    by_kind: dict[str, list[str]] = {}
    for kind, words in rows:
        by_kind.setdefault(kind, []).append(words)
    return "; ".join(say(f"draft-answer-{kind}", code, what=", ".join(words)) for kind, words in by_kind.items())


def told_sections(told: Impact, found: Linted, code: str) -> Sequence[Section]:
    """The sections with the words of the act, as page and document show them."""
    return sections(told, found, code, quoting=True)
