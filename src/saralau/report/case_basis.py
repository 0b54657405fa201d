"""What a memorandum on a case rests on: whose law, which edition for which day, what text that is, what is not known."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.cases.model import Deed
from saralau.cases.qualifying import Qualification
from saralau.messages import say
from saralau.packs import load
from saralau.report.case_reservations import before_force
from saralau.report.findings import elements
from saralau.report.paper import Basis, spoken_day
from saralau.report.paper_basis import act_title, state_title, text_of_register


def case_basis(found: Qualification, code: str, day: str) -> Basis:
    """The basis of a paper or a page made on `day` (ISO), in the language `code`."""
    law = found.encoding
    charged = {one.edition for answer in found.answers for one in answer.charges}
    applied = {edition for deed in found.case.deeds for edition in _editions(deed, found)}
    editions = sorted({law.newest.edition, *charged})
    registers = [one.register for one in law.wordings if one.edition in {*editions, *applied}]
    texts = [text_of_register(load(name), code) for name in registers]
    judged = say("paper-judged-on", code, day=spoken_day(found.on, code)) if found.on else say("paper-judged-newest", code)
    return Basis(
        day,
        (act_title(law.act, code),),
        tuple(editions),
        (law.newest.register, f"{law.act}.elements"),
        states=(state_title(law.jurisdiction, code),),
        laws=(*dict.fromkeys(_applied(deed, found, code) for deed in found.case.deeds), judged),
        texts=tuple(dict.fromkeys(texts)),
        unknown=tuple(dict.fromkeys(_unknown(found, code))),
    )


def _editions(deed: Deed, found: Qualification) -> list[str]:
    """The edition that stood on the day of an act, the oldest where none in hand did; then others by which it is charged."""
    wordings = found.encoding.wordings
    stood = [one.edition for one in wordings if one.edition <= deed.date] or [wordings[0].edition]
    charged = [one.edition for answer in found.answers for one in answer.charges if deed.id in one.deeds]
    return list(dict.fromkeys([max(stood), *charged]))


def _applied(deed: Deed, found: Qualification, code: str) -> str:
    editions = ", ".join(spoken_day(one, code) for one in _editions(deed, found))
    told = {"day": spoken_day(deed.date, code), "edition": editions}
    early = before_force(found)
    if early is None or deed not in early[1]:
        return say("paper-law-applied", code, **told)
    return say("paper-law-not-in-force", code, since=spoken_day(early[0], code), **told)


def _unknown(found: Qualification, code: str) -> Iterator[str]:
    """What would have to be known; where nothing is open, that the case is told in full or that nothing hangs on more."""
    told = [elements(one.open, code) for answer in found.answers for one in answer.hanging]
    ages = [
        say("paper-unknown-age", code, id=answer.person.id)
        for answer in found.answers
        if answer.person.age is None and answer.person.born is None
    ]
    further = say("paper-unknown-turns", code) if any(answer.open for answer in found.answers) else ""
    yield from filter(None, (*ages, *told, further))
    if not (told or ages or further):
        yield say("paper-unknown-closed" if found.case.closed else "paper-unknown-none", code)
