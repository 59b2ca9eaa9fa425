"""Where a name finds room beside a point: off every point and name, and off most lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from osteon.plotting.style import SMALL
from osteon.plotting.words import LETTER

_STEP, _AIR, _DOT = 6.0, 3.0, 3.5
_CENTER = 0.5


class Box(NamedTuple):
    """A rectangle, in points."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Return whether two rectangles overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def within(self, other: Box) -> bool:
        """Return whether this rectangle lies inside another."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.bottom <= self.bottom and self.top <= other.top


class Room:
    """The room of a panel and what is taken of it.

    Parameters
    ----------
    panel:
        All of it.
    points:
        What no name may cover.
    lines:
        What a name covers only where nothing better is left.
    """

    def __init__(
        self, panel: Box, points: Sequence[tuple[float, float]], lines: Sequence[Box]
    ) -> None:
        self._panel = panel
        self._taken = [Box(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for x, y in points]
        self._lines = lines

    def take_beside(self, point: tuple[float, float], text: str) -> Box | None:
        """Take room for a name beside a point; None if there is none."""
        free = [box for box in _beside(point, text) if self._free(box)]
        if not free:
            return None
        best = min(free, key=lambda box: sum(box.meets(line) for line in self._lines))
        self._taken.append(best)
        return best

    def _free(self, box: Box) -> bool:
        return box.within(self._panel) and not any(box.meets(taken) for taken in self._taken)


def _beside(point: tuple[float, float], text: str) -> list[Box]:
    x, y = point
    width, height = len(text) * SMALL * LETTER, SMALL * 1.2
    lefts = (x + _STEP, x - _STEP - width)
    bottoms = (y - height * _CENTER, y + _AIR, y - height - _AIR)
    corners = [(left, bottom) for left in lefts for bottom in bottoms]
    corners += [(x - width * _CENTER, y + _STEP), (x - width * _CENTER, y - height - _STEP)]
    return [Box(left, bottom, left + width, bottom + height) for left, bottom in corners]
