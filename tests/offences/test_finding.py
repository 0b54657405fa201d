"""Offences: what builds on what, features, the element, fault, category, limitation."""

from __future__ import annotations

import pytest

from saralau.acts import Address
from saralau.offences import Category, Fault, Kind, Offence
from saralau.offences.records import compact, expand, from_record, to_record
from saralau.packs import load

from ..conftest import CODE_2020, CODE_2025, CODE_KK, CODES, EXAMPLES, analysed, sample


def at(offences: tuple[Offence, ...], address: str) -> Offence:
    return next(offence for offence in offences if offence.address == Address.read(address))


def facts(language: str) -> list[tuple[object, ...]]:
    """What must be the same in both languages of the fictional act."""
    return [
        (
            offence.address.short,
            [base.short for base in offence.extends],
            [(feature.point, feature.code, feature.excluded) for feature in offence.features],
            sorted({(proof.point or "", proof.code) for proof in offence.ict}),
            offence.ict_inherited,
            [(p.kind, p.minimum, p.maximum, p.unit, p.multiple_of, p.life) for p in offence.sanction.principal],
            sorted((p.kind.value, p.application.value, p.minimum or 0, p.maximum or 0) for p in offence.sanction.additional),
        )
        for offence in sample(language).offences.items
    ]


def test_the_two_languages_of_the_fictional_act_say_the_same() -> None:
    for russian, kazakh in zip(facts("ru"), facts("kk"), strict=True):
        assert russian == kazakh


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize(
    ("address", "extends"),
    [
        ("10.1", []),
        ("10.2", ["10.1"]),  # by the name of the conduct
        ("10.3", ["10.1", "10.2.4"]),  # from a single point
        ("11.2", ["11.1"]),  # the same act
        ("20.3", ["20.1", "20.2", "20.2-1"]),
        ("30.3", ["30.1", "30.2.2"]),
    ],
)
def test_what_builds_on_what(language: str, address: str, extends: list[str]) -> None:
    offence = at(sample(language).offences.items, address)
    assert [base.short for base in offence.extends] == extends
    assert offence.own_offence is (not extends)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_element_and_its_inheritance(language: str) -> None:
    offences = sample(language).offences.items
    own = {offence.address.short for offence in offences if offence.ict}
    inherited = {offence.address.short for offence in offences if offence.ict_inherited}
    assert own == {"10.2", "11.2", "20.1", "20.2", "21", "22.1", "30.2"}
    assert inherited == {"10.3", "20.2", "20.2-1", "20.3", "22.2", "30.3"}


def test_an_unknown_act_has_no_general_part_and_says_so() -> None:
    offence = at(sample("ru").offences.items, "10.1")
    assert (offence.category, offence.limitation_years) == (Category.UNDECIDED, None)
    assert all(p.implied_minimum is None for p in offence.sanction.principal)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_fault_as_the_words_tell_it(language: str) -> None:
    offences = sample(language).offences.items
    assert at(offences, "12-1").fault is Fault.NEGLIGENCE
    assert at(offences, "20.1").fault is Fault.INTENT
    assert at(offences, "20.3").fault is Fault.MIXED


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_record_reads_back(language: str) -> None:
    analysis = sample(language)
    for offence in analysis.offences.items:
        record = to_record(offence)
        again = to_record(from_record(expand(compact({**record, "group": None, "group_reasons": []}))))
        assert again == record


def test_evidence_points_into_the_source_file() -> None:
    analysis = sample("ru")
    text = (EXAMPLES / analysis.act.document.source.name).read_text("utf-8")
    for offence in analysis.offences.items:
        for proof in to_record(offence, analysis.act)["ict_evidence"]:
            assert text[proof["span"]["start"] : proof["span"]["end"]] == proof["words"]


# Checked by reading the Code of autumn 2025 and articles 10, 11, 41-46, 71 of its general part.
BY_HAND = [
    ("205.1", Category.MISDEMEANOUR, 1),  # arrest up to 40 days
    ("205.3", Category.MINOR, 2),  # deprivation up to 2 years
    ("188.1", Category.MEDIUM, 5),  # up to 3 years
    ("188.4", Category.GRAVE, 10),  # 5 to 10 years
    ("99.2", Category.ESPECIALLY_GRAVE, None),  # against the person: none
    ("256.2", Category.GRAVE, None),  # terrorist: none
    ("366.1", Category.MEDIUM, 10),  # corruption of medium gravity
    ("104.1", Category.MINOR, 2),  # negligent, up to 3 years
    ("120.4", Category.ESPECIALLY_GRAVE, None),  # against the person, whoever the victim is
    ("134.2", Category.GRAVE, None),  # sexual, against minors by its own words
    ("348.4", Category.MEDIUM, 5),  # careless of the result, for which alone it is punished
    ("453.3", Category.MEDIUM, 5),  # neglect of service is negligence
]


@pytest.mark.corpus
@pytest.mark.parametrize(("address", "category", "years"), BY_HAND)
def test_categories_and_limitation_checked_by_hand(address: str, category: Category, years: int | None) -> None:
    offence = at(analysed(CODE_2025).offences.items, address)
    assert (offence.category, offence.limitation_years) == (category, years)


@pytest.mark.corpus
def test_arrest_is_suspended_but_for_the_named_exceptions() -> None:
    offences = analysed(CODE_2025).offences.items
    free = {o for o in offences for p in o.sanction.principal if p.kind is Kind.ARREST and not p.suspended}
    assert {offence.address.article for offence in free if offence.chapter != "18"} == {"108-1", "109-1"}
    military = {o for o in offences for p in o.sanction.principal if p.kind is Kind.ARREST and o.chapter == "18"}
    assert military <= free and len(military) == 13  # 467(1-1): servicemen are under arrest already


@pytest.mark.corpus
def test_inheritance_from_a_single_point() -> None:
    offence = at(analysed(CODE_2025).offences.items, "121.4")
    assert [base.short for base in offence.extends] == ["121.1", "121.2", "121.3", "121.3-1.3", "121.3-2"]


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("address", "extends", "features"),
    [
        ("114.2", ["114.1"], ["two_or_more_victims"]),  # the first part said again with a block put in
        ("114.4", ["114.3"], ["two_or_more_victims"]),
        ("296.3", ["296.2"], ["large_amount"]),
        ("319.5", ["319.1", "319.3"], ["death", "grave_harm_to_health"]),  # the name of both
        ("313-1.1", [], []),  # "in the absence of the features of article 105" takes nothing over
        # What is known of a sentence or a point hides nothing beside it.
        ("149.2", ["149.1"], ["violence", "threat", "persons_group", "other", "other"]),
        ("119.2", ["119.1"], ["grave_harm_to_health", "medium_harm_to_health"]),
        ("370-2.3", ["370-2.1"], ["state_of_emergency", "martial_law", "grave_consequences"]),
    ],
)
def test_what_is_taken_over_and_what_qualifies(address: str, extends: list[str], features: list[str]) -> None:
    offence = at(analysed(CODE_2025).offences.items, address)
    assert [base.short for base in offence.extends] == extends
    assert [feature.code for feature in offence.features] == features


@pytest.mark.corpus
@pytest.mark.parametrize("address", ["165", "455"])
def test_a_purpose_that_is_not_the_offenders_tells_nothing_of_fault(address: str) -> None:
    assert at(analysed(CODE_2025).offences.items, address).fault is Fault.UNSTATED


@pytest.mark.corpus
@pytest.mark.parametrize("address", ["253.5", "253.6", "189.4", "190.4"])
def test_members_of_one_list_are_added_to_one_alternative(address: str) -> None:
    """ "... or deprivation of liberty with confiscation, with deprivation of the right": the comma parts the list only."""
    confiscation, right, *_ = at(analysed(CODE_2025).offences.items, address).sanction.additional
    assert confiscation.scope == right.scope == 1


@pytest.mark.corpus
@pytest.mark.parametrize(
    "address", ["147.4", "206.2", "208.2", "213.2", "232-1.4", "232-1.7", "288.4", "380-2.2", "429.2", "404.3"]
)
def test_later_parts_that_are_offences_of_their_own(address: str) -> None:
    assert at(analysed(CODE_2025).offences.items, address).own_offence


@pytest.mark.corpus
@pytest.mark.parametrize("name", CODES)
def test_unrecognised_features_stay_under_ten_per_cent_and_visible(name: str) -> None:
    features = [f for offence in analysed(name).offences.items for f in offence.features if not f.excluded]
    other = sum(feature.code == "other" for feature in features)
    assert 0 < other < len(features) / 10


@pytest.mark.corpus
def test_editions_and_languages_agree_on_inheritance_where_the_law_did_not_change() -> None:
    """Russian of May 2020 against Kazakh of mid-2022: what differs was read; each row is a change of the law or of wording."""
    russian = {o.address: o.extends for o in analysed(CODE_2020).offences.items}
    kazakh = {o.address: o.extends for o in analysed(CODE_KK).offences.items}
    differing = {address.printed for address in russian.keys() & kazakh.keys() if russian[address] != kazakh[address]}
    changed = {"120(4)", "147(5)", "150(2)", "249(2)", "249(3)", "343(2)", "343(3)", "361(4)", "366(2)", "366(3)", "366(4)", "370(4)",
               "380(2)", "380(3)", "409(4)"}  # fmt: skip
    wording = {"99(3)", "114(2)", "316(2)", "318(2)", "319(5)", "321(2)", "390(2)", "441(4)"}
    assert differing <= changed | wording


def test_features_belong_to_families_of_the_vocabulary() -> None:
    families = {family["id"] for family in load("vocabulary/features")["families"]}
    for language in ("ru", "kk"):
        for offence in sample(language).offences.items:
            assert {feature.family for feature in offence.features} <= families
