"""A trajectory is asked by name; a name it does not know is answered with the nearest."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import calendar, different_women, months
from support.states import by_key

from osteon.errors import UnknownNameError
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.trajectory import Trajectory, key_of
from osteon.vocabulary.site import Site


@pytest.fixture(scope="module")
def course(model: Model) -> Trajectory:
    """Return three women over two years."""
    cohort = different_women(model, 3, seed=1)
    return cohort.simulate(calendar(cohort), months(24, step=12))


def test_every_quantity_is_there_for_every_person_and_time(course: Trajectory) -> None:
    for key in course.model.trace.quantities:
        assert course[str(key)].shape == (3, 3), key


def test_a_quantity_is_what_the_equations_say(course: Trajectory) -> None:
    model = course.model
    now = model.evaluate(
        by_key(model.states, course.states[1, 2]),
        by_key(model.inputs, course.inputs[1, 2]),
        course.parameters[1],
    )
    for key in model.trace.quantities:
        expected = now.quantity(key).value
        assert course.at(key)[1, 2] == pytest.approx(expected, rel=1e-10, abs=1e-13), key


def test_a_state_is_read_as_it_is(course: Trajectory) -> None:
    place = course.model.states.index(Key("rankl", Site.TOTAL_HIP))
    np.testing.assert_array_equal(course["rankl@total_hip"], course.states[:, :, place])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("estradol", "unknown quantity 'estradol'; did you mean 'estradiol'"),
        ("bmd@wrist", "unknown site 'wrist'; "),
        ("bmd", "'bmd' does not exist at 'no site'; add one of @lumbar_spine, @total_hip, @fem"),
        ("ctx@total_hip", "'ctx' does not exist at 'total_hip'; leave it out"),
    ],
)
def test_a_wrong_name_is_answered(model: Model, name: str, words: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        key_of(model, name)
    assert str(caught.value).startswith(words)


def test_a_key_is_written_as_it_is_read(model: Model) -> None:
    for key in model.trace.quantities:
        assert key_of(model, str(key)) == key
