"""What the commands on accounts do. Passwords come from a prompt or the environment, never from the command line itself,
which every user of the machine can see and shells write down.
"""

from __future__ import annotations

import datetime
import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from saralau.cli.output import print_json, read_date
from saralau.cli.speech import speak
from saralau.messages import InputError

if TYPE_CHECKING:
    from saralau.keeping.connecting import Keeping

_PASSWORD = "SARALAU_PASSWORD"  # noqa: S105  # nosec B105  # the name of a variable
_HERE = "console"  # the address from which commands come


def add_account(library: Path | None, name: str, role: str, no_password: bool) -> None:
    """Makes an account."""
    from saralau.keeping.people import ROLES, add

    if role not in ROLES:
        raise InputError("account-role", typed=role, known=", ".join(ROLES))
    with _kept(library) as keeping:
        add(keeping, name, role, None if no_password else _password())
        _note(keeping, "account-added", name)
    typer.echo(speak("account-added", name=name, role=role))


def list_accounts(library: Path | None, as_json: bool) -> None:
    """Prints all accounts, as a table or as JSON lines."""
    from saralau.keeping.people import accounts

    with _kept(library) as keeping:
        rows = accounts(keeping)
    for row in rows:
        if as_json:
            print_json({"schema": "saralau/account/1", **asdict(row), "since": _iso(row.since)})
        else:
            key = "account-line" if row.password else "account-line-proxy"
            typer.echo(speak(key, name=row.name, role=row.role, since=_iso(row.since)[:10], cases=row.cases))
    if not rows and not as_json:
        typer.echo(speak("account-none"), err=True)


def change_role(library: Path | None, name: str, role: str) -> None:
    """Gives an account another role."""
    from saralau.keeping.people import set_role

    with _kept(library) as keeping:
        set_role(keeping, name, role)
        _note(keeping, "role-changed", f"{name}: {role}")
    typer.echo(speak("account-role-changed", name=name, role=role))


def change_password(library: Path | None, name: str) -> None:
    """Gives an account another password."""
    from saralau.keeping.people import id_of, set_password

    with _kept(library) as keeping:
        id_of(keeping, name)  # before anybody types
        set_password(keeping, name, _password())
        _note(keeping, "password-changed", name)
    typer.echo(speak("account-password-changed", name=name))


def remove_account(library: Path | None, name: str, with_cases: bool) -> None:
    """Removes an account and all that is its own."""
    from saralau.keeping.people import remove

    with _kept(library) as keeping:
        gone = remove(keeping, name, with_cases=with_cases)
        _note(keeping, "account-removed", name)
    typer.echo(speak("account-removed", name=name, n=gone))


def make_token(library: Path | None, name: str, label: str, days: int) -> None:
    """Prints a new token, alone on the output; what there is to know of it goes to the other channel."""
    from saralau.keeping.tokens import make

    with _kept(library) as keeping:
        token = make(keeping, name, label, days)
        _note(keeping, "token-made", name)
    typer.echo(token)
    typer.echo(speak("account-token-made", days=days), err=True)


def list_tokens(library: Path | None, as_json: bool) -> None:
    """Prints all tokens, without what makes them worth anything."""
    from saralau.keeping.tokens import tokens

    with _kept(library) as keeping:
        rows = tokens(keeping)
    for row in rows:
        if as_json:
            print_json({"schema": "saralau/token/1", **asdict(row), "since": _iso(row.since), "until": _iso(row.until)})
        else:
            told = {"id": row.id, "name": row.name, "label": _plain(row.label) or "–", "until": _iso(row.until)[:10]}
            typer.echo(speak("account-token-line", **told))


def revoke_token(library: Path | None, id: str) -> None:
    """Makes a token worthless."""
    from saralau.keeping.tokens import revoke

    with _kept(library) as keeping:
        name = revoke(keeping, id)
        _note(keeping, "token-revoked", name)
    typer.echo(speak("account-token-revoked", id=id, name=name))


def show_log(library: Path | None, who: str | None, what: str | None, since: str | None, as_json: bool) -> None:
    """Prints the log: of somebody, of one kind of deed, from a day on."""
    from saralau.corpus import opened
    from saralau.keeping.log import DEEDS, FILE, lines

    if what is not None and what not in DEEDS:
        raise InputError("account-deed", typed=what, known=", ".join(DEEDS))
    day = read_date(since) if since else ""
    for line in lines(opened(library) / FILE):
        if (who is None or line["who"] == who) and (what is None or line["what"] == what) and line["time"] >= day:
            if as_json:
                print_json(line)
            else:
                words = (line["time"][:19], line["what"], line["who"], line["address"], line["of"])
                typer.echo("  ".join(_plain(str(word)) or "–" for word in words))


def rekey_cases(library: Path | None) -> None:
    """Seals all saved cases with the newest secret."""
    from saralau.keeping.cases import rekey
    from saralau.keeping.keys import keys_of

    with _kept(library) as keeping:
        keys = keys_of(keeping.folder)
        done = rekey(keeping, keys) if keys else 0
        _note(keeping, "cases-rekeyed", str(done))
    typer.echo(speak("account-rekeyed", n=done))


@contextmanager
def _kept(library: Path | None) -> Iterator[Keeping]:
    from saralau.corpus import opened
    from saralau.keeping.connecting import open_keeping

    keeping = open_keeping(opened(library))
    try:
        yield keeping
    finally:
        keeping.engine.dispose()


def _note(keeping: Keeping, what: str, of: str) -> None:
    from saralau.keeping.log import note

    note(keeping.folder, what, os.environ.get("SUDO_USER") or getpass.getuser(), _HERE, of)


def _password() -> str:
    """A new password: of the environment, or typed twice without being shown."""
    if told := os.environ.get(_PASSWORD):
        return told
    try:
        typed = getpass.getpass(speak("account-password-ask"))
        again = getpass.getpass(speak("account-password-again"))
    except EOFError:
        raise InputError("account-password-untold", variable=_PASSWORD) from None
    if typed != again:
        raise InputError("account-password-differs")
    return typed


def _iso(moment: int) -> str:
    return datetime.datetime.fromtimestamp(moment, datetime.UTC).isoformat()


def _plain(word: str) -> str:
    """Words of strangers, without signs that would steer a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in word)
