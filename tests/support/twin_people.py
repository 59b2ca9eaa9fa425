"""Simulated people who are measured with error, and what their twins say of them.

Each has a true course, drawn from the same prior as the members of her twin (other draws), that
starts from her true BMD and CTX. Her twin knows only what was measured: at month 0, and at later
visits, every time with an error of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from osteon.language.case import Case
from osteon.model.library import standard
from osteon.people.draw import Draws
from osteon.people.endpoint import DXA_ENDPOINTS, key_of_endpoint
from osteon.people.ensemble import ensemble_from
from osteon.people.layer import current_layer
from osteon.people.measurement_error import measurement_error
from osteon.people.plan import Plan
from osteon.people.reference_bmd import bmd_from_t_score
from osteon.strategies.simulate import simulate
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
    number: int, members: int = 200, refined: bool = False, visits: tuple[int, ...] = VISITS
) -> Iterator[Found]:
    """Yield what the twin of one simulated person says before any visit and after each."""
    chance = np.random.default_rng([7, number])
    true_person, doing = _person(chance)
    course = _true_course(true_person, doing, number, visits)
    errors = {name: measurement_error(name) or 0.0 for name in course}
    seen = {
        name: values * np.exp(errors[name] * chance.standard_normal(len(values)))
        for name, values in course.items()
    }
    start = {name: float(values[0]) for name, values in seen.items()}
    measured = true_person | _stated(start)
    for count in range(len(visits) + 1):
        made = [
            {"month": month, **{name: _with_unit(name, seen[name][1 + k]) for name in course}}
            for k, month in enumerate(visits[:count])
        ]
        case = Case(
            person=measured,
            strategies={"it": {"drugs": doing}},
            horizon=f"{TARGET} months",
            measurements=made,
        )
        forecast = simulate(case, members=members, seed=1 + number, refined=refined)
        update = forecast.update
        contradicted = sum(not one.believed for one in update.judged)
        for endpoint in DXA_ENDPOINTS:
            change = forecast["it"][endpoint].change.at(TARGET)
            truth = 100.0 * (course[endpoint][-1] / course[endpoint][0] - 1.0)
            yield Found(
                number, endpoint, count, truth, change.median, change.low, change.high,
                update.effective_members, contradicted,
            )  # fmt: skip


def _person(chance: np.random.Generator) -> tuple[dict[str, Any], list[str]]:
    """Return a woman after menopause as she truly is, and what she takes."""
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


def _true_course(
    person: dict[str, Any], doing: list[str], number: int, visits: tuple[int, ...]
) -> dict[str, np.ndarray]:
    """Return BMD and CTX at month 0, at the visits and at the target month."""
    case = Case(person=person, strategies={"it": {"drugs": doing}})
    model, layer = standard(), current_layer()
    draws = Draws.of(model.table, layer, 1, _OTHER_DRAWS + number)
    one = ensemble_from(model, layer, case.person, case.usual, draws)
    times = np.array([0, *visits, TARGET]) * DAYS_PER_MONTH
    calendar = Plan(case.usual, case.treatment_of("it")).calendar(
        model, one.usual_inputs(), float(times[-1])
    )
    course = one.simulate(calendar, times)
    keys = {name: key_of_endpoint(model, name) for name in (*DXA_ENDPOINTS, "ctx")}
    return {name: course.at(key)[0] for name, key in keys.items() if key is not None}
