"""The doses that the studio lays on the timeline are those that trials have given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from osteon.evidence.library import trial_files
from osteon.language import DrugSchedule, Trial

CHOICES = Path(__file__).resolve().parents[2] / "studio" / "src" / "lib" / "choices.ts"
OFFERED = re.findall(r'drug\("([^"]+)", "([^"]+)", "([^"]+)", \d+\)', CHOICES.read_text("utf-8"))


@pytest.fixture(scope="module")
def given() -> set[tuple[str, float, float | None]]:
    """Return every drug, dose and interval of the trials that come with osteon."""
    trials = [Trial.read(file) for file in trial_files()]
    courses = (
        one for trial in trials for arm in trial.arms for one in trial.treatment_of(arm).drugs
    )
    return {(one.drug, one.dose, one.every) for one in courses}


def test_some_are_offered() -> None:
    assert len(OFFERED) > 5


@pytest.mark.parametrize(("drug", "dose", "every"), OFFERED)
def test_a_trial_has_given_it_so(
    given: set[tuple[str, float, float | None]], drug: str, dose: str, every: str
) -> None:
    course = DrugSchedule(drug=drug, dose=dose, every=every)
    assert (course.drug, course.dose, course.every) in given
