"""Cut at the limits, the law among all has the mean and the spread that were reported."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import truncnorm

from osteon.language.population import Limits
from osteon.people.population.before_the_cut import before_the_cut

INFINITE = np.inf


@pytest.mark.parametrize(
    ("mean", "sd", "limits"),
    [
        (-2.8, 0.5, Limits(-4.0, -2.0)),
        (-2.2, 0.4, Limits(-INFINITE, -1.5)),
        (62.0, 6.0, Limits(50.0, INFINITE)),
    ],
)
def test_both_are_met(mean: float, sd: float, limits: Limits) -> None:
    middle, spread = before_the_cut(mean, sd, 2 * sd, limits)
    low, high = ((limit - middle) / spread for limit in limits)
    law = truncnorm(low, high, middle, spread)
    assert law.mean() == pytest.approx(mean, rel=1e-4)
    assert law.std() == pytest.approx(sd, rel=1e-3)


def test_where_no_law_has_both_the_mean_is_met() -> None:
    """A uniform law spreads by 0.58 between these limits, and no normal law spreads more."""
    middle, spread = before_the_cut(-2.9, 0.9, 1.0, Limits(-4.0, -2.0))
    law = truncnorm((-4.0 - middle) / spread, (-2.0 - middle) / spread, middle, spread)
    assert law.mean() == pytest.approx(-2.9, abs=1e-6)


def test_without_limits_nothing_moves() -> None:
    assert before_the_cut(60.0, 7.0, 5.0, None) == (60.0, 7.0)
    assert before_the_cut(60.0, None, 5.0, None) == (60.0, 5.0)
