"""Signing in and out, and what people can change of their own account."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from saralau.keeping import people, sessions
from saralau.keeping.keeper import Keeper
from saralau.messages import InputError
from saralau.web.identity import cookie_name, note, who
from saralau.web.origins import neighbourhood
from saralau.web.rendering import checked, is_secure, page, settings_of
from saralau.web.settings import Identity

router = APIRouter()
Typed = Annotated[str, Form()]
Password = Annotated[str, Form(alias="password")]
Proof = Annotated[str, Form(alias="token")]  # that the form is one of ours
_PATH = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f\x7f]*")  # of this server, whatever browsers make of slashes


@router.get("/sign-in")
def sign_in_form(request: Request, next: str = "") -> Response:
    """The page to sign in."""
    _with_accounts(request)
    if who(request).session:
        return RedirectResponse(_back(next), 303)
    return _form(request, next)


@router.post("/sign-in")
def sign_in(request: Request, proof: Proof = "", name: Typed = "", typed: Password = "", next: Typed = "") -> Response:
    """Signs in. What was wrong, the name or the password, is not told; nor does it take less time to find out."""
    _with_accounts(request)
    checked(request, proof)
    keeper, attempts = _keeper(request), request.app.state.attempts
    address = neighbourhood(request.client.host if request.client else "")
    if not attempts.try_(name, address):
        note(keeper, request.scope, "sign-in-throttled", name=name)
        return _form(request, next, "web-sign-in-often", name, 429)
    person = people.signed_in(keeper.opened(), name, typed)
    if person is None:
        note(keeper, request.scope, "sign-in-failed", name=name)
        return _form(request, next, "web-sign-in-wrong", name, 401)
    attempts.succeeded(name, address)
    note(keeper, request.scope, "signed-in", name=person.name)
    answer = RedirectResponse(_back(next), 303)
    cookie = sessions.begin(keeper.opened(), person, settings_of(request).secret)
    answer.set_cookie(
        cookie_name(request.scope),
        cookie,
        max_age=sessions.LONGEST,
        httponly=True,
        samesite="lax",
        secure=is_secure(request),
    )
    return answer


@router.post("/sign-out")
def sign_out(request: Request, proof: Proof = "", everywhere: Typed = "") -> Response:
    """Ends the session, or all of this person."""
    _with_accounts(request)
    checked(request, proof)
    sessions.end(_keeper(request).opened(), who(request), others=bool(everywhere))
    note(_keeper(request), request.scope, "signed-out", "everywhere" if everywhere else "")
    answer = RedirectResponse("/sign-in", 303, {"clear-site-data": '"cache"'})
    answer.delete_cookie(cookie_name(request.scope), httponly=True, samesite="lax", secure=is_secure(request))
    return answer


@router.get("/account")
def account(request: Request) -> Response:
    """Who one is here."""
    if settings_of(request).identity not in (Identity.ACCOUNTS, Identity.PROXY):
        raise HTTPException(404)
    return page(request, "account.html", here="account", private=True, least=people_least())


@router.post("/account/password")
def change_password(
    request: Request, proof: Proof = "", old: Typed = "", typed: Password = "", again: Typed = ""
) -> Response:
    """Changes one's password, which ends all sessions."""
    _with_accounts(request)
    checked(request, proof)
    keeper, person, attempts = _keeper(request), who(request), request.app.state.attempts
    address = neighbourhood(request.client.host if request.client else "")
    if typed != again:
        raise InputError("account-password-differs")
    if not attempts.try_(person.name, address):
        note(keeper, request.scope, "sign-in-throttled")
        raise InputError("account-busy")
    if people.signed_in(keeper.opened(), person.name, old) is None:
        note(keeper, request.scope, "sign-in-failed")
        raise InputError("account-password-wrong")
    attempts.succeeded(person.name, address)
    people.set_password(keeper.opened(), person.name, typed)
    note(keeper, request.scope, "password-changed", person.name)
    return RedirectResponse("/sign-in", 303)


def people_least() -> int:
    """Characters that a password has at least."""
    from saralau.keeping.passwords import SHORTEST

    return SHORTEST


def _form(request: Request, back: str, message: str = "", name: str = "", status: int = 200) -> Response:
    return page(request, "sign-in.html", status=status, private=True, back=_back(back), message=message, name=name[:100])


def _with_accounts(request: Request) -> None:
    """404 where nobody signs in."""
    if settings_of(request).identity is not Identity.ACCOUNTS:
        raise HTTPException(404)


def _back(typed: str) -> str:
    """Where to go on: an address of this server, and no other."""
    return typed if _PATH.fullmatch(typed) else "/"


def _keeper(request: Request) -> Keeper:
    return request.app.state.keeper  # type: ignore[no-any-return]  # set by `make_app`
