"""How much the rules on penalties, features and parallel texts miss: defects sown into the Code, and found or not.

`python -m bench.lint_seeded [CORPUS]` sows up to forty defects of one kind, each in an article of its own, into the Russian
text of 2020 and the Kazakh of 2022 (parallel texts: the Russian of 2025 beside the Kazakh, and the other way round), runs
the rule that should find them, and counts. What the rule found before is taken off.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from saralau.acts import Act, Address, parse_act, read_act
from saralau.documents import Span
from saralau.documents.decoding import decode
from saralau.documents.reading import read_bytes
from saralau.languages.numbers import number_pattern
from saralau.lint.fixing import mended
from saralau.lint.model import Fix
from saralau.lint.rules.parallel_numbers import _Reading
from saralau.lint.selecting import all_rules
from saralau.lint.subject import Subject
from saralau.lint.threats import extended, figures, of_another_victim
from saralau.offences import Kind, Offence, Punishment
from saralau.packs.lexicons import wordings

MOST, SEED = 40, 7
KAZAKH, OLDER, NEWEST = "kz/criminal-code.kk.2022.md", "kz/criminal-code.ru.2020.md", "kz/criminal-code.ru.2025.html"


class Sown(NamedTuple):
    """A defect: where the rule should find it, and the words put in the place of others."""

    at: Address
    fixes: tuple[Fix, ...]


def _principal(subject: Subject, *kinds: Kind) -> Iterator[tuple[Offence, Punishment]]:
    for offence in subject.by_address.values():
        for one in offence.sanction.principal:
            if (not kinds or one.kind in kinds) and one.same_as is None and one.condition is None:
                yield offence, one


def reversed_bounds(subject: Subject) -> Iterator[Sown]:
    number = re.compile(rf"(?<!\w){number_pattern(subject.act.language.numerals)}(?!\w)")
    for offence, one in _principal(subject):
        found = [Span(*match.span()) for match in number.finditer(subject.act.folded, *one.span)]
        if one.minimum is not None and one.maximum is not None and one.minimum < one.maximum and len(found) == 2:
            first, second = found
            yield Sown(offence.address, (Fix(first, subject.words(second)), Fix(second, subject.words(first))))


def swapped_alternatives(subject: Subject) -> Iterator[Sown]:
    for offence in subject.by_address.values():
        listed = [one for one in offence.sanction.principal if one.same_as is None and one.condition is None]
        if len(listed) > 1 and listed[0].kind is not listed[-1].kind:
            first, last = listed[0].span, listed[-1].span
            yield Sown(offence.address, (Fix(first, subject.words(last)), Fix(last, subject.words(first))))


def swapped_sanctions(subject: Subject) -> Iterator[Sown]:
    weigh = figures(subject).severity
    for offence, base in extended(subject):
        if weigh(base) < weigh(offence) and not of_another_victim(subject, offence, base):
            one, other = base.sanction.span, offence.sanction.span
            yield Sown(offence.address, (Fix(one, subject.words(other)), Fix(other, subject.words(one))))


def copied_sanctions(subject: Subject) -> Iterator[Sown]:
    for offence, base in extended(subject):
        if not of_another_victim(subject, offence, base):
            yield Sown(offence.address, (Fix(offence.sanction.span, subject.words(base.sanction.span)),))


def terms_of_fines(subject: Subject) -> Iterator[Sown]:
    fine = next(one for _, one in _principal(subject, Kind.FINE) if one.minimum is None)
    for offence in subject.by_address.values():
        listed = offence.sanction.principal
        for one, following in pairwise(listed):
            if following.same_as is one.kind is Kind.RESTRICTION:
                yield Sown(offence.address, (Fix(one.span, subject.words(fine.span)),))


def _put_into_misdemeanours(subject: Subject, words: str) -> Iterator[Sown]:
    for offence, one in _principal(subject, Kind.COMMUNITY_SERVICE):
        if any(other.kind is Kind.ARREST for other in offence.sanction.principal):
            yield Sown(offence.address, (Fix(one.span, words),))


def hours_of_crimes(subject: Subject) -> Iterator[Sown]:
    long = next(one for _, one in _principal(subject, Kind.COMMUNITY_SERVICE) if (one.maximum or 0) > 300)
    yield from _put_into_misdemeanours(subject, subject.words(long.span))


def deprivation_beside_arrest(subject: Subject) -> Iterator[Sown]:
    prison = next(one for _, one in _principal(subject, Kind.DEPRIVATION) if one.maximum == 3)
    yield from _put_into_misdemeanours(subject, subject.words(prison.span))


def doubled_confiscation(subject: Subject) -> Iterator[Sown]:
    for offence in subject.by_address.values():
        for one in offence.sanction.additional:
            if one.kind is Kind.CONFISCATION and one.application == "obligatory":
                yield Sown(offence.address, (Fix(Span(one.span.end, one.span.end), ", " + subject.words(one.span)),))


def lost_confiscation(subject: Subject) -> Iterator[Sown]:
    for offence in subject.by_address.values():
        for one in offence.sanction.additional:
            if one.kind is Kind.CONFISCATION and one.application == "obligatory":
                yield Sown(offence.address, (Fix(one.span, ""),))


def doubled_points(subject: Subject) -> Iterator[Sown]:
    for offence in subject.by_address.values():
        known = {feature.point for feature in offence.features if feature.code != "other"}
        points = [(point, span) for point, span in offence.wording if point is not None and point in known]
        if len(points) > 2:
            yield Sown(offence.address, (Fix(points[1][1], subject.words(points[0][1])),))


def points_again(subject: Subject) -> Iterator[Sown]:
    for offence, base in extended(subject):
        known = {feature.point for feature in base.features if feature.code != "other"}
        milder = [span for point, span in base.wording if point is not None and point in known]
        own = [span for point, span in offence.wording if point is not None]
        if milder and len(own) > 1:
            yield Sown(offence.address, (Fix(own[0], subject.words(milder[0])),))


def other_labels(subject: Subject) -> Iterator[Sown]:
    for address, unit in subject.units.items():
        if address.point is not None and unit.label is not None and not unit.excluded:
            words = subject.words(unit.label)
            yield Sown(address, (Fix(unit.label, words.replace(address.point, "77")),))


def other_numbers(subject: Subject) -> Iterator[Sown]:
    reading = _Reading(subject, wordings("measures", subject.act.language.code))
    for address, unit in subject.units.items():
        for span, value in () if unit.excluded else reading.amounts(unit).items():
            line = next(line for line in (*unit.text, *unit.closing) if line.start <= span.start < line.end)
            found = reading.before.search(subject.act.folded, max(line.start, span.start - 60), span.start)
            if value is not None and found is not None:
                yield Sown(address, (Fix(Span(*found.span(1)), "77"),))


def other_references(subject: Subject) -> Iterator[Sown]:
    for one in subject.citations:
        words = subject.words(one.span)
        if one.work is None and one.address and one.at and not one.relative and one.address.article in words:
            place = one.span.start + words.index(one.address.article)
            yield Sown(one.at, (Fix(Span(place, place + len(one.address.article)), "107"),))


SOWING: tuple[tuple[str, Callable[[Subject], Iterator[Sown]], bool], ...] = (
    ("P001", swapped_sanctions, False), ("P003", terms_of_fines, False), ("P005", hours_of_crimes, False),
    ("P006", deprivation_beside_arrest, False), ("P007", reversed_bounds, False), ("P008", swapped_alternatives, False),
    ("P012", doubled_confiscation, False), ("P013", copied_sanctions, False), ("F003", doubled_points, False),
    ("F005", points_again, False), ("L002", reversed_bounds, True), ("L006", lost_confiscation, True),
    ("L008", other_labels, True), ("L009", other_numbers, True), ("L010", other_references, True),
)  # fmt: skip


def sow(path: Path, act: Act, sown: Iterator[Sown], articles: set[str]) -> tuple[Act, set[Address]]:
    """The text with up to MOST defects, one an article (of `articles`), and where they are."""
    candidates = list(sown)
    random.Random(SEED).shuffle(candidates)
    chosen: dict[str, Sown] = {}
    for one in candidates:
        if len(chosen) < MOST and one.at.article in articles:
            chosen.setdefault(one.at.article, one)
    source, encoding = decode(path.read_bytes(), path.name)
    fixes = sorted((fix for one in chosen.values() for fix in one.fixes), key=lambda fix: fix.span)
    text = mended(source, act.document, fixes)
    return parse_act(read_bytes(text.encode(encoding), path.name), act.language), {one.at for one in chosen.values()}


def main(corpus: Path) -> None:
    """Prints, by rule and text: sown, found, and articles with new findings where nothing was sown."""
    acts = {name: read_act(corpus / name) for name in (KAZAKH, OLDER, NEWEST)}
    rules = {rule.code: rule for rule in all_rules()}
    for code, sowing, parallel in SOWING:
        for name, other in ((NEWEST, KAZAKH), (KAZAKH, NEWEST)) if parallel else ((OLDER, ""), (KAZAKH, "")):
            act, twin = acts[name], acts.get(other)
            clean = Subject(act, twin)
            steady = {row.article for row in clean.aligned if row.status in ("equal", "unreported")}
            known = {one.address.article for one in rules[code].check(clean) if one.address}
            everywhere = {address.article for address in clean.units}
            damaged, sown = sow(corpus / name, act, sowing(clean), (steady if parallel else everywhere) - known)
            found = {one.address for one in rules[code].check(Subject(damaged, twin)) if one.address}
            hit = {at for at in sown if any(one.article == at.article for one in found)}
            strange = {one.article for one in found} - {at.article for at in sown} - known
            missed = " ".join(sorted(at.short for at in sown - hit))
            print(f"{code} {act.language.code} sown {len(sown):3} found {len(hit):3} elsewhere {len(strange)}  {missed}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared/corpus")
