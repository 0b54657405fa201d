"""What tells the kind of a term: its genus, and what decides."""

from __future__ import annotations

import pytest

from saralau.terms import find_definitions, kind_of, sort_definition

from .test_finding import act


def kind(definiens: str) -> str:
    whole = act(f"Статья 1. Основные понятия\n\n1) нечто – {definiens};\n")
    (found,) = find_definitions(whole)
    return kind_of(whole, found)


@pytest.mark.parametrize(
    ("definiens", "expected"),
    [
        ("информация о пчелах, записанная датчиком", "technical"),
        ("новая быстрая информационная система для ульев", "technical"),
        ("совокупность программных и технических средств для ульев", "technical"),
        ("это (без исключений) пароль улья", "technical"),
        ("информационная система, отнесенная законодательством к важным", "mixed"),
        ("государственные электронные информационные ресурсы о меде", "mixed"),
        ("программа, на которую правообладатель дал право", "mixed"),
        ("физическое или юридическое лицо, ведущее информационную систему", "legal"),
        ("совокупность мер по защите информационной системы", "legal"),
        ("документ об информационной системе", "legal"),
        ("ящик с информационной системой", "unknown"),  # a genus that nobody listed is not looked for further on
        ("функционально удобный ящик", "unknown"),  # no noun, though it begins like one
    ],
)
def test_kinds(definiens: str, expected: str) -> None:
    assert kind(definiens) == expected


def test_the_words_that_told_it_are_pointed_at() -> None:
    whole = act("Статья 1. Основные понятия\n\n1) нечто – новая программа, принятая по решению пасечника;\n")
    (found,) = find_definitions(whole)
    sorting = sort_definition(whole, found)
    assert sorting.genus is not None
    assert sorting.deciding is not None
    assert (sorting.kind, whole.words(sorting.genus), whole.words(sorting.deciding)) == ("mixed", "программа", "по решению")


@pytest.mark.parametrize(
    ("definiens", "expected"),
    [
        ("ұяға арналған ақпараттық жүйе", "technical"),
        ("ұяны басқаратын техникалық құралдардың жиынтығы", "technical"),
        ("мемлекеттік органдардың ақпараттық жүйесі", "mixed"),
        ("ақпараттық жүйені жүргізетін заңды тұлға", "legal"),
        ("ақпараттық жүйесі бар жәшік", "unknown"),
    ],
)
def test_kazakh_genus_stands_last(definiens: str, expected: str) -> None:
    whole = act(f"1-бап. Негізгі ұғымдар\n\n1) бір нәрсе – {definiens};\n", "kk")
    (found,) = find_definitions(whole)
    assert kind_of(whole, found) == expected
