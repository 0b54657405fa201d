"""An encoded provision in words composed from its codes: elements as a tree, what is threatened, which laws changed it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saralau.acts import Address
from saralau.cases.encoding import Article, Part, Wording, encoding
from saralau.cases.formula import All, Element, Formula, Not, Size, Through
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import Rules, rules
from saralau.messages import InputError, say
from saralau.packs import load
from saralau.report.amounts import said
from saralau.report.titles import titles_for


def explanation_lines(typed: str, jurisdiction: str, code: str) -> Iterator[str]:
    """What a provision punishes, by which elements, how; InputError for one that is not encoded."""
    law, figures, at = encoding(jurisdiction).newest, rules(jurisdiction), Address.read(typed)
    article, parts = _asked(at, law)
    register = load(law.register)
    title = titles_for(register).article(article.number).texts.get(code) or parts[0].offence.title
    yield say("explain-heading", code, what=at.printed, title=title, edition=law.edition)
    for part in parts:
        yield from _part(article, part, at.point, figures, code)
    yield from _relations(article, law, code)
    yield from _history(article.number, register, code)


def _asked(at: Address, law: Wording) -> tuple[Article, list[Part]]:
    """The article and the parts that an address reaches; InputError names what is encoded."""
    article = law.articles.get(at.article)
    if article is None:
        raise InputError("explain-unencoded", typed=at.printed, known=", ".join(law.articles))
    parts = [part for part in article.parts if at.part in (None, part.number)]
    if not parts or (at.point is not None and (at.part is None or at.point not in parts[0].points)):
        raise InputError("explain-unencoded", typed=at.printed, known=", ".join(_addresses(article)))
    return article, parts


def _addresses(article: Article) -> Iterator[str]:
    for part in article.parts:
        yield f"{article.number}.{part.number}"
        yield from (f"{article.number}.{part.number}.{point}" for point in part.points)


def _part(article: Article, part: Part, point: str | None, figures: Rules, code: str) -> Iterator[str]:
    yield ""
    yield say("explain-part", code, what=Address(article.number, part.number).printed)
    if part.of:
        over = [Address(article.number, *named.split(".")).printed for named in part.of]
        yield "  " + say("explain-extends", code, parts=f" {say('explain-or', code)} ".join(over))
    if part.own is not None:
        yield from _formula(part.own, article.number, figures, code, "  ")
    wanted = {number: formula for number, formula in part.points.items() if point in (None, number)}
    if len(wanted) > 1:
        yield "  " + say("explain-any", code)
    for number, formula in wanted.items():
        lines = list(_formula(formula, article.number, figures, code, ""))
        yield f"  {number}) {lines[0]}"
        yield from (f"     {line}" for line in lines[1:])
    for punishment in (*part.offence.sanction.principal, *part.offence.sanction.additional):
        kind = say("kind-" + punishment.kind.value.replace("_", "-"), code)
        yield f"  – {kind}: {said(punishment, code)}"
    yield "  " + say("category-" + part.offence.category.value.replace("_", "-"), code)


def _formula(formula: Formula, article: str, figures: Rules, code: str, indent: str) -> Iterator[str]:
    if isinstance(formula, Element):
        words = f" {say('explain-or', code)} ".join(terms().label(term, code) for term in formula.terms)
        yield f"{indent}{terms().label(formula.facet, code)}: {words}"
    elif isinstance(formula, Size):
        yield indent + _size(formula.size, article, figures, code)
    elif isinstance(formula, Through):
        yield indent + say("explain-through", code)
        yield from _formula(formula.inner, article, figures, code, indent + "  ")
    elif isinstance(formula, Not):
        yield indent + say("explain-not", code)
        yield from _formula(formula.inner, article, figures, code, indent + "  ")
    elif isinstance(formula, All):
        for part in formula.parts:
            yield from _formula(part, article, figures, code, indent)
    else:
        yield indent + say("explain-any", code)
        for part in formula.parts:
            first, *rest = _formula(part, article, figures, code, "")
            yield f"{indent}  • {first}"
            yield from (f"{indent}    {line}" for line in rest)


def _size(size: str, article: str, figures: Rules, code: str) -> str:
    row = figures.threshold(size, article)
    name = say("case-size-" + size.replace("_", "-"), code)
    if row is None:
        return f"{say('case-asks-amount', code)}: {name}"
    limit = say("explain-up-to" if row.get("up_to") else "explain-over", code, times=row["times"])
    return f"{say('case-asks-amount', code)}: {name} ({limit}, {Address.read(row['source']).printed})"


def _relations(article: Article, law: Wording, code: str) -> Iterator[str]:
    general = sorted(article.special_of)
    special = [one.number for one in law.articles.values() if article.number in one.special_of]
    if general:
        yield say("explain-special", code, what=article.number, others=", ".join(general))
    if special:
        yield say("explain-general", code, what=article.number, others=", ".join(special))


def _history(number: str, register: dict[str, Any], code: str) -> Iterator[str]:
    rows = next(row["amendments"] for row in register["articles"] if row["number"] == number)
    laws = sorted({(row[0], row[1]) for row in rows if row[2] != "announced"})
    if laws:
        yield say("explain-changed", code, laws=", ".join(f"{date} № {law}" for date, law in laws))


def explanation_record(typed: str, jurisdiction: str) -> dict[str, Any]:
    """The encoded provision as JSON (`saralau/explained/1`)."""
    act, at = encoding(jurisdiction), Address.read(typed)
    article, parts = _asked(at, act.newest)
    return {
        "schema": "saralau/explained/1",
        "act": act.act,
        "edition": act.newest.edition,
        "article": article.number,
        "special_of": sorted(article.special_of),
        "parts": [
            {
                "part": part.number,
                "extends": list(part.of),
                "elements": _tree(part.own) if part.own is not None else None,
                "points": {number: _tree(formula) for number, formula in part.points.items() if at.point in (None, number)},
                "category": part.offence.category.value,
            }
            for part in parts
        ],
    }


def _tree(formula: Formula) -> dict[str, Any]:
    if isinstance(formula, Element):
        return {"facet": formula.facet, "terms": list(formula.terms)}
    if isinstance(formula, Size):
        return {"amount": formula.size}
    if isinstance(formula, Through):
        return {"through": _tree(formula.inner)}
    if isinstance(formula, Not):
        return {"not": _tree(formula.inner)}
    return {"all" if isinstance(formula, All) else "any": [_tree(part) for part in formula.parts]}
