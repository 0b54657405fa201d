"""`saralau account` and how `saralau serve` is set up: who must not be let in is not; a killed server has lost nothing."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

pytest.importorskip("fastapi", reason="needs the extra `web`")
pytest.importorskip("sqlalchemy", reason="needs the extra `search`")
import httpx

from saralau.cases.reading import case_from, read_case_text
from saralau.cli.main import app
from saralau.cli.serve import Asked, settings_for
from saralau.keeping import cases, people
from saralau.keeping.connecting import open_keeping
from saralau.keeping.keys import keys_of, made_of
from saralau.keeping.packing import packed
from saralau.keeping.passwords import Cost
from saralau.messages import InputError
from saralau.web.settings import Identity

from ..conftest import EXAMPLES, ROOT

SECRET, PASSWORD = "s" * 32, "a long password"


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither secret nor password in the environment; passwords that cost nothing."""
    for name in ("SARALAU_SECRET", "SARALAU_SECRET_FILE", "SARALAU_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    quick = Cost(4, 1, 1)
    monkeypatch.setattr("saralau.keeping.passwords.USUAL", quick)
    monkeypatch.setattr("saralau.keeping.passwords.hashed.__defaults__", (quick,))


def run(*words: str, library: Path, **environment: str) -> Any:
    done = CliRunner().invoke(app, ["account", *words, "--library", str(library)], env={"SARALAU_LANG": "en", **environment})
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def records(*words: str, library: Path, schema: str) -> list[Any]:
    shape = Draft202012Validator(json.loads((ROOT / f"docs/schemas/{schema}.json").read_text("utf-8")))
    rows = [json.loads(line) for line in run(*words, "--json", library=library).stdout.splitlines()]
    for row in rows:
        shape.validate(row)
    return rows


def test_accounts_are_made_listed_changed_and_removed(tmp_path: Path) -> None:
    run("add", "aliya", library=tmp_path, SARALAU_PASSWORD=PASSWORD)
    run("add", "boris", "--role", "editor", "--no-password", library=tmp_path)
    rows = records("list", library=tmp_path, schema="account-1")
    assert [(row["name"], row["role"], row["password"]) for row in rows] == [
        ("aliya", "reader", True),
        ("boris", "editor", False),
    ]
    run("role", "aliya", "editor", library=tmp_path)
    run("password", "aliya", library=tmp_path, SARALAU_PASSWORD="another long one")
    assert "editor" in run("list", library=tmp_path).stdout
    keeping = open_keeping(tmp_path)
    assert people.signed_in(keeping, "aliya", "another long one") is not None
    run("remove", "boris", library=tmp_path)
    assert [one.name for one in people.accounts(keeping)] == ["aliya"]
    keeping.engine.dispose()
    rows = records("log", library=tmp_path, schema="log-1")
    assert [row["what"] for row in rows] == [
        "account-added",
        "account-added",
        "role-changed",
        "password-changed",
        "account-removed",
    ]
    assert all(row["address"] == "console" for row in rows)
    assert PASSWORD not in json.dumps(rows)


def test_a_password_is_typed_twice_and_never_an_argument(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([PASSWORD, PASSWORD, PASSWORD, "mistyped it was"])
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    run("add", "aliya", library=tmp_path)
    with pytest.raises(InputError, match="two ways"):
        run("add", "boris", library=tmp_path)
    for command in ("add", "password"):
        shown = CliRunner().invoke(app, ["account", command, "--help"]).stdout
        assert set(re.findall(r"--[a-z-]+", shown)) <= {"--role", "--no-password", "--library", "--help"}


@pytest.mark.parametrize(
    "words",
    [
        ("role", "nobody", "reader"),
        ("password", "nobody"),
        ("remove", "nobody"),
        ("token", "nobody"),
        ("add", "x", "--role", "root"),
        ("token", "--revoke", "x"),
        ("log", "--what", "x"),
        ("token",),
        ("token", "x", "--list"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(InputError):
        run(*words, library=tmp_path, SARALAU_PASSWORD=PASSWORD)


def test_tokens_are_made_listed_and_revoked(tmp_path: Path) -> None:
    run("add", "aliya", "--no-password", library=tmp_path)
    token = run("token", "aliya", "--label", "nightly\x1b[31m", library=tmp_path).stdout.strip()
    assert re.fullmatch(r"saralau_[\w-]{43}", token)
    (row,) = records("token", "--list", library=tmp_path, schema="token-1")
    shown = run("token", "--list", library=tmp_path).stdout
    assert token not in json.dumps(row) + shown
    assert "\x1b" not in shown
    run("token", "--revoke", row["id"], library=tmp_path)
    assert records("token", "--list", library=tmp_path, schema="token-1") == []


def test_the_log_is_asked_for_a_person_a_deed_a_day(tmp_path: Path) -> None:
    from saralau.keeping.log import note

    note(tmp_path, "signed-in", "aliya", "1.2.3.4")
    note(tmp_path, "sign-in-failed", "bo\x1b]0;ris", "1.2.3.4")
    assert len(records("log", "--who", "aliya", library=tmp_path, schema="log-1")) == 1
    assert len(records("log", "--what", "sign-in-failed", library=tmp_path, schema="log-1")) == 1
    assert records("log", "--since", "2999-01-01", library=tmp_path, schema="log-1") == []
    assert "\x1b" not in run("log", library=tmp_path).stdout


def test_cases_are_encrypted_anew(tmp_path: Path) -> None:
    keeping = open_keeping(tmp_path)
    kept = cases.save(keeping, made_of([SECRET]), "a", "mine", "text")
    done = run("rekey", library=tmp_path, SARALAU_SECRET=f"{'n' * 32} {SECRET}")
    assert done.stdout.strip().endswith("1")
    assert cases.opened(keeping, made_of(["n" * 32]), "a", kept.id).text == "text"
    keeping.engine.dispose()


@pytest.mark.parametrize(
    "asked", [Asked("0.0.0.0"), Asked("::"), Asked("192.168.1.2"), Asked("example.org"), Asked(names=("law.example",))]
)
def test_nobody_listens_to_others_without_knowing_who_they_are(tmp_path: Path, asked: Asked) -> None:
    with pytest.raises(InputError, match="--open-to-all"):
        settings_for(tmp_path, asked)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost"])
def test_who_sits_at_the_machine_needs_nothing(tmp_path: Path, host: str) -> None:
    settings = settings_for(tmp_path, Asked(host))
    assert (settings.identity, settings.keys) == (Identity.LOCAL, None)
    assert list(tmp_path.iterdir()) == []


def test_a_shared_server_needs_a_secret_and_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accounts = Asked("0.0.0.0", accounts=True)
    proxy = Asked("0.0.0.0", header="X-Remote-User", proxies=("10.0.0.1",))
    for asked in (accounts, proxy):
        with pytest.raises(InputError, match="openssl rand"):
            settings_for(tmp_path, asked)
    monkeypatch.setenv("SARALAU_SECRET", SECRET)
    with pytest.raises(InputError, match="saralau account add"):
        settings_for(tmp_path, accounts)
    run("add", "aliya", "--no-password", library=tmp_path)
    with pytest.raises(InputError, match="saralau account add"):
        settings_for(tmp_path, accounts)
    run("add", "boris", library=tmp_path, SARALAU_PASSWORD=PASSWORD)
    found = settings_for(tmp_path, accounts)
    assert (found.identity, found.secret) == (Identity.ACCOUNTS, made_of([SECRET]).forms)
    assert SECRET not in repr(found)
    found = settings_for(tmp_path, proxy)
    assert (found.identity, found.header, [str(one) for one in found.proxies]) == (
        Identity.PROXY,
        "x-remote-user",
        ["10.0.0.1/32"],
    )


def test_a_proxy_has_to_be_named_and_one_way_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SARALAU_SECRET", SECRET)
    with pytest.raises(InputError, match="--trusted-proxy ADDRESS"):
        settings_for(tmp_path, Asked(header="X-Remote-User"))
    with pytest.raises(InputError, match="address or a network"):
        settings_for(tmp_path, Asked(header="X-Remote-User", proxies=("proxy.example",)))
    with pytest.raises(InputError, match="every address"):
        settings_for(tmp_path, Asked(header="X-Remote-User", proxies=("0.0.0.0/0",)))
    with pytest.raises(InputError, match="--accounts, --open-to-all"):
        settings_for(tmp_path, Asked(accounts=True, open_to_all=True))
    assert settings_for(tmp_path, Asked("0.0.0.0", open_to_all=True)).identity is Identity.OPEN


def served(library: Path, port: int) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-m", "saralau.cli.main", "serve", "--library", str(library), "--port", str(port)]
    process = subprocess.Popen(line, stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            if httpx.get(f"http://127.0.0.1:{port}/healthz").status_code == 200:
                return process
        except httpx.TransportError:
            time.sleep(0.1)
    process.kill()
    raise AssertionError("the server does not answer")


def test_a_server_that_is_killed_has_lost_no_saved_case(tmp_path: Path) -> None:
    """Killed at the moment when it has said that the case is saved: no handler runs, nothing is flushed. This process then
    reads what that one left.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = (EXAMPLES / "cases/skimmer-gang.yaml").read_text("utf-8")
    process = served(tmp_path, port)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            found = re.search(r'name="token" value="([0-9a-f]+)"', client.get("/cases").text)
            assert found is not None
            form = {"token": found[1], "c": packed(read_case_text(text, "case")), "name": "The gang", "do": "new"}
            answer = client.post("/cases", data=form)
            os.kill(process.pid, signal.SIGKILL)
            assert answer.status_code == 303
    finally:
        process.kill()
        process.wait()
    keeping, keys = open_keeping(tmp_path), keys_of(tmp_path)
    assert keys is not None
    (kept,) = cases.listed(keeping, keys, people.LOCAL)
    assert kept.name == "The gang"
    assert case_from(json.loads(cases.opened(keeping, keys, people.LOCAL, kept.id).text), "case") == read_case_text(
        text, "case"
    )
    keeping.engine.dispose()
