"""Markers of bone turnover under every strategy: CTX (resorption) and PINP (formation)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osteon.people.endpoint import label_of
from osteon.plotting.curves import Curves, common_limits
from osteon.plotting.labels import Label
from osteon.plotting.panel import Panel, draw_panels
from osteon.plotting.second_scale import absolute
from osteon.plotting.shapes import Forecast
from osteon.plotting.style import house_style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MEANING = {"ctx": "bone resorption", "pinp": "bone formation"}


def plot_markers(forecast: Forecast) -> Figure:
    """Return CTX and PINP as a figure: percent change from today.

    Raises
    ------
    InputError
        If the forecast holds no strategy.
    """
    everything = [Curves(forecast, endpoint) for endpoint in _MEANING]
    limits = common_limits(everything)
    panels = []
    for curves in everything:
        title = f"{label_of(curves.endpoint)}, {_MEANING[curves.endpoint]}"
        today = f"today {curves.today:.3g} {curves.unit}"
        labels = tuple(_label(curves, place) for place in range(len(curves.names)))
        scale = absolute(curves.unit, curves.today)
        panels.append(Panel(curves, title, today, limits, labels, scale))
    with house_style():
        return draw_panels("Markers of bone turnover", panels)


def _label(curves: Curves, place: int) -> Label:
    last = float(curves.levels[place].median[-1])
    return Label(curves.names[place], (curves.outlook(place), f"{last:.3g} {curves.unit}"))
