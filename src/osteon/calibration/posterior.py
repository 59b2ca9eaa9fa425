"""The posterior as a few hundred parameter sets: drawn around the optimum, weighed by the truth.

    proposals   around the optimum, with the covariance of the fit (Laplace approximation)
    weight      (posterior density / density of the proposal) ^ warmth
    sets        drawn again by weight, so that each counts alike

Where the posterior is as curved as the fit believes, all weights are equal. A proposal that cannot
be simulated has none. In many dimensions a few proposals would take all the weight: warmth is the
greatest power up to one that leaves half of the proposals with a say, so that the sets lie between
the approximation of the fit and the posterior itself. Proposals are told apart in few people, whose
residuals are moved by what they differ in from many at the optimum.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.calibration.fit import Fit, misfit_of
from osteon.errors import SimulationError

Array = NDArray[np.float64]
_BATCH = 40
_LEAST_SHARE = 0.5


@dataclass(frozen=True, eq=False)
class Posterior:
    """Parameter sets that the data leave possible.

    Attributes
    ----------
    moved:
        In units of the prior spread, shape (sets, free).
    effective:
        How many equally weighted proposals the weighted ones were worth.
    warmth:
        The power that was taken: one where the sets are the posterior itself.
    """

    moved: Array
    effective: float
    warmth: float


def draw_posterior(
    found: Fit,
    sets: int,
    proposals: int,
    seed: int,
    progress: Callable[[float], None] | None = None,
) -> Posterior:
    """Return parameter sets around a fit.

    Parameters
    ----------
    sets, proposals:
        How many to return, and of how many.
    progress:
        Told which share is done.
    """
    rng = np.random.Generator(np.random.PCG64([seed, 3]))
    root = np.linalg.cholesky(found.covariance)
    normal = rng.standard_normal((proposals, len(found.moved)))
    moved = found.moved + normal @ root.T
    log_weight = np.full(proposals, -np.inf)
    off = found.residuals - found.problem.of_few.residuals(found.moved[None, :])[0]
    for first in range(0, proposals, _BATCH):
        batch = slice(first, min(first + _BATCH, proposals))
        misfit = _misfits(found, moved[batch], off)
        log_weight[batch] = 0.5 * (np.sum(normal[batch] ** 2, axis=1) - misfit)
        if progress is not None:
            progress(batch.stop / proposals)
    warmth = _warmth(log_weight)
    weight = _weights(log_weight, warmth)
    chosen = _systematic(weight, sets, rng.random())
    return Posterior(moved[chosen], float(1.0 / np.sum(weight**2)), warmth)


def _weights(log_weight: Array, warmth: float) -> Array:
    """Return weights that sum to one."""
    possible = np.isfinite(log_weight)
    weight = np.where(
        possible, np.exp(warmth * np.where(possible, log_weight - log_weight.max(), 0.0)), 0.0
    )
    return np.asarray(weight / weight.sum())


def _warmth(log_weight: Array) -> float:
    """Return the greatest power up to one that leaves half of the proposals with a say."""
    wanted = _LEAST_SHARE * np.isfinite(log_weight).sum()
    low, high = 0.0, 1.0
    if 1.0 / np.sum(_weights(log_weight, high) ** 2) >= wanted:
        return high
    for _ in range(40):
        middle = 0.5 * (low + high)
        enough = 1.0 / np.sum(_weights(log_weight, middle) ** 2) >= wanted
        low, high = (middle, high) if enough else (low, middle)
    return low


def _misfits(found: Fit, moved: Array, off: Array) -> Array:
    """Return the misfit of each set; infinite where it cannot be simulated.

    Parameters
    ----------
    off:
        What few people leave out of the residuals of many, shape (rows + free,).
    """
    problem = found.problem
    try:
        few = problem.of_few.residuals(moved)
        return np.array([misfit_of(problem, row + off) for row in few])
    except SimulationError:
        if len(moved) == 1:
            return np.array([np.inf])
        halves = np.array_split(moved, 2)
        return np.concatenate([_misfits(found, half, off) for half in halves])


def _systematic(weight: Array, count: int, offset: float) -> NDArray[np.intp]:
    """Return indices, each as often as its weight asks for, within one."""
    wanted = (np.arange(count) + offset) / count
    return np.minimum(np.searchsorted(np.cumsum(weight), wanted), len(weight) - 1)
