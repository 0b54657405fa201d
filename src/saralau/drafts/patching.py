"""The encoding of an act as a draft would make it: packs to be laid over those in hand.

Elements come from a patch (`saralau/patch/1`), written by whoever drafts; sanctions, categories and features are read again
from the text of the new edition. Wordings of earlier editions stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from saralau.acts import Act, Address, Kind
from saralau.acts.address import number_key
from saralau.cases.encoding import elements_packs, encoded_articles, held
from saralau.messages import InputError
from saralau.offences import Offence
from saralau.offences.records import compact, to_record
from saralau.packs import load, names
from saralau.packs.checking import check
from saralau.packs.reading import read_yaml, read_yaml_text

Pack = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Patch:
    """A patch, and the articles of which it says what becomes of their elements."""

    data: Mapping[str, Any]
    articles: frozenset[str]

    @property
    def vocabulary(self) -> Mapping[str, Pack]:
        """The facts that it adds to the vocabulary, as a pack."""
        families, terms = self.data.get("families", []), self.data.get("terms", [])
        if not families and not terms:
            return {}
        return {"vocabulary/facts-of-the-draft": {"schema": "saralau/vocabulary/1", "families": families, "terms": terms}}


class Sent(NamedTuple):
    """A patch that is in no file: how it is called, its text."""

    name: str
    text: str


def read_patch(path: Path | Sent, act: str) -> Patch:
    """The patch in a file; InputError with its line for a mistake, and where it is a patch to another act's encoding."""
    path, (data, lines) = (
        (Path(path.name), read_yaml_text(path.text, Path(path.name))) if isinstance(path, Sent) else (path, read_yaml(path))
    )
    check(data, str(path), lines)
    if data["schema"] != "saralau/patch/1" or f"{data['jurisdiction']}/{data['act']}" != act:
        raise InputError("patch-of-another-act", name=path, act=act)
    numbers = {str(row["article"]) for row in data.get("articles", ())} | set(map(str, data.get("unchanged", ())))
    return Patch(data, frozenset(numbers))


def elements_name(jurisdiction: str, act: str) -> str | None:
    """The name of the pack that encodes an act; None where nobody has encoded it."""
    name = f"{act}.elements"
    return name if act.startswith(f"{jurisdiction}/") and name in names(f"{jurisdiction}/") else None


def patched(name: str, patch: Patch, edition: Act, offences: Sequence[Offence], touched: Iterable[str]) -> dict[str, Pack]:
    """The packs to lay over: the elements of an act with the patch in them, the newest register with what was read again."""
    whole = load(name)
    newest = max(whole["editions"], key=lambda one: str(one["as_of"]))
    previous = max(
        (str(one["edition"]) for one in whole["editions"] if one["edition"] < newest["edition"]), default="0001-01-01"
    )
    numbers = frozenset(touched) | patch.articles
    span = _Editions(str(newest["edition"]), previous)
    threatened = {offence.address for offence in offences}
    merged = [
        row
        for article in _merged(list(encoded_articles(name)), patch.data.get("articles", ()), span)
        if (row := _threatened(article, threatened, span) if str(article["article"]) in numbers else article)["parts"]
    ]
    laid: dict[str, Pack] = {chapter: {**load(chapter), "articles": []} for chapter in names(f"{name}/")}
    laid[name] = {**whole, "articles": merged, "features": _features(name, patch)}
    laid[newest["register"]] = _register(load(newest["register"]), edition, offences, numbers)
    return laid | dict(patch.vocabulary)


@dataclass(frozen=True, slots=True)
class _Editions:
    """The newest edition, which the draft changes, and the one before it."""

    newest: str
    previous: str

    def before(self, part: Pack) -> Pack | None:
        """A part that holds in the newest edition, as what it was before; None where it was not there."""
        if str(part.get("from", "")) > self.previous:
            return None
        return {**part, "until": self.previous}


def _merged(rows: Sequence[Pack], changes: Sequence[Pack], span: _Editions) -> Iterator[Pack]:
    by_number = {str(row["article"]): row for row in changes}
    for row in rows:
        change = by_number.pop(str(row["article"]), None)
        yield row if change is None else _changed(row, change, span)
    for row in by_number.values():
        yield {**row, "parts": [{**part, "from": span.newest} for part in row["parts"]]}


def _changed(row: Pack, change: Pack, span: _Editions) -> Pack:
    """An article with the parts of a patch in the place of those of their number, new ones behind the one before."""
    parts: list[Pack] = list(row["parts"])
    for new in change["parts"]:
        number = str(new["part"])
        at = [index for index, part in enumerate(parts) if str(part["part"]) == number and held(part, span.newest)]
        dated = {**new, "from": span.newest}
        if at:
            before = span.before(parts[at[0]])
            parts[at[0] : at[0] + 1] = [dated] if before is None else [before, dated]
        else:
            behind = [i for i, part in enumerate(parts) if number_key(str(part["part"])) <= number_key(number)]
            parts.insert(behind[-1] + 1 if behind else 0, dated)
    return {**row, **{key: value for key, value in change.items() if key != "parts"}, "parts": parts}


def _threatened(row: Pack, threatened: set[Address], span: _Editions) -> Pack:
    """An article without the parts that the new edition no longer threatens with punishment."""
    kept: list[Pack] = []
    for part in row["parts"]:
        at = Address(str(row["article"]), str(part["part"]))
        if held(part, span.newest) and at not in threatened and Address(at.article) not in threatened:
            before = span.before(part)
            kept += [] if before is None else [before]
        else:
            kept.append(part)
    return {**row, "parts": kept}


def _features(name: str, patch: Patch) -> Pack:
    """The codes of features as terms, those of the patch beside those of the packs."""
    told: dict[str, list[str]] = {}
    for pack in (*elements_packs(name), patch.data):
        for code, words in pack.get("features", {}).items():
            told.setdefault(code, []).extend([words] if isinstance(words, str) else words)
    return {code: list(dict.fromkeys(words)) for code, words in told.items()}


def _register(register: Pack, edition: Act, offences: Sequence[Offence], numbers: frozenset[str]) -> Pack:
    """The newest register with the offences of the touched articles read again, in the order of the new edition."""
    again = {number: [compact(to_record(one)) for one in offences if one.address.article == number] for number in numbers}
    kept = [row for row in register["offences"] if str(row["article"]) not in numbers]
    rows = [*kept, *(row for number in again for row in again[number])]
    known = {str(row["number"]) for row in register["articles"]}
    new: list[Pack] = [
        {"number": one.number, "chapter": None, "title": one.title or "", "excluded": one.excluded, "amendments": []}
        for one in edition.walk()
        if one.kind is Kind.ARTICLE and one.number in numbers and one.number not in known
    ]
    return {**register, "offences": rows, "articles": [*register["articles"], *new]}
