"""Numbers are told with so many digits, and not one more."""

from __future__ import annotations

import numpy as np

from osteon.web.rounded import rounded


def test_each_number_has_its_digits_whatever_its_size() -> None:
    values = np.array([0.0, -1.23456789, 1234567.0, 0.000123456789, np.pi])
    assert rounded(values, 6) == [0.0, -1.23457, 1234570.0, 0.000123457, 3.14159]
    assert rounded(values, 2) == [0.0, -1.2, 1200000.0, 0.00012, 3.1]


def test_nothing_is_told_of_nothing() -> None:
    assert rounded(np.array([]), 6) == []
