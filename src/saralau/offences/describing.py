"""A part in words composed from its codes: no word of the law but the article's title."""

from __future__ import annotations

from collections.abc import Callable

from saralau.offences.model import Offence


def describe(offence: Offence, title: str, label: Callable[[str], str], say: Callable[..., str]) -> str:
    """One sentence: the title, the qualifying features, the ICT element where no feature tells it.

    `label` gives a term's label and `say` a message, both in the language wanted; so is `title`, failing that the original.
    """
    features = dict.fromkeys(
        feature.code for feature in offence.features if not feature.excluded and feature.code != "other"
    )
    elements = dict.fromkeys(proof.code for proof in offence.ict if proof.code not in features)
    named = title.rstrip(".")
    if features:
        text = say("describe-qualified", title=named, features="; ".join(map(label, features)))
    elif offence.extends:
        text = say(
            "describe-extends",
            title=named,
            addresses=", ".join(address.printed for address in offence.extends),
        )
    else:
        text = say("describe-basic", title=named)
    if elements:
        text += " " + say("describe-ict", elements=", ".join(map(label, elements)))
    return text
