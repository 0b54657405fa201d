"""What a text is called in a library, as far as the text itself tells."""

from __future__ import annotations

import pytest

from saralau.corpus.units import Hints, read_text

PAGE = """<html lang="ru"><head><title>Об ульях</title></head><body>{front}<h3>Глава 1. Общие положения</h3>
<p><b>Статья 1. Улей</b></p><p>1. Улей стоит у дома, если закон не велит иначе.</p></body></html>"""
NOTE = '<p><font color="#FF0000">Примечание РЦПИ!</font></p>'


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("", "Об ульях"),
        (NOTE, "Об ульях"),  # neither an editor's note nor a numbered heading is a title
        (NOTE + "<p>О пчёлах и ульях</p>", "О пчёлах и ульях"),
    ],
)
def test_an_act_is_called_as_its_front_or_its_page_says(front: str, title: str) -> None:
    reading = read_text(PAGE.format(front=front).encode(), "hives.html", Hints(called="penal-executive-code"))
    assert reading.held.title == title
