"""The calendar: additions to what is usual, in any order."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.calendar import Calendar, Dose, Span

INFLOW, DEPOT = Key("decaying_inflow"), Key("depot")
USUAL = np.array([[2.0]])
days = st.integers(-50, 50).map(float)
spans = st.lists(
    st.tuples(st.integers(-4, 4), days, st.integers(1, 40)).map(
        lambda one: Span(INFLOW, float(one[0]), one[1], one[1] + one[2])
    ),
    max_size=5,
)
doses = st.lists(
    st.tuples(st.integers(1, 4), days).map(lambda one: Dose(DEPOT, float(one[0]), one[1])),
    max_size=5,
)


def level(calendar: Calendar, day: float) -> float:
    """Return the inflow that led to a day."""
    return float(calendar.inputs_at([day])[0, 0, 0])


@given(spans=spans, day=days)
def test_the_input_is_the_usual_one_and_whatever_goes_on(
    toy: Model, spans: list[Span], day: float
) -> None:
    calendar = Calendar.of(toy, USUAL, spans)
    within = day + 0.5
    going_on = sum(span.value for span in spans if span.begin <= within < span.end)
    assert level(calendar, within) == 2.0 + going_on


@given(spans=spans, doses=doses, seed=st.integers(0, 99))
def test_the_order_does_not_matter(
    toy: Model, spans: list[Span], doses: list[Dose], seed: int
) -> None:
    one = Calendar.of(toy, USUAL, spans, doses)
    random.Random(seed).shuffle(spans)
    random.Random(seed).shuffle(doses)
    other = Calendar.of(toy, USUAL, spans, doses)
    np.testing.assert_array_equal(one.changes, other.changes)
    np.testing.assert_array_equal(one.inputs, other.inputs)
    np.testing.assert_array_equal(one.doses, other.doses)


@given(doses=doses)
def test_no_dose_is_lost_or_doubled(toy: Model, doses: list[Dose]) -> None:
    calendar = Calendar.of(toy, USUAL, (), doses)
    depot = toy.states.index(DEPOT)
    assert calendar.doses.sum() == sum(dose.amount for dose in doses)
    for dose in doses:
        there = calendar.doses[np.flatnonzero(calendar.changes == dose.time)[0], depot]
        assert there == sum(other.amount for other in doses if other.time == dose.time)


def test_an_output_at_a_change_reads_the_input_before_it(toy: Model) -> None:
    calendar = Calendar.of(toy, USUAL, [Span(INFLOW, 3.0, 10.0, 20.0)])
    found = [level(calendar, day) for day in (-5.0, 10.0, 10.1, 20.0, 20.1, 1e6)]
    assert found == [2.0, 2.0, 5.0, 5.0, 2.0, 2.0]


def test_spans_may_be_without_beginning_and_end(toy: Model) -> None:
    calendar = Calendar.of(toy, USUAL, [Span(INFLOW, 1.0, -np.inf, np.inf)])
    assert calendar.changes.tolist() == [-np.inf]
    assert level(calendar, -1e9) == level(calendar, 1e9) == 3.0


def test_people_keep_their_own_usual_inputs(toy: Model) -> None:
    calendar = Calendar.of(toy, np.array([[1.0], [5.0]]), [Span(INFLOW, 1.0, 0.0, 1.0)])
    assert calendar.inputs_at([0.5])[:, 0, 0].tolist() == [2.0, 6.0]


def test_nothing_planned_is_one_interval(toy: Model) -> None:
    calendar = Calendar.of(toy, USUAL)
    assert calendar.changes.tolist() == [-np.inf]
    assert not calendar.doses.any()


@pytest.mark.parametrize("wrong", ["spans", "doses"])
def test_what_the_model_does_not_have_is_refused(toy: Model, wrong: str) -> None:
    given = {
        "spans": [Span(Key("outflow"), 1.0, 0.0, 1.0)],
        "doses": [Dose(Key("pot"), 1.0, 0.0)],
    }
    with pytest.raises(KeyError):
        Calendar.of(toy, USUAL, **{wrong: given[wrong]})
