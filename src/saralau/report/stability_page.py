"""Stability as a page for a jurist: the curves, what they show and what not, the figures behind them."""

from __future__ import annotations

from markupsafe import Markup

from saralau.history.measuring import Measured
from saralau.messages import say
from saralau.report.charts import inline, svg
from saralau.report.page import drawn
from saralau.report.stability import stability_told
from saralau.report.stability_charts import survival_chart, yearly_chart


def stability_page(told: Measured, code: str) -> str:
    """The page as HTML in the language `code`; nothing is loaded from anywhere. The pictures need the extra `charts`."""
    curves = survival_chart(told, code)
    spoken = stability_told(told, code)
    return drawn(
        "stability.html",
        code,
        title=say("stability-title", code, acts=", ".join(act.name for act in told.acts)),
        acts=spoken["acts"],
        curves=None if curves is None else Markup(inline(svg(curves), say("stability-curves", code))),  # noqa: S704
        yearly=Markup(inline(svg(yearly_chart(told, code)), say("stability-yearly", code))),  # noqa: S704  # drawn here
        explained=spoken["explained"],
        columns=spoken["columns"],
        groups=spoken["heading"],
        rows=spoken["rows"],
        models=spoken["models"],
    )
