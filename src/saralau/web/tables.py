"""Where the tables of pages are to be had as files: the same rows over the API, in the language of the page."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode

from fastapi import Request

from saralau.corpus.model import Held
from saralau.report.working import key_of
from saralau.web.rendering import ui_of

_API = "/api/v1"
_FORMS = ("csv", "xlsx")


class File(NamedTuple):
    """A table as a file: what its kind is called, and its address."""

    name: str
    href: str


def files(request: Request, path: str, *told: tuple[str, str | int]) -> list[File]:
    """A table of the API at `path` in each form; `told` are its parameters, of which empty ones are left out."""
    asked = [*((name, value) for name, value in told if value != ""), ("ui", ui_of(request))]
    return [File(form.upper(), f"{_API}{path}?{urlencode([*asked, ('format', form)])}") for form in _FORMS]


def files_of(request: Request, held: Held, what: str, *told: tuple[str, str | int]) -> list[File]:
    """A table of a text: of what the API has of its act on the day of its edition, in its language."""
    path = f"/acts/{quote(key_of(held.iri), safe=':')}/{what}"
    return files(request, path, ("on", held.edition), ("lang", held.language), *told)
