"""Measure speed beside the error and write benchmarks/results.json: `make bench`.

By the protocol this takes half an hour of an idle machine; `python -m benchmarks --quick` asks
fewer people, in three rounds instead of five, and the results say so.

Rates are people a second of processor time on one core, with monthly output: the machine may be
shared. The reference is the kernel at 1e-9, itself confirmed by LSODA.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.engines import by_kernel, by_lsoda
from benchmarks.gpu import on_a_card
from benchmarks.gradients import gradient_cost
from benchmarks.machine import described, peak_memory, starts
from benchmarks.operations import counts, peak, per_step, weighed
from benchmarks.page import measured
from benchmarks.scaling import scaled
from benchmarks.timing import Timed, as_accurate, readouts, timed
from benchmarks.workloads import TASKS, Women
from osteon.model.model import Model
from osteon.simulation.engine import engine_name, kernel_of
from osteon.simulation.problem import Answer, Precision, Problem, Queue

_RESULTS = Path(__file__).with_name("results.json")


def main() -> None:
    """Run, check, print, keep."""
    console = Console()
    quick = "--quick" in sys.argv
    rounds = 3 if quick else 5
    tasks = {name: task.smaller() if quick else task for name, task in TASKS.items()}
    began = time.perf_counter()
    women = Women.drawn(max(task.fast for task in tasks.values()))
    kept: dict[str, object] = {"machine": described(), "starts": starts(), "rounds": rounds}
    console.print(kept, f"kernel and people ready in {time.perf_counter() - began:.1f} s")
    (few,) = next(iter(TASKS.values())).make(women, 4)
    tight = readouts(few, by_kernel(few, 1e-9, engine_name()))
    agreement = float(np.abs(readouts(few, by_lsoda(few, 1e-10)) / tight - 1.0).max())
    console.print(f"reference confirmed by LSODA to {agreement:.1e} relative in every readout")
    kept["agreement"] = agreement
    rows: dict[str, object] = {}
    for name, task in tasks.items():
        found = timed(task, women, rounds)
        console.print(_table(name, found))
        equal = _short(dict(as_accurate(found)))
        console.print("people/s at an error of at most 2e-4:", equal)
        rows[name] = {
            "people": {"fast": task.fast, "slow": task.slow},
            "people a second at an error of 2e-4": equal,
            "engines": [_short(asdict(row)) for row in found],
        }
    kept["tasks"] = rows
    if engine_name() == "native":
        kept["arithmetic"] = [_share(women, precision) for precision in Precision]
        kept["gradients"] = gradient_cost(women, rounds)
        console.print(kept["arithmetic"], kept["gradients"])
    kept["scaling"] = [
        _short(asdict(scaled(women, people, cores, Precision.DOUBLE, 1e-4)))
        for people in (1, 32, 1024, 16384)
        for cores in (1, 2)
    ]
    kept["gpu"] = on_a_card(women, rounds)
    kept["peak memory, GB"] = round(peak_memory(), 2)
    console.print(kept["scaling"], kept["gpu"], kept["peak memory, GB"])
    kept["page"] = measured(quick=quick)
    console.print(kept["page"])
    _RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def _share(women: Women, precision: Precision) -> dict[str, object]:
    """Return what a person-decade takes, and the share of the core's peak that is reached."""
    (work,) = next(iter(TASKS.values())).make(women, 1024)
    kernel, model = kernel_of(work.model, precision), work.model
    reference = kernel_of(model).start(np.array([model.table.values]))[0][0]
    scale = np.where(np.abs(reference) > 0, np.abs(reference), 1.0)
    problem = Problem(
        work.begin, work.parameters, np.zeros(len(work)), work.calendar.changes,
        np.ascontiguousarray(work.calendar.inputs), work.calendar.doses, work.times, 1e-4, scale,
        200_000,
    )  # fmt: skip
    answer, best = Answer.to(problem), np.inf
    for _ in range(6):
        before = time.thread_time()
        kernel.integrate(problem, answer, Queue(len(work)))
        best = min(best, time.thread_time() - before)
    taken, rejected = answer.steps.mean(axis=0).tolist()
    operations = (taken + rejected) * per_step(model)
    limit = peak(precision)
    return {
        "precision": str(precision),
        "operations of a step": per_step(model),
        "of which": _functions(model),
        "steps taken, rejected": [round(taken, 1), round(rejected, 1)],
        "operations of a person": round(operations),
        "people a second": round(len(work) / best),
        "peak, operations a second": round(limit.operations),
        "share of peak": round(operations * len(work) / best / limit.operations, 3),
        "exp, log, division in multiply-adds": [
            round(cost, 1) for cost in (limit.exponential, limit.logarithm, limit.division)
        ],
    }


def _functions(model: Model) -> dict[str, dict[str, int]]:
    return {name: {**one, "all": weighed(one)} for name, one in counts(model).items()}


def _short(row: dict[str, object]) -> dict[str, object]:
    return {key: float(f"{v:.4g}") if isinstance(v, float) else v for key, v in row.items()}


def _table(name: str, rows: list[Timed]) -> Table:
    table = Table(
        "engine", "tolerance", "people/s", "range", "times LSODA 1e-4", "error", title=name
    )
    for row in rows:
        table.add_row(
            row.name,
            f"{row.tolerance:g}",
            f"{row.rate:,.0f}",
            f"{row.slowest:,.0f} to {row.fastest:,.0f}",
            f"{row.ratio:,.1f}",
            f"{row.error:.1e}",
        )
    return table


main()
