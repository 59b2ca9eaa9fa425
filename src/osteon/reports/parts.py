"""The parts of a strategy, and what is left of it when one of them is cut out."""

from __future__ import annotations

from osteon.language import Strategy
from osteon.language.lifestyle import Diet, Supplements


def without_each_part(strategy: Strategy) -> dict[str, Strategy]:
    """Return what is left of a strategy with one part cut out, by the name of that part.

    Parts are each drug, the diet with its supplements, and each activity; what is usual takes the
    place of a part that is cut out.
    """
    parts: dict[str, Strategy] = {}
    for drug in dict.fromkeys(course.drug for course in strategy.drugs):
        others = tuple(course for course in strategy.drugs if course.drug != drug)
        parts[drug] = strategy.model_copy(update={"drugs": others})
    if strategy.diet.model_fields_set or strategy.supplements.model_fields_set:
        nothing = {"diet": Diet(), "supplements": Supplements()}
        parts["diet"] = strategy.model_copy(update=nothing)
    for activity in dict.fromkeys(habit.activity for habit in strategy.exercise):
        habits = tuple(habit for habit in strategy.exercise if habit.activity != activity)
        parts[activity] = strategy.model_copy(update={"exercise": habits})
    return parts
