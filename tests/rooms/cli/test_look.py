"""The look of tables: numbers that stand side by side have their digits alike."""

from __future__ import annotations

import pytest

from osteon.cli.look import levels


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (9.9, 52.0, "10-52"),
        (6.11, 32.0, "6-32"),
        (0.21, 0.98, "0.21-0.98"),
        (31.0, 121.0, "31-121"),
    ],
)
def test_both_limits_of_a_marker_have_as_many_digits(low: float, high: float, written: str) -> None:
    assert levels(low, high) == written
