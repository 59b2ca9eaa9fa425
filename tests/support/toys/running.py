"""Run the toys: from given levels, through spans and doses, to given times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.calendar import Calendar, Dose, Span
from osteon.simulation.solve import TOLERANCE, reference_of, solve
from osteon.simulation.trajectory import Trajectory


def run_toy(
    toy: Model,
    times: Sequence[float] | np.ndarray,
    *,
    spans: Iterable[Span] = (),
    doses: Iterable[Dose] = (),
    people: int = 1,
    start: float = 0.0,
    tolerance: float = TOLERANCE,
    cores: int | None = None,
    **levels: float,
) -> Trajectory:
    """Return the toys' course; `levels` replace reference states, for everyone."""
    parameters = np.tile(np.array(toy.table.values), (people, 1))
    begin, inputs = reference_of(toy, parameters)
    for name, level in levels.items():
        begin[:, toy.states.index(Key(name))] = level
    calendar = Calendar.of(toy, inputs, spans, doses)
    starts = np.full(people, start)
    return solve(toy, begin, parameters, starts, calendar, times, tolerance, cores)
