"""What can be read by address: acts and provisions of the library, the vocabulary of facts, treaties, what packs have."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qs, quote, unquote, urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

from saralau.mcp.asking import Ui, text_of, work_named
from saralau.mcp.quoting import one_line
from saralau.mcp.tooling import Call
from saralau.mcp.tools import TOOLS
from saralau.messages import InputError, say
from saralau.report.act_view import Branch, tree
from saralau.report.asked import Day, Lang
from saralau.report.working import key_of

ROOT = "saralau://"
_LONGEST = 600  # characters of an address
_PATH = re.compile(r"(acts|vocabulary|treaties|packs)(?:/([^/]{1,300}))?(?:/provisions/([^/]{1,120}))?")
_JSON, _TEXT = "application/json", "text/markdown"


class Listed(NamedTuple):
    """A resource, or a template of some, as clients list them: address or template, name, title, what it is, media type."""

    uri: str
    name: str
    title: str
    told: str
    media: str


class Read(NamedTuple):
    """A resource that was read."""

    text: str
    media: str


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")
    on: Day | None = None
    lang: Lang | None = None
    ui: Ui | None = None


def listed(call: Call) -> list[Listed]:
    """All resources that can be named: the lists, and every act in hand, treaty and facet."""
    from saralau.cases.vocabulary import terms
    from saralau.treaties import treaty, treaty_names

    code = call.code
    found = [_plain(name, code) for name in ("acts", "packs", "treaties", "vocabulary")]
    for work in call.working.shelf.works():
        title = work.titles.get(code) or next(iter(work.titles.values()), work.iri)
        key = key_of(work.iri)
        told = say("mcp-resource-act", code)
        found.append(Listed(f"{ROOT}acts/{quote(key, safe=':')}", key, one_line(title), told, _JSON))
    for name in treaty_names():
        told = say("mcp-resource-treaty", code)
        found.append(Listed(f"{ROOT}treaties/{name}", name, treaty(name).titles[code], told, _JSON))
    for facet in terms().facets:
        told = say("mcp-resource-facet", code)
        found.append(Listed(f"{ROOT}vocabulary/{facet}", facet, terms().label(facet, code), told, _JSON))
    return found


def _plain(name: str, code: str) -> Listed:
    return Listed(f"{ROOT}{name}", name, say(f"mcp-resource-{name}", code), say(f"mcp-resource-{name}", code), _JSON)


def templates(code: str) -> list[Listed]:
    """Templates of addresses (RFC 6570)."""
    rows = (
        ("acts/{act}{?on,lang,ui}", "act", _JSON),
        ("acts/{act}/provisions/{place}{?on,lang,ui}", "provision", _TEXT),
        ("vocabulary/{facet}{?ui}", "facet", _JSON),
        ("treaties/{treaty}{?ui}", "treaty", _JSON),
    )
    return [Listed(ROOT + path, name, say(f"mcp-resource-{name}", code), "", media) for path, name, media in rows]


def read(call: Call, uri: str) -> Read:
    """The resource at an address. InputError where there is none."""
    name, key, place, asked = _asked(uri)
    call = call._replace(code=asked.ui or call.code)
    if place and key and name == "acts":
        return _provision(call, key, place, asked)
    if name == "acts":
        return _json(_act(call, key, asked) if key else _told(call, "list_acts", limit=200))
    if name == "vocabulary" and not place:
        return _json(_vocabulary(call.code, key))
    if name == "treaties" and not place:
        return _json(_treaty(call.code, key))
    if name == "packs" and not key:
        return _json(_packs())
    raise _absent(uri)


def _asked(uri: str) -> tuple[str, str, str, _Asked]:
    """The parts of an address: which list, which member, which provision, and how it is asked."""
    try:
        split = urlsplit(uri) if len(uri) <= _LONGEST else urlsplit("")
        path = _PATH.fullmatch(f"{split.netloc}{split.path}") if split.scheme == "saralau" else None
        if path is None:
            raise _absent(uri)
        rows = parse_qs(split.query, keep_blank_values=True, max_num_fields=4)
        asked = _Asked.model_validate({name: values[-1] for name, values in rows.items()})
    except ValidationError as flaw:
        names = ", ".join(sorted({str(one["loc"][0])[:40] for one in flaw.errors()}))
        raise InputError("api-parameters", names=one_line(names)) from None
    except InputError:
        raise
    except ValueError:
        raise _absent(uri) from None
    name, key, place = (unquote(part or "") for part in path.groups())
    return name, key, place, asked


def _absent(uri: str) -> InputError:
    return InputError("mcp-resource-absent", typed=one_line(uri))


def _json(record: Any) -> Read:
    return Read(json.dumps(record, ensure_ascii=False, separators=(",", ":")), _JSON)


def _told(call: Call, name: str, **asked: Any) -> Mapping[str, Any]:
    tool = TOOLS[name]
    record = tool.run(call, tool.asked.model_validate(asked)).record
    return record.model_dump(mode="json")


def _provision(call: Call, key: str, place: str, asked: _Asked) -> Read:
    tool = TOOLS["read_provision"]
    try:
        wanted = tool.asked.model_validate({"act": key, "place": place, "on": asked.on, "lang": asked.lang})
    except ValidationError:
        raise InputError("mcp-resource-absent", typed=one_line(f"{key}/{place}")) from None
    return Read("\n\n".join(tool.run(call, wanted).lines), _TEXT)


def _act(call: Call, key: str, asked: _Asked) -> dict[str, Any]:
    """An act with its editions and the tree of one of them, down to articles."""
    work = work_named(call.working, key)
    held = text_of(work, asked.lang, asked.on)
    told = call.working.understanding(held)
    return {
        "iri": work.iri,
        "key": key_of(work.iri),
        "id": work.id or None,
        "titles": {code: one_line(title) for code, title in work.titles.items()},
        "texts": [{"edition": one.edition, "language": one.language, "sha256": one.sha256} for one in work.texts],
        "edition": held.edition,
        "language": held.language,
        "tree": [_branch(one) for one in tree(told)],
    }


def _branch(one: Branch) -> dict[str, Any]:
    row = {
        "name": one_line(one.name),
        "title": one_line(one.title),
        "eid": one.eid,
        "groups": list(one.groups),
        "inside": [_branch(inner) for inner in one.inside],
        "excluded": one.excluded,
    }
    return {key: value for key, value in row.items() if value}


def _vocabulary(code: str, facet: str) -> Any:
    from saralau.cases.vocabulary import terms

    known = terms()
    if facet and facet not in known.facets:
        raise InputError("mcp-facet-unknown", typed=one_line(facet), known=", ".join(known.facets))
    if not facet:
        return [{"facet": one, "label": known.label(one, code), "asked_of": known.asked_of[one]} for one in known.facets]
    return [
        {"id": id, "label": known.label(id, code), "broader": known.broader.get(id)}
        for id, of in known.facet_of.items()
        if of == facet
    ]


def _treaty(code: str, name: str) -> Any:
    from saralau.treaties import treaty, treaty_names

    known = treaty_names()
    if name and name not in known:
        raise InputError("treaty-unknown", typed=one_line(name), known=", ".join(known))
    if not name:
        return [{"treaty": one, "title": treaty(one).titles[code], "verified": treaty(one).verified} for one in known]
    told = treaty(name)
    return {
        "treaty": name,
        "title": told.titles[code],
        "verified": told.verified,
        "obligations": [
            {
                "obligation": row.id,
                "source": row.source,
                "label": row.label[code],
                "scenarios": [{"scenario": one.id, "source": one.source, "label": one.label[code]} for one in row.scenarios],
            }
            for row in told.obligations
        ],
    }


def _packs() -> dict[str, Any]:
    from saralau.packs import names
    from saralau.treaties import treaty_names

    known = names()
    return {
        "registers": [name for name in known if "@" in name],
        "encoded": sorted({name.partition("/")[0] for name in known if name.endswith(".elements")}),
        "treaties": treaty_names(),
    }
