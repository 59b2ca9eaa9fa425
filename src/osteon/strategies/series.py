"""One endpoint over time: every possible course of it, and the middle and the limits of them all.

    median      half of the weight of all members lies below
    low, high   the central 95 % of it

The weights of the members are equal until a measurement has spoken for some of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError
from osteon.people.weighted import weighted_quantiles, widened

Array = NDArray[np.float64]
_SHARES = (0.5, 0.025, 0.975)
_HALF = 0.5


class Summary(NamedTuple):
    """The middle and the limits of the central 95 %."""

    median: float
    low: float
    high: float


class _Limits(NamedTuple):
    """The middle and the limits at every month."""

    median: Array
    low: Array
    high: Array


@dataclass(frozen=True, eq=False)
class Series:
    """An endpoint, or any quantity of the model, over the months of a forecast.

    Attributes
    ----------
    name:
        The endpoint, such as `bmd_lumbar_spine`.
    unit:
        The unit of all its numbers; '' for a plain number.
    months:
        Output times in months, shape (times,).
    values:
        What every member of the ensemble shows, shape (members, times).
    weights:
        How much each member counts, shape (members,), one in sum.
    """

    name: str
    unit: str
    months: Array
    values: Array
    weights: Array

    def __repr__(self) -> str:
        first, last = self.at(float(self.months[0])), self.at(float(self.months[-1]))
        return (
            f"<{self.name}: {first.median:.4g} to {last.median:.4g} "
            f"({last.low:.4g} to {last.high:.4g}) {self.unit} in {self.months[-1]:g} months>"
        )

    @property
    def median(self) -> Array:
        """Return the middle of all members, shape (times,)."""
        return self._limits.median

    @property
    def low(self) -> Array:
        """Return the lower limit of the central 95 %, shape (times,)."""
        return self._limits.low

    @property
    def high(self) -> Array:
        """Return the upper limit of the central 95 %, shape (times,)."""
        return self._limits.high

    @property
    def mean(self) -> Array:
        """Return the mean over all members, shape (times,): of a probability, what to expect."""
        return np.asarray(self.weights @ self.values)

    @property
    def change(self) -> Series:
        """Return the change of every member from its own month 0, in percent."""
        return replace(self, unit="%", values=100.0 * (self.values / self.values[:, :1] - 1.0))

    def at(self, month: float) -> Summary:
        """Return middle and limits at a month (at the nearest month there is).

        Raises
        ------
        InputError
            If it lies outside the months of the series.
        """
        place = self._place(month)
        return Summary(*self._middle_and_limits(self.values[:, [place]])[:, 0].tolist())

    def __iter__(self) -> Iterator[Summary]:
        """Yield middle and limits of every month."""
        limits = (row.tolist() for row in self._limits)
        return map(Summary, *limits)

    def minus(self, other: Series) -> Series:
        """Return what each member shows here minus what the same member shows there."""
        return replace(self, values=self.values - other.values)

    def share_above(self, limit: float, month: float) -> float:
        """Return the weight of the members above a limit at a month, 0 to 1."""
        place = self._place(month)
        return _share(self.weights[self.values[:, place] > limit])

    def share_below(self, limit: float, month: float) -> float:
        """Return the weight of the members below a limit at a month, 0 to 1."""
        place = self._place(month)
        return _share(self.weights[self.values[:, place] < limit])

    def _place(self, month: float) -> int:
        first, last = float(self.months[0]), float(self.months[-1])
        if not first - _HALF <= month <= last + _HALF:
            raise InputError(f"month {month:g} is not within {first:g} to {last:g}")
        return int(np.argmin(np.abs(self.months - month)))

    @cached_property
    def _limits(self) -> _Limits:
        return _Limits(*self._middle_and_limits(self.values))

    def _middle_and_limits(self, values: Array) -> Array:
        """Return median, low and high of some months, shape (3, months)."""
        return weighted_quantiles(values, self.weights, widened(_SHARES, self.weights))


def _share(weights: Array) -> float:
    """Return how much members weigh together; rounding makes no more than all of them."""
    return min(float(weights.sum()), 1.0)
