"""The courses of a strategy over time: which drug acts when, for how long, how often.

A course counts from its first dose, before month 0 too, until its end or, where none is stated, as
far as one looks. So what has been taken before is part of every limit over a life.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from osteon.language.schedule import DrugSchedule
from osteon.language.strategy import Strategy
from osteon.vocabulary.units import DAYS_PER_MONTH

INHIBITORS: Final = ("anastrozole", "letrozole", "exemestane")
ORAL_BISPHOSPHONATES: Final = ("alendronate", "risedronate", "ibandronate")
PTH_ANALOGS: Final = ("teriparatide", "abaloparatide")
ESTROGENS: Final = ("estradiol", "conjugated estrogens")
SUPPRESSION: Final = ("goserelin", "leuprolide", "elagolix")
GROUPS: Final = {
    "inhibitor": INHIBITORS,
    "oral_bisphosphonate": ORAL_BISPHOSPHONATES,
    "bisphosphonate": (*ORAL_BISPHOSPHONATES, "zoledronic acid"),
    "pth_analog": PTH_ANALOGS,
    "anabolic": (*PTH_ANALOGS, "romosozumab"),
    "estrogen": ESTROGENS,
    "suppression": SUPPRESSION,
    "endocrine": (*INHIBITORS, "tamoxifen", *SUPPRESSION),
    "antiresorptive": (*ORAL_BISPHOSPHONATES, "zoledronic acid", "denosumab"),
}
_A_DAY = 1.0


@dataclass(frozen=True)
class Course:
    """One drug from its first dose until its end (days; infinity where it goes on), mg a dose."""

    drug: str
    begin: float
    end: float
    every: float
    dose: float

    @classmethod
    def of(cls, schedule: DrugSchedule) -> Course:
        """Return the course of a schedule; a single dose acts as long as people wait for the next.

        Zoledronic acid acts for a year, any other single dose for a day.
        """
        drug, begin = schedule.drug, schedule.start
        if schedule.every is None:
            lasting = 12 * DAYS_PER_MONTH if drug == "zoledronic acid" else _A_DAY
            return cls(drug, begin, begin + lasting, lasting, schedule.dose)
        end = math.inf if schedule.until is None else schedule.until
        return cls(drug, begin, end, schedule.every, schedule.dose)

    def on(self, time: float) -> bool:
        """Return whether it is being taken at a time."""
        return self.begin <= time < self.end

    def doses(self, until: float) -> int:
        """Return how many doses fall before a time, or at it."""
        last = min(self.end - 1e-6, until)
        return 0 if last < self.begin else math.floor((last - self.begin) / self.every + 1e-9) + 1

    def length(self, until: float) -> float:
        """Return how long it has been taken by a time, in days."""
        return max(0.0, min(self.end, until) - self.begin)

    def last_dose(self) -> float:
        """Return when the last dose falls; infinity where it goes on."""
        if math.isinf(self.end):
            return math.inf
        return self.begin + (self.doses(self.end) - 1) * self.every


def courses_of(strategy: Strategy) -> tuple[Course, ...]:
    """Return the courses of a strategy, the earliest first; one with no dose is none."""
    found = (Course.of(schedule) for schedule in strategy.drugs)
    return tuple(sorted((one for one in found if one.end > one.begin), key=lambda one: one.begin))


def named(courses: Iterable[Course], group: str) -> tuple[Course, ...]:
    """Return the courses of a drug, or of a group of drugs."""
    drugs = GROUPS.get(group, (group.replace("_", " "),))
    return tuple(one for one in courses if one.drug in drugs)
