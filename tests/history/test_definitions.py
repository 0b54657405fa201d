"""Since when definitions hold, what changed them, which are going; the drift of wordings: on fictional acts."""

from __future__ import annotations

import pytest

from saralau.acts import Act, parse_act
from saralau.documents.reading import read_bytes
from saralau.history.definitions import lives_of, losing
from saralau.history.drift import technical_terms, wordings_by_edition
from saralau.languages import language
from saralau.terms.conflicts import find_conflicts
from saralau.terms.survey import survey

from ..conftest import CODE_2020, CODE_2025, CODE_KK, parsed

LAW = """Статья 1. Основные понятия

Сноска. Статья 1 с изменениями, внесенными Законом РК от 03.04.2017 № 9-VI (вводится в действие с 01.05.2017).

1) сетевой домик – ящик с датчиком;

Примечание ИЗПИ! Подпункт 2) предусматривается исключить Законом РК от 09.01.2026 № 6-VIII (вводится в действие с 01.07.2026).

2) личный домик – ящик человека;

2-1) общий домик – ящик многих;

Сноска. Статья 1 дополнена подпунктом 2-1) в соответствии с Законом РК от 01.02.2016 № 5-VI (вводится в действие с 01.03.2016).

Статья 2. Законодательство Республики Казахстан о персональных данных и их защите

Сетевые, личные и общие домики.
"""


def named(name: str, text: str) -> Act:
    return parse_act(read_bytes(text.encode(), name), language("ru"))


def lost(*acts: Act) -> list[tuple[str, str, str, str | None, str | None]]:
    surveyed = survey(acts)
    return [
        (one.finding.act, one.finding.term, one.action, one.entry.not_before if one.entry else None, one.number)
        for one in losing(surveyed, find_conflicts(surveyed))
    ]


def test_lives() -> None:
    """The law is told by a heading of its second article; a note that names no point may mean any of them."""
    act = named("law.md", LAW)
    told = [
        (
            life.definition.address.short,
            life.since,
            [event.action for event in life.changes],
            life.perhaps,
            [event.action for event in life.announced],
        )
        for life in lives_of(act)
    ]
    assert told == [
        ("1..1", None, [], 1, []),
        ("1..2", None, [], 1, ["excluded"]),
        ("1..2-1", "2016-02-01", ["introduced"], 1, []),
    ]


def test_without_notes_a_definition_is_as_old_as_its_act() -> None:
    text = LAW.replace(
        "Сноска. Статья 1 с изменениями, внесенными Законом РК от 03.04.2017 № 9-VI (вводится в действие с 01.05.2017).", ""
    )
    assert [life.since for life in lives_of(named("law.md", text))] == ["2013-05-21", "2013-05-21", "2016-02-01"]


def test_a_term_whose_definition_is_announced_to_go() -> None:
    """Only for the act that leaves the term to the other; the definition of the first term stays."""
    user = named("user.md", "Статья 5. О пасеке\n\nСетевой домик и личный домик.\n")
    assert lost(named("law.md", LAW), user) == [("user.md", "личный домик", "excluded", "2026-07-01", "6-VIII")]


def test_a_term_whose_act_is_repealed_by_an_act_in_hand() -> None:
    repealing = named(
        "new.md",
        'Статья 5. О пасеке\n\nСетевой домик.\n\nСтатья 6. Конец\n\nПризнать утратившим силу Закон Республики Казахстан от 21 мая 2013 года "О персональных данных и их защите".\n',
    )
    assert lost(named("law.md", LAW), repealing) == [("new.md", "сетевой домик", "repealed", None, None)]
    naming = named(
        "new.md", "Статья 5. О пасеке\n\nСетевой домик.\n\nСтатья 6. Конец\n\nПризнать утратившим силу иной акт.\n"
    )
    assert lost(named("law.md", LAW), naming) == []


def test_drift_of_a_code_that_no_pack_knows() -> None:
    text = "Статья 120. Кража\n\n1. Кража в сети Интернет, –\n\nнаказывается штрафом в размере до ста месячных расчетных показателей.\n"
    (edition,) = wordings_by_edition([named("code.md", text)])
    assert (edition.code, edition.edition, edition.language) == ("code.md", "", "ru")
    assert dict(edition.places) == {"internet": ("120.1",)}
    assert [(one.year, sum(one.kinds.values())) for one in technical_terms([named("law.md", LAW)])] == [(2026, 3)]


@pytest.mark.corpus
def test_drift_of_the_code() -> None:
    """Objects of informatization and online platforms counted by a plain search in the texts of 2020 and 2025. Information
    systems stand in 11 and 5 provisions there; the lexicon counts those inside longer wordings ("a user of ...") as these.
    """
    editions = wordings_by_edition([parsed(CODE_2025)])
    assert [(one.edition, one.language) for one in editions] == [
        ("2020-05-04", "ru"),
        ("2022-07-12", "kk"),
        ("2025-07-16", "ru"),
    ]
    counts = [{code: len(places) for code, places in one.places.items()} for one in editions]
    assert [one.get("informatization_object", 0) for one in counts] == [0, 0, 15]
    assert [one.get("online_platforms", 0) for one in counts] == [0, 0, 15]
    assert counts[0]["information_system"] > counts[2]["information_system"]
    texts = wordings_by_edition([parsed(name) for name in (CODE_2020, CODE_KK, CODE_2025)])
    assert texts == editions
