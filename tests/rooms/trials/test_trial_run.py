"""A virtual trial that is kept: the same people and statistics as one in memory, arm by arm."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from support.run_tasks import TWO_ARMS, trial

from osteon.errors import InputError
from osteon.language.trial import Trial
from osteon.runs.executors import here
from osteon.runs.run import run
from osteon.trials.simulate_trial import carried_out, carried_out_in
from osteon.trials.trial_run import TrialRun
from osteon.trials.virtual_trial import VirtualTrial


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a finished run."""
    place = tmp_path_factory.mktemp("run")
    run(trial(), place)
    return place


def test_kept_people_are_those_in_memory(folder: Path) -> None:
    design = trial().design
    told: list[int] = []
    kept = carried_out_in(folder, design, "placebo", here, told.append)
    assert told == [96]  # all of them were there
    fleeting = carried_out(design, "placebo")
    assert kept.table.equals(fleeting.table)
    assert kept.screening == fleeting.screening
    assert kept.differences == fleeting.differences


def test_a_summary_counts_who_was_there_in_her_arm(folder: Path) -> None:
    task = trial()
    found = carried_out_in(folder, task.design, "placebo", here)
    columns = json.loads((folder / "summary.json").read_text("utf-8"))["columns"]
    for arm in found.arms:
        for day, month in found._visits():
            changed = found.percent(arm, "bmd_lumbar_spine", day)
            there = changed[np.isfinite(changed)]
            told = columns[f"{arm}: bmd_lumbar_spine_month_{month:g}"]
            assert told["people"] == len(there)
            assert told["mean"] == pytest.approx(there.mean(), rel=1e-12)
    left = columns["letrozole: bmd_lumbar_spine_month_24"]["people"]
    assert left < 0.4 * 56  # 60 % a year leave


def test_an_arm_that_is_full_has_no_part_in_later_chunks() -> None:
    task = trial()
    table = task.compute(task.chunks - 1)
    assert set(table["arm"].to_pylist()) == {"letrozole"}
    empty = [column for column in task.columns if not len(column.of(table))]
    assert {column.arm for column in empty} >= {"placebo"}


def test_what_the_rows_do_not_depend_on_makes_no_other_run() -> None:
    noted = Trial.parse(TWO_ARMS + "note: a remark\ncitation: somewhere\n")
    assert TrialRun(VirtualTrial(noted, seed=4, chunk_size=16)).describe() == trial().describe()
    fewer = Trial.parse(TWO_ARMS.replace("60 %", "50 %"))
    assert TrialRun(VirtualTrial(fewer, seed=4, chunk_size=16)).describe() != trial().describe()


def test_another_trial_in_the_folder_is_refused(folder: Path) -> None:
    other = VirtualTrial(trial().design.trial, seed=5, chunk_size=16)
    with pytest.raises(InputError, match=r"task\.seed is 4 in it, 5 now"):
        carried_out_in(folder, other, "placebo", here)
