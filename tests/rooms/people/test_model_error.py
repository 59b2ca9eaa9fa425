"""How far off the model may be in one person: by hand, and as the layer says of trials."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import calendar, months, typical_women

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.draw import Draws
from osteon.people.layer import current_layer
from osteon.people.model_error import ModelError, course_of
from osteon.simulation.trajectory import key_of

YEAR = 365.25
ONE = ModelError(growing=np.array([0.01]), by_size=np.array([0.1]))


def test_it_grows_with_the_root_of_time_and_with_the_change() -> None:
    """After four years 2 % more, and a change of exp(-0.2) counts 1.1 times."""
    found = ONE.on(np.array([[0.8, 0.8 * np.exp(-0.2)]]), np.array([0.8]), YEAR * np.array([0, 4]))
    np.testing.assert_allclose(found, [[0.8, 0.8 * np.exp(-0.22 + 0.02)]])


def test_members_are_off_as_far_as_trials_are(model: Model) -> None:
    layer = current_layer()
    assert layer is not None
    draws = Draws.of(model.table, layer, 4000, seed=1)
    error = ModelError.of(draws.model, layer)
    assert error is not None
    for years, change in ((1.0, 0.0), (5.0, 0.0), (2.0, -10.0), (5.0, 20.0)):
        foretold = np.full((4000, 1), 1.0 + change / 100.0)
        found = 100.0 * (error.on(foretold, np.ones(4000), np.array([years * YEAR])) - 1.0)
        wanted = layer.discrepancy["bmd"].of(change, years)
        assert found.mean() == pytest.approx(change, abs=0.1)
        assert found.std() == pytest.approx(wanted, rel=0.2)
        assert np.corrcoef(error.growing, error.by_size)[0, 1] == pytest.approx(0.0, abs=0.05)


def test_the_typical_member_is_not_off(model: Model) -> None:
    draws = Draws.of(model.table, current_layer(), 10, seed=1).with_typical_first()
    error = ModelError.of(draws.model, current_layer())
    assert error is not None
    assert error.growing[0] == error.by_size[0] == 0.0
    assert (error.growing[1:] != 0.0).all()


def test_nobody_is_off_where_no_layer_says_by_how_much() -> None:
    assert ModelError.of(np.ones((3, 2)), None) is None


def test_bmd_is_off_and_nothing_else(model: Model) -> None:
    women = typical_women(model, age=60.0, menopause=50.0)
    lived = women.simulate(calendar(women), months(24))
    for name in ("ctx", "fracture_hip_so_far", "osteoclasts@total_hip"):
        key = key_of(model, name)
        np.testing.assert_array_equal(course_of(lived, key, ONE), lived.at(key))
    key = Key("bmd", key_of(model, "bmd@total_hip").site)
    off = course_of(lived, key, ONE) / lived.at(key)
    assert off[0, 0] == 1.0
    assert (np.diff(off) != 0.0).all()
    np.testing.assert_array_equal(course_of(lived, key, None), lived.at(key))


def test_members_keep_their_error_where_they_are_taken_and_put_together() -> None:
    error = ModelError(np.arange(4.0), 10.0 * np.arange(4.0))
    both = error.taken(np.array([3, 1])).beside(error.taken(np.array([0])))
    np.testing.assert_array_equal(both.growing, [3.0, 1.0, 0.0])
    np.testing.assert_array_equal(both.by_size, [30.0, 10.0, 0.0])
