"""Secrets and sealing: what is sealed opens with its own key and for its own thing, and with nothing else."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.keeping.keys import FILE, keys_of, made_of, own_keys
from saralau.keeping.sealing import is_newest, seal, unseal
from saralau.messages import InputError

OLD, NEW = "o" * 32, "n" * 32
KEYS = made_of([NEW])


@pytest.fixture(autouse=True)
def no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SARALAU_SECRET", "SARALAU_SECRET_FILE"):
        monkeypatch.delenv(name, raising=False)


@given(st.text(max_size=200), st.text(max_size=40))
def test_what_is_sealed_opens_again(text: str, about: str) -> None:
    assert unseal(KEYS, seal(KEYS, text, about), about) == text


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_anywhere_is_noticed(at: int, change: int) -> None:
    sealed = bytearray(seal(KEYS, "taking of a thing", "a"))
    sealed[at % len(sealed)] ^= change
    with pytest.raises(InputError):
        unseal(KEYS, bytes(sealed), "a")


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01abcd", b"\x02" + b"x" * 60])
def test_what_was_never_sealed_does_not_open(sealed: bytes) -> None:
    with pytest.raises(InputError):
        unseal(made_of([NEW]), sealed, "a")


def test_it_is_bound_to_what_it_is_about() -> None:
    keys = made_of([NEW])
    with pytest.raises(InputError, match="changed outside"):
        unseal(keys, seal(keys, "x", "one"), "another")


def test_the_words_cannot_be_seen_and_no_two_are_alike() -> None:
    keys = made_of([NEW])
    one, other = seal(keys, "theft of a thing", "a"), seal(keys, "theft of a thing", "a")
    assert b"theft" not in one
    assert one != other


def test_an_old_secret_opens_what_it_sealed_and_the_new_one_seals() -> None:
    before = seal(made_of([OLD]), "x", "a")
    both = made_of([NEW, OLD])
    assert unseal(both, before, "a") == "x"
    assert not is_newest(both, before)
    assert is_newest(both, seal(both, "x", "a"))
    with pytest.raises(InputError, match="secret that is not given"):
        unseal(made_of([NEW]), before, "a")


def test_keys_of_one_secret_are_independent() -> None:
    keys = made_of([NEW])
    assert len({keys.forms, *keys.opening.values(), *keys.opening}) == 3
    assert NEW not in repr(keys)
    assert keys.forms.hex() not in repr(keys)


def test_a_key_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    assert keys_of(tmp_path) is None
    made = own_keys(tmp_path)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert own_keys(tmp_path) == made == keys_of(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == [FILE]


def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    own_keys(tmp_path)
    (tmp_path / FILE).chmod(0o644)
    with pytest.raises(InputError, match="chmod 600"):
        keys_of(tmp_path)


def test_the_environment_comes_before_the_file_which_still_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = own_keys(tmp_path)
    monkeypatch.setenv("SARALAU_SECRET", f"{NEW} {OLD}")
    keys = keys_of(tmp_path)
    assert keys is not None
    assert keys.newest == made_of([NEW]).newest
    assert {before.newest, made_of([OLD]).newest} < set(keys.opening)


def test_a_secret_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "secret"
    monkeypatch.setenv("SARALAU_SECRET_FILE", str(place))
    with pytest.raises(InputError, match="secret"):
        keys_of(tmp_path)
    for text in ("\n", "short\n"):
        place.write_text(text)
        with pytest.raises(InputError, match="at least 32 characters"):
            keys_of(tmp_path)
    place.write_text(f"{NEW}\n{OLD}\n")
    found = keys_of(tmp_path)
    assert found is not None
    assert found.newest == made_of([NEW]).newest
    monkeypatch.setenv("SARALAU_SECRET", NEW)
    with pytest.raises(InputError, match="SARALAU_SECRET_FILE"):
        keys_of(tmp_path)
