"""A million different people for ten years, kept as a run keeps them: `make million`.

    python -m benchmarks.million DIR                    a million; the same command goes on in DIR
    python -m benchmarks.million DIR --people 50000     fewer, to see rate and memory

Everyone is drawn from a population, run in from before menopause, and treated: an inhibitor for
five years with denosumab half-yearly. Rows go to shards, and only a summary is merged, so memory is
that of one chunk. Each sitting, from start to end or to the moment it is killed, is recorded in
benchmarks/million.json: people finished, seconds, and memory after the first tenth and at the end.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.machine import described, peak_memory
from osteon.cli.rate import counting
from osteon.language import Trial
from osteon.runs.arm_people import ArmPeople
from osteon.runs.run import run

_RESULTS = Path(__file__).with_name("million.json")
_MONTHS = (12, 24, 36, 60, 72, 120)
_TRIAL = """
trial: a million skeletons
population:
  age: {mean: 62 years, sd: 7 years}
  years_since_menopause: {mean: 12 years, sd: 7 years}
  t_score: {lumbar_spine: {mean: -1.0, sd: 1.0}, total_hip: {mean: -0.8, sd: 0.9}}
horizon: 10 years
arms:
  denosumab on an inhibitor:
    drugs: [anastrozole 1 mg daily for 5 years, denosumab 60 mg every 6 months for 5 years]
"""


@dataclass
class Sitting:
    """One process at work on the run.

    Attributes
    ----------
    there:
        People that were finished before it.
    finished:
        People that are finished now.
    seconds, processor_seconds:
        By the clock, and of all cores together.
    early_memory, memory:
        The largest memory held so far, in GB, after a tenth of the people and now.
    """

    there: int = 0
    finished: int = 0
    seconds: float = 0.0
    processor_seconds: float = 0.0
    early_memory: float = 0.0
    memory: float = 0.0

    def told(self, people: int, began: float, more: int) -> None:
        """Take in that more people are finished; the first call tells who was there."""
        self.seconds = round(time.perf_counter() - began, 1)
        spent = resource.getrusage(resource.RUSAGE_SELF)
        self.processor_seconds = round(spent.ru_utime + spent.ru_stime, 1)
        self.memory = round(peak_memory(), 3)
        self.finished += more
        self.there = self.there or self.finished * (not self.early_memory)
        if not self.early_memory or 10 * (self.finished - self.there) <= people:
            self.early_memory = self.memory

    @property
    def rate(self) -> float:
        """Return people a second of this sitting."""
        return (self.finished - self.there) / self.seconds if self.seconds else 0.0


def main() -> None:
    """Carry out the run, and record how it went."""
    asked = argparse.ArgumentParser(description="A million person-decades as a run that survives.")
    asked.add_argument("folder", type=Path, help="where shards go; an interrupted run goes on")
    asked.add_argument("--people", type=int, default=1_000_000)
    words = asked.parse_args()
    trial = Trial.parse(_TRIAL)
    task = ArmPeople(trial, next(iter(trial.arms)), words.people, _MONTHS)
    record, sitting, began = _recorded(task), Sitting(), time.perf_counter()
    sittings = record["sittings"]
    assert isinstance(sittings, list)
    with counting(words.people, "people") as show:

        def told(more: int) -> None:
            show(more)
            sitting.told(words.people, began, more)
            _keep(task, record | {"sittings": [*sittings, asdict(sitting)]})

        done = run(task, words.folder, progress=told)
    spine = done.summary["bmd_lumbar_spine_month_120"]
    print(
        f"{spine.people:,} people; {sitting.rate:,.0f} a second in this sitting; {asdict(sitting)}"
    )
    print(f"spine BMD after ten years: {spine.mean:+.2f} %, sd {spine.sd:.2f}")


def _recorded(task: ArmPeople) -> dict[str, object]:
    """Return what was recorded of this run, nothing of another."""
    known = _all().get(str(task.people))
    if isinstance(known, dict) and known["finished"] is False:
        return known
    return {"machine": described(), "cores": os.cpu_count(), "finished": False, "sittings": []}


def _keep(task: ArmPeople, record: Mapping[str, object]) -> None:
    sittings = record["sittings"]
    assert isinstance(sittings, list)
    finished = sittings[-1]["finished"] == task.people
    kept = _all() | {str(task.people): {**record, "finished": finished}}
    _RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def _all() -> dict[str, object]:
    """Return the records of every size."""
    found: dict[str, object] = json.loads(_RESULTS.read_text("utf-8")) if _RESULTS.exists() else {}
    return found


if __name__ == "__main__":
    main()
