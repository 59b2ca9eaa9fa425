"""What a kernel is asked, and where its answer goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Problem:
    """People, their calendar and the times that are asked for; contiguous arrays.

    Attributes
    ----------
    begin, parameters, starts:
        States at the start (people, states), parameters (people, parameters), days (people,).
    changes, inputs, doses:
        Days on which inputs change or doses are given (changes,), the inputs from then on
        (people or 1, changes, inputs) and what the doses add to states (changes, states).
    outputs:
        Days that are asked for, rising.
    tolerance, scale:
        Relative error of a step, and the size below which a state's error does not count.
    limit:
        The greatest number of steps in one interval.
    """

    begin: Array
    parameters: Array
    starts: Array
    changes: Array
    inputs: Array
    doses: Array
    outputs: Array
    tolerance: float
    scale: Array
    limit: int


@dataclass(frozen=True)
class Answer:
    """States (people, outputs, states), and how each solve ended: status, worst state, day."""

    states: Array
    status: Whole
    where: Whole
    when: Array

    @classmethod
    def to(cls, problem: Problem) -> Answer:
        """Return room for the answer to a problem."""
        people, states = problem.begin.shape
        return cls(
            np.empty((people, len(problem.outputs), states)),
            np.zeros(people, dtype=np.int64),
            np.zeros(people, dtype=np.int64),
            np.zeros(people),
        )


class Kernel(Protocol):
    """A compiled model."""

    def start(self, parameters: Array) -> tuple[Array, Array]:
        """Return reference states (people, states) and inputs (people, inputs)."""
        ...

    def integrate(self, problem: Problem, answer: Answer, first: int, until: int) -> None:
        """Integrate people `first` to `until`, without holding the lock of Python."""
        ...
