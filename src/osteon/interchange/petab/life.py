"""The life of a typical participant as a few numbers: levels of inputs, and doses in a row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError
from osteon.model.roster import Key
from osteon.people.typical_arm import TypicalArm

Array = NDArray[np.float64]
_SAME = 1e-6


@dataclass(frozen=True)
class Doses:
    """So much, from a day on, every so many days, so many times."""

    amount: float
    first: float
    every: float
    count: int


@dataclass(frozen=True, eq=False)
class Life:
    """One typical participant from her run-in on.

    Attributes
    ----------
    name:
        Trial and arm.
    arm:
        Who she is and what she does.
    """

    name: str
    arm: TypicalArm

    @cached_property
    def start(self) -> float:
        """Return the day on which her run-in begins; month 0 is day 0."""
        return float(self.arm.cohort.begin(self.arm.calendar)[1][0])

    @property
    def age(self) -> float:
        """Return her age on that day, in days."""
        return float(self.arm.cohort.ages[0]) + self.start

    @property
    def parameters(self) -> Array:
        """Return her parameters, shape (parameters,)."""
        parameters: Array = self.arm.cohort.parameters[0]
        return parameters

    @cached_property
    def levels(self) -> tuple[tuple[float, Array], ...]:
        """Return days from which her inputs have levels; the first is that of her run-in."""
        calendar = self.arm.calendar
        begun = int(np.searchsorted(calendar.changes, self.start, side="right")) - 1
        found = [(self.start, calendar.inputs[0, begun])]
        for day, level in zip(
            calendar.changes[begun + 1 :], calendar.inputs[0, begun + 1 :], strict=True
        ):
            if not np.array_equal(level, found[-1][1]):
                found.append((float(day), level))
        return tuple(found)

    @cached_property
    def doses(self) -> dict[Key, Doses]:
        """Return the doses that add to each state.

        Raises
        ------
        InputError
            If they are not of one size and equally far apart.
        """
        calendar, found = self.arm.calendar, {}
        for key, given in zip(self.arm.cohort.model.states, calendar.doses.T, strict=True):
            on = np.flatnonzero((given > 0.0) & (calendar.changes >= self.start))
            if not len(on):
                continue
            days, amounts = calendar.changes[on], given[on]
            apart = np.diff(days)
            if np.ptp(amounts) > _SAME or (len(apart) and np.ptp(apart) > _SAME):
                raise InputError(f"{self.name}: doses of {key} are not alike and equally far apart")
            every = float(apart[0]) if len(apart) else 1.0
            found[key] = Doses(float(amounts[0]), float(days[0]), every, len(on))
        return found
