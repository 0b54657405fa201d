"""Where references lead in the texts in hand: editions by day, ranges filled in, what has been renumbered."""

from __future__ import annotations

from saralau.acts import Act, Address, parse_act
from saralau.citations import cited_in_act, find_citations
from saralau.citations.resolving import Contents, Shelf, expanded, find_moved, resolve
from saralau.documents.reading import read_bytes


def act(text: str) -> Act:
    return parse_act(read_bytes(text.encode(), "act.md"))


OLD = """### Статья 1. Первая

1. Вещь, которую берут тайно, не спросив хозяина и не сказав об этом ни соседям, ни сторожу, возвращается.

### Статья 1-1. Вставленная

Вставленное.

### Статья 2. Вторая

Применяются статьи 1–3, за исключением статьи 1-1.

### Статья 3. Третья

Третье.
"""
NEW = OLD.replace("1. Вещь", "1. Новая часть о том, чего раньше не было.\n\n2. Вещь")
IRI = "/akn/kz/act/law/2015-11-24/418-v"


def test_a_range_becomes_everything_that_stands_in_it() -> None:
    home = act(OLD)
    found = expanded(cited_in_act(home), Contents(home))
    told = [(c.address.printed, c.between, c.excepted) for c in found if c.address]
    assert told == [("1", False, False), ("1-1", True, True), ("2", True, False), ("3", False, False), ("1-1", False, True)]


def test_the_edition_of_the_day_decides() -> None:
    shelf = Shelf(((IRI, "2016-01-01", Contents(act(OLD))), (IRI, "2020-01-01", Contents(act(NEW)))))
    citations = find_citations("часть 2 статьи 1 Закона РК от 24.11.2015 № 418-V", "ru")
    status = {on: resolve(citations, shelf, on)[0].status for on in ("2015-01-01", "2018-01-01", "2020-01-01", None)}
    assert status == {"2015-01-01": "not_in_hand", "2018-01-01": "dead", "2020-01-01": "exists", None: "exists"}


def test_a_stretch_that_a_fragment_lacks_is_not_in_hand() -> None:
    contents = Contents(
        act("### Статья 175. Одна\n\nПервое.\n\n### Статья 176. Две\n\nВторое.\n\n### Статья 227. Три\n\nТретье.\n")
    )
    words = "статьи 1, 175, 200, 220, 228 и 300"
    found = find_citations(words, "ru", Address("175"))
    status = [contents.resolve(citation).status for citation in found]
    assert status == ["not_in_hand", "exists", "not_in_hand", "dead", "dead", "dead"]


def test_a_shelf_takes_acts_as_they_are() -> None:
    citations = find_citations("часть 1 статьи 1 Закона РК от 24.11.2015 № 418-V", "ru")
    assert resolve(citations, Shelf(((IRI, "2016-01-01", act(OLD)),)))[0].status == "exists"


def test_what_cannot_be_resolved_says_why() -> None:
    words = 'Статья 5 Закона "О вещах". Пункт 2) части третьей. Закон РК от 01.02.2020 № 3-VI.'
    reasons = [(r.status, r.reason) for r in resolve(find_citations(words, "ru"), Shelf(()))]
    assert reasons == [("unresolved", "act"), ("unresolved", "article"), ("not_in_hand", "")]


def test_words_that_moved_are_found_where_they_stand_now() -> None:
    moved = find_moved(Contents(act(OLD)), Contents(act(NEW)))
    assert moved == {Address("1", "1"): Address("1", "2")}


def test_chapters_and_notes_are_looked_up() -> None:
    home = act("## Глава 7. Вещи\n\n### Статья 1. Первая\n\nПервое.\n\nПримечание. Вещь есть вещь.\n\n### Статья 2. Вторая\n\n"
               "По главе 7, главе 9, примечанию к статье 1 и примечанию к статье 2 настоящей главы.\n")  # fmt: skip
    contents = Contents(home)
    found = [(c.place, contents.resolve(c).status) for c in cited_in_act(home)]
    assert found == [
        ("chapter:7", "exists"), ("chapter:9", "dead"), ("note", "exists"), ("note", "dead"),
    ]  # fmt: skip
