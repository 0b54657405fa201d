"""A state's timeline: lower bounds, what became of an act by a day, how long it lived; the pack against the texts."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.acts import Address
from saralau.amendments.dating import later
from saralau.history.chronicle import Moment, Timeline, timeline
from saralau.history.fates import Life, fate, life, lineages
from saralau.history.indicators import COLUMNS, read_indicators
from saralau.history.lifespans import Length, first_day, last_day, length
from saralau.messages import InputError

from ..conftest import CORPUS, parsed

STATE = """
schema: saralau/jurisdiction/1
jurisdiction: xx
titles: {kk: Алтынсай, ru: Алтынсай, en: Altynsay}
acts: []
"""
PACK = """
schema: saralau/timeline/1
jurisdiction: xx
as_of: "2020-06-01"
events:
  - {id: first, kind: act, titles: {kk: А, ru: А, en: On wells}, date: "2001-03-05", in_force: "2001-04-01", repealed_by: second, succeeded_by: second, source: text, verified: true}
  - {id: second, kind: act, titles: {kk: Б, ru: Б, en: On wells}, date: "2010-02-28", in_force: {kind: months, after: 6}, until: "2019-01-01", succeeded_by: third, source: text, verified: true}
  - {id: third, kind: act, titles: {kk: В, ru: В, en: On wells}, date: "2018-12-01", in_force: "2019-01-01", repealed_by: fifth, still: true, source: text, verified: true}
  - {id: fourth, kind: act, titles: {kk: Г, ru: Г, en: On ropes}, date: "2005", source: knowledge, verified: false}
  - {id: fifth, kind: act, titles: {kk: Д, ru: Д, en: On buckets}, date: "2020-05-31", in_force: {kind: days, after: 10}, still: true, source: text, verified: true}
  - {id: plan, kind: programme, titles: {kk: Е, ru: Е, en: Water for all}, date: "2011-07", until: "2015", source: text, verified: true}
  - {id: flood, kind: event, titles: {kk: Ж, ru: Ж, en: The flood}, source: knowledge, verified: false}
"""


@pytest.fixture
def wells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Timeline:
    return written(tmp_path, monkeypatch, PACK)


def written(folder: Path, monkeypatch: pytest.MonkeyPatch, pack: str) -> Timeline:
    place = folder / "packs" / "xx"
    place.mkdir(parents=True)
    (place / "jurisdiction.yaml").write_text(STATE, "utf-8")
    (place / "timeline.yaml").write_text(pack, "utf-8")
    monkeypatch.setenv("SARALAU_PACKS", str(folder / "packs"))
    return timeline("xx")


def told(known: Timeline, event: str, on: str) -> tuple[str, Life | None]:
    return fate(known.event(event), known, on).status, life(known.event(event), known, on)


def test_an_act_is_repealed_when_the_act_that_repeals_it_enters_into_force(wells: Timeline) -> None:
    # 28 February and six months, and the day after: 29 August 2010 at the earliest.
    assert wells.event("second").in_force == Moment("2010-08-29", exact=False)
    assert wells.event("first").until == Moment("2010-08-29", exact=False)
    assert told(wells, "first", "2005-01-01")[0] == "in_force"
    status, lived = told(wells, "first", "2010-12-01")
    assert status == "perhaps_repealed"
    assert lived is not None
    assert lived.bound == "at_least"
    status, lived = told(wells, "first", "2012-01-01")
    assert status == "repealed"
    assert lived == Life("2001-04-01", "2010-08-29", Length(9, 150), "at_least", since_adoption=False, until="end")


def test_before_and_around_the_entry_into_force(wells: Timeline) -> None:
    assert told(wells, "second", "2010-08-28") == ("announced", None)
    assert told(wells, "second", "2010-08-29") == ("perhaps", None)
    assert told(wells, "second", "2011-08-29")[0] == "in_force"
    _, lived = told(wells, "second", "2019-01-01")
    assert lived is not None
    assert (lived.bound, lived.until, lived.length) == ("at_most", "end", Length(8, 125))
    assert told(wells, "fifth", wells.as_of) == ("announced", None)
    assert wells.event("fifth").in_force == Moment("2020-06-11", exact=False)


def test_what_is_not_known_is_unknown(wells: Timeline) -> None:
    assert told(wells, "fourth", wells.as_of) == ("unknown", None)
    assert told(wells, "flood", wells.as_of) == ("unknown", None)
    assert wells.events[-1].id == "flood"


def test_a_programme_ends_with_its_term(wells: Timeline) -> None:
    status, lived = told(wells, "plan", "2015-12-31")
    assert status == "in_force"
    assert lived is not None
    assert (lived.since_adoption, lived.bound) == (True, "at_most")
    assert told(wells, "plan", "2016-01-01")[0] == "ended"


def test_acts_of_one_name_that_succeeded_each_other(wells: Timeline) -> None:
    (found,) = lineages(wells, wells.as_of)
    assert found.members == ("first", "second", "third")
    assert (found.first, found.last, found.length) == ("2001-03-05", "2018-12-01", Length(17, 271))
    assert [one.members for one in lineages(wells, "2015-01-01")] == [("first", "second")]


def test_an_id_that_leads_nowhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="the event third refers to “sixth”"):
        written(tmp_path, monkeypatch, PACK.replace("repealed_by: fifth", "repealed_by: sixth"))


@pytest.mark.parametrize(
    ("wrong", "right", "why"),
    [
        ("2020-02-30", "2020-05-31", "day is out of range"),
        ("kind: weeks", "kind: days", "should be 'days', 'months' or 'publication'"),
        ("{kind: days}", "{kind: days, after: 10}", "`after` belongs to days and months"),
    ],
)
def test_a_pack_that_tells_no_day_is_refused_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str, right: str, why: str
) -> None:
    assert right in PACK
    with pytest.raises(InputError, match=f"line 10.*{why}"):
        written(tmp_path, monkeypatch, PACK.replace(right, wrong))


def test_a_state_without_a_timeline() -> None:
    with pytest.raises(InputError, match="No pack has a timeline of “zz”; known: kz"):
        timeline("zz")


DAYS = st.dates(datetime.date(1500, 1, 1), datetime.date(2500, 1, 1)).map(datetime.date.isoformat)


@given(DAYS, DAYS)
def test_years_and_days_lead_from_one_day_to_the_other(one: str, other: str) -> None:
    start, end = sorted((one, other))
    found = length(start, end)
    assert later(later(start, months=12 * found.years), days=found.days) == end
    assert 0 <= found.days <= 366
    assert later(start, months=12 * (found.years + 1)) > end


@pytest.mark.parametrize(
    ("start", "end", "years", "days"),
    [("2004-02-29", "2005-02-28", 1, 0), ("2004-02-29", "2005-02-27", 0, 364), ("2003-05-08", "2015-11-24", 12, 200)],
)
def test_counted_by_hand(start: str, end: str, years: int, days: int) -> None:
    assert length(start, end) == Length(years, days)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
    ],
)
def test_a_year_and_a_month_have_a_first_and_a_last_day(date: str, first: str, last: str) -> None:
    assert (first_day(date), last_day(date)) == (first, last)


HEAD = ",".join(COLUMNS)
ROW = "wells,2020,3,,10,1,2,,,Wells,by hand"


def table(folder: Path, *lines: str) -> Path:
    path = folder / "indicators.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_a_table_continues_an_indicator_that_is_known(tmp_path: Path) -> None:
    (one,) = read_indicators(table(tmp_path, "\ufeff" + HEAD, ROW))
    assert (one.value, one.scale_max, one.rank, one.of, one.titles) == (3.0, 10.0, 1, 2, {"en": "Wells"})
    assert one.added
    again = read_indicators(table(tmp_path, "id,date,value,source", "wells,2021-06,4.5,me", ""), (one,))
    assert [(row.date, row.titles["en"]) for row in again] == [("2020", "Wells"), ("2021-06", "Wells")]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("id,date,value",), "line 1: the column source is absent"),
        ((HEAD + ",colour",), "line 1: the column “colour” is unknown"),
        ((HEAD + ",id",), "line 1: the column “id” is unknown or stands twice"),
        ((HEAD, ROW, "a,b"), "line 3: 2 cells where the first line has 11"),
        ((HEAD, ROW.replace(",3,", ",three,")), "line 2: “three” in the column value is not a number"),
        ((HEAD, ROW.replace(",3,", ",nan,")), "line 2: “nan” in the column value is not a number"),
        ((HEAD, ROW.replace(",3,", ",-inf,")), "line 2: “-inf” in the column value is not a number"),
        ((HEAD, ROW.replace(",3,", ",,")), "line 2: nothing in the column value"),
        ((HEAD, ROW.replace(",3,", ",11,")), "line 2: the value 11 is not between 0 and scale_max, 10"),
        ((HEAD, ROW.replace("2020", "2020-13")), "line 2: “2020-13” is not a date"),
        ((HEAD, ROW.replace("2020", "20200101")), "line 2: “20200101” is not a date"),
        ((HEAD, ROW.replace(",1,2,", ",1.5,2,")), "line 2: “1.5” in the column rank is not a whole number"),
        ((HEAD, ROW.replace(",1,2,", ",3,2,")), "line 2: rank 3 of only 2"),
        ((HEAD, ROW.replace("Wells", "")), "line 2: the indicator wells has no title"),
        ((HEAD, ROW, ROW), "line 3: the indicator wells has a value for 2020 already"),
        ((HEAD, ROW.replace("by hand", '"by "hand')), "line 2: no table of comma-separated values"),
        (("",), "line 1: the column id is absent"),
    ],
)
def test_a_table_that_cannot_be_used_is_told_in_one_sentence(tmp_path: Path, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError, match=re.escape(message)):
        read_indicators(table(tmp_path, *lines))


def test_bytes_that_are_no_text_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "indicators.csv"
    path.write_bytes(HEAD.encode() + b"\nwells,\xff")
    with pytest.raises(InputError, match="line 2: byte 0xff is not UTF-8"):
        read_indicators(path)
    with pytest.raises(InputError, match="there is no such file"):
        read_indicators(tmp_path / "none.csv")


@given(st.text(max_size=80))
def test_any_text_is_a_table_or_told(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "indicators.csv"
        path.write_bytes((HEAD + "\n" + text).encode("utf-8", "surrogatepass"))
        try:
            read_indicators(path)
        except InputError as told_of:
            assert "indicators.csv" in str(told_of)


# The texts in which dates of the pack were read.
TEXTS = {
    "criminal-code": "kz/criminal-code.ru.2025.html",
    "digital-code": "kz/digital-code.ru.2026.html",
    "electronic-document": "kz/electronic-document-law.ru.2010.md",
    "informatization": "kz/informatization-law.ru.2026.html",
    "informatization-2003": "kz/informatization-law.ru.2003.md",
    "informatization-2007": "kz/informatization-law.ru.2007.md",
    "personal-data": "kz/personal-data-law.ru.2026.html",
}
MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]


def says(read_in: str) -> str:
    """The words of the provision, or those of the whole file where a note at the head is meant."""
    work, _, provision = read_in.partition(":")
    if not provision:
        return re.sub(r"<[^>]*>|\s+", " ", (CORPUS / TEXTS[work]).read_text("utf-8"))
    act = parsed(TEXTS[work])
    (named,) = (unit for unit in act.walk() if unit.address == Address.read(provision))
    return " ".join(act.words(span) for unit in named.walk() for span in (*unit.text, *unit.closing))


@pytest.mark.corpus
def test_every_date_that_is_verified_stands_in_the_text() -> None:
    known = timeline("kz")
    checked = 0
    for event in known.events:
        for moment in (event.adopted, event.in_force, event.until):
            if moment is None or moment.read_in is None:
                assert moment is None or not event.verified, event.id
                continue
            year, month, day = moment.date.split("-")
            words = says(moment.read_in)
            if moment is event.until:  # the act that repeals says so; its day is that act's own
                assert re.search(r"Признать утративш", words), event.id
                repealed = event if event.id != "chapter-7-1" else known.event("criminal-code-1997")
                assert repealed.adopted is not None
                year, month, day = repealed.adopted.date.split("-")
                assert f"{int(day)} {MONTHS[int(month) - 1]} {year}" in words, event.id
            elif moment is event.in_force and moment.read_in == "informatization-2007:46.1":
                assert "вводится в действие со дня его официального опубликования" in words
            elif not moment.exact:
                assert "по истечении шести месяцев после" in words, event.id
            else:
                forms = (f"{int(day)} {MONTHS[int(month) - 1]} {year}", f"{day}.{month}.{year}")
                assert any(form in words for form in forms), (event.id, moment)
            checked += 1
    assert checked == 19  # as counted in the pack


def test_three_acts_on_informatization_within_twelve_years() -> None:
    known = timeline("kz")
    found = next(one for one in lineages(known, known.as_of) if "informatization" in one.members)
    assert found.members == ("informatization-2003", "informatization-2007", "informatization")
    assert found.length.years == 12


def test_the_digital_code_is_dated_from_below() -> None:
    known = timeline("kz")
    assert known.event("digital-code").in_force == Moment("2026-07-10", exact=False, read_in="digital-code:106.1")
    assert fate(known.event("digital-code"), known, known.as_of).status == "announced"
    assert fate(known.event("digital-code"), known, "2026-08-01").status == "perhaps"
    assert fate(known.event("electronic-document"), known, "2026-08-01").status == "perhaps_repealed"


@pytest.mark.corpus
def test_the_indicators_are_those_of_the_review() -> None:
    paper = (CORPUS / "paper/review.kk.txt").read_text("utf-8")
    values = {one.id: one for one in timeline("kz").indicators}
    index = values["national-cyber-security-index"]
    assert (index.rank, index.of) == (78, 176)
    for one in values.values():
        assert f"{one.value}".replace(".", ",") in paper
        assert not one.verified
