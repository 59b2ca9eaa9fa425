"""Which parameters do the rows depend on at all? The others keep their prior, unsimulated.

A parameter is visible if moving it by its prior spread moves any row by more than a fiftieth of
what the row is trusted. Four people are enough to see that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from osteon.calibration.problem import Problem

_FEW = 4
_MOVES_A_ROW = 0.02


def with_visible(problem: Problem, progress: Callable[[float], None] | None = None) -> Problem:
    """Return the problem with those of its free parameters that its rows depend on."""
    few = replace(problem, people=_FEW)
    here = np.zeros((1, len(problem.free)))
    moves = np.vstack([here, np.eye(len(problem.free))])
    residuals = few.residuals(moves, progress)[:, : len(problem.targets)]
    moved = np.abs(residuals[1:] - residuals[0]).max(axis=1)
    kept = tuple(name for name, by in zip(problem.free, moved, strict=True) if by > _MOVES_A_ROW)
    return replace(problem, free=kept)
