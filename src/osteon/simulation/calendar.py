"""What happens when: intervals of constant inputs, and doses that fall at their beginnings.

Inputs and doses are additions to what is usual, so several plans simply add up and their order does
not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.model.model import Model
from osteon.model.roster import Key

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Span:
    """An input raised by `value` (one for all, or one a person) from `begin` until `end` (days)."""

    key: Key
    value: float | Array
    begin: float
    end: float


@dataclass(frozen=True)
class Dose:
    """A state raised by `amount` at `time` (days)."""

    key: Key
    amount: float
    time: float


@dataclass(frozen=True, eq=False)
class Calendar:
    """Intervals with their inputs, for many people at once.

    Attributes
    ----------
    changes:
        Beginnings of the intervals in days, shape (intervals,); the first is minus infinity.
    inputs:
        Inputs in each interval, shape (1 or people, intervals, inputs).
    doses:
        What is added to the states at each beginning, shape (intervals, states).
    """

    changes: Array
    inputs: Array
    doses: Array

    @classmethod
    def of(
        cls, model: Model, usual: Array, spans: Iterable[Span] = (), doses: Iterable[Dose] = ()
    ) -> Calendar:
        """Lay spans and doses over the usual inputs.

        Parameters
        ----------
        usual:
            Usual inputs, shape (1 or people, inputs).
        """
        spans, doses = list(spans), list(doses)
        times = {span.begin for span in spans} | {span.end for span in spans}
        times |= {dose.time for dose in doses}
        changes = np.array([-np.inf, *sorted(time for time in times if np.isfinite(time))])
        levels = np.repeat(usual[:, None, :], len(changes), axis=1)
        added = np.zeros((len(changes), len(model.states)))
        place = {key: index for index, key in enumerate(model.inputs)}
        state = {key: index for index, key in enumerate(model.states)}
        for span in spans:
            covered = (changes >= span.begin) & (changes < span.end)
            levels[:, covered, place[span.key]] += np.reshape(span.value, (-1, 1))
        for dose in doses:
            added[np.searchsorted(changes, dose.time), state[dose.key]] += dose.amount
        return cls(changes, levels, added)

    def beside(self, other: Calendar) -> Calendar:
        """Return both calendars as one: inputs and doses of this one, then those of the other."""
        changes = np.union1d(self.changes, other.changes)
        (inputs, doses), (more, further) = (one._laid_over(changes) for one in (self, other))
        return Calendar(
            changes, np.concatenate([inputs, more], -1), np.concatenate([doses, further], -1)
        )

    def _laid_over(self, changes: Array) -> tuple[Array, Array]:
        """Return inputs and doses at more changes than there are."""
        doses = np.zeros((len(changes), self.doses.shape[1]))
        doses[np.searchsorted(changes, self.changes)] = self.doses
        place = np.searchsorted(self.changes, changes, side="right") - 1
        return self.inputs[:, place, :], doses

    def intervals_at(self, times: Sequence[float] | Array) -> NDArray[np.int64]:
        """Return the interval that led to each time, shape (times,)."""
        return np.maximum(np.searchsorted(self.changes, np.asarray(times), side="left") - 1, 0)

    def inputs_at(self, times: Sequence[float] | Array) -> Array:
        """Return the inputs that led to each time, shape (1 or people, times, inputs)."""
        return self.inputs[:, self.intervals_at(times), :]
