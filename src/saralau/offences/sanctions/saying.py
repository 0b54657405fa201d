"""Saying a sanction again, from its structure alone, and holding it against the source.

Numbers are said in digits: the words of numbers are checked by tests of their own. What differs after the language's list
of meaningless variants is applied to both sides is a difference, and is shown.
"""

from __future__ import annotations

import re

from saralau.acts import Address
from saralau.languages import Language
from saralau.languages.model import Form
from saralau.languages.numbers import in_digits
from saralau.offences.model import Application, Condition, Punishment, Sanction, Unit
from saralau.offences.sanctions.forms import say


def say_sanction(sanction: Sanction, language: Language, at: Address) -> str:
    """The sanction in the language, as a drafter would write it, numbers in digits."""
    punishing = language.punishing
    verb = punishing.verb.split("|")[0]
    (principal, additional), conditional = _clauses(sanction)
    conditions = [
        f"{_condition(condition, language, at, first=position == 0)} {_clause(rest, language)}"
        for position, (condition, rest) in enumerate(conditional)
    ]
    if punishing.names_first:
        return " ".join([verb, _clause((principal, additional), language), *conditions])
    if any(rest[0] for _, rest in conditional):
        return " ".join([_clause((principal, additional), language), *conditions, verb])
    # Additions come first, conditional ones too; what every case is threatened with stands at the end.
    everywhere = [punishment for punishment in additional if punishment.scope == "all"]
    attached = [punishment for punishment in additional if punishment.scope != "all"]
    said = [_clause(([], everywhere), language), *conditions, _clause((principal, attached), language)]
    return " ".join([*said, verb])


def difference(folded: str, sanction: Sanction, language: Language, at: Address) -> tuple[str, str] | None:
    """What was said and what stands in the source, both without what means nothing, if they differ; else None."""
    source = _bare(folded[sanction.span.start : sanction.span.end], language)
    said = _bare(say_sanction(sanction, language, at), language)
    return None if said.replace(" ", "") == source.replace(" ", "") else (said, source)


_Clause = tuple[list[tuple[int, Punishment]], list[Punishment]]


def _clauses(sanction: Sanction) -> tuple[_Clause, list[tuple[Condition, _Clause]]]:
    """The unconditional clause, then one for each condition, in the order of the text."""
    plain: _Clause = ([], [])
    conditional: dict[Condition, _Clause] = {}
    rows = [(p, index) for index, p in enumerate(sanction.principal)] + [(p, -1) for p in sanction.additional]
    for punishment, index in sorted(rows, key=lambda row: row[0].span):
        clause = plain if punishment.condition is None else conditional.setdefault(punishment.condition, ([], []))
        if index >= 0:
            clause[0].append((index, punishment))
        else:
            clause[1].append(punishment)
    return plain, list(conditional.items())


def _clause(clause: _Clause, language: Language) -> str:
    principal, additional = clause
    everywhere = [_one(p, language) for p in additional if p.scope == "all" or not principal]
    alternatives = []
    for index, punishment in principal:
        attached = [_one(p, language) for p in additional if p.scope == index]
        own = _one(punishment, language)
        alternatives.append(" ".join([own, *attached] if language.punishing.names_first else [*attached, own]))
    joined = f" {language.punishing.either.split('|')[0]} ".join(alternatives)
    return " ".join([joined, *everywhere] if language.punishing.names_first else [*everywhere, joined])


def _one(punishment: Punishment, language: Language) -> str:
    values = {
        "min": str(punishment.minimum),
        "max": str(punishment.maximum),
        "fixed": str(punishment.maximum),
        "sum": language.punishing.sums.get(punishment.multiple_of or "", ""),
    }
    said = say(_form(punishment, language), values)
    if punishment.application is Application.OPTIONAL:
        fitting = [w for w, kinds in language.punishing.optional.items() if punishment.kind in kinds]
        said += " " + (fitting or [w for w, kinds in language.punishing.optional.items() if not kinds])[0]
    return said


def _form(punishment: Punishment, language: Language) -> Form:
    """The first form that says exactly what the punishment is."""
    slots = set()
    if punishment.same_as is None:
        if punishment.minimum is not None and punishment.minimum == punishment.maximum:
            slots = {"fixed"}
        else:
            slots = {name for name in ("min", "max") if getattr(punishment, f"{name}imum") is not None}
    wanted = Unit(punishment.unit).value if punishment.unit and punishment.same_as is None else None
    for form in language.punishing.forms:
        if (
            form.kind == punishment.kind
            and form.same == (punishment.same_as is not None)
            and form.life == punishment.life
            and form.unit == wanted
            and form.qualifier == punishment.qualifier
            and set(re.findall(r"\{(min|max|fixed)\}", form.template)) == slots
        ):
            return form
    return Form(punishment.kind, f"<no form says {punishment.kind}>")


def _condition(condition: Condition, language: Language, at: Address, *, first: bool) -> str:
    punishing = language.punishing
    if condition.circumstances:
        return punishing.circumstances[condition.circumstances]
    point = condition.points[0]
    if point.within == at.within:
        return (punishing.condition_said if first else punishing.condition_next).format(point=point.point)
    ordinal = language.numerals.ordinal_said.get(int(point.part or "0"), point.part or "")
    return punishing.condition_elsewhere.format(point=point.point, part=ordinal)


def _bare(text: str, language: Language) -> str:
    """Without what means nothing, before and after numbers become digits."""
    for _ in range(2):
        for pattern, replacement in language.punishing.meaningless:
            text = re.sub(pattern, replacement, text)
        text = in_digits(text, language.numerals)
    return " ".join(text.split())
