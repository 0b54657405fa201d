"""Columns of cases against the evaluator that explains: one meaning, two speeds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from saralau.cases import Case, Fact, qualify
from saralau.cases.columns.model import Answers
from saralau.cases.columns.qualifying import qualify_all
from saralau.cases.columns.telling import columns_of

from .judge import Draw, Law
from .test_judge import case_of

Said = dict[str, set[object]]
DAYS = ("2019-03-01", "2020-05-20", "2021-06-01", "2022-09-15", "2024-02-01", "2025-09-20", "2025-10-14", "2026-02-03")


def fitting(case: Case, draw: Draw) -> Case:
    """The drawn case with one sufferer by act, days in all editions, and at times an age under that of liability."""
    who = draw.random.choice(("one", "one", "two", None))
    deeds = []
    for deed in case.deeds:
        facts = {f: tuple(Fact(t, who) for t, _ in told) if f == "consequence" else told for f, told in deed.facts.items()}
        deeds.append(replace(deed, date=draw.random.choice(DAYS), facts=facts))
    deeds.sort(key=lambda deed: deed.date)
    person = replace(case.persons[0], age=draw.random.choice((None, 13, 15, 17, 30, 30)))
    if draw.random.random() < 0.25:  # the same act once more
        deeds[1] = replace(deeds[1], facts=deeds[0].facts, amounts=deeds[0].amounts)
    if draw.random.random() < 0.5:  # let the acts repeat each other, if they fall under one article
        deeds = [replace(d, facts={f: t for f, t in d.facts.items() if f != "repetition"}) for d in deeds]
    return replace(case, deeds=tuple(deeds), persons=(person,))


def singly(case: Case, on: str | None) -> Said:
    (answer,) = qualify(case, on).answers
    return {
        "charges": {
            (c.address, c.edition, c.deeds, c.points, frozenset(c.features), dict(answer.liable)[c.address])
            for c in answer.charges
        },
        "absorbed": {(one.what, one.by) for one in answer.absorbed},
        "open": {(one.what, one.by) for one in answer.open},
        "displaced": {(one.what, one.by, one.deed) for one in answer.displaced},
        "hanging": {(one.address, one.deed) for one in answer.hanging},
    }


def together(found: Answers, at: int, case: Case) -> Said:
    ids = [deed.id for deed in case.deeds]

    def here(bits: int) -> bool:
        return bool(bits >> at & 1)

    return {
        "charges": {
            (
                one.address,
                one.edition,
                tuple(id for id, bits in zip(ids, one.acts, strict=False) if here(bits)),
                tuple(sorted(point for point, bits in one.points.items() if here(bits))),
                frozenset(address for address, bits in one.features.items() if here(bits)),
                True if here(one.liable) else False if here(one.too_young) else None,
            )
            for one in found.charges
            if here(one.cases)
        },
        "absorbed": {key for key, bits in found.absorbed.items() if here(bits)},
        "open": {key for key, bits in found.open.items() if here(bits)},
        "displaced": {(what, by, ids[act]) for (what, by, act), bits in found.displaced.items() if here(bits)},
        "hanging": {(what, ids[act]) for (what, act), bits in found.hanging.items() if here(bits)},
    }


def test_columns_tell_whose_wording_is_assumed() -> None:
    law = Law("kz")
    cases = [fitting(case_of(draw), draw) for draw in (Draw(law, seed) for seed in range(9000, 9300))]
    found = qualify_all(columns_of(cases))
    for at, case in enumerate(cases):
        assumed = {(one.article, one.day) for one in qualify(case).assumed}
        days = {deed.id: deed.date for deed in case.deeds}
        for column in found.charges:
            if column.cases >> at & 1:
                acts = [deed.id for deed, bits in zip(case.deeds, column.acts, strict=False) if bits >> at & 1]
                of_it = {(column.address.article, days[id]) for id in acts}
                assert bool(column.assumed >> at & 1) == bool(of_it & assumed)


def holds(first: int, count: int, jurisdiction: str, on: str | None = None) -> None:
    law = Law(jurisdiction)
    draws = [Draw(law, seed) for seed in range(first, first + count)]
    cases = [fitting(case_of(draw), draw) for draw in draws]
    found = qualify_all(columns_of(cases), on)
    for at, case in enumerate(cases):
        assert together(found, at, case) == singly(case, on), case


@pytest.mark.parametrize("on", [None, "2026-03-01"])
def test_columns_say_what_the_evaluator_says(on: str | None) -> None:
    holds(1000 if on is None else 5000, 800, "kz", on)
