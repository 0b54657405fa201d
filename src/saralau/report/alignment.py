"""Two texts aligned, as a record and as lines: what differs without a note, and what is known of each difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saralau.acts import Act, Address, identify, read_act
from saralau.amendments import edition_of, find_amendments
from saralau.history import Alignment, Difference, Text, align
from saralau.languages import Language, fold
from saralau.messages import InputError, say
from saralau.offences import Punishment, find_offences
from saralau.offences.general_part import general_part_of
from saralau.packs import load, names
from saralau.report.amounts import said

STATUSES = ("equal", "reported", "unreported", "introduced", "absent")


@dataclass(frozen=True, slots=True)
class Known:
    """A difference of official texts that a pack lists: why, in three languages."""

    reason: str
    label: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two texts, the earlier first, and their articles; `known` holds what packs say of differences."""

    earlier: Text
    later: Text
    rows: tuple[Alignment, ...]
    known: Mapping[tuple[Address, str], Known]

    @property
    def counts(self) -> dict[str, int]:
        """Articles by status; all statuses, in the order of STATUSES."""
        counted = Counter(row.status for row in self.rows)
        return {status: counted[status] for status in STATUSES}

    def unexplained(self) -> Iterator[tuple[Alignment, Difference]]:
        """Differences of articles whose change no note reports, in the order of the act."""
        for row in self.rows:
            if row.status in ("unreported", "absent"):
                yield from ((row, difference) for difference in row.differences)


def align_files(one: Path, other: Path) -> Aligned:
    """The texts of two files, ordered by edition. Raises InputError for texts that are not of one act, if that is known."""
    return align_acts(read_act(one), read_act(other))


def align_acts(one: Act, other: Act) -> Aligned:
    """The same for texts that have been read."""
    texts = sorted((_text(act) for act in (one, other)), key=edition)
    earlier, later = texts
    acts = [act.id if (act := identify(text.act)) else None for text in texts]
    if acts[0] != acts[1]:
        shown = [act or text.act.document.source.name for act, text in zip(acts, texts, strict=True)]
        raise InputError("align-different-acts", one=shown[0], other=shown[1])
    if acts[0] is None and _are_strangers(earlier.act, later.act):
        raise InputError("align-strangers", one=earlier.act.document.source.name, other=later.act.document.source.name)
    known = _known(acts[0], earlier.act.language, later.act.language) if acts[0] else {}
    return Aligned(earlier, later, align(earlier, later), known)


def _are_strangers(one: Act, other: Act) -> bool:
    """Whether two texts in one language, of acts that no pack knows, have hardly a title of an article in common."""
    if one.language is not other.language:
        return False
    titles = [{article.number: fold(article.title or "") for article in act.articles()} for act in (one, other)]
    common = [number for number in titles[0] if number in titles[1]]
    alike = sum(titles[0][number] == titles[1][number] for number in common)
    return len(common) >= _FEWEST and alike * 4 < len(common)


_FEWEST = 3  # articles that tell whether two texts are of one act


def edition(text: Text) -> str:
    """ISO date of the newest amending act that a text names; "" if it names none."""
    return edition_of(tuple(text.amendments)) or ""


def alignment_record(aligned: Aligned) -> dict[str, Any]:
    """The alignment as JSON (`saralau/alignment/1`)."""
    return {
        "schema": "saralau/alignment/1",
        "earlier": _basis(aligned.earlier),
        "later": _basis(aligned.later),
        "counts": aligned.counts,
        "articles": [_article(row, aligned) for row in aligned.rows if row.status != "equal"],
    }


def alignment_lines(aligned: Aligned, code: str, *, every: bool) -> Iterator[str]:
    """Counts, then a line for each difference that no note explains; with `every` the explained ones too."""
    sides = {name: _named(text) for name, text in (("earlier", aligned.earlier), ("later", aligned.later))}
    counts = aligned.counts
    yield say("align-heading", code, **sides, articles=len(aligned.rows))
    yield say("align-counts", code, **counts)
    known = sum((difference.address, difference.aspect) in aligned.known for _, difference in aligned.unexplained())
    yield say("align-known", code, all=sum(1 for _ in aligned.unexplained()), known=known)
    rows = [row for row in aligned.rows if row.differences and (every or row.status in ("unreported", "absent"))]
    for row in rows:
        by = ", ".join(f"{event.date} № {event.number}" for event in row.reported)
        for difference in row.differences:
            why = aligned.known.get((difference.address, difference.aspect))
            told = by or (why.label[code] if why else say("align-unknown", code))
            yield f"  {difference.address.printed:<12} {describe(difference, code)}  [{told}]"


def describe(difference: Difference, code: str) -> str:
    """What differs, in words: the aspect, then what each text says."""
    aspect = say(f"aspect-{difference.aspect}", code)
    if difference.aspect in ("unit", "excluded", "offence"):
        side = "align-earlier" if difference.earlier_has else "align-later"
        return f"{aspect}: {say(side, code)}"
    return f"{aspect}: {_punishment(difference.earlier, code)} | {_punishment(difference.later, code)}"


def _punishment(punishment: Punishment | None, code: str) -> str:
    if punishment is None:
        return "–"
    kind = say("kind-" + punishment.kind.value.replace("_", "-"), code)
    scope = say("align-on-one", code) if isinstance(punishment.scope, int) else ""
    return ", ".join(filter(None, (f"{kind} {said(punishment, code)}".strip(" ,"), scope)))


def _text(act: Act) -> Text:
    offences = find_offences(act, general_part_of(identify(act))).items if act.language.threats else ()
    return Text(act, offences, find_amendments(act))


def _known(act: str, one: Language, other: Language) -> dict[tuple[Address, str], Known]:
    name = f"{act}.discrepancies"
    if name not in names(name):
        return {}
    data = load(name)
    if {one.code, other.code} != set(data["languages"]):
        return {}
    labels = {reason["id"]: reason["label"] for reason in data["reasons"]}
    return {
        (Address.read(row["at"]), aspect): Known(row["reason"], labels[row["reason"]])
        for row in data["discrepancies"]
        for aspect in row["aspects"]
    }


def _named(text: Text) -> str:
    return f"{text.act.document.source.name} ({text.act.language.code}, {edition(text) or '–'})"


def _basis(text: Text) -> dict[str, Any]:
    source = text.act.document.source
    return {"source": source.name, "sha256": source.sha256, "language": text.act.language.code, "edition": edition(text)}


def _article(row: Alignment, aligned: Aligned) -> dict[str, Any]:
    return {
        "article": row.article,
        "status": row.status,
        "reported": [{"date": event.date, "number": event.number, "action": event.action} for event in row.reported],
        "differences": [
            {
                "at": difference.address.short,
                "aspect": difference.aspect,
                "earlier_has": difference.earlier_has,
                "earlier": _value(difference.earlier),
                "later": _value(difference.later),
                "known": known.reason
                if (known := aligned.known.get((difference.address, difference.aspect))) and not row.reported
                else None,
            }
            for difference in row.differences
        ],
    }


def _value(punishment: Punishment | None) -> dict[str, Any] | None:
    if punishment is None:
        return None
    return {
        "kind": punishment.kind.value,
        "min": punishment.minimum,
        "max": punishment.maximum,
        "unit": punishment.unit.value if punishment.unit else None,
        "multiple_of": punishment.multiple_of,
        "life": punishment.life,
        "application": punishment.application.value,
        "scope": punishment.scope,
        "qualifier": punishment.qualifier,
    }
