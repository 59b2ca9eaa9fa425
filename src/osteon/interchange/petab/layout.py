"""What differs between conditions, as constants of one model: the columns of the condition table.

level       of each input that differs, at the beginning and after each change
doses       amount, first, every, count, in the first life and in the second
times       when changes count from, when the other arm is told, when she begins again
person      what a population says of its people: a value, or a share of a value that is estimated
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from osteon.interchange.petab.condition import Condition
from osteon.interchange.sbml.identifiers import id_of_parameter, id_of_quantity
from osteon.model.model import Model
from osteon.model.roster import Key

Array = NDArray[np.float64]
NEVER = 1e7
"""In days: later than any end."""

AGE_AT_START, COUNTED, TOLD, AGAIN = "age_at_start", "counted_at", "told_at", "begins_again_at"
LIVES = ("", "again_")
PARTS = {"dose": "", "first": "day", "every": "day", "count": "dimensionless"}


def change_at(place: int) -> str:
    """Return the constant that says when inputs change for the n-th time."""
    return f"change_{place}_at"


def level_id(key: Key, place: int) -> str:
    """Return the constant that says the level of an input after the n-th change."""
    return f"{id_of_quantity(key)}_level_{place}"


def dose_id(key: Key, life: str, part: str) -> str:
    """Return the constant that says a part of the doses in a life."""
    return f"{id_of_quantity(key)}_{life}{part}"


def share_id(column: str) -> str:
    """Return the constant that multiplies a parameter which is estimated."""
    return f"{id_of_parameter(column)}_share"


@dataclass(frozen=True, eq=False)
class Layout:
    """The constants that conditions set.

    Attributes
    ----------
    typical:
        Parameters of the typical person, shape (parameters,).
    free:
        The parameters that are estimated.
    """

    model: Model
    typical: Array
    free: tuple[str, ...]
    conditions: Sequence[Condition]

    @cached_property
    def changes(self) -> int:
        """Return how often inputs change at most."""
        return max((len(one.levels()[1]) for one in self.conditions), default=0)

    @cached_property
    def inputs(self) -> tuple[tuple[int, Key], ...]:
        """Return the inputs that differ between conditions or change, each with its place."""
        levels = np.array([level for one in self.conditions for level in _all_levels(one)])
        differ = np.ptp(levels, axis=0) > 0.0
        return tuple(found for found in enumerate(self.model.inputs) if differ[found[0]])

    @cached_property
    def dosed(self) -> tuple[Key, ...]:
        """Return the states that receive doses."""
        found = {key for one in self.conditions for part in one.doses() for key in part}
        return tuple(key for key in self.model.states if key in found)

    @cached_property
    def shares(self) -> tuple[str, ...]:
        """Return the estimated parameters of which a population has a share."""
        return tuple(name for name in self._personal if name in self.free)

    @cached_property
    def stated(self) -> tuple[str, ...]:
        """Return the parameters that a population states."""
        return tuple(name for name in self._personal if name not in self.free)

    @cached_property
    def _personal(self) -> tuple[str, ...]:
        rows = np.array([one.life.parameters for one in self.conditions])
        differ = (np.abs(rows - self.typical) > 0.0).any(axis=0)
        return tuple(np.array(self.model.table.columns)[differ].tolist())

    def values_of(self, condition: Condition) -> dict[str, float]:
        """Return the row of a condition."""
        return dict(self._values(condition))

    def _values(self, condition: Condition) -> Iterator[tuple[str, float]]:
        yield AGE_AT_START, condition.life.age
        first, second = condition.counted()
        yield COUNTED, first
        yield f"{COUNTED}_again", NEVER if second is None else second
        yield TOLD, NEVER if (told := condition.told()) is None else told
        yield AGAIN, NEVER if condition.again is None else condition.again
        begun, later = condition.levels()
        for place, key in self.inputs:
            yield level_id(key, 0), float(begun[place])
        for number in range(1, self.changes + 1):
            when, level = later[number - 1] if number <= len(later) else (NEVER, begun)
            yield change_at(number), when
            for place, key in self.inputs:
                yield level_id(key, number), float(level[place])
        yield from self._doses(condition)
        row = condition.life.parameters
        for name in self.stated:
            yield id_of_parameter(name), float(row[self.model.table.column(name)])
        for name in self.shares:
            column = self.model.table.column(name)
            yield share_id(name), float(row[column] / self.typical[column])

    def _doses(self, condition: Condition) -> Iterator[tuple[str, float]]:
        for life, given in zip(LIVES, condition.doses(), strict=True):
            for key in self.dosed:
                one = given.get(key)
                numbers = (
                    (0.0, NEVER, 1.0, 0.0)
                    if one is None
                    else (one.amount, one.first, one.every, float(one.count))
                )
                for part, number in zip(PARTS, numbers, strict=True):
                    yield dose_id(key, life, part), number


def _all_levels(condition: Condition) -> list[Array]:
    begun, later = condition.levels()
    return [begun, *(level for _, level in later)]
