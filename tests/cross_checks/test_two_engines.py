"""The native and the portable kernel: the same steps, and so the same numbers."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from support.people import calendar, different_women, doing, months

from osteon.errors import SimulationError
from osteon.model.model import Model
from osteon.people.cohort import Cohort
from osteon.simulation.calendar import Calendar
from osteon.simulation.native.compiler import compiler
from osteon.simulation.solve import reference_of, solve

Array = NDArray[np.float64]
pytestmark = pytest.mark.skipif(compiler() is None, reason="there is no C++ compiler here")
DRUGS = {
    "tablets": {"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "from": "month 0"},
    "injections": {"drug": "denosumab", "dose": "60 mg", "every": "6 months", "from": "month 0"},
    "pulses": {"drug": "teriparatide", "dose": "20 ug", "every": "1 day", "from": "month 0"},
}


def lived(cohort: Cohort, plan: Calendar, engine: str, monkeypatch: pytest.MonkeyPatch) -> Array:
    """Return the states of three years, by month."""
    monkeypatch.setenv("OSTEON_ENGINE", engine)
    return cohort.simulate(plan, months(36)).states


@pytest.mark.parametrize("drug", DRUGS.values(), ids=DRUGS.keys())
def test_both_give_the_same_numbers(
    model: Model, drug: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eleven people: more than the lanes hold, and not a multiple of them."""
    women = different_women(model, 11, seed=4)
    plan = calendar(women, doing(drugs=[drug]))
    native, portable = (lived(women, plan, one, monkeypatch) for one in ("native", "portable"))
    size = np.maximum(np.abs(portable), 1e-3 * np.abs(portable).max(axis=(0, 1)))
    assert np.max(np.abs(native - portable) / np.maximum(size, 1e-12)) < 1e-9


def test_a_person_does_not_depend_on_who_sits_beside_her(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    women = different_women(model, 19, seed=5)
    plan = calendar(women, doing(drugs=[DRUGS["injections"]]))
    together = lived(women, plan, "native", monkeypatch)
    for person in (0, 7, 8, 18):
        alone = Cohort(model, women.parameters[[person]], women.ages[[person]])
        hers = calendar(alone, doing(drugs=[DRUGS["injections"]]))
        np.testing.assert_array_equal(
            lived(alone, hers, "native", monkeypatch)[0], together[person]
        )


@pytest.mark.parametrize("engine", ["native", "portable"])
def test_a_person_who_cannot_be_simulated_is_named_and_the_others_go_on(
    toy: Model, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not a number among eleven must reject her step, and hers alone."""
    monkeypatch.setenv("OSTEON_ENGINE", engine)
    rows = np.tile(np.array(toy.table.values), (11, 1))
    begin, inputs = reference_of(toy, rows)
    begin[6] = np.nan
    with pytest.raises(SimulationError, match=r"person 6 .* not finite.*1 of 11"):
        solve(toy, begin, rows, np.zeros(11), Calendar.of(toy, inputs), [1.0, 50.0])
