"""LSODA from C as a peer: numbalsoda calls the compiled equations by their address.

SciPy's LSODA goes through Python at every evaluation, and takes no compiled function. numbalsoda
comes as a source that needs a Fortran compiler, so it is a peer where somebody has installed it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.engines import intervals
from benchmarks.workloads import Workload
from osteon.model.model import Model
from osteon.simulation.portable.kernel import functions_of

Array = NDArray[np.float64]


@lru_cache(maxsize=1)
def compiled_rates(model: Model) -> Any:
    """Return the address of the model's rates, or none where there is no numbalsoda."""
    try:
        from numba import carray, cfunc
        from numbalsoda import lsoda_sig
    except ImportError:
        return None
    kernel = functions_of(model)
    rates, states, constants = kernel.rates, kernel.STATES, kernel.CONSTANTS

    @cfunc(lsoda_sig)
    def change(_, state, rate, given):  # type: ignore[no-untyped-def]
        rates(carray(state, (states,)), carray(given, (constants,)), carray(rate, (states,)))

    return change


def by_compiled_lsoda(work: Workload, tolerance: float) -> Array:
    """Return states from LSODA, restarted at every change of inputs and every dose."""
    from numbalsoda import lsoda

    kernel, change = functions_of(work.model), compiled_rates(work.model)
    out = np.empty((len(work), len(work.times), len(work.model.states)))
    constants = np.empty(kernel.CONSTANTS)
    for person in range(len(work)):
        out[person, 0] = work.begin[person]
        for interval, state, now, end, here in intervals(work, person):
            kernel.prepare(
                work.parameters[person], work.calendar.inputs[person, interval], constants
            )
            times = np.unique([now, *work.times[here], end])
            found, well = lsoda(
                change.address, state, times, constants, rtol=tolerance, atol=tolerance * 1e-3
            )
            if not well:
                raise RuntimeError(f"LSODA gave up on person {person}")
            out[person, here] = found[np.isin(times, work.times[here])]
            state[:] = found[-1]
    return out
