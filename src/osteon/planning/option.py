"""One thing that might be begun, and what it adds to a strategy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from osteon.language.lifestyle import Diet, Exercise, Food, Supplements
from osteon.language.schedule import DrugSchedule
from osteon.language.strategy import Strategy


@dataclass(frozen=True)
class Option:
    """One of the ways to settle a choice.

    Attributes
    ----------
    words:
        What it is, as a person would say it.
    drugs, foods, supplements, exercise:
        What it adds.
    costs:
        How often each thing that costs effort happens before the horizon (`burden.toml`).
    interventions:
        How many things are begun.
    """

    words: str
    drugs: tuple[DrugSchedule, ...] = ()
    foods: tuple[Food, ...] = ()
    supplements: Mapping[str, float] = field(default_factory=dict)
    exercise: tuple[Exercise, ...] = ()
    costs: Mapping[str, float] = field(default_factory=dict)
    interventions: int = 1

    @property
    def sessions(self) -> float:
        """Return its training sessions a day."""
        return sum(one.sessions for one in self.exercise)


@dataclass(frozen=True)
class Choice:
    """A question that every strategy answers once; the first option is to begin nothing."""

    about: str
    options: tuple[Option, ...]


NOTHING = Option("nothing", interventions=0)


def carried_out(base: Strategy, options: Iterable[Option]) -> Strategy:
    """Return what is done anyway with some options added to it."""
    options = tuple(options)
    foods = _together([*base.diet.foods, *(food for one in options for food in one.foods)])
    taken = {name: getattr(base.supplements, name) or 0.0 for name in _stated(base.supplements)}
    for one in options:
        for name, amount in one.supplements.items():
            taken[name] = taken.get(name, 0.0) + amount
    return base.model_copy(
        update={
            "drugs": (*base.drugs, *(course for one in options for course in one.drugs)),
            "diet": base.diet.model_copy(update={"foods": foods}) if foods else base.diet,
            "supplements": Supplements().model_copy(update=taken) if taken else base.supplements,
            "exercise": (*base.exercise, *(habit for one in options for habit in one.exercise)),
        }
    )


def _stated(supplements: Supplements | Diet) -> set[str]:
    return {name for name in supplements.model_fields_set if getattr(supplements, name) is not None}


def _together(foods: list[Food]) -> tuple[Food, ...]:
    """Return foods with what is eaten of the same food as often added up."""
    found: dict[tuple[str, str], Food] = {}
    for one in foods:
        key = (one.food, one.per)
        amount = one.amount + (found[key].amount if key in found else 0.0)
        found[key] = one.model_copy(update={"amount": amount})
    return tuple(found.values())
