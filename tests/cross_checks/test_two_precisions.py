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


def courses(
    model: Model, drug: dict[str, str], years: int, double: float = 1e-4, single: float = 1e-4
) -> tuple[Trajectory, Trajectory]:
    """Return the same women in both precisions, each at its tolerance, 17 of them."""
    women = different_women(model, 17, seed=6)
    plan = calendar(women, doing(drugs=["anastrozole 1 mg daily for 5 years", drug]))
    begin = women.simulate(plan, [0.0]).states[:, 0]
    exact, found = (
        solve(
            model,
            begin,
            women.parameters,
            np.zeros(17),
            plan,
            months(12 * years),
            tolerance,
            precision=precision,
        )
        for precision, tolerance in zip(Precision, (double, single), strict=True)
    )
    return exact, found


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


@needs_compiler
@pytest.mark.parametrize(("drug", "years"), [(INJECTIONS, 10), (PULSES, 2)])
def test_every_readout_is_good_to_2e_4(
    model: Model, drug: dict[str, str], years: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a tolerance of 1e-5, beside double precision at 1e-9."""
    monkeypatch.setenv("OSTEON_ENGINE", "native")
    exact, single = courses(model, drug, years, double=1e-9, single=1e-5)
    for name in (*(f"bmd@{site}" for site in Site), "ctx", "pinp"):
        assert np.abs(single[name] / exact[name] - 1).max() < 2e-4, name


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
