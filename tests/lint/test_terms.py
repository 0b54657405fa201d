"""Rules on terms: good, bad and borderline, in Russian and Kazakh; every text is fictional."""

from __future__ import annotations

import pytest

from saralau.acts import parse_act
from saralau.documents.reading import read_bytes
from saralau.languages import language
from saralau.lint import chosen, lint

RU = """# Закон О маяках

### Статья 1. Основные понятия
В настоящем Законе используются следующие основные понятия:
1) смотритель маяка – лицо, которое зажигает огни;
2) морской туман – туман на море{again}.

### Статья 2. Огни
Смотритель маяка зажигает огни{use}.
"""

KK = """# Маяктар туралы заң

1-бап. Негізгі ұғымдар
Осы Заңда мынадай негізгі ұғымдар пайдаланылады:
1) маяк күзетшісі – оттарды жағатын адам;
2) теңіз тұманы – теңіздегі тұман{again}.

2-бап. Оттар
Маяк күзетшісі оттарды жағады{use}.
"""


def found(text: str, code: str) -> list[tuple[str, str]]:
    act = parse_act(read_bytes(text.encode(), "law.md"), language(code))
    rules = chosen(["terms"])
    return [(one.rule.code, one.finding.address.short if one.finding.address else "") for one in lint(act, rules)]


@pytest.mark.parametrize(
    ("code", "text", "use", "again"),
    [
        ("ru", RU, ", когда виден морской туман", ";\n3) смотритель маяка – должностное лицо гавани"),
        ("kk", KK, ", теңіз тұманы болғанда", ";\n3) маяк күзетшісі – айлақтың лауазымды адамы"),
    ],
)
def test_terms_unused_and_defined_twice(code: str, text: str, use: str, again: str) -> None:
    assert found(text.format(use=use, again=""), code) == []
    assert found(text.format(use="", again=""), code) == [("D001", "1..2")]
    told = found(text.format(use=use, again=again), code)
    assert [rule for rule, _ in told] and {rule for rule, _ in told} == {"D002"}


def test_an_inflected_use_is_a_use() -> None:
    assert found(RU.format(use=" и не гасит их в морском тумане", again=""), "ru") == []


def test_a_language_without_ways_to_define_has_no_findings() -> None:
    assert found("# Act\n\n### Article 1. Terms\n1) fog means fog.\n", "en") == []
