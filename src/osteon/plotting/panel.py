"""One panel: an endpoint under every strategy, as percent change from today.

line    the median                         band      the central 95 %
gray    changes too small for two measurements to tell from none (least significant change)
dots    what was measured since, with the 95 % limits of the error of one measurement
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osteon.people.measurement_error import least_significant_change
from osteon.plotting.curves import Curves
from osteon.plotting.labels import Label, label_ends, room_for
from osteon.plotting.second_scale import SecondScale, draw_second_scale
from osteon.plotting.sheet import EDGE, WIDTH, Slot, sheet
from osteon.plotting.style import FAINT, INK, LIMIT, NAME, RULE, pen, plain
from osteon.plotting.writing import note

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LANE = 0.14
_CROWD = 3
_LEFT, _RIGHT, _HEAD, _BELOW, _LOWEST = 46.0, 134.0, 40.0, 32.0, 150.0


@dataclass(frozen=True)
class Panel:
    """What a panel shows.

    Attributes
    ----------
    title, remark:
        What is drawn, and where it stands today.
    limits:
        Lowest and highest percent change.
    labels:
        What stands at the end of each line.
    scale:
        What a percent change comes to.
    marks:
        Draws limits of its own, once the axes have their scales.
    """

    curves: Curves
    title: str
    remark: str
    limits: tuple[float, float]
    labels: Sequence[Label]
    scale: SecondScale
    marks: Callable[[Axes], None] | None = None


def draw_panels(title: str, panels: Sequence[Panel]) -> Figure:
    """Return a figure of panels under one another, each as high as its labels need."""
    height = max(_LOWEST, *(room_for(panel.labels) for panel in panels))
    step = _HEAD + height + _BELOW
    width = WIDTH - _LEFT - _RIGHT
    slots = [Slot(_LEFT, place * step + _HEAD, width, height) for place in range(len(panels))]
    first = panels[0].curves
    subtitle = (
        "Line: median. Band: central 95 % of what is likely for this person. "
        f"At the right: after {first.horizon / first.scale[0]:.3g} {first.scale[1]}."
    )
    if any(panel.curves.measured for panel in panels):
        subtitle += " Dot: measured since, with the error of one measurement (95 %)."
    figure, everything = sheet(title, subtitle, slots, _BELOW)
    for axes, panel in zip(everything, panels, strict=True):
        _draw_panel(axes, panel)
    return figure


def _draw_panel(axes: Axes, panel: Panel) -> None:
    curves = panel.curves
    axes.set_xlim(-_LANE * curves.horizon, curves.horizon)
    axes.set_ylim(*panel.limits)
    _rule(axes, curves)
    _head(axes, panel)
    _least_significant(axes, curves)
    _draw_lines(axes, curves)
    _draw_measured(axes, curves)
    draw_second_scale(axes, panel.scale)
    if panel.marks is not None:
        panel.marks(axes)
    label_ends(axes, curves, panel.labels)


def _rule(axes: Axes, curves: Curves) -> None:
    """Rule the panel: whole years (or months), round percents, today."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    unit, name = curves.scale
    steps = [1, 2, 3, 6, 10] if name == "months" else [1, 2, 5, 10]
    ticks = MaxNLocator(6, steps=steps, integer=True).tick_values(0, curves.horizon / unit)
    axes.set_xticks([tick * unit for tick in ticks if 0 <= tick * unit <= curves.horizon + 1e-6])
    axes.xaxis.set_major_formatter(FuncFormatter(lambda month, _: f"{month / unit:g}"))
    axes.set_xlabel(f"{name} from today", labelpad=2)
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: plain(value)))
    axes.hlines(axes.get_yticks(), 0, curves.horizon, color=RULE, linewidth=0.7, zorder=0.6)
    axes.axhline(0.0, color=LIMIT, linewidth=0.8, zorder=0.8)
    axes.axvline(0.0, color=LIMIT, linewidth=0.8, zorder=0.8)


def _head(axes: Axes, panel: Panel) -> None:
    """Write what the panel shows, above it, and the unit over its scale."""
    note(axes, panel.title, (0, 1), (EDGE - _LEFT, 20), color=INK, size=NAME, weight="bold")
    note(axes, panel.remark, (1, 1), (_RIGHT - EDGE, 20), ha="right")
    note(axes, "change, %", (0, 1), (EDGE - _LEFT, 6))


def _least_significant(axes: Axes, curves: Curves) -> None:
    """Lay the band of changes too small to be told from none, and name it above the panel."""
    reach = least_significant_change(curves.endpoint, curves.scanner)
    if reach is None:
        return
    months = (0.0, curves.horizon)
    axes.fill_between(months, -reach, reach, color=FAINT, linewidth=0, zorder=0.4)
    for edge in (-reach, reach):
        axes.plot(months, [edge, edge], color=LIMIT, lw=0.9, ls=(0, (1, 2)), zorder=1.8)
    text = f"dotted: least significant change, ±{reach:.{0 if reach >= 10 else 1}f} %"
    note(axes, text, (1, 1), (_RIGHT - EDGE, 6), ha="right")


def _draw_lines(axes: Axes, curves: Curves) -> None:
    crowd = len(curves.names) > _CROWD
    fill, edge = (0.05, 0.3) if crowd else (0.15, 0.45)
    for place, change in enumerate(curves.changes):
        color = pen(place).color
        axes.fill_between(
            change.months, change.low, change.high, color=color, lw=0, alpha=fill, zorder=1.5
        )
        for limit in (change.low, change.high):
            axes.plot(change.months, limit, color=color, lw=0.6, alpha=edge, zorder=1.6)
    for place, change in reversed(list(enumerate(curves.changes))):
        color, dashes = pen(place)
        axes.plot(change.months, change.median, color=color, ls=dashes, linewidth=2.2, zorder=3)


def _draw_measured(axes: Axes, curves: Curves) -> None:
    error = curves.error_of_one_measurement
    for month, value in curves.measured:
        axes.plot([month, month], [value - error, value + error], color=INK, lw=1.0, zorder=4)
        axes.plot([month], [value], "o", ms=6, mfc=INK, mec="white", mew=1.2, zorder=5)
