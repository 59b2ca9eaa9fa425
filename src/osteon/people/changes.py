"""How often the calendar of a plan changes, counted before it is laid out.

    changes = doses of what acts in pulses + beginnings and ends of everything else

Memory goes with it: a calendar holds every input of every person between two changes.

Assumes: the most there can be. What falls on one day, or outside the window in which it counts,
is counted all the same, and so is the drug of a rule, whether anybody meets it or not.
"""

from __future__ import annotations

import math
from collections import Counter

from osteon.interventions.drug import Delivery, Drug
from osteon.interventions.exercise.progression import stage_ends
from osteon.language.schedule import DrugSchedule
from osteon.model.model import Model
from osteon.people.plan import STOPPING_STEP, Plan, answering


def changes_of(plan: Plan, model: Model, horizon: float) -> Counter[str]:
    """Return how many changes each drug, activity and procedure of a plan makes at most.

    Parameters
    ----------
    horizon:
        The day until which doses are given.
    """
    drugs = [drug for drug in model.mechanisms if isinstance(drug, Drug)]
    counts: Counter[str] = Counter()
    for strategy, end in ((plan.usual, 0.0), (plan.treatment, horizon)):
        for course in (*strategy.drugs, *(rule.give for rule in strategy.rules)):
            pulses = any(one.delivery is Delivery.PULSES for one in answering(drugs, course))
            counts[course.drug] += course.doses(end) if pulses else _edges(course, end)
        for habit in strategy.exercise:
            counts[habit.activity] += 2 + len(stage_ends())
        for done in strategy.procedures:
            counts[done.procedure] += 1
    return counts


def _edges(course: DrugSchedule, end: float) -> int:
    """Return how often the average rate of a course changes: where it ends, and as people stop."""
    if course.stop is None:
        return 2
    return 3 + max(0, math.ceil((end - course.start) / STOPPING_STEP))
