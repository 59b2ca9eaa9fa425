"""Pictures of a virtual trial: changes over the visits, fractures over time, power against size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from osteon.people.endpoint import DXA_ENDPOINTS, label_of
from osteon.plotting.sheet import EDGE, WIDTH, Slot, sheet
from osteon.plotting.style import INK, LIMIT, QUIET, RULE, SMALL, house_style, pen
from osteon.plotting.write import write_figure
from osteon.trials.incidence import cumulative
from osteon.trials.outcome import TrialOutcome
from osteon.trials.power_of_trial import TrialPower

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LEFT, _HEIGHT, _GAP, _BELOW = 46.0, 130.0, 42.0, 34.0
_RIGHT = EDGE + 4.0
_KEY_LINE = 13.0
_SIZES = (5, 10, 20, 50, 100, 200, 500)


def write_pictures(found: TrialOutcome, power: TrialPower, folder: Path) -> list[Path]:
    """Write changes.svg, fractures.svg and, of two arms or more, power.svg; return their paths."""
    pictures = {"changes.svg": draw_changes(found), "fractures.svg": draw_fractures(found)}
    if power.changes:
        pictures["power.svg"] = draw_power(found, power)
    return [write_figure(figure, folder / name) for name, figure in pictures.items()]


def draw_changes(found: TrialOutcome) -> Figure:
    """Return BMD at three sites over the visits: means with their 95 % intervals."""
    with house_style():
        figure, panels = _panels(
            found, "Change of BMD", "Percent since month 0: mean and its 95 % interval.", 3
        )
        for axes, endpoint in zip(panels, DXA_ENDPOINTS, strict=True):
            _titled(axes, label_of(endpoint), "%")
            axes.axhline(0.0, color=LIMIT, linewidth=0.8)
            for place, arm in enumerate(found.arms):
                seen = [
                    one
                    for one in found.changes
                    if (one.arm, one.endpoint) == (arm, endpoint) and one.low is not None
                ]
                months = [0.0, *(one.month for one in seen)]
                reach = [0.0, *(one.mean - (one.low or 0.0) for one in seen)]
                color, dashes = pen(place)
                axes.errorbar(
                    months, [0.0, *(one.mean for one in seen)], reach,
                    color=color, linestyle=dashes, linewidth=1.6, elinewidth=0.9, capsize=2,
                )  # fmt: skip
        _in_months(panels, found.months[-1])
    return figure


def draw_fractures(found: TrialOutcome) -> Figure:
    """Return the cumulative incidence of clinical and vertebral fractures."""
    with house_style():
        figure, panels = _panels(
            found, "Fractures", "Women with at least one, of 100; death is a rival.", 2
        )
        for axes, kind in zip(panels, ("fracture_clinical", "fracture_vertebral"), strict=True):
            _titled(axes, label_of(kind), "")
            for place, arm in enumerate(found.arms):
                event = found.column(arm, f"{kind}_month")
                followed = found.column(arm, "followed_month")
                times, curve, _ = cumulative(event, followed, found.column(arm, "died"))
                months = [0.0, *times, found.months[-1]]
                shares = 100.0 * np.array([0.0, *curve, curve[-1] if len(curve) else 0.0])
                color, dashes = pen(place)
                axes.step(
                    months, shares, where="post", color=color, linestyle=dashes, linewidth=1.6
                )
            axes.set_ylim(bottom=0.0)
        _in_months(panels, found.months[-1])
    return figure


def draw_power(found: TrialOutcome, power: TrialPower) -> Figure:
    """Return power against the number measured in each arm, BMD at the last visit."""
    with house_style():
        title = f"Power at month {found.months[-1]:g}"
        figure, panels = _panels(
            found, title, f"Chance of p < 0.05 against {found.versus}. Dots: trials drawn from the "
            "simulated people.", 3, found.compared,
        )  # fmt: skip
        for axes, endpoint in zip(panels, DXA_ENDPOINTS, strict=True):
            _titled(axes, label_of(endpoint), "%")
            for level in (80.0, 90.0):
                axes.axhline(level, color=LIMIT, linewidth=0.8, linestyle=(0, (2, 2)))
            for place, arm in enumerate(found.compared):
                for one in power.changes:
                    if (one.arm, one.endpoint) == (arm, endpoint):
                        color, dashes = pen(place)
                        chances = [100.0 * chance for chance in one.curve.values()]
                        axes.plot(
                            list(one.curve), chances, color=color, linestyle=dashes, linewidth=1.6
                        )
                        drawn = [100.0 * share for share in one.by_resampling.values()]
                        axes.plot(list(one.by_resampling), drawn, "o", color=color, markersize=3.5)
            axes.set_xscale("log")
            axes.set_xticks(_SIZES, [str(size) for size in _SIZES])
            axes.minorticks_off()
            axes.set_ylim(0.0, 104.0)
        panels[-1].set_xlabel("people measured in each arm")
    return figure


def _panels(
    found: TrialOutcome,
    title: str,
    subtitle: str,
    count: int,
    arms: tuple[str, ...] | None = None,
) -> tuple[Figure, list[Axes]]:
    """Return a sheet with panels under one another, and a key of the arms above them."""
    named = found.arms if arms is None else arms
    key = len(named) * _KEY_LINE
    slots = [
        Slot(_LEFT, key + 22 + place * (_HEIGHT + _GAP), WIDTH - _LEFT - _RIGHT, _HEIGHT)
        for place in range(count)
    ]
    subtitle = f"{found.design.trial.trial}. {subtitle}"
    figure, panels = sheet(title, subtitle, slots, _BELOW)
    for place, arm in enumerate(named):
        up = key + 16 - place * _KEY_LINE
        panels[0].annotate(
            arm, (0, 1), (0, up), xycoords="axes fraction", textcoords="offset points",
            color=pen(place).color, size=SMALL + 0.5, va="center",
        )  # fmt: skip
    return figure, panels


def _titled(axes: Axes, title: str, unit: str) -> None:
    axes.set_title(title, loc="left", size=SMALL + 1, color=INK, pad=5)
    axes.set_ylabel(unit, color=QUIET)
    axes.yaxis.grid(True, color=RULE, linewidth=0.6)


def _in_months(panels: list[Axes], last: float) -> None:
    step = next(step for step in (1, 3, 6, 12, 24, 60, 120) if last / step <= 12 or step == 120)
    for axes in panels:
        axes.set_xticks(np.arange(0.0, last + 1e-6, step))
    panels[-1].set_xlabel("months")
