"""How people differ: what trials report of it, and the model beside it."""

from __future__ import annotations

from typing import Any

import pytest

from osteon.language.observation import Observation
from osteon.validation.predict import Row
from osteon.validation.reported_sd import reported_sd
from osteon.validation.spread import spread_of


def observed(**words: Any) -> Observation:
    return Observation.model_validate(
        {"arm": "a", "endpoint": "bmd_total_hip", "month": 12, "change": "-2 %"} | words
    )


def test_all_ways_of_reporting_say_the_same() -> None:
    """A standard deviation of 4 in 100 people: error of the mean 0.4, interval 0.784 each side."""
    assert reported_sd(observed(sd="4 %"), None) == 4.0
    assert reported_sd(observed(se="0.4 %", n=100), None) == pytest.approx(4.0)
    assert reported_sd(observed(ci=["-2.784 %", "-1.216 %"]), 100) == pytest.approx(4.0)


def test_without_the_number_of_people_an_error_of_the_mean_says_nothing() -> None:
    assert reported_sd(observed(se="0.4 %"), None) is None
    assert reported_sd(observed(), 100) is None


def test_the_share_of_rows_near_what_was_reported() -> None:
    rows = [
        Row("t", "validation", observed(), predicted_sd=predicted, reported_sd=reported)
        for predicted, reported in ((3.0, 4.0), (4.0, 4.0), (6.0, 4.0), (4.0, None))
    ]
    spread = spread_of(rows)
    assert spread is not None
    assert (spread.rows, spread.ratio, spread.near) == (3, 1.0, pytest.approx(2 / 3))
    assert spread_of(rows[3:]) is None
