"""Random numbers belong to a person: whoever else is drawn, hers are the same."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kstest

from osteon.people.population.streams import Streams

seeds = st.integers(0, 2**63 - 1)


@given(seeds, st.integers(0, 10**12), st.integers(1, 50), st.integers(0, 49), st.integers(0, 9))
def test_a_chunk_is_a_part_of_the_whole(
    seed: int, first: int, count: int, skipped: int, again: int
) -> None:
    whole = Streams(seed, first, count + skipped, again).uniform("x")
    part = Streams(seed, first + skipped, count, again).uniform("x")
    np.testing.assert_array_equal(whole[skipped:], part)


@given(seeds)
def test_numbers_lie_strictly_between_zero_and_one(seed: int) -> None:
    drawn = Streams(seed, 0, 100).uniform("x")
    assert ((drawn > 0) & (drawn < 1)).all()


def test_other_names_seeds_and_rounds_give_other_numbers() -> None:
    usual = Streams(1, 0, 5000)
    others = [
        Streams(2, 0, 5000).normal("x"),
        Streams(1, 0, 5000, 1).normal("x"),
        usual.normal("y"),
    ]
    for other in others:
        assert abs(np.corrcoef(usual.normal("x"), other)[0, 1]) < 4 / np.sqrt(5000)


def test_normal_numbers_are_normal() -> None:
    assert kstest(Streams(1, 0, 20_000).normal("x"), "norm").pvalue > 0.001
