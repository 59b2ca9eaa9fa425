"""The paired bootstrap, on errors whose answer is known without it."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.validation.bootstrap import compare


def test_always_one_point_closer():
    """Errors of 1 against 2 in every row: the difference is -1 in every resample."""
    found = compare([1, -1, 1, -1], [2, 2, -2, -2], ["a", "a", "b", "c"])
    assert (found.rows, found.trials) == (4, 3)
    assert (found.first, found.second) == (1.0, 2.0)
    assert (found.difference, found.low, found.high) == (-1.0, -1.0, -1.0)
    assert found.share == 1.0


def test_equal_answers_are_a_tie():
    found = compare([1, -2, 3], [-1, 2, -3], ["a", "b", "c"])
    assert (found.difference, found.low, found.high, found.share) == (0.0, 0.0, 0.0, 0.5)


def test_whole_trials_are_drawn():
    """One trial each way: a quarter of resamples at -2, a quarter at 2, half tied.

    Were rows drawn one by one, the four rows would hardly ever be all of one trial.
    """
    found = compare([0, 0, 2, 2], [2, 2, 0, 0], ["a", "a", "b", "b"])
    assert (found.difference, found.low, found.high) == (0.0, -2.0, 2.0)
    assert found.share == pytest.approx(0.5, abs=0.02)


def test_rows_are_weighed_and_not_trials():
    """A trial of three rows with error 1 and one row with error 3: root of 12 over 4."""
    found = compare([1, 1, 1, 3], [0, 0, 0, 0], ["a", "a", "a", "b"])
    assert found.first == pytest.approx(np.sqrt(3.0))
    assert found.share == 0.0


def test_the_same_seed_gives_the_same_answer():
    rng = np.random.default_rng(7)
    first, second = rng.normal(size=(2, 30))
    trials = [f"trial {place // 3}" for place in range(30)]
    one = compare(first, second, trials, seed=4)
    assert one == compare(first, second, trials, seed=4)
    assert one != compare(first, second, trials, seed=5)


def test_nothing_to_compare():
    assert compare([], [], []) is None
