"""A second scale inside the left edge of a panel: what a percent change comes to.

The same height reads as a percent change outside the edge and as a T-score, a density or a
concentration inside it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from osteon.plotting.style import LIMIT, alike
from osteon.plotting.writing import note

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_AIR = 0.03


class SecondScale(NamedTuple):
    """What a percent change comes to, and the way back.

    Attributes
    ----------
    name:
        The quantity or its unit, as written above the scale.
    value_of, change_of:
        The value of a percent change, and the percent change of a value.
    """

    name: str
    value_of: Callable[[float], float]
    change_of: Callable[[float], float]


def absolute(unit: str, today: float) -> SecondScale:
    """Return the scale of the value itself, given what it is today."""
    return SecondScale(
        unit,
        lambda change: today * (1.0 + change / 100.0),
        lambda value: 100.0 * (value / today - 1.0),
    )


def draw_second_scale(axes: Axes, scale: SecondScale) -> None:
    """Write the round values of a scale inside the left edge, each at its height."""
    from matplotlib.ticker import MaxNLocator

    low, high = (scale.value_of(change) for change in axes.get_ylim())
    lowest, highest = low + _AIR * (high - low), high - _AIR * (high - low)
    note(axes, scale.name, (0, 1), (19, 6))
    ticks = MaxNLocator(5, steps=[1, 2, 5, 10]).tick_values(low, high)
    values = [float(tick) for tick in ticks if lowest <= tick <= highest]
    look = {"xycoords": ("axes fraction", "data"), "va": "center"}
    for value, text in zip(values, alike(values), strict=True):
        height = scale.change_of(value)
        note(axes, text, (0, height), (5, 0), **look)
        transform = axes.get_yaxis_transform()
        axes.plot([0, 0.012], [height, height], color=LIMIT, lw=0.8, transform=transform)
