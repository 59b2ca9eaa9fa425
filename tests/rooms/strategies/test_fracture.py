"""The probability of fracture for one person: rises, is met by drugs, gives way to death."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.errors import UnknownNameError
from osteon.language.person import Person
from osteon.language.strategy import Strategy
from osteon.strategies.forecast import Forecast
from osteon.strategies.simulate import simulate

AT_EIGHTY = Person(age="80 years", menopause_age="50 years", t_score={"femoral_neck": -2.0})
NOTHING = Strategy()


def test_a_probability_begins_at_nothing_and_rises(forecast: Forecast) -> None:
    for kind in forecast.fractures:
        values = forecast["alone"].fracture(kind).values
        assert (values[:, 0] == 0.0).all()
        assert (np.diff(values, axis=1) >= 0.0).all()
        assert (values < 100.0).all()


def test_any_clinical_fracture_is_likelier_than_each_that_it_holds(forecast: Forecast) -> None:
    at_end = {kind: forecast["alone"].fracture(kind).mean[-1] for kind in forecast.fractures}
    held = ("fracture_major_osteoporotic", "fracture_nonvertebral", "fracture_vertebral_clinical")
    assert all(at_end["fracture_clinical"] > at_end[kind] for kind in held)
    assert at_end["fracture_major_osteoporotic"] > at_end["fracture_hip"]


def test_a_bisphosphonate_spares_every_member_vertebral_fractures(forecast: Forecast) -> None:
    alone = forecast["alone"].fracture("fracture_vertebral").values[:, -1]
    assert (forecast["with risedronate"].fracture("fracture_vertebral").values[:, -1] < alone).all()


def test_death_makes_room_for_fewer_fractures_at_eighty() -> None:
    """Of women of 80, 40 to 50 of 100 die within ten years: the life table, at 4.2 % and rising."""
    old = simulate(AT_EIGHTY, {"nothing": NOTHING}, members=16)["nothing"]
    rivaled = old.fracture("fracture_hip").mean[-1]
    so_far = old.trajectory["fracture_hip_so_far"]
    alone = 100.0 * (1.0 - np.exp(so_far[:, 0] - so_far[:, -1])).mean()
    assert 0.6 * alone < rivaled < 0.85 * alone


def test_ten_years_at_eighty_are_as_published() -> None:
    """UK women of 80, neck at T -2: a hip fracture within ten years in 6 to 9 of 100.

    Kanis 2008, recalled.
    """
    old = simulate(AT_EIGHTY, {"nothing": NOTHING}, members=64)["nothing"]
    assert 5.0 < old.fracture("fracture_hip").mean[-1] < 14.0


def test_men_are_told_no_probability() -> None:
    man = Person(age="62 years", sex="male", t_score={"femoral_neck": -1.0})
    assert simulate(man, {"nothing": NOTHING}, horizon="1 year", members=2).fractures == ()


def test_an_unknown_kind_is_met_with_the_nearest(forecast: Forecast) -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'fracture_hip'"):
        forecast["alone"].fracture("fracture_hips")
