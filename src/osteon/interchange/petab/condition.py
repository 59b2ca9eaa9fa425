"""A simulation condition: the life behind a row, or two lives where one arm is set against another.

Time counts from the beginning of the run-in. Of two lives the other arm's comes first, up to the
visit; what it has become is told, and the person begins again. What is done on the day of a visit
comes a moment after it, as everywhere in osteon.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.interchange.petab.life import Doses, Life
from osteon.model.roster import Key

Array = NDArray[np.float64]
MOMENT = 1e-3
"""In days: how long after a visit begins what is done on its day."""


@dataclass(frozen=True, eq=False)
class Condition:
    """What is simulated for some rows.

    Attributes
    ----------
    identifier, name:
        In PEtab's letters, and in words.
    life:
        Of the arm that is observed.
    since:
        The day from which its changes count.
    other:
        Of the arm that it is set against; None: of none.
    visit:
        The day on which the other arm is looked at.
    """

    identifier: str
    name: str
    life: Life
    since: float
    other: Life | None = None
    visit: float = 0.0

    @property
    def again(self) -> float | None:
        """Return when the person begins again; None if she lives once."""
        return None if self.other is None else self.visit - self.other.start + MOMENT

    def time(self, day: float) -> float:
        """Return the time of a day of the arm that is observed."""
        return (self.again or 0.0) + day - self.life.start

    def told(self) -> float | None:
        """Return when the other arm's change is told; None if there is no other."""
        return None if self.other is None else self.visit - self.other.start

    def counted(self) -> tuple[float, float | None]:
        """Return when, in the first life and in the second, what changes count from is stored."""
        if self.other is None:
            return self.time(self.since), None
        return self.since - self.other.start, self.time(self.since)

    def levels(self) -> tuple[Array, tuple[tuple[float, Array], ...]]:
        """Return the inputs at the beginning, and later levels with their times."""
        first = self.life if self.other is None else self.other
        return first.levels[0][1], tuple(self._changes())

    def doses(self) -> tuple[dict[Key, Doses], dict[Key, Doses]]:
        """Return what is dosed in the first life and in the second, in times."""
        if self.other is None:
            return _shifted(self.life, -self.life.start), {}
        return _shifted(self.other, -self.other.start), _shifted(self.life, self.time(0.0))

    def _changes(self) -> Iterator[tuple[float, Array]]:
        if self.other is not None and self.again is not None:
            for day, level in self.other.levels[1:]:
                if day < self.visit:
                    yield day - self.other.start + MOMENT, level
            yield self.again + MOMENT, self.life.levels[0][1]
        for day, level in self.life.levels[1:]:
            yield self.time(day) + MOMENT, level


def _shifted(life: Life, by: float) -> dict[Key, Doses]:
    return {
        key: Doses(one.amount, one.first + by + MOMENT, one.every, one.count)
        for key, one in life.doses.items()
    }
