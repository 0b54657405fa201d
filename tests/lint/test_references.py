"""Rules of references: where they lead, or do not."""

from __future__ import annotations

from time import process_time

import pytest

from saralau.lint import Subject

from ..conftest import CODE_2025, CODE_KK, CODES, parsed
from .linting import RULES, act_of, article, findings, words


def told(rule: str, text: str, code: str = "ru") -> list[object]:
    """To what the references lead that a rule objects to."""
    return [one.told["to"] for one in findings(rule, text, code)]


TWO = ("1. Улей осматривают.", "2. Рамки меняют.")
TWO_KK = ("1. Ұя қаралады.", "2. Жақтау ауыстырылады.")


def test_references_to_nothing() -> None:
    assert told("R001", article(*TWO, "3. Деяния, предусмотренные частью пятой настоящей статьи.")) == ["1(5)"]
    assert told("R001", article(*TWO, "3. Деяния, предусмотренные частью второй настоящей статьи.")) == []
    assert told("R001", article(*TWO_KK, "3. Осы баптың бесінші бөлігінде көзделген әрекеттер.", code="kk"), "kk") == [
        "1(5)"
    ]


def test_a_paragraph_may_be_called_a_part() -> None:
    text = article("Если иное не сказано в частях второй и четвертой настоящей статьи.", "Рой считают.", "Улей ставят.")
    assert told("R001", text) == ["1(4)"]


def test_this_article_in_a_quotation_is_another() -> None:
    lines = ("1. Изложить в следующей редакции:", '"Статья 51. Рой', "К роям части девятой настоящей статьи.", "2. Всё.")
    assert told("R001", article(*lines)) == []


def test_an_excerpt_does_not_tell_what_is_not_there() -> None:
    text = "\n\n".join(f"### Статья {number}. Улей\n\nПо статье 7 настоящего Закона." for number in (3, 6, 9, 12))
    assert told("R001", text) == []


def test_an_excluded_provision() -> None:
    gone = "2. Исключена Законом РК от 01.02.2020 № 3-VI."
    assert told("R002", article("1. Улей.", gone, "3. Деяния, указанные в части второй настоящей статьи.")) == ["1(2)"]
    assert told("R002", article(*TWO, "3. Деяния, указанные в части второй настоящей статьи.")) == []
    gone = "2. Алып тасталды – ҚР 01.02.2020 № 3-VI Заңымен."
    text = article("1. Ұя.", gone, "3. Осы баптың екінші бөлігінде көрсетілген әрекеттер.", code="kk")
    assert told("R002", text, "kk") == ["1(2)"]


def test_a_part_of_an_article_without_parts() -> None:
    assert told("R003", article("1. По части первой статьи 2 настоящего Кодекса.", "2. Рой.")) == ["2(1)"]
    assert told("R003", article("1. По статье 2 настоящего Кодекса.", "2. Рой.")) == []
    assert told("R003", article("1. Рой.", "2. По части первой настоящей статьи.")) == []
    assert told("R003", article("1. Осы Кодекстің 2-бабының бірінші бөлігінде.", "2. Ара.", code="kk"), "kk") == ["2(1)"]


def test_a_share_is_no_part() -> None:
    assert findings("R003", article("1. Владелец теряет одну первую часть роя.", "2. Рой.")) == []
    assert findings("R004", article("Считают:", "1) рой;", "2) утрату на одну вторую часть.")) == []


def test_points_called_parts_and_parts_called_points() -> None:
    text = (
        article("Считают:", "1) рой;", "2) улей.") + "### Статья 3. Рамки\n\nПо части второй статьи 1 настоящего Кодекса.\n"
    )
    assert told("R004", text) == ["1(2)"]
    text = article(*TWO) + "### Статья 3. Рамки\n\nПо пункту 2) статьи 1 настоящего Кодекса.\n"
    assert told("R004", text) == ["1(2)"]
    text = article(*TWO) + "### Статья 3. Рамки\n\nПо части второй статьи 1 настоящего Кодекса.\n"
    assert told("R004", text) == []
    kk = (
        article("Саналады:", "1) ара;", "2) ұя.", code="kk")
        + "### 3-бап. Жақтау\n\nОсы Кодекстің 1-бабының екінші бөлігінде.\n"
    )
    assert told("R004", kk, "kk") == ["1(2)"]


@pytest.mark.parametrize(
    ("line", "to"),
    [
        ("3. Деяния, предусмотренные частью третьей настоящей статьи.", ["1(3)"]),
        ("3. Деяния, предусмотренные частью второй настоящей статьи.", []),
        ("3. Положения настоящей части не применяются.", []),
        ("3. Сроки, указанные в абзаце первом настоящей части.", []),
        ("3. Действия по статье 1 настоящего Кодекса.", []),
    ],
)
def test_references_of_a_provision_to_itself(line: str, to: list[str]) -> None:
    assert told("R005", article(*TWO, line)) == to


def test_a_reference_to_itself_in_kazakh() -> None:
    assert told("R005", article(*TWO_KK, "3. Осы баптың үшінші бөлігінде көзделген әрекеттер.", code="kk"), "kk") == ["1(3)"]
    assert told("R005", article(*TWO_KK, "3. Осы баптың екінші бөлігінде көзделген әрекеттер.", code="kk"), "kk") == []


def test_a_number_that_stands_twice() -> None:
    text = article(*TWO, "2. Рой считают.", "3. Деяния, указанные в части второй настоящей статьи.")
    found = findings("R006", text)
    assert [one.told["to"] for one in found] == ["1(2)"] and found[0].related
    kk = article(*TWO_KK, "2. Ара саналады.", "3. Осы баптың екінші бөлігінде көрсетілген әрекеттер.", code="kk")
    assert told("R006", kk, "kk") == ["1(2)"]
    assert told("R006", article(*TWO, "3. Деяния, указанные в части второй настоящей статьи.")) == []


REPEALED = "Законом Республики Казахстан от 11 января 2007 года «Об информатизации»"
REPEALED_KK = "«Ақпараттандыру туралы» 2007 жылғы 11 қаңтардағы Қазақстан Республикасының Заңында"


def test_an_act_that_is_repealed() -> None:
    found = findings("R007", article(f"Порядок установлен {REPEALED}."))
    assert [one.told["on"] for one in found] == ["2016-01-01"]
    assert findings("R007", article(f"Признать утратившим силу: {REPEALED}.")) == []
    assert findings("R007", article("Порядок установлен Законом Республики Казахстан «О пчёлах».")) == []  # no pack knows it
    kk = article(f"Тәртіп {REPEALED_KK} белгіленген.", code="kk")
    assert [one.told["on"] for one in findings("R007", kk, "kk")] == ["2016-01-01"]


def test_a_repealed_act_that_is_named_on_purpose() -> None:
    """On the passage from the old law to the new; beside it the same words in a line of their own are a finding."""
    before = f"К делам, начатым до введения в действие настоящего Закона, применяют порядок, установленный {REPEALED}."
    assert findings("R007", article(before)) == []
    assert len(findings("R007", article(before, f"Порядок установлен {REPEALED}."))) == 1
    heading = f"# Закон о пасеках\n\n### Статья 1. Переходные положения\n\nПорядок установлен {REPEALED}.\n"
    assert findings("R007", heading) == []
    assert len(findings("R007", heading.replace("Переходные положения", "Порядок"))) == 1
    kk = article(f"Осы Заң қолданысқа енгізілгенге дейін тәртіп {REPEALED_KK} белгіленген.", code="kk")
    assert findings("R007", kk, "kk") == []


def test_a_date_that_no_calendar_has() -> None:
    assert len(findings("R008", article("По Закону Республики Казахстан от 31 февраля 2020 года № 300-VI «О пчёлах»."))) == 1
    assert findings("R008", article("По Закону Республики Казахстан от 28 февраля 2020 года № 300-VI «О пчёлах».")) == []
    kk = article("«Аралар туралы» 2020 жылғы 31 ақпандағы № 300-VI Қазақстан Республикасының Заңына сәйкес.", code="kk")
    assert len(findings("R008", kk, "kk")) == 1


def test_ranges() -> None:
    lines = tuple(f"{number}. Улей осматривают." for number in range(1, 6))
    found = findings("R009", article(*lines, "6. По частям 4 – 2 настоящей статьи."))
    assert [(one.told["first"], one.told["last"]) for one in found] == [("1(4)", "1(2)")]
    assert findings("R009", article(*lines, "6. По частям 2 – 4 настоящей статьи.")) == []
    points = tuple(f"{number}) ұя;" for number in range(1, 6))
    kk = article("1. Қаралады:", *points, "2. Осы баптың бірінші бөлігінің 4) – 2) тармақтарында.", code="kk")
    assert len(findings("R009", kk, "kk")) == 1


def test_a_provision_named_twice_in_a_list() -> None:
    assert told("R010", article("По статьям 2, 1 и 2 настоящего Кодекса.")) == ["2"]
    assert told("R010", article("По статьям 1 и 2 настоящего Кодекса, а также по статье 2 настоящего Кодекса.")) in (
        [],
        ["2"],
    )
    assert told("R010", article("По статьям 1 и 2 настоящего Кодекса.")) == []
    assert told("R010", article("Осы Кодекстің 2, 1 және 2-баптарында.", code="kk"), "kk") == ["2"]


def test_the_same_term_as_nothing() -> None:
    alone = "наказывается лишением свободы на тот же срок."
    after = "наказывается ограничением свободы на срок до двух лет либо лишением свободы на тот же срок."
    assert len(findings("R011", article("Порча улья –", alone))) == 1
    assert findings("R011", article("Порча улья –", after)) == []
    alone = "сол мерзімге бас бостандығынан айыруға жазаланады."
    after = "екі жылға дейінгі мерзімге бас бостандығын шектеуге не сол мерзімге бас бостандығынан айыруға жазаланады."
    assert len(findings("R011", article("Ұяны бүлдіру –", alone, code="kk"), "kk")) == 1
    assert findings("R011", article("Ұяны бүлдіру –", after, code="kk"), "kk") == []


def test_two_provisions_of_which_each_needs_the_other() -> None:
    one, other = (
        "1. Улей осматривают в случаях части второй настоящей статьи.",
        "2. Рой – в случаях части первой настоящей статьи.",
    )
    assert told("R012", article(one, other)) == ["1(1)"]
    assert told("R012", article("1. Улей осматривают.", other)) == []
    one, other = "1. Осы баптың екінші бөлігінде аталған ұя.", "2. Осы баптың бірінші бөлігінде аталған ара."
    assert told("R012", article(one, other, code="kk"), "kk") == ["1(1)"]


# -- the official texts -------------------------------------------------------------------------------------------


@pytest.mark.corpus
def test_references_of_the_criminal_code() -> None:
    russian, kazakh = Subject(parsed(CODE_2025)), Subject(parsed(CODE_KK))
    assert [one.told["to"] for one in RULES["R002"].check(russian)] == ["125(2)(5)", "126(2)(5)"]
    assert [one.told["to"] for one in RULES["R002"].check(kazakh)] == ["121(3-1)(2)"]


@pytest.mark.corpus
@pytest.mark.parametrize("name", CODES)
def test_acts_that_an_act_repeals_and_quotations_are_no_defect(name: str) -> None:
    subject = Subject(parsed(name))
    assert [one for rule in ("R001", "R007") for one in RULES[rule].check(subject)] == []


def test_words_of_a_finding_are_those_of_the_reference() -> None:
    assert words("R001", article(*TWO, "3. По части пятой настоящей статьи.")) == ["пятой"]


def test_many_references_take_time_in_proportion() -> None:
    """Four times the text, about four times the time: no rule walks the act once for each reference."""

    def seconds(times: int) -> float:
        lines = [f"{number}. По части 9000 настоящей статьи. Порядок установлен {REPEALED}." for number in range(1, times)]
        subject = Subject(act_of(article(*lines)))
        assert (
            subject.resolved and subject.vocabulary and None not in (subject.defects, subject.amendments, subject.offences)
        )
        start = process_time()
        assert [one for rule in RULES.values() for one in rule.check(subject)]
        return process_time() - start

    assert seconds(800) < 12 * max(seconds(200), 0.002)
