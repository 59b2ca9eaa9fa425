"""Whatever people take, eat and lift: every number stays finite, and what is positive stays so.

Only what is zero or negative in the reference state (a logarithm, a balance) may be negative later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from osteon.interventions.drug import Drug
from osteon.model.model import Model
from osteon.model.roster import Key, places
from osteon.people.cohort import Cohort
from osteon.simulation.calendar import Calendar, Dose, Span
from osteon.simulation.solve import TOLERANCE
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]
Events = tuple[list[Span], list[Dose]]
MONTHS = 30.4375 * np.arange(0.0, 97.0, 3.0)
ROUNDING = 1e-9
SUPPLIED = {"calcium_intake": (0.0, 3000.0), "vitamin_d_intake": (0.0, 10000.0)}


def broken(model: Model, lived: Trajectory) -> dict[str, str]:
    """Return the quantities that are not finite, or negative though positive at reference."""
    found = {}
    rest = model.at_reference()
    amounts = {one.dose.name for one in model.mechanisms if isinstance(one, Drug)}
    amounts |= {
        state.name for one in model.mechanisms if isinstance(one, Drug) for state in one.owns
    }
    for name, quantity in model.roster.quantities.items():
        for site in places(quantity):
            key = Key(name, site)
            with np.errstate(divide="ignore"):  # the power of an intake of nothing, exp(n log 0)
                values = lived.at(key)
            usual = float(getattr(rest.quantity(key), "value", 0.0))
            if not np.isfinite(values).all():
                found[str(key)] = "not finite"
            lowest = 0.0 if usual > ROUNDING and name != "age" else -np.inf
            if name in amounts:
                lowest = -TOLERANCE
            if values.min() < lowest:
                found[str(key)] = f"down to {values.min():.3g}"
    return found


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """Return which intakes, loads and drugs hold from which month to which."""
    months = st.integers(-24, 90)

    def course(low: float, high: float) -> tuple[float, float, float]:
        begin = draw(months)
        end = begin + draw(st.integers(1, 60))
        return draw(st.floats(low, high)), 30.4375 * begin, 30.4375 * end

    return {
        "intakes": {name: course(*limits) for name, limits in SUPPLIED.items()},
        "load": course(0.3, 2.0),
        "drugs": [course(-2.0, 1.3) for _ in range(6)],
        "taken": draw(st.lists(st.booleans(), min_size=6, max_size=6)),
    }


@given(plan=plans(), seed=st.integers(0, 2**31 - 1))
@settings(max_examples=100)
def test_random_people_on_random_plans(
    model: Model,
    cohort: Callable[[int, int], Cohort],
    life: Callable[[Array, Events], Calendar],
    drugs: list[Drug],
    taken: Callable[[Drug, float, float, float], Events],
    plan: dict[str, Any],
    seed: int,
) -> None:
    people = cohort(8, seed)
    usual = model.table.values
    spans, doses = [], []
    for name, (level, begin, end) in plan["intakes"].items():
        owner = model.roster.taker[name].name
        reference = usual[model.table.column(f"{owner}.usual_intake")]
        spans.append(Span(Key(name), level - reference, begin, end))
    level, begin, end = plan["load"]
    spans += [
        Span(key, level - 1.0, begin, end) for key in model.inputs if key.name == "mechanical_load"
    ]
    for place, drug in enumerate(drugs):
        exponent, begin, end = plan["drugs"][place % 6]
        if plan["taken"][place % 6]:
            more, pulses = taken(drug, 10.0**exponent, begin, end)
            spans, doses = spans + more, doses + pulses
    lived = people.simulate(life(people.usual_inputs(), (spans, doses)), MONTHS)
    assert broken(model, lived) == {}


def test_a_number_below_zero_or_beyond_any_size_would_be_seen(model: Model) -> None:
    rest = model.at_reference()
    states = np.array([[[rest.quantity(key).value for key in model.states]]])
    inputs = np.array([[[rest.quantity(key).value for key in model.inputs]]])
    parameters = np.array([model.table.values])
    good = Trajectory(model, np.zeros(1), states, parameters, inputs)
    assert broken(model, good) == {}
    spoiled = states.copy()
    spoiled[0, 0, model.states.index(Key("calcidiol"))] = -1.0
    assert broken(model, Trajectory(model, np.zeros(1), spoiled, parameters, inputs))[
        "calcidiol"
    ] == pytest.approx("down to -1")
    spoiled[0, 0, model.states.index(Key("calcidiol"))] = np.nan
    bad = broken(model, Trajectory(model, np.zeros(1), spoiled, parameters, inputs))
    assert bad["calcidiol"] == "not finite"
