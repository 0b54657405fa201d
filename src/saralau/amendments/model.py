"""The nouns of the room: one amendment as an editor's note reports it, what it changes, and when it enters into force."""

from __future__ import annotations

from typing import NamedTuple

from saralau.acts import Address
from saralau.documents import Span


class Target(NamedTuple):
    """What an amendment changes, as the note says it.

    `unit` is act, text (words throughout it), preamble, contents, section, chapter, paragraph, article, part, point, indent
    or note; `address` is None above the articles, where `number` tells which. `title` tells that only the heading changes.
    """

    unit: str
    number: str | None = None
    address: Address | None = None
    title: bool = False


class InForce(NamedTuple):
    """When an amendment enters into force, as the note says it.

    `kind`: days, months (`after` so many of them from the first official publication), publication (on its day), on (a
    date), article (the amending law tells it in that article), untold. `excepted` is the day of those parts that have
    another.
    """

    kind: str
    after: int | None = None
    date: str | None = None
    article: str | None = None
    excepted: str | None = None


UNTOLD = InForce("untold")


class Amendment(NamedTuple):
    """An amending act named in a note: what it did, to what, when it was passed (ISO) and its number.

    `action` is introduced, amended, reworded, excluded, replaced_words, repealed, elsewhere (only the text in the other
    language changed) or ruled (by a court, `contrary` to the constitution or not). `announced` tells that the text does not
    show it yet. `address` is None for what stands above the articles. `span` is where the act is named.
    """

    address: Address | None
    action: str
    date: str
    number: str
    target: Target
    in_force: InForce
    announced: bool
    contrary: bool
    span: Span

    @property
    def heading(self) -> bool:
        """Whether the title is what changed."""
        return self.target.title

    @property
    def changes(self) -> bool:
        """Whether the text in hand is otherwise because of it."""
        return not self.announced and self.action not in ("ruled", "elsewhere")


class Note(NamedTuple):
    """An editor's note read: its amendments, how the whole act enters into force if it tells that, and what nobody
    understood.

    `home` is the provision at which it stands.
    """

    span: Span
    home: Address | None
    amendments: tuple[Amendment, ...]
    order: InForce | None
    rest: tuple[Span, ...]

    @property
    def understood(self) -> bool:
        """Whether every character was read, and something was."""
        return not self.rest
