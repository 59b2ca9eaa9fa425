"""Predicted against observed: one point for every observation of every trial.

across    the observed value and its 95 % confidence interval
up        the prediction and its central 95 %
line      where prediction and observation agree
filled    trials that no fit has seen        hollow   all others
names     the trials whose observed value lies farthest outside the interval of its prediction

Values of unlike kind or unit stand in panels of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from osteon.errors import InputError
from osteon.plotting.groups import Group, groups_of
from osteon.plotting.room import Box, Room
from osteon.plotting.shapes import Prediction
from osteon.plotting.sheet import EDGE, WIDTH, Slot, sheet
from osteon.plotting.style import INK, LIMIT, NAME, PALETTE, RULE, house_style, plain
from osteon.plotting.writing import note, size_in_points

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LARGE, _SMALL, _LEFT, _HEAD, _BELOW = 344.0, 150.0, 46.0, 40.0, 36.0
_MOST_NAMES = 5
_FITTED, _UNSEEN = PALETTE[0], PALETTE[1]


def plot_validation(rows: Sequence[Prediction]) -> Figure:
    """Return predictions against observations as a figure, a panel for each scale.

    Raises
    ------
    InputError
        If no row has a prediction.
    """
    groups = groups_of(rows)
    if not groups:
        reasons = [f" ({row.problem})" for row in rows if row.problem]
        reason = reasons[0] if reasons else ""
        raise InputError(
            f"none of {len(rows)} rows has a prediction to draw{reason}; "
            "validate a trial that the model can simulate"
        )
    missing = len(rows) - sum(len(group.rows) for group in groups)
    subtitle = (
        "Across: the trial's 95 % confidence interval. Up: central 95 % of the prediction. "
        "Diagonal: both agree. Filled: trials that no fit has seen; hollow: all others. "
        "Named: observed farthest outside the prediction."
    )
    if missing:
        subtitle += f" Not drawn, for want of a prediction: {missing} of {len(rows)}."
    with house_style():
        slots = _slots(len(groups))
        figure, everything = sheet("Predicted beside observed", subtitle, slots, _BELOW)
        for axes, group in zip(everything, groups, strict=True):
            _rule(axes, group)
            _draw_rows(axes, group)
            _name_misses(axes, group)
    return figure


def _slots(count: int) -> list[Slot]:
    """Return one large square, and under it small ones in two columns."""
    slots = [Slot(_LEFT, _HEAD, _LARGE, _LARGE)]
    first, step = _HEAD + _LARGE + _BELOW + _HEAD, _SMALL + _BELOW + _HEAD
    for place in range(count - 1):
        row, column = divmod(place, 2)
        left = _LEFT + column * (WIDTH - _LEFT + 8) / 2
        slots.append(Slot(left, first + row * step, _SMALL, _SMALL))
    return slots


def _rule(axes: Axes, group: Group) -> None:
    """Rule both axes alike, draw the diagonal, and write what the panel shows above it."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    everything = np.concatenate([limits.ravel() for limits in group.intervals])
    low, high = float(everything.min()), float(everything.max())
    air = 0.08 * (high - low) or 0.1 * abs(high) or 1.0
    limits = (low - air, high + air)
    axes.set_xlim(limits)
    axes.set_ylim(limits)
    axes.plot(limits, limits, color=LIMIT, lw=1.0, zorder=1)
    axes.grid(visible=True, color=RULE, linewidth=0.7)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
        axis.set_major_formatter(FuncFormatter(lambda value, _: plain(value)))
    unit = f", {group.unit}" if group.unit else ""
    axes.set_xlabel(f"observed{unit}", labelpad=3)
    count = len(group.rows)
    inside = float(np.mean(group.misses == 0.0))
    facts = (
        f"predicted{unit}",
        f"{count} row{'s' if count > 1 else ''}",
        f"{100 * inside:.0f} % inside",
        f"RMSE {group.root_mean_square_error:.2g}",
    )
    title = group.name[0].upper() + group.name[1:]
    note(axes, title, (0, 1), (EDGE - _LEFT, 20), color=INK, size=NAME, weight="bold")
    note(axes, "; ".join(facts), (0, 1), (EDGE - _LEFT, 6))


def _draw_rows(axes: Axes, group: Group) -> None:
    seen, thought = group.intervals
    for place, (row, x, y) in enumerate(
        zip(group.rows, group.observed, group.predicted, strict=True)
    ):
        unseen = row.role == "validation"
        color = _UNSEEN if unseen else _FITTED
        fill = color if unseen else "white"
        axes.plot(seen[:, place], [y, y], color=color, lw=0.8, alpha=0.55, zorder=2)
        axes.plot([x, x], thought[:, place], color=color, lw=0.8, alpha=0.55, zorder=2)
        axes.plot([x], [y], "o", ms=5, mew=1.2, mec=color, mfc=fill, zorder=3)


def _name_misses(axes: Axes, group: Group) -> None:
    """Write the trial beside its point where the prediction misses most, if there is room."""
    low, high = axes.get_xlim()
    side, _ = size_in_points(axes)
    x, y, (left, right), (bottom, top) = (
        (values - low) * side / (high - low)
        for values in (group.observed, group.predicted, *group.intervals)
    )
    lines = [Box(*box) for box in zip(left, y - 1, right, y + 1, strict=True)]
    lines += [Box(*box) for box in zip(x - 1, bottom, x + 1, top, strict=True)]
    points = [(float(across), float(up)) for across, up in zip(x, y, strict=True)]
    room = Room(Box(0.0, 0.0, side, side), points, lines)
    worst = [int(place) for place in np.argsort(-group.misses, kind="stable")[:_MOST_NAMES]]
    for place in worst:
        name = group.rows[place].trial
        if group.misses[place] > 0 and (box := room.take_beside(points[place], name)):
            note(axes, name, (0, 0), (box.left, box.bottom + 2), color=INK, zorder=4)
