"""Accounts, passwords, sessions, tokens, attempts, the log."""

from __future__ import annotations

import json
import stat
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saralau.keeping import cases, log, people, sessions, tokens
from saralau.keeping.attempts import MOST, WINDOW, Attempts
from saralau.keeping.connecting import FILE, Keeping
from saralau.keeping.keys import Keys
from saralau.keeping.passwords import Cost, fits, hashed, is_dated
from saralau.messages import InputError

from .conftest import QUICK

PASSWORD = "a long password"
KEY = b"k" * 32


@pytest.fixture
def aliya(keeping: Keeping, quick: None) -> people.Person:
    people.add(keeping, "Aliya", "reader", PASSWORD)
    person = people.signed_in(keeping, "aliya ", PASSWORD)
    assert person is not None
    return person


def test_a_password_fits_itself_alone() -> None:
    kept = hashed(PASSWORD, QUICK)
    assert PASSWORD not in kept
    assert fits(PASSWORD, kept)
    assert not fits(PASSWORD + "x", kept)
    assert not fits("", kept)
    assert hashed(PASSWORD, QUICK) != kept


def test_letters_written_in_two_ways_are_one_password() -> None:
    assert fits("Й" * 12, hashed("И\u0306" * 12, QUICK))


def test_guessing_costs_the_same_where_there_is_no_account(monkeypatch: pytest.MonkeyPatch) -> None:
    """32 MB and three lanes for each guess, or nobody's name would be safe from who holds a watch."""
    kept, paid = hashed(PASSWORD), []

    def hash_(_password: str, _salt: bytes, cost: Cost) -> bytes:
        paid.append(cost)
        return b"x" * 32

    monkeypatch.setattr("saralau.keeping.passwords._hash", hash_)
    assert [fits(PASSWORD, kept), fits(PASSWORD, None)] == [False, False]
    assert paid == [Cost(15, 8, 3)] * 2
    assert Cost().memory > 32 << 20


@pytest.mark.parametrize("password", ["", "short", "x" * 1001])
def test_a_password_has_a_length(password: str) -> None:
    with pytest.raises(InputError, match="12 to 1000"):
        hashed(password, QUICK)


def test_a_password_hashed_at_another_cost_is_hashed_anew(
    keeping: Keeping, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.add(keeping, "aliya", "reader", PASSWORD)
    dearer = Cost(5, 1, 1)
    monkeypatch.setattr("saralau.keeping.passwords.USUAL", dearer)
    monkeypatch.setattr("saralau.keeping.passwords.hashed.__defaults__", (dearer,))
    assert is_dated(hashed(PASSWORD, QUICK))
    for _ in range(2):
        assert people.signed_in(keeping, "aliya", PASSWORD) is not None
    assert not is_dated(hashed(PASSWORD))


def test_an_account_is_one_whatever_the_case_of_its_name(keeping: Keeping, aliya: people.Person) -> None:
    with pytest.raises(InputError, match="already"):
        people.add(keeping, "ALIYA", "reader", PASSWORD)
    assert people.signed_in(keeping, "aliya", "another password") is None
    assert people.signed_in(keeping, "nobody", PASSWORD) is None


@pytest.mark.parametrize("name", ["", " ", "a b", "<script>", "a\nb", "-x", "x" * 90])
def test_names_are_plain(keeping: Keeping, quick: None, name: str) -> None:
    with pytest.raises(InputError, match="name of an account"):
        people.add(keeping, name, "reader", PASSWORD)


def test_roles(keeping: Keeping, aliya: people.Person) -> None:
    assert not aliya.may("editor")
    people.set_role(keeping, "aliya", "editor")
    found = people.signed_in(keeping, "aliya", PASSWORD)
    assert found is not None
    assert found.may("editor")
    with pytest.raises(InputError, match="no role"):
        people.set_role(keeping, "aliya", "root")
    with pytest.raises(InputError, match="no account"):
        people.set_role(keeping, "nobody", "reader")


def test_who_comes_through_a_proxy_has_the_role_of_the_account_of_just_that_name(
    keeping: Keeping, aliya: people.Person
) -> None:
    people.set_role(keeping, "aliya", "editor")
    assert people.come_through_proxy(keeping, "aliya").role == "editor"
    assert people.come_through_proxy(keeping, "Aliya").role == "reader"
    assert people.come_through_proxy(None, "aliya").role == "reader"
    assert people.come_through_proxy(keeping, "aliya").owner != aliya.owner


def test_an_account_goes_with_all_that_is_its_own(keeping: Keeping, keys: Keys, aliya: people.Person) -> None:
    cases.save(keeping, keys, aliya.owner, "mine", "text")
    cookie, token = sessions.begin(keeping, aliya, KEY), tokens.make(keeping, "aliya", "script")
    with pytest.raises(InputError, match="--with-cases"):
        people.remove(keeping, "aliya")
    assert people.accounts(keeping)[0].cases == 1
    assert people.remove(keeping, "aliya", with_cases=True) == 1
    assert people.accounts(keeping) == []
    assert sessions.find(keeping, cookie, KEY) is None
    assert tokens.find(keeping, token) is None
    people.add(keeping, "aliya", "reader", PASSWORD)  # somebody else of that name
    again = people.signed_in(keeping, "aliya", PASSWORD)
    assert again is not None
    assert again.owner != aliya.owner


def test_a_session_lasts_until_it_is_ended(keeping: Keeping, aliya: people.Person) -> None:
    cookie = sessions.begin(keeping, aliya, KEY)
    found = sessions.find(keeping, cookie, KEY)
    assert found is not None
    assert (found.name, found.owner) == ("aliya", aliya.owner)
    assert cookie.partition(".")[0].encode() not in (keeping.folder / FILE).read_bytes()
    sessions.end(keeping, found)
    assert sessions.find(keeping, cookie, KEY) is None


@pytest.mark.parametrize(("past", "lasts"), [(sessions.IDLE - 9, True), (sessions.IDLE + 1, False)])
def test_a_session_that_nobody_uses_ends(
    keeping: Keeping, aliya: people.Person, monkeypatch: pytest.MonkeyPatch, past: int, lasts: bool
) -> None:
    cookie, moment = sessions.begin(keeping, aliya, KEY), time.time()
    monkeypatch.setattr("saralau.keeping.sessions.now", lambda: int(moment + past))
    assert (sessions.find(keeping, cookie, KEY) is not None) is lasts


def test_a_session_ends_even_if_it_is_used(keeping: Keeping, aliya: people.Person, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie, begun, seen = sessions.begin(keeping, aliya, KEY), time.time(), []
    for hour in range(14):
        monkeypatch.setattr("saralau.keeping.sessions.now", lambda hour=hour: int(begun + hour * 3600))
        seen.append(sessions.find(keeping, cookie, KEY) is not None)
    assert seen == [True] * 12 + [False] * 2


def test_a_new_password_ends_all_sessions(keeping: Keeping, aliya: people.Person) -> None:
    cookies = [sessions.begin(keeping, aliya, KEY) for _ in range(2)]
    people.set_password(keeping, "aliya", "another long one")
    assert [sessions.find(keeping, cookie, KEY) for cookie in cookies] == [None, None]
    assert people.signed_in(keeping, "aliya", PASSWORD) is None
    assert people.signed_in(keeping, "aliya", "another long one") is not None


def test_a_forged_session_is_none(keeping: Keeping, aliya: people.Person) -> None:
    cookie = sessions.begin(keeping, aliya, KEY)
    id, _, signature = cookie.partition(".")
    for forged in ("", ".", id, f"{id}.", f"{id}.{'0' * 64}", f"{id}x.{signature}", f"{id}.é", cookie + "x" * 500):
        assert sessions.find(keeping, forged, KEY) is None
    assert sessions.find(keeping, cookie, b"another" * 5) is None


def test_a_token_is_shown_once_and_can_be_revoked(
    keeping: Keeping, aliya: people.Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = tokens.make(keeping, "aliya", "script")
    found = tokens.find(keeping, token)
    assert found is not None
    assert found.owner == aliya.owner
    assert token.encode() not in (keeping.folder / FILE).read_bytes() + (keeping.folder / f"{FILE}-wal").read_bytes()
    other = tokens.make(keeping, "aliya", "short", days=1)
    first = next(one for one in tokens.tokens(keeping) if one.label == "script")
    assert tokens.revoke(keeping, first.id) == "aliya"
    assert tokens.find(keeping, token) is None
    assert tokens.find(keeping, other) is not None
    later = int(time.time()) + 86401
    monkeypatch.setattr("saralau.keeping.tokens.now", lambda: later)
    assert tokens.find(keeping, other) is None
    for wrong in ("", "saralau_", "saralau_" + "x" * 43, token + "x", "é"):
        assert tokens.find(keeping, wrong) is None
    with pytest.raises(InputError, match="no token"):
        tokens.revoke(keeping, first.id)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("12"), st.floats(0, 200)), max_size=80))
def test_nobody_tries_more_often_than_is_allowed(made: list[tuple[str, str, float]]) -> None:
    attempts, now, allowed = Attempts(), 0.0, []
    for name, address, pause in made:
        now += pause
        if attempts.try_(name, address, now):
            allowed.append((name, address, now))
    for (
        name,
        address,
        moment,
    ) in allowed:  # in any window at most twice the number: at the end of one and the beginning of the next
        near = [one for one in allowed if one[:2] == (name, address) and moment <= one[2] < moment + WINDOW]
        assert len(near) <= 2 * MOST["both"]


def test_one_address_cannot_try_many_names_and_a_name_is_not_locked_for_its_owner() -> None:
    attempts = Attempts()
    tried = [attempts.try_(f"name{n}", "1", 0.0) for n in range(40)]
    assert tried.count(True) == MOST["address"]
    assert [attempts.try_("aliya", "2", 0.0) for _ in range(7)] == [True] * 5 + [False] * 2
    assert attempts.try_("aliya", "3", 0.0)
    attempts.succeeded("aliya", "2")
    assert attempts.try_("aliya", "2", 0.0)
    assert attempts.try_("name39", "1", WINDOW + 1)


def test_an_office_behind_one_address_gets_in() -> None:
    attempts = Attempts()
    for n in range(3 * MOST["address"]):
        assert attempts.try_(f"name{n}", "1", 0.0)
        attempts.succeeded(f"name{n}", "1")


def test_the_log_is_a_line_for_each_deed_whatever_people_call_themselves(tmp_path: Path) -> None:
    log.note(tmp_path, "sign-in-failed", 'x\n{"what": "signed-in"}\u2028', "1.2.3.4", "y" * 5000)
    log.note(tmp_path, "signed-in", "aliya", "1.2.3.4")
    place = tmp_path / log.FILE
    assert place.read_bytes().count(b"\n") == 2
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    told = list(log.lines(place))
    assert [one["what"] for one in told] == ["sign-in-failed", "signed-in"]
    assert len(told[0]["of"]) == 200


def test_the_log_goes_on_in_a_new_file_when_it_is_moved_away(tmp_path: Path) -> None:
    log.note(tmp_path, "signed-in", "a", "1")
    (tmp_path / log.FILE).rename(tmp_path / "old.jsonl")
    log.note(tmp_path, "signed-out", "a", "1")
    assert [one["what"] for one in log.lines(tmp_path / log.FILE)] == ["signed-out"]
    with (tmp_path / log.FILE).open("a") as file:
        file.write("no json\n[]\n" + json.dumps({"schema": "other/1"}) + "\n")
    assert len(list(log.lines(tmp_path / log.FILE))) == 1


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").touch()
    log.note(tmp_path / "file/folder", "signed-in", "aliya", "1")
    assert "aliya" in caplog.text
    with pytest.raises(InputError, match="cannot be read"):
        list(log.lines(tmp_path / "absent"))


def test_another_way_to_write_a_name_gives_no_more_attempts() -> None:
    attempts = Attempts()
    ways = ("boris", "BORIS", " boris", "\uff42oris", "\U0001d41boris", "\U0001d4eboris")
    assert [attempts.try_(one, "10.0.0.1", 1.0) for one in ways] == [True] * 5 + [False]
