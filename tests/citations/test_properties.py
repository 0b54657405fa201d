"""What must hold of every reference: said in any notation it is read back; the scan for beginnings misses none."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from saralau.acts import Address
from saralau.citations import find_chains, find_citations
from saralau.citations.naming import find_mentions
from saralau.documents import Span
from saralau.languages import fold, language

HERE = Address("121", "4")
CODES = ("ru", "kk", "en", "de")

articles = st.builds(lambda n, i: f"{n}-{i}" if i else str(n), st.integers(1, 999), st.sampled_from([0, 0, 0, 1, 2]))
parts = st.one_of(st.none(), st.integers(1, 9).map(str))
points = st.one_of(st.none(), st.integers(1, 19).map(str))
addresses = st.builds(lambda a, p, q: Address(a, p, q if p else None), articles, parts, points)

RU = {
    "{q}пункт {point}) части {part} статьи {article}": 3, "п. {point}) ч. {part} ст. {article}": 3, "ст.{article} ч.{part} п.{point}": 3,
    "часть {part} статьи {article}": 2, "ч.{part} ст. {article}": 2, "статьёй {article}": 1, "ст. {article}": 1,
}  # fmt: skip
KK = {
    "{article}-бабының {part}-бөлігінің {point}) тармағы": 3, "{article}-баб. {part}-бөл. {point})-тарм.": 3,
      "{article}-б. {part}-б. {point})-т.": 3,
    "{article}-баптың {part}-бөлігінде": 2, "{article}-баб. {part}-бөл.": 2, "{article}-бап": 1, "{article}-бабына": 1,
}  # fmt: skip
EN = {
    "point {point}) of part {part} of article {article}": 3, "Article {article}({part})({point})": 3, "Article {article}({part})": 2,
    "part {part} of article {article}": 2, "Article {article}": 1, "Art. {article}": 1,
}  # fmt: skip
DE = {"§ {article} Abs. {part} Nr. {point}": 3, "§ {article} Absatz {part}": 2, "§ {article}": 1}
NOTATIONS = {"ru": RU, "kk": KK, "en": EN, "de": DE}


@given(st.sampled_from(CODES), st.data())
def test_an_address_in_any_notation_is_read_back(code: str, data: st.DataObject) -> None:
    address = data.draw(addresses)
    if code == "de":
        address = Address(address.article.partition("-")[0], address.part, address.point)
    depth = 3 if address.point else 2 if address.part else 1
    form = data.draw(st.sampled_from([form for form, levels in NOTATIONS[code].items() if levels == depth]))
    words = form.format(q="", article=address.article, part=address.part, point=address.point)
    around = data.draw(st.sampled_from(["{}", "({})", "см. {};", "бұл {}.", "«{}»", "\n{}\n"]))
    folded = fold(around.format(words))
    found = [target for chain in find_chains(folded, Span(0, len(folded)), language(code), HERE) for target in chain.targets]
    assert found == [address], folded


WORDS = {
    "ru": "статьи статьям ст. части ч. пункта п. подпункт первой второй настоящей этой Кодекса закона РК УК и или , ; : ( ) 1 2) 3-1 188 205 – "
          "от 01.02.2020 № 3-VI 5 июля 2004 года за исключением см. главы примечания к абзац вещь вещи",
    "kk": "баптың бап бабы бөлігі тармағы тарм. осы Кодекстің ҚК-нің заңы ҚР және немесе , ; ( ) 1- 2) 188- 3-1- бірінші екінші 2020 жылғы 1 ақпандағы "
          "№ 5 тарау ескертпе қоспағанда зат заттар",
    "en": "article articles Art. part point paragraph this the of Code Convention and or , ; : ( ) 1 2) 188 6(1)(a) first second No. 5 thing things",
    "de": "§ §§ Abs. Absatz Nr. Nummer dieser des der StGB BGB und oder bis , ; ( ) 1 2 202a 303 Gesetz Sache Sachen",
}  # fmt: skip


@given(st.sampled_from(CODES), st.data())
def test_the_scan_misses_no_beginning(code: str, data: st.DataObject) -> None:
    """What is found from the places of the scan is found from every word, and nothing else."""
    words = data.draw(st.lists(st.sampled_from(WORDS[code].split()), max_size=25))
    folded, grammar = fold(" ".join(words)), language(code)
    span = Span(0, len(folded))
    everywhere = [found.start() for found in re.finditer(r"(?<!\w)\S", folded)]
    assert find_chains(folded, span, grammar, HERE) == find_chains(folded, span, grammar, HERE, starts=everywhere)
    assert find_mentions(folded, span, grammar) == find_mentions(folded, span, grammar, starts=everywhere)


@given(
    st.text(alphabet='статьячпункт.()0123456789-, ;:№«»"осыбаптыңзакон§AbsArticle\n', max_size=120), st.sampled_from(CODES)
)
def test_any_text_is_read_and_every_reference_points_at_its_words(text: str, code: str) -> None:
    for context in (None, HERE):
        for citation in find_citations(text, code, context):
            assert 0 <= citation.span.start <= citation.span.end <= len(text)
            assert citation.phrase.covers(citation.span) or citation.kind in ("act", "treaty")
            assert citation.address is None or citation.address.article or citation.missing
