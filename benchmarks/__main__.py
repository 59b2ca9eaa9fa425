"""Time the engines in turn and print speed with the error beside it: `make bench`.

Rates are person-decades a second on one core. The error is the largest over people, months and
sites of the difference in BMD from a tight reference, in percentage points. The reference is the
kernel at 1e-11, itself confirmed by LSODA at 1e-10.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable
from importlib.metadata import version

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from benchmarks.engines import by_kernel, by_lsoda
from benchmarks.workloads import DECADE, Workload, workload
from osteon.simulation.engine import ENGINES, engine_name
from osteon.simulation.solve import TOLERANCE
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
_PEOPLE, _FEW, _ROUNDS = 2048, 64, 5


def main() -> None:
    """Run, check, print."""
    console = Console()
    began = time.perf_counter()
    many = workload(_PEOPLE)
    few = many.first(_FEW)
    ready = time.perf_counter() - began
    console.print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )
    console.print(", ".join(f"{name} {version(name)}" for name in ("osteon", "numba", "scipy")))
    console.print(f"{len(many.model.states)} states; kernel and people ready in {ready:.1f} s")
    tight = by_kernel(few, 1e-11, engine_name())
    size = np.maximum(np.abs(tight[:8]), 1e-3)
    agreement = (np.abs(by_lsoda(few.first(8), 1e-10) - tight[:8]) / size).max()
    console.print(f"reference confirmed by LSODA to {agreement:.1e} relative in every state")

    engines = ENGINES if engine_name() == "native" else ("portable",)
    sides: dict[str, tuple[Workload, Callable[[Workload], Array]]] = {
        f"{engine}, {tolerance:g}": (many, lambda w, t=tolerance, e=engine: by_kernel(w, t, e))
        for engine in engines
        for tolerance in (1e-3, 1e-4, TOLERANCE, 1e-7)
    }
    sides |= {
        f"{engine}, {TOLERANCE:g}, two cores": (
            many,
            lambda w, e=engine: by_kernel(w, TOLERANCE, e, 2),
        )
        for engine in engines
    }
    sides |= {
        f"LSODA, {tolerance:g}": (few, lambda w, t=tolerance: by_lsoda(w, t))
        for tolerance in (1e-4, 1e-6)
    }
    rates: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(_ROUNDS + 1):
        for name, (work, engine) in sides.items():
            before = time.perf_counter()
            engine(work)
            rates[name].append(len(work.begin) / (time.perf_counter() - before))
    base = np.array(rates["LSODA, 0.0001"][1:])
    table = Table(
        "engine, tolerance", "decades/s", "range", "times LSODA 1e-4", "BMD error, points"
    )
    for name, (_, engine) in sides.items():
        counted = np.array(rates[name][1:])
        table.add_row(
            name,
            f"{np.median(counted):,.0f}",
            f"{counted.min():,.0f} to {counted.max():,.0f}",
            f"{np.median(counted / base):,.1f}",
            f"{bmd_error(few, engine(few), tight):.1e}",
        )
    console.print(table)
    console.print(
        "LSODA calls the compiled equations from Python, which costs it part of its time."
    )


def bmd_error(work: Workload, states: Array, tight: Array) -> float:
    """Return the largest error of BMD, in percent of BMD at month 0."""

    def bmd(values: Array, site: Site) -> Array:
        inputs = work.calendar.inputs_at(DECADE)[: len(values)]
        found = Trajectory(work.model, DECADE, values, work.parameters, inputs)[f"bmd@{site}"]
        return np.asarray(found / found[:, :1], dtype=float)

    return max(float(np.abs(bmd(states, s) - bmd(tight, s)).max()) * 100 for s in Site)


main()
