"""What a gradient costs in plain runs: `python -m benchmarks --only gradients`.

The same women on one core, with slopes by a few parameters and without, in turn; beside it the
error of the slopes of bone density and markers at that tolerance, as a share of the largest slope.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from benchmarks.timing import READOUTS
from benchmarks.workloads import TASKS, Women, Workload
from osteon.simulation.gradient import Gradient, solve_gradient
from osteon.simulation.solve import TOLERANCE, solve

Array = NDArray[np.float64]
_PEOPLE, _COMPARED = 256, 16
# Of many mechanisms, and all of them felt by the women of the first task.
_PARAMETERS = (
    "ovary.span", "estradiol.steepness", "anastrozole.half_inhibition", "denosumab.half_blockade",
    "rankl_opg.spare", "mechanostat.kept_without_estrogen", "calcium.usual", "estradiol.leak",
    "anastrozole.elimination", "ovary.menopause_age",
)  # fmt: skip


def gradient_cost(women: Women, rounds: int) -> list[dict[str, object]]:
    """Return cost and error for one parameter, and for ten."""
    (work,) = next(iter(TASKS.values())).make(women, _PEOPLE)
    return [_cost(work, _PARAMETERS[:count], rounds) for count in (1, len(_PARAMETERS))]


def _cost(work: Workload, names: tuple[str, ...], rounds: int) -> dict[str, object]:
    ratios = []
    for _ in range(rounds + 1):
        plain = _seconds(lambda: _plain(work))
        ratios.append(_seconds(lambda: _followed(work, names)) / plain)
    few = work.first(_COMPARED)
    return {
        "parameters": len(names),
        "people": len(work),
        "tolerance": TOLERANCE,
        "in plain runs": float(np.median(ratios[1:])),
        "range of that": [min(ratios[1:]), max(ratios[1:])],
        "error": _error(_followed(few, names), _followed(few, names, 1e-8)),
    }


def _plain(work: Workload) -> None:
    solve(
        work.model, work.begin, work.parameters, np.zeros(len(work)), work.calendar, work.times,
        cores=1,
    )  # fmt: skip


def _followed(work: Workload, names: tuple[str, ...], tolerance: float = TOLERANCE) -> Gradient:
    return solve_gradient(
        work.model, work.begin, _none(work, names), work.parameters,
        np.zeros(len(work)), work.calendar, work.times, names, tolerance, cores=1,
    )  # fmt: skip


def _none(work: Workload, names: tuple[str, ...]) -> Array:
    """Return slopes at month 0 for people whose states then are given."""
    return np.zeros((len(work), len(names), len(work.model.states)))


def _error(usual: Gradient, tight: Gradient) -> float:
    """Return the largest error of a readout's slope, of its largest size for that parameter."""
    worst = 0.0
    for name in READOUTS:
        one, other = usual[name], tight[name]
        size = np.abs(other).max(axis=(0, 1))
        felt = size > 0
        worst = max(worst, float((np.abs(one - other).max(axis=(0, 1))[felt] / size[felt]).max()))
    return worst


def _seconds(run: Callable[[], object]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before
