"""Whether references are found and resolved: `python -m bench.accuracy ../shared/corpus [--held | --all] [--errors]`.

Held against annotations made by reading (`tests/gold/citations/`, rules in `rules.md`). Without a flag only the passages
that may be looked at while the finder is written; `--held` those that were set aside until the end; `--errors` lists what
differs, as places and addresses.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from saralau.citations import Citation
from saralau.documents import Document, Span
from saralau.report.citing import cite, home_work
from saralau.report.precision import wilson

GOLD = Path(__file__).resolve().parents[1] / "tests/gold/citations"
AIM = 0.99


@dataclass(frozen=True, slots=True)
class Record:
    """One reference as a reader marked it: where, and what it names (see rules.md for `address` and `act`)."""

    span: Span
    kind: str
    address: str
    act: str


def main(arguments: list[str]) -> int:
    """Prints the table; 1 where the texts are absent."""
    corpus = Path(next((a for a in arguments if not a.startswith("--")), "../shared/corpus"))
    if not corpus.is_dir():
        print(f"{corpus} is absent: nothing was measured")
        return 1
    sets = {"held"} if "--held" in arguments else {"open", "held"} if "--all" in arguments else {"open"}
    sums: Counter[str] = Counter()
    errors: list[str] = []
    for name, spans in passages(sets).items():
        document, found = read_text(corpus / name)
        check_source(name, document)
        counts = compare(annotated(name, document), found, spans, document, errors)
        print(row(name, counts))
        sums += counts
    print(row("all", sums))
    if "--errors" in arguments:
        print("\n".join(errors))
    return 0


def passages(sets: set[str]) -> dict[str, list[Span]]:
    """The stretches that were annotated, by text."""
    found: dict[str, list[Span]] = defaultdict(list)
    for line in _rows("passages.tsv"):
        if line["set"] in sets:
            found[line["file"]].append(Span(int(line["start"]), int(line["end"])))
    return found


def annotated(name: str, document: Document) -> list[Record]:
    """The records of a text, each checked against its words by their hash."""
    records = []
    for line in _rows(f"{Path(name).name}.tsv"):
        span = Span(int(line["start"]), int(line["end"]))
        if word_hash(document, span) != line["hash"]:
            raise SystemExit(f"{name}: the words at {span.start} are not those that were annotated")
        records.append(Record(span, line["kind"], line["address"], line["act"]))
    return records


def word_hash(document: Document, span: Span) -> str:
    """Tells whether the words are the same ones without holding them."""
    return hashlib.sha256(document.text[span.start : span.end].encode()).hexdigest()[:12]


def check_source(name: str, document: Document) -> None:
    """Stops where the text is not the one that was annotated."""
    known = {line["sha256"] for line in _rows("passages.tsv") if line["file"] == name}
    if known != {document.source.sha256}:
        raise SystemExit(f"{name} is another text than the one that was annotated")


def read_text(path: Path) -> tuple[Document, list[tuple[Citation, str, str]]]:
    """References of a text as the program finds them, each with its address and act as the annotations write them."""
    cited = cite(path, None)
    home = home_work(cited)
    return cited.document, [
        (citation, _address(citation), _act(citation, home)) for citation, _ in cited.found if not citation.between
    ]


def _address(citation: Citation) -> str:
    address = citation.address.short if citation.address else ""
    return address + (f"#{citation.place}" if citation.place else "")


def _act(citation: Citation, home: str | None) -> str:
    work = citation.work
    if work is None:
        return "?" if citation.unknown else "self" if home is not None else "-"
    if work.iri == home:
        return "self"
    return work.id or f"{work.kind}:{work.date}:{(work.number or '').upper()}"


def compare(
    records: Sequence[Record],
    found: Sequence[tuple[Citation, str, str]],
    spans: Sequence[Span],
    document: Document,
    errors: list[str],
) -> Counter[str]:
    """Counts of marked, found, right; told and true of what the program tells inside the passages."""
    counts: Counter[str] = Counter()
    inside = [item for item in found if any(s.start <= item[0].span.start < s.end for s in spans)]
    used: set[int] = set()
    for record in records:
        if not any(s.start <= record.span.start < s.end for s in spans):
            continue
        counts["marked"] += 1
        hits = [i for i, item in enumerate(inside) if _meets(record, item[0]) and i not in used]
        same = [i for i in hits if says_same(record, inside[i])]
        if not hits:
            errors.append(f"missed  {_place(document, record.span)} {record.kind} {record.address} {record.act}")
            continue
        counts["found"] += 1
        used.add((same or hits)[0])
        if same:
            counts["right"] += 1
        else:
            told = inside[hits[0]]
            errors.append(f"differs {_place(document, record.span)} {record.address} {record.act} | {told[1]} {told[2]}")
    counts["told"], counts["true"] = len(inside), len(used)
    for i, (citation, address, act) in enumerate(inside):
        if i not in used:
            errors.append(f"extra   {_place(document, citation.span)} {citation.kind} {address} {act}")
    return counts


def _meets(record: Record, citation: Citation) -> bool:
    kinds = ("act", "treaty") if record.kind == "act" else ("provision", "division")
    return citation.kind in kinds and citation.span.start < record.span.end and record.span.start < citation.span.end


def says_same(record: Record, told: tuple[Citation, str, str]) -> bool:
    """Whether the program names the same place in the same act; "this chapter" is any number of it."""
    _, address, act = told
    places = {address, address.rpartition(":")[0] if ":" in address and told[0].relative else address}
    kind, _, number = record.act.partition(":")
    acts = {record.act, *(("?",) if number == "?" else ())}
    if number == "?" and told[0].work is not None and told[0].work.kind == kind:
        acts.add(act)  # a pack knows the title, the annotator's list did not
    if record.act.count(":") == 2 and act.count(":") == 2:
        acts |= {act for _ in (0,) if act.startswith(record.act.rstrip(":")) or _same_number(act, record.act)}
    return record.address in places and act in acts


def _same_number(one: str, other: str) -> bool:
    return one.upper().split(":")[1:] == other.upper().split(":")[1:] and one.split(":")[0] == other.split(":")[0]


def _place(document: Document, span: Span) -> str:
    return f"{document.source.name}:{span.start}"


def row(name: str, counts: Counter[str]) -> str:
    """One line: counts, and each share with its 95 % interval."""
    shares = [("found", "found", "marked"), ("resolved", "right", "marked"), ("precision", "true", "told")]
    cells = []
    for label, part, whole in shares:
        low, high = wilson(counts[part], counts[whole]) if counts[whole] else (0.0, 1.0)
        share = counts[part] / counts[whole] if counts[whole] else 0.0
        cells.append(f"{label} {counts[part]}/{counts[whole]} = {share:.3f} ({low:.3f} to {high:.3f})")
    return f"{Path(name).name:32} " + "; ".join(cells)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
