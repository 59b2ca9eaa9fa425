"""Simulated people who are measured with error, and what their twins say of them.

Each has a true course, drawn from the same prior as the members of her twin (other draws, the error
of the model among them), and as often as her markers of month 0 are likely. Her twin knows only
what was measured: at month 0, and at later visits, every time with an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from osteon.language.case import Case
from osteon.model.library import standard
from osteon.people.cohort import Cohort
from osteon.people.departure import Departure, course_of
from osteon.people.draw import Draws
from osteon.people.endpoint import DXA_ENDPOINTS, key_of_endpoint
from osteon.people.ensemble import ensemble_from, ensemble_of
from osteon.people.layer import current_layer
from osteon.people.measurement_error import measurement_error
from osteon.people.plan import Plan
from osteon.people.reference_bmd import bmd_from_t_score
from osteon.simulation.trajectory import Trajectory
from osteon.strategies.series import Series
from osteon.twin.first_markers import told_by_markers
from osteon.twin.refine import after_refining, refine
from osteon.twin.update import update as learn
from osteon.twin.weights import normalized
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH

VISITS = (12, 24, 36, 48)
TARGET = 60
_DOING = (
    [],
    ["anastrozole 1 mg daily for 5 years"],
    ["anastrozole 1 mg daily for 5 years", "risedronate 35 mg weekly for 3 years"],
    ["letrozole 2.5 mg daily for 5 years", "denosumab 60 mg every 6 months for 5 years"],
)
_OTHER_DRAWS = 1_000_000
_DRAWN_EACH = 8  # people, of whom one has her markers as likely as any
_MEASURED = (*DXA_ENDPOINTS, "ctx")


@dataclass(frozen=True)
class Found:
    """What a twin said of one site at the target month after some visits, in percent of month 0.

    Attributes
    ----------
    person, endpoint, visits:
        Who, where, after how many visits.
    truth, median, low, high:
        The true change, and the twin's.
    members:
        How many members the measurements left.
    contradicted:
        How many measurements were taken to contradict.
    """

    person: int
    endpoint: str
    visits: int
    truth: float
    median: float
    low: float
    high: float
    members: float
    contradicted: int

    @property
    def covered(self) -> bool:
        """Return whether the truth lies between the limits."""
        return self.low <= self.truth <= self.high

    @property
    def error(self) -> float:
        """Return how far the median is off, in percentage points."""
        return self.median - self.truth


def found_of(
    number: int,
    people: int = 20,
    members: int = 200,
    refined: bool = False,
    after: Sequence[int] = range(len(VISITS) + 1),
) -> Iterator[Found]:
    """Yield what the twins of some simulated people say after so many visits.

    Parameters
    ----------
    number:
        Draws who they are: `people` women in whom the same was measured at month 0.
    refined:
        Draw new members where few are left.
    after:
        How many visits.
    """
    chance = np.random.default_rng([7, number])
    person, doing = _person(chance)
    alone = Case(person=person, strategies={"it": {"drugs": doing}})
    model, layer = standard(), current_layer()
    others = Draws.of(model.table, layer, _DRAWN_EACH * people, _OTHER_DRAWS + number)
    real = ensemble_from(model, layer, alone.person, alone.usual, others)
    truths = _simulated(real, alone)
    likely = normalized(told_by_markers(alone.person, truths))
    drawn = chance.choice(len(likely), people, replace=False, p=likely)
    cohort = ensemble_of(model, layer, alone.person, alone.usual, members, 1 + number)
    foretold = _simulated(cohort, alone)
    for one, truth_of_one in enumerate(drawn):
        course = {name: _course(truths, name, real.departure)[truth_of_one] for name in _MEASURED}
        seen = {name: _seen(name, values, chance) for name, values in course.items()}
        for count in after:
            case = alone.but(measurements=[
                {"month": month, **{name: _with_unit(name, seen[name][k]) for name in seen}}
                for k, month in enumerate(VISITS[:count])
            ])  # fmt: skip
            error, now = cohort.departure, foretold
            update = learn(case, "it", now, error)
            if refined and update.degenerate:
                moved = refine(case, "it", update.believed, model, layer, members, one)
                error, now = moved.cohort.departure, _simulated(moved.cohort, alone)
                update = after_refining(case.person, update, moved, now)
            contradicted = sum(not judged.believed for judged in update.judged)
            for endpoint in DXA_ENDPOINTS:
                values = _course(now, endpoint, error)
                series = Series("", "", np.array([0.0, TARGET]), values[:, [0, -1]], update.weights)
                change = series.change.at(TARGET)
                truth = 100.0 * (course[endpoint][-1] / course[endpoint][0] - 1.0)
                yield Found(
                    number, endpoint, count, truth, *change, update.effective_members, contradicted
                )


def _seen(name: str, course: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """Return what is measured at the visits of one whose start was measured with an error.

    Her course is known relative to what was measured at month 0, so where it truly lies is off by
    the error of that measurement, at every visit alike.
    """
    error = measurement_error(name) or 0.0
    start = error * chance.standard_normal()
    return np.asarray(course[1:-1] * np.exp(start + error * chance.standard_normal(len(VISITS))))


def _course(trajectory: Trajectory, endpoint: str, error: Departure | None) -> np.ndarray:
    """Return what each member shows at month 0, at the visits and at the target month."""
    key = key_of_endpoint(trajectory.model, endpoint)
    assert key is not None
    return course_of(trajectory, key, error)


def _simulated(cohort: Cohort, case: Case) -> Trajectory:
    times = np.array([0, *VISITS, TARGET]) * DAYS_PER_MONTH
    plan = Plan(case.usual, case.treatment_of("it"))
    calendar = plan.calendar(cohort.model, cohort.usual_inputs(), float(times[-1]))
    return cohort.simulate(calendar, times)


def _person(chance: np.random.Generator) -> tuple[dict[str, Any], list[str]]:
    """Return a woman after menopause as she was measured, and what she takes."""
    age = chance.uniform(52, 76)
    menopause = min(chance.normal(50, 3), age - 1)
    common, own = chance.standard_normal(), chance.standard_normal(3)
    scores = -1.0 + 0.85 * common + 0.5 * own
    start = {
        f"bmd_{site}": bmd_from_t_score(score, site, "hologic")
        for site, score in zip(Site, scores, strict=True)
    }
    start["ctx"] = float(0.45 * np.exp(0.35 * chance.standard_normal()))
    person = {"age": f"{age:.2f} years", "menopause_age": f"{menopause:.2f} years"}
    return person | _stated(start), _DOING[chance.integers(len(_DOING))]


def _stated(start: dict[str, float]) -> dict[str, Any]:
    bmd = {str(site): _with_unit("bmd", start[f"bmd_{site}"]) for site in Site}
    return {"bmd": bmd, "laboratory": {"ctx": _with_unit("ctx", start["ctx"])}}


def _with_unit(name: str, value: float) -> str:
    return f"{value:.8g} {'ng/mL' if name == 'ctx' else 'g/cm2'}"
