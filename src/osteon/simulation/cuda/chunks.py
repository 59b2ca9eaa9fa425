"""How many people a GPU takes at once, and in which order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from osteon.errors import SimulationError
from osteon.simulation.problem import Problem

_SHARE = 0.9  # of the free memory; the rest is for what CUDA itself needs
_KEPT = 5 * 4 + 8  # status, worst state, steps, order: whole numbers of four bytes; the day


def bytes_per_person(problem: Problem) -> int:
    """Return what a person takes in the memory of the GPU, her answer included."""
    people, states = len(problem.begin), len(problem.scale)
    numbers = states + len(problem.parameters[0]) + 1 + len(problem.outputs) * states
    if len(problem.inputs) == people:
        numbers += len(problem.changes) * len(problem.inputs[0, 0])
    return 8 * numbers + _KEPT


def people_at_once(problem: Problem, free: int, work_space: int) -> int:
    """Return how many people fit into the free memory (bytes) beside the threads' work space.

    Raises
    ------
    SimulationError
        If not even one does.
    """
    fitting = int((_SHARE * free - work_space) // bytes_per_person(problem))
    if fitting < 1:
        raise SimulationError(
            f"the GPU has {free / 1e9:.1f} GB free, and the kernel needs {work_space / 1e9:.1f} GB "
            "before the first person; close what else uses the GPU, or set OSTEON_ENGINE=native"
        )
    return fitting


def longest_first(problem: Problem, first: int, until: int) -> NDArray[np.int32]:
    """Return people `first` to `until`, counted from zero, in the order in which to begin.

    Steps are expected to grow with the days that are left: who starts earliest comes first, so that
    the last ones, for whom nobody fills the other threads, have least to do.
    """
    return np.argsort(problem.starts[first:until], kind="stable").astype(np.int32)
