"""What last year's falls say: against direct sums over people who fall at random."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import NOTHING, months

from osteon.language import Person
from osteon.model.model import Model
from osteon.people.ensemble import ensemble_of
from osteon.people.fall_history import rate_after
from osteon.people.layer import current_layer
from osteon.people.plan import Plan

SPREAD = 1.5
CENTER = np.log(0.2)


@pytest.mark.parametrize("falls", [0, 1, 3, 12, 365])
def test_the_shift_is_the_mode_of_the_posterior(falls: int) -> None:
    """By brute force on a grid of log rates; 0.65 of it lasts."""
    grid = np.linspace(-8.0, 8.0, 400_001)
    posterior = falls * grid - np.exp(grid) - 0.5 * ((grid - CENTER) / SPREAD) ** 2
    mode = grid[np.argmax(posterior)]
    shift, spread = rate_after(falls, np.array([CENTER]), SPREAD)
    assert shift[0] == pytest.approx(0.65 * (mode - CENTER), abs=1e-4)
    assert 0.75 * SPREAD < spread[0] < SPREAD


def test_more_falls_mean_more_to_come_and_none_fewer() -> None:
    shifts = [rate_after(falls, np.array([CENTER]), SPREAD)[0][0] for falls in range(6)]
    assert shifts == sorted(shifts)
    assert shifts[0] < 0.0 < shifts[1]


def test_who_has_fallen_falls_more_by_the_odds_of_deandrea() -> None:
    """Odds ratio 2.8 (Deandrea 2010) of falling in a year after a year with falls, against none."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(60)
    weights = weights / weights.sum()
    rates = np.exp(CENTER + SPREAD * nodes)
    center = np.array([CENTER])

    def falling(falls: int) -> float:
        shift, spread = rate_after(falls, center, SPREAD)
        future = np.exp(CENTER + shift + spread * nodes)
        return float(weights @ (1.0 - np.exp(-future)))

    counts = np.arange(1, 60)
    factorial = np.cumsum(np.log(counts))
    share = [
        float(weights @ np.exp(n * np.log(rates) - rates - log))
        for n, log in zip(counts, factorial, strict=True)
    ]
    fallen = np.average([falling(int(n)) for n in counts], weights=share)
    not_fallen = falling(0)
    odds = fallen / (1 - fallen) / (not_fallen / (1 - not_fallen))
    assert odds == pytest.approx(2.8, rel=0.15)


def falls_a_year(model: Model, **history: object) -> np.ndarray:
    """Return the falls a year at month 0 of the ensemble of a woman of 72."""
    person = Person.model_validate(
        {"age": "72 years", "menopause_age": "50 years", "history": history}
    )
    cohort = ensemble_of(model, current_layer(), person, NOTHING, 60, 3)
    calendar = Plan(NOTHING, NOTHING).calendar(model, cohort.usual_inputs(), 400.0)
    return 365.25 * cohort.simulate(calendar, months(1, step=1))["falls"][:, 0]


def test_falls_of_the_last_year_scale_her_own_rate(model: Model) -> None:
    unsaid, none, three = (
        falls_a_year(model, **history)
        for history in ({}, {"falls_last_year": 0}, {"falls_last_year": 3})
    )
    assert none[0] < unsaid[0] < three[0]
    assert np.median(none) < np.median(unsaid) < np.median(three)
    assert np.log(three).std() < np.log(unsaid).std()
    assert unsaid[0] == pytest.approx(0.2, rel=0.3)
