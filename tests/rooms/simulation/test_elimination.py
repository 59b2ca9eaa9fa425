"""Sparse elimination as straight-line code, against a dense solver."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osteon.model.model import Model
from osteon.simulation.code.elimination import Plan


def dense_and_sparse(size: int, entries: list, values: np.ndarray, d: float, b: np.ndarray):
    """Return the solutions of (d I - J) x = b by NumPy and by the plan's code."""
    plan = Plan.of(size, entries)
    lines = [*plan.factor_lines(entries), *plan.solve_lines()]
    code = "def run(j, d, w, b):\n" + "\n".join(f"    {line}" for line in lines)
    space: dict = {}
    exec(code, space)
    found = b.copy()
    space["run"](values, d, np.empty(len(plan.slots)), found)
    matrix = d * np.eye(size)
    for (i, j), value in zip(entries, values, strict=True):
        matrix[i, j] -= value
    return np.linalg.solve(matrix, b), found


@given(size=st.integers(1, 9), seed=st.integers(0, 2**31 - 1), share=st.floats(0, 0.6))
@settings(max_examples=60)
def test_any_pattern_is_solved(size: int, seed: int, share: float) -> None:
    rng = np.random.default_rng(seed)
    pattern = rng.random((size, size)) < share
    entries = [(int(i), int(j)) for i, j in np.argwhere(pattern)]
    values = rng.standard_normal(len(entries))
    exact, found = dense_and_sparse(size, entries, values, size + 2.0, rng.standard_normal(size))
    np.testing.assert_allclose(found, exact, rtol=1e-9, atol=1e-12)


def test_the_pattern_of_the_model_is_solved(model: Model) -> None:
    rng = np.random.default_rng(0)
    entries = sorted(model.trace.jacobian)
    size = len(model.states)
    exact, found = dense_and_sparse(
        size, entries, 0.1 * rng.standard_normal(len(entries)), 5.0, rng.standard_normal(size)
    )
    np.testing.assert_allclose(found, exact, rtol=1e-9, atol=1e-12)


def test_an_arrow_is_eliminated_without_fill() -> None:
    """Dense last row and column: the tip of the arrow must come last."""
    size = 8
    entries = [(i, 0) for i in range(size)] + [(0, i) for i in range(1, size)]
    plan = Plan.of(size, entries)
    assert len(plan.slots) == 3 * size - 2
    assert plan.order.index(0) >= size - 2


def test_a_chain_is_eliminated_without_fill() -> None:
    chain = [(i, i - 1) for i in range(1, 6)] + [(i - 1, i) for i in range(1, 6)]
    assert len(Plan.of(6, chain).slots) == 16


@pytest.mark.parametrize("size", [1, 5])
def test_nothing_but_the_diagonal(size: int) -> None:
    assert len(Plan.of(size, []).slots) == size
