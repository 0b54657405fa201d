"""A qualification as one self-contained page: the facts, each charge with the elements that fulfil it, and the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from saralau.cases.formula import Finding
from saralau.cases.model import Amount, Fact
from saralau.cases.qualifying import Qualification
from saralau.cases.vocabulary import terms
from saralau.messages import say
from saralau.report.case_basis import case_basis
from saralau.report.case_reservations import reservations, run_out
from saralau.report.findings import asked
from saralau.report.numbers import money
from saralau.report.page import drawn
from saralau.report.paper import told_basis
from saralau.report.paper_basis import act_title, state_title
from saralau.report.qualification import qualification_lines


@dataclass(slots=True)
class Branch:
    """A line of the answer with the lines below it; a charge also has its elements."""

    text: str
    below: list[Branch] = field(default_factory=list)


class Fulfilled(NamedTuple):
    """An element in words, and the facts that fulfil it, if any has a name."""

    words: str
    by: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a case tells of an act or a person: its id, then facets with their answers in words."""

    id: str
    answers: tuple[tuple[str, str], ...]


class Memo(NamedTuple):
    """The page: its heading, the state and the act whose law is looked at, what has to be said first, the answer as a tree,
    the facts told, each charge with the elements that fulfil it.
    """

    heading: str
    act: str
    serious: list[str]
    tree: list[Branch]
    told: list[Told]
    charges: list[tuple[str, list[str]]]


def memo(found: Qualification, code: str, day: str) -> str:
    """The page as HTML, in the language `code`, made on `day` (ISO). What the case says is escaped; nothing is loaded."""
    told = memo_view(found, code, day)
    rests = list(told_basis(case_basis(found, code, day), code))
    return drawn("memo.html", code, rests=rests, **told._asdict())


def memo_view(found: Qualification, code: str, day: str) -> Memo:
    """What a page made on `day` (ISO) tells of a qualification, in words of the language `code`."""
    heading, *branches, _ = tree(list(qualification_lines(found, code)))  # its limits name a command
    serious = list(reservations(found, code))  # the first lines below the heading
    limits = Branch(say("paper-case-limits", code))
    charges = [(name, list(map(_joined, elements))) for name, elements in charged_elements(found, code)]
    return Memo(
        heading.text,
        f"{state_title(found.encoding.jurisdiction, code)}: {act_title(found.encoding.act, code)}",
        [*serious, *run_out(found, code, day)],
        [*heading.below[len(serious) :], *branches, limits],
        list(told_facts(found, code)),
        charges,
    )


def charged_elements(found: Qualification, code: str) -> Iterator[tuple[str, list[Fulfilled]]]:
    """Every charge with the person and the elements that fulfil it."""
    for answer in found.answers:
        for charge in answer.charges:
            yield f"{charge.address.printed}, {answer.person.id}", [_element(one, found, code) for one in charge.met]


def tree(lines: Sequence[str]) -> list[Branch]:
    """Lines by their indents as a tree."""
    top: list[Branch] = []
    open_: list[tuple[int, Branch]] = []
    for line in lines:
        if not line.strip():
            continue
        depth = len(line) - len(line.lstrip())
        branch = Branch(line.strip().removeprefix("– "))
        while open_ and open_[-1][0] >= depth:
            open_.pop()
        (open_[-1][1].below if open_ else top).append(branch)
        open_.append((depth, branch))
    return top


def _joined(one: Fulfilled) -> str:
    return one.words + (f" ← {one.by}" if one.by else "")


def _element(finding: Finding, found: Qualification, code: str) -> Fulfilled:
    by = ", ".join(dict.fromkeys(_fact(fact, code) for fact in finding.facts))
    if finding.facet == "amount":
        by = ", ".join(_sum(amount, code) for amount in found.case.deed(finding.deed).amounts)
    return Fulfilled(f"{finding.deed}: {asked(finding, code)}", by)


def _fact(fact: Fact, code: str) -> str:
    return terms().label(fact.term, code) + (f" ({fact.of})" if fact.of is not None else "")


def told_facts(found: Qualification, code: str) -> Iterator[Told]:
    """What the case tells, act by act and person by person."""
    for deed in found.case.deeds:
        sums = [(say(f"case-amount-{amount.kind}", code), _sum(amount, code)) for amount in deed.amounts]
        means = [(say("case-asks-means", code), ", ".join(deed.means))] if deed.means else []
        by = (say("memo-by", code), ", ".join(deed.by))
        yield Told(f"{deed.id}, {deed.date}", (by, *_answers(deed.facts.items(), code), *means, *sums))
    for person in found.case.persons:
        if person.facts:
            yield Told(person.id, tuple(_answers(person.facts.items(), code)))


def _answers(facts: Iterable[tuple[str, tuple[Fact, ...]]], code: str) -> Iterator[tuple[str, str]]:
    for facet, told in facts:
        yield terms().label(facet, code), ", ".join(_fact(fact, code) for fact in told)


def _sum(amount: Amount, code: str) -> str:
    return money(amount.value, amount.currency, code) + (f" ({amount.of})" if amount.of else "")
