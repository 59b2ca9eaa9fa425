"""An endpoint under every strategy, as percent change from today: the numbers behind a panel."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from osteon.errors import InputError
from osteon.people.measurement_error import least_significant_change, measurement_error
from osteon.people.scanner import measured_on
from osteon.plotting.shapes import Course, Forecast
from osteon.plotting.style import percent_with_limits

_CENTRAL_95 = 1.96
_YEAR = 12.0
_LONGEST_IN_MONTHS = 36.0


@dataclass(frozen=True)
class Curves:
    """An endpoint under every strategy.

    Attributes
    ----------
    forecast:
        What is drawn.
    endpoint:
        Its name, such as `bmd_total_hip`.
    """

    forecast: Forecast
    endpoint: str

    @cached_property
    def names(self) -> list[str]:
        """Return the names of the strategies."""
        return [outcome.strategy for outcome in self.forecast]

    @cached_property
    def levels(self) -> list[Course]:
        """Return the endpoint in its own unit, by strategy."""
        levels = [outcome[self.endpoint] for outcome in self.forecast]
        if not levels:
            raise InputError("the forecast holds no strategy to draw; simulate at least one")
        return levels

    @cached_property
    def changes(self) -> list[Course]:
        """Return the endpoint as percent change, by strategy."""
        return [level.change for level in self.levels]

    @property
    def today(self) -> float:
        """Return the median at month 0, in the endpoint's unit."""
        first = self.levels[0]
        return float(first.median[int(np.argmin(np.abs(first.months)))])

    @property
    def unit(self) -> str:
        """Return the endpoint's unit."""
        return self.levels[0].unit.replace("cm2", "cm²")

    @property
    def horizon(self) -> float:
        """Return the last month."""
        return float(self.levels[0].months[-1])

    @property
    def scale(self) -> tuple[float, str]:
        """Return in what time is counted, in months, and its name: years or months."""
        return (_YEAR, "years") if self.horizon > _LONGEST_IN_MONTHS else (1.0, "months")

    @property
    def scanner(self) -> str:
        """Return the maker of the person's scanner."""
        return self.forecast.case.person.scanner

    @property
    def measured(self) -> list[tuple[float, float]]:
        """Return the months and the percent changes of what was measured since today."""
        visits = self.forecast.case.measurements
        found = [(visit.month, measured_on(visit, self.scanner)) for visit in visits]
        return [
            (month, 100.0 * (values[self.endpoint] / self.today - 1.0))
            for month, values in found
            if self.endpoint in values
        ]

    @property
    def error_of_one_measurement(self) -> float:
        """Return how far 95 % of measurements lie from the truth at most, in percent."""
        return 100.0 * _CENTRAL_95 * (measurement_error(self.endpoint, self.scanner) or 0.0)

    def outlook(self, place: int) -> str:
        """Return the change at the horizon under one strategy, with its central 95 %."""
        change = self.changes[place]
        return percent_with_limits(
            float(change.median[-1]), float(change.low[-1]), float(change.high[-1])
        )

    @property
    def limits(self) -> tuple[float, float]:
        """Return the lowest and the highest percent change that must be seen."""
        reach = least_significant_change(self.endpoint, self.scanner) or 1.0
        values = [value for _, value in self.measured]
        lows = [float(change.low.min()) for change in self.changes]
        highs = [float(change.high.max()) for change in self.changes]
        return min(-reach, *values, *lows), max(reach, *values, *highs)


def common_limits(panels: list[Curves]) -> tuple[float, float]:
    """Return limits that hold all of some panels, with a little air, so that they compare."""
    low = min(panel.limits[0] for panel in panels)
    high = max(panel.limits[1] for panel in panels)
    air = 0.06 * (high - low)
    return low - air, high + air
