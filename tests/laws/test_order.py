"""The order of the list, and when and beside whom someone is simulated, do not matter."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from osteon.interventions.drug import Drug
from osteon.language import Person, Strategy
from osteon.mechanism import Mechanism
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.cohort import Cohort
from osteon.people.draw import vary_between_people, vary_by_knowledge
from osteon.people.ensemble import ensemble_of
from osteon.people.layer import current_layer
from osteon.simulation.calendar import Calendar, Dose, Span
from osteon.simulation.portable.source import portable_source
from osteon.simulation.solve import reference_of, solve

Array = NDArray[np.float64]
Events = tuple[list[Span], list[Dose]]
Draw = Callable[[int, int], Array]


@given(shuffled=st.permutations(mechanisms()))
@settings(max_examples=8)
def test_the_order_of_the_list_does_not_matter(model: Model, shuffled: list[Mechanism]) -> None:
    other = Model(shuffled)
    assert other.states == model.states
    assert other.inputs == model.inputs
    assert other.table.columns == model.table.columns
    assert other.table.values == model.table.values
    now, then = other.at_reference(), model.at_reference()
    assert all(
        now.quantity(key).value == then.quantity(key).value for key in model.trace.quantities
    )
    assert portable_source(other) == portable_source(model)


def test_the_kernel_would_show_another_model(model: Model) -> None:
    smaller = Model([one for one in mechanisms() if one.name != "estrogen_on_pth_response"])
    assert portable_source(smaller) != portable_source(model)


@pytest.fixture
def people(
    cohort: Callable[[int, int], Cohort],
    life: Callable[[Array, Events], Calendar],
    drugs: list[Drug],
    taken: Callable[[Drug, float, float, float], Events],
) -> tuple[Cohort, Calendar]:
    """Return random women and a calendar with the first drug in it."""
    women = cohort(24, 5)
    return women, life(women.usual_inputs(), taken(drugs[0], 1.0, 0.0, 400.0))


TIMES = np.array([-100.0, 0.0, 200.0, 900.0])


def test_the_same_kernel_gives_the_same_numbers(people: tuple[Cohort, Calendar]) -> None:
    women, calendar = people
    once, again = women.simulate(calendar, TIMES), women.simulate(calendar, TIMES)
    assert np.array_equal(once.states, again.states)


def test_cores_and_company_do_not_matter(model: Model, drawn: Draw) -> None:
    parameters = drawn(24, 5)
    states, inputs = reference_of(model, parameters)
    span = Span(Key("calcium_intake"), 400.0, 0.0, np.inf)

    def lived(chosen: slice, cores: int) -> Array:
        calendar = Calendar.of(model, inputs[chosen], [span])
        begin, count = states[chosen], len(states[chosen])
        return solve(
            model, begin, parameters[chosen], np.zeros(count), calendar, TIMES, cores=cores
        ).states

    together = lived(slice(None), 1)
    assert np.array_equal(lived(slice(None), 3), together)
    assert np.array_equal(lived(slice(7, 8), 1), together[7:8])


def test_nobody_hears_of_it_when_another_is_simulated(
    cohort: Callable[[int, int], Cohort], people: tuple[Cohort, Calendar]
) -> None:
    women, calendar = people
    before = women.parameters.copy()
    women.simulate(calendar, TIMES)
    assert np.array_equal(women.parameters, before)


PERSON = Person.model_validate(
    {
        "age": "62 years",
        "menopause_age": "50 years",
        "t_score": {"lumbar_spine": -1.2},
        "laboratory": {"calcidiol": "48 nmol/L", "ctx": "0.45 ng/mL"},
    }
)


@pytest.mark.parametrize("fitted", [True, False], ids=["fitted", "literature"])
def test_the_same_seed_gives_the_same_people(model: Model, fitted: bool) -> None:
    layer = current_layer() if fitted else None

    def parameters(seed: int) -> Array:
        return ensemble_of(model, layer, PERSON, Strategy(), 10, seed).parameters

    assert np.array_equal(parameters(4), parameters(4))
    other = parameters(5)
    assert np.array_equal(other[0], parameters(4)[0])  # the typical one
    assert not np.isclose(other[1:], parameters(4)[1:]).all(axis=1).any()


def test_another_seed_draws_other_people(model: Model) -> None:
    for draw in (
        lambda seed: vary_by_knowledge(model.table, None, 4, seed),
        lambda seed: vary_by_knowledge(model.table, current_layer(), 4, seed),
        lambda seed: vary_between_people(model.table, 4, seed),
    ):
        first, other = draw(1), draw(2)
        varied = (first != 1.0).any(axis=0)
        assert varied.sum() > 10
        assert not (first == other)[:, varied].any()


@given(seed=st.integers(0, 2**31 - 1), few=st.integers(1, 6), more=st.integers(1, 6))
@settings(max_examples=10)
def test_asking_for_more_people_keeps_the_first(
    model: Model, seed: int, few: int, more: int
) -> None:
    for drawn_twice in (
        [vary_by_knowledge(model.table, None, count, seed) for count in (few, few + more)],
        [vary_by_knowledge(model.table, current_layer(), n, seed) for n in (few, few + more)],
        [vary_between_people(model.table, count, seed) for count in (few, few + more)],
    ):
        first, longer = drawn_twice
        assert longer[:few] == pytest.approx(first, rel=1e-12)
