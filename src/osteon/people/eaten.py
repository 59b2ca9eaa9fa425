"""From a diet, its foods and supplements to the intakes that the simulation reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from osteon.interventions.nutrition.foods import food
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
    """A nutrient of a model: the inputs that it and foods enter by, and columns of their table."""

    key: Key
    by_foods: Key
    in_foods: tuple[str, ...]

    def of(self, eaten: Food) -> float | None:
        """Return what a food gives a day, in the unit of its input; None where nobody knows."""
        holds = food(eaten.food).holds(self.in_foods)
        if holds is None:
            return None
        return eaten.amount / _GRAMS_IN_TABLE * holds / as_days(1.0, eaten.per)


@lru_cache(maxsize=8)
def intakes_of(model: Model) -> Mapping[str, Intake]:
    """Return the nutrients that a model answers to, by what people call them."""
    found: dict[str, Intake] = {}
    for one in model.mechanisms:
        if isinstance(one, Nutrient):
            said = model.table.parameters[f"{one.name}.usual_intake"].stated
            if said is not None:
                foods = one.intake if one.foods is None else one.foods
                found[said.name] = Intake(Key(one.intake.name), Key(foods.name), said.in_foods)
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
        usual = reference[intake.key.name]
        more = {intake.key: (usual if stated is None else stated) + extra - usual}
        in_foods = sum(intake.of(one) or 0.0 for one in strategy.diet.foods)
        more[intake.by_foods] = more.get(intake.by_foods, 0.0) + in_foods
        yield from (Span(key, value, begin, end) for key, value in more.items() if value)


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
