"""osteon: what happens to a skeleton under endocrine therapy, and what can be done about it.

    from osteon import Person, Strategy, simulate

The names below are loaded when first used; naming the package loads nothing that computes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from osteon.version import __version__

if TYPE_CHECKING:
    from osteon.errors import InputError, OsteonError, SimulationError
    from osteon.language import (
        Case,
        Diet,
        DrugSchedule,
        Exercise,
        Measurement,
        Person,
        Strategy,
        Supplements,
        Trial,
    )
    from osteon.model.library import standard as standard_model
    from osteon.people.population.population import Population
    from osteon.planning.plan import plan
    from osteon.planning.proposal import Front
    from osteon.strategies.compare import Comparison, compare
    from osteon.strategies.forecast import Forecast
    from osteon.strategies.simulate import simulate
    from osteon.trials.simulate_trial import simulate_trial
    from osteon.validation.validate import Validation, validate

__all__ = [
    "Case",
    "Comparison",
    "Diet",
    "DrugSchedule",
    "Exercise",
    "Forecast",
    "Front",
    "InputError",
    "Measurement",
    "OsteonError",
    "Person",
    "Population",
    "SimulationError",
    "Strategy",
    "Supplements",
    "Trial",
    "Validation",
    "__version__",
    "compare",
    "plan",
    "simulate",
    "simulate_trial",
    "standard_model",
    "validate",
]

_HOMES: Final = {
    **dict.fromkeys(("InputError", "OsteonError", "SimulationError"), "osteon.errors"),
    **dict.fromkeys(
        (
            "Case", "Diet", "DrugSchedule", "Exercise", "Measurement", "Person", "Strategy",
            "Supplements", "Trial",
        ),
        "osteon.language",
    ),
    "Comparison": "osteon.strategies.compare",
    "Forecast": "osteon.strategies.forecast",
    "compare": "osteon.strategies.compare",
    "Front": "osteon.planning.proposal",
    "Population": "osteon.people.population.population",
    "plan": "osteon.planning.plan",
    "simulate": "osteon.strategies.simulate",
    "simulate_trial": "osteon.trials.simulate_trial",
    "standard_model": "osteon.model.library:standard",
    "Validation": "osteon.validation.validate",
    "validate": "osteon.validation.validate",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'osteon' has no attribute '{name}'")
    home, _, inside = _HOMES[name].partition(":")
    return getattr(import_module(home), inside or name)


def __dir__() -> list[str]:
    return sorted(__all__)
