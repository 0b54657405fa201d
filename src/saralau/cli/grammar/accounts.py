"""Commands on the accounts of a shared server, their tokens, the log, and the secret of saved cases."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from saralau.cli.grammar.options import Json, Library
from saralau.cli.speech import hint

app = typer.Typer()
account = typer.Typer(help=hint("help-account"), no_args_is_help=True, rich_markup_mode=None)
app.add_typer(account, name="account")

Name = Annotated[str, typer.Argument(help=hint("help-account-name"))]
Role = Annotated[str, typer.Argument(help=hint("help-account-role"))]


@account.command("add", help=hint("help-account-add"))
def add(
    name: Name,
    role: Annotated[str, typer.Option("--role", help=hint("help-account-role"))] = "reader",
    no_password: Annotated[bool, typer.Option("--no-password", help=hint("help-account-no-password"))] = False,
    library: Library = None,
) -> None:
    """A new account."""
    from saralau.cli.accounts import add_account

    add_account(library, name, role, no_password)


@account.command("list", help=hint("help-account-list"))
def list_(library: Library = None, as_json: Json = False) -> None:
    """All accounts."""
    from saralau.cli.accounts import list_accounts

    list_accounts(library, as_json)


@account.command("role", help=hint("help-account-change-role"))
def role(name: Name, role: Role, library: Library = None) -> None:
    """Another role."""
    from saralau.cli.accounts import change_role

    change_role(library, name, role)


@account.command("password", help=hint("help-account-password"))
def password(name: Name, library: Library = None) -> None:
    """Another password."""
    from saralau.cli.accounts import change_password

    change_password(library, name)


@account.command("remove", help=hint("help-account-remove"))
def remove(
    name: Name,
    with_cases: Annotated[bool, typer.Option("--with-cases", help=hint("help-account-with-cases"))] = False,
    library: Library = None,
) -> None:
    """No account any more."""
    from saralau.cli.accounts import remove_account

    remove_account(library, name, with_cases)


@account.command("token", help=hint("help-account-token"))
def token(
    name: Annotated[Optional[str], typer.Argument(help=hint("help-account-name"))] = None,  # noqa: UP045
    label: Annotated[str, typer.Option("--label", help=hint("help-account-label"))] = "",
    days: Annotated[int, typer.Option("--days", min=1, max=3650, help=hint("help-account-days"))] = 90,
    show: Annotated[bool, typer.Option("--list", help=hint("help-account-tokens"))] = False,
    revoke: Annotated[Optional[str], typer.Option("--revoke", help=hint("help-account-revoke"))] = None,  # noqa: UP045
    library: Library = None,
    as_json: Json = False,
) -> None:
    """Tokens for programs."""
    from saralau.cli.accounts import list_tokens, make_token, revoke_token
    from saralau.messages import InputError

    if sum((name is not None, show, revoke is not None)) != 1:
        raise InputError("choose-one", options="NAME, --list, --revoke")
    if name is not None:
        make_token(library, name, label, days)
    elif revoke is not None:
        revoke_token(library, revoke)
    else:
        list_tokens(library, as_json)


@account.command("log", help=hint("help-account-log"))
def log(
    who: Annotated[Optional[str], typer.Option("--who", help=hint("help-account-log-who"))] = None,  # noqa: UP045
    what: Annotated[Optional[str], typer.Option("--what", help=hint("help-account-log-what"))] = None,  # noqa: UP045
    since: Annotated[Optional[str], typer.Option("--since", help=hint("help-account-log-since"))] = None,  # noqa: UP045
    library: Library = None,
    as_json: Json = False,
) -> None:
    """What was done on a server."""
    from saralau.cli.accounts import show_log

    show_log(library, who, what, since, as_json)


@account.command("rekey", help=hint("help-account-rekey"))
def rekey(library: Library = None) -> None:
    """A new secret for all saved cases."""
    from saralau.cli.accounts import rekey_cases

    rekey_cases(library)
