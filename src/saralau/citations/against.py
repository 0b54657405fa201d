"""An act that a text is read against: what names mean that it has, though packs know other states' acts by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from saralau.acts import UNTOLD, Act
from saralau.citations.pieces import Piece, places, runs
from saralau.citations.works import Work, country_of, register
from saralau.documents import Span
from saralau.languages import Language, available, fold
from saralau.packs import load, names

_FRONT = 400  # characters, in which the front of an act has its title
_MARKS = ' \t#*«"“'  # what stands before a title


@dataclass(frozen=True, slots=True)
class Against:
    """The act, its jurisdiction, the addresses of acts of packs that have its name, and its state's name as its title has it
    where no pack has acts of that state ("" elsewhere).
    """

    work: Work
    country: str
    alike: frozenset[str]
    state: str = ""

    @property
    def is_alone(self) -> bool:
        """Whether packs know no acts of its state, so that a name without one is none of theirs."""
        return self.country not in (UNTOLD, *register(available()[0]).national)

    def is_meant(self, works: Sequence[Work], state: str | None, other: str = "") -> bool:
        """Whether a name that works of packs have is its own: beside it no state is named, or its own (`state`, or `other`
        for one whose acts no pack has).
        """
        if self.alike.isdisjoint(work.iri for work in works):
            return False
        if other:
            return _is_same(self.state, other)
        return state in (None, self.country)


def against(act: Act, work: Work | None = None, titles: Sequence[str] = ()) -> Against:
    """What a text says that is read against an act; `work` is which act that is, if it is known, `titles` what it is called
    beside its own front. Its name is one with which its title begins, so that an amending act has none.
    """
    country = work.iri.split("/")[2] if work is not None else country_of(act)
    if work is None:
        work = Work("", "act", "", None, f"/akn/{country}/act/undated/unnamed")
    alike, state = set[str](), ""
    for title in (*_front(act), *map(fold, titles)):
        run = _first(title, act.language)
        alike |= {one.iri for piece in run if piece.kind == "named" for one in piece.works}
        state = state or next((piece.value for piece in run if piece.kind == "other"), "")
    alike |= {iri for code in available() for iri in _shortened({work.iri, *alike}, code)}
    if any(iri.split("/")[2] == country for iri in alike):
        alike = set()  # a pack knows the state's own acts by the name
    return Against(work, country, frozenset(alike), state)


def _front(act: Act) -> Iterator[str]:
    """The lines above all articles, folded."""
    first = next((span.start for main in act.mains() for span in (*main.heading, *main.text)[:1]), len(act.folded))
    yield from act.folded[: min(first, _FRONT)].split("\n")


def _first(title: str, language: Language) -> Sequence[Piece]:
    """The pieces of the name with which a title begins; none where it begins otherwise."""
    title = title.lstrip(_MARKS)
    whole = Span(0, len(title))
    run = next(runs(title, whole, language, places(title, whole, language)), ())
    return run if run and run[0].span.start == 0 else ()


def _shortened(iris: Set[str], code: str) -> Iterator[str]:
    """Acts that have a name of acts of packs in a language without its first word ("the German Criminal Code")."""
    known = register(code)
    rows = (row for name in names() if name.endswith("/works") for row in load(name)["works"])
    ids = {entry.work.id for entry in known.entries if entry.work.iri in iris}
    called = (name for row in rows if row["id"] in ids for name in row.get("names", {}).get(code, ()))
    for name in called:
        rest = name.partition(" ")[2]
        found = known.named.fullmatch(rest) if known.named is not None and rest else None
        if found is not None:
            yield from (one.iri for one in known.owners[(found.lastindex or 1) - 1])


def _is_same(state: str, words: str) -> bool:
    """Whether words name a state: the same words in whichever case, or their first letters."""
    ours, theirs = state.split(), words.split()
    if not ours:
        return False
    alike = (one[:_STEM] == other[:_STEM] for one, other in zip(ours, theirs, strict=False))
    return (len(ours) == len(theirs) and all(alike)) or (len(ours) > 1 and words == "".join(one[0] for one in ours))


_STEM = 6  # letters, behind which names of states inflect
