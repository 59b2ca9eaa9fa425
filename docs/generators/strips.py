"""A strip of small panels: endpoints side by side, each strategy a line in its band."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matplotlib.figure import Figure

from osteon.plotting.style import INK, LIMIT, QUIET, RULE, SMALL, TEXT, footer, pen
from osteon.strategies.forecast import Forecast

_NAMES: Final = {"bmd_lumbar_spine": "BMD, lumbar spine", "ctx": "CTX"}
_HEIGHT, _WIDTH = 3.0, 7.4


def strip(forecast: Forecast, endpoints: Sequence[str], title: str) -> Figure:
    """Return percent changes since today under every strategy, with their central 95 %."""
    figure = Figure(figsize=(_WIDTH, _HEIGHT), layout="constrained")
    figure.suptitle(title, x=0.01, ha="left", fontsize=TEXT, color=INK, fontweight="bold")
    panels = figure.subplots(1, len(endpoints), squeeze=False)[0]
    for axes, endpoint in zip(panels, endpoints, strict=True):
        for place, outcome in enumerate(forecast):
            change = outcome[endpoint].change
            years, color = change.months / 12.0, pen(place).color
            axes.fill_between(years, change.low, change.high, color=color, alpha=0.13, lw=0)
            axes.plot(years, change.median, color=color, lw=2.0, label=outcome.strategy)
        axes.axhline(0.0, color=LIMIT, lw=0.8)
        axes.grid(axis="y", color=RULE, lw=0.7)
        axes.set_xlim(0.0, years[-1])
        axes.set_xlabel("years from today")
        if len(endpoints) > 1:
            axes.set_title(_NAMES[endpoint], fontsize=TEXT, color=QUIET, loc="left")
    panels[0].set_ylabel("percent change")
    panels[0].legend(frameon=False, fontsize=SMALL, labelcolor="linecolor", loc="lower left")
    remark = "Line: median. Band: central 95 % of what is likely for this person. "
    figure.supxlabel(remark + footer() + ".", x=0.01, ha="left", fontsize=7.0, color=QUIET)
    return figure
