"""Stability as a report for the files: amendments by act, curves, groups, what goes with them, how to read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from saralau.history.measuring import Measured
from saralau.history.survival import Model
from saralau.messages import say
from saralau.report.charts import svg
from saralau.report.numbers import number
from saralau.report.paper import Basis, Block, Column, Figure, Heading, Note, Paper, Paragraph, Row, bullets, table
from saralau.report.paper_basis import act_title, states_of, texts_of
from saralau.report.stability import act_lines, explained, group_row, p_value
from saralau.report.stability_charts import on_paper, survival_chart, yearly_chart

_COLUMNS = {
    "group": 0.9,
    "articles": 0.9,
    "wordings": 1.2,
    "amended": 1.2,
    "rate": 0.9,
    "half-life": 2.1,
    "birthday": 1.25,
    "rest": 1.5,
}


def stability_paper(told: Measured, code: str, day: str) -> Paper:
    """The report in the language `code`, made on `day` (ISO). Its pictures need the extra `charts`."""
    told = _titled(told, code)
    titles = [act.name for act in told.acts]
    until = tuple(dict.fromkeys(act.until for act in told.acts))
    blocks: list[Block] = [Heading(1, say("paper-summary", code)), *_acts(told, code)]
    if (curves := survival_chart(told, code)) is not None:
        caption = say("stability-curves", code)
        groups = "; ".join(group.name for group in told.groups if group.curve)
        alt = say("paper-stability-curves-alt", code, groups=groups)
        blocks += [Heading(1, caption), Figure(svg(on_paper(curves)), caption, alt)]
    else:
        blocks.append(Heading(1, say("paper-stability-groups", code)))
    by = say("stability-groups", code, by=say(f"stability-by-{told.by}", code))
    columns = [
        Column(say(f"stability-column-{name}", code), share, numbers=name in ("articles", "wordings", "amended", "rate"))
        for name, share in _COLUMNS.items()
    ]
    blocks.append(table(by, columns, [group_row(group, told, code) for group in told.groups]))
    blocks += [*_models(told, code), *_years(told, code)]
    blocks += [Heading(1, say("paper-stability-reading", code)), bullets(list(explained(told, code)))]
    basis = Basis(day, tuple(titles), until, states=states_of(told.texts, code), texts=texts_of(told.texts, code))
    title = say("stability-title", code, acts="; ".join(titles))
    return Paper(code, say("paper-kind-stability", code), title, basis, tuple(blocks))


def _titled(told: Measured, code: str) -> Measured:
    """The same with the titles of acts in place of their short names."""
    titles = {act.name: act_title(act.name, code) for act in told.acts}

    def titled(group: str) -> str:
        """The name of a group: of an act, or of a part of one with its number behind the act's name."""
        name, _, part = group.partition(" ")
        return f"{titles.get(name, name)} {part}".rstrip()

    return replace(
        told,
        acts=tuple(replace(act, name=titles[act.name]) for act in told.acts),
        groups=tuple(replace(group, name=titled(group.name)) for group in told.groups),
        models={titles[name]: fitted for name, fitted in told.models.items()},
        largest={titles[name]: law for name, law in told.largest.items()},
    )


def _acts(told: Measured, code: str) -> Iterator[Block]:
    for act in told.acts:
        first, *rest = act_lines(act, told, code)
        yield Paragraph(first, leads=True)
        yield bullets([line.strip() for line in rest])
    for name in told.left_out:
        yield Note(say("stability-left-out", code, act=name))


def _models(told: Measured, code: str) -> Iterator[Block]:
    yield Heading(1, say("paper-stability-models", code))
    names = {"covariate": 2.4, "ratio": 1, "interval": 1.2, "p": 0.8}
    columns = [
        Column(say(f"paper-stability-{name}", code), share, numbers=name != "covariate") for name, share in names.items()
    ]
    for name, fitted in told.models.items():
        if fitted is None:
            yield Note(say("stability-model-none", code, act=name))
            continue
        yield table(
            say("stability-model", code, act=name, spells=fitted.spells, ended=fitted.ended), columns, _effects(fitted, code)
        )
        for effect in fitted.effects:
            if fitted.proportional_p[effect.covariate] < 0.05:
                covariate = say(f"stability-covariate-{effect.covariate}", code)
                yield Note(f"{covariate}: {say('stability-not-proportional', code)}")


def _effects(fitted: Model, code: str) -> list[Row]:
    return [
        (
            say(f"stability-covariate-{effect.covariate}", code),
            number(effect.ratio, code, 2),
            f"{number(effect.low, code, 2)} – {number(effect.high, code, 2)}",
            p_value(effect.p, code).removeprefix("= "),
        )
        for effect in fitted.effects
    ]


def _years(told: Measured, code: str) -> Iterator[Block]:
    """Amendments by year as a picture and as the table behind it."""
    years = sorted({year for act in told.acts for year in act.yearly})
    if not years:
        return
    caption = say("stability-yearly", code)
    yield Heading(1, caption)
    yield Figure(svg(on_paper(yearly_chart(told, code))), caption, say("paper-stability-yearly-alt", code))
    columns = (Column(say("paper-stability-year", code)), *(Column(act.name, 1, numbers=True) for act in told.acts))
    rows: list[Row] = [(str(year), *(str(act.yearly.get(year, 0)) for act in told.acts)) for year in years]
    yield table(say("paper-stability-by-year", code), columns, rows)
