"""All trials that come with osteon, predicted beside what they observed.

The aims stand in `osteon.validation.aims`. Where this version falls short of one, BARS holds how
far it came and why: a change may not fall behind it.
"""

from __future__ import annotations

import numpy as np
import pytest

from osteon.validation.aims import aims_of
from osteon.validation.predict import Effort
from osteon.validation.validate import Validation, validate

REDUCED = Effort(people=24, draws=16, people_per_draw=4)
BARS: dict[str, tuple[float, str]] = {
    "BMD, validation: root mean square error": (
        1.72,
        "teriparatide before menopause, the hip in old age, two small open trials of inhibitors",
    ),
}
FEW_PEOPLE: dict[str, tuple[float, str]] = {
    "BMD, validation: inside the 95 % interval": (0.89, "met with all people"),
}
"""Bars of the reduced form alone."""


@pytest.fixture(
    scope="module",
    params=[REDUCED, pytest.param(Effort(), marks=pytest.mark.slow)],
    ids=["reduced", "full"],
)
def validation(request: pytest.FixtureRequest) -> Validation:
    """Return every row, with few people by default and all with `make evidence`."""
    return validate(effort=request.param)


def test_every_aim_is_met_or_its_distance_is_known(validation: Validation) -> None:
    fallen = []
    for aim in aims_of(validation.rows):
        bars = BARS | FEW_PEOPLE if validation.effort == REDUCED else BARS
        limit, _ = bars.get(aim.what, (aim.limit, ""))
        assert aim.found is not None, aim.what
        if (aim.found < limit) if aim.at_least else (aim.found > limit):
            fallen.append(f"{aim.what}: {aim.found:.3g}, {limit:.3g} was reached")
    assert not fallen


def test_a_bar_is_there_only_where_an_aim_is_missed(validation: Validation) -> None:
    """An aim that is met needs no bar: take it out."""
    met = {aim.what for aim in aims_of(validation.rows) if aim.met}
    assert not met & set(BARS)
    assert all(reason for _, reason in BARS.values())


def test_a_row_without_a_prediction_says_why(validation: Validation) -> None:
    silent = [row for row in validation.rows if row.predicted is None]
    assert all(row.problem for row in silent)


def test_intervals_hold_their_prediction(validation: Validation) -> None:
    for row in validation.rows:
        if row.predicted is not None:
            assert row.predicted_low is not None
            assert row.predicted_high is not None
            assert row.predicted_low <= row.predicted <= row.predicted_high
            assert np.isfinite([row.predicted_low, row.predicted_high]).all()
