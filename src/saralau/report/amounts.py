"""How much of a punishment, in words, by each language's own grammar."""

from __future__ import annotations

from saralau.messages import say
from saralau.offences.model import Application, Limit, Punishment


def said(punishment: Punishment, code: str) -> str:
    """Amount, what the general part supplies, suspension and application, in the language `code`."""
    pieces = [stated(punishment, code)]
    if punishment.multiple_of:
        sum_said = say("sum-" + punishment.multiple_of.replace("_", "-"), code)
        pieces = [say("amount-of-sum", code, amount=pieces[0], sum=sum_said)]
    if punishment.implied_minimum is not None:
        pieces.append(_implied("amount-implied", punishment.implied_minimum, "-lower", code))
    if punishment.implied_maximum is not None:
        pieces.append(_implied("amount-implied-upper", punishment.implied_maximum, "-upper", code))
    if punishment.qualifier:
        pieces.append(say("qualifier-" + punishment.qualifier.replace("_", "-"), code))
    if punishment.suspended:
        pause = punishment.suspended
        pieces.append(say("suspended", code, until=pause.until, article=pause.source.printed))
    if punishment.scope is not None or punishment.application is not Application.OBLIGATORY:
        pieces.append(_application(punishment, code))
    return ", ".join(piece for piece in pieces if piece)


def stated(punishment: Punishment, code: str) -> str:
    """The amount that the text itself states; "" where it states none."""
    low, high = punishment.minimum, punishment.maximum

    def of(value: int, form: str = "") -> str:
        # A text that forgot the unit still has its number.
        return say(f"unit-{punishment.unit.value}{form}", code, n=value) if punishment.unit else str(value)

    if punishment.life:
        return say("amount-from-life", code, min=of(low, "-lower")) if low else say("amount-life", code)
    if low is not None and low == high:
        return say("amount-fixed", code, max=of(low))
    if low is not None and high is not None:
        return say("amount-from-to", code, min=of(low, "-lower"), max=of(high, "-upper"))
    if low is not None:
        return say("amount-from", code, min=of(low, "-lower"))
    return "" if high is None else say("amount-up-to", code, max=of(high, "-upper"))


def _implied(message: str, limit: Limit, form: str, code: str) -> str:
    amount_said = say(f"unit-{limit.unit.value}{form}", code, n=limit.value)
    return say(message, code, amount=amount_said, article=limit.source.printed)


def _application(punishment: Punishment, code: str) -> str:
    condition = punishment.condition
    if punishment.application is Application.OBLIGATORY:
        return say("application-obligatory", code)
    if condition is None:
        return say("application-optional", code)
    points = ", ".join(point.printed for point in condition.points)
    return say("application-conditional", code, condition=points or say(f"condition-{condition.circumstances}", code))
