"""Everything that is done: drugs, diet, supplements, exercise, procedures, and rules for rescue."""

from __future__ import annotations

import math
from typing import Annotated, Self, TypeVar

from pydantic import model_validator

from osteon.language.described import Described
from osteon.language.faults import misplaced
from osteon.language.lifestyle import Diet, Exercise, Nutrients, Supplements
from osteon.language.names import Flag, Named
from osteon.language.rule import Rule
from osteon.language.schedule import DrugSchedule
from osteon.language.times import Point
from osteon.language.visits import Visits

Kind = TypeVar("Kind", bound=Nutrients)


class Procedure(Described):
    """Something done once that changes the ovaries.

    Parameters
    ----------
    procedure:
        oophorectomy or chemotherapy.
    at:
        When, days inside.
    ovarian_failure:
        Whether chemotherapy ended ovarian function.
    """

    procedure: Annotated[str, Named("procedure", ("oophorectomy", "chemotherapy"))]
    at: Point
    ovarian_failure: Flag = False

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.procedure == "oophorectomy" and "ovarian_failure" in self.model_fields_set:
            raise misplaced("goes with chemotherapy only; leave it out", "ovarian_failure")
        return self


class Strategy(Described):
    """What is done, from month 0 or from the times stated.

    Parameters
    ----------
    drugs:
        Courses of drugs, as `DrugSchedule` or as sentences.
    diet:
        Total intake from all sources.
    supplements:
        What is added to the usual diet.
    exercise:
        Regular activities.
    procedures:
        Oophorectomy, chemotherapy.
    rules:
        What is given when a condition is met at a visit.
    visits:
        The time between visits, or a list of points in time; days inside.
    """

    drugs: tuple[DrugSchedule, ...] = ()
    diet: Diet = Diet()
    supplements: Supplements = Supplements()
    exercise: tuple[Exercise, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    rules: tuple[Rule, ...] = ()
    visits: Visits | None = None

    def on_top_of(self, usual: Strategy) -> Self:
        """Return this strategy with what is usual going on beneath it.

        What the strategy says about a drug, an activity, a nutrient or a food takes over from the
        usual one, for drugs and activities from the day it begins; what it does not mention goes
        on. A nutrient stated in the diet is a total, so a usual supplement of it ends.
        """
        stated = self.diet.model_fields_set
        ended = {name: None for name in Supplements.model_fields if name in stated}
        return self.model_copy(
            update={
                "drugs": (*_before_drugs(usual.drugs, self.drugs), *self.drugs),
                "diet": _eaten(usual.diet, self.diet),
                "supplements": _filled(
                    usual.supplements.model_copy(update=ended), self.supplements
                ),
                "exercise": (*_before_exercise(usual.exercise, self.exercise), *self.exercise),
                "procedures": (*usual.procedures, *self.procedures),
                "rules": (*usual.rules, *self.rules),
                "visits": self.visits if self.visits is not None else usual.visits,
            }
        )


def _before_drugs(
    usual: tuple[DrugSchedule, ...], own: tuple[DrugSchedule, ...]
) -> tuple[DrugSchedule, ...]:
    """Return the usual courses, each ended where the strategy's own course of the drug begins."""
    kept = []
    for course in usual:
        begin = min((one.start for one in own if one.drug == course.drug), default=math.inf)
        if course.start >= begin:
            continue
        if course.once is None and begin < (math.inf if course.until is None else course.until):
            course = course.model_copy(update={"until": begin})
        kept.append(course)
    return tuple(kept)


def _before_exercise(
    usual: tuple[Exercise, ...], own: tuple[Exercise, ...]
) -> tuple[Exercise, ...]:
    """Return the usual activities, each ended where the strategy's own begins."""
    kept = []
    for habit in usual:
        begin = min((one.from_ for one in own if one.activity == habit.activity), default=math.inf)
        if habit.from_ >= begin:
            continue
        if begin < (math.inf if habit.until is None else habit.until):
            habit = habit.model_copy(update={"until": begin})
        kept.append(habit)
    return tuple(kept)


def _eaten(usual: Diet, own: Diet) -> Diet:
    """Return both diets; a food may stand in several rows, as in milk each day and each week."""
    chosen = {food.food for food in own.foods}
    kept = (food for food in usual.foods if food.food not in chosen)
    return _filled(usual, own).model_copy(update={"foods": (*kept, *own.foods)})


def _filled(usual: Kind, own: Kind) -> Kind:
    stated = {name: getattr(own, name) for name in own.model_fields_set}
    return usual.model_copy(update=stated)
