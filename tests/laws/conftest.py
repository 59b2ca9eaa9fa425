"""What laws are tried on: people drawn at random, lives laid over them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from osteon.interventions.drug import Delivery, Drug
from osteon.model.evaluation import Evaluation
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.cohort import Cohort
from osteon.people.draw import (
    typical,
    vary_between_people,
    vary_by_knowledge,
    within_bounds,
)
from osteon.people.layer import current_layer
from osteon.simulation.calendar import Calendar, Dose, Span
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
Events = tuple[list[Span], list[Dose]]


@pytest.fixture(scope="session")
def drawn(model: Model) -> Callable[[int, int], Array]:
    """Return (count, seed) -> parameters of random people; odd seeds lie over the fitted layer."""

    def draw(count: int, seed: int) -> Array:
        layer = current_layer() if seed % 2 else None
        factors = vary_by_knowledge(model.table, layer, count, seed)
        factors *= vary_between_people(model.table, count, seed)
        return within_bounds(model.table, typical(model.table, layer, count) * factors)

    return draw


@pytest.fixture(scope="session")
def at_rest(model: Model) -> Callable[[Array], Evaluation]:
    """Return parameters -> all quantities in the reference state that these parameters make."""

    def rest(parameters: Array) -> Evaluation:
        values = [float(value) for value in parameters]
        blank = model.evaluate({}, {}, values)

        def number(key: Key) -> float:
            value = blank.reference(key)
            return float(getattr(value, "value", value))

        states = {key: number(key) for key in model.states}
        return model.evaluate(states, {key: number(key) for key in model.inputs}, values)

    return rest


@pytest.fixture(scope="session")
def cohort(model: Model, drawn: Callable[[int, int], Array]) -> Callable[[int, int], Cohort]:
    """Return (count, seed) -> random women of 45 to 80 with menopause at 42 to 58."""

    def women(count: int, seed: int) -> Cohort:
        random = np.random.default_rng([seed, 7])
        ages = random.uniform(45.0, 80.0, count) * DAYS_PER_YEAR
        menopause = random.uniform(42.0, 58.0, count) * DAYS_PER_YEAR
        people = Cohort(model, drawn(count, seed), ages)
        return people.with_parameter("ovary.menopause_age", menopause)

    return women


@pytest.fixture(scope="session")
def life(model: Model) -> Callable[[Array, Events], Calendar]:
    """Return (usual inputs, events) -> the calendar of people who age and live through events."""

    def lived(usual: Array, events: Events) -> Calendar:
        spans, doses = events
        return Calendar.of(model, usual, [Span(Key("aging"), 1.0, -np.inf, np.inf), *spans], doses)

    return lived


@pytest.fixture(scope="session")
def drugs(model: Model) -> list[Drug]:
    """Return every drug that is found."""
    return [mechanism for mechanism in model.mechanisms if isinstance(mechanism, Drug)]


@pytest.fixture(scope="session")
def taken() -> Callable[[Drug, float, float, float], Events]:
    """Return (drug, mg a day, begin, end) -> the events of taking it, monthly if by pulses."""

    def events(drug: Drug, rate: float, begin: float, end: float) -> Events:
        key = Key(drug.dose.name)
        if drug.delivery is Delivery.AVERAGE_RATE:
            return [Span(key, rate, begin, end)], []
        return [], [Dose(key, 30.0 * rate, time) for time in np.arange(begin, end, 30.0)]

    return events


@pytest.fixture(scope="session")
def anywhere(
    model: Model, drawn: Callable[[int, int], Array], at_rest: Callable[[Array], Evaluation]
) -> Callable[[int], tuple[dict[Key, float], dict[Key, float], list[float]]]:
    """Return seed -> states and inputs far from reference, and a random person's parameters."""

    def scattered(seed: int) -> tuple[dict[Key, float], dict[Key, float], list[float]]:
        random = np.random.default_rng([seed, 11])
        parameters = drawn(1, seed)[0]
        now = at_rest(parameters)

        def moved(key: Key) -> float:
            value = now.quantity(key)
            number = float(getattr(value, "value", value))
            factor = float(np.exp(0.3 * random.standard_normal()))
            return number * factor if number else abs(factor - 1.0)

        states = {key: moved(key) for key in model.states}
        return states, {key: moved(key) for key in model.inputs}, list(map(float, parameters))

    return scattered
