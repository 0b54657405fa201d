"""Saved cases: kept, found, changed and forgotten by their owner alone; nothing to be read in the file."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from saralau.keeping import cases
from saralau.keeping.connecting import FILE, Keeping, open_keeping, reading, writing
from saralau.keeping.keys import Keys, made_of
from saralau.keeping.tables import metadata
from saralau.messages import InputError

from .conftest import SECRET


def test_a_case_is_kept_and_found_after_another_opening(keeping: Keeping, keys: Keys) -> None:
    kept = cases.save(keeping, keys, "a", "  The\tgang ", "text")
    again = open_keeping(keeping.folder)
    assert [(one.id, one.name) for one in cases.listed(again, keys, "a")] == [(kept.id, "The gang")]
    assert cases.opened(again, keys, "a", kept.id).text == "text"
    again.engine.dispose()


def test_nobody_reads_changes_or_deletes_what_another_keeps(keeping: Keeping, keys: Keys) -> None:
    kept = cases.save(keeping, keys, "a", "mine", "text")
    assert cases.listed(keeping, keys, "b") == []
    for attempt in (
        lambda: cases.opened(keeping, keys, "b", kept.id),
        lambda: cases.rename(keeping, keys, "b", kept.id, "x"),
        lambda: cases.replace(keeping, keys, "b", kept.id, 1, "x", "y"),
        lambda: cases.delete(keeping, "b", kept.id),
    ):
        with pytest.raises(InputError, match="no such saved case"):
            attempt()
    assert cases.opened(keeping, keys, "a", kept.id) == kept


def test_a_row_that_is_given_to_another_does_not_open(keeping: Keeping, keys: Keys) -> None:
    """Who can write into the database, but has no secret, cannot make one owner's case another's."""
    kept = cases.save(keeping, keys, "a", "mine", "text")
    with writing(keeping) as connection:
        connection.execute(text("UPDATE cases SET owner = 'b'"))
    with pytest.raises(InputError, match="changed outside"):
        cases.opened(keeping, keys, "b", kept.id)
    assert [one.name for one in cases.listed(keeping, keys, "b")] == [""]


def test_nothing_of_a_case_stands_in_the_files(keeping: Keeping, keys: Keys) -> None:
    cases.save(keeping, keys, "a", "Ivanov and the bank", "schema: saralau/case/1")
    for place in keeping.folder.iterdir():
        content = place.read_bytes()
        assert b"Ivanov" not in content
        assert b"schema: saralau" not in content
        assert stat.S_IMODE(place.stat().st_mode) == 0o600, place


def test_who_saves_over_what_they_have_not_seen_is_told(keeping: Keeping, keys: Keys) -> None:
    kept = cases.save(keeping, keys, "a", "mine", "one")
    second = cases.replace(keeping, keys, "a", kept.id, kept.revision, "mine", "two")
    with pytest.raises(InputError, match="has been saved since"):
        cases.replace(keeping, keys, "a", kept.id, kept.revision, "mine", "three")
    assert cases.opened(keeping, keys, "a", kept.id) == second


def test_a_case_is_renamed_and_deleted(keeping: Keeping, keys: Keys) -> None:
    kept = cases.save(keeping, keys, "a", "mine", "one")
    cases.rename(keeping, keys, "a", kept.id, "ours")
    assert cases.opened(keeping, keys, "a", kept.id).name == "ours"
    cases.delete(keeping, "a", kept.id)
    with pytest.raises(InputError, match="no such saved case"):
        cases.delete(keeping, "a", kept.id)


@pytest.mark.parametrize("name", ["", " \n\t", "\u202e", "x" * 201])
def test_a_name_is_one_line_of_some_length(keeping: Keeping, keys: Keys, name: str) -> None:
    with pytest.raises(InputError, match="1 to 200"):
        cases.save(keeping, keys, "a", name, "text")


def test_there_is_an_end_to_what_is_kept(keeping: Keeping, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="at most 60000"):
        cases.save(keeping, keys, "a", "large", "x" * 60_001)
    monkeypatch.setattr(cases, "MOST", 2)
    for name in ("one", "two"):
        cases.save(keeping, keys, "a", name, "text")
    with pytest.raises(InputError, match="at most 2 cases"):
        cases.save(keeping, keys, "a", "three", "text")
    cases.save(keeping, keys, "b", "another's", "text")


def test_cases_are_sealed_anew_with_a_new_secret(keeping: Keeping, keys: Keys) -> None:
    kept = cases.save(keeping, keys, "a", "mine", "text")
    both, new = made_of(["n" * 32, SECRET]), made_of(["n" * 32])
    assert cases.rekey(keeping, both) == 1
    assert cases.rekey(keeping, both) == 0
    assert cases.opened(keeping, new, "a", kept.id) == kept


def test_sealing_anew_is_for_all_or_none(keeping: Keeping, keys: Keys) -> None:
    for name in ("one", "two"):
        cases.save(keeping, keys, "a", name, "text")
    with writing(keeping) as connection:
        connection.execute(text("UPDATE cases SET text = x'01' WHERE id = (SELECT max(id) FROM cases)"))
    with pytest.raises(InputError):
        cases.rekey(keeping, made_of(["n" * 32, SECRET]))
    assert all(one.name for one in cases.listed(keeping, keys, "a"))  # the old secret still opens both


def test_the_migrations_make_the_tables(keeping: Keeping) -> None:
    with reading(keeping) as connection:
        inspector = inspect(connection)
        for name, table in metadata.tables.items():
            made = {column["name"]: (column["nullable"], str(column["type"])) for column in inspector.get_columns(name)}
            assert made == {one.name: (bool(one.nullable), str(one.type)) for one in table.columns}
            indexes = {str(index["name"]) for index in inspector.get_indexes(name)}
            assert indexes >= {str(one.name) for one in table.indexes}


def test_what_a_newer_version_made_is_not_touched(keeping: Keeping) -> None:
    with writing(keeping) as connection:
        connection.execute(text("UPDATE schema_version SET version_num = 'v999'"))
    with pytest.raises(InputError, match="newer Saralau"):
        open_keeping(keeping.folder)


def test_what_is_no_database_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all, but long enough to be one" * 50)
    with pytest.raises(InputError, match="cannot be used"):
        open_keeping(tmp_path)
