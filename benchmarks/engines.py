"""The engines that are compared: our kernels, and others on the same compiled equations."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import solve_ivp

from benchmarks.workloads import Workload
from osteon.simulation.engine import VARIABLE
from osteon.simulation.portable.kernel import functions_of
from osteon.simulation.problem import Precision
from osteon.simulation.solve import solve

Array = NDArray[np.float64]


def by_kernel(
    work: Workload,
    tolerance: float,
    engine: str,
    cores: int = 1,
    precision: Precision = Precision.DOUBLE,
) -> Array:
    """Return states from a kernel, shape (people, times, states)."""
    with _chosen(engine):
        return solve(
            work.model,
            work.begin,
            work.parameters,
            np.zeros(len(work)),
            work.calendar,
            work.times,
            tolerance,
            cores,
            precision,
        ).states


@contextmanager
def _chosen(engine: str) -> Iterator[None]:
    """Let one engine solve; whatever comes after finds the choice as it was."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = engine
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before


def by_lsoda(work: Workload, tolerance: float) -> Array:
    """Return states from SciPy's LSODA, restarted at every change of inputs and every dose."""
    kernel = functions_of(work.model)
    out = np.empty((len(work), len(work.times), len(work.model.states)))
    constants = np.empty(kernel.CONSTANTS)

    def change(_: float, state: Array) -> Array:
        rate = np.empty_like(state)
        kernel.rates(state, constants, rate)
        return rate

    for person in range(len(work)):
        out[person, 0] = work.begin[person]
        for interval, state, now, end, here in intervals(work, person):
            kernel.prepare(
                work.parameters[person], work.calendar.inputs[person, interval], constants
            )
            times = np.unique([*work.times[here], end])
            found = solve_ivp(
                change,
                (now, end),
                state,
                method="LSODA",
                t_eval=times,
                rtol=tolerance,
                atol=tolerance * 1e-3,
            )
            out[person, here] = found.y.T[np.isin(times, work.times[here])]
            state[:] = found.y[:, -1]
    return out


def intervals(work: Workload, person: int):  # type: ignore[no-untyped-def]
    """Yield interval, state (to be carried on in place), begin, end and the outputs within."""
    changes, doses, times = work.calendar.changes, work.calendar.doses, work.times
    edges = np.append(changes, np.inf)
    state = work.begin[person].copy()
    for interval in range(len(changes)):
        now, end = max(edges[interval], 0.0), min(edges[interval + 1], times[-1])
        if edges[interval] >= 0.0:
            state += doses[interval]
        if end > now:
            yield interval, state, now, end, (times > now) & (times <= end)
