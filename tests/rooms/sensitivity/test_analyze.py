"""What moves a forecast: shares that hold together, and factors that reach the members."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from osteon.errors import InputError
from osteon.language import Case
from osteon.model.model import Model
from osteon.people.layer import current_layer
from osteon.sensitivity.analyze import Sensitivity, sensitivity
from osteon.sensitivity.factors import FITTED, Factors

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "anastrozole.yaml"


@pytest.fixture(scope="module")
def case() -> Case:
    return Case.read(EXAMPLE)


@pytest.fixture(scope="module")
def found(case: Case) -> Sensitivity:
    return sensitivity(case, "bmd_lumbar_spine", 24.0, samples=32)


def test_totals_are_at_least_first_shares_within_error(found: Sensitivity) -> None:
    assert found.single is not None
    for part in (found.screened, found.single):
        for one in part.indices:
            error = 2 * np.hypot(one.first_error, one.total_error)
            assert one.total >= one.first - error - 0.02
            assert one.total >= 0


def test_everything_is_looked_at_in_both_steps(found: Sensitivity) -> None:
    assert found.single is not None
    screened = sum(one.factors for one in found.screened.indices)
    assert screened == sum(one.factors for one in found.single.indices)
    assert found.asked.strategy == "anastrozole alone"
    assert -8 < found.screened.mean < 0


def test_drugs_that_are_not_given_are_left_out(model: Model, case: Case) -> None:
    factors = Factors.of(model, current_layer(), case.treatment_of("anastrozole alone"))
    mechanisms = {name.partition(".")[0] for name in factors.names}
    assert "anastrozole" in mechanisms
    assert not {"denosumab", "risedronate", "teriparatide"} & mechanisms
    assert factors.names[-1] == FITTED


def test_half_of_everything_is_the_typical_person(model: Model) -> None:
    factors = Factors.of(model, None)
    draws = factors.draws(np.full((2, len(factors.names)), 0.5))
    np.testing.assert_allclose(draws.factors(model.table, None), 1.0)


def test_each_factor_moves_its_own_parameter_alone(model: Model) -> None:
    factors = Factors.of(model, current_layer())
    uniform = np.full((1, len(factors.names)), 0.5)
    uniform[0, factors.names.index("estrogen_deficit.response, people")] = 0.9
    moved = factors.draws(uniform)
    usual = factors.draws(np.full((1, len(factors.names)), 0.5))
    ratio = moved.factors(model.table, current_layer()) / usual.factors(
        model.table, current_layer()
    )
    (columns,) = np.nonzero(np.abs(ratio[0] - 1.0) > 1e-12)
    assert {model.table.columns[column].partition("@")[0] for column in columns} == {
        "estrogen_deficit.response"
    }


def test_a_probability_of_fracture_can_be_asked_for(case: Case) -> None:
    found = sensitivity(case, "fracture_hip", 12.0, samples=8)
    assert found.asked.unit == "%"
    assert 0 < found.screened.mean < 5


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"outcome": "bmd_spine"}, "did you mean 'bmd_lumbar_spine'"),
        ({"outcome": "falls"}, "unknown outcome"),
        ({"month": 0.0}, "month 0 is not within the case"),
        ({"month": 500.0}, "ends at month 120"),
        ({"month": float("nan")}, "month nan is not within"),
        ({"strategy": "anastrozol alone"}, "did you mean 'anastrozole alone'"),
        ({"samples": 100}, "power of two"),
    ],
)
def test_what_cannot_be_asked_is_refused(case: Case, words: dict[str, object], told: str) -> None:
    with pytest.raises(InputError, match=told):
        sensitivity(case, **words)  # type: ignore[arg-type]


def test_measurements_since_month_0_are_said_to_be_left_out(case: Case) -> None:
    assert sensitivity(case, samples=8, month=12).notes == ()
    measured = case.but(measurements=[{"month": 6, "ctx": "0.6 ng/mL"}])
    (note,) = sensitivity(measured, samples=8, month=12).notes
    assert note.startswith("measurements since month 0 are not used")
