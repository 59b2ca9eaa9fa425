"""Engines timed in turn on one task, with the error of each beside its speed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from benchmarks.cvode import by_cvode, library
from benchmarks.engines import by_kernel, by_lsoda
from benchmarks.lsoda import by_compiled_lsoda, compiled_rates
from benchmarks.roadrunner import by_roadrunner, is_here
from benchmarks.workloads import Task, Women, Workload
from osteon.simulation.engine import ON_PROCESSORS, engine_name
from osteon.simulation.problem import Precision
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
Engine = Callable[[Workload], Array]
READOUTS = (*(f"bmd@{site}" for site in Site), "ctx", "pinp")


@dataclass(frozen=True)
class Side:
    """An engine at a tolerance; it may answer for the first few people of a workload only.

    The last side of a list is what the others are compared with.
    """

    name: str
    tolerance: float
    solve: Engine
    fast: bool


@dataclass(frozen=True)
class Timed:
    """People a second on one core: median, range, ratio to the peer, and the error."""

    name: str
    tolerance: float
    rate: float
    slowest: float
    fastest: float
    ratio: float
    error: float


def sides(work: Workload) -> list[Side]:
    """Return every engine that this machine has."""
    found = []
    native = engine_name() == "native"
    for engine in ON_PROCESSORS if native else ("portable",):
        found += [
            Side(engine, t, partial(by_kernel, tolerance=t, engine=engine), True)
            for t in (1e-3, 1e-4, 1e-5)
        ]
    if native:
        single = partial(by_kernel, engine="native", precision=Precision.SINGLE)
        found += [
            Side("native, single", t, partial(single, tolerance=t), True)
            for t in (1e-3, 1e-4, 1e-5)
        ]
    if library(work.model) is not None:
        found += [
            Side("CVODE, compiled", t, partial(by_cvode, tolerance=t), False) for t in (1e-4, 1e-6)
        ]
    if compiled_rates(work.model) is not None:
        found += [
            Side("LSODA, compiled", t, partial(by_compiled_lsoda, tolerance=t), False)
            for t in (1e-4, 1e-5)
        ]
    if is_here():
        found += [
            Side("libroadrunner", t, partial(by_roadrunner, tolerance=t), False)
            for t in (1e-4, 1e-6)
        ]
    return found + [
        Side("LSODA from Python", t, partial(by_lsoda, tolerance=t), False) for t in (1e-4, 1e-5)
    ]


def timed(task: Task, women: Women, rounds: int) -> list[Timed]:
    """Time all engines alternately, one round more than is counted: the first is dropped."""
    many, few = task.make(women, task.fast), task.make(women, task.slow)
    tight = [readouts(work, by_kernel(work, 1e-9, engine_name())) for work in few]
    all_sides = sides(few[0])
    rates: list[list[float]] = [[] for _ in all_sides]
    for _ in range(rounds + 1):
        for side, found in zip(all_sides, rates, strict=True):
            works = many if side.fast else few
            before = time.process_time()
            people = sum(len(side.solve(work)) for work in works)
            found.append(people / (time.process_time() - before))
    base = np.array(rates[-2][1:])
    return [
        Timed(
            side.name,
            side.tolerance,
            float(np.median(found[1:])),
            min(found[1:]),
            max(found[1:]),
            float(np.median(np.array(found[1:]) / base)),
            _error(side.solve, few, tight),
        )
        for side, found in zip(all_sides, rates, strict=True)
    ]


def as_accurate(rows: Sequence[Timed], error: float = 2e-4) -> dict[str, float]:
    """Return the rate of each engine at its fastest tolerance that keeps the error below this."""
    rates: dict[str, float] = {}
    for row in rows:
        if row.error <= error:
            rates[row.name] = max(row.rate, rates.get(row.name, 0.0))
    return rates


def readouts(work: Workload, states: Array) -> Array:
    """Return bone density at every site and the markers, shape (readouts, people, times)."""
    inputs = work.calendar.inputs_at(work.times)
    course = Trajectory(work.model, work.times, states, work.parameters, inputs)
    return np.array([course[name] for name in READOUTS])


def _error(solve: Engine, works: Sequence[Workload], tight: Sequence[Array]) -> float:
    """Return the largest relative error of any readout of anyone at any time."""
    errors = []
    for work, exact in zip(works, tight, strict=True):
        states = solve(work)
        few = work.first(len(states))
        errors.append(np.abs(readouts(few, states) / exact[:, : len(few)] - 1.0).max())
    return float(max(errors))
