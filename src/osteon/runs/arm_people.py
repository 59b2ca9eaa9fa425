"""The people of one arm of a trial, as many as asked for, each with her changes by some months.

Each chunk is a sample of the trial's population of its own, drawn from (seed, index); every chunk
meets the ages and T-scores that the trial states, as one simulated arm does.
Assumes: typical parameters; people differ by their between-person spread.
Leaves out: what is not known of the typical person, and measurement error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from osteon.language.described import Described
from osteon.language.trial import Trial
from osteon.model.library import standard
from osteon.people.arm import ArmSetting, simulate_arm
from osteon.people.draw import typical
from osteon.people.endpoint import key_of_endpoint
from osteon.people.layer import current_layer
from osteon.runs.layout import PARQUET, Layout
from osteon.runs.task import Column
from osteon.runs.versions import versions
from osteon.simulation.engine import engine_name
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH

CHUNK_SIZE, _OF_A_GPU = 2048, 32_768
BMD = tuple(f"bmd_{site}" for site in Site)
MARKERS = ("ctx", "ntx", "pinp", "bone_alp")
FRACTURES = ("fracture_vertebral", "fracture_hip", "fracture_nonvertebral", "fracture_clinical")
ENDPOINTS = (*BMD, *MARKERS, *FRACTURES)
Array = NDArray[np.float64]
_BESIDE = {"participants", "population", "eligible"}


def usual_chunk_size() -> int:
    """Return how many people are computed at once: a GPU stands idle with less."""
    return _OF_A_GPU if engine_name() == "cuda" else CHUNK_SIZE


@dataclass(frozen=True)
class ArmPeople:
    """Many people of one arm.

    Attributes
    ----------
    people:
        How many.
    months:
        When they are looked at, rising, after month 0.
    seed:
        Draws them; the same people for every arm of the trial.
    chunk_size:
        People in a chunk; the last one may have fewer.
    """

    trial: Trial
    arm: str
    people: int
    months: tuple[int, ...] = (12, 24, 60)
    seed: int = 1
    chunk_size: int = field(default_factory=usual_chunk_size)

    @property
    def chunks(self) -> int:
        """Return how many chunks there are."""
        return -(-self.people // self.chunk_size)

    @property
    def layout(self) -> Layout:
        """Return that each chunk is a table of its own."""
        return PARQUET

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return a column for each endpoint and month."""
        return tuple(
            self.column(endpoint, month) for endpoint in ENDPOINTS for month in self.months
        )

    def column(self, endpoint: str, month: int) -> Column:
        """Return the column of an endpoint: percent since month 0, or events among 100 people.

        Of fractures it is the cumulative hazard since month 0, in hundredths.
        """
        name = f"{endpoint}_month_{month}"
        if endpoint in FRACTURES:
            return Column(name, "per 100 people", 0.001)
        return Column(name, "%", 0.01 if endpoint in BMD else 0.1)

    def describe(self) -> dict[str, Any]:
        """Return all that the rows depend on but the program itself; no more of the trial."""

        def written(part: Described) -> Any:
            return part.model_dump(mode="json", exclude_defaults=True, exclude=_BESIDE)

        return {
            "kind": "people of an arm",
            "population": written(self.trial.population_of(self.arm)),
            "eligible": written(self.trial.eligible_of(self.arm)),
            "usual": written(self.trial.usual),
            "arm": written(self.trial.treatment_of(self.arm)),
            "people": self.people,
            "months": list(self.months),
            "seed": self.seed,
            "chunk_size": self.chunk_size,
        }

    def versions(self) -> dict[str, str]:
        """Return the program, the fitted layer and the engine."""
        return versions()

    def compute(self, index: int) -> pa.Table:
        """Return the rows of a chunk."""
        course = self.course(index, (0, *self.months))
        first = index * self.chunk_size
        rows: dict[str, Any] = {"person": np.arange(first, first + len(course.states))}
        return pa.table(rows | dict(self._columns_of(course)))

    def course(self, index: int, months: Sequence[int]) -> Trajectory:
        """Return what becomes of the people of a chunk, looked at in these months."""
        count = min(self.chunk_size, self.people - index * self.chunk_size)
        model = standard()
        seed = int(np.random.SeedSequence((self.seed, index)).generate_state(1)[0])
        times = DAYS_PER_MONTH * np.array(months, dtype=float)
        setting = ArmSetting(self.trial, self.arm, count, times, seed)
        return simulate_arm(model, setting, typical(model.table, current_layer(), 1))

    def _columns_of(self, course: Trajectory) -> Iterator[tuple[str, Array]]:
        for endpoint in ENDPOINTS:
            key = key_of_endpoint(course.model, endpoint)
            assert key is not None, f"the model has no {endpoint}"
            values = course.at(key)
            begin, later = values[:, :1], values[:, 1:]
            found = later - begin if endpoint in FRACTURES else later / begin - 1.0
            for place, month in enumerate(self.months):
                yield self.column(endpoint, month).name, 100.0 * found[:, place]
