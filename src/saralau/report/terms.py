"""The terms of several acts read together, for a page or a program: findings, matrix, network, histories, drift."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from saralau.acts import Act, read_act
from saralau.history.definitions import DefinitionLife, Losing, lives_of, losing
from saralau.history.drift import Edition, Terms, technical_terms, wordings_by_edition
from saralau.history.wording import Piece, words_changed
from saralau.messages import InputError
from saralau.terms.conflicts import TermFinding, find_conflicts
from saralau.terms.namesakes import Namesakes, find_namesakes
from saralau.terms.naming import Stems
from saralau.terms.survey import Surveyed, same_work, survey

DEFINED, DIFFERENTLY, USED, ABSENT = "defined", "differently", "used", "absent"
_COMPARED = ("twice", "differently", "redefined")


class Cell(NamedTuple):
    """A term in an act: DEFINED, DIFFERENTLY (than in the first act of the row that defines it), USED or ABSENT; how often
    it is used there outside its definition, and not as part of a longer term.
    """

    state: str
    uses: int


class Row(NamedTuple):
    """A term with a cell for each act."""

    term: str
    cells: tuple[Cell, ...]


class Tie(NamedTuple):
    """Two acts: `source` leaves `undefined` terms to `target`, and defines so many that both define, and otherwise."""

    source: str
    target: str
    undefined: int
    both: int
    otherwise: int


@dataclass(frozen=True, slots=True)
class TermsTold:
    """All that is told of some acts. `lives` has the definitions of each act, in the order of the text."""

    acts: tuple[Surveyed, ...]
    findings: tuple[TermFinding, ...]
    losing: tuple[Losing, ...]
    lives: tuple[tuple[DefinitionLife, ...], ...]
    matrix: tuple[Row, ...]
    ties: tuple[Tie, ...]
    editions: tuple[Edition, ...]
    kinds: tuple[Terms, ...]
    namesakes: tuple[Namesakes, ...]


def tell_terms(paths: Sequence[Path]) -> TermsTold:
    """The acts of some files together. Raises InputError for a language whose ways to define nobody has encoded, and for two
    files of one name.
    """
    names = Counter(path.name for path in paths)
    if twice := next((name for name, count in names.items() if count > 1), None):
        raise InputError("usage-same-name", name=twice)
    return tell_acts([read_act(path) for path in paths])


def tell_acts(read: Sequence[Act]) -> TermsTold:
    """The same for acts that have been read; each is told by the name of its source."""
    acts = survey(read)
    findings = find_conflicts(acts)
    texts = [one.act for one in acts]
    return TermsTold(
        acts,
        findings,
        losing(acts, findings),
        tuple(lives_of(act) for act in texts),
        tuple(_matrix(acts)),
        tuple(_ties(findings)),
        wordings_by_edition(texts),
        technical_terms(texts),
        find_namesakes(acts),
    )


def compared(told: TermsTold, finding: TermFinding) -> tuple[Piece, ...]:
    """The two definientia of a finding aligned word by word, the other one first; none for findings of one definition."""
    if finding.kind not in _COMPARED:
        return ()
    other = finding.others[0]
    before, after = (_definiens(told, it.act, it.span.start) for it in (other, finding))
    return words_changed(before, after)


def _definiens(told: TermsTold, act: str, start: int) -> str:
    one = next(it for it in told.acts if it.title == act)
    name = next(named.name for named in one.names if named.name.span.start == start)
    return " ".join(" ".join(one.act.words(line) for line in name.definition.definiens).split())


def _matrix(acts: Sequence[Surveyed]) -> Iterator[Row]:
    """Terms that an act defines and that stand in the text of another act, in the order of the acts that define them."""
    seen: set[tuple[str, Stems]] = set()
    for one in acts:
        for named in one.names:
            key = (one.act.language.code, named.name.stems)
            if key in seen or named.name.alias or named.scope.articles is not None:
                continue
            seen.add(key)
            cells = tuple(_cells(acts, one, named.name.stems))
            there = [act for act, cell in zip(acts, cells, strict=True) if cell.state != ABSENT]
            if any(not same_work(one, other) for other in there):
                yield Row(_printed(acts, one, named.name.stems), cells)


def _printed(acts: Sequence[Surveyed], first: Surveyed, stems: Stems) -> str:
    """A term as the first act prints it, or one that lists it: a sentence in place may have it in another case."""
    ones = [
        (it, named) for it in (first, *acts) if it.act.language is first.act.language for named in it.defined.get(stems, ())
    ]
    act, named = next((pair for pair in ones if pair[1].name.definition.listed), ones[0])
    return " ".join(act.act.words(named.name.span).split())


def _cells(acts: Sequence[Surveyed], first: Surveyed, stems: Stems) -> Iterator[Cell]:
    meaning = first.meaning(first.defined[stems][0].name.definition)
    for one in acts:
        if one.act.language is not first.act.language:
            yield Cell(ABSENT, 0)
            continue
        uses = sum(not use.nested for use in one.used(stems))
        own = [named for named in one.defined.get(stems, ()) if not named.name.alias]
        if own:
            alike = any(one.meaning(named.name.definition) == meaning for named in own)
            yield Cell(DEFINED if alike else DIFFERENTLY, uses)
        else:
            yield Cell(USED if uses else ABSENT, uses)


def _ties(findings: Sequence[TermFinding]) -> Iterator[Tie]:
    """Pairs of acts that findings join."""
    counted: Mapping[str, Counter[tuple[str, str]]] = {"undefined": Counter(), "both": Counter(), "otherwise": Counter()}
    for finding in findings:
        for act in dict.fromkeys(place.act for place in finding.others):
            pair = (finding.act, act)
            if finding.kind in ("undefined", "lapsed"):
                counted["undefined"][pair] += 1
            elif finding.kind in ("alike", "differently", "redefined"):
                counted["both"][pair] += 1
                counted["otherwise"][pair] += finding.kind != "alike"
    for pair in dict.fromkeys(pair for counter in counted.values() for pair in counter):
        yield Tie(*pair, *(counter[pair] for counter in counted.values()))
