"""What addresses of pages name: a work, one of its texts, a provision; and the addresses of these.

`/akn/kz/act/code/2014-07-03/226-v` is a work in its newest edition, `.../rus@2025-07-16` an edition in a language, and
behind `/~` stands a provision (`art_205__para_1`). What a page shows of a text stands before: `/change/akn/...`.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from saralau.acts import Address
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelf, Shelved
from saralau.languages import available, language
from saralau.messages import say
from saralau.report.pack_titles import called
from saralau.web.rendering import tongue, ui_of

_EXPRESSION = re.compile(
    r"(?P<iri>/akn(?:/[^/@~]+){4,6}?)(?:/(?P<lang>[a-z]{3})@(?P<on>[0-9-]{4,10}))?(?:/~(?P<eid>[\w.-]+))?/?"
)
TABS = ("text", "change", "survival", "findings", "terms", "drafts")  # what can be seen of a text


class Asked(NamedTuple):
    """What an address names: a work and one of its texts, and in it a provision, if any."""

    work: Shelved
    held: Held
    eid: str
    exact: bool  # language and day stand in the address

    @property
    def address(self) -> Address | None:
        """The provision; None where the address names none."""
        return Address.of_eid(self.eid) if self.eid else None


def shelf_of(request: Request) -> Shelf:
    """The acts in hand."""
    return request.app.state.shelf  # type: ignore[no-any-return]  # set by `make_app`


def asked_of(request: Request, rest: str, on: str = "", lang: str = "") -> Asked:
    """What stands behind `/akn/` in an address; 404 where it is not in hand."""
    found = _EXPRESSION.fullmatch(f"/akn/{rest}")
    work = shelf_of(request).work(found["iri"]) if found else None
    if found is None or work is None:
        raise HTTPException(404)
    codes = {language(code).iso3: code for code in available()}
    wanted = lang if lang in available() else codes.get(found["lang"] or "", "")
    if found["lang"] and not on and not lang:
        held = next((h for h in work.texts if h.language == wanted and h.edition == found["on"]), None)
        if held is None:
            raise HTTPException(404)
        return Asked(work, held, found["eid"] or "", exact=True)
    held = work.text(wanted or ui_of(request), on or None)
    if held is None:
        raise HTTPException(404)
    return Asked(work, held, found["eid"] or "", exact=False)


def text_named(work: Shelved, name: str) -> Held | None:
    """The text of a work that `rus@2025-07-16` names."""
    return next((one for one in work.texts if expression(one) == name), None)


def expression(held: Held) -> str:
    """A text in an address: its language and its day."""
    return f"{language(held.language).iso3}@{held.edition}"


def address_of(work: Shelved, held: Held, eid: str = "") -> str:
    """The permanent address of a text, or of a provision in it."""
    place = f"/~{quote(eid)}" if eid else ""
    return f"{quote(work.iri)}/{expression(held)}{place}"


def tab_of(tab: str, work: Shelved, held: Held, eid: str = "") -> str:
    """The address of what is to be seen of a text."""
    if tab == "drafts":
        return f"/drafts?act={quote(work.iri)}/{expression(held)}"
    return ("" if tab == "text" else f"/{tab}") + address_of(work, held, eid)


def title_of(work: Shelved, code: str) -> str:
    """What a work is called in a language: as packs call it, else as its text does, else in another, which is said."""
    return called(work.iri, work.id, code, work.titles).said(code)


def act_titled(work: Shelved, code: str) -> str:
    """What a work is called where it stands among others: several laws have one title, number and day tell them apart."""
    adopted, number = work.iri.split("/")[-2:]
    told = {"title": title_of(work, code), "adopted": adopted}
    return (
        say("web-act-unnumbered", code, **told)
        if number == "nn"
        else say("web-act-numbered", code, **told, number=number.upper())
    )


def text_titled(work: Shelved, held: Held, code: str) -> str:
    """A text among others: its act, and which edition in which language it is."""
    return say("web-text-of-act", code, act=act_titled(work, code), edition=held.edition, tongue=tongue(held.language, code))


def there(request: Request, tab: str, asked: Asked, *dropped: str, **added: str) -> RedirectResponse:
    """To the permanent address of what was asked for without a day, with whatever else was asked but what is dropped, and
    what is added.
    """
    told = ("on", "lang", *dropped)  # the address says them
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in told]
    kept += added.items()
    query = f"?{urlencode(kept)}" if kept else ""
    return RedirectResponse(tab_of(tab, asked.work, asked.held, asked.eid) + query, 303)


def _newer(asked: Asked) -> Held | None:
    """The newest text of the act, where it is newer than the one shown and in another language."""
    newest = asked.work.texts[0]
    return newest if newest.edition > asked.held.edition and newest.language != asked.held.language else None


def told_of(asked: Asked, tab: str, code: str) -> dict[str, Any]:
    """What every page of a text tells its template. The text itself has its title in its own language, what is told of it
    in the reader's, `code`.
    """
    held = asked.held
    title = called(asked.work.iri, asked.work.id, held.language if tab == "text" else code, asked.work.titles)
    return {
        "work": asked.work,
        "held": held,
        "newer_elsewhere": _newer(asked),
        "title": title.title,
        "titled": title.language,
        "address": address_of,
        "language": language,
        "official": language(held.language).code,
        "tab": tab,
        "tabs": [(one, tab_of(one, asked.work, held)) for one in TABS],
        "place": lambda one, eid="": tab_of(tab, asked.work, one, eid),
    }
