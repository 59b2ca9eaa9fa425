"""Histograms that merge, against the exact answers of NumPy over everybody at once."""

from __future__ import annotations

from functools import reduce

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.runs.histogram import Histogram

numbers = st.floats(-1e4, 1e4, allow_nan=False)
groups = st.lists(st.lists(numbers, min_size=1, max_size=30), min_size=1, max_size=6)


def over(parts: list[list[float]], width: float) -> Histogram:
    return reduce(Histogram.merged, (Histogram.of(np.array(part), width) for part in parts))


@given(groups, st.sampled_from([0.01, 0.5, 7.0]), st.floats(0.0, 1.0))
def test_a_quantile_is_half_a_bin_off_at_most(
    parts: list[list[float]], width: float, share: float
) -> None:
    exact = np.quantile(np.concatenate(parts), share, method="inverted_cdf")
    assert abs(over(parts, width).quantile(share) - exact) <= 0.5 * width * (1 + 1e-6)


@given(groups)
def test_moments_and_extremes_are_those_of_everybody(parts: list[list[float]]) -> None:
    everybody, found = np.concatenate(parts), over(parts, 0.5)
    scale = np.abs(everybody).max() + 1.0
    assert found.people == len(everybody)
    assert found.mean == pytest.approx(everybody.mean(), abs=1e-12 * scale)
    if len(everybody) > 1:
        assert found.sd == pytest.approx(everybody.std(ddof=1), abs=1e-7 * scale)
    assert (found.least, found.greatest) == (everybody.min(), everybody.max())


@given(groups)
def test_the_order_of_merging_has_no_part_in_the_counts(parts: list[list[float]]) -> None:
    one, other = over(parts, 0.5), over(parts[::-1], 0.5)
    assert np.array_equal(one.places, other.places)
    assert np.array_equal(one.counts, other.counts)


def test_people_who_are_all_alike_have_that_quantile_exactly() -> None:
    found = Histogram.of(np.full(9, 0.123), 0.5)
    assert found.quantile(0.5) == 0.123
    assert found.sd == pytest.approx(0.0, abs=1e-15)
