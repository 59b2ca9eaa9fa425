"""What a kernel is asked, and where its answer goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Lock
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


class Precision(StrEnum):
    """How many digits the kernel computes with: 16, or 7 with twice as many people at once.

    Single precision carries every state on with what its digits cannot hold, so that thousands of
    steps do not add up to a drift. It is meant for tolerances of 1e-5 and above.
    """

    DOUBLE = "double"
    SINGLE = "single"


@dataclass(frozen=True, eq=False)
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


@dataclass(frozen=True, eq=False)
class Answer:
    """States (people, outputs, states), and how each solve ended: status, worst state, day.

    `steps` counts the steps taken and rejected, shape (people, 2).
    """

    states: Array
    status: Whole
    where: Whole
    when: Array
    steps: Whole

    @classmethod
    def to(cls, problem: Problem) -> Answer:
        """Return room for the answer to a problem."""
        people, states = problem.begin.shape
        return cls(
            np.empty((people, len(problem.outputs), states)),
            np.zeros(people, dtype=np.int64),
            np.zeros(people, dtype=np.int64),
            np.zeros(people),
            np.zeros((people, 2), dtype=np.int64),
        )


@dataclass(frozen=True, eq=False)
class Slopes:
    """How states depend on chosen parameters: at the start, and where the answer goes.

    Attributes
    ----------
    begin, found:
        Shapes (people, parameters, states) and (people, outputs, parameters, states).
    """

    begin: Array
    found: Array


@dataclass(frozen=True)
class Queue:
    """People who wait; all threads draw from it, so that none is left with more than the others.

    Attributes
    ----------
    people:
        How many there are.
    next:
        Who comes next, shape (1,); what is compiled counts it up itself.
    """

    people: int
    next: Whole = field(default_factory=lambda: np.zeros(1, dtype=np.int64))
    _lock: Lock = field(default_factory=Lock)

    def groups(self, size: int) -> Iterator[tuple[int, int]]:
        """Yield the first and the end of one group after another, until nobody waits."""
        while True:
            with self._lock:
                first = int(self.next[0])
                until = min(first + size, self.people)
                self.next[0] = until
            if first >= until:
                return
            yield first, until

    def close(self) -> None:
        """Let nobody wait any more; who is being looked at is finished."""
        with self._lock:
            self.next[0] = self.people


class Kernel(Protocol):
    """A compiled model."""

    def start(self, parameters: Array) -> tuple[Array, Array]:
        """Return reference states (people, states) and inputs (people, inputs)."""
        ...

    def integrate(self, problem: Problem, answer: Answer, queue: Queue) -> None:
        """Integrate people until nobody waits in the queue; the lock of Python is let go."""
        ...
