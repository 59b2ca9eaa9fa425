"""How far off the model may be in one person: by hand, and as the layer says of trials."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import calendar, months, typical_women

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.departure import PARTS, Departure, course_of
from osteon.people.draw import Draws
from osteon.people.layer import current_layer
from osteon.simulation.trajectory import key_of
from osteon.vocabulary.site import Site

YEAR = 365.25
SPINE, HIP = Site.LUMBAR_SPINE, Site.TOTAL_HIP


def off_by(by_size: float, yearly: float, members: int = 1) -> Departure:
    """Return an error whose walks step so far to the same side every year."""
    normal = np.zeros((members, PARTS))
    straight = Departure.of(normal, current_layer())
    assert straight is not None
    years = np.array([0.5, 1, 1.5, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50])
    assert straight.walks.shape == (members, len(Site), len(years))
    return Departure(
        np.full((members, len(Site)), by_size), np.zeros_like(straight.walks) + yearly * years
    )


def drawn(model: Model, members: int) -> Departure:
    error = Departure.of(
        Draws.of(model.table, current_layer(), members, seed=1).model, current_layer()
    )
    assert error is not None
    return error


def walked(error: Departure, years: tuple[float, ...], site: Site = SPINE) -> np.ndarray:
    """Return how far BMD that stays is off after some years, in percent, (members, years)."""
    start = np.ones(len(error.by_size))
    stays = np.ones((len(start), len(years)))
    return 100.0 * np.log(error.on(stays, start, YEAR * np.array(years), site))


def test_a_share_of_the_change_and_a_walk_come_on_top() -> None:
    """After four years 2 % more, and a change of exp(-0.2) counts 1.1 times."""
    foretold = np.array([[0.8, 0.8 * np.exp(-0.2)]])
    found = off_by(0.1, 0.005).on(foretold, np.array([0.8]), YEAR * np.array([0, 4]), HIP)
    np.testing.assert_allclose(found, [[0.8, 0.8 * np.exp(-0.22 + 0.02)]])


def test_members_are_off_as_far_as_trials_are(model: Model) -> None:
    """On the days at which a walk is known, and between them; at first less, as a walk begins."""
    layer = current_layer()
    assert layer is not None
    trials = layer.discrepancy["bmd"]
    error = drawn(model, 4000)
    at_once = walked(error, (0.04,)).std()
    assert at_once == pytest.approx(0.2 * trials.of(0.0, 1.0), rel=0.1)
    assert at_once < trials.of(0.0, 0.04)
    for years, change in ((1.0, 0.0), (1.7, 0.0), (5.9, 0.0), (2.0, -10.0), (5.0, 20.0)):
        foretold = np.full((4000, 1), 1.0 + change / 100.0)
        found = error.on(foretold, np.ones(4000), np.array([years * YEAR]), HIP)
        wanted = trials.of(change, years)
        assert 100.0 * (found.mean() - 1.0) == pytest.approx(change, abs=0.1)
        assert 100.0 * found.std() == pytest.approx(wanted, rel=0.2)


def test_what_comes_later_is_new(model: Model) -> None:
    """Of a walk over four years the first holds a quarter of the variance: they go at 0.5."""
    first, second, fourth = walked(drawn(model, 4000), (1.0, 2.0, 4.0)).T
    assert np.corrcoef(first, fourth)[0, 1] == pytest.approx(0.5, abs=0.05)
    assert np.corrcoef(first, second)[0, 1] == pytest.approx(0.5**0.5, abs=0.05)
    assert np.corrcoef(first, fourth - second)[0, 1] == pytest.approx(0.0, abs=0.05)


def test_sites_depart_together_as_the_layer_says(model: Model) -> None:
    layer = current_layer()
    assert layer is not None
    together = layer.discrepancy["bmd"].together
    error = drawn(model, 4000)
    spine, hip = walked(error, (5.0,))[:, 0], walked(error, (5.0,), HIP)[:, 0]
    assert np.corrcoef(spine, hip)[0, 1] == pytest.approx(together, abs=0.02)
    assert np.corrcoef(error.by_size.T)[0, 1] == pytest.approx(together, abs=0.02)
    assert together > 0.8


def test_the_typical_member_is_not_off(model: Model) -> None:
    draws = Draws.of(model.table, current_layer(), 10, seed=1).with_typical_first()
    error = Departure.of(draws.model, current_layer())
    assert error is not None
    assert (error.by_size[0] == 0.0).all()
    assert (error.walks[0] == 0.0).all()
    assert (error.walks[1:] != 0.0).all()


def test_nobody_is_off_where_no_layer_says_by_how_much() -> None:
    assert Departure.of(np.ones((3, PARTS)), None) is None


def test_bmd_is_off_and_nothing_else(model: Model) -> None:
    women = typical_women(model, age=60.0, menopause=50.0)
    lived = women.simulate(calendar(women), months(24))
    error = off_by(0.1, 0.01)
    for name in ("ctx", "fracture_hip_so_far", "osteoclasts@total_hip"):
        key = key_of(model, name)
        np.testing.assert_array_equal(course_of(lived, key, error), lived.at(key))
    key = Key("bmd", HIP)
    off = course_of(lived, key, error) / lived.at(key)
    assert off[0, 0] == 1.0
    assert (np.diff(off) != 0.0).all()
    np.testing.assert_array_equal(course_of(lived, key, None), lived.at(key))


def test_members_keep_their_error_where_they_are_taken_and_put_together(model: Model) -> None:
    error = drawn(model, 4)
    both = error.taken(np.array([3, 1])).beside(error.taken(np.array([0])))
    np.testing.assert_array_equal(both.walks, error.walks[[3, 1, 0]])
    np.testing.assert_array_equal(both.by_size, error.by_size[[3, 1, 0]])
