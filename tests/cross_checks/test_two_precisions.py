"""Single precision against double: what seven digits cost over years of therapy."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import calendar, different_women, doing, months

from osteon.errors import SimulationError
from osteon.model.model import Model
from osteon.simulation.native.compiler import compiler
from osteon.simulation.problem import Precision
from osteon.simulation.solve import reference_of, solve
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

needs_compiler = pytest.mark.skipif(compiler() is None, reason="there is no C++ compiler here")
INJECTIONS = {"drug": "denosumab", "dose": "60 mg", "every": "6 months", "from": "month 0"}
PULSES = {"drug": "teriparatide", "dose": "20 ug", "every": "1 day", "from": "month 0"}


def courses(model: Model, drug: dict[str, str], years: int) -> tuple[Trajectory, Trajectory]:
    """Return the same women in double and in single precision, 17 of them."""
    women = different_women(model, 17, seed=6)
    plan = calendar(women, doing(drugs=["anastrozole 1 mg daily for 5 years", drug]))
    begin = women.simulate(plan, [0.0]).states[:, 0]
    double, single = (
        solve(
            model,
            begin,
            women.parameters,
            np.zeros(17),
            plan,
            months(12 * years),
            1e-4,
            precision=precision,
        )
        for precision in Precision
    )
    return double, single


@needs_compiler
@pytest.mark.parametrize(("drug", "years"), [(INJECTIONS, 10), (PULSES, 2)])
def test_bone_density_agrees(
    model: Model, drug: dict[str, str], years: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The floats of a step are good to 1e-7; over thousands of steps they must not add up."""
    monkeypatch.setenv("OSTEON_ENGINE", "native")
    double, single = courses(model, drug, years)
    for site in Site:
        one, other = double[f"bmd@{site}"], single[f"bmd@{site}"]
        assert np.abs(other / one - 1).max() < 2e-5


def test_the_portable_engine_says_that_it_has_only_one(
    toy: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    from osteon.simulation.calendar import Calendar

    monkeypatch.setenv("OSTEON_ENGINE", "portable")
    rows = np.array([toy.table.values])
    begin, inputs = reference_of(toy, rows)
    with pytest.raises(SimulationError, match=r"portable engine .* double .* compiler"):
        solve(
            toy,
            begin,
            rows,
            np.zeros(1),
            Calendar.of(toy, inputs),
            [1.0],
            precision=Precision.SINGLE,
        )
