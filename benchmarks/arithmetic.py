"""What a person-decade takes of arithmetic, and the share of the core's peak that is reached."""

from __future__ import annotations

import time

import numpy as np

from benchmarks.operations import counts, peak, per_step, weighed
from benchmarks.workloads import TASKS, Women
from osteon.model.model import Model
from osteon.simulation.engine import kernel_of
from osteon.simulation.problem import Answer, Precision, Queue
from osteon.simulation.solve import problem_of

_TOLERANCE = 1e-4


def shares(women: Women) -> list[dict[str, object]]:
    """Return operations, rate and share of the peak, in either precision."""
    return [_share(women, precision) for precision in Precision]


def _share(women: Women, precision: Precision) -> dict[str, object]:
    """Return what a person-decade takes, and the share of the core's peak that is reached."""
    (work,) = next(iter(TASKS.values())).make(women, 1024)
    kernel, model = kernel_of(work.model, precision), work.model
    problem = problem_of(
        model, work.begin, work.parameters, np.zeros(len(work)), work.calendar, work.times,
        _TOLERANCE,
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
