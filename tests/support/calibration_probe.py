"""A small calibration problem that is quick to solve: two parameters, five rows of the spine."""

from __future__ import annotations

from collections.abc import Sequence

from osteon.calibration.problem import Problem
from osteon.language.trial import Trial
from osteon.model.library import standard

TEXT = """
trial: probe
role: {role}
population: {{age: {{mean: 62 years, sd: 5 years}}}}
arms:
  treated: {{drugs: [anastrozole 1 mg daily for 5 years]}}
  untreated: {{}}
observations:
{rows}
"""
FREE = ("estrogen_receptor.half_signal", "bone.turnover@lumbar_spine")
ROWS = [("treated", 12), ("treated", 24), ("treated", 60), ("untreated", 24), ("untreated", 60)]


def trial_with(changes: Sequence[float], role: str = "calibration", extra: str = "") -> Trial:
    """Return a trial whose spine rows are the given changes."""
    rows = "\n".join(
        f"  - {{arm: {arm}, endpoint: bmd_lumbar_spine, month: {month}, "
        f"change: {value} %, se: 0.05 %}}"
        for (arm, month), value in zip(ROWS, changes, strict=True)
    )
    return Trial.parse(TEXT.format(role=role, rows=rows + extra), "probe.yaml")


def problem_with(changes: Sequence[float], role: str = "calibration", extra: str = "") -> Problem:
    """Return a small problem whose spine rows are the given changes."""
    return Problem(standard(), (trial_with(changes, role, extra),), FREE, people=8)
