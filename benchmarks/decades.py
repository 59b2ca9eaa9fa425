"""A million person-decades on all cores, of which quantiles are kept: `make decades`.

    python -m benchmarks.decades                    both tasks in both precisions, a million each
    python -m benchmarks.decades --people 50000     fewer, to see rate and memory
    python -m benchmarks.decades --only single      only what has this in its name

A person-decade is ten years of the whole model for one person, doses included, with every month
asked for. Some thousands of women are drawn and run in before the clock starts; each of the million
is one of them whose parameters have moved by a few percent of their own. A thread has some hundred
people at a time, and counts the percent changes of BMD and markers in bins, month by month.

benchmarks/decades.json is written again and again while it goes: one that was interrupted stands
there as not finished, with the people that it reached.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.counted import QUANTILES, Counted
from benchmarks.engines import by_kernel
from benchmarks.machine import described, peak_memory
from benchmarks.results import keep
from benchmarks.timing import READOUTS, readouts
from benchmarks.workloads import TASKS, Task, Women, Workload
from osteon.cli.rate import counting
from osteon.people.cohort import Cohort
from osteon.people.draw import vary_between_people
from osteon.simulation.engine import engine_name
from osteon.simulation.problem import Precision

Array = NDArray[np.float64]
_RESULTS = Path(__file__).with_name("decades.json")
_WOMEN, _GROUP, _COMPARED = 4096, 512, 128
_SPREAD: Final = 0.03
_TOLERANCE: Final = 1e-4


@dataclass(frozen=True)
class People:
    """Any number of different people, in groups that follow from their number alone."""

    women: Women
    task: Task
    people: int

    def __len__(self) -> int:
        return -(-self.people // _GROUP)

    def group(self, index: int) -> list[Workload]:
        """Return a group of them with their calendars."""
        first = index * _GROUP
        count = min(_GROUP, self.people - first)
        who = np.arange(first, first + count) % len(self.women.begin)
        cohort = self.women.cohort
        parameters = cohort.parameters[who]
        moved = np.random.default_rng((1, index)).standard_normal((count, self.varied.size))
        parameters[:, self.varied] *= np.exp(_SPREAD * moved)
        some = Cohort(cohort.model, parameters, cohort.ages[who])
        return self.task.make(Women(some, self.women.begin[who]), count)

    @cached_property
    def varied(self) -> NDArray[np.int64]:
        """Return the parameters in which people differ."""
        return np.flatnonzero(vary_between_people(self.women.cohort.model.table, 1, 1)[0] != 1.0)


@dataclass
class Course:
    """One task in one precision, as far as it has come."""

    of: People
    precision: Precision
    threads: int
    counted: list[Counted] = field(default_factory=list)
    processor_seconds: dict[str, float] = field(
        default_factory=lambda: {"kernel": 0.0, "rest": 0.0}
    )
    seconds: float = 0.0
    early_memory: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def run(self) -> Iterator[int]:
        """Simulate everyone; yields how many more are finished."""
        began, waiting = time.perf_counter(), iter(range(len(self.of)))
        with ThreadPoolExecutor(self.threads) as pool:
            self.counted = [Counted.none(121) for _ in range(self.threads)]
            free = list(self.counted)

            def one(index: int) -> int:
                with self._lock:
                    mine = free.pop()
                reached = mine.people
                self._group(index, mine)
                with self._lock:
                    free.append(mine)
                return mine.people - reached

            under_way = [
                pool.submit(one, index) for _, index in zip(free[:], waiting, strict=False)
            ]
            while under_way:
                more = under_way.pop(0).result()
                under_way += [
                    pool.submit(one, index) for index in [next(waiting, None)] if index is not None
                ]
                self.seconds = time.perf_counter() - began
                self.early_memory = self.early_memory or peak_memory()
                yield more

    def _group(self, index: int, mine: Counted) -> None:
        start = time.thread_time()
        works = self.of.group(index)
        kernel = -time.thread_time()
        answers = [
            by_kernel(work, _TOLERANCE, engine_name(), precision=self.precision) for work in works
        ]
        kernel += time.thread_time()
        for work, states in zip(works, answers, strict=True):
            mine.count(readouts(work, states))
        with self._lock:
            self.processor_seconds["kernel"] += kernel
            self.processor_seconds["rest"] += time.thread_time() - start - kernel

    def error(self) -> dict[str, float]:
        """Return the largest relative error of each readout of a sample at any month."""
        sample = People(self.of.women, self.of.task, _COMPARED)
        worst = np.zeros(len(READOUTS))
        for work in sample.group(0):
            tight = readouts(work, by_kernel(work, 1e-9, engine_name()))
            states = by_kernel(work, _TOLERANCE, engine_name(), precision=self.precision)
            worst = np.maximum(worst, np.abs(readouts(work, states) / tight - 1.0).max((1, 2)))
        return {name: float(f"{one:.1e}") for name, one in zip(READOUTS, worst, strict=True)}

    def told(self) -> dict[str, Any]:
        """Return what is kept of it."""
        people = sum(one.people for one in self.counted)
        return {
            "people": people,
            "finished": people == self.of.people,
            "threads": self.threads,
            "tolerance": _TOLERANCE,
            "seconds": round(self.seconds, 1),
            "processor seconds": {k: round(v, 1) for k, v in self.processor_seconds.items()},
            "memory after the first group and now, GB": [
                round(self.early_memory, 3), round(peak_memory(), 3),
            ],
        }  # fmt: skip

    def summary(self) -> dict[str, list[float]]:
        """Return quantiles of every readout after five and ten years."""
        whole = Counted(sum(one.counts for one in self.counted), 0)  # type: ignore[arg-type]
        return {
            f"{name}, month {month}, %": whole.quantiles(name, month)
            for name in READOUTS
            for month in (60, 120)
        }


def main() -> None:
    """Run what was asked for, and record how it went."""
    asked = argparse.ArgumentParser(description="A million person-decades with streamed quantiles.")
    asked.add_argument("--people", type=int, default=1_000_000)
    asked.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--only", default="", help="part of a task's or a precision's name")
    words = asked.parse_args()
    women = Women.drawn(_WOMEN)
    for name in list(TASKS)[:2]:
        for precision in Precision:
            title = f"{name}, {precision}"
            if words.only in title:
                _one(
                    title,
                    Course(People(women, TASKS[name], words.people), precision, words.threads),
                )


def _one(title: str, course: Course) -> None:
    begun = {"machine": described()}
    error, kept = course.error(), 0.0
    with counting(course.of.people, title) as show:
        for more in course.run():
            show(more)
            if course.seconds - kept > 20.0:
                kept = course.seconds
                keep(title, begun | course.told(), _RESULTS)
    found = begun | course.told() | {
        "load at the end": round(os.getloadavg()[0], 1),
        "largest error of a sample": error,
        "quantiles": {"of": list(QUANTILES), **course.summary()},
    }  # fmt: skip
    keep(title, found, _RESULTS)
    print(title, json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
