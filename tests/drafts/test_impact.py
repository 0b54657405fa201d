"""What drafts to a fictional code do: before against after, with a patch to its encoding and without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from saralau.acts import Act, read_act
from saralau.documents.reading import read_bytes
from saralau.drafts import Draft, read_draft
from saralau.drafts.impact import Impact, weigh
from saralau.drafts.patching import Sent
from saralau.messages import InputError, languages
from saralau.report.draft_findings import linted
from saralau.report.draft_told import impact_lines, impact_markdown

from ..conftest import EXAMPLES

NIGHT = """в части второй статьи 10:
дополнить пунктом 5) следующего содержания:

"5) с использованием искусственного интеллекта, –";
"""

PATCH = """schema: saralau/patch/1
jurisdiction: altynsay
act: criminal-code
terms:
  - {id: artificial_intelligence, family: tool, label: {kk: "жасанды интеллект", ru: "искусственный интеллект", en: "artificial intelligence"}}
features:
  artificial_intelligence: artificial_intelligence
articles:
  - article: "10"
    parts:
      - part: "2"
        of: ["1"]
        points:
          "1": {group: prior_conspiracy}
          "3": {repetition: repeated}
          "4":
            any:
              - through: {conduct: access, object: information_system, authorisation: without_right}
              - through: {conduct: modification, object: information_in_transmission}
          "5": {tool: artificial_intelligence}
"""

CASE = """schema: saralau/case/1
case: taken
jurisdiction: altynsay
closed: true
persons:
  - {id: k, age: 30}
acts:
  - id: taking
    date: DATE
    conduct: taking_property_secretly
    object: property_of_another
    tool: artificial_intelligence
"""


@pytest.fixture
def altynsay(monkeypatch: pytest.MonkeyPatch) -> Act:
    """The fictional code, of a state whose packs are at hand."""
    monkeypatch.setenv("SARALAU_PACKS", str(EXAMPLES / "packs"))
    return read_act(EXAMPLES / "sample-code.ru.html")


def drafted(act: Act, text: str) -> Draft:
    draft = read_draft(read_bytes(text.encode(), "draft.txt"), act)
    assert (draft.rest, draft.refused) == ((), ())
    return draft


def effect(act: Act, text: str, patch: Path | None = None, cases: tuple[Path, ...] = ()) -> Impact:
    return weigh(act, drafted(act, text), patch, cases)


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_without_a_patch_the_effect_is_unknown_and_never_none(altynsay: Act) -> None:
    told = effect(altynsay, NIGHT)
    assert (told.encoded.why, told.encoded.articles, told.encoded.unknown) == ("no_patch", ("10",), ("10",))
    lines = "\n".join(impact_lines(told, linted(told), "en"))
    assert "Effect on the qualification of cases and on the coverage of treaties: unknown (10)." in lines
    assert "nothing changes" not in lines


def test_with_a_patch_cases_are_judged_before_and_after(altynsay: Act, tmp_path: Path) -> None:
    patch = written(tmp_path, "patch.yaml", PATCH)
    new, old = (
        written(tmp_path, f"{n}.yaml", CASE.replace("DATE", day))
        for n, day in (("new", "2025-02-01"), ("old", "2020-02-01"))
    )
    told = effect(altynsay, NIGHT, patch, (new, old)).encoded
    assert (told.why, told.unknown, told.disagreements) == (None, (), ())
    assert (told.judged, told.older) == (1, 1)
    assert [(one.name, one.before, one.after) for one in told.cases] == [
        ("new.yaml", (("charge", "10(1)"),), (("charge", "10(2)(5)"),))
    ]
    assert all(not shifts for _, shifts in told.coverages)


def test_a_patch_that_is_in_no_file_says_the_same(altynsay: Act, tmp_path: Path) -> None:
    in_file = effect(altynsay, NIGHT, written(tmp_path, "patch.yaml", PATCH)).encoded
    assert weigh(altynsay, drafted(altynsay, NIGHT), Sent("sent.yaml", PATCH)).encoded == in_file
    with pytest.raises(InputError, match=r"sent\.yaml"):
        weigh(altynsay, drafted(altynsay, NIGHT), Sent("sent.yaml", "schema: ["))


def test_a_patch_that_leaves_a_touched_article_out_leaves_its_effect_unknown(altynsay: Act, tmp_path: Path) -> None:
    text = NIGHT + '\nв части первой статьи 20 слово "Умышленный" исключить;'
    told = effect(altynsay, text, written(tmp_path, "patch.yaml", PATCH)).encoded
    assert (told.why, told.unknown) == (None, ("20",))
    told = effect(altynsay, text, written(tmp_path, "whole.yaml", PATCH + 'unchanged: ["20"]\n')).encoded
    assert told.unknown == ()


def test_a_patch_that_says_something_else_than_the_draft_is_told_so(altynsay: Act, tmp_path: Path) -> None:
    patch = written(tmp_path, "patch.yaml", PATCH.replace('          "5": {tool: artificial_intelligence}\n', ""))
    (one,) = effect(altynsay, NIGHT, patch).encoded.disagreements
    assert (one.kind, one.address, one.what) == ("point", "10.2", "5")


def test_an_excluded_part_is_no_longer_punished(altynsay: Act, tmp_path: Path) -> None:
    case = written(
        tmp_path,
        "case.yaml",
        CASE.replace("DATE", "2025-02-01").replace("    tool: artificial_intelligence\n", "    group: criminal_group\n"),
    )
    patch = written(
        tmp_path, "patch.yaml", 'schema: saralau/patch/1\njurisdiction: altynsay\nact: criminal-code\nunchanged: ["10"]\n'
    )
    told = effect(altynsay, "часть третью статьи 10 исключить;", patch, (case,)).encoded
    assert [(one.before, one.after) for one in told.cases] == [((("charge", "10(3)(1)"),), (("charge", "10(1)"),))]


PATCH_MISTAKES = [
    (PATCH.replace("act: criminal-code", "act: labour-code"), "no patch to the encoding of altynsay/criminal-code"),
    (PATCH.replace("tool: artificial_intelligence}", "tool: artificial_stupidity}"), "artificial_stupidity"),
    (PATCH.replace('of: ["1"]', 'of: ["7"]'), "7"),
    (PATCH.replace("articles:", "article:"), "line"),
]


@pytest.mark.parametrize(("text", "sentence"), PATCH_MISTAKES)
def test_a_mistaken_patch_is_told_in_a_sentence(altynsay: Act, tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        effect(altynsay, NIGHT, written(tmp_path, "patch.yaml", text))


def test_an_act_that_no_pack_knows() -> None:
    act = read_act(EXAMPLES / "sample-code.ru.html")
    told = effect(act, NIGHT)
    assert (told.encoded.why, told.misordered, told.categories) == ("unnamed", None, ())
    with pytest.raises(InputError, match="no elements of this act are encoded"):
        effect(act, NIGHT, EXAMPLES / "drafts/access-codes.patch.yaml")


def test_a_text_of_another_edition_than_the_encoding(altynsay: Act, tmp_path: Path) -> None:
    text = (EXAMPLES / "sample-code.ru.html").read_text("utf-8").replace("11.11.2024", "12.12.2024")
    act = read_act(written(tmp_path, "sample-code.html", text))
    told = effect(act, NIGHT, written(tmp_path, "patch.yaml", PATCH)).encoded
    assert (told.why, told.unknown) == ("other_edition", ("10",))


def test_a_heavier_punishment_and_its_category(altynsay: Act) -> None:
    told = effect(altynsay, 'в статье 12 слово "пяти" заменить словом "восьми";')
    assert [(one.address.printed, one.aspect, turn) for one, turn in told.turns] == [("12", "amount", "heavier")]
    assert [(row.address.printed, row.before, row.after) for row in told.categories] == [("12", "medium", "grave")]
    told = effect(altynsay, 'в статье 12 слово "пяти" заменить словом "двух";')
    assert [turn for _, turn in told.turns] == ["milder"]


def test_a_gap_is_closed_and_a_group_gained(altynsay: Act) -> None:
    text = 'статью 33 дополнить частью 2 следующего содержания:\n\n"2. То же деяние, совершенное с использованием сетей телекоммуникаций, –\n\nнаказывается ограничением свободы на срок до двух лет.";'
    told = effect(altynsay, text)
    assert [gap.address.printed for gap in told.gaps_closed] == ["33"]
    assert told.gaps_opened == ()
    assert [(row.address.printed, row.before) for row in told.groups] == [("33(2)", None)]


def test_references_that_a_draft_breaks_and_mends(altynsay: Act) -> None:
    told = effect(altynsay, "часть вторую статьи 20 исключить;")
    assert [(one.at, one.address, one.status) for one in told.broken] == [
        ("20(2-1)", "20(2)", "excluded"),
        ("20(3)", "20(2)", "excluded"),
    ]
    assert told.mended == ()
    text = 'статью 21 изложить в следующей редакции:\n\n"Статья 21. Программы\n\nСоздание программ, о которых говорит статья 22-1, –\n\nнаказывается лишением свободы на срок до двух лет.";'
    assert [(one.at, one.address) for one in effect(altynsay, text).broken] == [("21", "22-1")]


def test_an_aggravated_part_milder_than_its_basic_one(altynsay: Act) -> None:
    text = 'статью 22 дополнить частью 3 следующего содержания:\n\n"3. Деяния, предусмотренные частью второй настоящей статьи, повлекшие тяжкие последствия, –\n\nнаказываются штрафом в размере до ста месячных расчетных показателей.";'
    told = effect(altynsay, text)
    assert told.misordered is not None
    assert [(one.address.printed, one.basic.printed, one.new) for one in told.misordered] == [("22(3)", "22(2)", True)]


def test_a_draft_that_cannot_be_followed_has_no_impact(altynsay: Act) -> None:
    with pytest.raises(InputError, match="Line 1 of the draft: the act has no 10\\(9\\)"):
        weigh(altynsay, read_draft(read_bytes("часть девятую статьи 10 исключить;".encode(), "draft.txt"), altynsay))


@pytest.mark.parametrize("code", languages())
def test_it_can_be_told_in_every_language(altynsay: Act, tmp_path: Path, code: str) -> None:
    patch, case = written(tmp_path, "patch.yaml", PATCH), written(tmp_path, "case.yaml", CASE.replace("DATE", "2025-02-01"))
    for told in (
        effect(altynsay, NIGHT),
        effect(altynsay, NIGHT, patch, (case,)),
        effect(altynsay, "статью 20 исключить; часть вторую статьи 10 исключить;"),
    ):
        assert len(list(impact_lines(told, linted(told), code))) > 10


def test_without_words_nothing_of_the_act_is_shown(altynsay: Act) -> None:
    told = effect(altynsay, 'в статье 12 слово "передать" заменить словами "отдать немедленно";')
    assert "отдать немедленно" in impact_markdown(told, linted(told), "ru", quoting=False)
    assert "передать" not in impact_markdown(told, linted(told), "ru", quoting=False)
    assert "передать" in impact_markdown(told, linted(told), "ru", quoting=True)
