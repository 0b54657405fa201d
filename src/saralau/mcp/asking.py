"""What tools are asked with: parameters with their bounds, which the schemas show and which are checked before anything."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from saralau.acts import Address
from saralau.corpus.model import Held
from saralau.corpus.shelf import Shelved
from saralau.messages import InputError
from saralau.packs import load
from saralau.report.working import Working

STATE = str(load("defaults")["register"]).split("/")[0]  # in examples: the state that packs name where nobody names one
TEXT = 200_000  # characters of a text that is sent
CASE = 60_000  # characters of a case as JSON


Ui = Literal["kk", "ru", "en"]
ActName = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Place = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Jurisdiction = Annotated[str, StringConstraints(pattern="^[a-z]{2,3}$")]
Rule = Annotated[str, StringConstraints(pattern="^[A-Za-z0-9-]{1,60}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=TEXT)]

Form = Literal["text", "markdown", "html"]

ACT = "the act: its IRI, the key that lists give, or its short id, such as criminal-code"
PLACE = "article, part, point: 188.2.4, also 188(2)(4); 116..2 is point 2 of an article without parts"
ON = "a day (2025-10-14): the newest text not later than it; the newest of all unless told"
LANG = "language of the law's text; of several the newest text's"


def posted_name(form: Form) -> str:
    """A name for a text that is sent, whose suffix tells how it is written."""
    return {"text": "posted.txt", "markdown": "posted.md", "html": "posted.html"}[form]


class Asked(BaseModel):
    """What all tools take."""

    model_config = ConfigDict(extra="forbid")
    ui: Ui | None = Field(None, description="language of the words of the answer")


class Paged(Asked):
    """What tools take that list something."""

    limit: int = Field(50, ge=1, le=200, description="rows of the answer")
    offset: int = Field(0, ge=0, le=100_000, description="rows to pass over: `next` of the answer before")


def work_named(working: Working, name: str) -> Shelved:
    """The act that an IRI, a key or an id names. InputError where it is not in hand."""
    found = working.work(name) or working.shelf.work(name)
    if found is None:
        raise InputError("shelf-work-absent", typed=name)
    return found


def text_of(work: Shelved, lang: str | None, on: str | None) -> Held:
    """The newest text of an act not later than a day, in a language. InputError where there is none."""
    fitting = (one for one in work.texts if (on is None or one.edition <= on) and lang in (None, one.language))
    held = next(fitting, None)
    if held is None:
        raise InputError("api-text-absent", work=work.id or work.iri, lang=lang or "–", day=on or "–")
    return held


def provision_iri(iri: str, at: Address | None) -> str:
    """The address of a provision: the work's and, behind `~`, the element's; of an act without IRI the short form."""
    if at is None:
        return iri
    return f"{iri}/~{at.eid}" if iri.startswith("/akn/") else f"{iri}/{at.short}"


def element_iri(iri: str, eid: str) -> str:
    """The address of an element of an act in hand."""
    return f"{iri}/~{eid}" if eid else iri
