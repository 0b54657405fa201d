"""What a general part makes of a charge, as lines and as a record: rules, bounds, limitation, payment, release."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saralau.acts import Address
from saralau.cases.general import Applied
from saralau.cases.sentencing import Bound, Limitation, Sentence
from saralau.cases.weighing import Rules
from saralau.messages import say
from saralau.offences import Offence
from saralau.offences.model import Unit
from saralau.report.amounts import said
from saralau.report.findings import elements, term
from saralau.report.numbers import currency_name, number

_SPOKEN = ("mitigates", "aggravates", "may_release", "releases", "bars_conditional", "finds")


def sentence_lines(told: Sentence, day: str, rules: Rules, code: str) -> Iterator[str]:
    """The lines for one charge; amounts in the currency by the index of the day of the act."""
    yield _limitation(told.limitation, code)
    if told.payment is not None:
        amount, source = told.payment
        index = rules.index(day)
        said = say("unit-mci", code, n=amount) + ("" if index is None else " " + money(amount * index, rules, code, day))
        yield say("case-payment", code, amount=said, source=printed(source))
    for one in told.applied:
        if one.rule.effect in _SPOKEN:
            name = say("case-rule-" + one.rule.effect.replace("_", "-"), code)
            yield f"{name}: {_rule(one, code)}"
    if told.narrowed:
        yield say("case-bounds", code)
        for kind, source in told.excluded:
            yield "  – " + say("case-bound-none", code, kind=_kind(kind, code), source=printed(source))
        for bound in told.bounds:
            yield "  – " + _bound(bound, code)


def gravest(offence: Offence, rules: Rules, code: str) -> str:
    """The gravest principal punishment with its amount; one that is suspended says so."""
    scale = rules.scale(offence)
    principal = [one for one in offence.sanction.principal if one.kind.value in scale]
    one = max(principal, key=lambda one: scale[one.kind.value], default=None)
    if one is None:
        return "–"
    amount = said(one, code)
    return _kind(one.kind.value, code) + (f" {amount}" if amount else "")


def references(told: Sentence, code: str) -> str:
    """The provisions with reference to which an offence is charged: stage, role."""
    named = [
        say("case-refers", code, to=printed(one.rule.data["to"]), label=one.rule.data["label"][code])
        for one in told.applied
        if one.rule.effect == "refers" and one.truth
    ]
    return "".join(f" {name}" for name in named)


def in_money(value: int, rules: Rules, code: str, day: str) -> str:
    """The most in the currency of the jurisdiction, in brackets; with the index's year where that of `day` is unknown."""
    return _sum("case-in-money", value, rules, code, day)


def money(value: int, rules: Rules, code: str, day: str) -> str:
    """A fixed sum in the currency of the jurisdiction, likewise."""
    return _sum("case-sum", value, rules, code, day)


def _sum(message: str, value: int, rules: Rules, code: str, day: str) -> str:
    told = {"sum": number(value, code), "currency": currency_name(rules.data["currency"], code)}
    since = rules.last_index(day)
    return say(message, code, **told) if since is None else say(f"{message}-by-index", code, year=since[:4], **told)


def printed(source: str) -> str:
    """A provision as people write it."""
    return Address.read(source).printed


def _rule(one: Applied, code: str) -> str:
    label = one.rule.data["label"][code]
    if one.rule.effect in ("mitigates", "aggravates"):  # which circumstance it is, if the rule speaks of several
        facts = [term(fact.term, code) for finding in one.met for fact in finding.facts if len(finding.terms) > 1]
        label += f" – {', '.join(dict.fromkeys(facts))}" if facts else ""
    told = {"label": label, "source": printed(one.rule.source)}
    if one.truth is None:
        return say("case-rule-open", code, on=elements(one.open, code), **told)
    return say("case-rule-doubled" if one.doubled else "case-rule", code, **told)


def _limitation(told: Limitation, code: str) -> str:
    if told.until is None:
        return say("case-limitation-none", code)
    how = "case-until-suspended" if told.suspended else "case-until-passed" if told.passed else "case-until"
    return say(how, code, until=told.until, source=printed(told.source))


def _bound(bound: Bound, code: str) -> str:
    told = {"kind": _kind(bound.kind, code), "amount": _amount(bound, code)}
    if not bound.sources:
        return say("case-bound-as-stated", code, **told)
    return say("case-bound", code, sources=", ".join(map(printed, bound.sources)), **told)


def _amount(bound: Bound, code: str) -> str:
    if bound.maximum is None or bound.unit is None:
        return "–"
    most = say(f"unit-{bound.unit.value}-upper", code, n=bound.maximum)
    if not bound.minimum:
        return say("amount-up-to", code, max=most)
    return say("amount-from-to", code, min=say(f"unit-{bound.unit.value}-lower", code, n=bound.minimum), max=most)


def _kind(kind: str, code: str) -> str:
    return say("kind-" + kind.replace("_", "-"), code)


def sentence_record(told: Sentence) -> dict[str, Any]:
    """The general part's answer for one charge as JSON."""
    return {
        "rules": [
            {
                "id": one.rule.id,
                "effect": one.rule.effect,
                "source": one.rule.source,
                "applies": "unknown" if one.truth is None else "yes",
                "counted_as_element": one.doubled,
                "open": [
                    {"act": finding.deed, "facet": finding.facet, "terms": list(finding.terms)} for finding in one.open
                ],
            }
            for one in told.applied
        ],
        "excluded": [{"kind": kind, "source": source} for kind, source in told.excluded],
        "bounds": [
            {
                "kind": bound.kind,
                "min": bound.minimum,
                "max": bound.maximum,
                "unit": bound.unit and Unit(bound.unit).value,
                "sources": list(bound.sources),
            }
            for bound in told.bounds
        ],
        "prosecution_until": told.limitation.until,
        "limitation_passed": {True: "yes", False: "no", None: "unknown"}[told.limitation.passed],
        "limitation_source": told.limitation.source,
        "payment": None if told.payment is None else {"amount": told.payment[0], "unit": "mci", "source": told.payment[1]},
    }
