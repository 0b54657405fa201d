"""The nouns of the room: a rule, what it finds, how it can be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from saralau.acts import Address
from saralau.documents import Span

if TYPE_CHECKING:
    from saralau.lint.subject import Subject

FAMILIES = ("text", "structure", "references", "terms", "penalties", "features", "parallel", "interaction")


class Fix(NamedTuple):
    """Words to be put in the place of others. Only what cannot change the meaning of the law is offered as a fix."""

    span: Span
    words: str


class Finding(NamedTuple):
    """One place that a rule objects to.

    `told` fills the rule's message (`lint-<name>`); `related` are other places of the same text that belong to it.
    """

    span: Span
    address: Address | None = None
    told: Mapping[str, object] = {}
    fix: Fix | None = None
    related: tuple[Span, ...] = ()


class Rule(NamedTuple):
    """A rule. `code` is its letter and number, which stay; `name` is the id of its messages: `lint-<name>` says what is
    wrong, `lint-<name>-why` why it matters, `-bad` and `-good` show it. `on` tells whether it runs unless it is asked not
    to: a rule of which too few findings are right is off. `check` finds; a rule that needs what an act does not have finds
    nothing.
    """

    code: str
    name: str
    family: str
    check: Callable[[Subject], Iterator[Finding]]
    on: bool = True
    on_offences: bool | None = None  # whether it looks at offences, if it does otherwise than its family


class Reported(NamedTuple):
    """A finding with the rule that made it."""

    rule: Rule
    finding: Finding
