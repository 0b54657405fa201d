"""Bills: what an amending act names is in the act that it amends; what it gives in quotes speaks of that act."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from saralau.acts import parse_act
from saralau.citations import cited_in_act, find_citations
from saralau.documents.reading import read_bytes

RUSSIAN = """Закон
О внесении изменений в некоторые акты
Статья 1. Внести изменения в следующие законодательные акты Республики Казахстан:
1. В Уголовный кодекс Республики Казахстан от 3 июля 2014 года:
1) в статье 206:
часть первую после слова «данных» дополнить словами «, указанных в статье 205 настоящего Кодекса,»;
пункт 2) части второй исключить;
2) статью 208 изложить в следующей редакции:
«Статья 208. Незаконное завладение
1. Деяние, предусмотренное частью второй настоящей статьи и статьей 207 настоящего Кодекса, –
наказывается штрафом.
2. То же деяние, предусмотренное частью первой, –
наказывается арестом.»;
3) в части третьей статьи 188 слова «пункта 4)» исключить.
2. В Закон Республики Казахстан от 24 ноября 2015 года «Об информатизации»:
1) подпункт 2) статьи 5 исключить.
Статья 2. Настоящий Закон вводится в действие, за исключением пункта 2 статьи 1.
"""
KAZAKH = """Заң
1-бап. Қазақстан Республикасының мынадай заңнамалық актілеріне өзгерістер мен толықтырулар енгізілсін:
1. 2014 жылғы 3 шілдедегі Қазақстан Республикасының Қылмыстық кодексіне:
1) 206-баптың екінші бөлігінің 2) тармағы алып тасталсын;
2) 208-бап мынадай редакцияда жазылсын:
«208-бап. Ақпаратты заңсыз иелену
1. Осы Кодекстің 207-бабында және осы баптың екінші бөлігінде көзделген әрекет –
жазаланады.»;
3) 188-бапта:
екінші бөліктің 4) тармағындағы «бап» деген сөз алып тасталсын.
2-бап. Осы Заң қолданысқа енгізіледі.
"""


def told(text: str) -> Sequence[str]:
    act = parse_act(read_bytes(text.encode(), "bill.txt"))
    return [
        f"{citation.work.id if citation.work else 'own'} {citation.address.printed if citation.address else ''}".strip()
        for citation in cited_in_act(act, "kz")
    ]


def test_a_russian_bill() -> None:
    assert told(RUSSIAN) == [
        "criminal-code",
        "criminal-code 206",
        "criminal-code 206(1)",
        "criminal-code 205",
        "criminal-code 206(2)(2)",
        "criminal-code 208",
        "criminal-code 208",
        "criminal-code 208(2)",
        "criminal-code 207",
        "criminal-code 208(1)",
        "criminal-code 188(3)",
        "criminal-code 188(3)(4)",
        "informatization",
        "informatization 5(2)",
        "own",
        "own 1(2)",
    ]


def test_a_kazakh_bill() -> None:
    assert told(KAZAKH) == [
        "criminal-code",
        "criminal-code 206(2)(2)",
        "criminal-code 208",
        "criminal-code 208",
        "criminal-code 207",
        "criminal-code 208(2)",
        "criminal-code 188",
        "criminal-code 188(2)(4)",
        "own",
    ]


def test_quotes_closed_by_one_mark_for_two_do_not_swallow_the_rest() -> None:
    nested = RUSSIAN.replace("«данных»", "««данных»")
    assert told(nested)[-2:] == ["own", "own 1(2)"]


def test_a_duty_to_enter_data_amends_nothing() -> None:
    ordinary = """Закон
Статья 1. Реестр
1. Орган обязан внести в реестр изменения, предусмотренные Гражданским кодексом Республики Казахстан:
1) по статье 2;
2) по части второй статьи 3.
Статья 2. Иное
Статья 3. Прочее
"""
    assert told(ordinary)[1:] == ["own 2", "own 3(2)"]


@pytest.mark.parametrize(
    ("words", "disputed"),
    [
        ("ст. 5 УК РК от 3 июля 2015 года", "2015-07-03"),
        ("УК РК от 3 июля 2014 года № 227-V", "227-V"),
        ("Закон РК от 31 ноября 2015 года № 418-V", "2015-11-31"),
        ("УК РК от 3 июля 2014 года № 226-V", None),
    ],
)
def test_dates_and_numbers_are_held_against_the_register(words: str, disputed: str | None) -> None:
    (citation,) = find_citations(words, "ru")
    assert citation.disputed == disputed


def test_a_name_alone_is_the_act_in_force_on_the_day() -> None:
    ((then,), (now,)) = (find_citations("ст. 227 УК РК", "ru", on=day) for day in ("2012-01-01", None))
    assert (then.work and then.work.id, now.work and now.work.id) == ("criminal-code-1997", "criminal-code")


def test_an_act_of_an_unknown_title_is_not_the_one_named_before() -> None:
    found = find_citations("ст. 6 УК РК. Статья 5 Закона об охране среды. Статья 7 предусматривает иное.", "ru")
    assert [(citation.unknown, citation.work and citation.work.id) for citation in found] == [
        (False, "criminal-code"),
        (True, None),
        (True, None),
    ]
