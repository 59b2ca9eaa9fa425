"""Trials of exercise, unloading and falls: readable in full, and what is left out says why."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import osteon
from osteon.evidence.library import trial_files
from osteon.interventions.exercise.activity import activities, activity
from osteon.language import Trial

LEFT_OUT = Path(str(osteon.__file__)).parent / "evidence/left_out/lifestyle_studies_exercise.csv"
TRAINED = [
    trial
    for trial in map(Trial.read, trial_files())
    if any(arm.exercise for arm in trial.arms.values())
]


@pytest.mark.parametrize("trial", TRAINED, ids=lambda trial: trial.trial)
def test_every_activity_of_a_trial_is_in_the_table(trial: Trial) -> None:
    done = [one.activity for arm in trial.arms.values() for one in arm.exercise]
    assert {activity(name).name for name in done} <= set(activities())


def test_exercise_unloading_and_falls_are_all_there() -> None:
    names = {trial.trial for trial in TRAINED}
    assert {"LIFTMOR", "LIFTMOR-M", "Ma-2013-walking", "Spaceflight"} <= names
    assert {"Bassey-1998-before-menopause", "Bassey-1998-after-menopause"} <= names
    assert {"Sherrington-2019-falls", "Sherrington-2020-falls", "Bed-rest-90-days"} <= names


def test_what_is_left_out_says_why() -> None:
    with LEFT_OUT.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == ["study", "arm", "month", "endpoint", "statistic", "value", "reason"]
    assert all(row["study"] and row["endpoint"] and len(row["reason"]) > 10 for row in rows)
    keys = [(row["study"], row["arm"], row["month"], row["endpoint"], row["value"]) for row in rows]
    assert len(set(keys)) == len(keys)
