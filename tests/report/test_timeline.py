"""A state's timeline as words, as a picture and as a page: nothing overlaps, nothing is loaded, nothing is left out."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree, html

from saralau.history.chronicle import timeline
from saralau.history.indicators import Indicator
from saralau.messages import InputError, languages, say
from saralau.report.charts import inline, svg
from saralau.report.timeline import known_on, named, timeline_lines, titled
from saralau.report.timeline_chart import timeline_chart
from saralau.report.timeline_page import timeline_page

KZ = timeline("kz")
NASTY = Indicator(
    "nasty", {"en": "Fish & <script>alert(1)</script> '); //"}, "2020", 3.5, "%", 10.0, 1, 2, "a & b", added=True
)


@pytest.mark.parametrize("language", languages())
def test_every_event_is_told_with_what_became_of_it_and_by_which_source(language: str) -> None:
    lines = list(timeline_lines(KZ, KZ.as_of, language))
    text = "\n".join(lines)
    for event in KZ.events:
        assert named(event, language) in text
    for value in KZ.indicators:
        assert titled(value.titles, language) in text
    for source in ("text", "paper", "knowledge"):
        assert say(f"timeline-source-{source}", language) in text
    assert say("timeline-limits", language) == lines[-1]


def test_the_claim_of_twelve_years_is_computed() -> None:
    lines = [line.strip() for line in timeline_lines(KZ, KZ.as_of, "en")]
    assert "“On informatization”: acts of this name – 3, adopted within 12 years 200 days (2003-05-08 – 2015-11-24)" in lines
    assert not [line for line in timeline_lines(KZ, "2005-01-01", "en") if "adopted within" in line]


def test_lower_bounds_are_said_to_be_lower_bounds() -> None:
    lines = [line.strip() for line in timeline_lines(KZ, KZ.as_of, "en")]
    assert "not yet in force; entry into force: not before 2026-07-10" in lines
    later = [line.strip() for line in timeline_lines(KZ, "2026-08-01", "en")]
    assert "perhaps already in force: not before 2026-07-10, the day of publication is not known" in later
    assert say("timeline-beyond", "en", as_of=KZ.as_of) in later


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert "48.05 of 100 %; rank 78 of 176" in "\n".join(timeline_lines(KZ, KZ.as_of, "en"))
    assert "48,05 из 100 %; место 78 из 176" in "\n".join(timeline_lines(KZ, KZ.as_of, "ru"))


def drawn(language: str, **changed: Any) -> etree._Element:
    picture = svg(timeline_chart(replace(KZ, **changed), KZ.as_of, language, alone=True))
    return etree.fromstring(picture.encode())


def boxes(root: etree._Element) -> list[tuple[str, float, float, float, float]]:
    """Every text with its box (left, top, right, bottom), the width estimated from above."""
    found = []
    for text in root.iter("{*}text"):
        spans = [span for span in text if span.text] or [text]
        x = y = 0.0
        for node in (text, *text.iterancestors()):
            for dx, dy in re.findall(r"translate\(([-\d.]+),\s*([-\d.]+)\)", node.get("transform", "")):
                x, y = x + float(dx), y + float(dy)
        for number, span in enumerate(spans):
            words, size = span.text or "", float(text.get("font-size", "11px").removesuffix("px"))
            width = len(words) * size * 0.58
            left = x - {"end": width, "middle": width / 2}.get(text.get("text-anchor", "start"), 0)
            line = y + number * 14
            if words.strip() and text.get("opacity") != "0":
                found.append((words, left, line - size * 0.75, left + width, line + size * 0.2))
    return found


@pytest.mark.parametrize("language", languages())
def test_no_words_of_the_picture_overlap(language: str) -> None:
    found = boxes(drawn(language))
    assert len(found) > 60
    for at, (words, left, top, right, bottom) in enumerate(found):
        for other, left2, top2, right2, bottom2 in found[at + 1 :]:
            across = left < right2 and left2 < right and top < bottom2 and top2 < bottom
            assert not across, (words, other)


@pytest.mark.parametrize("language", languages())
def test_the_picture_is_whole_and_loads_nothing(language: str) -> None:
    picture = svg(timeline_chart(KZ, KZ.as_of, language, alone=True))
    assert not re.search(r"url\(|@font-face|@import|<image|<script|<foreignObject|href", picture)
    assert set(re.findall(r'[\w:]+="[a-z]+://[^"]*"', picture)) == {
        'xmlns="http://www.w3.org/2000/svg"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    }
    words = " ".join(box[0] for box in boxes(drawn(language)))
    for event in KZ.events:
        if event.adopted is not None:
            assert titled(event.titles, language).split()[0] in words


def test_the_picture_is_the_same_in_every_time_zone() -> None:
    spec = str(timeline_chart(KZ, KZ.as_of, "en", alone=True))
    assert "temporal" not in spec
    assert "timeUnit" not in spec


def test_more_indicators_than_there_is_room_for() -> None:
    many = tuple(replace(NASTY, id=f"i{number}") for number in range(20))
    words = [box[0] for box in boxes(drawn("en", indicators=many))]
    assert "Indicators that are not drawn: 8" in words


@pytest.mark.parametrize("language", languages())
def test_the_page_holds_the_picture_and_every_row(language: str) -> None:
    page = timeline_page(replace(KZ, indicators=(*KZ.indicators, NASTY)), KZ.as_of, language)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "://" not in page
    root = html.fromstring(page)
    (picture,) = root.iter("svg")
    assert picture.get("role") == "img"
    assert picture.get("aria-label")
    rows = [row.text_content() for row in root.xpath("//tbody//th[@scope='row']")]
    assert sorted(rows) == sorted(
        [named(one, language) for one in known_on(KZ, KZ.as_of)]
        + [titled(one.titles, language) for one in (*KZ.indicators, NASTY)]
    )
    for table in root.iter("table"):
        width = len(table.xpath(".//thead//th"))
        assert {len(row) for row in table.xpath(".//tbody/tr")} == {width}


def test_a_picture_in_a_page_is_named_and_escaped() -> None:
    picture = inline('<svg xmlns="http://www.w3.org/2000/svg" width="3" viewBox="0 0 3 4"><g/></svg>', 'a "b" <c>')
    assert picture == '<svg role="img" aria-label="a &quot;b&quot; &lt;c&gt;" viewBox="0 0 3 4"><g/></svg>'


def test_without_the_extra_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(InputError, match=re.escape('pip install "saralau[charts]"')):
        svg({})
