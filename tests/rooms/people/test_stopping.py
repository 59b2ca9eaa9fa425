"""Who stops injections has those of the time before, and from then on what stopping does."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.interventions.drug import Delivery, Drug
from osteon.language.strategy import Strategy
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.people.cohort import Cohort
from osteon.people.plan import Plan
from osteon.people.stopping import simulate_plan
from osteon.simulation.trajectory import Trajectory

YEAR = 365.25
TIMES = np.array([0.0, 1.0, 2.0, 3.0]) * YEAR
NOTHING = Strategy()
INJECTED = {
    one.name
    for one in mechanisms()
    if isinstance(one, Drug) and one.delivery is not Delivery.AVERAGE_RATE
}
COURSES = {
    "denosumab": "denosumab 60 mg every 6 months",
    "ibandronate_injections": "ibandronate 3 mg every 3 months",
    "zoledronic_acid": "zoledronic acid 5 mg every 12 months",
    "romosozumab": "romosozumab 210 mg every 1 month for 12 months",
    "goserelin": "goserelin 3.6 mg every 28 days",
    "goserelin_for_months": "goserelin 10.8 mg every 84 days",
    "leuprolide": "leuprolide 3.75 mg every 28 days",
    "leuprolide_for_months": "leuprolide 11.25 mg every 84 days",
}


def women(model: Model, count: int) -> Cohort:
    parameters = np.tile(model.table.values, (count, 1))
    return Cohort(model, parameters, np.full(count, 62.0 * YEAR))


def lived(model: Model, course: str, patience: np.ndarray, per_year: str | None) -> Trajectory:
    said = Strategy(drugs=[course]).drugs[0]
    stop = {} if per_year is None else {"stop": {"per_year": per_year}}
    strategy = Strategy(drugs=[said.words() | stop])
    return simulate_plan(women(model, len(patience)), Plan(NOTHING, strategy), TIMES, patience)


def test_no_injection_is_forgotten_here() -> None:
    assert set(COURSES) == INJECTED


@pytest.mark.parametrize("drug", sorted(COURSES))
def test_who_stops_differs_and_who_goes_on_does_not(model: Model, drug: str) -> None:
    patience = np.array([0.05, 0.999999])
    with_stop = lived(model, COURSES[drug], patience, "50 %")
    whole = lived(model, COURSES[drug], patience, None)
    soon, never = with_stop["bmd@lumbar_spine"]
    assert never == pytest.approx(whole["bmd@lumbar_spine"][1], rel=1e-6)
    assert abs(soon[-1] / whole["bmd@lumbar_spine"][0, -1] - 1.0) > 0.002


def test_who_stops_lives_as_if_the_course_had_ended_there(model: Model) -> None:
    """Half leave each year: 29 % have left after half a year, 50 % after a year."""
    stop_at = 1 - 0.5 ** (np.array([0.5, 1.5]))
    found = lived(model, COURSES["denosumab"], stop_at, "50 %")
    for place, months in enumerate((6, 18)):
        course = f"denosumab 60 mg every 6 months for {months} months"
        alone = lived(model, course, np.array([0.5]), None)
        for name in ("bmd@total_hip", "ctx"):
            assert found[name][place] == pytest.approx(alone[name][0], rel=1e-5), months


def test_people_leave_as_the_share_a_year_says(model: Model) -> None:
    """12 % a year leave, of any drug: after three years 0.88 ** 3 still respond to denosumab."""
    count = 60
    patience = (np.arange(count) + 0.5) / count
    ctx = lived(model, COURSES["denosumab"], patience, "12 %")["ctx"]
    on = np.mean(ctx[:, -1] < 0.6 * ctx[:, 0])
    assert on == pytest.approx(0.88 ** (3.0 - 0.25), abs=0.06)
