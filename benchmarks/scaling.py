"""How speed and memory grow with the number of people: `python -m benchmarks.scaling 1000000`.

People are simulated in groups, as a run does, and of each group only a summary is kept; so memory
is that of one group.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass

import numpy as np

from benchmarks.engines import by_kernel
from benchmarks.machine import peak_memory
from benchmarks.workloads import TASKS, Women
from osteon.simulation.engine import engine_name
from osteon.simulation.problem import Precision

_GROUP = 2048


@dataclass(frozen=True)
class Scaled:
    """Seconds and gigabytes for so many person-decades."""

    people: int
    cores: int
    seconds: float
    memory: float


def scaled(women: Women, people: int, cores: int, precision: Precision, tolerance: float) -> Scaled:
    """Simulate ten years of so many people, one group of different women after the other."""
    task = next(iter(TASKS.values()))
    (work,) = task.make(women, min(people, len(women.begin), _GROUP))
    before = time.perf_counter()
    left, highest = people, -np.inf
    while left > 0:
        states = by_kernel(work.first(left), tolerance, engine_name(), cores, precision)
        highest = max(highest, float(states.mean(axis=0).max()))
        left -= len(work)
    return Scaled(people, cores, time.perf_counter() - before, peak_memory())


def main() -> None:
    """Run the size that is named, in both precisions, on all cores."""
    people, cores = int(sys.argv[1]), os.cpu_count() or 1
    women = Women.drawn(min(people, _GROUP))
    for precision in Precision:
        print(scaled(women, people, cores, precision, 1e-4))


if __name__ == "__main__":
    main()
