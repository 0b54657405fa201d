"""What packs know of a provision whose text is not in hand: the register of an edition, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from saralau.acts import Address
from saralau.cases.encoding import encoding
from saralau.messages import InputError, say
from saralau.offences.records import from_record
from saralau.packs import load, names, of_packs
from saralau.report.act_view import Understood, threat
from saralau.report.register import read_register
from saralau.report.vocabulary import labels


@dataclass(frozen=True, slots=True)
class Registered:
    """An edition of an act of which packs have a register: the address (IRI) and id of the act, the text it was made of."""

    name: str
    iri: str
    id: str
    edition: str
    language: str
    sha256: str
    titles: Mapping[str, str]


def act_iri(id: str) -> str:
    """The address (IRI) of an act that packs name `kz/criminal-code`; that name where they know no address."""
    jurisdiction, _, slug = id.partition("/")
    rows = load(f"{jurisdiction}/jurisdiction").get("acts", ())
    return next((str(row["iri"]) for row in rows if row["slug"] == slug and row.get("iri")), id)


def encoded_act(jurisdiction: str) -> str:
    """The address of the act of a jurisdiction whose offences are encoded. InputError where none is."""
    if not any(name.endswith(".elements") for name in names(f"{jurisdiction}/")):
        known = sorted({name.partition("/")[0] for name in names() if name.endswith(".elements")})
        raise InputError("api-jurisdiction-absent", typed=jurisdiction, known=", ".join(known))
    return act_iri(encoding(jurisdiction).act)


@dataclass(frozen=True, slots=True)
class RegisteredArticle:
    """An article as a register has it; `parts` are its offences within the address that was asked for."""

    title: str
    excluded: bool
    parts: tuple[Understood, ...]


def registered() -> tuple[Registered, ...]:
    """The registers that were made of texts, by act, the newest edition first."""
    return _registered("")


@of_packs
def _registered(_name: str) -> tuple[Registered, ...]:
    found = []
    for name in names():
        data = load(name) if "@" in name else {}
        if "articles" not in data or not data.get("act", {}).get("source"):
            continue
        act = data["act"]
        iri, slug = act_iri(act["id"]), act["id"].partition("/")[2]
        if iri != act["id"]:
            sha256 = str(act["source"].get("sha256", ""))
            found.append(Registered(name, iri, slug, act["edition"], act["language"], sha256, act["titles"]))
    return tuple(sorted(found, key=lambda one: (one.iri, one.edition), reverse=True))


def register_of(named: str, on: str | None) -> Registered | None:
    """The newest register not later than a day of the act that an address (IRI), a key made of it, or an id names."""
    for one in registered():
        if named in (one.iri, one.id, one.iri.removeprefix("/akn/").replace("/", ":")) and (on is None or one.edition <= on):
            return one
    return None


def registered_article(register: Registered, at: Address, code: str) -> RegisteredArticle | None:
    """What a register has of an article, or of one of its parts; None where it has no such provision."""
    articles, offences = _by_article(register.name)
    article = articles.get(at.article)
    if article is None:
        return None
    found = tuple(_understood(row, code) for row in offences.get(at.article, ()) if at.part in (None, row["part"]))
    if at.part is not None and not found:
        return None
    return RegisteredArticle(str(article["title"] or ""), bool(article["excluded"]), found)


@of_packs
def _by_article(name: str) -> tuple[Mapping[str, Any], Mapping[str, list[Any]]]:
    data = read_register(load(name))
    offences: dict[str, list[Any]] = {}
    for row in data["offences"]:
        offences.setdefault(row["article"], []).append(row)
    return {row["number"]: row for row in data["articles"]}, offences


def _understood(row: Mapping[str, Any], code: str) -> Understood:
    offence = from_record(row)
    points = [(labels(one.code).get(code, one.code), one.point or "") for one in offence.features if not one.excluded]
    return Understood(
        offence.address.printed,
        row["group"] or "",
        tuple(say(one["message"], code, **one["arguments"]) for one in row["group_reasons"]),
        tuple(dict.fromkeys(points)),
        tuple((labels(one.code).get(code, one.code), one.point or "") for one in offence.ict),
        tuple(base.printed for base in offence.extends),
        str(offence.fault.value),
        say(f"category-{offence.category.value.replace('_', '-')}", code),
        tuple(threat(one, code) for one in offence.sanction.principal),
        tuple(threat(one, code) for one in offence.sanction.additional),
    )
