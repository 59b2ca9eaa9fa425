"""The fit: damped Gauss-Newton on all rows at once, all directions simulated together.

Every iteration simulates the current parameters in many people, and one small move along each free
parameter in few: the mean over ten is off by up to a point of BMD where women differ, but it is off
alike before and after the move. Rows far off count linearly: a few odd trials cannot rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from osteon.calibration.checkpoint import Checkpoint
from osteon.calibration.problem import Problem
from osteon.errors import SimulationError

Array = NDArray[np.float64]
Progress = Callable[[str, float], None]
"""Told what is being done, and which share of it is done."""

_MOVE = 0.1
_ROBUST_AT = 3.0
_LONGEST_STEP = 1.5
_ENOUGH = 1e-3


@dataclass(frozen=True, eq=False)
class Fit:
    """The outcome of a fit.

    Attributes
    ----------
    moved:
        The best moves in units of the prior spread, shape (free,).
    covariance:
        Their joint uncertainty (Laplace approximation), same units.
    residuals:
        What is left, in units of trust, then the moves; shape (rows + free,).
    slope:
        How each residual moves with each move, shape (rows + free, free).
    misfit:
        The misfit reached, prior included.
    iterations:
        How many steps were taken.
    """

    problem: Problem
    moved: Array
    covariance: Array
    residuals: Array
    slope: Array
    misfit: float
    iterations: int

    @property
    def shrinkage(self) -> Array:
        """Return the share of its prior spread that each parameter still has."""
        return np.sqrt(np.diag(self.covariance))


def fit(
    problem: Problem,
    iterations: int = 25,
    progress: Progress | None = None,
    checkpoint: Checkpoint | None = None,
) -> Fit:
    """Return the parameters that meet the rows best, given the prior.

    Parameters
    ----------
    progress:
        Told what is being done.
    checkpoint:
        Where to go on from, and what to save after each step.
    """
    told = progress or (lambda what, share: None)
    here = None if checkpoint is None else checkpoint.load("moved")
    here = np.zeros(len(problem.free)) if here is None else here
    damping, taken = 0.3, 0
    value, slope = _linearize(problem, here, partial(told, "first directions"))
    misfit = misfit_of(problem, value)
    for taken in range(1, iterations + 1):
        told(f"step {taken}, misfit {misfit:.1f}", 0.0)
        found = _improve(problem, here, value, slope, misfit, damping)
        if found is None:
            break
        here, candidate, damping = found
        gained, misfit = misfit - candidate, candidate
        if checkpoint is not None:
            checkpoint.save("moved", here)
        value, slope = _linearize(problem, here, partial(told, f"step {taken}, {misfit:.1f}"))
        if gained < _ENOUGH * (1.0 + misfit):
            break
    return Fit(problem, here, _covariance(problem, value, slope), value, slope, misfit, taken)


def misfit_of(problem: Problem, residuals: Array) -> float:
    """Return the misfit: minus twice the logarithm of the posterior density, but for a constant."""
    rows = len(problem.targets)
    size = np.abs(residuals[:rows])
    data = np.where(size < _ROBUST_AT, size**2, _ROBUST_AT * (2 * size - _ROBUST_AT))
    return float(data.sum() + (residuals[rows:] ** 2).sum())


def _improve(
    problem: Problem, here: Array, value: Array, slope: Array, misfit: float, damping: float
) -> tuple[Array, float, float] | None:
    """Return a better point, its misfit and the damping to go on with; None if there is none."""
    weights = weights_of(problem, value)
    curved = slope.T @ (weights[:, None] * slope)
    downhill = slope.T @ (weights * value)
    for dampings in (damping * 4.0 ** np.arange(4), damping * 4.0 ** np.arange(4, 8)):
        steps = [-np.linalg.solve(curved + d * np.eye(len(here)), downhill) for d in dampings]
        points = here + np.array([s * min(1.0, _LONGEST_STEP / np.abs(s).max()) for s in steps])
        found = _misfits(problem, points)
        best = int(np.argmin(found))
        if found[best] < misfit:
            return points[best], found[best], float(dampings[best]) / 3.0
    return None


def _covariance(problem: Problem, value: Array, slope: Array) -> Array:
    weights = weights_of(problem, value)
    return np.asarray(np.linalg.inv(slope.T @ (weights[:, None] * slope)), dtype=float)


def _linearize(
    problem: Problem, here: Array, progress: Callable[[float], None] | None = None
) -> tuple[Array, Array]:
    """Return the residuals and their slope in every direction."""
    moves = np.vstack([here, here + _MOVE * np.eye(len(here))])
    few = problem.of_few.residuals(moves, progress)
    return problem.residuals(here[None, :])[0], (few[1:] - few[0]).T / _MOVE


def _misfits(problem: Problem, points: Array) -> list[float]:
    """Return the misfit at each point; infinite where it cannot be simulated."""
    try:
        return [misfit_of(problem, one) for one in problem.residuals(points)]
    except SimulationError:
        if len(points) == 1:
            return [float("inf")]
        return [misfit for point in points for misfit in _misfits(problem, point[None, :])]


def weights_of(problem: Problem, residuals: Array) -> Array:
    """Return how much each residual counts: one, or less for a row that is far off."""
    weights = np.ones_like(residuals)
    rows = len(problem.targets)
    size = np.maximum(np.abs(residuals[:rows]), 1e-12)
    weights[:rows] = np.minimum(1.0, _ROBUST_AT / size)
    return weights
