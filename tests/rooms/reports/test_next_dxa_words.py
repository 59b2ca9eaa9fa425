"""When the next DXA would tell something, in words."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.reports.next_dxa_words import next_dxa_words
from osteon.twin.next_dxa import NextDxa

MONTHS = np.array([12.0, 24.0, 60.0])


@pytest.mark.parametrize(
    ("narrows", "told"), [(0.003, "by less than 1 %."), (0.012, "by 1 %."), (0.25, "by 25 %.")]
)
def test_a_scan_that_teaches_next_to_nothing_is_not_said_to_teach_nothing(
    narrows: float, told: str
) -> None:
    unlikely = np.full(3, 0.1)
    one = NextDxa("bmd_lumbar_spine", 3.0, MONTHS, unlikely, unlikely > 0, np.full(3, narrows))
    assert f"narrow its interval at month 60 {told}" in next_dxa_words((one,), 60.0)
