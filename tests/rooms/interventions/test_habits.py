"""Smoking and alcohol against what cohorts say."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import calendar, fitted, typical_women

from osteon.language.person import History
from osteon.model.model import Model
from osteon.people.history import answered, with_history


def hip(model: Model, age: float, **history: str) -> float:
    """Return the BMD of the hip at an age, relative to a woman without such a history.

    Under the fitted layer: how much a lasting shift takes in the end depends on it.
    """

    def now(said: History) -> float:
        woman = with_history(fitted(typical_women(model, age=age)), said)
        return float(woman.simulate(calendar(woman), np.zeros(1))["bmd@total_hip"][0, 0])

    return now(History(**history)) / now(History())


def test_a_smoker_of_eighty_has_six_percent_less(model: Model) -> None:
    """Law and Hackshaw 1997: none before menopause, 2 % a decade after, 6 % at 80."""
    assert hip(model, 80, smoking="current") == pytest.approx(0.94, abs=0.015)
    assert hip(model, 50, smoking="current") > 0.985


def test_a_former_smoker_lies_between(model: Model) -> None:
    assert hip(model, 80, smoking="current") < hip(model, 80, smoking="former") < 1.0


def test_a_glass_is_neither_harm_nor_gain_and_a_bottle_is_harm(model: Model) -> None:
    light, heavy = (hip(model, 65, alcohol=f"{units} units/day") for units in (1, 6))
    assert 0.998 < light <= 1.0
    assert 0.94 < heavy < 0.98


def test_a_history_without_a_mechanism_is_not_answered(model: Model) -> None:
    habits, told = {"smoking", "alcohol"}, {"parent_hip_fracture", "glucocorticoids"}
    assert set(answered(model)) == {*habits, *told, "falls_last_year"}
