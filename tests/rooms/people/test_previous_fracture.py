"""Who has had a fracture before: the share that a trial states, the same people in every arm."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.language.population import Eligible, Population
from osteon.people.previous_fracture import who_has_had_one

ANYONE = Eligible()


def had(share: float | None, eligible: Eligible = ANYONE, count: int = 200, seed: int = 1):
    """Return who has had a fracture in a trial with this share."""
    population = (
        Population() if share is None else Population(previous_fracture=f"{100 * share:g} %")
    )
    return who_has_had_one(population, eligible, count, seed)


@pytest.mark.parametrize("share", [0.0, 0.245, 0.5, 1.0])
def test_the_share_is_met(share: float) -> None:
    people = had(share)
    assert set(people) <= {0.0, 1.0}
    assert people.mean() == pytest.approx(share, abs=0.5 / 200)


def test_a_silent_trial_says_nothing_of_anyone() -> None:
    assert had(None) is None


def test_eligibility_decides_where_it_is_stated() -> None:
    assert had(0.5, Eligible(previous_fracture=True)).mean() == 1.0
    assert had(None, Eligible(previous_fracture=False)).mean() == 0.0


def test_the_same_seed_gives_the_same_people() -> None:
    np.testing.assert_array_equal(had(0.3), had(0.3))
    assert (had(0.3) != had(0.3, seed=2)).any()
    assert (had(0.5) >= had(0.3)).all(), "a higher share adds people and exchanges none"
