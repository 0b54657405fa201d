"""What the official texts give: `python -m bench.corpus ../shared/corpus`.

Prints each number that a document quotes; exits 1 where a count that must hold does not.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path
from typing import Any

from saralau.acts import Address, balance
from saralau.history import find_losses
from saralau.offences.dispositions import units
from saralau.offences.sanctions import difference, read_sanction
from saralau.packs import load
from saralau.packs.reading import read_yaml
from saralau.report.agreement import read_lists
from saralau.report.alignment import align_files
from saralau.report.analysis import Analysis, analyse
from saralau.report.precision import wilson
from saralau.taxonomy import compare

CODES = ("criminal-code.ru.2025.html", "criminal-code.ru.2020.md", "criminal-code.kk.2022.md")
READING = Path(__file__).resolve().parents[1] / "tests/gold/kz/ict-reading.yaml"
WRITTEN = "2024-06-30"  # about when the paper was written


def main(corpus: Path) -> int:
    """Runs every check; the number of failed ones."""
    if not corpus.is_dir():
        print(f"{corpus} is absent: nothing was checked")
        return 1
    analyses = {name: analyse(corpus / "kz" / name) for name in CODES}
    failed = sum(_text(name, analysis) for name, analysis in analyses.items())
    latest = analyses[CODES[0]]
    failed += _reading(latest)
    failed += _paper(latest, corpus.parent / "gold/paper.yaml")
    _gaps(latest)
    _judged_features(latest)
    for name in CODES[1:]:
        losses = find_losses(analyses[name].offences.items, latest.offences.items)
        print(f"lost since {analyses[name].edition}: {', '.join(sorted({loss.address.printed for loss in losses}))}")
    failed += sum(_aligned(corpus / "kz" / one, corpus / "kz" / other) for one, other in combinations(CODES, 2))
    print("corpus checks: all hold" if not failed else f"corpus checks: {failed} failed")
    return failed


def _text(name: str, analysis: Analysis) -> int:
    act = analysis.act
    ledger = balance(act)
    print(f"\n{name}: language {act.language.code}, edition {analysis.edition}")
    print(f"  articles {sum(1 for _ in act.articles())}, offences {len(analysis.offences.items)}")
    print(f"  characters {ledger.total}: provisions {ledger.provisions}, headings {ledger.headings}, notes {ledger.notes}, "
          f"front {ledger.front}, back {ledger.back}, orphans {ledger.orphans}; balanced {ledger.balanced}")  # fmt: skip
    unread, differing = 0, []
    for unit in units(act):
        sanction, _ = read_sanction(act.folded, unit.sanctions[0], act.language, unit.address)
        unread += len(sanction.unread)
        if found := difference(act.folded, sanction, act.language, unit.address):
            differing.append((unit.address.printed, *found))
    print(
        f"  sanctions {len(analysis.offences.items)}: unread stretches {unread}, said again and different {len(differing)}"
    )
    for address, said, source in differing:
        print(f"    {address}\n      said   {said[-110:]}\n      source {source[-110:]}")
    features = [f for offence in analysis.offences.items for f in offence.features if not f.excluded]
    other = sum(feature.code == "other" for feature in features)
    print(f"  features {len(features)}, unrecognised {other} ({100 * other / len(features):.1f} %)")
    groups: dict[str, int] = {}
    for placement in analysis.placements:
        key = f"{placement.group} {'own' if placement.own else 'inherited'}"
        groups[key] = groups.get(key, 0) + 1
    print("  groups: " + ", ".join(f"{key} {count}" for key, count in sorted(groups.items())))
    defects: dict[str, int] = {}
    for defect in (*act.defects, *analysis.offences.defects):
        defects[defect.code] = defects.get(defect.code, 0) + 1
    print("  defects: " + (", ".join(f"{code} {count}" for code, count in sorted(defects.items())) or "none"))
    return int(not ledger.balanced) + int(unread > 0)


def _aligned(one: Path, other: Path) -> int:
    """Every difference that no note explains must be one that somebody read in both texts."""
    aligned = align_files(one, other)
    found = {(difference.address, difference.aspect) for _, difference in aligned.unexplained()}
    places = {address for address, aspect in found if (address, aspect) in aligned.known}
    print(
        f"\naligned {aligned.earlier.act.document.source.name} | {aligned.later.act.document.source.name}: {aligned.counts}"
    )
    print(f"  differences without a note: {len(found)}, of them judged discrepancies of the texts, at {len(places)} places")
    return len(found - set(aligned.known))


def _reading(analysis: Analysis) -> int:
    """Recall and precision of the element against the reading by eye, on both halves of the chapters."""
    data, _ = read_yaml(READING)
    chapters = {o.address.article: int(o.chapter or 0) for o in analysis.offences.items}
    gold = [Address.read(row["at"]) for row in data["carries"]]
    found = {Address(o.address.article, o.address.part, proof.point) for o in analysis.offences.items for proof in o.ict}
    missed = 0
    for name, odd in (("odd (tuned on)", 1), ("even", 0)):
        want = [at for at in gold if chapters[at.article] % 2 == odd]
        have = [at for at in found if chapters[at.article] % 2 == odd]
        hit = sum(any(at.holds(f) or f.holds(at) for f in have) for at in want)
        right = sum(any(at.holds(f) or f.holds(at) for at in want) for f in have)
        missed += len(want) - hit
        print(f"element, chapters {name}: recall {_share(hit, len(want))}, precision {_share(right, len(have))}")
    return int(missed > 0)


def _share(right: int, total: int) -> str:
    low, high = wilson(right, total)
    return f"{right}/{total} ({100 * right / total:.0f} %, 95 % interval {100 * low:.0f}-{100 * high:.0f})"


def _paper(analysis: Analysis, path: Path) -> int:
    if not path.is_file():
        print(f"{path} is absent: the paper's lists were not compared")
        return 1
    rows = compare(analysis.act, analysis.placements, read_lists(path), analysis.amendments, WRITTEN)
    for verdict in ("both", "another_group", "only_theirs", "only_ours"):
        members = [row.address.printed for row in rows if row.verdict == verdict]
        print(f"paper, {verdict}: {len(members)} {', '.join(members) if verdict != 'both' else ''}")
    return sum(row.verdict == "only_theirs" for row in rows)


def _gaps(analysis: Analysis) -> None:
    judged: list[dict[str, Any]] = load("kz/criminal-code.judged-gaps")["judged"]
    right = sum(row["verdict"] == "right" for row in judged)
    print(f"gaps: named {len(analysis.gaps)} of {analysis.gap_candidates}; upheld {_share(right, len(judged))}")


def _judged_features(analysis: Analysis) -> None:
    """Precision as judged, and how many of the answers judged are still given: a changed lexicon wants a new drawing."""
    judged: list[dict[str, Any]] = load("kz/criminal-code.judged-features")["judged"]
    right = sum(row["verdict"] == "right" for row in judged)
    partial = sum(row["verdict"] == "partial" for row in judged)
    given = {
        (Address(o.address.article, o.address.part, f.point).printed, f.code)
        for o in analysis.offences.items
        for f in o.features
    }
    standing = sum((row["at"], row["code"]) in given for row in judged)
    print(f"features judged by hand: right {_share(right, len(judged))}, partial {partial}; still given {standing}")


if __name__ == "__main__":
    sys.exit(min(main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus")), 1))
