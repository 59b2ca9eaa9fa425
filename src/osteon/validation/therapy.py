"""Which classes of drugs act in an arm on a day, which have acted before, and where menopause is.

A course acts from its first dose until one interval after its last; a single dose acts as long as
the interval at which such doses are usually repeated, which the drug's file says. Oophorectomy, and
chemotherapy that ends ovarian function, act from their day on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from osteon.interventions.drug import Drug, Family
from osteon.language.schedule import DrugSchedule
from osteon.language.trial import Trial
from osteon.model.library import mechanisms
from osteon.vocabulary.units import DAYS_PER_YEAR

ANABOLICS: Final = frozenset({Family.PTH_ANALOG, Family.SCLEROSTIN_ANTIBODY})
BONE_DRUGS: Final = frozenset({Family.BISPHOSPHONATE, Family.RANKL_ANTIBODY}) | ANABOLICS

_MENOPAUSE_AGE: Final = 50 * DAYS_PER_YEAR
_EARLY: Final = 5 * DAYS_PER_YEAR
_MOMENT = 1e-6


@dataclass(frozen=True)
class Therapy:
    """Classes of drugs in an arm on one day.

    Attributes
    ----------
    acting:
        Those that act.
    stopped:
        Those that acted before and no longer do.
    """

    acting: frozenset[str] = frozenset()
    stopped: frozenset[str] = frozenset()

    @property
    def ever(self) -> frozenset[str]:
        """Return the classes that act or have acted."""
        return self.acting | self.stopped


def therapy(trial: Trial, arm: str, day: float) -> Therapy:
    """Return which classes act in an arm on a day, and which have acted before."""
    acting: set[str] = set()
    over: set[str] = set()
    for family, start, end in _spells(trial, arm):
        if start < day - _MOMENT:
            (acting if day <= end + _MOMENT else over).add(family)
    return Therapy(frozenset(acting), frozenset(over - acting))


def stage(trial: Trial, arm: str, begin: float, end: float) -> str:
    """Return where the people of an arm are on the way through menopause, between two days.

    Before, through, early after (to five years) or late after it, by the mean of the population;
    where only an age is known, menopause is taken to come at 50.
    """
    population = trial.population_of(arm)
    if population.premenopausal:
        return "before menopause"
    since = population.years_since_menopause
    if since is not None:
        years = since.mean
    else:
        years = population.age.mean - _MENOPAUSE_AGE if population.age else 2 * _EARLY
    if years + end <= 0:
        return "before menopause"
    if years + begin < 0:
        return "through menopause"
    return "early after menopause" if years + begin < _EARLY else "late after menopause"


def _spells(trial: Trial, arm: str) -> Iterator[tuple[str, float, float]]:
    """Yield what acts in an arm, from when to when, in days."""
    treatment = trial.treatment_of(arm)
    for course in treatment.drugs:
        drug = _drugs()[course.drug]
        yield drug.family, course.start, _end_of(course, drug.lasting)
    for procedure in treatment.procedures:
        if procedure.procedure == "oophorectomy" or procedure.ovarian_failure:
            yield Family.SUPPRESSION, procedure.at, float("inf")


def _end_of(course: DrugSchedule, lasting: float) -> float:
    if course.every is None:
        return course.start + lasting
    if course.until is None:
        return float("inf")
    return course.dose_times(course.until)[-1] + course.every


@lru_cache(maxsize=1)
def _drugs() -> dict[str, Drug]:
    """Return every drug of the library by its name; in whatever way it is given, it is one."""
    return {one.drug: one for one in mechanisms() if isinstance(one, Drug)}
