"""P002: the ladder of sanctions misses a step: an aggravated part begins far above where the part below it ends."""

from __future__ import annotations

from collections.abc import Iterator

from saralau.lint.model import Finding, Rule
from saralau.lint.subject import Subject
from saralau.lint.threats import figures, of_result
from saralau.offences import Kind, Offence

WIDE = 365 * 2  # days that no court can impose between the two


def check(subject: Subject) -> Iterator[Finding]:
    """Deprivation of liberty: the minimum is two years or more above the maximum of every lower step of the article.

    What is graver for its result or its time alone (death, war) is another thing, and no step of the ladder.
    """
    scale = figures(subject).scale
    for members in subject.by_article.values():
        if len(members) == 1:
            continue
        ranks = {one.address: scale(one).get(Kind.DEPRIVATION) for one in members}
        for position, offence in enumerate(members):
            ranked = ranks[offence.address]
            steps = [one for one in members[:position] if _same_ladder(one, offence)]
            below = [other for one in steps if (other := ranks[one.address]) is not None]
            if offence.extends and ranked and below and not of_result(offence):
                most = max(one.maximum for one in below)
                if ranked.minimum - most >= WIDE:
                    yield Finding(
                        offence.sanction.span, offence.address, {"top": most // 365, "bottom": ranked.minimum // 365}
                    )


def _same_ladder(one: Offence, other: Offence) -> bool:
    """Whether a part is what the other extends, or extends something of what that does."""
    bases = {base.within for base in other.extends}
    return one.address in bases or bool(bases & {base.within for base in one.extends})


RULE = Rule("P002", "gap-in-ladder", "penalties", check, on=False)
