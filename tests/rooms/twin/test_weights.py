"""Weights that few members carry are spread over enough of them, however few there are."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.people.weighted import effective
from osteon.twin.weights import enough, spread_out


@pytest.mark.parametrize("members", [8, 48, 75, 80, 200])
def test_what_was_measured_still_counts(members: int) -> None:
    """One member agrees far better than any other: enough are left, and not all alike."""
    log_weight = -0.5 * np.linspace(0.0, 30.0, members) ** 2
    weights = spread_out(log_weight)
    assert enough(members) <= effective(weights) < 0.8 * members
    assert weights[0] > 2.0 * weights[-1]
    assert np.all(np.diff(weights) <= 0.0)
