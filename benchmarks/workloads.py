"""What is timed: people at month 0, a calendar, and the months that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.language import Strategy
from osteon.model.library import standard
from osteon.model.model import Model
from osteon.people.cohort import Cohort
from osteon.people.draw import typical, vary_between_people
from osteon.people.layer import current_layer
from osteon.people.plan import Plan
from osteon.simulation.calendar import Calendar
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

Array = NDArray[np.float64]
_INHIBITOR = "anastrozole 1 mg daily for 5 years"
_MIXED: tuple[Sequence[str], ...] = (
    (),
    (_INHIBITOR,),
    (_INHIBITOR, "risedronate 35 mg weekly for 3 years"),
    (_INHIBITOR, "denosumab 60 mg every 6 months for 3 years"),
    ("denosumab 60 mg every 6 months for 5 years",),
    ("zoledronic acid 5 mg every 12 months for 3 years",),
    ("tamoxifen 20 mg daily for 5 years",),
    ("raloxifene 60 mg daily for 5 years",),
)


@dataclass(frozen=True, eq=False)
class Workload:
    """People at month 0 with a calendar.

    Attributes
    ----------
    begin:
        States at month 0, shape (people, states).
    times:
        Months that are asked for, in days.
    """

    model: Model
    parameters: Array
    begin: Array
    calendar: Calendar
    times: Array

    def __len__(self) -> int:
        return len(self.begin)

    def first(self, count: int) -> Workload:
        """Return the first `count` people."""
        inputs = self.calendar.inputs[:count]
        calendar = Calendar(self.calendar.changes, inputs, self.calendar.doses)
        return Workload(
            self.model, self.parameters[:count], self.begin[:count], calendar, self.times
        )


@dataclass(frozen=True)
class Women:
    """Different women of 62 years at month 0, run in from before menopause."""

    cohort: Cohort
    begin: Array

    @classmethod
    def drawn(cls, people: int, seed: int = 1) -> Women:
        """Draw women who differ in their parameters and in their age at menopause."""
        model = standard()
        rng = np.random.Generator(np.random.PCG64(seed))
        parameters = typical(model.table, current_layer(), people)
        parameters *= vary_between_people(model.table, people, seed)
        menopause = rng.normal(51, 3, people) * DAYS_PER_YEAR
        parameters[:, model.table.column("ovary.menopause_age")] = menopause
        cohort = Cohort(model, parameters, np.full(people, 62.0 * DAYS_PER_YEAR))
        calendar = Plan(Strategy(), Strategy()).calendar(model, cohort.usual_inputs(), 1.0)
        return cls(cohort, cohort.simulate(calendar, np.array([0.0]), 1e-6).states[:, 0])

    def taking(self, drugs: Sequence[str], years: int, first: int, until: int) -> Workload:
        """Return women `first` to `until` on these drugs for as many years."""
        model, parameters = self.cohort.model, self.cohort.parameters[first:until]
        some = Cohort(model, parameters, self.cohort.ages[first:until])
        plan = Plan(Strategy(), Strategy.model_validate({"drugs": list(drugs)}))
        calendar = plan.calendar(model, some.usual_inputs(), years * DAYS_PER_YEAR)
        times = np.arange(0, 12 * years + 1) * DAYS_PER_MONTH
        return Workload(model, parameters, self.begin[first:until], calendar, times)


Make = Callable[[Women, int], list[Workload]]


def _one(drugs: Sequence[str], years: int) -> Make:
    return lambda women, count: [women.taking(drugs, years, 0, count)]


def _mixed(women: Women, count: int) -> list[Workload]:
    """Return an eighth of the women on each of eight plans."""
    edges = np.linspace(0, count, len(_MIXED) + 1).astype(int)
    return [
        women.taking(drugs, 10, first, until)
        for drugs, first, until in zip(_MIXED, edges[:-1], edges[1:], strict=True)
    ]


@dataclass(frozen=True)
class Task:
    """A workload by name, with how many people fast and slow engines are given."""

    make: Make
    fast: int
    slow: int

    def smaller(self) -> Task:
        """Return the task for a quick look."""
        return Task(self.make, max(self.fast // 4, 1), max(self.slow // 8, 1))


TASKS: Mapping[str, Task] = {
    "ten years, denosumab half-yearly on an inhibitor": Task(
        _one((_INHIBITOR, "denosumab 60 mg every 6 months for 5 years"), 10), 4096, 64
    ),
    "ten years, eight mixed calendars": Task(_mixed, 4096, 64),
    "two years, daily teriparatide": Task(
        _one(("teriparatide 20 ug daily for 2 years",), 2), 512, 8
    ),
    "ten years, one person": Task(_one((_INHIBITOR,), 10), 1, 1),
}
