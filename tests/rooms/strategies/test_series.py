"""Middle and limits of an ensemble: against NumPy where weights are equal, by hand where not."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.errors import InputError
from osteon.people.weighted import weighted_quantiles
from osteon.strategies.series import Series

SHARES = (0.025, 0.25, 0.5, 0.975)


def series(values: list[list[float]], weights: list[float] | None = None) -> Series:
    shown = np.array(values)
    equal = np.full(len(shown), 1 / len(shown))
    months = np.arange(shown.shape[1], dtype=float)
    return Series("ctx", "ng/mL", months, shown, equal if weights is None else np.array(weights))


def test_equal_weights_give_the_quantiles_of_numpy() -> None:
    values = np.random.default_rng(3).lognormal(size=(57, 4))
    expected = np.quantile(values, SHARES, axis=0, method="hazen")
    assert np.allclose(weighted_quantiles(values, np.full(57, 1 / 57), SHARES), expected)


def test_a_member_without_weight_moves_nothing() -> None:
    values = np.random.default_rng(3).normal(size=(9, 2))
    extreme = np.vstack([values, [[1e9, -1e9]]])
    weights = np.append(np.full(9, 1 / 9), 0.0)
    expected = np.quantile(values, SHARES, axis=0, method="hazen")
    assert np.allclose(weighted_quantiles(extreme, weights, SHARES), expected)


def test_weight_pulls_the_middle() -> None:
    """Middles of the weights stand at 0.3, 0.65 and 0.85: the half lies 4/7 of the way to 2."""
    assert series([[1.0], [2.0], [3.0]], [0.6, 0.1, 0.3]).at(0).median == pytest.approx(1 + 4 / 7)


def test_change_counts_from_each_members_own_start() -> None:
    change = series([[1.0, 1.1], [2.0, 1.8]]).change
    assert change.unit == "%"
    assert np.allclose(change.values, [[0, 10], [0, -10]])


def test_difference_is_taken_within_each_member() -> None:
    one, other = series([[1.0, 3.0], [10.0, 12.0]]), series([[1.0, 2.0], [10.0, 11.0]])
    difference = one.minus(other)
    assert difference.at(1) == (1.0, 1.0, 1.0)
    assert difference.at(0) == (0.0, 0.0, 0.0)


def test_shares_beyond_a_limit_count_weights() -> None:
    shown = series([[0.0], [2.0], [4.0]], [0.2, 0.3, 0.5])
    assert shown.share_above(2.0, 0) == pytest.approx(0.5)
    assert shown.share_below(2.0, 0) == pytest.approx(0.2)


def test_all_of_the_members_are_no_more_than_all() -> None:
    """Twenty weights of 0.05 add up to 1.0000000000000002."""
    shown = series([[1.0]] * 20, [0.05] * 20)
    assert shown.share_above(0.0, 0) == 1.0
    assert shown.share_below(2.0, 0) == 1.0


@pytest.mark.parametrize("month", [-1.0, 2.6, 500.0])
def test_beyond_its_months_a_series_says_nothing(month: float) -> None:
    one = series([[1.0, 2.0, 3.0]])
    with pytest.raises(InputError, match="is not within 0 to 2"):
        one.at(month)
    with pytest.raises(InputError, match="is not within 0 to 2"):
        one.share_below(1.0, month)
