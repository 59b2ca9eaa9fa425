"""The kernel on a GPU against the native one: the same steps, and so the same numbers.

The pretended GPU is the same source compiled for the processor; a real one differs from it by how
it rounds exp, log and sums of products. Every comparison here must hold on both.
"""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from support.gpu import gpu, pretended_gpu, real_gpu  # noqa: F401 - fixtures
from support.people import calendar, different_women, doing, months

from osteon.model.model import Model
from osteon.simulation.calendar import Calendar
from osteon.simulation.native.compiler import compiler
from osteon.simulation.problem import Precision
from osteon.simulation.solve import solve
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
PEOPLE = 11
DRUGS = {
    "tablets": {"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "from": "month 0"},
    "injections": {"drug": "denosumab", "dose": "60 mg", "every": "6 months", "from": "month 0"},
    "pulses": {"drug": "teriparatide", "dose": "20 ug", "every": "1 day", "from": "month 0"},
}
pytestmark = pytest.mark.skipif(
    compiler() is None, reason="there is no C++ compiler here for the kernel to compare with"
)


class Women:
    """Women at month 0 with a plan."""

    def __init__(self, model: Model, drug: dict[str, str]) -> None:
        cohort = different_women(model, PEOPLE, seed=4)
        self.plan: Calendar = calendar(cohort, doing(drugs=[drug]))
        self.begin = cohort.simulate(self.plan, [0.0]).states[:, 0]
        self.model, self.parameters = model, cohort.parameters

    def lived(self, years: int, precision: Precision = Precision.DOUBLE) -> Trajectory:
        """Return their next years by month, by the engine in use."""
        return solve(
            self.model, self.begin, self.parameters, np.zeros(PEOPLE), self.plan,
            months(12 * years), 1e-4, precision=precision,
        )  # fmt: skip


def natively(women: Women, years: int, monkeypatch: pytest.MonkeyPatch) -> Trajectory:
    """Return the same from the native engine."""
    with monkeypatch.context() as other:
        other.setenv("OSTEON_ENGINE", "native")
        return women.lived(years)


@pytest.mark.usefixtures("gpu")
@pytest.mark.parametrize("drug", DRUGS.values(), ids=DRUGS.keys())
def test_every_state_agrees(
    model: Model, drug: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """To 1e-9 of its size over ten years; below a thousandth of its greatest, of that."""
    women = Women(model, drug)
    here, there = natively(women, 10, monkeypatch).states, women.lived(10).states
    size = np.maximum(np.abs(here), 1e-3 * np.abs(here).max(axis=(0, 1)))
    assert np.max(np.abs(there - here) / np.maximum(size, 1e-12)) < 1e-9


@pytest.mark.usefixtures("gpu")
@pytest.mark.parametrize("drug", ["injections", "pulses"])
def test_single_precision_is_good_for_bone_density(
    model: Model, drug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within a quarter of the error that is aimed at (2e-4, docs/explanation/speed.md)."""
    women = Women(model, DRUGS[drug])
    double, single = natively(women, 10, monkeypatch), women.lived(10, Precision.SINGLE)
    for site in Site:
        name = f"bmd@{site}"
        assert np.abs(single[name] / double[name] - 1).max() < 5e-5
