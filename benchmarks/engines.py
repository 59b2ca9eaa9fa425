"""The engines that are compared: our kernels, and SciPy's LSODA on the same compiled equations."""

from __future__ import annotations

import os

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import solve_ivp

from benchmarks.workloads import DECADE, Workload
from osteon.simulation.engine import VARIABLE
from osteon.simulation.portable.kernel import functions_of
from osteon.simulation.solve import solve

Array = NDArray[np.float64]


def by_kernel(work: Workload, tolerance: float, engine: str, cores: int = 1) -> Array:
    """Return states from a kernel, shape (people, months, states)."""
    os.environ[VARIABLE] = engine
    trajectory = solve(
        work.model,
        work.begin,
        work.parameters,
        work.starts,
        work.calendar,
        DECADE,
        tolerance,
        cores,
    )
    return trajectory.states


def by_lsoda(work: Workload, tolerance: float) -> Array:
    """Return states from LSODA, restarted at every change of inputs."""
    kernel = functions_of(work.model)
    out = np.empty((len(work.begin), len(DECADE), len(work.model.states)))
    constants = np.empty(kernel.CONSTANTS)
    changes = [*work.calendar.changes[1:], np.inf]

    def change(_: float, state: Array) -> Array:
        rate = np.empty_like(state)
        kernel.rates(state, constants, rate)
        return rate

    for person, begin in enumerate(work.begin):
        state, now = begin, 0.0
        out[person, 0] = begin
        for interval, end in enumerate(changes):
            end = min(end, DECADE[-1])
            if end <= now:
                continue
            inputs = work.calendar.inputs[person, interval]
            kernel.prepare(work.parameters[person], inputs, constants)
            here = (now < DECADE) & (end >= DECADE)
            times = np.unique([*DECADE[here], end])
            found = solve_ivp(
                change,
                (now, end),
                state,
                method="LSODA",
                t_eval=times,
                rtol=tolerance,
                atol=tolerance * 1e-3,
            )
            out[person, here] = found.y.T[np.isin(times, DECADE[here])]
            state, now = found.y[:, -1], end
    return out
