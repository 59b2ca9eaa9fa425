"""What a strategy costs her: hours a year, over everything it begins.

    burden = sum of how often each thing happens before the horizon * its hours / years

The weights are assumptions with their reasons (`burden.toml`); a case may state its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from osteon.language.wishes import BurdenWeights
from osteon.parameters import read_parameters
from osteon.planning.option import Option
from osteon.vocabulary.units import DAYS_PER_YEAR


@lru_cache(maxsize=1)
def usual_weights() -> dict[str, float]:
    """Return the hours that each thing costs where nothing else is said."""
    table = read_parameters(Path(__file__).with_suffix(".toml"))
    return {name: parameter.values()[0] for name, parameter in table.items()}


def weights(own: BurdenWeights) -> dict[str, float]:
    """Return the hours that each thing costs her."""
    stated = {name: getattr(own, name) for name in own.model_fields_set}
    return usual_weights() | {name: hours for name, hours in stated.items() if hours is not None}


def burden(option: Option, hours: Mapping[str, float], horizon: float) -> float:
    """Return the hours a year that an option costs over a horizon (days)."""
    total = sum(number * hours[thing] for thing, number in option.costs.items())
    return total / (horizon / DAYS_PER_YEAR)
