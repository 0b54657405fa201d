"""Stability as a page for a jurist: the curves, what they show and what not, the figures behind them."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from saralau.history.measuring import Group, Measured
from saralau.messages import say
from saralau.report.charts import inline, svg
from saralau.report.page import environment
from saralau.report.stability import act_lines, against, explained, half_life, model_lines
from saralau.report.stability_charts import survival_chart, yearly_chart


class Row(NamedTuple):
    """A group in the table."""

    name: str
    cells: tuple[str, ...]


def stability_page(told: Measured, code: str) -> str:
    """The page as HTML in the language `code`; nothing is loaded from anywhere. The pictures need the extra `charts`."""
    curves = survival_chart(told, code)
    return (
        environment()
        .get_template("stability.html")
        .render(
            code=code,
            title=say("stability-title", code, acts=", ".join(act.name for act in told.acts)),
            acts=[list(act_lines(act, told, code)) for act in told.acts],
            curves=None if curves is None else Markup(inline(svg(curves), say("stability-curves", code))),  # noqa: S704
            yearly=Markup(inline(svg(yearly_chart(told, code)), say("stability-yearly", code))),  # noqa: S704  # drawn here
            explained=list(explained(told, code)),
            columns=[say(f"stability-column-{name}", code) for name in _COLUMNS],
            groups=say("stability-groups", code, by=say(f"stability-by-{told.by}", code)),
            rows=[_row(group, told, code) for group in told.groups],
            models=[list(model_lines(name, fitted, code)) for name, fitted in told.models.items()],
            tell=lambda message, **arguments: say(message, code, **arguments),
        )
    )


_COLUMNS = ("group", "articles", "wordings", "amended", "rate", "half-life", "birthday", "rest")


def _row(group: Group, told: Measured, code: str) -> Row:
    figures = (str(group.articles), str(group.spells), str(group.ended), f"{group.rate:.3f}")
    if group.curve is None:
        return Row(group.name, (*figures, say("stability-too-few", code, n=told.fewest), "–", "–"))
    birthday = f"{100 * group.curve.next_year:.0f} %"
    rest = "–" if group.against is None else say("stability-ratio", code, **against(group.against))
    return Row(group.name, (*figures, half_life(group, code), birthday, rest))
