"""Which classes of drugs act in an arm on a day, which have acted before, and where menopause is.

A course acts from its first dose until one interval after its last; a single dose acts as long as
the interval at which such doses are usually repeated (assumed: zoledronic acid a year, denosumab
half a year, a depot against the ovaries 12 weeks, all else a day). Oophorectomy, and chemotherapy
that ends ovarian function, act from their day on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from osteon.language.schedule import DrugSchedule
from osteon.language.trial import Trial
from osteon.vocabulary.units import DAYS_PER_YEAR

INHIBITOR: Final = "aromatase inhibitor"
SERM: Final = "SERM"
SUPPRESSION: Final = "ovarian suppression"
ESTROGEN: Final = "estrogen"
BISPHOSPHONATE: Final = "bisphosphonate"
DENOSUMAB: Final = "denosumab"
PTH_ANALOG: Final = "PTH analog"
SCLEROSTIN_ANTIBODY: Final = "sclerostin antibody"

ANABOLICS: Final = frozenset({PTH_ANALOG, SCLEROSTIN_ANTIBODY})
BONE_DRUGS: Final = frozenset({BISPHOSPHONATE, DENOSUMAB}) | ANABOLICS

_CLASS_OF: Final = {
    **dict.fromkeys(("anastrozole", "letrozole", "exemestane"), INHIBITOR),
    **dict.fromkeys(("tamoxifen", "raloxifene"), SERM),
    **dict.fromkeys(("goserelin", "leuprolide", "elagolix", "oophorectomy"), SUPPRESSION),
    **dict.fromkeys(("estradiol", "conjugated estrogens"), ESTROGEN),
    **dict.fromkeys(
        ("alendronate", "risedronate", "ibandronate", "zoledronic acid"), BISPHOSPHONATE
    ),
    "denosumab": DENOSUMAB,
    **dict.fromkeys(("teriparatide", "abaloparatide"), PTH_ANALOG),
    "romosozumab": SCLEROSTIN_ANTIBODY,
}
_SINGLE_DOSE: Final = {
    "zoledronic acid": 365.25,
    "denosumab": 182.625,
    "goserelin": 84.0,
    "leuprolide": 84.0,
}
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


def class_of(drug: str) -> str:
    """Return the class of a drug; a drug that is alone of its kind is its own class."""
    return _CLASS_OF.get(drug, drug)


def therapy(trial: Trial, arm: str, day: float) -> Therapy:
    """Return which classes act in an arm on a day, and which have acted before."""
    acting: set[str] = set()
    over: set[str] = set()
    for name, start, end in _spells(trial, arm):
        if start < day - _MOMENT:
            (acting if day <= end + _MOMENT else over).add(class_of(name))
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
        yield course.drug, course.start, _end_of(course)
    for procedure in treatment.procedures:
        if procedure.procedure == "oophorectomy" or procedure.ovarian_failure:
            yield "oophorectomy", procedure.at, float("inf")


def _end_of(course: DrugSchedule) -> float:
    if course.every is None:
        return course.start + _SINGLE_DOSE.get(course.drug, 1.0)
    if course.until is None:
        return float("inf")
    return course.dose_times(course.until)[-1] + course.every
