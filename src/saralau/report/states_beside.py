"""Two states beside each other by the groups of cybercrime, as far as their codes are encoded.

A map is drawn from the words of a text; of most states no text is in hand, only the elements of some offences. What both
have is an answer to each scenario of a treaty whose articles fall into the groups: that is compared, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from saralau.acts import Address
from saralau.cases.encoding import encoding
from saralau.messages import say
from saralau.packs import load
from saralau.report.coverage import labelled, notices, source, status
from saralau.report.paper_basis import act_title, state_title, text_of_register
from saralau.treaties import Coverage, cover, treaty
from saralau.treaties.covering import COVERED, NOT_COVERED, OUTSIDE, STATUSES, ScenarioCoverage

TREATY = "budapest"


class Side(NamedTuple):
    """A state: what it is called, its act with the edition, what text that is, what has to be said beside it."""

    state: str
    name: str
    act: str
    edition: str
    text: str
    marks: tuple[str, ...]


class Answer(NamedTuple):
    """What a code makes of a scenario, and the provisions that punish it, or would under further facts."""

    status: str
    words: str
    by: tuple[Address, ...]


class Line(NamedTuple):
    """A scenario with an answer for each state; `id` is its place on the page of the treaty."""

    id: str
    demand: str  # the obligation, told once
    scenario: str
    answers: tuple[Answer, ...]


class Grouped(NamedTuple):
    """A group: its scenarios; for each state how many are punished, at least under further facts, not, or lie outside, and
    the provisions that punish any.
    """

    group: str
    lines: tuple[Line, ...]
    counts: tuple[dict[str, int], ...]
    provisions: tuple[tuple[Address, ...], ...]

    @property
    def gaps(self) -> tuple[Line, ...]:
        """Scenarios that one of the states punishes, if only under further facts, and another does not; what lies outside
        the texts in hand is unknown.
        """
        known = (line for line in self.lines if all(one.status != OUTSIDE for one in line.answers))
        return tuple(line for line in known if len({one.status == NOT_COVERED for one in line.answers}) > 1)


class Beside(NamedTuple):
    """The comparison, with the title of the treaty."""

    treaty: str
    sides: tuple[Side, ...]
    groups: tuple[Grouped, ...]


def states_beside(states: Sequence[str], code: str) -> Beside:
    """The states by the groups of the treaty's articles, in words of the language `code`. InputError for one that is not
    encoded.
    """
    asked = treaty(TREATY)
    found = [cover(asked, state) for state in states]
    groups = tuple(_grouped(group, articles, found, code) for group, articles in asked.groups.items())
    return Beside(asked.titles[code], tuple(_side(one, code) for one in found), groups)


def encoded_states(code: str) -> list[tuple[str, str]]:
    """States whose offences packs encode, with their names."""
    from saralau.packs import names

    known = sorted({name.partition("/")[0] for name in names() if name.endswith(".elements")})
    return [(one, state_title(one, code)) for one in known]


def _side(found: Coverage, code: str) -> Side:
    law = encoding(found.jurisdiction)
    return Side(
        found.jurisdiction,
        state_title(found.jurisdiction, code),
        act_title(law.act, code),
        found.edition,
        text_of_register(load(law.edition(found.edition).register), code),
        tuple(notices(found, code)),
    )


def _grouped(group: str, articles: Sequence[str], found: Sequence[Coverage], code: str) -> Grouped:
    lines = tuple(_lines(articles, found, code))
    counts, provisions = [], []
    for at in range(len(found)):
        told = [line.answers[at] for line in lines]
        statuses = [one.status for one in told]
        counts.append({one: statuses.count(one) for one in STATUSES if one in statuses})
        punishing = dict.fromkeys(place for one in told if one.status == COVERED for place in one.by)
        provisions.append(tuple(sorted(punishing, key=lambda place: place.sort_key)))
    return Grouped(group, lines, tuple(counts), tuple(provisions))


def _lines(articles: Sequence[str], found: Sequence[Coverage], code: str) -> Iterator[Line]:
    for at, row in enumerate(found[0].obligations):
        if row.obligation.source.partition(".")[0] not in articles:
            continue
        told = say("cover-obligation", code, source=source(row.obligation.source), label=row.obligation.label[code])
        for number, one in enumerate(row.scenarios):
            answers = tuple(_answer(other.obligations[at].scenarios[number], code) for other in found)
            yield Line(f"s{at}-{number}", "" if number else told, labelled(one, row, code), answers)


def _answer(one: ScenarioCoverage, code: str) -> Answer:
    places = [it.address for it in one.punishing] or [it.address for it in one.conditions]
    return Answer(one.status, status(one.status, code), tuple(dict.fromkeys(places)))
