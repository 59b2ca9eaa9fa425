"""The front holds what nothing beats, and all of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from osteon.planning.objectives import worst_tenth
from osteon.planning.pareto import front, representatives

VALUES = arrays(
    float, st.tuples(st.integers(1, 30), st.integers(1, 4)), elements=st.integers(0, 4).map(float)
)


def dominates(one: np.ndarray, other: np.ndarray) -> bool:
    return bool((one <= other).all() and (one < other).any())


@given(VALUES)
def test_the_front_holds_no_dominated_row_and_every_other(values: np.ndarray) -> None:
    kept = front(values)
    on_it = {tuple(row) for row in values[kept]}
    assert len(on_it) == len(kept)
    for row in values:
        beaten = any(dominates(other, row) for other in values)
        assert (tuple(row) in on_it) is not beaten


@given(VALUES, st.integers(2, 8))
def test_representatives_are_rows_with_the_best_of_each_column(
    values: np.ndarray, most: int
) -> None:
    taken = representatives(values, most)
    assert len(set(taken.tolist())) == len(taken) <= max(most, 0) or len(values) <= most
    if most >= values.shape[1]:
        assert (values[taken].min(axis=0) == values.min(axis=0)).all()


def test_the_worst_tenth_is_the_mean_of_the_greatest_tenth() -> None:
    values = np.arange(20.0)
    even = np.full(20, 0.05)
    assert worst_tenth(values, even) == 18.5
    # Twenty members of unlike weight: three twentieths of the greatest are more than a tenth.
    heavy = np.r_[np.full(19, 0.85 / 19), 0.15]
    assert worst_tenth(values, heavy) == 19.0
    assert worst_tenth(np.full((3, 20), 0.25), even) == pytest.approx([0.25] * 3)
