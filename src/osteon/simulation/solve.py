"""Solve a model for many people on all cores; every success is checked."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from osteon.errors import SimulationError
from osteon.model.model import Model
from osteon.simulation.calendar import Calendar
from osteon.simulation.kernel import kernel_of
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]
TOLERANCE = 1e-5
_STEP_LIMIT = 200_000
_WORDS = {
    1: "the step became too small for the tolerance",
    2: "too many steps were needed",
    3: "a value was not finite",
}


def reference_of(model: Model, parameters: Array) -> tuple[Array, Array]:
    """Return each person's reference states (people, states) and inputs (people, inputs)."""
    kernel = kernel_of(model)
    states = np.empty((len(parameters), len(model.states)))
    inputs = np.empty((len(parameters), len(model.inputs)))
    for person, values in enumerate(parameters):
        kernel.start(values, states[person], inputs[person])
    return states, inputs


def solve(
    model: Model,
    begin: Array,
    parameters: Array,
    starts: Array,
    calendar: Calendar,
    times: Sequence[float] | Array,
    tolerance: float = TOLERANCE,
    cores: int | None = None,
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

    Raises
    ------
    SimulationError
        If output times do not rise, or a person's solve failed; names the person, the time and
        the quantity.
    """
    kernel = kernel_of(model)
    outputs = np.asarray(times, dtype=float)
    if not (len(outputs) and np.isfinite(outputs).all() and (np.diff(outputs) > 0).all()):
        raise SimulationError("output times must be finite and rise, and there must be one")
    people = len(begin)
    scale = _scale(model)
    out = np.empty((people, len(outputs), len(model.states)))
    status = np.zeros(people, dtype=np.int64)
    where = np.zeros(people, dtype=np.int64)
    when = np.zeros(people)
    arguments = (
        np.ascontiguousarray(begin), np.ascontiguousarray(parameters),
        np.ascontiguousarray(starts, dtype=float), calendar.changes,
        np.ascontiguousarray(calendar.inputs), calendar.doses, outputs, tolerance, scale,
        _STEP_LIMIT, out, status, where, when,
    )  # fmt: skip
    threads = min(cores or os.cpu_count() or 1, max(people // 8, 1))
    edges = np.linspace(0, people, threads + 1).astype(int)
    if threads == 1:
        kernel.integrate_people(0, people, *arguments)
    else:
        kernel.integrate_people(0, 0, *arguments)
        with ThreadPoolExecutor(threads) as pool:
            list(
                pool.map(
                    lambda part: kernel.integrate_people(part[0], part[1], *arguments),
                    pairwise(edges),
                )
            )
    _check(model, status, where, when)
    return Trajectory(model, outputs, out, parameters, calendar.inputs_at(outputs))


def _scale(model: Model) -> Array:
    """Return the size below which a state's error does not count: its reference, or one."""
    reference, _ = reference_of(model, np.array([model.table.values]))
    return np.where(np.abs(reference[0]) > 0, np.abs(reference[0]), 1.0)


def _check(model: Model, status: NDArray[np.int64], where: NDArray[np.int64], when: Array) -> None:
    failed = np.flatnonzero(status)
    if failed.size:
        person = int(failed[0])
        key = model.states[int(where[person])]
        raise SimulationError(
            f"person {person} could not be simulated beyond month "
            f"{when[person] / DAYS_PER_MONTH:.1f}: {_WORDS[int(status[person])]}, first in {key}; "
            f"{failed.size} of {len(status)} people failed"
        )
