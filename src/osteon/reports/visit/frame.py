"""From months and values to places on a drawing, and round values for its scales."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Point = tuple[float, float]
Span = tuple[float, float]
_YEARS_FROM = 36.0


@dataclass(frozen=True)
class Frame:
    """A drawing 260 wide and 150 high, with room for a title and two scales.

    Attributes
    ----------
    months:
        The last month.
    low, high:
        The lowest and the highest value.
    """

    months: float
    low: float
    high: float
    width: float = 260.0
    height: float = 150.0
    left: float = 30.0

    @property
    def right(self) -> float:
        """Return where the last month is."""
        return self.width - 8.0

    @property
    def each(self) -> float:
        """Return in what time is counted, in months: years, or months where they are few."""
        return 12.0 if self.months > _YEARS_FROM else 1.0

    @property
    def unit(self) -> str:
        """Return the name of that unit."""
        return "years" if self.months > _YEARS_FROM else "months"

    def across(self, month: float) -> float:
        """Return how far to the right a month is."""
        return self.left + (self.right - self.left) * month / self.months

    def up(self, value: float) -> float:
        """Return how far down a value is."""
        return 22.0 + (self.height - 42.0) * (self.high - value) / (self.high - self.low)

    def at(self, point: Point) -> Point:
        """Return the place of a month and a value."""
        return self.across(point[0]), self.up(point[1])

    def line(self, months: Array, values: Array) -> list[str]:
        """Return the points of a course as SVG writes them."""
        return [
            f"{self.across(float(month)):.1f},{self.up(float(value)):.1f}"
            for month, value in zip(months, values, strict=True)
        ]


def ticks(low: float, high: float) -> list[float]:
    """Return three to seven round values."""
    rough = (high - low) / 5
    size = 10 ** math.floor(math.log10(rough))
    step = next(one * size for one in (1, 2, 5, 10) if one * size >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [round(step * place, 9) for place in range(first, math.floor(high / step + 1e-9) + 1)]
