"""What a person writes: quantities, files, and descriptions that never change.

It computes nothing. The names below are loaded when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from osteon.language.case import Case, Measurement
    from osteon.language.json_schema import schema
    from osteon.language.lifestyle import Diet, Exercise, Food, Supplements
    from osteon.language.observation import Observation
    from osteon.language.person import Densities, Frax, History, Laboratory, Person, TScores
    from osteon.language.population import Eligible, Population, Spread
    from osteon.language.rule import Rule
    from osteon.language.schedule import DrugSchedule
    from osteon.language.strategy import Procedure, Strategy
    from osteon.language.trial import Arm, Trial
    from osteon.language.wishes import BurdenWeights, Wishes

__all__ = [
    "Arm",
    "BurdenWeights",
    "Case",
    "Densities",
    "Diet",
    "DrugSchedule",
    "Eligible",
    "Exercise",
    "Food",
    "Frax",
    "History",
    "Laboratory",
    "Measurement",
    "Observation",
    "Person",
    "Population",
    "Procedure",
    "Rule",
    "Spread",
    "Strategy",
    "Supplements",
    "TScores",
    "Trial",
    "Wishes",
    "schema",
]

_HOMES = {
    "case": ("Case", "Measurement"),
    "lifestyle": ("Diet", "Exercise", "Food", "Supplements"),
    "observation": ("Observation",),
    "person": ("Densities", "Frax", "History", "Laboratory", "Person", "TScores"),
    "population": ("Eligible", "Population", "Spread"),
    "rule": ("Rule",),
    "schedule": ("DrugSchedule",),
    "json_schema": ("schema",),
    "strategy": ("Procedure", "Strategy"),
    "trial": ("Arm", "Trial"),
    "wishes": ("BurdenWeights", "Wishes"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
