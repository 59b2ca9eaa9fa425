"""Strength, balance and falls, against the trials and cohorts that their numbers come from."""

from __future__ import annotations

import numpy as np
import pytest
from support.typical import life, now, value

from osteon.model.model import Model

YEAR = 365.25
SPREAD = 1.5
WEEKLY = 1.0 / 7.0


def test_strength_gains_three_tenths_in_eighteen_weeks(model: Model) -> None:
    """Peterson 2010: leg press 29 (27 to 31) %, knee extension 33 (30 to 36) %."""
    lived = life(model, {"resistance_training": 112.0 * WEEKLY}, np.array([126.0]))
    assert lived["muscle_strength"][0, 0] == pytest.approx(1.31, abs=0.02)


def test_strength_follows_the_solution_on_paper(model: Model) -> None:
    days = np.array([10.0, 60.0, 300.0])
    gain, half, span = (value(model, f"muscle.{name}") for name in ("gain", "half", "span"))
    lived = life(model, {"resistance_training": 6.0}, days)
    expected = 1.0 + gain * 6.0 / (6.0 + half) * (1.0 - np.exp(-days / span))
    np.testing.assert_allclose(lived["muscle_strength"][0], expected, rtol=1e-6)


def test_legs_lose_nine_percent_a_decade(model: Model) -> None:
    """Hunter 2000: 9.3 % a decade."""
    lived = life(model, {"aging": 1.0}, np.array([10.0, 20.0]) * YEAR)
    early, late = lived["muscle_strength"][0]
    assert late / early == pytest.approx(1.0 - 0.093, abs=0.001)


def test_whoever_is_younger_than_the_reference_begins_where_she_stands(model: Model) -> None:
    """Strength and falls of an age are there at once: training alone takes time."""
    lived = life(model, {"aging": 1.0}, np.array([0.01, 90.0]), None, {"age": 30.0 * YEAR})
    assert lived["muscle_strength"][0] == pytest.approx([0.907**-1.0] * 2, rel=0.01)
    assert lived["falls"][0] == pytest.approx([lived["falls"][0, 0]] * 2, rel=0.01)


def test_balance_training_lowers_falls_by_a_quarter(model: Model) -> None:
    """Sherrington 2020: rate ratio 0.76 for balance and functional training."""
    lived = life(model, {"balance_training": 90.0 * WEEKLY}, np.array([365.0]))
    assert lived["falls"][0, 0] / now(model)("falls") == pytest.approx(0.76, abs=0.02)


def test_three_hours_a_week_prevent_more(model: Model) -> None:
    """Sherrington 2020: rate ratio 0.58 (0.45 to 0.76) for 3 hours a week and more."""
    lived = life(model, {"balance_training": 210.0 * WEEKLY}, np.array([365.0]))
    assert 0.45 < lived["falls"][0, 0] / now(model)("falls") < 0.76


def test_resistance_training_adds_to_balance_training(model: Model) -> None:
    """Sherrington 2020: 0.72 (0.56 to 0.93) with both, 0.76 with balance training alone."""
    both = {"balance_training": 90.0 * WEEKLY, "resistance_training": 90.0 * WEEKLY}
    lived = life(model, both, np.array([365.0]))
    assert lived["falls"][0, 0] / now(model)("falls") == pytest.approx(0.72, abs=0.03)


def test_what_is_learned_is_lost_again(model: Model) -> None:
    lived = life(model, {}, np.array([60.0, 2000.0]), None, {"learned_balance": 1.3})
    assert lived["learned_balance"][0] == pytest.approx([1.0 + 0.3 / np.e, 1.0], rel=1e-4)


@pytest.mark.parametrize(("age", "share"), [(55, 0.20), (70, 0.28), (80, 0.32), (90, 0.40)])
def test_as_many_fall_as_do(model: Model, age: float, share: float) -> None:
    """The share of women who fall in a year (table of the population), over how women differ."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(80)
    lived = life(model, {"aging": 1.0}, np.array([age - 40.0]) * YEAR)
    yearly = YEAR * lived["falls"][0, 0] * np.exp(SPREAD * nodes)
    falling = (weights / weights.sum()) @ (1.0 - np.exp(-yearly))
    assert falling == pytest.approx(share, abs=0.03)


def test_older_adults_fall_six_times_in_ten_years(model: Model) -> None:
    """29.0 million falls a year among 46.2 million adults of 65 and over, 74 on average."""
    lived = life(model, {"aging": 1.0}, np.array([34.0]) * YEAR)
    mean = YEAR * lived["falls"][0, 0] * np.exp(SPREAD**2 / 2)
    assert mean == pytest.approx(29.0 / 46.2, rel=0.15)


def test_falls_add_up_in_a_living_person_alone(model: Model) -> None:
    """A year at a rate that rises by 3.3 %: its mean is that of mid-year, to the second order."""
    year = np.array([YEAR])
    assert life(model, {}, year)["falls_so_far"][0, 0] == 0.0
    lived = life(model, {"aging": 1.0}, year)
    middle = np.exp(0.5 * value(model, "falls.rise") * YEAR)
    expected = YEAR * value(model, "falls.frequency") * middle
    assert lived["falls_so_far"][0, 0] == pytest.approx(expected, rel=1e-3)


def test_training_is_no_matter_of_age(model: Model) -> None:
    """The flux that fractures may read is relative to untrained people of that age."""
    old = life(model, {"aging": 1.0}, np.array([35.0]) * YEAR)
    assert old["fall_hazard"][0, 0] == pytest.approx(1.0)
    trained = life(model, {"aging": 1.0, "balance_training": 12.9}, np.array([35.0]) * YEAR)
    assert trained["fall_hazard"][0, 0] == pytest.approx(0.76, abs=0.02)


def test_people_differ_as_far_as_the_tests_take_them_to(model: Model) -> None:
    between = model.table.parameter("falls.frequency").between_people
    assert between is not None
    assert between.log_sd == SPREAD


def test_deficiency_goes_with_more_falls_and_plenty_with_no_fewer(model: Model) -> None:
    """Snijder 2006: odds ratio 1.78 below 25 nmol/L, half of which trials find to be its effect
    (0.81 with 700 IU and more, Bischoff-Ferrari 2009); trials above it show nothing.
    """
    usual = now(model)("falls")
    relative = {
        level: now(model, {"calcidiol": level})("falls") / usual for level in (10, 25, 50, 75, 150)
    }
    assert relative[10] == pytest.approx(1.78**0.5, rel=0.05)
    assert relative[10] < 1.0 / 0.71, "the limit of those trials"
    assert relative[25] == pytest.approx(1.78**0.25, rel=0.05)
    assert relative[50] == pytest.approx(1.0, abs=0.02)
    assert 0.97 < relative[150] <= relative[75] < 1.0 + 1e-9
