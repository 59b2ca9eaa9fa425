"""The ratios of fractures that the law of fracture is fitted to.

Calibration rows alone, with a reported interval, of trials without an inhibitor of aromatase: what
fractures do under those is to be foretold from the other drugs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, log

from osteon.calibration.problem import Target, calibration_rows_only
from osteon.interventions.drug import Drug, Family
from osteon.language.observation import Observation
from osteon.language.trial import Trial
from osteon.model.model import Model

BETWEEN_TRIALS = 0.15
"""By how much logarithms of ratios differ beyond chance: how trials enroll, how they count. Rows
are likeliest under 0.05 to 0.1 where they are fitted, under 0.15 to 0.2 where their trial is left
out."""


@dataclass(frozen=True)
class Ratio(Target):
    """One published ratio, on the scale of its logarithm."""

    @property
    def observed(self) -> float:
        """Return the logarithm of the ratio."""
        return log(self.observation.value)

    @property
    def sampling(self) -> float:
        """Return the standard error of the logarithm, from the reported interval."""
        interval = self.observation.ci
        assert interval is not None
        return log(interval.high / interval.low) / (2 * 1.96)

    @property
    def trust(self) -> float:
        """Return the standard error with what trials differ by."""
        return hypot(self.sampling, BETWEEN_TRIALS)


def with_ratios(model: Model, trials: Sequence[Trial]) -> tuple[Trial, ...]:
    """Return the trials that tell a ratio to fit, with these rows alone."""
    inhibitors = {
        one.drug
        for one in model.mechanisms
        if isinstance(one, Drug) and one.family is Family.INHIBITOR
    }
    found = (_ratios_only(calibration_rows_only(trial)) for trial in trials)
    return tuple(one for one in found if one.observations and not taken_in(one) & inhibitors)


def taken_in(trial: Trial) -> set[str]:
    """Return the drugs that anybody takes in a trial."""
    arms = [trial.treatment_of(arm) for arm in trial.arms]
    courses = [course for arm in arms for course in arm.drugs]
    return {one.drug for one in courses} | {rule.give.drug for arm in arms for rule in arm.rules}


def _ratios_only(trial: Trial) -> Trial:
    kept = tuple(one for one in trial.observations if _is_ratio(trial, one))
    return trial.model_copy(update={"observations": kept})


def _is_ratio(trial: Trial, observation: Observation) -> bool:
    return (
        observation.endpoint.startswith("fracture")
        and observation.kind in ("hazard_ratio", "relative_risk")
        and observation.ci is not None
        and observation.confidence not in ("low", "memory")
        and trial.problem_of(observation) is None
    )
