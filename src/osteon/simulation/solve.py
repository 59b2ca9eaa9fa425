"""Solve a model for many people on all cores; every success is checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from osteon.errors import SimulationError
from osteon.model.model import Model
from osteon.simulation.calendar import Calendar
from osteon.simulation.ending import heeding
from osteon.simulation.engine import kernel_of
from osteon.simulation.problem import Answer, Precision, Problem, Queue
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]
Integrate = Callable[[Problem, Answer, Queue], None]
"""Takes people from a queue until it is empty, and writes their answers."""

TOLERANCE = 1e-5
_STEP_LIMIT = 200_000
_WORDS = {
    1: "the step became too small for the tolerance",
    2: "too many steps were needed",
    3: "a value was not finite",
}


def reference_of(model: Model, parameters: Array) -> tuple[Array, Array]:
    """Return each person's reference states (people, states) and inputs (people, inputs)."""
    return kernel_of(model).start(parameters)


def solve(
    model: Model,
    begin: Array,
    parameters: Array,
    starts: Array,
    calendar: Calendar,
    times: Sequence[float] | Array,
    tolerance: float = TOLERANCE,
    cores: int | None = None,
    precision: Precision = Precision.DOUBLE,
) -> Trajectory:
    """Integrate each person from her own start over the calendar.

    Parameters
    ----------
    begin:
        States at the start, shape (people, states).
    parameters:
        Shape (people, parameters).
    starts:
        Start of each person in days, shape (people,).
    times:
        Output times in days, rising; an output at the time of a dose is read before it.
    tolerance:
        Relative error allowed in a step.
    precision:
        Single precision is about twice as fast, as exact down to a tolerance of 1e-5, and not
        portable.

    Raises
    ------
    SimulationError
        If output times do not rise, the engine does not have the precision, or a person's solve
        failed; names the person, the time and the quantity.
    EndedError
        If the work was ended from outside.
    """
    kernel = kernel_of(model, precision)
    problem = problem_of(model, begin, parameters, starts, calendar, times, tolerance)
    answer = answered(model, problem, kernel.integrate, cores)
    return trajectory_of(model, problem, answer, calendar)


def problem_of(
    model: Model,
    begin: Array,
    parameters: Array,
    starts: Array,
    calendar: Calendar,
    times: Sequence[float] | Array,
    tolerance: float,
) -> Problem:
    """Return what a kernel is asked.

    Raises
    ------
    SimulationError
        If output times do not rise.
    """
    outputs = np.ascontiguousarray(times, dtype=float)
    if not (len(outputs) and np.isfinite(outputs).all() and (np.diff(outputs) > 0).all()):
        raise SimulationError("output times must be finite and rise, and there must be one")
    return Problem(
        begin=np.ascontiguousarray(begin, dtype=float),
        parameters=np.ascontiguousarray(parameters, dtype=float),
        starts=np.ascontiguousarray(starts, dtype=float),
        changes=np.ascontiguousarray(calendar.changes, dtype=float),
        inputs=np.ascontiguousarray(calendar.inputs, dtype=float),
        doses=np.ascontiguousarray(calendar.doses, dtype=float),
        outputs=outputs,
        tolerance=tolerance,
        scale=_scale(model, calendar),
        limit=_STEP_LIMIT,
    )


def answered(
    model: Model,
    problem: Problem,
    integrate: Integrate,
    cores: int | None = None,
) -> Answer:
    """Integrate everyone on so many cores, all if not said.

    Raises
    ------
    SimulationError
        If a person's solve failed.
    EndedError
        If the work was ended from outside.
    """
    answer, people = Answer.to(problem), len(problem.begin)
    queue = Queue(people)
    threads = min(cores or os.cpu_count() or 1, max(people // 8, 1))
    with heeding(queue):
        _integrate(integrate, problem, answer, queue, threads)
    _check(model, answer)
    return answer


def trajectory_of(model: Model, problem: Problem, answer: Answer, calendar: Calendar) -> Trajectory:
    """Return an answer as the course of every state."""
    return Trajectory(
        model,
        problem.outputs,
        answer.states,
        problem.parameters,
        calendar.inputs,
        calendar.intervals_at(problem.outputs),
    )


def _integrate(
    integrate: Integrate, problem: Problem, answer: Answer, queue: Queue, threads: int
) -> None:
    """Let as many threads work until nobody waits in the queue; this one is among them."""
    if threads == 1:
        integrate(problem, answer, queue)
        return
    with ThreadPoolExecutor(threads - 1) as pool:
        waits = [pool.submit(integrate, problem, answer, queue) for _ in range(threads - 1)]
        integrate(problem, answer, queue)
    for wait in waits:
        wait.result()


def _scale(model: Model, calendar: Calendar) -> Array:
    """Return the size below which a state's error does not count.

    It is the state's reference, or one, or what a dose adds to it: of an injection whose last
    hundredth is still under the skin, that hundredth need not be known as exactly.
    """
    reference, _ = reference_of(model, np.array([model.table.values]))
    usual = np.where(np.abs(reference[0]) > 0, np.abs(reference[0]), 1.0)
    doses: Array = np.abs(calendar.doses).max(axis=0)
    return np.maximum(usual, doses)


def _check(model: Model, answer: Answer) -> None:
    failed = np.flatnonzero(answer.status)
    if failed.size:
        person = int(failed[0])
        key = model.states[int(answer.where[person])]
        reason = _WORDS[int(answer.status[person])]
        raise SimulationError(
            f"person {person} could not be simulated beyond month "
            f"{answer.when[person] / DAYS_PER_MONTH:.1f}: {reason}, first in {key}; "
            f"{failed.size} of {len(answer.status)} people failed"
        )
