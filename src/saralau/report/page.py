"""The page: one self-contained file in three languages, drawn from a Picture. No law and no decision is made here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from saralau.acts import Address
from saralau.messages import languages, say
from saralau.offences.model import Kind, Punishment
from saralau.report.amounts import said
from saralau.report.picture import Picture, Title
from saralau.report.severity import bar, ticks
from saralau.report.written import page_in_words

GROUPS = ("I", "II", "III")


def render(picture: Picture) -> str:
    """The page as HTML. Everything that comes from a document is escaped; nothing is loaded from anywhere."""
    template = environment().get_template("page.html")
    return template.render(
        p=picture,
        groups=GROUPS,
        by_group={group: [row for row in picture.rows if row.group == group] for group in GROUPS},
        largest=max((chapter.offences for chapter in picture.chapters), default=1),
        ticks=ticks(),
    )


def drawn(template: str, code: str, **context: object) -> str:
    """A page of a template in one language, with days and places in annexes as people write them."""
    speak = lambda message, **arguments: say(message, code, **arguments)  # noqa: E731  # what templates call
    return page_in_words(environment().get_template(template).render(code=code, tell=speak, **context), code)


@cache
def environment() -> Environment:
    """Templates of the room, with everything escaped."""
    environment = Environment(
        loader=PackageLoader("saralau.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        t=tell, texts=texts, title=title, reason=reason, amount=amount, bar=bar, kind_name=kind_name, languages=languages()
    )
    environment.filters["id"] = lambda code: str(code).replace("_", "-")
    return environment


def tell(message: str, **arguments: object) -> Markup:
    """A message in every language; the page shows the one that is chosen. Arguments that are functions get the language."""
    spoken = {}
    for code in languages():
        filled = {name: value(code) if callable(value) else value for name, value in arguments.items()}
        spoken[code] = say(message, code, **filled)
    return texts(spoken)


def texts(spoken: Mapping[str, str]) -> Markup:
    """Texts by language, each marked; where a language is absent, the first there is, marked with its own."""
    if not spoken:
        return Markup("")
    fallback = next(iter(spoken))
    shown = ((code, code if code in spoken else fallback) for code in languages())
    return Markup("").join(
        Markup('<span class="l {}" lang="{}">{}</span>').format(code, real, spoken[real]) for code, real in shown
    )


def title(of: Title) -> Markup:
    """A title in every language in hand; our own translations are marked."""
    parts = []
    for code in languages():
        real = code if code in of.texts else next(iter(of.texts), code)
        mark = (
            Markup('&nbsp;<abbr class="own" title="{}">✎</abbr>').format(say("own-translation", code))
            if code in of.own
            else ""
        )
        parts.append(Markup('<span class="l {}" lang="{}">{}{}</span>').format(code, real, of.texts.get(real, ""), mark))
    return Markup("").join(parts)


def reason(stored: str) -> Markup:
    """A reason stored as "message:provision"."""
    message, _, source = stored.partition(":")
    told = tell(message)
    return told + Markup(" <small>({})</small>").format(Address.read(source).printed) if source else told


def kind_name(kind: Kind) -> Callable[[str], str]:
    """A kind of punishment as an argument of `tell`: its name once the language is known."""
    return lambda code: say("kind-" + kind.value.replace("_", "-"), code)


def amount(punishment: Punishment) -> Markup:
    """How much of a punishment, in every language, with the bound that the general part supplies."""
    return texts({code: said(punishment, code) for code in languages()})
