"""What might be eaten and trained beyond what is usual: foods by the portion, vitamin D, training.

Calcium and protein come in portions of food (the serving of the table of foods), a calcium tablet
beside them. Training is what the trials of the table did: balance and functional training,
resistance training on machines with its stages, jumps. What she trains already is not offered.

Calcium is added up to what guidelines ask for: of what could be left out with 1200 mg a day still
reached, nothing is offered, because in trials a greater dose did no more (Tai 2015).

K2, magnesium, zinc and omega-3 are no options: in trials they change neither BMD nor fractures, so
they could only add to the burden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from osteon.guidance.intake import intake
from osteon.interventions.exercise.activity import activity
from osteon.interventions.nutrition.foods import food
from osteon.language.lifestyle import Exercise, Food
from osteon.planning.base import Base
from osteon.planning.option import NOTHING, Choice, Option, carried_out

USUAL_FOODS: Final = ("yogurt", "cheddar", "lentils")
PORTIONS: Final = (1, 2)
CALCIUM_TABLET: Final = 500.0
ENOUGH_CALCIUM: Final = 1200.0
MUCH_CALCIUM: Final = 100.0
DAYS_PER_WEEK: Final = 7.0
VITAMIN_D: Final = (800.0, 2000.0)
TRAINING: Final[dict[str, tuple[str, dict[str, str | int], tuple[int, ...]]]] = {
    "balance": ("balance training", {"minutes": "45 minutes"}, (2, 3)),
    "resistance": ("resistance training", {"minutes": "45 minutes", "intensity": "70 %"}, (2, 3)),
    "impact": ("impact training", {"minutes": "15 minutes", "impacts": 50}, (3,)),
}
_SESSION = 45.0


def food_choices(base: Base) -> tuple[Choice, ...]:
    """Return a choice for each food she would eat more of.

    Raises
    ------
    UnknownNameError
        If the table of foods does not hold it.
    """
    days = base.horizon - base.now
    wished = USUAL_FOODS if base.case.plan.foods is None else base.case.plan.foods
    return tuple(
        Choice(name, (NOTHING, *(_portions(name, number, days) for number in PORTIONS)))
        for name in wished
    )


def supplement_choices(base: Base) -> tuple[Choice, ...]:
    """Return what may be taken as a supplement: a calcium tablet, vitamin D."""
    days = base.horizon - base.now
    tablets = {"tablet": days}
    calcium = Option(
        f"calcium tablet {CALCIUM_TABLET:g} mg a day",
        supplements={"calcium": CALCIUM_TABLET},
        costs=tablets,
    )
    vitamin_d = (
        Option(f"vitamin D {amount:g} IU a day", supplements={"vitamin_d": amount}, costs=tablets)
        for amount in VITAMIN_D
    )
    return (
        Choice("calcium tablet", (NOTHING, calcium)),
        Choice("vitamin D", (NOTHING, *vitamin_d)),
    )


def training_choices(base: Base) -> tuple[Choice, ...]:
    """Return the kinds of training she can begin."""
    done = {activity(one.activity).category for one in base.strategy.exercise}
    return tuple(
        Choice(f"{kind} training", (NOTHING, *_sessions(base, kind)))
        for kind in base.case.plan.training
        if activity(TRAINING[kind][0]).category not in done
    )


def superfluous(base: Base, options: Iterable[Option]) -> bool:
    """Return whether calcium would still be enough without one of the options that add it."""
    options = [one for one in options if one is not NOTHING]
    untouched = intake(base.strategy, "calcium")
    added = [intake(carried_out(base.strategy, [one]), "calcium") - untouched for one in options]
    return any(
        untouched + sum(added) - one >= ENOUGH_CALCIUM for one in added if one >= MUCH_CALCIUM
    )


def _portions(name: str, number: int, days: float) -> Option:
    content = food(name)
    serving = content.columns["serving_g"]
    eaten = Food(food=content.name, amount=f"{number * serving!r} g", per="day")
    words = f"{name}, {number * serving:.0f} g a day"
    return Option(words, foods=(eaten,), costs={"portion": number * days})


def _sessions(base: Base, kind: str) -> Iterator[Option]:
    name, how, weekly = TRAINING[kind]
    weeks = (base.horizon - base.now) / DAYS_PER_WEEK
    for number in weekly:
        habit = Exercise(
            activity=name, sessions=f"{number} per week", **how, **{"from": f"day {base.now!r}"}
        )
        share = (habit.minutes or _SESSION) / _SESSION
        words = f"{name}, {number} a week"
        yield Option(words, exercise=(habit,), costs={"session": number * weeks * share})
