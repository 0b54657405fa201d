"""An encoded provision in words composed from its codes: elements as a tree, what is threatened, which laws changed it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saralau.acts import Address
from saralau.cases.comparing import Outcome
from saralau.cases.editions import EditionOfArticle, PartChange, editions_of
from saralau.cases.encoding import Article, Encoding, Part, Wording, encoding
from saralau.cases.formula import All, Element, Formula, Not, Size, Through
from saralau.cases.vocabulary import terms
from saralau.cases.weighing import Rules, rules
from saralau.messages import InputError, say
from saralau.packs import load
from saralau.report.amounts import said
from saralau.report.titles import titles_for


def explanation_lines(typed: str, jurisdiction: str, code: str) -> Iterator[str]:
    """What a provision punishes, by which elements, how; InputError for one that is not encoded."""
    act, figures, at = encoding(jurisdiction), rules(jurisdiction), Address.read(typed)
    law, article, parts = _asked(at, act)
    register = load(law.register)
    title = titles_for(register).article(article.number).texts.get(code) or parts[0].offence.title
    yield say("explain-heading", code, what=at.printed, title=title, edition=law.edition)
    for part in parts:
        yield from _part(article, part, at.point, figures, code)
    yield from _relations(article, law, code)
    yield from _history(article.number, act, figures, code)


def _asked(at: Address, act: Encoding) -> tuple[Wording, Article, list[Part]]:
    """The newest edition that has the article, and the parts that an address reaches; InputError names what is encoded."""
    law = next((wording for wording in reversed(act.wordings) if at.article in wording.articles), None)
    if law is None:
        raise InputError("explain-unencoded", typed=at.printed, known=", ".join(act.reach))
    article = law.articles[at.article]
    parts = [part for part in article.parts if at.part in (None, part.number)]
    if not parts or (at.point is not None and (at.part is None or at.point not in parts[0].points)):
        raise InputError("explain-unencoded", typed=at.printed, known=", ".join(_addresses(article)))
    return law, article, parts


def _addresses(article: Article) -> Iterator[str]:
    for part in article.parts:
        yield f"{article.number}.{part.number}"
        yield from (f"{article.number}.{part.number}.{point}" for point in part.points)


def _part(article: Article, part: Part, point: str | None, figures: Rules, code: str) -> Iterator[str]:
    yield ""
    yield say("explain-part", code, what=Address(article.number, part.number).printed)
    for key, named in (("explain-extends", part.of), ("explain-like", part.like)):
        if named:
            over = [Address(article.number, *one.split(".")).printed for one in named]
            yield "  " + say(key, code, parts=f" {say('explain-or', code)} ".join(over))
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


def _history(number: str, act: Encoding, figures: Rules, code: str) -> Iterator[str]:
    changes = [change for wording in act.wordings for change in wording.changes.get(number, ())]
    laws = sorted({(one.passed, one.number) for one in changes})
    if laws:
        yield say("explain-changed", code, laws=", ".join(f"{date} № {law}" for date, law in laws))
    yield say("explain-editions", code)
    for at, one in enumerate(editions_of(act, number, figures)):
        yield "  " + say("explain-edition", code, edition=one.edition, what=_edition(one, not at, code))


def _edition(one: EditionOfArticle, oldest: bool, code: str) -> str:
    if oldest or (not one.parts and not one.changes):
        parts = ", ".join(one.parts)
        return say("explain-edition-parts", code, parts=parts) if parts else say("explain-edition-without", code)
    return "; ".join(_part_change(change, code) for change in one.changes) or say("explain-edition-same", code)


def _part_change(change: PartChange, code: str) -> str:
    if change.kind != "changed":
        return say(f"explain-part-{change.kind}", code, part=change.part)
    said = [say("explain-part-reworded", code)] if change.elements else []
    if change.threat is not Outcome.SAME:
        said.append(say(f"explain-part-{change.threat}", code))
    return say("explain-part-changed", code, part=change.part, how=", ".join(said))


def explanation_record(typed: str, jurisdiction: str) -> dict[str, Any]:
    """The encoded provision as JSON (`saralau/explained/1`)."""
    act, at = encoding(jurisdiction), Address.read(typed)
    law, article, parts = _asked(at, act)
    return {
        "schema": "saralau/explained/1",
        "act": act.act,
        "edition": law.edition,
        "article": article.number,
        "special_of": sorted(article.special_of),
        "parts": [
            {
                "part": part.number,
                "extends": list(part.of),
                "like": list(part.like),
                "elements": _tree(part.own) if part.own is not None else None,
                "points": {number: _tree(formula) for number, formula in part.points.items() if at.point in (None, number)},
                "category": part.offence.category.value,
            }
            for part in parts
        ],
        "editions": [
            {
                "edition": one.edition,
                "parts": list(one.parts),
                "changes": [
                    {"part": change.part, "kind": change.kind, "elements": change.elements, "threat": change.threat.value}
                    for change in one.changes
                ],
            }
            for one in editions_of(act, article.number, rules(jurisdiction))
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
