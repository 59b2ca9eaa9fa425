"""Rescue: at each visit, whoever meets a rule is given its drug from then on.

The arm is first simulated as if nobody were rescued; at each visit it shows who first meets a rule.
These people are simulated again with the drug beginning at that visit, and take their own places.
Everyone is rescued once, by the first rule met. Nobody is rescued at month 0.
Leaves out: error of measurement at the visit, and physicians who do not follow the rule.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError
from osteon.language.rule import Condition, Rule
from osteon.language.schedule import DrugSchedule
from osteon.language.visits import days_seen
from osteon.people.cohort import Cohort
from osteon.people.endpoint import key_of_endpoint
from osteon.people.plan import Plan
from osteon.people.reference_bmd import t_score_from_bmd
from osteon.people.stopping import simulate_plan
from osteon.simulation.solve import TOLERANCE
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
_T_SCORE = "t_score_"


def simulate_with_rescue(
    cohort: Cohort,
    plan: Plan,
    times: Array,
    patience: Array | None = None,
    tolerance: float = TOLERANCE,
) -> Trajectory:
    """Return the trajectories of people, those who meet a rule rescued from that visit on.

    Raises
    ------
    InputError
        If a rule looks at something the model does not have.
    """
    horizon = float(times[-1])
    rules = plan.treatment.rules
    visits = np.array(days_seen(plan.treatment.visits, horizon))
    if not rules or not len(visits):
        return simulate_plan(cohort, plan, times, patience, tolerance)
    both = np.union1d(times, visits)
    lived = simulate_plan(cohort, plan, both, patience, tolerance)
    alone, seen = (lived.only(np.searchsorted(both, some)) for some in (times, visits))
    states = alone.states.copy()
    inputs = np.broadcast_to(alone.inputs, (len(cohort), *alone.inputs.shape[1:])).copy()
    for rule, visit, who in _first_met(seen, rules):
        treatment = plan.treatment
        drugs = (*treatment.drugs, _from_visit(rule.give, visit))
        rescue = Plan(plan.usual, treatment.model_copy(update={"drugs": drugs}))
        theirs = None if patience is None else patience[who]
        lived = simulate_plan(cohort.taken(who), rescue, times, theirs, tolerance)
        states[who], inputs[who] = lived.states, lived.inputs
    return replace(alone, states=states, levels=inputs, intervals=None)


def _first_met(
    seen: Trajectory, rules: tuple[Rule, ...]
) -> list[tuple[Rule, float, NDArray[np.int64]]]:
    """Return who meets which rule first at which visit."""
    found = []
    waiting = np.ones(len(seen.states), dtype=bool)
    values = [_watched(seen, rule.when) for rule in rules]
    for place, visit in enumerate(seen.times):
        for rule, value in zip(rules, values, strict=True):
            met = np.array([rule.when.holds(float(one)) for one in value[:, place]])
            who = np.flatnonzero(waiting & met)
            waiting[who] = False
            if len(who):
                found.append((rule, float(visit), who))
    return found


def _watched(seen: Trajectory, condition: Condition) -> Array:
    """Return what a condition looks at, shape (people, visits); T-scores are Hologic's."""
    name = condition.quantity
    if name.startswith(_T_SCORE):
        site = Site(name.removeprefix(_T_SCORE))
        bmd = seen[f"bmd@{site}"]
        scores = [t_score_from_bmd(float(one), site, "hologic") for one in bmd.ravel()]
        return np.array(scores).reshape(bmd.shape)
    key = key_of_endpoint(seen.model, name)
    if key is None:
        raise InputError(f"a rule looks at '{name}', which the model does not have yet")
    return seen.at(key)


def _from_visit(course: DrugSchedule, visit: float) -> DrugSchedule:
    """Return a course whose times count from a visit."""
    moved = {
        name: visit + when
        for name in ("from_", "until", "once")
        if (when := getattr(course, name)) is not None
    }
    return course.model_copy(update=moved)
