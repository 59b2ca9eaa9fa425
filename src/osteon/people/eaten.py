"""From a diet, its foods and supplements to the intakes that the simulation reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from osteon.interventions.nutrition.foods import USUAL_WEIGHT, food
from osteon.language.lifestyle import INTAKES, Diet, Food
from osteon.language.strategy import Strategy
from osteon.mechanism import Nutrient
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.calendar import Span
from osteon.vocabulary.units import as_days

_GRAMS_IN_TABLE = 100.0


@dataclass(frozen=True)
class Intake:
    """A nutrient of a model: the input it enters by, and the columns of the table of foods."""

    key: Key
    in_foods: tuple[str, ...]
    per_weight: bool

    def of(self, eaten: Food) -> float | None:
        """Return what a food gives a day, in the unit of the intake; None where nobody knows."""
        holds = food(eaten.food).holds(self.in_foods)
        if holds is None:
            return None
        daily = eaten.amount / _GRAMS_IN_TABLE * holds / as_days(1.0, eaten.per)
        return daily / USUAL_WEIGHT if self.per_weight else daily


@lru_cache(maxsize=8)
def intakes_of(model: Model) -> Mapping[str, Intake]:
    """Return the nutrients that a model answers to, by what people call them."""
    found: dict[str, Intake] = {}
    for one in model.mechanisms:
        if isinstance(one, Nutrient):
            parameter = model.table.parameters[f"{one.name}.usual_intake"]
            said = parameter.stated
            if said is not None:
                by_weight = "/kg" in parameter.unit
                found[said.name] = Intake(Key(one.intake.name), said.in_foods, by_weight)
    return MappingProxyType(found)


def eaten(
    model: Model, strategy: Strategy, reference: dict[str, float], begin: float, end: float
) -> Iterator[Span]:
    """Yield what is eaten beyond the usual: stated in total, as supplements, or in foods.

    Raises
    ------
    UnknownNameError
        If a food is not in the table.
    """
    for name, intake in intakes_of(model).items():
        stated = getattr(strategy.diet, name)
        extra = getattr(strategy.supplements, name, None) or 0.0
        extra += sum(intake.of(one) or 0.0 for one in strategy.diet.foods)
        usual = reference[intake.key.name]
        difference = (usual if stated is None else stated) + extra - usual
        if difference:
            yield Span(intake.key, difference, begin, end)


def unanswered(model: Model, strategy: Strategy) -> Iterator[str]:
    """Yield in words what is eaten that changes nothing, and what of it nobody knows."""
    known = intakes_of(model)
    for name in INTAKES:
        said = (getattr(strategy.diet, name), getattr(strategy.supplements, name, None))
        if name not in known and said != (None, None):
            yield f"{_plain(name)} has no mechanism in this model: it changes nothing"
    for name, intake in known.items():
        blank = _blank(strategy.diet, intake) if intake.in_foods else []
        if blank:
            yield f"the table of foods does not know the {_plain(name)} of {', '.join(blank)}"


def _blank(diet: Diet, intake: Intake) -> list[str]:
    return [one.food for one in diet.foods if intake.of(one) is None]


def _plain(name: str) -> str:
    return name.replace("_", " ")
