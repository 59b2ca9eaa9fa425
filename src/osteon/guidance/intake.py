"""How much of a nutrient a strategy comes to: stated in total, as supplements, and in foods.

Where the total is not stated, the usual intake of the population stands for it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from osteon.interventions.nutrition.foods import USUAL_WEIGHT, food
from osteon.language.lifestyle import Food
from osteon.language.strategy import Strategy
from osteon.parameters import read_parameters
from osteon.vocabulary.units import as_days

_ROOMS = tuple(Path(__file__).parents[1] / room for room in ("physiology", "interventions"))
_GRAMS_IN_TABLE = 100.0


class Usual(NamedTuple):
    """What people usually take in, the columns of the table of foods, and whether by weight."""

    amount: float
    in_foods: tuple[str, ...]
    per_weight: bool


def intake(strategy: Strategy, nutrient: str, weight: float | None = None) -> float:
    """Return the intake a day from all sources, in the unit of the nutrient.

    Parameters
    ----------
    weight:
        Who eats it, kg; None: a usual weight.
    """
    usual = usual_intakes()[nutrient]
    stated = getattr(strategy.diet, nutrient)
    extra = getattr(strategy.supplements, nutrient, None) or 0.0
    total = (usual.amount if stated is None else float(stated)) + extra
    total += sum(given_by(eaten, nutrient, weight) or 0.0 for eaten in strategy.diet.foods)
    return float(total)


def given_by(eaten: Food, nutrient: str, weight: float | None = None) -> float | None:
    """Return what a food gives a day of a nutrient, in its unit; None where nobody knows."""
    usual = usual_intakes()[nutrient]
    holds = food(eaten.food).holds(usual.in_foods)
    if holds is None:
        return None
    daily = eaten.amount / _GRAMS_IN_TABLE * holds / as_days(1.0, eaten.per)
    return daily / (weight or USUAL_WEIGHT) if usual.per_weight else daily


@lru_cache(maxsize=1)
def usual_intakes() -> dict[str, Usual]:
    """Return the usual intake of each nutrient, by what people call it."""
    found = {}
    for room in _ROOMS:
        for file in sorted(room.rglob("*.toml")):
            if "[usual_intake]" in file.read_text("utf-8"):
                parameter = read_parameters(file)["usual_intake"]
                if parameter.stated is not None:
                    said, by_weight = parameter.stated, "/kg" in parameter.unit
                    found[said.name] = Usual(parameter.values()[0], said.in_foods, by_weight)
    return found
