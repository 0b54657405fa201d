"""The terms of acts as pages of another room show them: plain data in the words of one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from saralau.acts import Act
from saralau.messages import say
from saralau.report.definitions import define_act, kinds_said
from saralau.report.terms import TermsTold, compared
from saralau.report.terms_picture import terms_picture
from saralau.report.terms_told import drift_rows, going_said, kind_said, why_said
from saralau.report.vocabulary import labels
from saralau.terms.conflicts import KINDS, Place, TermFinding, find_conflicts
from saralau.terms.namesakes import Namesakes
from saralau.terms.survey import survey

Record = dict[str, Any]
_CLASHES = ("differently", "redefined", "twice")  # two definitions of one term, which are told first


def terms_view(told: TermsTold, code: str, names: Sequence[str], codes: Mapping[str, str]) -> Record:
    """Several acts read together: `acts`, `sections` of findings, `matrix`, `picture` (SVG), `ties`, `namesakes`, `drift`.

    Acts are named by their place in `acts`, which has them as `names` has, one for each; `codes` has titles of codes by id.
    """
    order = {one.title: place for place, one in enumerate(told.acts)}
    rows = {kind: [_found(told, order, one) for one in told.findings if one.kind == kind] for kind in _CLASHES}
    rows["losing"] = [_found(told, order, one.finding, going_said(one, code)) for one in told.losing]
    for kind in KINDS:
        rows.setdefault(kind, [_found(told, order, one) for one in told.findings if one.kind == kind])
    kinds = {row.name: dict(row.kinds) for row in told.kinds}
    return {
        "acts": [
            {"title": name, "definitions": len(lives), "uses": sum(map(len, one.uses.values())),
             "kinds": kinds_said(kinds[one.title], code)}
            for one, lives, name in zip(told.acts, told.lives, names, strict=True)
        ],
        "sections": _sections(rows, code),
        "matrix": [[row.term, [[cell.state, cell.uses] for cell in row.cells]] for row in told.matrix],
        "picture": terms_picture(told, code, names) if told.matrix else "",
        "ties": [[order[one.source], order[one.target], one.undefined, one.both, one.otherwise] for one in told.ties],
        "namesakes": [_namesakes(order, one, code) for one in told.namesakes],
        "drift": _drift(told, code, codes),
    }  # fmt: skip


def definitions_view(act: Act, code: str) -> Record:
    """What one act defines: `definitions`, `counts` by kind, and `sections` of findings in it alone.

    InputError for a language whose ways to define nobody has encoded.
    """
    defined = define_act(act)
    rows = [
        {"term": _words(act, one.term), "aliases": [_words(act, alias) for alias in one.aliases], "kind": sorting.kind,
         "place": one.address.printed, "eid": one.address.eid,
         "definiens": " ".join(_words(act, line) for line in one.definiens)}
        for one, sorting in defined.rows
    ]  # fmt: skip
    own: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    for one in find_conflicts(survey([act])):
        if one.kind not in ("undefined", "lapsed"):
            own[one.kind].append(_bare(one))
    return {"definitions": rows, "counts": defined.counts, "sections": _sections(own, code)}


def _sections(rows: dict[str, list[Record]], code: str) -> list[Record]:
    return [
        {"id": kind.replace("_", "-"), "title": kind_said(kind, code), "why": why_said(kind, code), "rows": some}
        for kind, some in rows.items()
        if some
    ]


def _found(told: TermsTold, order: dict[str, int], one: TermFinding, going: str = "") -> Record:
    others = dict.fromkeys((order[place.act], place.address) for place in one.others)
    return {
        "term": one.term,
        "at": [order[one.act], one.address.printed, one.address.eid],
        "others": [[place, address.printed, address.eid] for place, address in others],
        "pieces": [list(piece) for piece in compared(told, one)],
        "going": going,
    }


def _namesakes(order: dict[str, int], one: Namesakes, code: str) -> Record:
    """A group of names, each with how often it stands in an act and the places, which are told once."""
    names = []
    for called in one.called:
        places = dict.fromkeys((order[place.act], place.address.printed, place.address.eid) for place in called.places)
        names.append({"words": called.words, "count": len(called.places), "at": [list(place) for place in places]})
    return {"why": say(f"usage-namesakes-{one.why}", code), "names": names}


def _bare(one: TermFinding) -> Record:
    others: dict[tuple[str, str], None] = dict.fromkeys(_at(place) for place in one.others)
    return {"term": one.term, "at": [0, one.address.printed, one.address.eid], "others": [[0, *at] for at in others],
            "pieces": [], "going": ""}  # fmt: skip


def _at(place: Place) -> tuple[str, str]:
    return place.address.printed, place.address.eid


def _drift(told: TermsTold, code: str, codes: Mapping[str, str]) -> list[Record]:
    """Wordings of a code edition by edition: those of one language beside each other, which alone can be compared."""
    tables = []
    for name in dict.fromkeys(edition.code for edition in told.editions):
        for spoken in dict.fromkeys(one.language for one in told.editions if one.code == name):
            some = [one for one in told.editions if one.code == name and one.language == spoken]
            rows = [[labels(wording)[code], list(counts)] for wording, counts in drift_rows(some)]
            tables.append(
                {
                    "name": codes.get(name, name),
                    "language": spoken,
                    "columns": [one.edition or "–" for one in some],
                    "rows": rows,
                }
            )
    return tables


def _words(act: Act, span: Any) -> str:
    return " ".join(act.words(span).split())


def uncertain(code: str) -> str:
    """What the findings do not show."""
    return say("usage-limits", code)
