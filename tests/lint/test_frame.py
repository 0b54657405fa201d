"""The frame of the linter: which rules run, what is known already, what is written, how it is told."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from saralau.acts import Act, read_act
from saralau.lint import all_rules, chosen, lint
from saralau.lint.baseline import baseline_of, read_baseline, unknown
from saralau.lint.configuring import settings_for
from saralau.messages import InputError, languages
from saralau.report.lint import finding_line, finding_record, summary
from saralau.report.lint_page import lint_page
from saralau.report.lint_rules import file_name, rules_page
from saralau.report.sarif import sarif

from ..conftest import ROOT

BAD = """# Закон О маяках

### Статья 1. Маяк
1. Маяк светит ночью,, а днем отдыхает.
2. Иное предусмотрено частью пятой настоящей статьи.

### Статья 2. Сторож
Сторож спит днем.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "law.md"
    path.write_text(BAD, "utf-8")
    return path


def codes(act: Act) -> Counter[str]:
    return Counter(one.rule.code for one in lint(act, chosen(["T002", "R001"])))


def test_rules_have_codes_and_names_of_their_own_and_words_in_every_language() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)
    for rule in rules:
        for code in languages():
            assert rule.name in rules_page(code)


def test_rules_are_chosen_by_code_name_and_family() -> None:
    assert [rule.code for rule in chosen(["T002"])] == ["T002"] == [rule.code for rule in chosen(["doubled-marks"])]
    assert {rule.family for rule in chosen(["text"])} == {"text"}
    assert set(chosen(["all"])) == set(all_rules())
    assert not chosen(["T002"], ["text"])
    assert all(rule.on for rule in chosen())
    with pytest.raises(InputError, match="X999"):
        chosen(["X999"])


def test_findings_stand_where_the_words_do(file: Path) -> None:
    act = read_act(file)
    assert codes(act) == {"T002": 1, "R001": 1}
    (marks,) = lint(act, chosen(["T002"]))
    assert act.words(marks.finding.span) == ",,"
    assert finding_line(marks, act, "en") == "law.md:4:21: T002 [*] 1(1): two marks where one should stand: ,,"
    record = finding_record(marks, act, "ru")
    assert BAD[record["source_span"][0] : record["source_span"][1]] == ",,"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "saralau.cli.main", "--ui", "en", "lint", *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False)


def test_exit_codes_fixes_and_what_a_fix_leaves_alone(file: Path) -> None:
    assert run(str(file), "--select", "T002").returncode == 1
    done = run(str(file), "--select", "T002", "--fix")
    assert done.returncode == 0 and "mended in 1 places" in done.stderr
    assert file.read_text("utf-8") == BAD.replace(",,", ",")
    assert run(str(file), "--select", "T002").returncode == 0
    assert run(str(file), "--select", "nothing").returncode not in (0, 1)


def test_a_fix_that_uncovers_another_is_not_the_last(file: Path) -> None:
    file.write_text(BAD.replace(",,", ",,,,"), "utf-8")
    assert run(str(file), "--select", "T002", "--fix").returncode == 0
    assert file.read_text("utf-8") == BAD.replace(",,", ",")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "html"])
def test_every_format_goes_into_a_file(file: Path, form: str) -> None:
    place = file.parent / "found"
    done = run(str(file), "--select", "T002", "--format", form, "-o", str(place))
    assert done.returncode == 1 and not done.stdout
    assert "T002" in place.read_text("utf-8")


def test_fixes_reach_the_source_of_marked_up_files(tmp_path: Path) -> None:
    page = tmp_path / "law.html"
    text = "<html><body><h3>Статья 1. Маяк</h3><p>1. Маяк <b>светит</b> ночью,<i>,</i> а днем отдыхает.</p></body></html>"
    page.write_bytes(text.encode("cp1251").replace(b"<html>", b'<html><meta charset="windows-1251">'))
    run(str(page), "--select", "T002", "--fix")
    mended = page.read_bytes().decode("cp1251")
    assert "ночью, а днем" in mended.replace("<i>", "").replace("</i>", "") and "<b>светит</b>" in mended


def test_a_baseline_hides_what_is_known_and_nothing_new(file: Path, tmp_path: Path) -> None:
    act = read_act(file)
    found = lint(act, chosen(["T002", "R001"]))
    place = tmp_path / "baseline.json"
    place.write_text(baseline_of([(one, act) for one in found]), "utf-8")
    assert "ночью" not in place.read_text("utf-8") and not unknown(found, act, read_baseline(place))
    file.write_text(BAD.replace("Сторож спит днем.", "Сторож спит,, днем."), "utf-8")
    moved = read_act(file)
    left = unknown(lint(moved, chosen(["T002", "R001"])), moved, read_baseline(place))
    assert [one.finding.address.short for one in left if one.finding.address] == ["2"]
    place.write_text("[]", "utf-8")
    with pytest.raises(InputError):
        read_baseline(place)


def test_settings_of_the_folder_above(file: Path) -> None:
    assert settings_for(file) == settings_for(file)._replace(select=(), ignore=(), baseline=None)
    (file.parent / "saralau.toml").write_text('[lint]\nselect = ["T002"]\nbaseline = "known.json"\n', "utf-8")
    settings = settings_for(file)
    assert settings.select == ("T002",) and settings.baseline == file.parent / "known.json"
    for wrong in ('[lint]\nselekt = ["T002"]\n', "[lint]\nselect = 3\n", "[lint\n"):
        (file.parent / "saralau.toml").write_text(wrong, "utf-8")
        with pytest.raises(InputError, match=r"saralau\.toml"):
            settings_for(file)


def test_sarif_has_what_hosts_need(file: Path) -> None:
    act = read_act(file)
    told = json.loads(sarif([(one, act) for one in lint(act, chosen(["T002", "R001"]))], "en"))
    (run_,) = told["runs"]
    assert told["version"] == "2.1.0" and {rule["id"] for rule in run_["tool"]["driver"]["rules"]} == {"T002", "R001"}
    region = run_["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (4, 21, 23)


@pytest.mark.parametrize("code", languages())
def test_the_page_escapes_the_law_and_loads_nothing(tmp_path: Path, code: str) -> None:
    file = tmp_path / "law.md"
    file.write_text(BAD.replace("отдыхает", "<script>x</script>"), "utf-8")
    act = read_act(file)
    found = [(one, act) for one in lint(act, chosen(["T002"]))]
    page = lint_page(found, code)
    assert "<mark>,,</mark>" in page and "<script" not in page and "T002" in summary(found, code)


def test_the_pages_on_the_rules_are_those_of_the_rules() -> None:
    for code in languages():
        assert (ROOT / "docs" / file_name(code)).read_text("utf-8") == rules_page(code), "run `make rules`"
