"""How long wordings last, in words: rates, half-lives, tests, a model, and for a jurist what is shown and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from saralau.acts import Act, identify, read_act
from saralau.amendments import edition_of, find_amendments
from saralau.citations.works import work_of
from saralau.history.measuring import Group, Measured, measure
from saralau.history.reckoning import Reckoning
from saralau.history.spells import Stability
from saralau.history.survival import Effect, Model, Ratio
from saralau.messages import InputError, say
from saralau.report.numbers import number


def measure_files(files: Sequence[Path], by: str, adopted: str | None, lang: str | None) -> Measured:
    """Acts from files: texts of one act are its editions. InputError where an act's day of adoption is not known."""
    texts: dict[str, list[Act]] = {}
    days: dict[str, str] = {}
    for path in files:
        act = read_act(path, lang)
        known, work = identify(act), work_of(act)
        name = known.slug if known else work.id if work and work.id else path.stem
        texts.setdefault(name, []).append(act)
        if adopted is not None:
            days[name] = adopted
        elif work is None:
            raise InputError("stability-adoption-unknown", file=path)
    for acts in texts.values():
        acts.sort(key=lambda act: edition_of([one for one in find_amendments(act) if one.changes]) or "", reverse=True)
    return measure(texts, by, days)


def stability_lines(told: Measured, code: str) -> Iterator[str]:
    """Acts, groups, tests, models; then what is shown and what is not."""
    for name in told.left_out:
        yield say("stability-left-out", code, act=name)
    for act in told.acts:
        yield from act_lines(act, told, code)
        yield "  " + say("stability-sums", code)
        yield from (f"    {number:>6}  {words}" for words, number, _ in sums(act, code))
    yield ""
    yield say("stability-groups", code, by=say(f"stability-by-{told.by}", code))
    yield from ("  " + group_line(group, told, code) for group in told.groups)
    for name, fitted in told.models.items():
        yield ""
        yield from model_lines(name, fitted, code)
    yield ""
    yield from explained(told, code)


def act_lines(act: Stability, told: Measured, code: str) -> Iterator[str]:
    """One act: its amendments, its rate, the years, the law that changed most."""
    figures = {
        "articles": act.articles,
        "amendments": act.amendments,
        "rate": number(act.rate, code, 3),
        "laws": len(act.laws),
    }
    yield say("stability-act", code, act=act.name, start=act.start, until=act.until, **figures)
    years = [f"{year}: {count}" for year, count in act.yearly.items()]
    yield "  " + say("stability-years", code, years=", ".join(years) or "–")
    if act.name in told.largest:
        law, count = told.largest[act.name]
        share = 100 * count / act.amendments
        yield "  " + say("stability-largest", code, law=law, count=count, share=number(share, code))
    if act.hidden:
        yield "  " + say("stability-hidden", code, n=act.hidden)


class Sum(NamedTuple):
    """A line of a reckoning: what is counted, how many, and whether the lines before it come to that."""

    words: str
    number: int
    total: bool


def sums(act: Stability, code: str) -> list[Sum]:
    """How the changes that notes tell become wordings, line by line: what is taken off is below 0, what is nothing is left
    out.
    """
    told = act.reckoning
    lines = [
        ("events", told.events, True),
        *((f"aside-{reason}", -count, False) for reason, count in told.aside.items()),
        ("amendments", told.amendments, True),
        *((f"unseen-{reason}", -count, False) for reason, count in told.unseen.items()),
        ("ended", told.ended, True),
        ("running", told.running, False),
        ("wordings", told.wordings, True),
    ]
    days = {"start": act.start, "until": act.until}
    return [
        Sum(say(f"stability-sum-{name}", code, **days), number, total) for name, number, total in lines if total or number
    ]


def sums_beside(act: Stability, code: str) -> list[str]:
    """The same of laws and articles: those that are told, and those that are counted."""
    told = act.reckoning
    without = {reason.replace("-", "_"): count for reason, count in told.without.items()}
    seen = act.articles - sum(told.without.values())
    return [
        say("stability-sum-laws", code, n=told.laws, amending=told.amending, others=told.laws - told.amending),
        say("stability-sum-touched", code, n=told.touched, amended=told.amended, others=told.touched - told.amended),
        say("stability-sum-articles", code, n=act.articles, seen=seen, **without),
    ]


def group_line(group: Group, told: Measured, code: str) -> str:
    """A group with its n; without a curve where too few of its wordings were amended."""
    figures = {"articles": group.articles, "spells": group.spells, "ended": group.ended, "rate": number(group.rate, code, 3)}
    line = say("stability-group", code, group=group.name, **figures)
    if group.curve is None:
        return f"{line}; {say('stability-too-few', code, n=told.fewest)}"
    line += f"; {half_life(group, code)}; {say('stability-birthday', code, share=number(100 * group.curve.next_year, code))}"
    return line if group.against is None else f"{line}; {say('stability-rest', code, **against(group.against, code))}"


def group_row(group: Group, told: Measured, code: str) -> tuple[str, ...]:
    """A group as a row: name, articles, wordings, amended, rate, half-life, share after a year, ratio to the rest."""
    figures = (
        group.name,
        *(number(one, code) for one in (group.articles, group.spells, group.ended)),
        number(group.rate, code, 3),
    )
    if group.curve is None:
        return (*figures, say("stability-too-few", code, n=told.fewest), "–", "–")
    rest = "–" if group.against is None else say("stability-ratio", code, **against(group.against, code))
    return (*figures, half_life(group, code), f"{number(100 * group.curve.next_year, code)} %", rest)


def against(told: Ratio, code: str) -> dict[str, str]:
    """The figures of a ratio of rates."""
    return {name: number(value, code, 2) for name, value in (("ratio", told.value), ("low", told.low), ("high", told.high))}


def p_value(value: float, code: str) -> str:
    """How surely two groups differ."""
    return f"= {number(value, code, 4)}" if value >= 0.0001 else f"< {number(0.0001, code, 4)}"


def half_life(group: Group, code: str) -> str:
    """The half-life with its interval."""
    curve = group.curve
    if curve is None or curve.half_life is None:
        return say("stability-half-life-open", code)
    years, low, high = number(curve.half_life, code, 1), number(curve.half_life_low or 0, code, 1), curve.half_life_high
    if curve.half_life_low == high:  # the curve falls through one half on one day
        return say("stability-half-life-one-day", code, years=years)
    if high is None:
        return say("stability-half-life-at-least", code, years=years, low=low)
    return say("stability-half-life", code, years=years, low=low, high=number(high, code, 1))


def model_lines(name: str, fitted: Model | None, code: str) -> Iterator[str]:
    """What makes wordings of an act change sooner."""
    if fitted is None:
        yield say("stability-model-none", code, act=name)
        return
    yield say("stability-model", code, act=name, spells=fitted.spells, ended=fitted.ended)
    for effect in fitted.effects:
        figures = {name: number(getattr(effect, name), code, 2) for name in ("ratio", "low", "high")}
        name_ = say(f"stability-covariate-{effect.covariate}", code)
        yield "  " + say("stability-effect", code, covariate=name_, p=p_value(effect.p, code), **figures)
        if fitted.proportional_p[effect.covariate] < 0.05:
            yield "    " + say("stability-not-proportional", code)


def explained(told: Measured, code: str) -> Iterator[str]:
    """What a jurist may take from it, and what not."""
    keys = ("shown", "censored", "anew", "bound", "covariates", "laws", "not-shown")
    for key in keys if told.models else (one for one in keys if one != "covariates"):
        yield say(f"stability-explained-{key}", code)


_COLUMNS = ("group", "articles", "wordings", "amended", "rate", "half-life", "birthday", "rest")
_MOST = 8  # curves in one picture; a reader tells no more apart


def stability_curves(told: Measured) -> list[dict[str, Any]]:
    """The curves of the groups with most amendments, for a picture; `name` is the group's, which `stability_told` names."""
    drawn = sorted((one for one in told.groups if one.curve), key=lambda one: -one.ended)[:_MOST]
    return [
        {"name": one.name, "years": list(one.curve.years), "stands": list(one.curve.stands),
         "low": list(one.curve.low), "high": list(one.curve.high)}
        for one in drawn if one.curve
    ]  # fmt: skip


def _group_named(name: str, by: str, code: str) -> str:
    """A group as people call it: chapters have bare numbers."""
    if by != "chapter":
        return name
    return say("history-unit-chapter", code, number=name) if name[:1].isdigit() else say("web-outside-chapters", code)


def stability_told(told: Measured, code: str, titles: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The measure in words of one language, for a page; `titles` has what acts are called there, unless as the measure.

    `names` keeps the groups by the measure's own names, as the curves have them.
    """
    groups, told = told.groups, _titled(told, titles or {})
    return {
        "acts": [[line.strip() for line in act_lines(act, told, code)] for act in told.acts],
        "sums": [(sums(act, code), sums_beside(act, code)) for act in told.acts],
        "left_out": [say("stability-left-out", code, act=name) for name in told.left_out],
        "heading": say("stability-groups", code, by=say(f"stability-by-{told.by}", code)),
        "columns": [say(f"stability-column-{name}", code) for name in _COLUMNS],
        "rows": [[_group_named(one.name, told.by, code), *group_row(one, told, code)[1:]] for one in told.groups],
        "names": {
            own.name: f"{_group_named(one.name, told.by, code)} (n = {number(one.spells, code)})"
            for own, one in zip(groups, told.groups, strict=True)
            if one.curve
        },
        "models": [[line.strip() for line in model_lines(name, one, code)] for name, one in told.models.items()],
        "explained": list(explained(told, code)),
        "axis": say("stability-axis-years", code),
        "label": say("stability-curves", code),
    }


def _titled(told: Measured, titles: Mapping[str, str]) -> Measured:
    def of(name: str) -> str:
        return titles.get(name, name)

    return replace(
        told,
        acts=tuple(replace(one, name=of(one.name)) for one in told.acts),
        left_out=tuple(map(of, told.left_out)),
        groups=tuple(replace(one, name=of(one.name)) for one in told.groups),
        models={of(name): one for name, one in told.models.items()},
        largest={of(name): one for name, one in told.largest.items()},
    )


def stability_record(told: Measured) -> dict[str, Any]:
    """The measure as JSON (`saralau/stability/1`)."""
    return {
        "schema": "saralau/stability/1",
        "by": told.by,
        "fewest": told.fewest,
        "acts": [
            {
                "act": act.name,
                "adopted": act.adopted,
                "seen_from": act.start,
                "seen_until": act.until,
                "articles": act.articles,
                "amendments": act.amendments,
                "article_years": round(sum(act.exposure.values()), 2),
                "rate": round(act.rate, 4),
                "yearly": {str(year): count for year, count in act.yearly.items()},
                "laws": dict(sorted(act.laws.items())),
                "hidden": act.hidden,
                "reckoning": reckoning_record(act.reckoning),
            }
            for act in told.acts
        ],
        "groups": [_group_record(group) for group in told.groups],
        "models": {name: None if fitted is None else model_record(fitted) for name, fitted in told.models.items()},
    }


def reckoning_record(told: Reckoning) -> dict[str, Any]:
    """A reckoning as JSON."""
    return {
        "events": told.events,
        "aside": dict(told.aside),
        "amendments": told.amendments,
        "unseen": dict(told.unseen),
        "ended": told.ended,
        "running": told.running,
        "laws": {"told": told.laws, "amending": told.amending},
        "articles": {"touched": told.touched, "amended": told.amended, "without": dict(told.without)},
    }


def _group_record(group: Group) -> dict[str, Any]:
    curve = group.curve
    return {
        "group": group.name,
        "articles": group.articles,
        "spells": group.spells,
        "ended": group.ended,
        "rate": round(group.rate, 4),
        "against_rest": None if group.against is None else list(group.against),
        "curve": None
        if curve is None
        else {
            "years": list(curve.years),
            "stands": list(curve.stands),
            "low": list(curve.low),
            "high": list(curve.high),
            "half_life": curve.half_life,
            "half_life_interval": [curve.half_life_low, curve.half_life_high],
            "next_year": curve.next_year,
        },
    }


def model_record(fitted: Model) -> dict[str, Any]:
    """A model as JSON."""
    effects: Mapping[str, Any] = {
        one.covariate: {"ratio": one.ratio, "interval": [one.low, one.high], "p": one.p} for one in fitted.effects
    }
    proportional = dict(fitted.proportional_p)
    return {"spells": fitted.spells, "ended": fitted.ended, "effects": effects, "proportional_p": proportional}


def model_read(told: Mapping[str, Any]) -> Model:
    """The model of which `model_record` made a record."""
    effects = []
    for name, one in told["effects"].items():
        low, high = one["interval"]
        effects.append(Effect(name, one["ratio"], low, high, one["p"]))
    return Model(told["spells"], told["ended"], tuple(effects), told["proportional_p"])
