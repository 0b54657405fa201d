"""What is wrong with a text that is sent, or with an act in hand."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pydantic import Field

from saralau.mcp.asking import (
    ACT,
    LANG,
    ON,
    ActName,
    Form,
    Paged,
    Rule,
    Text,
    posted_name,
    provision_iri,
    text_of,
    work_named,
)
from saralau.mcp.quoting import one_line, quoted
from saralau.mcp.shapes import Page, Shape, Source
from saralau.mcp.tooling import Call, Told, Tool, more, page_of
from saralau.messages import say
from saralau.report.asked import Day, Lang


class AskedLint(Paged):
    """What every linting is asked with."""

    select: list[Rule] = Field([], max_length=60, description="only these rules or families, by name or code")
    ignore: list[Rule] = Field([], max_length=60, description="not these rules or families")


class AskedLintText(AskedLint):
    """A text to be linted."""

    text: Text = Field(description="an act or a draft with its articles, as Markdown, HTML or plain text")
    form: Form = Field("markdown", description="how it is written")
    lang: Lang | None = Field(None, description="its language, if it is known")


class AskedLintAct(AskedLint):
    """An act in hand to be linted."""

    act: ActName = Field(description=ACT)
    on: Day | None = Field(None, description=ON)
    lang: Lang | None = Field(None, description=LANG)
    parallel: Lang | None = Field(None, description="hold it beside its newest text in this language")


class Finding(Shape):
    """A place that a rule objects to."""

    rule: str
    name: str
    family: str
    address: str | None
    iri: str | None = Field(description="address of the provision; null for a text that is no act in hand")
    line: int
    column: int
    message: str = Field(description="what is wrong; words of the text in it are quoted data")
    mend: str | None = Field(description="words that would mend it, in the place of those objected to")


class Findings(Shape):
    """What the linter found."""

    source: Source | None = Field(description="null for a text that was sent")
    page: Page
    counts: dict[str, int] = Field(description="by rule")
    findings: list[Finding]


def lint_text(call: Call, asked: AskedLintText) -> Told:
    """Lint the text of an act or of a draft that you send: dead references, numbering, terms, sanctions out of scale,
    offences without features that their siblings have, and other defects of drafting, each with its place. Nothing is kept.
    """
    found = call.working.errand(
        "lint_posted",
        asked.text.encode(),
        posted_name(asked.form),
        asked.lang,
        tuple(asked.select),
        tuple(asked.ignore),
        call.code,
    )
    return _told(call, asked, found, None)


def lint_act(call: Call, asked: AskedLintAct) -> Told:
    """Lint an act of the user's library, on a day and in a language; with `parallel` also against its text in another
    language. A whole code takes seconds the first time.
    """
    work = work_named(call.working, asked.act)
    held = text_of(work, asked.lang, asked.on)
    twin = text_of(work, asked.parallel, asked.on) if asked.parallel and asked.parallel != held.language else None
    found = call.working.known("lint_held", held, twin, tuple(asked.select), tuple(asked.ignore), call.code)
    source = Source(
        iri=work.iri, id=work.id or None, edition=held.edition, language=held.language, sha256=held.sha256, in_hand=True
    )
    return _told(call, asked, found, source)


def _told(call: Call, asked: AskedLint, found: list[dict[str, Any]], source: Source | None) -> Told:
    counts = Counter(one["rule"] for one in found)
    rows = [_finding(one, source) for one in found[asked.offset : asked.offset + asked.limit]]
    page = page_of(len(found), asked.offset, len(rows))
    answer = Findings(source=source, page=page, counts=dict(sorted(counts.items())), findings=rows)
    lines = [] if source is None else [source.iri, say("mcp-text", call.code, edition=source.edition, lang=source.language)]
    lines.append(say("mcp-findings", call.code, n=len(found)))
    if rows:
        told = (f"{one.line}:{one.column} {one.rule} {one.name} {one.address or ''} {one.message}" for one in rows)
        lines += [say("mcp-quoted", call.code), *quoted(told)]
    return Told(answer, [*lines, *more(page, call.code)])


def _finding(one: dict[str, Any], source: Source | None) -> Finding:
    from saralau.acts import Address

    iri = provision_iri(source.iri, Address.read(one["address"])) if source and one["address"] else None
    return Finding(
        rule=one["rule"], name=one["name"], family=one["family"], address=one["address"], iri=iri, line=one["line"],
        column=one["column"], message=one_line(one["message"], 600),
        mend=one_line(one["fix"]["words"], 400) if one["fix"] else None,
    )  # fmt: skip


TOOLS = (
    Tool("lint_text", AskedLintText, Findings, lint_text),
    Tool("lint_act", AskedLintAct, Findings, lint_act),
)
