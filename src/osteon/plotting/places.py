"""Where a short note beside a level disturbs least: the place crossed by the fewest lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from osteon.plotting.curves import Curves
from osteon.plotting.style import QUIET, SMALL
from osteon.plotting.words import LETTER
from osteon.plotting.writing import size_in_points

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_AIR = 2.5
_STEPS = 7
_LINE, _EDGE = 4.0, 1.0


class Place(NamedTuple):
    """A rectangle in months and percent."""

    left: float
    right: float
    bottom: float
    top: float


def write_where_quiet(axes: Axes, curves: Curves, text: str, level: float) -> None:
    """Write a note beside a level, where it meets the fewest lines.

    Parameters
    ----------
    level:
        The percent change beside which it stands, above or below.
    """
    places = _candidates(axes, curves, text, level)
    low, high = axes.get_ylim()
    seen = [place for place in places if place.bottom >= low and place.top <= high]
    best = min(seen or places, key=lambda place: _disturbance(curves, place))
    middle = (best.bottom + best.top) / 2
    paper = {"facecolor": "white", "alpha": 0.6, "linewidth": 0, "pad": 0.6}
    axes.text(best.left, middle, text, va="center", size=SMALL, color=QUIET, zorder=3.5, bbox=paper)


def _candidates(axes: Axes, curves: Curves, text: str, level: float) -> list[Place]:
    across, up = size_in_points(axes)
    month, change = np.ptp(axes.get_xlim()) / across, np.ptp(axes.get_ylim()) / up
    width, height = len(text) * SMALL * LETTER * month, SMALL * 1.2 * change
    first, last = 2 * _AIR * month, curves.horizon - 2 * _AIR * month - width
    return [
        Place(float(left), float(left + width), bottom, bottom + height)
        for bottom in (level + _AIR * change, level - _AIR * change - height)
        for left in np.linspace(last, first, _STEPS)
    ]


def _disturbance(curves: Curves, place: Place) -> float:
    """Return how much of the lines and of the edges of the bands runs through a place."""
    total = 0.0
    for change in curves.changes:
        over = (change.months >= place.left) & (change.months <= place.right)
        for values, weight in ((change.median, _LINE), (change.low, _EDGE), (change.high, _EDGE)):
            hit = over & (values >= place.bottom) & (values <= place.top)
            total += weight * float(hit.sum())
    error = curves.error_of_one_measurement
    for month, value in curves.measured:
        beside = month < place.left or month > place.right
        if not beside and value - error <= place.top and value + error >= place.bottom:
            total += _LINE * len(curves.changes[0].months)
    return total
