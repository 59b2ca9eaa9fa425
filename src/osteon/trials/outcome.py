"""What a virtual trial found: changes, differences, fractures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from osteon.errors import UnknownNameError
from osteon.people.layer import current_layer
from osteon.trials.changes import Change, Difference, percent_change
from osteon.trials.events import FRACTURES
from osteon.trials.hazard_ratio import HazardRatio, hazard_ratio
from osteon.trials.incidence import Incidence, incidence_of
from osteon.trials.notes import notes_of
from osteon.trials.schedule import column, months
from osteon.trials.virtual_trial import SCREENING, VirtualTrial

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Screening:
    """Who was looked at.

    Attributes
    ----------
    candidates, enrolled:
        How many were drawn, and how many of them took part; people of several arms count once.
    implausible:
        How many left each published range at month 0 and were replaced.
    """

    candidates: int
    enrolled: int
    implausible: dict[str, int]


@dataclass(frozen=True, eq=False)
class TrialOutcome:
    """A virtual trial that was carried out.

    Attributes
    ----------
    design:
        What was simulated.
    table:
        A row for each person and arm, as `VirtualTrial.compute` has them.
    versus:
        The arm that the others are compared with.
    screening:
        Who was looked at.
    """

    design: VirtualTrial
    table: pa.Table
    versus: str
    screening: Screening

    def __repr__(self) -> str:
        people = ", ".join(f"{self.design.people_in(arm)} in '{arm}'" for arm in self.arms)
        return f"<TrialOutcome of '{self.design.trial.trial}': {people}>"

    @property
    def arms(self) -> tuple[str, ...]:
        """Return the names of the arms."""
        return tuple(self.design.trial.arms)

    @property
    def months(self) -> tuple[float, ...]:
        """Return the months of visits after month 0."""
        return tuple(months(self.design.visits))

    @property
    def layer(self) -> str | None:
        """Return the name of the fitted layer whose typical parameters people have."""
        layer = current_layer()
        return None if layer is None else layer.name

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what limits the numbers."""
        return notes_of(self.design, self.screening.implausible)

    @property
    def compared(self) -> tuple[str, ...]:
        """Return the arms that are compared with the one that stands for comparison."""
        return tuple(arm for arm in self.arms if arm != self.versus)

    def column(self, arm: str, name: str) -> Array:
        """Return a column of an arm's people as numbers, NaN where it is empty.

        Raises
        ------
        UnknownNameError
            If there is no such arm or column; names the nearest.
        """
        columns = self._columns(arm)
        if name not in columns:
            raise UnknownNameError.of("column", name, columns)
        return columns[name]

    def percent(self, arm: str, endpoint: str, day: float) -> Array:
        """Return everyone's percent change since month 0, NaN where she had left.

        Raises
        ------
        UnknownNameError
            If there is no such arm, or the endpoint was not measured on that day.
        """
        baseline = self.column(arm, column(endpoint, 0.0))
        return percent_change(self.column(arm, column(endpoint, day)), baseline)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Return the change of every endpoint at every visit in every arm."""
        return tuple(
            Change.of(arm, endpoint, month, self.percent(arm, endpoint, day))
            for endpoint in self.design.endpoints
            for day, month in self._visits()
            for arm in self.arms
        )

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Return the difference of every endpoint at every visit between the arms."""
        found = (
            Difference.between(
                arm,
                self.versus,
                endpoint,
                month,
                self.percent(arm, endpoint, day),
                self.percent(self.versus, endpoint, day),
            )
            for endpoint in self.design.endpoints
            for day, month in self._visits()
            for arm in self.compared
        )
        return tuple(one for one in found if one is not None)

    @cached_property
    def incidences(self) -> tuple[Incidence, ...]:
        """Return fractures of every kind in every arm."""
        return tuple(
            incidence_of(arm, kind, *self._events(arm, kind), self.column(arm, "died"))
            for kind in FRACTURES
            for arm in self.arms
        )

    @cached_property
    def ratios(self) -> tuple[HazardRatio, ...]:
        """Return hazard ratios of every kind of fracture, where both arms have some."""
        found = (
            hazard_ratio(
                arm, self.versus, kind, self._events(arm, kind), self._events(self.versus, kind)
            )
            for kind in FRACTURES
            for arm in self.compared
        )
        return tuple(one for one in found if one is not None)

    def to_pandas(self) -> pd.DataFrame:
        """Return the table of people, a row for each person and arm."""
        frame: pd.DataFrame = self.table.to_pandas()
        return frame

    def _visits(self) -> Iterator[tuple[float, float]]:
        yield from zip(self.design.visits, months(self.design.visits), strict=True)

    def _events(self, arm: str, kind: str) -> tuple[Array, Array]:
        return self.column(arm, f"{kind}_month"), self.column(arm, "followed_month")

    @cached_property
    def _by_arm(self) -> dict[str, dict[str, Array]]:
        return {}

    def _columns(self, arm: str) -> dict[str, Array]:
        if arm not in self._by_arm:
            if arm not in self.arms:
                raise UnknownNameError.of("arm", arm, self.arms)
            import pyarrow.compute as pc

            rows = self.table.filter(pc.equal(self.table["arm"], arm)).drop_columns(["arm"])
            self._by_arm[arm] = {
                name: rows[name].cast("float64").to_numpy() for name in rows.column_names
            }
        return self._by_arm[arm]


def screening_of(tables: list[pa.Table]) -> Screening:
    """Return who was looked at in all chunks."""
    found: list[dict[str, Any]] = [json.loads(one.schema.metadata[SCREENING]) for one in tables]
    names = dict.fromkeys(name for one in found for name in one["implausible"])
    return Screening(
        sum(one["candidates"] for one in found),
        sum(one["enrolled"] for one in found),
        {name: sum(one["implausible"].get(name, 0) for one in found) for name in names},
    )
