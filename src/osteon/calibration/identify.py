"""Which parameters do the data inform? Fit all, keep those that are pinned down, fit these alone.

A parameter that keeps nearly all of its prior spread is not moved: it stays at its sourced value.
Its uncertainty still counts, together with that of the fitted ones, since they trade off.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from osteon.calibration.fit import Fit, fit, uncertainty_at
from osteon.calibration.problem import Problem
from osteon.model.model import Model

INFORMED_BELOW = 0.92
_TOGETHER_BELOW = 0.985


@dataclass(frozen=True)
class Identified:
    """A fit of the informed parameters, with the joint uncertainty of all that matter.

    Attributes
    ----------
    fit:
        The fit of the informed parameters alone.
    everything:
        All uncertain parameters at the optimum: `moved` is zero where a parameter was not fitted.
    """

    fit: Fit
    everything: Fit

    @property
    def together(self) -> NDArray[np.intp]:
        """Return which parameters of `everything` are uncertain together with the data."""
        fitted = [name in self.fit.problem.free for name in self.everything.problem.free]
        return np.flatnonzero((self.everything.shrinkage < _TOGETHER_BELOW) | np.array(fitted))


def uncertain_parameters(model: Model) -> tuple[str, ...]:
    """Return all parameters whose typical value is uncertain."""
    return tuple(
        name
        for name in model.table.columns
        if (spread := model.table.parameter(name).uncertainty) and spread.log_sd
    )


def identify(
    problem: Problem, progress: Callable[[str, int, float], None] | None = None
) -> Identified:
    """Fit all uncertain parameters, choose the informed ones, and fit those alone.

    Parameters
    ----------
    problem:
        Its free parameters are all that may be chosen from.
    progress:
        Called after each iteration with the stage, its number and the misfit.
    """

    def report(stage: str) -> Callable[[int, float], None] | None:
        return None if progress is None else lambda i, misfit: progress(stage, i, misfit)

    first = fit(problem, progress=report("all parameters"))
    informed = np.flatnonzero(first.shrinkage < INFORMED_BELOW)
    few = replace(problem, free=tuple(problem.free[i] for i in informed))
    chosen = fit(few, first.moved[informed], progress=report("informed parameters"))
    moved = np.zeros(len(problem.free))
    moved[informed] = chosen.moved
    covariance = uncertainty_at(problem, moved)
    everything = Fit(problem, moved, covariance, chosen.misfit, chosen.iterations)
    return Identified(chosen, everything)
