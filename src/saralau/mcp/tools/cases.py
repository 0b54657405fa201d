"""What facts amount to, what to ask next, and the terms in which facts are told."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import Field, StringConstraints, WithJsonSchema

from saralau.acts import Address
from saralau.mcp.asking import CASE, STATE, Asked, Paged, provision_iri
from saralau.mcp.quoting import cleaned, one_line
from saralau.mcp.shapes import Fact, Page, Shape
from saralau.mcp.tooling import Call, Told, Tool, more, page_of
from saralau.messages import InputError, say
from saralau.report.asked import Day
from saralau.report.registered import act_iri


class AskedTerms(Paged):
    """Which terms are looked for."""

    words: str = Field("", max_length=100, description="words of a label, in Kazakh, Russian or English; all unless told")
    facet: str | None = Field(None, pattern="^[a-z_]{1,60}$", description="only terms that answer this facet")


class Term(Shape):
    """A term of the vocabulary of facts."""

    id: str = Field(description="what cases write")
    label: str
    facet: str = Field(description="the question that it answers: the key under which cases write it")
    facet_label: str
    asked_of: str = Field(description="act, person, or found: what the engine finds itself and cases do not tell")
    single: bool = Field(description="the facet has one answer, so that this one excludes others")
    broader: str | None = Field(description="the wider term that is so, too, where this one is")


class Terms(Shape):
    """Terms that were found."""

    page: Page
    facets: list[str] = Field(description="all facets that there are")
    terms: list[Term]


def find_terms(call: Call, asked: AskedTerms) -> Told:
    """Find terms of the vocabulary in which facts are told: search by words in Kazakh, Russian or English, or list a facet
    (conduct, object, means, consequence, purpose, fault, group, victim ...). Use the ids in the case for qualify_case.
    """
    from saralau.cases.vocabulary import terms, terms_called

    known = terms()
    if asked.facet is not None and asked.facet not in known.facets:
        raise InputError("mcp-facet-unknown", typed=asked.facet, known=", ".join(known.facets))
    found = [id for id in terms_called(asked.words) if asked.facet in (None, known.facet_of[id])]
    shown = found[asked.offset : asked.offset + asked.limit]
    page = page_of(len(found), asked.offset, len(shown))
    rows = []
    for id in shown:
        facet = known.facet_of[id]
        rows.append(
            Term(
                id=id, label=known.label(id, call.code), facet=facet, facet_label=known.label(facet, call.code),
                asked_of=known.asked_of[facet], single=known.facets[facet], broader=known.broader.get(id),
            )
        )  # fmt: skip
    lines = [f"{one.facet}: {one.id} – {one.label}" for one in rows] or [say("mcp-terms-none", call.code)]
    return Told(Terms(page=page, facets=list(known.facets), terms=rows), [*lines, *more(page, call.code)])


_EXAMPLE = {
    "schema": "saralau/case/1", "case": "an-entry", "jurisdiction": STATE, "closed": True,
    "persons": [{"id": "k", "age": 34}],
    "acts": [{
        "id": "entry", "date": "2025-10-14", "conduct": "access",
        "object": ["information_system", "protected_information"], "authorisation": "without_right",
        "fault": "direct_intent",
    }],
    "unknown": ["entry.consequence"],
}  # fmt: skip
_CASE: dict[str, Any] = {
    "type": "object",
    "description": "A case (saralau/case/1). Each act has an id, a date, a conduct, and facets with terms (find_terms). "
    "What a case does not name is unknown; with closed: true it did not happen, except what `unknown` lists as act.facet.",
    "properties": {
        "schema": {"const": "saralau/case/1"},
        "case": {"type": "string"},
        "jurisdiction": {"type": "string"},
        "closed": {"type": "boolean"},
        "persons": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["id"]}},
        "acts": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["id", "date", "conduct"]}},
        "unknown": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["schema", "jurisdiction", "persons", "acts"],
    "examples": [_EXAMPLE],
}


class AskedQualify(Asked):
    """The facts, and how they are to be judged."""

    case: Annotated[dict[str, Any], WithJsonSchema(_CASE)]
    on: Day | None = Field(None, description="day of judgment, up to which later laws are looked at")
    skip: list[Annotated[str, StringConstraints(pattern=r"^[^.]{1,80}\.[a-z_]{1,60}$")]] = Field(
        [], max_length=200, description="questions that are not to be asked again, as act.facet"
    )


class Bound(Shape):
    """How much of a kind of punishment: the range that the part and the general part leave."""

    kind: str
    min: int | None
    max: int | None
    unit: str | None
    sources: list[str] = Field(description="provisions of the general part that moved it")


class RuleApplied(Shape):
    """A rule of the general part, and whether it applies."""

    id: str
    effect: str
    source: str
    applies: str = Field(description="yes or unknown")
    open: list[Fact]


class Charge(Shape):
    """A charge: by which provision, for which acts, with what it threatens."""

    iri: str
    address: str
    edition: str = Field(description="the edition by whose wording it is charged")
    points: list[str]
    features: list[str] = Field(description="fulfilled features of milder parts of the article")
    acts: list[str]
    category: str
    of_age: str = Field(description="yes, no or unknown")
    sanction: list[Bound]
    prosecution_until: str | None
    limitation_passed: str = Field(description="yes, no or unknown")
    rules: list[RuleApplied]


class Beside(Shape):
    """Whether one provision absorbs another, by three tests, each yes, no or unknown."""

    iri: str
    address: str
    by: str
    conduct: str = Field(description="its conduct is among that of the other")
    elements: str = Field(description="the other covers all its elements")
    severer: bool = Field(description="the other punishes more severely")
    uncovered: list[Fact]
    source: str


class Open(Shape):
    """A provision and the facts on which it hangs, or which it lacks."""

    iri: str
    address: str
    act: str
    facts: list[Fact]


class Displaced(Shape):
    """A provision that another displaces, or a rule excuses."""

    address: str
    by: str
    source: str


class Later(Shape):
    """What a later law makes of an act."""

    address: str
    act: str
    later: str
    outcome: str = Field(description="milder, heavier, mixed, not_punished or unknown")
    applied: bool


class Answer(Shape):
    """The answer for a person."""

    person: str
    charges: list[Charge]
    absorbed: list[Beside]
    turning: list[Beside] = Field(description="unknown: whether they are absorbed hangs on facts or on a reading")
    beside: list[Beside] = Field(description="not absorbed, and why")
    unknown: list[Open] = Field(description="would be charged if these facts were so")
    failing: list[Open] = Field(description="not fulfilled, by what is lacking")
    displaced: list[Displaced]
    excused: list[Displaced]
    later: list[Later]


class Choice(Shape):
    """A term that answers a question."""

    id: str
    label: str


class Question(Shape):
    """The question on which most of what is open hangs."""

    of: str = Field(description="the act or the person")
    facet: str
    words: str
    terms: list[Choice]
    whose: bool = Field(description="the fact is told, and asked is whose it is: of `sufferers` or of somebody else")
    sufferers: list[str]
    provisions: list[str]


class Qualified(Shape):
    """What the facts of a case amount to."""

    act: str = Field(description="address of the code")
    edition: str
    on: str | None
    brief: str
    persons: list[Answer]
    taken_as_absent: list[Open] = Field(description="would be charged if facts that a closed case does not name were so")
    before_force: list[str] = Field(
        description="acts before this law was in force: nothing here is a charge for them; say so"
    )
    wording_assumed: list[str] = Field(description="articles whose wording of the day is not in hand")
    reasoning: list[str] = Field(description="the whole reasoning in words, with the provisions that it rests on")
    question: Question | None = Field(description="what to ask next; null where nothing is open")


def qualify_case(call: Call, asked: AskedQualify) -> Told:
    """Qualify facts: for each person the charges with the range of the sanction, what absorbs what and why, what is unknown,
    the reasoning step by step with its sources, and the question to ask the user next. Facts are told with terms that
    find_terms finds, never with names of offences. Ask the user the question, put the answer into the case (or into `skip`),
    call again, until `question` is null. An aid, not legal advice.
    """
    try:
        content = json.dumps(asked.case, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as flaw:
        raise InputError("posted-no-json", why=type(flaw).__name__) from None
    if len(content) > CASE:
        raise InputError("api-too-long", most=CASE)
    skipped = [tuple(one.split(".", 1)) for one in asked.skip]
    found = call.working.errand("qualify_posted", content, asked.on, skipped, call.code)
    told, asked_next = found["qualification"], found["question"]
    iri = act_iri(told["act"])
    lines = [cleaned(line) for line in found["lines"]]
    question = None if asked_next is None else _question(asked_next)
    answer = Qualified(
        act=iri, edition=told["edition"], on=told["on"], brief=found["brief"],
        persons=[_answer(one, iri) for one in told["persons"]],
        taken_as_absent=[_open(one, iri, "facts") for one in told["taken_as_absent"]],
        before_force=(told["before_force"] or {}).get("acts", []),
        wording_assumed=[f"{one['article']}: {one['day']} → {one['edition']}" for one in told["wording_assumed"]],
        reasoning=lines, question=question,
    )  # fmt: skip
    closing = say("mcp-asks-nothing", call.code) if question is None else say("mcp-asks", call.code, words=question.words)
    choices = [] if question is None else [f"  {one.id} – {one.label}" for one in question.terms]
    return Told(answer, [iri, *lines, found["brief"], closing, *choices])


def _at(iri: str, short: str) -> str:
    return provision_iri(iri, Address.read(short))


def _facts(rows: list[dict[str, Any]]) -> list[Fact]:
    return [Fact(of=one_line(one["act"]), facet=one["facet"], terms=one["terms"]) for one in rows]


def _open(one: dict[str, Any], iri: str, key: str) -> Open:
    return Open(iri=_at(iri, one["address"]), address=one["address"], act=one_line(one["act"]), facts=_facts(one[key]))


def _beside(one: dict[str, Any], iri: str) -> Beside:
    return Beside(
        iri=_at(iri, one["address"]), address=one["address"], by=one["by"], conduct=one["conduct"], elements=one["elements"],
        severer=one["severer"], uncovered=_facts(one["uncovered"]), source=one["source"],
    )  # fmt: skip


def _answer(one: dict[str, Any], iri: str) -> Answer:
    return Answer(
        person=one_line(one["id"]), charges=[_charge(row, iri) for row in one["charges"]],
        absorbed=[_beside(row, iri) for row in one["absorbed"]], turning=[_beside(row, iri) for row in one["turning"]],
        beside=[_beside(row, iri) for row in one["beside"]], unknown=[_open(row, iri, "open") for row in one["hanging"]],
        failing=[_open(row, iri, "failed") for row in one["failing"]],
        displaced=[Displaced(address=row["address"], by=row["by"], source=row["source"]) for row in one["displaced"]],
        excused=[Displaced(address=row["address"], by=row["rule"], source=row["source"]) for row in one["excused"]],
        later=[
            Later(
                address=row["address"], act=one_line(row["act"]), later=row["later"], outcome=row["outcome"],
                applied=row["applied"],
            )
            for row in one["later"]
        ],
    )  # fmt: skip


def _charge(one: dict[str, Any], iri: str) -> Charge:
    general = one["general_part"]
    return Charge(
        iri=_at(iri, one["address"]), address=one["address"], edition=one["edition"], points=one["points"],
        features=one["features"], acts=[one_line(act) for act in one["acts"]], category=one["category"],
        of_age=one["of_age"], sanction=[Bound(**row) for row in general["bounds"]],
        prosecution_until=general["prosecution_until"], limitation_passed=general["limitation_passed"],
        rules=[
            RuleApplied(
                id=row["id"], effect=row["effect"], source=row["source"], applies=row["applies"], open=_facts(row["open"])
            )
            for row in general["rules"]
        ],
    )  # fmt: skip


def _question(one: dict[str, Any]) -> Question:
    return Question(
        of=one_line(one["of"]), facet=one["facet"], words=one_line(one["words"], 600),
        terms=[Choice(**row) for row in one["terms"]], whose=one["whose"],
        sufferers=[one_line(row) for row in one["sufferers"]], provisions=one["provisions"],
    )  # fmt: skip


TOOLS = (
    Tool("find_terms", AskedTerms, Terms, find_terms),
    Tool("qualify_case", AskedQualify, Qualified, qualify_case),
)
