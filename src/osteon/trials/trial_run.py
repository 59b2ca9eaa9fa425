"""A virtual trial as a run that survives: its chunks as shards, which any machine may compute.

The summary of the run holds the percent change since month 0 of every endpoint at every visit, arm
by arm, of those who were there. Statistics of the trial come from the rows in its shards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from osteon.language.described import Described
from osteon.people.endpoint import DXA_ENDPOINTS
from osteon.runs.layout import PARQUET, Layout
from osteon.runs.task import Array, Column
from osteon.runs.versions import versions
from osteon.trials.schedule import column
from osteon.trials.virtual_trial import VirtualTrial

_BESIDE = {"participants", "population", "eligible"}


@dataclass(frozen=True)
class ArmChange(Column):
    """The percent change of an endpoint in an arm.

    Attributes
    ----------
    arm:
        Whose rows count.
    begin, later:
        The two measurements, as the rows have them; who was not there for the later does not count.
    """

    arm: str
    begin: str
    later: str

    def of(self, table: pa.Table) -> Array:
        """Return the change of everyone who was measured, shape (people,)."""
        there = pc.and_(pc.equal(table["arm"], self.arm), pc.is_valid(table[self.later]))
        rows = table.filter(there)
        begin, later = (rows[name].to_numpy() for name in (self.begin, self.later))
        return np.asarray(100.0 * (later / begin - 1.0))


@dataclass(frozen=True)
class TrialRun:
    """The task of a run that carries out a virtual trial; see `osteon.runs.task.Task`."""

    design: VirtualTrial

    @property
    def chunks(self) -> int:
        """Return how many chunks there are."""
        return self.design.chunks

    @property
    def people(self) -> int:
        """Return how many people there are in all arms together."""
        return sum(map(self.design.people_in, self.design.trial.arms))

    @cached_property
    def columns(self) -> tuple[ArmChange, ...]:
        """Return a column for each arm, endpoint and visit after month 0."""
        return tuple(self._columns())

    @property
    def layout(self) -> Layout:
        """Return that each chunk is a table of its own."""
        return PARQUET

    def describe(self) -> dict[str, Any]:
        """Return all that the rows depend on but the program itself; no more of the trial."""
        design, trial = self.design, self.design.trial

        def written(part: Described) -> Any:
            return part.model_dump(mode="json", exclude_defaults=True, exclude=_BESIDE)

        return {
            "kind": "virtual trial",
            "usual": written(trial.usual),
            "arms": {
                arm: {
                    "people": design.people_in(arm),
                    "population": written(trial.population_of(arm)),
                    "eligible": written(trial.eligible_of(arm)),
                    "treatment": written(trial.treatment_of(arm)),
                }
                for arm in trial.arms
            },
            "visits": design.visits.tolist(),
            "endpoints": list(design.endpoints),
            "seed": design.seed,
            "chunk_size": design.chunk_size,
        }

    def versions(self) -> dict[str, str]:
        """Return the program, the fitted layer and the engine."""
        return versions()

    def compute(self, index: int) -> pa.Table:
        """Return the rows of a chunk, one for each person and arm."""
        return self.design.compute(index)

    def _columns(self) -> Iterator[ArmChange]:
        for arm in self.design.trial.arms:
            for endpoint in self.design.endpoints:
                begin, width = column(endpoint, 0.0), 0.01 if endpoint in DXA_ENDPOINTS else 0.1
                for later in (column(endpoint, day) for day in self.design.visits):
                    yield ArmChange(f"{arm}: {later}", "%", width, arm, begin, later)
