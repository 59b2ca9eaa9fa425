"""A virtual trial as chunks of people, each a function of trial, seed and index.

The arms hold the same people, who differ by treatment alone: person `i` has one constitution, one
luck with fractures, one patience, one error at each visit, in every arm.

    recruited    the first candidate for a place who is eligible and plausible
    followed     until she drops out, dies or the trial ends
    measured     at visits while she is followed, with the error of trials of many centers
    counted      fractures while she is followed

Assumes: typical parameters; what is not known of the typical person is not in a trial's numbers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError
from osteon.language.strategy import Strategy
from osteon.language.trial import Arm, Trial
from osteon.model.library import standard
from osteon.people.endpoint import key_of_endpoint
from osteon.people.measurement_error import error_in_trials
from osteon.people.plan import Plan
from osteon.people.population.people import People
from osteon.people.population.population import Population
from osteon.people.population.streams import Streams
from osteon.people.rescue import simulate_with_rescue
from osteon.people.survival import treats_breast_cancer
from osteon.simulation.trajectory import Trajectory
from osteon.trials.events import death_days, fracture_days, leaving_days
from osteon.trials.schedule import column, endpoints_of, simulated_days, visits_of
from osteon.vocabulary.units import DAYS_PER_MONTH

if TYPE_CHECKING:
    import pyarrow as pa

Array = NDArray[np.float64]
CHUNK_SIZE = 2048
USUAL_ARM = 500
SCREENING = b"screening"


@dataclass(frozen=True)
class VirtualTrial:
    """A trial to be simulated; immutable, and able to be sent to another process.

    Attributes
    ----------
    trial:
        Its design, or a published trial.
    people:
        How many people in each arm; None: as many as each arm has participants, or 500.
    seed:
        Draws them.
    chunk_size:
        People in a chunk; the last one may have fewer.
    """

    trial: Trial
    people: int | None = None
    seed: int = 1
    chunk_size: int = CHUNK_SIZE

    def people_in(self, arm: str) -> int:
        """Return how many people an arm has."""
        return self.people or self.trial.arms[arm].participants or USUAL_ARM

    @property
    def chunks(self) -> int:
        """Return how many chunks there are."""
        return -(-max(map(self.people_in, self.trial.arms)) // self.chunk_size)

    @cached_property
    def visits(self) -> Array:
        """Return the days of visits after month 0."""
        return visits_of(self.trial)

    @cached_property
    def endpoints(self) -> tuple[str, ...]:
        """Return what is measured at visits."""
        return endpoints_of(self.trial, standard())

    @property
    def strategies(self) -> tuple[Strategy, ...]:
        """Return what is usual and what each arm does."""
        return (self.trial.usual, *(self.trial.treatment_of(arm) for arm in self.trial.arms))

    def compute(self, index: int) -> pa.Table:
        """Return a chunk: a row for each person and arm.

        Columns are the arm, the person's number, traits at month 0, `followed_month`, `dropped_out`
        and `died`, the month of the first fracture of each kind (empty without one), and what was
        measured by endpoint and month (empty once she is gone). The metadata say who was screened.

        Raises
        ------
        InputError
            If the trial cannot be simulated, or hardly anybody is eligible.
        """
        import pyarrow as pa

        first = index * self.chunk_size
        if not 0 <= index < self.chunks:
            raise InputError(f"there is no chunk {index}; the last is {self.chunks - 1}")
        drawn: list[tuple[Any, People]] = []
        tables = []
        for arm in self.trial.arms:
            count = min(self.chunk_size, self.people_in(arm) - first)
            if count < 1:
                continue
            people = self._recruit(arm, Streams(self.seed, first, count), drawn)
            rows = self._rows(arm, people, Streams(self.seed, first, count))
            tables.append(pa.table(rows))
        screened = {
            "candidates": sum(people.looked_at for _, people in drawn),
            "enrolled": sum(len(people) for _, people in drawn),
            "implausible": _added([people.implausible for _, people in drawn]),
        }
        table = pa.concat_tables(tables)
        return table.replace_schema_metadata({SCREENING: json.dumps(screened)})

    def _recruit(self, arm: str, streams: Streams, drawn: list[tuple[Any, People]]) -> People:
        """Return the people of an arm: those of another arm, if all is the same up to month 0."""
        population = Population.of_arm(self.trial, arm, self.seed)
        before = Plan(self.trial.usual, _before(self.trial.treatment_of(arm)))
        told = (population, before, streams.count)
        for known, people in drawn:
            if known == told:
                return people
        people = population.people(streams.count, streams.first, before)
        drawn.append((told, people))
        return people

    def _rows(self, arm: str, people: People, streams: Streams) -> dict[str, Any]:
        treatment = self.trial.treatment_of(arm)
        days = simulated_days(self.visits)
        patience = streams.uniform("patience")
        plan = Plan(self.trial.usual, treatment)
        lived = simulate_with_rescue(people.cohort, plan, days, patience)
        ends = {
            "dropped_out": leaving_days(_share(treatment), streams),
            "died": death_days(
                people.traits.age, days, treats_breast_cancer(self.strategies), streams
            ),
        }
        followed = np.minimum(np.minimum(ends["dropped_out"], ends["died"]), days[-1])
        return {
            "arm": [arm] * len(people),
            "person": people.numbers,
            **people.columns,
            "followed_month": followed / DAYS_PER_MONTH,
            **{name: end <= followed for name, end in ends.items()},
            **_months(fracture_days(lived, streams), followed),
            **self._measured(lived, followed, streams),
        }

    def _measured(self, lived: Trajectory, followed: Array, streams: Streams) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for endpoint in self.endpoints:
            key = key_of_endpoint(lived.model, endpoint)
            assert key is not None
            values = lived.at(key)
            error = error_in_trials(endpoint) or 0.0
            for day in (0.0, *self.visits):
                place = int(np.argmin(np.abs(lived.times - day)))
                name = column(endpoint, day)
                off = np.exp(error * streams.normal(f"error {name}"))
                found[name] = _where(followed >= day, values[:, place] * off)
        return found


def _before(treatment: Strategy) -> Strategy:
    """Return what a treatment says of the time before month 0: drugs, and procedures."""
    drugs = tuple(drug for drug in treatment.drugs if drug.start < 0)
    procedures = tuple(one for one in treatment.procedures if one.at < 0)
    return Strategy(drugs=drugs, procedures=procedures)


def _share(arm: Strategy) -> float | None:
    leaving = arm.drop_out if isinstance(arm, Arm) else None
    return None if leaving is None else leaving.per_year


def _months(days: dict[str, Array], followed: Array) -> dict[str, Any]:
    return {
        f"{kind}_month": _where(day <= followed, day / DAYS_PER_MONTH) for kind, day in days.items()
    }


def _where(there: NDArray[np.bool_], values: Array) -> Any:
    """Return values, empty where they are not there."""
    import pyarrow as pa

    return pa.array(np.where(there, values, 0.0), mask=~there)


def _added(counts: list[Any]) -> dict[str, int]:
    names = dict.fromkeys(name for one in counts for name in one)
    return {name: sum(one.get(name, 0) for one in counts) for name in names}
