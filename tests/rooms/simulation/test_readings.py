"""Readouts read by compiled code are those of the equations, for every person and interval."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from support.people import calendar, different_women, months

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation import engine
from osteon.simulation.native.compiler import compiler
from osteon.simulation.native.readings import native_readings, readouts_of
from osteon.simulation.trajectory import Trajectory, key_of

pytestmark = pytest.mark.skipif(compiler() is None, reason="there is no C++ compiler here")
PEOPLE = 11
"""Not a multiple of any number of lanes."""


@pytest.fixture(scope="module")
def course(model: Model) -> Trajectory:
    """Return women whose calcium and sunlight change within the year, each to her own."""
    cohort = different_women(model, PEOPLE, seed=3)
    lived = cohort.simulate(calendar(cohort), months(12, step=1))
    levels = np.repeat(lived.levels[:, :1], 3, axis=1)
    levels = np.broadcast_to(levels, (PEOPLE, *levels.shape[1:])).copy()
    levels[:, 1:] *= 1.0 + 0.1 * np.arange(1, PEOPLE + 1)[:, None, None]
    intervals = np.array([0] * 5 + [1] * 4 + [2] * (len(lived.times) - 9))
    return replace(lived, levels=levels, intervals=intervals)


def by_numpy(course: Trajectory, key: Key, monkeypatch: pytest.MonkeyPatch) -> NDArray[np.float64]:
    with monkeypatch.context() as other:
        other.setenv(engine.VARIABLE, "portable")
        return course.at(key)


def test_compiled_readouts_are_those_of_numpy(
    course: Trajectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(engine.VARIABLE, "native")
    for key in readouts_of(course.model):
        expected = by_numpy(course, key, monkeypatch)
        np.testing.assert_allclose(course.at(key), expected, rtol=1e-13, err_msg=str(key))


def test_inputs_of_each_time_are_followed(
    course: Trajectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without intervals every time has inputs of its own."""
    monkeypatch.setenv(engine.VARIABLE, "native")
    pinp = key_of(course.model, "pinp")
    apart = replace(course, levels=course.inputs, intervals=None)
    np.testing.assert_array_equal(apart.at(pinp), course.at(pinp))
    changed = replace(course, levels=course.levels[:, ::-1])
    assert np.abs(changed.at(pinp) / course.at(pinp) - 1.0).max() > 1e-3


def test_every_measured_marker_and_site_is_compiled(model: Model) -> None:
    names = {str(key) for key in readouts_of(model)}
    assert {"bmd@lumbar_spine", "bmd@total_hip", "bmd@femoral_neck", "ctx", "pinp"} <= names


def test_a_model_without_readouts_compiles_none(
    toy: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(engine.VARIABLE, "native")
    assert readouts_of(toy) == ()
    assert engine.readings_of(toy, next(iter(toy.trace.quantities))) is None


def test_compiled_readouts_are_found_again(model: Model) -> None:
    assert native_readings(model) is native_readings(model)
