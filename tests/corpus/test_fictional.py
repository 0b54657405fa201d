"""The fictional acts of the benchmarks: the same from the same seed, and read as what they are."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bench.fictional import texts
from bench.fictional.rare import roots
from bench.fictional.republic import front, history, republic
from bench.fictional.texts import Edition, edition, editions_of, languages
from bench.fictional.writing import write_files, write_history

from saralau.acts import parse_act
from saralau.amendments import find_amendments
from saralau.corpus.units import read_text, units_of
from saralau.documents.reading import read_bytes

ROOT = Path(__file__).resolve().parents[2]
SEED, ACTS = 7, 300
CODE = 40  # a code in every republic


def _content(told: Edition) -> bytes:
    return "".join(told.parts).encode()


def test_the_same_seed_gives_the_same_bytes_and_another_gives_others() -> None:
    first = [(text.name, text.content) for text in texts(SEED, 39)]
    assert first == [(text.name, text.content) for text in texts(SEED, 39)]
    assert first != [(text.name, text.content) for text in texts(SEED + 1, 39)]


def test_an_act_can_be_made_without_those_before_it() -> None:
    assert list(texts(SEED, 39))[-2:] == list(texts(SEED, 39, start=30))[-2:]


def test_acts_are_read_as_what_they_are_and_cite_acts_that_exist() -> None:
    """In a process of its own, whose packs name the state."""
    told = ["-m", "bench.fictional", "--check", "--acts", "250", "--seed", str(SEED)]
    own = {name: value for name, value in os.environ.items() if name != "SARALAU_PACKS"}
    done = subprocess.run([sys.executable, *told], capture_output=True, text=True, cwd=ROOT, env=own, check=False)
    *flaws, counted = done.stdout.splitlines()
    assert flaws == [] and done.returncode == 0, done.stderr
    assert int(counted.rpartition(", ")[2].split()[0]) > 20


def test_most_acts_are_short_and_a_code_is_long() -> None:
    state = republic(SEED, 5000)
    assert sorted(state.articles)[2500] in (2, 3)
    assert state.kinds[CODE] == "code" and state.articles[CODE] > 200


def test_fronts_are_told_apart() -> None:
    state = republic(SEED, 5000)
    assert len({front(state, act).iri for act in range(5000)}) == 5000


def test_languages_of_an_act_have_the_same_units() -> None:
    state = republic(SEED, ACTS)
    law = next(act for act in state.cited if state.kinds[act] == "law")
    told = {one.language: read_text(_content(one), "text.md") for one in editions_of(state, law, every=True, editions=1)}
    addresses = {code: [(unit.address, unit.excluded) for unit in reading.units] for code, reading in told.items()}
    assert addresses["kk"] == addresses["ru"] == addresses["en"]
    assert len(addresses["ru"]) >= state.articles[law]


def test_an_offence_is_read_with_its_features_and_sanction_in_every_language() -> None:
    state = republic(SEED, ACTS)
    for one in editions_of(state, CODE, every=True, editions=1):
        units = units_of(parse_act(read_bytes(_content(one), "text.md")))
        threats = len(re.findall("наказывается|жазаланады|is punishable", _content(one).decode()))
        offences = [unit for unit in units if unit.punishments]
        assert len(offences) == threats > 100
        assert sum(bool(unit.features) for unit in offences) > threats / 3


def test_notes_tell_of_the_acts_that_amended_an_act_and_an_edition_comes_after_each() -> None:
    state = republic(SEED, 3000)
    law = next(act for act in state.cited if state.kinds[act] == "law" and len(state.amended.get(act, ())) > 3)
    steps = history(state, law)
    for step in range(len(steps) + 1):
        told = edition(state, law, step, "ru")
        found = find_amendments(parse_act(read_bytes(_content(told), "text.md")))
        written = {(front(state, by).date.isoformat(), front(state, by).number) for by, _ in steps[:step]}
        assert {(one.date, one.number) for one in found} <= written
        assert told.date == max((date for date, _ in written), default=front(state, law).date.isoformat())
        if step:  # the newest has just been told of
            assert told.date in {one.date for one in found}


def test_what_is_amended_is_told_by_the_act_that_amends() -> None:
    state = republic(SEED, 3000)
    amending, (amended, *_) = next(iter(sorted(state.amends.items())))
    told = _content(edition(state, amending, 0, "ru")).decode()
    named = front(state, amended)
    assert f"№ {named.number} «" in told and amending > amended
    assert amending not in state.amended  # acts that only amend are not amended


def test_another_rank_is_another_word() -> None:
    words = {roots(rank)[0] for rank in range(20_000)}
    assert len(words) == 20_000


def test_files_are_laid_out_as_laws_in_git_are(tmp_path: Path) -> None:
    write_files(tmp_path, SEED, 50)
    state = republic(SEED, 50)
    folders = [meta.parent for meta in tmp_path.rglob("meta.yaml")]
    assert len(folders) == 50
    for folder in folders:
        act = int(folder.name.rpartition("-")[2]) - 1
        assert folder.parent.name == f"{front(state, act).date:%Y}" and folder.name.startswith(
            f"{front(state, act).date:%m%d}-"
        )
    code = next(folder for folder in folders if "-code-" in folder.name)
    told = next(editions_of(state, CODE, editions=1))
    iso3 = {"kk": "kaz", "ru": "rus", "en": "eng"}[told.language]
    parts = sorted((code / iso3).glob("*.md")) if len(told.parts) > 1 else [code / f"{iso3}.md"]
    assert b"".join(part.read_bytes() for part in parts) == _content(told)


def test_a_history_has_a_commit_for_each_edition_dated_by_it(tmp_path: Path) -> None:
    write_history(tmp_path / "laws", SEED, 30)
    log = subprocess.run(
        ["git", "-C", str(tmp_path / "laws"), "log", "--reverse", "--format=%cs"], capture_output=True, text=True, check=True
    ).stdout.split()
    state = republic(SEED, 30)
    assert len(log) == 30 + sum(len(history(state, act)) for act in range(30))
    assert log == sorted(log) and log[0] == front(state, 0).date.isoformat()
    assert any(len(languages(state, act)) > 1 for act in range(30))


@pytest.mark.long
def test_a_library_that_grows_is_measured(tmp_path: Path) -> None:
    results = tmp_path / "scale.txt"
    told = ["-m", "bench.scale", "--sizes", "300", "3000", "--jobs", "1", "--results", str(results)]
    subprocess.run([sys.executable, *told], capture_output=True, cwd=ROOT, check=True)
    lines = results.read_text("utf-8").splitlines()
    documents = [int(line.split()[0]) for line in lines if line[:1].isdigit()]
    assert len(documents) == 2 and 300 <= documents[0] < 3000 <= documents[1]
    for kind in ("term", "AND", "phrase", "prefix", "fuzzy"):
        rows = [line.split("|") for line in lines if line.startswith(f"  {kind}")]
        _, alone, writing, ripgrep = zip(*rows, strict=True)
        assert all(float(cell.split()[-1]) > 0 for cell in (*alone, *writing))  # every query was made of words of a text
        assert all(("–" in cell) == (kind == "fuzzy" or shutil.which("rg") is None) for cell in ripgrep)
