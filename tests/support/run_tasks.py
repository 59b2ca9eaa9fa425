"""Tasks for the tests of runs; `python -m support.run_tasks` begins one and never ends it."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from osteon.errors import SimulationError
from osteon.runs.layout import PARQUET, Layout
from osteon.runs.run import run
from osteon.runs.task import Column

TRIAL = """\
trial: made up
population: {age: {mean: 60 years, sd: 5 years}, t_score: {lumbar_spine: {mean: -1, sd: 1}}}
arms: {letrozole: {drugs: [letrozole 2.5 mg daily for 5 years]}}
"""

TWO_ARMS = """\
trial: made up
population: {age: {mean: 60 years, sd: 5 years}, t_score: {lumbar_spine: {mean: -1, sd: 1}}}
horizon: 2 years
arms:
  letrozole:
    participants: 56
    drugs: [letrozole 2.5 mg daily for 5 years]
    drop_out: {per_year: 60 %}
  placebo: {participants: 40}
"""


@dataclass(frozen=True)
class Dice:
    """People with one number each, normally distributed around 5; some chunks may fail."""

    chunks: int = 12
    size: int = 50
    seed: int = 1
    pause: float = 0.0
    failing: tuple[int, ...] = ()

    @property
    def people(self) -> int:
        return self.chunks * self.size

    @property
    def layout(self) -> Layout:
        return PARQUET

    @property
    def columns(self) -> tuple[Column, ...]:
        return (Column("thrown", "1", 0.05),)

    def describe(self) -> dict[str, Any]:
        return {"kind": "dice", "chunks": self.chunks, "size": self.size, "seed": self.seed}

    def versions(self) -> dict[str, str]:
        return {"dice": "1"}

    def compute(self, index: int) -> pa.Table:
        time.sleep(self.pause)
        if index in self.failing:
            raise SimulationError("a die fell off the table")
        stream = np.random.default_rng(np.random.SeedSequence((self.seed, index)))
        return pa.table({"thrown": 5.0 + stream.standard_normal(self.size)})


@dataclass(frozen=True)
class Endless:
    """A task that never gets past its last chunk, so that there is always time to kill it."""

    task: Any

    def __getattr__(self, name: str) -> Any:
        return getattr(self.task, name)

    def compute(self, index: int) -> pa.Table:
        while index == self.task.chunks - 1:
            time.sleep(1.0)
        return self.task.compute(index)


def real() -> Any:
    """Return a small task of the real model."""
    from osteon.language.trial import Trial
    from osteon.runs.arm_people import ArmPeople

    return ArmPeople(Trial.parse(TRIAL), "letrozole", 56, (12,), seed=4, chunk_size=16)


def courses() -> Any:
    """Return the same people of the real model month by month."""
    from osteon.language.trial import Trial
    from osteon.runs.arm_courses import ArmCourses

    return ArmCourses(Trial.parse(TRIAL), "letrozole", 56, (12,), seed=4, chunk_size=16)


def trial() -> Any:
    """Return a small virtual trial as a task: people leave, and one arm is smaller."""
    from osteon.language.trial import Trial
    from osteon.trials.trial_run import TrialRun
    from osteon.trials.virtual_trial import VirtualTrial

    return TrialRun(VirtualTrial(Trial.parse(TWO_ARMS), seed=4, chunk_size=16))


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder with what is in it."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


TASKS = {"dice": lambda: Dice(pause=0.03), "real": real, "courses": courses, "trial": trial}

if __name__ == "__main__":
    run(Endless(TASKS[sys.argv[1]]()), Path(sys.argv[2]))
