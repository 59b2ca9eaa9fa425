"""Lanes of every width: the same exp and log, and the same answer of a whole kernel."""

from __future__ import annotations

import ctypes

import numpy as np
import pytest
from numpy.typing import NDArray
from support.toys.running import run_toy

from osteon.model.model import Model
from osteon.simulation.native import compiler as native_compiler
from osteon.simulation.native.compiler import compiler, library_of
from osteon.simulation.native.kernel import NativeKernel
from osteon.simulation.native.source import lanes_source
from osteon.simulation.problem import Precision

pytestmark = pytest.mark.skipif(compiler() is None, reason="there is no C++ compiler here")

WIDTHS = {"own": (), "32 bytes": ("-DVECTOR_BYTES=32",), "one": ("-DVECTOR_BYTES=8",)}
CLOSE = {Precision.DOUBLE: 4e-16, Precision.SINGLE: 2e-7}
CALL = """
extern "C" void call(int count, const Real *x, Real *exps, Real *logs) {
    for (int i = 0; i < count; i++) {
        exps[i] = exp(all(x[i]))[0];
        logs[i] = log(all(x[i]))[0];
    }
}
"""


def exp_and_log(
    x: NDArray[np.floating], precision: Precision
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Return what the lanes make of numbers."""
    library = ctypes.CDLL(str(library_of(lanes_source(precision) + CALL)))
    found = np.empty_like(x), np.empty_like(x)
    pointers = [ctypes.c_void_p(one.ctypes.data) for one in (x, *found)]
    library.call(len(x), *pointers)
    return found


@pytest.fixture(params=WIDTHS.values(), ids=WIDTHS.keys())
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile for lanes of this width."""
    monkeypatch.setattr(native_compiler, "_FLAGS", (*native_compiler._FLAGS, *request.param))


@pytest.mark.usefixtures("width")
@pytest.mark.parametrize("precision", Precision)
def test_exp_and_log_are_those_of_numpy(precision: Precision) -> None:
    kind = np.float64 if precision is Precision.DOUBLE else np.float32
    rng = np.random.default_rng(3)
    near = 1.0 + rng.standard_normal(2000) * 1e-3
    x = np.concatenate([rng.uniform(-40, 40, 4000), near, np.exp(rng.uniform(-30, 30, 2000))])
    x = x.astype(kind)
    small = x[x < 43]
    exps, _ = exp_and_log(small, precision)
    exact = np.exp(small.astype(np.longdouble))
    assert np.abs(exps / exact - 1).max() < CLOSE[precision]
    positive = x[(x > 0) & (x != 1)]
    _, logs = exp_and_log(positive, precision)
    assert np.abs(logs / np.log(positive.astype(np.longdouble)) - 1).max() < CLOSE[precision]


@pytest.mark.usefixtures("width")
@pytest.mark.parametrize("precision", Precision)
def test_what_is_no_number_stays_none_and_zero_has_no_logarithm(precision: Precision) -> None:
    kind = np.float64 if precision is Precision.DOUBLE else np.float32
    exps, logs = exp_and_log(np.array([np.nan, np.inf, -np.inf, 0.0, -1.0, 1.0], kind), precision)
    assert np.isnan(exps[0])
    assert exps[1] > 1e18
    assert 0.0 <= exps[2] < 1e-37
    assert exps[3] == 1.0
    assert np.isnan(logs[[0, 2, 4]]).all()
    assert logs[[1, 3, 5]].tolist() == [np.inf, -np.inf, 0.0]


@pytest.mark.usefixtures("width")
def test_a_kernel_of_any_width_gives_the_same_answer(
    toy: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eleven people fill no whole number of lanes."""
    monkeypatch.setenv("OSTEON_ENGINE", "native")
    usual = run_toy(toy, [5.0, 40.0], people=11, logistic_level=0.1).states
    narrow = NativeKernel(toy)
    monkeypatch.setattr("osteon.simulation.solve.kernel_of", lambda *_: narrow)
    found = run_toy(toy, [5.0, 40.0], people=11, logistic_level=0.1).states
    np.testing.assert_allclose(found, usual, rtol=1e-10, atol=1e-14)
