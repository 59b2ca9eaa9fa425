"""Two traps of every solver with doses: reading the wrong side of a dose, and passing over NaN."""

from __future__ import annotations

import re

import numpy as np
import pytest
from support.toys.running import run_toy

from osteon.errors import SimulationError
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.calendar import Dose
from osteon.vocabulary.units import DAYS_PER_MONTH

RELEASE = 0.1


def dose(amount: float, time: float) -> Dose:
    """Return a dose into the depot."""
    return Dose(Key("depot"), amount, time)


def test_an_output_at_the_time_of_a_dose_reads_the_state_before_it(toy: Model) -> None:
    course = run_toy(toy, [0.0, 30.0, 30.0001, 60.0], doses=[dose(60.0, 30.0), dose(60.0, 60.0)])
    depot = course["depot"][0]
    left = 60.0 * np.exp(-RELEASE * 30.0)
    np.testing.assert_allclose(depot, [0.0, 0.0, 60.0, left], rtol=1e-4, atol=1e-12)


def test_a_dose_before_the_first_output_is_still_felt(toy: Model) -> None:
    depot = run_toy(toy, [5.0, 10.0], doses=[dose(10.0, 2.0)], tolerance=1e-9)["depot"][0]
    np.testing.assert_allclose(depot, 10.0 * np.exp(-RELEASE * np.array([3.0, 8.0])), rtol=1e-7)


def test_a_dose_at_the_very_start_is_read_before_and_felt_after(toy: Model) -> None:
    depot = run_toy(toy, [0.0, 1.0], doses=[dose(10.0, 0.0)], tolerance=1e-9)["depot"][0]
    np.testing.assert_allclose(depot, [0.0, 10.0 * np.exp(-RELEASE)], rtol=1e-7)


def test_a_dose_at_the_last_output_is_not_read(toy: Model) -> None:
    assert run_toy(toy, [0.0, 10.0], doses=[dose(5.0, 10.0)])["depot"][0, -1] == 0.0


def test_daily_doses_add_up_as_a_geometric_series(toy: Model) -> None:
    """Read before dose n: 1 (q + q^2 + ... + q^n) with q = e^(-k)."""
    days = np.arange(101.0)
    depot = run_toy(toy, days, doses=[dose(1.0, day) for day in days], tolerance=1e-9)["depot"][0]
    q = np.exp(-RELEASE)
    np.testing.assert_allclose(depot, q * (1.0 - q**days) / (1.0 - q), rtol=1e-7, atol=1e-12)


def test_two_doses_at_one_time_are_one_dose_of_both(toy: Model) -> None:
    two = run_toy(toy, [20.0], doses=[dose(1.0, 3.0), dose(2.0, 3.0)])
    one = run_toy(toy, [20.0], doses=[dose(3.0, 3.0)])
    np.testing.assert_array_equal(two.states, one.states)


def failure(toy: Model, **arguments: object) -> str:
    """Return the words of a solve that must fail."""
    with pytest.raises(SimulationError) as caught:
        run_toy(toy, [1.0, 300.0], dwindling_level=0.5, **arguments)
    return str(caught.value)


def test_a_value_that_is_no_number_ends_as_an_error(toy: Model) -> None:
    """The level reaches zero after li(0.5) / speed days: dz / log z, z from 0.5 to 0."""
    words = failure(toy)
    assert words.startswith("person 0 could not be simulated beyond month ")
    assert "a value was not finite" in words
    assert words.endswith("1 of 1 people failed")
    month = float(re.search(r"month ([0-9.]+)", words)[1])
    from scipy.special import expi

    assert month * DAYS_PER_MONTH == pytest.approx(-expi(np.log(0.5)) / 0.02, abs=2.0)


def test_the_error_names_the_quantity_that_went_wrong(toy: Model) -> None:
    """Not the last of the list: the others are as well as ever."""
    assert "first in dwindling_level;" in failure(toy)


def test_the_error_counts_those_who_failed(toy: Model) -> None:
    words = failure(toy, people=24)
    assert words.startswith("person 0 ")
    assert words.endswith("24 of 24 people failed")


def test_no_step_over_nan_is_ever_accepted(toy: Model) -> None:
    """What does not reach zero in time is solved to the end, beside the edge."""
    course = run_toy(toy, [1.0, 18.0], dwindling_level=0.5)
    assert np.isfinite(course.states).all()
    assert 0.0 < course["dwindling_level"][0, 1] < 0.2
