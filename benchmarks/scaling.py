"""How speed and memory grow with the number of people: `python -m benchmarks.scaling 1000000`.

People are simulated in groups, as a run does, and of each group only a summary is kept; so memory
is that of one group. What a process has held at most never falls again: so each size is measured in
a process of its own, and the memory is that of a program that does this and nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from benchmarks.engines import by_kernel
from benchmarks.machine import peak_memory
from benchmarks.workloads import TASKS, Women
from osteon.simulation.engine import engine_name
from osteon.simulation.problem import Precision

_GROUP = 2048
_TOLERANCE = 1e-4


@dataclass(frozen=True)
class Scaled:
    """Seconds and gigabytes for so many person-decades."""

    people: int
    cores: int
    precision: str
    seconds: float
    memory: float


def scaled(people: int, cores: int, precision: Precision = Precision.DOUBLE) -> Scaled:
    """Simulate ten years of so many people, in a process of its own."""
    words = [str(people), "--cores", str(cores), "--precision", precision.value]
    command = [sys.executable, "-m", "benchmarks.scaling", *words]
    root = Path(__file__).parents[1]
    ended = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True)
    return Scaled(**json.loads(ended.stdout))


def _here(people: int, cores: int, precision: Precision) -> Scaled:
    """Simulate one group of different women after the other."""
    task = next(iter(TASKS.values()))
    (work,) = task.make(Women.drawn(min(people, _GROUP)), min(people, _GROUP))
    by_kernel(work.first(1), _TOLERANCE, engine_name(), cores, precision)
    before = time.perf_counter()
    left, highest = people, -np.inf
    while left > 0:
        states = by_kernel(work.first(left), _TOLERANCE, engine_name(), cores, precision)
        highest = max(highest, float(states.mean(axis=0).max()))
        left -= len(work)
    seconds = time.perf_counter() - before
    return Scaled(people, cores, precision.value, seconds, peak_memory())


def main() -> None:
    """Measure the size that is named, and print it."""
    asked = argparse.ArgumentParser(description="So many person-decades, and what they take.")
    asked.add_argument("people", type=int)
    asked.add_argument("--cores", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--precision", type=Precision, default=Precision.DOUBLE)
    words = asked.parse_args()
    print(json.dumps(asdict(_here(words.people, words.cores, words.precision))))


if __name__ == "__main__":
    main()
