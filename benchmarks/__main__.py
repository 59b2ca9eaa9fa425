"""Measure speed beside the error and keep it in benchmarks/results.json: `make bench`.

    python -m benchmarks                     everything: half an hour of an idle machine
    python -m benchmarks --only gradients    one entry, or all that have this in their names
    python -m benchmarks --quick             fewer people in three rounds instead of five

Rates are people a second of processor time on one core, with monthly output: the machine may be
shared. The reference is the kernel at 1e-9, itself confirmed by LSODA. Each entry is written as
soon as it is there, with its day, machine and load.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import lru_cache

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.arithmetic import shares
from benchmarks.engines import by_kernel, by_lsoda
from benchmarks.gpu import on_a_card
from benchmarks.gradients import gradient_cost
from benchmarks.machine import starts
from benchmarks.page import measured
from benchmarks.results import entry_of, keep
from benchmarks.scaling import scaled
from benchmarks.timing import Timed, as_accurate, readouts, timed
from benchmarks.workloads import TASKS, Task, Women
from osteon.simulation.engine import engine_name

_CONSOLE = Console()
_SIZES, _CORES = (1, 32, 1024, 16384), (1, 2)


def main() -> None:
    """Measure what is asked for; print and keep it."""
    asked = argparse.ArgumentParser(description="Speed beside the error.")
    asked.add_argument("--only", default="", help="part of the names of the entries to measure")
    asked.add_argument("--quick", action="store_true", help="fewer people, three rounds")
    words = asked.parse_args()
    tasks = {name: task.smaller() if words.quick else task for name, task in TASKS.items()}
    women = lru_cache(1)(lambda: Women.drawn(max(task.fast for task in tasks.values())))
    entries = _entries(women, tasks, rounds=3 if words.quick else 5, quick=words.quick)
    chosen = [name for name in entries if words.only in name]
    if not chosen:
        asked.error(f"no entry has '{words.only}' in its name; known are {', '.join(entries)}")
    for name in chosen:
        entry = entry_of(entries[name])
        _CONSOLE.print(name, entry)
        keep(name, entry)


def _entries(
    women: Callable[[], Women], tasks: Mapping[str, Task], rounds: int, *, quick: bool
) -> dict[str, Callable[[], object]]:
    """Return how each entry is measured, by its name."""
    of_tasks = {
        name: lambda name=name, task=task: _task(name, task, women(), rounds)
        for name, task in tasks.items()
    }
    native: dict[str, Callable[[], object]] = {
        "arithmetic": lambda: shares(women()),
        "gradients": lambda: gradient_cost(women(), rounds),
    }
    return {
        "starts": starts,
        "agreement": lambda: _agreement(women()),
        **of_tasks,
        **(native if engine_name() == "native" else {}),
        "scaling": _scaling,
        "gpu": lambda: on_a_card(women(), rounds),
        "page": lambda: measured(quick=quick),
    }


def _agreement(women: Women) -> float:
    """Return how far LSODA is from the reference, relative, in any readout."""
    (few,) = next(iter(TASKS.values())).make(women, 4)
    tight = readouts(few, by_kernel(few, 1e-9, engine_name()))
    return float(np.abs(readouts(few, by_lsoda(few, 1e-10)) / tight - 1.0).max())


def _task(name: str, task: Task, women: Women, rounds: int) -> dict[str, object]:
    found = timed(task, women, rounds)
    _CONSOLE.print(_table(name, found))
    return {
        "rounds": rounds,
        "people": {"fast": task.fast, "slow": task.slow},
        "people a second at an error of 2e-4": _short(dict(as_accurate(found))),
        "engines": [_short(asdict(row)) for row in found],
    }


def _scaling() -> list[dict[str, object]]:
    return [_short(asdict(scaled(people, cores))) for people in _SIZES for cores in _CORES]


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
