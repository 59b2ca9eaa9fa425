"""Gradients: how every state and quantity depends on chosen parameters, exactly.

Slopes s = d state / d parameter follow s' = J s + d rate / d parameter along the steps that the
states take; J and the direct part are generated from the same equations. Ten parameters cost about
three plain runs instead of the twenty of central differences. The calendar is held fixed: inputs
and doses do not move with a parameter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.errors import SimulationError
from osteon.model.model import Model
from osteon.simulation.calendar import Calendar
from osteon.simulation.engine import VARIABLE, engine_name
from osteon.simulation.problem import Answer, Precision, Problem, Queue, Slopes
from osteon.simulation.quantity_slopes import partial_slopes
from osteon.simulation.solve import TOLERANCE, answered, problem_of, trajectory_of
from osteon.simulation.trajectory import Trajectory, key_of

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Gradient:
    """A course with its slopes.

    Attributes
    ----------
    course:
        The states of everyone over time.
    parameters:
        The parameters that slopes are taken by, as the model's table names them.
    slopes:
        d state / d parameter, shape (people, times, parameters, states).
    """

    course: Trajectory
    parameters: tuple[str, ...]
    slopes: Array

    def __getitem__(self, name: str) -> Array:
        """Return d quantity / d parameter, shape (people, times, parameters).

        The name is one that the course knows: `estradiol`, `bmd@lumbar_spine`.
        """
        course = self.course
        columns = tuple(course.model.table.column(one) for one in self.parameters)
        partial = partial_slopes(course.model, key_of(course.model, name), columns)
        given = course.states, course.parameters, course.inputs
        found = np.zeros(self.slopes.shape[:3])
        for place, slope in partial.by_parameter(*given).items():
            found[..., place] = slope
        for state, slope in partial.by_state(*given).items():
            found += np.asarray(slope)[..., None] * self.slopes[..., state]
        return found


def solve_gradient(
    model: Model,
    begin: Array,
    begin_slopes: Array,
    parameters: Array,
    starts: Array,
    calendar: Calendar,
    times: Sequence[float] | Array,
    names: Sequence[str],
    tolerance: float = TOLERANCE,
    cores: int | None = None,
) -> Gradient:
    """Integrate each person with her slopes; everything else is as in `solve`.

    Parameters
    ----------
    begin_slopes:
        d state / d parameter at the start, shape (people, parameters, states).
    names:
        Columns of the model's table: `mechanism.parameter`, with `@site` where sites differ. Each
        choice is compiled once and kept.

    Raises
    ------
    ParameterError
        If the model has no such parameter.
    SimulationError
        If no parameter is named, the engine in use is not the native one, or as in `solve`.
    """
    if not names:
        raise SimulationError("a gradient needs at least one parameter; none is named")
    if engine_name() != "native":
        raise SimulationError(
            f"gradients are followed by the native engine only, and {engine_name()} is in use; "
            f"install a C++ compiler (c++, g++ or clang++) and leave {VARIABLE} unset"
        )
    from osteon.simulation.native.kernel import native_kernel

    columns = tuple(model.table.column(name) for name in names)
    kernel = native_kernel(model, Precision.DOUBLE, columns)
    problem = problem_of(model, begin, parameters, starts, calendar, times, tolerance)
    people, states = problem.begin.shape
    shape = (people, len(columns), states)
    slopes = Slopes(
        np.ascontiguousarray(np.broadcast_to(begin_slopes, shape), dtype=float),
        np.empty((people, len(problem.outputs), *shape[1:])),
    )

    def integrate(asked: Problem, answer: Answer, queue: Queue) -> None:
        kernel.integrate(asked, answer, queue, slopes)

    answer = answered(model, problem, integrate, cores)
    return Gradient(trajectory_of(model, problem, answer, calendar), tuple(names), slopes.found)
