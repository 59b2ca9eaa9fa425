"""A sheet: panels under one another, measured in points, with a title and the line at its foot.

The sheet is about 400 points wide, so that its letters keep their size on a page 400 pixels wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from osteon.plotting.style import INK, LINE_HEIGHT, QUIET, SMALL, TITLE, footer
from osteon.plotting.words import lines_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 410.0
EDGE = 10.0
_FOOT = 26.0
_SUBTITLE_LETTERS = 84


@dataclass(frozen=True)
class Slot:
    """Where axes go, in points: from the left edge and from the top of the panels."""

    left: float
    top: float
    width: float
    height: float


def sheet(
    title: str, subtitle: str, slots: Sequence[Slot], below: float
) -> tuple[Figure, list[Axes]]:
    """Return a figure with a head, a foot, and axes in the slots.

    Parameters
    ----------
    below:
        Room under the lowest slot for its labels, in points.
    """
    from matplotlib.figure import Figure

    lines = lines_of(subtitle, _SUBTITLE_LETTERS)
    head = 14 + TITLE * LINE_HEIGHT + len(lines) * SMALL * LINE_HEIGHT + 8
    height = head + max(slot.top + slot.height for slot in slots) + below + _FOOT
    figure = Figure(figsize=(WIDTH / 72, height / 72))
    write(figure, EDGE, height - 10, title, size=TITLE, weight="bold", color=INK)
    under = height - 10 - TITLE * LINE_HEIGHT - 4
    for number, line in enumerate(lines):
        bottom = under - number * SMALL * LINE_HEIGHT
        write(figure, EDGE, bottom, line, size=SMALL, color=QUIET)
    write(figure, EDGE, 10, footer(), size=SMALL - 0.5, color=QUIET, va="bottom")
    axes = [
        figure.add_axes(
            (
                slot.left / WIDTH,
                1 - (head + slot.top + slot.height) / height,
                slot.width / WIDTH,
                slot.height / height,
            )
        )
        for slot in slots
    ]
    return figure, axes


def write(figure: Figure, left: float, bottom: float, text: str, **look: Any) -> None:
    """Write on a figure at a place in points from its lower left corner."""
    width, height = figure.get_size_inches() * 72
    look = {"ha": "left", "va": "top", **look}
    figure.text(left / width, bottom / height, text, **look)
