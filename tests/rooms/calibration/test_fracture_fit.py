"""The fit of the law of fracture: what it reads, what it counts again, what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, hypot, log

import numpy as np
import pytest

from osteon.calibration.fit import fit
from osteon.calibration.fracture.problem import LAW, FractureProblem
from osteon.calibration.fracture.rows import BETWEEN_TRIALS, Ratio, taken_in, with_ratios
from osteon.calibration.problem import trials_from
from osteon.errors import EvidenceError
from osteon.evidence.library import trial_files
from osteon.language.trial import Trial
from osteon.model.library import standard
from osteon.people.arm import ArmSetting, observed_times, simulate_arm
from osteon.people.estimate import estimate_of
from osteon.people.statistic import individual_values

TEXT = """
trial: probe
role: {role}
population:
  age: {{mean: 72 years, sd: 5 years}}
  t_score: {{lumbar_spine: {{mean: -2.8, sd: 0.7}}}}
arms:
  denosumab: {{drugs: [denosumab 60 mg every 6 months for 3 years]}}
  teriparatide: {{drugs: [teriparatide 20 ug daily for 18 months]}}
  placebo: {{}}
observations:
{rows}
"""
ROWS = [
    ("denosumab", "fracture_vertebral", 36),
    ("denosumab", "fracture_hip", 36),
    ("denosumab", "fracture_nonvertebral", 24),
    ("teriparatide", "fracture_vertebral", 18),
    ("teriparatide", "fracture_clinical", 18),
]


def probe(ratios: Sequence[float], role: str = "calibration") -> Trial:
    """Return a trial of two drugs against placebo that tells these ratios, all of them sharply."""
    rows = "\n".join(
        f"  - {{arm: {arm}, versus: placebo, endpoint: {endpoint}, month: {month}, "
        f"relative_risk: {ratio:.5f}, ci: [{0.95 * ratio:.5f}, {ratio / 0.95:.5f}]}}"
        for (arm, endpoint, month), ratio in zip(ROWS, ratios, strict=True)
    )
    return Trial.parse(TEXT.format(role=role, rows=rows), "probe.yaml")


def problem(
    ratios: Sequence[float], free: Sequence[str], role: str = "calibration"
) -> FractureProblem:
    return FractureProblem(standard(), (probe(ratios, role),), tuple(free), people=16, few=16)


def test_only_calibration_ratios_outside_trials_of_inhibitors_are_read() -> None:
    model = standard()
    read = with_ratios(model, trials_from(trial_files()))
    rows = [(trial, one) for trial in read for one in trial.observations]
    assert {trial.trial for trial in read} == {
        "ACTIVE", "BONE_IBN", "FIT_VFA", "FPT", "FRAME", "FREEDOM", "HORIZON_PFT", "MORE",
        "VERT_NA",
    }  # fmt: skip
    for trial, one in rows:
        assert trial.role_of(one) == "calibration"
        assert one.endpoint.startswith("fracture")
        assert one.ci is not None
        assert not taken_in(trial) & {"anastrozole", "letrozole", "exemestane"}


def test_a_calibration_ratio_under_an_inhibitor_is_left_to_be_foretold() -> None:
    words = probe([0.5] * 5).words()
    words["arms"]["placebo"] = {"drugs": ["anastrozole 1 mg daily for 3 years"]}
    assert with_ratios(standard(), [Trial.model_validate(words)]) == ()
    assert len(with_ratios(standard(), [probe([0.5] * 5)])) == 1


def test_validation_ratios_are_refused() -> None:
    with pytest.raises(EvidenceError, match="'probe' has the role validation"):
        problem([0.5] * 5, LAW, role="validation")


def test_a_ratio_is_trusted_by_its_interval_and_by_how_trials_differ() -> None:
    """From 0.5 to 2.0: two standard deviations of log 2 either way, by 1.96."""
    trial = probe([0.5] * 5)
    row = trial.observations[0].model_copy(
        update={"ci": type(trial.observations[0].ci)(low=0.5, high=2.0)}
    )
    target = Ratio(trial, row)
    assert target.observed == pytest.approx(log(0.5))
    assert target.sampling == pytest.approx(log(2.0) / 1.96)
    assert target.trust == pytest.approx(hypot(log(2.0) / 1.96, BETWEEN_TRIALS))


@pytest.mark.parametrize("name", [None, "fracture_vertebral.by_turnover", "fracture_hip.gradient"])
def test_fractures_counted_again_are_those_of_the_solver(name: str | None) -> None:
    """The kept course under another law, against everybody lived anew under it."""
    free = [name] if name else ["fracture_vertebral.by_turnover"]
    asked = problem([0.5] * 5, free)
    moved = np.array([[0.7 if name else 0.0]])
    again = asked.predict(moved)[0]
    (trial,), parameters = asked.trials, asked.parameters(moved)
    arms = {
        arm: simulate_arm(
            asked.model, ArmSetting(trial, arm, 16, observed_times(trial), 1), parameters
        )
        for arm in trial.arms
    }
    for one, ratio in zip(trial.observations, again, strict=True):
        assert one.versus is not None
        people = [individual_values(arms[arm], one) for arm in (one.arm, one.versus)]
        assert exp(ratio) == pytest.approx(float(estimate_of(one).of(people)), rel=0.02)


def test_a_known_law_is_found_again() -> None:
    """Ratios made with another law lead back to it, as far as the prior lets them."""
    free = ("fracture_vertebral.by_turnover", "fracture_hip.by_turnover")
    made = np.exp(problem([0.5] * 5, free).predict(np.array([[0.8, -0.5]]))[0])
    found = fit(problem(made.tolist(), free))
    assert np.abs(found.moved - [0.8, -0.5]).max() < 0.3
    assert (found.shrinkage < 0.75).all()
